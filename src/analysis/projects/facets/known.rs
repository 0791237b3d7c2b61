//! What is known about one project while the columns are built: every id is looked up once.

use crate::{
    analysis::projects::{fold::fold_into, overlap::LeftOut},
    dataset::{
        catalog::Catalog,
        schema::{Organisation, Project, Role, SourceKind, Text},
    },
};

/// What the projects of a catalog have in common, prepared once.
pub(in crate::analysis::projects) struct Shared<'a> {
    pub(in crate::analysis::projects) catalog: &'a Catalog,
    /// For each sector the position of its group.
    groups: Vec<Option<usize>>,
    organisations: Vec<Known<'a>>,
    /// For each region what can be searched for.
    regions: Vec<String>,
}

/// What is known about an organisation.
pub(in crate::analysis::projects) struct Known<'a> {
    country: Option<&'a str>,
    /// What can be searched for.
    search: String,
}

impl<'a> Shared<'a> {
    pub(in crate::analysis::projects) fn new(catalog: &'a Catalog) -> Self {
        let data = catalog.data();
        let group = |id: &str| catalog.sector_group_index(id);
        Self {
            catalog,
            groups: data.sectors.iter().map(|s| group(&s.group)).collect(),
            organisations: data.organisations.iter().map(Known::of).collect(),
            regions: data.regions.iter().map(|r| folded(&r.name, &[])).collect(),
        }
    }
}

impl<'a> Known<'a> {
    fn of(organisation: &'a Organisation) -> Self {
        Self {
            country: organisation.country.as_deref(),
            search: folded(&organisation.name, &organisation.aliases),
        }
    }
}

/// A text in all languages and some words, folded one by one, so that a search cannot match
/// across two of them.
fn folded(text: &Text, words: &[String]) -> String {
    let mut all = String::new();
    for words in text.values().chain(words.iter().map(String::as_str)) {
        fold_into(words, &mut all);
        all.push('\n');
    }
    all
}

/// One project with its ids resolved; the memory for that is used again for the next one.
pub(in crate::analysis::projects) struct Resolved<'a> {
    pub(super) shared: &'a Shared<'a>,
    pub(in crate::analysis::projects) project: &'a Project,
    /// Why its money is left out of totals.
    pub(super) left_out: Option<LeftOut>,
    pub(super) sector: Option<usize>,
    /// Its latest status.
    pub(in crate::analysis::projects) status: Option<usize>,
    pub(super) regions: Vec<Option<usize>>,
    parties: Vec<(usize, Role)>,
    /// The sources that it names, as far as they were looked up.
    sources: Vec<(&'a str, Option<(usize, SourceKind)>)>,
}

impl<'a> Resolved<'a> {
    /// A project of which nothing is looked up yet.
    pub(in crate::analysis::projects) fn new(shared: &'a Shared<'a>, project: &'a Project) -> Self {
        Self {
            shared,
            project,
            left_out: None,
            sector: None,
            status: None,
            regions: Vec::new(),
            parties: Vec::new(),
            sources: Vec::new(),
        }
    }

    /// Goes on to another project, of which only this is known.
    pub(in crate::analysis::projects) fn leave_out(
        &mut self,
        project: &'a Project,
        why: Option<LeftOut>,
    ) {
        self.project = project;
        self.left_out = why;
    }

    /// Goes on to another project.
    pub(in crate::analysis::projects) fn look_up(&mut self, project: &'a Project) {
        let catalog = self.shared.catalog;
        self.project = project;
        self.sector = catalog.sector_index(&project.sector);
        let latest = project.status.last();
        self.status = latest.and_then(|latest| catalog.status_index(&latest.status));
        self.regions.clear();
        let regions = project.regions.iter();
        self.regions
            .extend(regions.map(|id| catalog.region_index(id)));
        self.parties.clear();
        let parties = project.parties.iter();
        self.parties.extend(parties.filter_map(|party| {
            let organisation = catalog.organisation_index(&party.organisation)?;
            Some((organisation, party.role))
        }));
        self.sources.clear();
    }

    pub(in crate::analysis::projects) fn catalog(&self) -> &'a Catalog {
        self.shared.catalog
    }

    /// Position of the group of its sector.
    pub(super) fn group(&self) -> Option<usize> {
        *self.shared.groups.get(self.sector?)?
    }

    /// Its parties: the position of the organisation, its country, its role.
    pub(super) fn parties(&self) -> impl Iterator<Item = (usize, Option<&'a str>, Role)> {
        self.parties.iter().filter_map(|(at, role)| {
            let organisation = self.shared.organisations.get(*at)?;
            Some((*at, organisation.country, *role))
        })
    }

    /// The kind of a source that it names.
    pub(in crate::analysis::projects) fn kind(&mut self, id: &'a str) -> Option<SourceKind> {
        self.look_up_source(id).map(|(_, kind)| kind)
    }

    /// The position of a source that it names.
    pub(in crate::analysis::projects) fn source(&mut self, id: &'a str) -> Option<u32> {
        let (at, _) = self.look_up_source(id)?;
        u32::try_from(at).ok()
    }

    /// A project names few sources, each several times.
    fn look_up_source(&mut self, id: &'a str) -> Option<(usize, SourceKind)> {
        if let Some((_, source)) = self.sources.iter().find(|(other, _)| *other == id) {
            return *source;
        }
        let catalog = self.shared.catalog;
        let source = catalog.source_index(id).and_then(|at| {
            let source = catalog.data().sources.get(at)?;
            Some((at, source.kind))
        });
        self.sources.push((id, source));
        source
    }

    /// Writes down everything that can be searched for, folded piece by piece.
    pub(in crate::analysis::projects) fn search_text(&self, out: &mut String) {
        let project = self.project;
        let place = project.place.as_ref().map(|place| &place.name);
        let texts = [&project.name, &project.description]
            .into_iter()
            .chain(place);
        let words = [project.id.as_str()].into_iter();
        let words = words.chain(project.subsector.as_deref());
        for words in texts.flat_map(Text::values).chain(words) {
            fold_into(words, out);
            out.push('\n');
        }
        let points = project.path.iter().flat_map(|path| &path.points);
        for words in points.flat_map(|point| point.name.values()) {
            fold_into(words, out);
            out.push('\n');
        }
        for (at, _) in &self.parties {
            let organisation = self.shared.organisations.get(*at);
            out.push_str(organisation.map_or("", |organisation| &organisation.search));
        }
        for region in self.regions.iter().flatten() {
            out.push_str(self.shared.regions.get(*region).map_or("", String::as_str));
        }
    }
}
