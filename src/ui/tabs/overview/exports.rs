//! What the Overview tab hands out: the claims, the official list, the events, the key figures.

use super::{
    claims, claims_data, data, events,
    figures::picture_ui,
    key_data,
    key_figures::{KeyFigure, Picture, key_figures},
    list,
};
use crate::{
    analysis::{
        claims::{Candidate, CandidateOrigin, ClaimCheck},
        overview::Overview,
    },
    app::Tab,
    dataset::schema::{Claim, Scope},
    i18n::{range, short_date, year_range},
    ui::{
        Cx,
        charts::{Mark, MarkEntry, legend_ui, mark_legend_ui},
        figures::{Caption, FigurePicture, FigureSpec},
        theme::{size, strong},
        widgets::muted,
        wording,
    },
};
use eframe::egui::{Align, Layout, Ui};

/// So many statements about a list are named one by one; more are summed up.
const NAMED: usize = 4;
/// Height of a strip in the list of key figures, and of a whole row.
const STRIP: f32 = 22.0;
const ROW: f32 = 112.0;

/// The figures of the tab.
pub(in crate::ui) const FIGURES: &[FigureSpec] = &[
    FigureSpec {
        id: "claims",
        name: "figure-claims",
        tab: Tab::Overview,
        caption: claims_caption,
        picture: Some(FigurePicture {
            legend: Some(claims_legend_ui),
            plot: |ui, cx, _| claims_ui(ui, cx),
        }),
        table: claims_data::claims_table,
    },
    FigureSpec {
        id: "list",
        name: "list-title",
        tab: Tab::Overview,
        caption: list_caption,
        picture: Some(FigurePicture {
            legend: Some(list_legend_ui),
            plot: |ui, cx, height| {
                if let Some((stated, programme)) = list::stated(cx) {
                    let shown = list::shown(cx, stated);
                    // Each plot has its title above.
                    let height = height - 40.0;
                    list::plots_ui(ui, cx, programme, &shown, height.max(LEAST_LIST));
                }
            },
        }),
        table: data::list_table,
    },
    FigureSpec {
        id: "events",
        name: "events-title",
        tab: Tab::Overview,
        caption: events_caption,
        picture: Some(FigurePicture {
            legend: None,
            plot: |ui, cx, height| {
                events::timeline_of_ui(ui, cx, &events::events(cx), height);
            },
        }),
        table: data::events_table,
    },
    FigureSpec {
        id: "key-figures",
        name: "figure-key-figures",
        tab: Tab::Overview,
        caption: key_caption,
        picture: Some(FigurePicture {
            legend: None,
            plot: key_figures_ui,
        }),
        table: key_data::key_table,
    },
];

/// Least height of the two plots of the list together.
const LEAST_LIST: f32 = 280.0;

fn overview<'a>(cx: &Cx<'a>) -> Option<&'a Overview> {
    let overview = cx.state.derived.overview.overview.get();
    overview.map(|overview| &**overview)
}

/// Both countries.
fn pair(cx: &Cx<'_>) -> (String, String) {
    let catalog = cx.catalog();
    let home = catalog.country(catalog.home());
    let home = home.map_or("", |country| cx.text(&country.name));
    (home.to_owned(), cx.partner().to_owned())
}

fn claims_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let (Some(statement), Some(overview)) = (claims::statement(cx), overview(cx)) else {
        return Err(cx.t("claims-none"));
    };
    let numbers = overview
        .claims
        .iter()
        .filter(|check| check.interval.is_some());
    let points = overview.claims.len() - numbers.clone().count();
    if numbers.count() == 0 {
        return Err(cx.t("claims-none"));
    }
    let summary = claims::summary(cx, &overview.claims);
    let date = short_date(statement.date);
    let values = [
        ("speaker", cx.text(&statement.speaker).into()),
        ("date", (&date).into()),
        ("summary", (&summary).into()),
    ];
    let about = cx.text(&statement.summary);
    let about = (!about.is_empty()).then(|| about.to_owned());
    let mut notes: Vec<String> = about.into_iter().collect();
    notes.push(cx.t("figure-claims-verdict"));
    if points > 0 {
        notes.push(cx.with("figure-claims-points", &[("count", points.into())]));
    }
    Ok(Caption {
        title: cx.text(&statement.title).to_owned(),
        subtitle: cx.with("figure-claims-sub", &values),
        filter: String::new(),
        notes,
        sources: claims_data::claims_table(cx).sources(),
    })
}

fn claims_legend_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let entry = |mark, color, key: &str| MarkEntry {
        label: cx.t(key),
        color,
        mark,
    };
    let entries = [
        entry(Mark::Band, cx.tokens.accent, "figure-claims-band"),
        entry(Mark::Full, cx.tokens.accent, "figure-claims-fits"),
        entry(Mark::Ring, cx.tokens.warning, "figure-claims-other"),
    ];
    mark_legend_ui(ui, &entries);
}

fn claims_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(overview) = overview(cx) else {
        return;
    };
    let strip = (ui.available_width() * 0.3).clamp(116.0, 340.0);
    ui.spacing_mut().item_spacing.y = 3.0;
    claims::numbers_ui(ui, cx, &overview.claims, strip, |ui, check, claim| {
        let words = compared_words(cx, check, claim);
        if !words.is_empty() {
            muted(ui, &words);
        }
        ui.add_space(4.0);
    });
}

/// What the number can mean and what it was compared with, in numbers.
fn compared_words(cx: &Cx<'_>, check: &ClaimCheck, claim: &Claim) -> String {
    let unit = claim.unit.as_deref().unwrap_or_default();
    let Some(interval) = check.interval.filter(|_| !check.candidates.is_empty()) else {
        return String::new();
    };
    let of_list = |candidate: &&Candidate| matches!(candidate.origin, CandidateOrigin::List { .. });
    let statements: Vec<&Candidate> = check.candidates.iter().filter(of_list).collect();
    let together = statements.len() > NAMED;
    let named = check
        .candidates
        .iter()
        .filter(|one| !(together && of_list(one)));
    let mut parts: Vec<String> = named
        .map(|candidate| {
            let label = wording::candidate_label(cx, candidate);
            format!("{label}: {}", wording::candidate_value(unit, candidate))
        })
        .collect();
    if together {
        let low = statements
            .iter()
            .map(|one| one.low)
            .fold(f64::INFINITY, f64::min);
        let high = statements
            .iter()
            .map(|one| one.high)
            .fold(f64::NEG_INFINITY, f64::max);
        let ends = range(
            &wording::claim_number(unit, low),
            &wording::claim_number(unit, high),
        );
        let values = [
            ("count", statements.len().into()),
            ("range", (&ends).into()),
        ];
        parts.push(cx.with("figure-claims-statements", &values));
    }
    let meaning = wording::interval_words(cx, unit, interval);
    let list = parts.join("; ");
    let values = [("meaning", (&meaning).into()), ("list", (&list).into())];
    cx.with("figure-claims-compared", &values)
}

fn list_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let Some((stated, programme)) = list::stated(cx) else {
        return Err(cx.t("list-none"));
    };
    let shown = list::shown(cx, stated);
    let (Some(first), Some(last)) = (shown.first(), shown.last()) else {
        return Err(cx.t("list-none"));
    };
    let years = year_range(first.date.year(), last.date.year());
    let values = [
        ("name", cx.text(&programme.name).into()),
        ("years", (&years).into()),
    ];
    let about = cx.text(&programme.description);
    let mut notes = vec![cx.t("figure-list-note")];
    let left_out = stated.points.len() - shown.len();
    if left_out > 0 {
        notes.push(cx.with("figure-list-left-out", &[("count", left_out.into())]));
    }
    if !about.is_empty() {
        notes.push(about.to_owned());
    }
    let currency = [
        ("currency", cx.currency().into()),
        ("count", shown.len().into()),
    ];
    Ok(Caption {
        title: cx.with("figure-list-title", &values),
        subtitle: cx.with("figure-list-sub", &currency),
        filter: String::new(),
        notes,
        sources: data::list_table(cx).sources(),
    })
}

/// Only where statements of several kinds are drawn.
fn list_legend_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some((stated, _)) = list::stated(cx) else {
        return;
    };
    let shown = list::shown(cx, stated);
    if shown.iter().all(|point| point.scope == Scope::List) {
        return;
    }
    let entry = |mark, key: &str| MarkEntry {
        label: cx.t(key),
        color: cx.tokens.accent,
        mark,
    };
    let entries = [
        entry(Mark::Full, "figure-list-own"),
        entry(Mark::Ring, "figure-list-other"),
    ];
    mark_legend_ui(ui, &entries);
}

fn events_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let events = events::events(cx);
    let (Some(first), Some(last)) = (events.first(), events.last()) else {
        return Err(cx.t("events-none"));
    };
    let years = year_range(first.date.year(), last.date.year());
    let (home, partner) = pair(cx);
    let values = [
        ("home", (&home).into()),
        ("partner", (&partner).into()),
        ("years", (&years).into()),
    ];
    Ok(Caption {
        title: cx.with("figure-events-title", &values),
        subtitle: cx.with("figure-events-sub", &[("count", events.len().into())]),
        filter: String::new(),
        notes: vec![cx.t("figure-events-note")],
        sources: data::events_table(cx).sources(),
    })
}

fn key_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let table = key_data::key_table(cx);
    if table.rows.is_empty() {
        return Err(cx.t("figure-none"));
    }
    let (home, partner) = pair(cx);
    let values = [("home", (&home).into()), ("partner", (&partner).into())];
    Ok(Caption {
        title: cx.with("figure-key-title", &values),
        subtitle: cx.t("figure-key-sub"),
        filter: String::new(),
        notes: vec![cx.t("figure-key-note")],
        sources: table.sources(),
    })
}

/// All key figures that the dataset has, below each other.
fn key_figures_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    let Some(overview) = overview(cx) else {
        return;
    };
    let known = |figure: &KeyFigure| !matches!(figure.picture, Picture::Nothing);
    let figures: Vec<KeyFigure> = key_figures(cx, overview)
        .into_iter()
        .filter(known)
        .collect();
    let rows = f32::from(u8::try_from(figures.len()).unwrap_or(u8::MAX)).max(1.0);
    let gap = (height / rows - ROW).clamp(12.0, 36.0);
    for (at, figure) in figures.iter().enumerate() {
        if at > 0 {
            ui.add_space(gap);
        }
        key_figure_ui(ui, cx, figure);
    }
}

fn key_figure_ui(ui: &mut Ui, cx: &Cx<'_>, figure: &KeyFigure) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        ui.label(strong(&figure.title, size::BODY));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(strong(&figure.value, size::TITLE));
        });
    });
    picture_ui(ui, cx, &figure.picture, &figure.title, STRIP);
    if figure.named.is_empty() {
        muted(ui, &figure.below);
    } else {
        legend_ui(ui, &figure.named);
    }
    muted(ui, &figure.tip.replace('\n', " "));
}
