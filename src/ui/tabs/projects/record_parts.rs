//! What a record says, in words: the panel at the right and the page that is printed are both made of it, so that
//! neither can say something else than the other.

use super::{map::path_words, record_figures, table_data::left_out_key};
use crate::{
    analysis::projects::Related,
    dataset::schema::{Id, Membership, MembershipState, PartialDate, Party, Project, Role},
    i18n::short_date,
    ui::{Cx, wording},
};

/// A record.
pub(in crate::ui) struct Record<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its names in other languages.
    pub other_names: Vec<&'a str>,
    /// Sector and regions.
    pub kind: String,
    /// What it is; empty if that is not stated.
    pub description: &'a str,
    /// Everything else in order, but for the sources.
    pub sections: Vec<Section<'a>>,
}

/// The section in which the small map stands.
pub(in crate::ui) const PLACE: &str = "place";

/// One section of a record.
pub(in crate::ui) struct Section<'a> {
    /// Stable id.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What it says.
    pub entries: Vec<Entry<'a>>,
    /// What the reader should know of them.
    pub remarks: Vec<String>,
}

/// How an entry stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::ui) enum Tone {
    #[default]
    Plain,
    Strong,
    Muted,
    Warning,
}

/// One statement.
#[derive(Default)]
pub(in crate::ui) struct Entry<'a> {
    /// What it is about, where it stands in a column of its own.
    pub name: Option<String>,
    /// The statement.
    pub text: String,
    /// How it stands out.
    pub tone: Tone,
    /// A mark beside it.
    pub mark: Option<String>,
    /// What kind of statement it is, and of when.
    pub details: String,
    /// What the reader should know.
    pub notes: Vec<&'a str>,
    /// Ids of its sources.
    pub sources: &'a [Id],
    /// Where a click leads.
    pub leads: Option<Leads<'a>>,
}

/// Where a click on an entry leads.
pub(in crate::ui) enum Leads<'a> {
    /// To all projects of a party: the facet and the id of the organisation.
    Party(&'static str, &'a str),
    /// To the record of another project, by id.
    Project(&'a str),
    /// To an event, by id.
    Event(&'a str),
}

impl<'a> Record<'a> {
    /// The record of a project; `related` is what it has to do with.
    pub fn of(cx: &Cx<'a>, project: &'a Project, related: Option<&Related>) -> Self {
        let name = cx.text(&project.name);
        let names = project.name.values();
        let sections = [
            Some(record_figures::money(cx, project)),
            record_figures::conflicts(cx, project),
            record_figures::others(cx, project),
            Some(history(cx, project)),
            parties(cx, project),
            programmes(cx, project),
            controversy(cx, project),
        ];
        let mut sections: Vec<Section<'_>> = sections.into_iter().flatten().collect();
        sections.extend(disagreements(cx, project));
        sections.extend(note(cx, project));
        sections.push(place(cx, project));
        let related = related.map(|related| [projects(cx, related), events(cx, related)]);
        sections.extend(related.into_iter().flatten().flatten());
        Self {
            name,
            other_names: names.filter(|own| *own != name).collect(),
            kind: kind(cx, project),
            description: cx.text(&project.description),
            sections,
        }
    }

    /// Ids of all sources, each once, in the order in which the record cites them; `project` names the rest.
    pub fn cited(&self, project: &'a Project) -> Vec<&'a str> {
        let entries = self.sections.iter().flat_map(|section| &section.entries);
        let own = entries.flat_map(|entry| entry.sources);
        let mut all: Vec<&str> = Vec::new();
        for id in own.chain(&project.sources) {
            if !all.contains(&id.as_str()) {
                all.push(id);
            }
        }
        all
    }
}

impl<'a> Section<'a> {
    pub(super) fn new(id: &'static str, title: String, entries: Vec<Entry<'a>>) -> Self {
        Self {
            id,
            title,
            entries,
            remarks: Vec::new(),
        }
    }

    /// The section, unless it says nothing.
    fn filled(self) -> Option<Self> {
        (!self.entries.is_empty()).then_some(self)
    }
}

impl Entry<'_> {
    /// What stands where nothing is stated.
    pub(super) fn missing(words: String) -> Self {
        Self {
            text: words,
            tone: Tone::Muted,
            ..Self::default()
        }
    }
}

/// Sector and regions.
fn kind(cx: &Cx<'_>, project: &Project) -> String {
    let catalog = cx.catalog();
    let sector = catalog.sector(&project.sector);
    let sector = sector.map(|sector| cx.text(&sector.name));
    let regions = project.regions.iter().filter_map(|id| catalog.region(id));
    let regions = regions.map(|region| cx.text(&region.name));
    sector
        .into_iter()
        .chain(regions)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Milestones and states in order of time.
fn history<'a>(cx: &Cx<'a>, project: &'a Project) -> Section<'a> {
    let mut dated: Vec<(Option<PartialDate>, Entry<'a>)> = Vec::new();
    for milestone in &project.milestones {
        let name = cx.t(wording::milestone(milestone.kind));
        let text = if milestone.planned {
            cx.with("planned", &[("what", (&name).into())])
        } else {
            name
        };
        let date = Some(milestone.date);
        dated.push((
            date,
            stated(cx, date, text, (&milestone.sources, &milestone.note)),
        ));
    }
    for state in &project.status {
        let status = cx.catalog().status(&state.status);
        let text = status.map_or("", |status| cx.text(&status.name)).to_owned();
        let entry = stated(cx, state.date, text, (&state.sources, &state.note));
        dated.push((state.date, entry));
    }
    // Undated states come last: they are the latest known.
    dated.sort_by_key(|(date, _)| (date.is_none(), *date));
    let mut entries: Vec<Entry<'_>> = dated.into_iter().map(|(_, entry)| entry).collect();
    if entries.is_empty() {
        entries.push(Entry::missing(cx.t("not-stated")));
    }
    Section::new("history", cx.t("record-history"), entries)
}

fn stated<'a>(
    cx: &Cx<'a>,
    date: Option<PartialDate>,
    text: String,
    (sources, note): (&'a [Id], &'a Option<String>),
) -> Entry<'a> {
    Entry {
        name: Some(date.map_or_else(|| cx.t("undated"), short_date)),
        text,
        notes: note.as_deref().into_iter().collect(),
        sources,
        ..Entry::default()
    }
}

fn parties<'a>(cx: &Cx<'a>, project: &'a Project) -> Option<Section<'a>> {
    let entries = project.parties.iter().filter_map(|party| {
        let organisation = cx.catalog().organisation(&party.organisation)?;
        let facet = facet_of(cx, party, organisation.country.as_deref());
        Some(Entry {
            name: Some(cx.t(wording::role(party.role))),
            text: cx.text(&organisation.name).to_owned(),
            notes: party.note.as_deref().into_iter().collect(),
            sources: &party.sources,
            leads: facet.map(|facet| Leads::Party(facet, &organisation.id)),
            ..Entry::default()
        })
    });
    Section::new("parties", cx.t("record-parties"), entries.collect()).filled()
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

fn programmes<'a>(cx: &Cx<'a>, project: &'a Project) -> Option<Section<'a>> {
    let entries = project.programmes.iter().filter_map(|membership| {
        Some(Entry {
            text: membership_words(cx, membership)?,
            notes: membership.note.as_deref().into_iter().collect(),
            sources: &membership.sources,
            ..Entry::default()
        })
    });
    Section::new("programmes", cx.t("record-programmes"), entries.collect()).filled()
}

fn membership_words(cx: &Cx<'_>, membership: &Membership) -> Option<String> {
    let programme = cx.catalog().programme(&membership.programme)?;
    let key = match membership.state {
        MembershipState::Member => "programme-on",
        MembershipState::NotMember => "programme-not",
        MembershipState::Disputed => "programme-disputed",
        MembershipState::Dropped => "programme-dropped",
    };
    Some(cx.with(key, &[("name", cx.text(&programme.name).into())]))
}

fn controversy<'a>(cx: &Cx<'a>, project: &'a Project) -> Option<Section<'a>> {
    let controversy = project.controversy.as_ref()?;
    let entry = Entry {
        text: cx.text(&controversy.text).to_owned(),
        sources: &controversy.sources,
        ..Entry::default()
    };
    Some(Section::new(
        "controversy",
        cx.t("record-controversy"),
        vec![entry],
    ))
}

fn disagreements<'a>(cx: &Cx<'a>, project: &'a Project) -> impl Iterator<Item = Section<'a>> {
    project.disagreements.iter().map(|disagreement| {
        let about = [("about", (&disagreement.about).into())];
        let title = cx.with("record-disagreement", &about);
        let entries = disagreement.statements.iter().map(|statement| Entry {
            text: statement.text.clone(),
            sources: &statement.sources,
            ..Entry::default()
        });
        let mut section = Section::new("disagreement", title, entries.collect());
        section.remarks.extend(disagreement.note.clone());
        section
    })
}

fn note<'a>(cx: &Cx<'a>, project: &'a Project) -> Option<Section<'a>> {
    let mut section = Section::new("note", cx.t("record-note"), Vec::new());
    section.remarks.push(project.note.clone()?);
    Some(section)
}

/// Where it is, and how exactly that is known.
fn place<'a>(cx: &Cx<'a>, project: &'a Project) -> Section<'a> {
    let entries = match &project.place {
        None => vec![Entry::missing(cx.t("map-place-none"))],
        Some(place) => {
            let name = cx.text(&place.name);
            let name = Entry {
                text: name.to_owned(),
                ..Entry::default()
            };
            let precision = Entry::missing(cx.t(wording::precision(place.precision)));
            let mut entries = vec![name, precision];
            entries.retain(|entry| !entry.text.is_empty());
            entries
        }
    };
    let path = project.path.iter().map(|path| Entry {
        text: path_words(cx, path),
        notes: path.note.iter().map(String::as_str).collect(),
        sources: &path.sources,
        ..Entry::default()
    });
    let mut entries: Vec<Entry<'_>> = entries;
    entries.extend(path);
    Section::new(PLACE, cx.t("record-place"), entries)
}

fn projects<'a>(cx: &Cx<'a>, related: &Related) -> Option<Section<'a>> {
    let lists = [
        ("related-umbrella", related.umbrella.as_slice()),
        ("related-parts", &related.parts),
        ("related-replaces", related.replaces.as_slice()),
        ("related-replaced-by", &related.replaced_by),
        ("related-overlaps", &related.overlaps),
    ];
    let all = &cx.catalog().data().projects;
    let mut entries = Vec::new();
    for (key, list) in lists {
        for (at, other) in list.iter().filter_map(|at| all.get(*at)).enumerate() {
            entries.push(Entry {
                // Once for all that follow.
                name: Some(if at == 0 { cx.t(key) } else { String::new() }),
                text: cx.text(&other.name).to_owned(),
                leads: Some(Leads::Project(&other.id)),
                ..Entry::default()
            });
        }
    }
    Section::new("related", cx.t("related-title"), entries).filled()
}

fn events<'a>(cx: &Cx<'a>, related: &Related) -> Option<Section<'a>> {
    let all = &cx.catalog().data().events;
    let events = related.events.iter().filter_map(|at| all.get(*at));
    let entries = events.map(|event| Entry {
        name: Some(short_date(event.date)),
        text: cx.text(&event.title).to_owned(),
        leads: Some(Leads::Event(&event.id)),
        ..Entry::default()
    });
    Section::new("events", cx.t("related-events"), entries.collect()).filled()
}

/// Why the money of a project is not in totals; nothing if it is.
pub(super) fn left_out(cx: &Cx<'_>, project: &Project) -> Option<String> {
    let at = cx.catalog().project_index(&project.id)?;
    let reason = (*cx.state.dataset.projects.left_out.get(at)?)?;
    let reason = cx.t(left_out_key(reason));
    Some(cx.with("map-tip-left-out", &[("reason", (&reason).into())]))
}
