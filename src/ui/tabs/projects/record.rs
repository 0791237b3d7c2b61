//! A project's record: every figure with its kind, date and sources; history; parties; conflicts.

use super::record_related::{place_ui, related_ui};
use crate::{
    analysis::projects::{Amount, MoneyStage, conflicts_of},
    app::{Action, action::ProjectsAction},
    dataset::schema::{Figure, PartialDate, Party, Project, Role},
    i18n::{decimal, short_date},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{field, muted, section, source_list, sources_button, swatch, warning_note},
        wording,
    },
};
use eframe::egui::{RichText, Ui};

/// The record.
pub(super) fn record_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    head_ui(ui, cx, project);
    money_ui(ui, cx, project);
    conflicts_ui(ui, cx, project);
    figures_ui(ui, cx, project);
    history_ui(ui, cx, project);
    parties_ui(ui, cx, project);
    programmes_ui(ui, cx, project);
    contested_ui(ui, cx, project);
    place_ui(ui, cx, project);
    related_ui(ui, cx);
    section(
        ui,
        &cx.with("record-sources", &[("count", project.sources.len().into())]),
        "",
    );
    source_list(ui, cx, &project.sources);
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let catalog = cx.catalog();
    let sector = catalog.sector(&project.sector);
    let group = sector.and_then(|sector| catalog.sector_group(&sector.group));
    ui.horizontal_wrapped(|ui| {
        swatch(ui, cx.tokens.slot(group.map(|group| group.slot)));
        let mut parts: Vec<&str> = sector
            .map(|sector| cx.text(&sector.name))
            .into_iter()
            .collect();
        parts.extend(
            project
                .regions
                .iter()
                .filter_map(|id| catalog.region(id))
                .map(|region| cx.text(&region.name)),
        );
        muted(ui, &parts.join(" · "));
    });
    let own = cx.text(&project.name);
    for name in project.name.values().filter(|name| *name != own) {
        muted(ui, name);
    }
    let description = cx.text(&project.description);
    if !description.is_empty() {
        ui.label(description);
    }
}

fn money_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    section(ui, &cx.t("record-money"), "");
    let money: Vec<(usize, &Figure)> = project
        .figures
        .iter()
        .enumerate()
        .filter(|(_, figure)| figure.what.is_money())
        .collect();
    if money.is_empty() {
        muted(ui, &cx.t("not-stated"));
        return;
    }
    let used = Amount::choose(cx.catalog(), project, cx.state.view.projects.chart.stage);
    for (position, figure) in money {
        let is_used = used.is_some_and(|amount| amount.figure == position);
        figure_ui(ui, cx, figure, is_used);
    }
    if let Some(amount) = used {
        let stage = cx.t(wording::stage(amount.stage));
        let key = if cx.state.view.projects.chart.stage == MoneyStage::Latest {
            "record-used-latest"
        } else {
            "record-used"
        };
        muted(ui, &cx.with(key, &[("stage", (&stage).into())]));
    }
}

fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, figure: &Figure, used: bool) {
    let name = cx.t(wording::quantity(figure.what));
    field(ui, &name, |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let value = wording::figure_value(cx, figure);
        ui.horizontal_wrapped(|ui| {
            ui.label(if used {
                strong(&value, size::BODY)
            } else {
                RichText::new(&value).size(size::BODY)
            });
            if used {
                muted(ui, &cx.t("record-in-totals"));
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let kind = cx.t(wording::figure_kind(figure.kind));
            let date = figure
                .date
                .map(|date| date.to_string().replace("..", "–"))
                .unwrap_or_default();
            let words: Vec<&str> = [kind.as_str(), date.as_str()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect();
            muted(ui, &words.join(", "));
            sources_button(ui, cx, &value, &figure.sources);
        });
        if let Some(text) = &figure.note {
            muted(ui, text);
        }
    });
}

fn conflicts_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    for conflict in conflicts_of(project) {
        let name = cx.t(wording::quantity(conflict.what)).to_lowercase();
        let kind = cx.t(wording::figure_kind(conflict.kind));
        let spread = format!(
            "{} {}",
            decimal(conflict.spread(), 2),
            wording::unit_words(&conflict.unit)
        );
        let values = [
            ("count", conflict.figures.len().into()),
            ("what", (&name).into()),
            ("kind", (&kind).into()),
            ("spread", (&spread).into()),
        ];
        warning_note(ui, &cx.with("record-conflict", &values));
    }
}

fn figures_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let mut others = project
        .figures
        .iter()
        .filter(|figure| !figure.what.is_money())
        .peekable();
    if others.peek().is_none() {
        return;
    }
    section(ui, &cx.t("record-figures"), "");
    for figure in others {
        figure_ui(ui, cx, figure, false);
    }
}

/// A date, what happened, its sources and a remark.
type Dated<'a> = (
    Option<PartialDate>,
    String,
    &'a [String],
    Option<&'a String>,
);

/// Milestones and states in order of time.
fn history_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    section(ui, &cx.t("record-history"), "");
    let mut entries: Vec<Dated<'_>> = Vec::new();
    for milestone in &project.milestones {
        let name = cx.t(wording::milestone(milestone.kind));
        let words = if milestone.planned {
            cx.with("planned", &[("what", (&name).into())])
        } else {
            name
        };
        entries.push((
            Some(milestone.date),
            words,
            &milestone.sources,
            milestone.note.as_ref(),
        ));
    }
    for entry in &project.status {
        let status = cx.catalog().status(&entry.status);
        let words = status.map_or("", |status| cx.text(&status.name)).to_owned();
        entries.push((entry.date, words, &entry.sources, entry.note.as_ref()));
    }
    if entries.is_empty() {
        muted(ui, &cx.t("not-stated"));
    }
    // Undated states come last: they are the latest known.
    entries.sort_by_key(|(date, ..)| (date.is_none(), *date));
    for (date, words, sources, remark) in entries {
        let date = date.map_or_else(|| cx.t("undated"), short_date);
        field(ui, &date, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                ui.label(&words);
                sources_button(ui, cx, &words, sources);
            });
            if let Some(text) = remark {
                muted(ui, text);
            }
        });
    }
}

fn parties_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    if project.parties.is_empty() {
        return;
    }
    section(ui, &cx.t("record-parties"), "");
    for party in &project.parties {
        party_ui(ui, cx, party);
    }
}

/// A party; if a facet knows it, a click shows everything it does here.
fn party_ui(ui: &mut Ui, cx: &Cx<'_>, party: &Party) {
    let Some(organisation) = cx.catalog().organisation(&party.organisation) else {
        return;
    };
    field(ui, &cx.t(wording::role(party.role)), |ui| {
        let name = cx.text(&organisation.name);
        if let Some(facet) = facet_of(cx, party, organisation.country.as_deref()) {
            let tip = cx.with("record-party-tip", &[("name", name.into())]);
            if ui.link(name).on_hover_text(tip).clicked() {
                let (facet, value) = (facet.to_owned(), organisation.id.clone());
                cx.push(Action::Projects(ProjectsAction::ToggleInclude {
                    facet,
                    value,
                }));
            }
        } else {
            ui.label(name);
        }
        if let Some(text) = &party.note {
            muted(ui, text);
        }
    });
}

/// The facet that finds all that a party does here: that of its country, else that of what it does.
fn facet_of(cx: &Cx<'_>, party: &Party, country: Option<&str>) -> Option<&'static str> {
    match (country, party.role) {
        (Some(country), _) if country == cx.catalog().partner() => Some("party"),
        (Some(country), _) if country == cx.catalog().home() => Some("host"),
        (_, Role::Contractor) => Some("contractor"),
        (_, Role::Lender) => Some("lender"),
        _ => None,
    }
}

fn programmes_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    use crate::dataset::schema::MembershipState;
    if project.programmes.is_empty() {
        return;
    }
    section(ui, &cx.t("record-programmes"), "");
    for membership in &project.programmes {
        let Some(programme) = cx.catalog().programme(&membership.programme) else {
            continue;
        };
        let key = match membership.state {
            MembershipState::Member => "programme-on",
            MembershipState::NotMember => "programme-not",
            MembershipState::Disputed => "programme-disputed",
            MembershipState::Dropped => "programme-dropped",
        };
        let words = cx.with(key, &[("name", cx.text(&programme.name).into())]);
        ui.horizontal_wrapped(|ui| {
            ui.label(&words);
            sources_button(ui, cx, &words, &membership.sources);
        });
        if let Some(text) = &membership.note {
            muted(ui, text);
        }
    }
}

fn contested_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    if let Some(controversy) = &project.controversy {
        section(ui, &cx.t("record-controversy"), "");
        ui.label(cx.text(&controversy.text));
        sources_button(ui, cx, &cx.t("record-controversy"), &controversy.sources);
    }
    for disagreement in &project.disagreements {
        section(
            ui,
            &cx.with(
                "record-disagreement",
                &[("about", (&disagreement.about).into())],
            ),
            "",
        );
        for statement in &disagreement.statements {
            ui.label(&statement.text);
            sources_button(ui, cx, &statement.text, &statement.sources);
        }
        if let Some(text) = &disagreement.note {
            muted(ui, text);
        }
    }
    if let Some(text) = &project.note {
        section(ui, &cx.t("record-note"), "");
        muted(ui, text);
    }
}
