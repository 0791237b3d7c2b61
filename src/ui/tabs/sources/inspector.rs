//! The panel at the right: one source, its citation, and everything it supports with the way back there.

use crate::{
    analysis::{
        sources::{Area, Citation, SourceUse, Target},
        stats,
    },
    app::{
        Action, Tab,
        action::{OverviewAction, SourcesAction},
        view::OverviewRecord,
    },
    dataset::schema::{Series, Source, Text},
    i18n::{grouped, short_date},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{field, muted, quiet_button, section, warning_note},
        wording,
    },
};
use eframe::egui::{Align, Id, Layout, RichText, Ui};

/// How many records of one part are listed before "and n more".
const SHORT: usize = 6;

/// The panel.
pub(in crate::ui::tabs) fn inspector_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let selected = cx.state.view.sources.selected.as_deref();
    let position = selected.and_then(|id| cx.catalog().source_index(id));
    let source = position.and_then(|at| cx.catalog().data().sources.get(at));
    let index = cx.state.derived.sources.uses.get();
    let support = position.and_then(|at| index.and_then(|index| index.get(at)));
    match (source, support) {
        (Some(source), Some(support)) => source_ui(ui, cx, source, support),
        _ => reading_ui(ui, cx),
    }
}

/// Nothing is selected: say what the numbers mean.
fn reading_ui(ui: &mut Ui, cx: &Cx<'_>) {
    ui.label(strong(cx.t("source-select-title"), size::TITLE));
    muted(ui, &cx.t("source-select"));
    for (title, text) in [
        ("source-figures-title", "source-figures"),
        ("source-conflicts-title", "source-conflicts"),
    ] {
        section(ui, &cx.t(title), "");
        muted(ui, &cx.t(text));
    }
}

fn source_ui(ui: &mut Ui, cx: &Cx<'_>, source: &Source, used: &SourceUse) {
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if quiet_button(ui, "×", &cx.t("source-close")).clicked() {
            cx.push(Action::Sources(SourcesAction::Select(None)));
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.label(strong(&source.title, size::BRAND));
        });
    });
    ui.horizontal_wrapped(|ui| {
        if let Some(url) = &source.url
            && ui.button(cx.t("source-open")).on_hover_text(url).clicked()
        {
            cx.push(Action::OpenLink(url.clone()));
        }
        if ui
            .button(cx.t("source-cite"))
            .on_hover_text(citation(cx, source))
            .clicked()
        {
            cx.push(Action::Copy(citation(cx, source)));
        }
    });
    facts_ui(ui, cx, source);
    let counts = counts_words(cx, used.citations.len(), used.figures);
    section(ui, &cx.t("source-supports"), &counts);
    if used.conflicts > 0 {
        warning_note(
            ui,
            &cx.with("source-in-conflicts", &[("count", used.conflicts.into())]),
        );
    }
    if used.citations.is_empty() {
        muted(ui, &cx.t("source-nothing"));
    }
    for area in Area::ALL {
        area_ui(ui, cx, source, used, area);
    }
}

fn counts_words(cx: &Cx<'_>, records: usize, figures: usize) -> String {
    let shown = grouped(stats::count(figures));
    let values = [
        ("records", records.into()),
        ("figures", figures.into()),
        ("shown", (&shown).into()),
    ];
    cx.with("source-supports-count", &values)
}

fn facts_ui(ui: &mut Ui, cx: &Cx<'_>, source: &Source) {
    let unknown = cx.t("source-licence-unknown");
    let date = source.date.map_or_else(|| cx.t("undated"), short_date);
    let kind = cx.t(wording::source_kind(source.kind));
    let facts = [
        ("source-publisher", source.publisher.as_deref()),
        ("source-date", Some(date.as_str())),
        ("source-kind", Some(kind.as_str())),
        (
            "source-licence",
            Some(source.licence.as_deref().unwrap_or(&unknown)),
        ),
        ("source-method", source.method.as_deref()),
        ("source-note", source.note.as_deref()),
        ("source-id", Some(source.id.as_str())),
    ];
    for (key, text) in facts {
        if let Some(text) = text {
            field(ui, &cx.t(key), |ui| {
                ui.label(text);
            });
        }
    }
}

/// The citation as plain text: who, what, when, where, and as of which day the dataset read it.
fn citation(cx: &Cx<'_>, source: &Source) -> String {
    let date = source
        .date
        .map_or_else(|| cx.t("citation-undated"), |date| date.to_string());
    let as_of = cx.catalog().meta().map(|meta| meta.as_of.to_string());
    let as_of = as_of.map(|date| cx.with("citation-as-of", &[("date", (&date).into())]));
    let url = source.url.as_ref().map(|url| {
        as_of
            .as_ref()
            .map_or_else(|| url.clone(), |as_of| format!("{url} ({as_of})"))
    });
    let dated = format!("{} ({date})", source.title);
    let parts = [
        source.publisher.clone(),
        Some(dated),
        source.licence.clone(),
        url,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(". ")
}

/// The records of one part of the dataset, those with the most figures first.
fn area_ui(ui: &mut Ui, cx: &Cx<'_>, source: &Source, used: &SourceUse, area: Area) {
    let (records, figures) = used.in_area(area);
    if records == 0 {
        return;
    }
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(strong(cx.t(wording::area(area)), size::TABLE));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            muted(ui, &counts_words(cx, records, figures));
        });
    });
    let id = Id::unique(("source-records", &source.id, area));
    let all = ui.data(|data| data.get_temp(id).unwrap_or(false));
    let own = used
        .citations
        .iter()
        .filter(|citation| citation.target.area() == area);
    for citation in own.take(if all { usize::MAX } else { SHORT }) {
        citation_ui(ui, cx, citation);
    }
    if !all && records > SHORT {
        let text = cx.with("source-more", &[("count", (records - SHORT).into())]);
        let name = format!("{}: {text}", cx.t(wording::area(area)));
        if quiet_button(ui, &text, &name).clicked() {
            ui.data_mut(|data| data.insert_temp(id, true));
        }
    }
}

fn citation_ui(ui: &mut Ui, cx: &Cx<'_>, citation: &Citation) {
    let Some((words, action)) = target(cx, citation.target) else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let text = RichText::new(&words).size(size::TABLE);
        if ui.link(text).clicked() {
            cx.push(action);
        }
        if citation.figures > 1 {
            muted(ui, &grouped(stats::count(citation.figures))).on_hover_text(
                cx.with("source-figure-count", &[("count", citation.figures.into())]),
            );
        }
    });
}

/// A record in words, and the way to it.
fn target(cx: &Cx<'_>, target: Target) -> Option<(String, Action)> {
    let data = cx.catalog().data();
    let text = |text: &Text| cx.catalog().text(text, cx.state.words.tag()).to_owned();
    let transit = || Action::ShowTab(Tab::Transit);
    let found = match target {
        Target::Project(at) => {
            let project = data.projects.get(at)?;
            (text(&project.name), Action::ShowProject(project.id.clone()))
        }
        Target::ListState(programme, at) => {
            let programme = data.programmes.get(programme)?;
            let state = programme.states.get(at)?;
            let words = format!("{}: {}", short_date(state.date), text(&state.said_by));
            (
                words,
                show(OverviewRecord::ListState(programme.id.clone(), at)),
            )
        }
        Target::Series(at) => (
            series_words(cx, data.series.get(at)?),
            Action::ShowTab(Tab::Trade),
        ),
        Target::Route(at) => (text(&data.transit.routes.get(at)?.name), transit()),
        Target::Node(at) => (text(&data.transit.nodes.get(at)?.name), transit()),
        Target::Border(at) => {
            let border = data.transit.borders.get(at)?;
            let (place, year) = (text(&border.place), border.year.to_string());
            let values = [("place", (&place).into()), ("year", (&year).into())];
            (cx.with("source-border", &values), transit())
        }
        Target::Factor(at) => {
            let label = text(&data.transit.factors.get(at)?.label);
            (
                cx.with("source-factor", &[("label", (&label).into())]),
                transit(),
            )
        }
        Target::Corridor(at) => (text(&data.transit.corridors.get(at)?.name), transit()),
        Target::Cargo(at) => (text(&data.transit.cargo_presets.get(at)?.name), transit()),
        Target::Statement(at) => {
            let statement = data.statements.get(at)?;
            (text(&statement.title), Action::ShowTab(Tab::Overview))
        }
        Target::Claim(at) => {
            let claim = data.claims.get(at)?;
            (
                text(&claim.text),
                show(OverviewRecord::Claim(claim.id.clone())),
            )
        }
        Target::Event(at) => {
            let event = data.events.get(at)?;
            let words = format!("{}: {}", short_date(event.date), text(&event.title));
            (words, show(OverviewRecord::Event(event.id.clone())))
        }
    };
    Some(found)
}

fn show(record: OverviewRecord) -> Action {
    Action::Overview(OverviewAction::Show(record))
}

/// A series by its own name, or by what it measures between whom.
fn series_words(cx: &Cx<'_>, series: &Series) -> String {
    let catalog = cx.catalog();
    let text = |text: &Text| catalog.text(text, cx.state.words.tag()).to_owned();
    if !series.name.is_empty() {
        return text(&series.name);
    }
    let country = |id: &String| catalog.country(id).map(|country| text(&country.name));
    let ends = [&series.reporter, &series.partner].map(|id| id.as_ref().and_then(country));
    let ends = ends.into_iter().flatten().collect::<Vec<_>>().join(" – ");
    let product = series.product.as_deref().and_then(|id| catalog.product(id));
    let parts = [
        catalog
            .measure(&series.measure)
            .map(|measure| text(&measure.name)),
        (!ends.is_empty()).then_some(ends),
        product.map(|product| text(&product.name)),
        series.branch.clone(),
        catalog
            .recorder(&series.recorder)
            .map(|recorder| text(&recorder.name)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
