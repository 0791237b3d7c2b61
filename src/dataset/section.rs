//! The sections of a dataset as one table: names, lists, ids, joining of files.
//!
//! What a record of a section holds is in `schema`; what must be true of it in `check`.

use super::schema::Dataset;

/// Declares [`Section`] and everything that needs a loop over all lists of a dataset.
macro_rules! sections {
    ($($variant:ident, $one:literal, [$($step:ident).+], |$item:ident| $id:expr;)*) => {
        /// A list of records in a [`Dataset`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Section {
            $(
                #[doc = concat!("Each record is a ", $one, ".")]
                $variant,
            )*
        }

        impl Section {
            /// All sections in the order of the file format.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The fields that lead to the list, such as `transit`, `nodes`.
            #[must_use]
            pub fn fields(self) -> &'static [&'static str] {
                match self {
                    $(Self::$variant => &[$(stringify!($step)),+],)*
                }
            }

            /// What one record is called in messages.
            #[must_use]
            pub fn singular(self) -> &'static str {
                match self {
                    $(Self::$variant => $one,)*
                }
            }

            /// Number of records.
            #[must_use]
            pub fn len(self, data: &Dataset) -> usize {
                match self {
                    $(Self::$variant => data.$($step).+.len(),)*
                }
            }

            /// Id of a record; `None` where the records of the section have none.
            #[must_use]
            pub fn id(self, data: &Dataset, index: usize) -> Option<&str> {
                match self {
                    $(Self::$variant => data.$($step).+.get(index).and_then(|$item| $id),)*
                }
            }
        }

        /// Moves all records of `from` to the end of the lists of `into`; leaves `meta` alone.
        fn append(into: &mut Dataset, from: &mut Dataset) {
            $(
                if into.$($step).+.is_empty() {
                    // A long list is not copied.
                    into.$($step).+ = std::mem::take(&mut from.$($step).+);
                } else {
                    into.$($step).+.append(&mut from.$($step).+);
                }
            )*
        }
    };
}

sections! {
    Countries, "country", [countries], |item| Some(item.id.as_str());
    Regions, "region", [regions], |item| Some(item.id.as_str());
    SectorGroups, "sector group", [sector_groups], |item| Some(item.id.as_str());
    Sectors, "sector", [sectors], |item| Some(item.id.as_str());
    Statuses, "status", [statuses], |item| Some(item.id.as_str());
    Recorders, "recorder", [recorders], |item| Some(item.id.as_str());
    Measures, "measure", [measures], |item| Some(item.id.as_str());
    Sources, "source", [sources], |item| Some(item.id.as_str());
    Organisations, "organisation", [organisations], |item| Some(item.id.as_str());
    Projects, "project", [projects], |item| Some(item.id.as_str());
    Programmes, "programme", [programmes], |item| Some(item.id.as_str());
    Products, "product", [products], |item| Some(item.id.as_str());
    Series, "series", [series], |item| Some(item.id.as_str());
    Nodes, "node", [transit.nodes], |item| Some(item.id.as_str());
    Routes, "route", [transit.routes], |item| Some(item.id.as_str());
    Observations, "observation", [transit.observations], |_item| None;
    Borders, "border measure", [transit.borders], |_item| None;
    Factors, "emission factor", [transit.factors], |_item| None;
    Corridors, "corridor", [transit.corridors], |item| Some(item.id.as_str());
    CargoPresets, "cargo preset", [transit.cargo_presets], |item| Some(item.id.as_str());
    Statements, "statement", [statements], |item| Some(item.id.as_str());
    Claims, "claim", [claims], |item| Some(item.id.as_str());
    Events, "event", [events], |item| Some(item.id.as_str());
}

impl Section {
    /// The name of the list, such as `nodes`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.fields().last().copied().unwrap_or_default()
    }

    /// Whether the records of this section have ids that others can point to.
    #[must_use]
    pub fn has_ids(self) -> bool {
        !matches!(self, Self::Observations | Self::Borders | Self::Factors)
    }
}

/// Which file a record came from, for every list of a joined dataset.
#[derive(Debug, Clone, Default)]
pub struct Origins {
    /// For each section and file: length of the joined list after that file.
    ends: Vec<Vec<usize>>,
    /// Position of the file that carries `meta`.
    meta: Option<usize>,
}

impl Origins {
    /// Position of the file a record is in, and the record's position in that file's list.
    #[must_use]
    pub fn find(&self, section: Section, index: usize) -> Option<(usize, usize)> {
        let ends = self.ends.get(section as usize)?;
        let file = ends.partition_point(|end| *end <= index);
        if file == ends.len() {
            return None;
        }
        let before = file.checked_sub(1).and_then(|file| ends.get(file));
        Some((file, index - before.copied().unwrap_or(0)))
    }

    /// Position of the file that carries `meta`.
    #[must_use]
    pub fn meta(&self) -> Option<usize> {
        self.meta
    }
}

/// A dataset joined from files.
#[derive(Debug, Default)]
pub struct Joined {
    /// All records; `meta` is that of the first file that has one.
    pub data: Dataset,
    /// Where each record came from.
    pub origins: Origins,
    /// Positions of files that carry a `meta` although one before them did.
    pub surplus_meta: Vec<usize>,
}

/// Joins the lists of files in their order.
#[must_use]
pub fn join(files: impl IntoIterator<Item = Dataset>) -> Joined {
    let mut joined = Joined::default();
    joined.origins.ends = vec![Vec::new(); Section::ALL.len()];
    for (position, mut file) in files.into_iter().enumerate() {
        append(&mut joined.data, &mut file);
        if let Some(meta) = file.meta {
            if joined.data.meta.is_none() {
                joined.data.meta = Some(meta);
                joined.origins.meta = Some(position);
            } else {
                joined.surplus_meta.push(position);
            }
        }
        for (section, ends) in Section::ALL.iter().zip(&mut joined.origins.ends) {
            ends.push(section.len(&joined.data));
        }
    }
    joined
}

/// How many of everything a dataset holds: all sections, and what lies inside their records.
#[must_use]
pub fn counts(data: &Dataset) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<_> = Section::ALL
        .iter()
        .map(|section| (section.name(), section.len(data)))
        .collect();
    let states = data.programmes.iter().map(|item| item.states.len());
    let figures = data.projects.iter().map(|item| item.figures.len());
    let values = data.series.iter().map(|item| item.values.len());
    let legs = data.transit.routes.iter().map(|item| item.legs.len());
    counts.extend([
        ("programme_states", states.sum()),
        ("figures", figures.sum()),
        ("series_values", values.sum()),
        ("legs", legs.sum()),
    ]);
    counts
}
