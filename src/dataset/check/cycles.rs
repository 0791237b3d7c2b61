//! Records that lead back to themselves.

use super::{Context, Sink};
use crate::dataset::place::At;
use crate::dataset::section::Section;

pub(super) fn cycles(context: &Context<'_>, sink: &mut Sink<'_>) {
    let data = context.data;
    let organisations = Section::Organisations;
    let parents = data.organisations.iter().map(|item| item.parent.as_deref());
    follow(context, organisations, "parent", parents, sink);
    let projects = Section::Projects;
    let umbrellas = data.projects.iter().map(|item| item.part_of.as_deref());
    follow(context, projects, "part_of", umbrellas, sink);
    let replaced = data.projects.iter().map(|item| item.replaces.as_deref());
    follow(context, projects, "replaces", replaced, sink);
    for (index, project) in data.projects.iter().enumerate() {
        for (position, other) in project.overlaps.iter().enumerate() {
            if *other == project.id {
                let at = At::item(projects, index).field("overlaps").index(position);
                sink.report(at, "it overlaps itself");
            }
        }
    }
}

/// How many records of a cycle are named.
const SHOWN: usize = 10;

/// Reports each cycle among links once, at its first record.
fn follow<'a>(
    context: &Context<'_>,
    section: Section,
    field: &'static str,
    links: impl Iterator<Item = Option<&'a str>>,
    sink: &mut Sink<'_>,
) {
    let next: Vec<Option<usize>> = links
        .map(|id| id.and_then(|id| context.find(section, id)))
        .collect();
    // Which walk has been here; each record is walked through once.
    let mut walked: Vec<Option<usize>> = vec![None; next.len()];
    for start in 0..next.len() {
        let mut path = Vec::new();
        let mut here = Some(start);
        while let Some(index) = here {
            match walked.get_mut(index) {
                Some(mark @ None) => *mark = Some(start),
                Some(Some(walk)) if *walk == start => {
                    report(context, section, field, &path, index, sink);
                    break;
                }
                _ => break,
            }
            path.push(index);
            here = next.get(index).copied().flatten();
        }
    }
}

fn report(
    context: &Context<'_>,
    section: Section,
    field: &'static str,
    path: &[usize],
    repeated: usize,
    sink: &mut Sink<'_>,
) {
    let cycle = path.iter().skip_while(|index| **index != repeated);
    let name = |index: &usize| section.id(context.data, *index);
    let ids: Vec<&str> = cycle.filter_map(name).take(SHOWN + 1).collect();
    let shown = ids.get(..SHOWN).map_or_else(
        || ids.join(" -> "),
        |first| format!("{} -> …", first.join(" -> ")),
    );
    let back = name(&repeated).unwrap_or_default();
    let message = format_args!("it leads back to itself: {shown} -> {back}");
    sink.report(At::item(section, repeated).field(field), message);
}
