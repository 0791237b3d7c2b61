//! One record of the Overview tab in full: a claim with its comparison, an event, a statement about the list.

use crate::{
    analysis::{
        claims::{Candidate, CandidateOrigin, ClaimCheck, Fit},
        programme::{Rest, Split},
        stats,
    },
    app::{Action, Tab, action::OverviewAction, view::OverviewRecord},
    dataset::schema::{Claim, Event, Id, ListPart, MeasureRole, ProgrammeState, Scope, StatePart},
    i18n::{decimal, grouped, money_m, percent, short_date},
    ui::{
        Cx,
        tabs::TabSpec,
        theme::{size, strong},
        widgets::{field, muted, section, source_list, sources_button, warning_note},
        wording,
    },
};
use eframe::egui::{RichText, Ui};

fn text_field(ui: &mut Ui, name: &str, text: &str) {
    field(ui, name, |ui| {
        ui.label(text);
    });
}

fn sources_ui(ui: &mut Ui, cx: &Cx<'_>, ids: &[Id]) {
    section(
        ui,
        &cx.with("inspect-sources", &[("count", ids.len().into())]),
        "",
    );
    source_list(ui, cx, ids);
}

fn note_ui(ui: &mut Ui, cx: &Cx<'_>, note: Option<&String>) {
    if let Some(note) = note {
        section(ui, &cx.t("inspect-note"), "");
        muted(ui, note);
    }
}

/// A claim: what was said, what it can mean, what it was compared with.
pub(super) fn claim_ui(ui: &mut Ui, cx: &Cx<'_>, claim: &Claim, check: Option<&ClaimCheck>) {
    ui.label(strong(
        cx.catalog().text(&claim.text, cx.state.words.tag()),
        size::BRAND,
    ));
    text_field(
        ui,
        &cx.t("inspect-said"),
        cx.catalog().text(&claim.speaker, cx.state.words.tag()),
    );
    text_field(ui, &cx.t("inspect-date"), &short_date(claim.date));
    if let Some(period) = &claim.period {
        text_field(ui, &cx.t("inspect-period"), period);
    }
    if let Some(value) = wording::claim_value(cx, claim) {
        text_field(ui, &cx.t("inspect-number"), &value);
    }
    if let Some(check) = check {
        check_ui(ui, cx, claim, check);
    }
    note_ui(ui, cx, claim.note.as_ref());
    sources_ui(ui, cx, &claim.sources);
}

fn check_ui(ui: &mut Ui, cx: &Cx<'_>, claim: &Claim, check: &ClaimCheck) {
    let Some(interval) = check.interval else {
        return;
    };
    let unit = claim.unit.as_deref().unwrap_or_default();
    text_field(
        ui,
        &cx.t("inspect-means"),
        &wording::interval_words(cx, unit, interval),
    );
    text_field(ui, &cx.t("inspect-verdict"), &wording::verdict(cx, check));
    if !check.candidates.is_empty() {
        section(ui, &cx.t("inspect-compared"), "");
    }
    for candidate in &check.candidates {
        candidate_ui(ui, cx, claim, unit, candidate);
    }
    for at in &check.unmet {
        if let Some(unmet) = claim.checks.get(*at) {
            let label = cx.catalog().text(&unmet.label, cx.state.words.tag());
            muted(ui, &cx.with("inspect-unmet", &[("label", label.into())]));
        }
    }
}

fn candidate_ui(ui: &mut Ui, cx: &Cx<'_>, claim: &Claim, unit: &str, candidate: &Candidate) {
    let label = wording::candidate_label(cx, candidate);
    ui.label(RichText::new(&label).size(size::TABLE));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(strong(
            wording::candidate_value(unit, candidate),
            size::BODY,
        ));
        let share = |share: Option<f64>| share.map_or_else(|| "–".to_owned(), percent);
        match candidate.fit {
            Fit::Match => {
                muted(ui, &cx.t("inspect-fits"));
            }
            Fit::ClaimBelow(by) => {
                warning_note(
                    ui,
                    &cx.with("inspect-below", &[("share", (&share(by)).into())]),
                );
            }
            Fit::ClaimAbove(by) => {
                warning_note(
                    ui,
                    &cx.with("inspect-above", &[("share", (&share(by)).into())]),
                );
            }
        }
        if candidate.estimated {
            muted(ui, &cx.t("inspect-estimate"));
        }
    });
    if !candidate.missing_years.is_empty() {
        let years: Vec<String> = candidate
            .missing_years
            .iter()
            .map(ToString::to_string)
            .collect();
        muted(
            ui,
            &cx.with("inspect-missing", &[("years", (&years.join(", ")).into())]),
        );
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let ids: Vec<Id> = candidate.sources.iter().cloned().collect();
        sources_button(ui, cx, &label, &ids);
        doorway_ui(ui, cx, claim, candidate);
    });
    ui.add_space(4.0);
}

/// The way to where the number comes from.
fn doorway_ui(ui: &mut Ui, cx: &Cx<'_>, claim: &Claim, candidate: &Candidate) {
    let action = match &candidate.origin {
        CandidateOrigin::List { programme, state } => {
            let record = OverviewRecord::ListState(programme.clone(), *state);
            (
                cx.t("inspect-state"),
                Action::Overview(OverviewAction::Select(Some(record))),
            )
        }
        CandidateOrigin::Route { .. } => (cx.t("tab-transit"), Action::ShowTab(Tab::Transit)),
        CandidateOrigin::Series => {
            let series = claim
                .checks
                .get(candidate.check)
                .and_then(|check| check.series.first());
            let series = series.and_then(|id| cx.catalog().series(id));
            let role = series.and_then(|series| cx.catalog().measure_role(&series.measure));
            let tab = if role == Some(MeasureRole::Volume) {
                Tab::Transit
            } else {
                Tab::Trade
            };
            (cx.t(TabSpec::of(tab).name), Action::ShowTab(tab))
        }
    };
    let (words, action) = action;
    if ui
        .link(RichText::new(format!("{words} →")).size(size::SMALL))
        .clicked()
    {
        cx.push(action);
    }
}

/// An event: what happened, and the projects it concerns.
pub(super) fn event_ui(ui: &mut Ui, cx: &Cx<'_>, event: &Event) {
    let text = |text| cx.catalog().text(text, cx.state.words.tag()).to_owned();
    ui.label(strong(text(&event.title), size::BRAND));
    text_field(ui, &cx.t("inspect-date"), &short_date(event.date));
    text_field(
        ui,
        &cx.t("inspect-kind"),
        &cx.t(wording::event_kind(event.kind)),
    );
    ui.label(text(&event.description));
    if !event.projects.is_empty() {
        section(ui, &cx.t("inspect-projects"), "");
    }
    for project in event
        .projects
        .iter()
        .filter_map(|id| cx.catalog().project(id))
    {
        if ui.link(text(&project.name)).clicked() {
            cx.push(Action::ShowProject(project.id.clone()));
        }
    }
    sources_ui(ui, cx, &event.sources);
}

/// A statement about the list: its parts against the whole; what is not stated is named.
pub(super) fn state_ui(ui: &mut Ui, cx: &Cx<'_>, state: &ProgrammeState) {
    ui.label(strong(
        cx.catalog().text(&state.said_by, cx.state.words.tag()),
        size::BRAND,
    ));
    text_field(ui, &cx.t("inspect-date"), &short_date(state.date));
    match state.scope {
        Scope::List => {}
        Scope::Wider => {
            warning_note(ui, &cx.t("list-scope-wider"));
        }
        Scope::Other => {
            warning_note(ui, &cx.t("list-scope-other"));
        }
    }
    let split = Split::of(state);
    section(ui, &cx.t("inspect-parts"), "");
    part_ui(ui, cx, &split, ListPart::Total, split.total);
    for (part, stated) in &split.parts {
        part_ui(ui, cx, &split, *part, *stated);
    }
    rest_ui(ui, cx, &split);
    if let Some(jobs) = state.jobs {
        let jobs = usize::try_from(jobs).unwrap_or(usize::MAX);
        text_field(ui, &cx.t("inspect-jobs"), &grouped(stats::count(jobs)));
    }
    note_ui(ui, cx, state.note.as_ref());
    sources_ui(ui, cx, &state.sources);
}

fn part_ui(ui: &mut Ui, cx: &Cx<'_>, split: &Split, part: ListPart, stated: StatePart) {
    let missing = || cx.t("not-stated");
    let count = stated.count.map_or_else(missing, |count| {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        cx.with("inspect-projects-count", &[("count", count.into())])
    });
    let money = stated
        .money_m
        .map_or_else(missing, |money| money_m(money, cx.currency()));
    field(ui, &cx.t(wording::list_part(part)), |ui| {
        let values = [("count", (&count).into()), ("money", (&money).into())];
        ui.label(cx.with("inspect-part", &values));
        let mut remarks = Vec::new();
        if part != ListPart::Total
            && let Some(share) = split.share_of(&[part])
        {
            remarks.push(cx.with("inspect-share", &[("share", (&percent(share)).into())]));
        }
        if let Some(average) = split.average_m(part) {
            let average = money_m(average, cx.currency());
            remarks.push(cx.with("inspect-average", &[("money", (&average).into())]));
        }
        if !remarks.is_empty() {
            muted(ui, &remarks.join(" · "));
        }
    });
}

/// What the stated parts leave over, and whether they exceed the whole.
fn rest_ui(ui: &mut Ui, cx: &Cx<'_>, split: &Split) {
    let money = |money| money_m(money, cx.currency());
    let rests = [
        (split.rest_count, "inspect-rest-count", "count"),
        (split.rest_money_m, "inspect-rest-money", "money"),
    ];
    for (rest, key, name) in rests {
        let words = |value: f64| {
            if name == "money" {
                money(value)
            } else {
                decimal(value, 0)
            }
        };
        match rest {
            Rest::NotStated(left) if left > 0.0 => {
                text_field(
                    ui,
                    &cx.t("inspect-rest"),
                    &cx.with(key, &[(name, (&words(left)).into())]),
                );
            }
            Rest::NotStated(left) | Rest::Left(left) if left < 0.0 => {
                warning_note(
                    ui,
                    &cx.with("inspect-exceeds", &[("amount", (&words(-left)).into())]),
                );
            }
            Rest::NotStated(_) | Rest::Left(_) | Rest::Unknown => {}
        }
    }
}
