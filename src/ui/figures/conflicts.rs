//! Where sources differ in a view: figures of its projects, years of the trade it shows.

use super::{FigureSpec, Snapshot, figure};
use crate::{
    analysis::{
        projects::{FigureConflict, conflicts_of},
        trade::{
            Point,
            chart::{Chart, Track},
        },
    },
    dataset::schema::{Figure, Id, Project},
    export::report::{Conflict, ConflictGroup, StatedValue},
    i18n::{decimal, short_date},
    ui::{Cx, wording},
};

/// The conflicts of a view, by kind.
pub(super) fn conflict_groups(snapshot: &Snapshot) -> Vec<ConflictGroup> {
    let found = |spec: Option<&FigureSpec>, find: fn(&Cx<'_>) -> ConflictGroup| {
        // A tab without anything to show has no conflicts to show.
        snapshot.numbers(spec?, |numbers| find(numbers.cx)).ok()
    };
    [
        found(figure("projects"), of_projects),
        found(figure("trade"), of_trade),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn of_projects(cx: &Cx<'_>) -> ConflictGroup {
    let rows = cx.state.derived.projects.rows.get();
    let rows = rows.into_iter().flat_map(|rows| rows.iter());
    let projects = rows.filter_map(|row| cx.catalog().data().projects.get(row.project));
    let conflicts = projects.flat_map(|project| {
        let all = conflicts_of(project).into_iter();
        all.map(move |conflict| project_conflict(cx, project, &conflict))
    });
    ConflictGroup {
        title: cx.t("report-conflicts-projects"),
        rule: cx.t("report-conflicts-projects-rule"),
        conflicts: conflicts.collect(),
    }
}

fn project_conflict(cx: &Cx<'_>, project: &Project, conflict: &FigureConflict) -> Conflict {
    let figures = conflict.figures.iter();
    let figures: Vec<&Figure> = figures.filter_map(|at| project.figures.get(*at)).collect();
    // All of them are about the same part.
    let part = figures.first().and_then(|figure| figure.part.clone());
    let what = [
        Some(cx.t(wording::quantity(conflict.what))),
        Some(cx.t(wording::figure_kind(conflict.kind)).to_lowercase()),
        part,
    ];
    let spread = decimal(conflict.spread(), 2);
    Conflict {
        of: cx.text(&project.name).to_owned(),
        what: words(what, ", "),
        values: figures.iter().map(|figure| stated(cx, figure)).collect(),
        spread: format!("{spread} {}", wording::unit_words(&conflict.unit)),
    }
}

fn stated(cx: &Cx<'_>, figure: &Figure) -> StatedValue {
    let date = figure.date.map(|date| date.to_string().replace("..", "–"));
    StatedValue {
        value: wording::figure_value(cx, figure),
        remark: words([date, figure.note.clone()], "; "),
        sources: figure.sources.iter().map(Id::to_string).collect(),
    }
}

fn of_trade(cx: &Cx<'_>) -> ConflictGroup {
    let answer = cx.state.derived.trade.answer.get();
    let chart = answer.and_then(|answer| answer.chart.as_ref());
    let conflicts = chart.into_iter().flat_map(|chart| {
        let tracks = chart.tracks.iter();
        tracks.flat_map(|track| track_conflicts(cx, chart, track))
    });
    ConflictGroup {
        title: cx.t("report-conflicts-trade"),
        rule: cx.t("report-conflicts-trade-rule"),
        conflicts: conflicts.collect(),
    }
}

fn track_conflicts(cx: &Cx<'_>, chart: &Chart, track: &Track) -> Vec<Conflict> {
    let name = wording::trade::track(cx, &chart.title, &track.label);
    let title = wording::trade::title(cx, chart);
    let points = track.points.iter();
    let points = points.filter(|(_, point)| point.is_in_conflict());
    let conflict = |(year, point): (&i32, &Point)| {
        let spread = point.spread().map_or(0.0, |spread| spread.width());
        Conflict {
            of: format!("{name}, {year}"),
            what: title.clone(),
            values: editions(cx, track, point),
            spread: wording::trade::exact(&track.unit, spread),
        }
    };
    points.map(conflict).collect()
}

/// The number drawn, then those of the recorder's other editions.
fn editions(cx: &Cx<'_>, track: &Track, point: &Point) -> Vec<StatedValue> {
    let drawn = StatedValue {
        value: wording::trade::exact(&track.unit, point.value),
        remark: words(
            [Some(cx.t("report-drawn")), published(cx, &point.sources)],
            "; ",
        ),
        sources: point.sources.iter().map(Id::to_string).collect(),
    };
    let others = point.others.iter().map(|other| StatedValue {
        value: wording::trade::exact(&track.unit, other.value),
        remark: words([published(cx, &other.sources)], "; "),
        sources: other.sources.iter().map(Id::to_string).collect(),
    });
    std::iter::once(drawn).chain(others).collect()
}

/// When the latest of the sources was published.
fn published<'a>(cx: &Cx<'_>, sources: impl IntoIterator<Item = &'a Id>) -> Option<String> {
    let dates = sources
        .into_iter()
        .filter_map(|id| cx.catalog().source(id)?.date);
    dates.max().map(short_date)
}

fn words<const N: usize>(parts: [Option<String>; N], between: &str) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(between)
}
