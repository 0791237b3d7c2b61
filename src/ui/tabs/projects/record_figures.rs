//! The figures of a record: money with the one that totals take, what conflicts, everything else in numbers.

use super::record_parts::{Entry, Section, Tone, left_out};
use crate::{
    analysis::projects::{Amount, MoneyStage, conflicts_of},
    dataset::schema::{Figure, Project},
    i18n::decimal,
    ui::{Cx, wording},
};

/// All stated money; the one that totals take is marked, and why it is taken is said.
pub(super) fn money<'a>(cx: &Cx<'a>, project: &'a Project) -> Section<'a> {
    let stage = cx.state.view.projects.chart.stage;
    let used = Amount::choose(cx.catalog(), project, stage);
    let figures = project.figures.iter().enumerate();
    let money = figures.filter(|(_, figure)| figure.what.is_money());
    let left_out = left_out(cx, project);
    let entries = money.map(|(at, figure)| {
        let is_used = used.is_some_and(|amount| amount.figure == at);
        // A project that totals leave out has no figure in them.
        let mark = (is_used && left_out.is_none()).then(|| cx.t("record-in-totals"));
        Entry {
            tone: if is_used { Tone::Strong } else { Tone::Plain },
            mark,
            ..entry(cx, figure)
        }
    });
    let mut entries: Vec<Entry<'_>> = entries.collect();
    if entries.is_empty() {
        entries.push(Entry::missing(cx.t("not-stated")));
    }
    let mut section = Section::new("money", cx.t("record-money"), entries);
    if let Some(amount) = used {
        let words = cx.t(wording::stage(amount.stage));
        let key = if stage == MoneyStage::Latest {
            "record-used-latest"
        } else {
            "record-used"
        };
        section
            .remarks
            .push(cx.with(key, &[("stage", (&words).into())]));
        section.remarks.extend(left_out);
    }
    section
}

/// Figures that state the same thing differently, side by side.
pub(super) fn conflicts<'a>(cx: &Cx<'a>, project: &'a Project) -> Option<Section<'a>> {
    let mut entries = Vec::new();
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
        entries.push(Entry {
            text: cx.with("record-conflict", &values),
            tone: Tone::Warning,
            ..Entry::default()
        });
        let figures = conflict.figures.iter();
        let figures = figures.filter_map(|at| project.figures.get(*at));
        entries.extend(figures.map(|figure| Entry {
            name: Some(date(figure).unwrap_or_else(|| cx.t("undated"))),
            text: wording::figure_value(cx, figure),
            sources: &figure.sources,
            ..Entry::default()
        }));
    }
    let section = Section::new("conflicts", cx.t("record-conflicts"), entries);
    (!section.entries.is_empty()).then_some(section)
}

/// Capacity, jobs, length and everything else that is no money.
pub(super) fn others<'a>(cx: &Cx<'a>, project: &'a Project) -> Option<Section<'a>> {
    let figures = project.figures.iter();
    let others = figures.filter(|figure| !figure.what.is_money());
    let entries: Vec<Entry<'_>> = others.map(|figure| entry(cx, figure)).collect();
    let section = Section::new("figures", cx.t("record-figures"), entries);
    (!section.entries.is_empty()).then_some(section)
}

fn entry<'a>(cx: &Cx<'a>, figure: &'a Figure) -> Entry<'a> {
    let kind = cx.t(wording::figure_kind(figure.kind));
    let part = figure.part.as_ref();
    let part = part.map(|part| cx.with("record-part", &[("part", part.into())]));
    let details = [Some(kind), date(figure), part].into_iter().flatten();
    let details: Vec<String> = details.filter(|words| !words.is_empty()).collect();
    Entry {
        name: Some(cx.t(wording::quantity(figure.what))),
        text: wording::figure_value(cx, figure),
        details: details.join(", "),
        notes: figure.note.as_deref().into_iter().collect(),
        sources: &figure.sources,
        ..Entry::default()
    }
}

/// The date or period a figure is about.
fn date(figure: &Figure) -> Option<String> {
    let date = figure.date?;
    Some(date.to_string().replace("..", "–"))
}
