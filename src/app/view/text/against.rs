//! The other side of a comparison: a filter in this same language, in quotes.
//!
//! `against:"sector:rail status:operational"`; an empty one, `against:""`, keeps all projects.

use super::{
    Context, Meaning,
    parts::{PARTS, Part, Row},
    problem::Reason,
    projects, take_in_all,
    token::{Token, in_quotes},
};
use crate::app::{View, view::ProjectsView};

/// Whether a part is about which projects there are.
fn is_of_filter(part: &Part) -> bool {
    matches!(part.key, "text" | "years" | "amount" | "area")
}

/// The filter as text.
pub(super) fn written(view: &View, cx: &Context<'_>) -> Option<String> {
    let of = &view.projects;
    let own = View {
        projects: ProjectsView {
            filter: of.against.clone()?,
            // Years are of the chart's step unless they name another.
            chart: of.chart,
            ..ProjectsView::default()
        },
        ..View::default()
    };
    let mut parts = Vec::new();
    for row in PARTS {
        match row {
            Row::Facets => parts.extend(projects::facets_written(&own)),
            Row::Part(part) if is_of_filter(part) => {
                let value = (part.write)(&own, cx);
                parts.extend(value.map(|value| format!("{}:{value}", part.key)));
            }
            Row::Part(_) => {}
        }
    }
    Some(in_quotes(&parts.join(" ")))
}

/// Reads the filter; what of it is left out is named part by part.
pub(super) fn read(
    view: &mut View,
    token: &Token<'_>,
    cx: &Context<'_>,
) -> Result<Vec<Reason>, Reason> {
    token.values()?;
    let mut own = View::default();
    own.projects.chart = view.projects.chart;
    let refuse = |meaning: &Meaning| match meaning {
        Meaning::Part(_, part) if !is_of_filter(part) => Some(Reason::NotOfFilter),
        _ => None,
    };
    let problems = take_in_all(&mut own, &token.whole(), cx, &refuse);
    view.projects.against = Some(own.projects.filter);
    let within = problems.into_iter().map(|problem| Reason::Within {
        part: problem.part,
        reason: Box::new(problem.reason),
    });
    Ok(within.collect())
}
