//! The reference as text: a heading a section, a table a record, the words of each enumeration.

use super::examples::{Examples, inner};
use super::source::{Member, Type};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What each number counts; every field with a number must be here.
const UNITS: &[(&str, &str)] = &[
    ("Meta.schema", ""),
    ("Meta.price_base", "year"),
    ("SectorGroup.slot", ""),
    ("Figure.value", "`unit`"),
    ("Figure.low", "`unit`"),
    ("Figure.high", "`unit`"),
    ("Place.lat", "degrees"),
    ("Place.lon", "degrees"),
    ("Waypoint.lat", "degrees"),
    ("Waypoint.lon", "degrees"),
    ("ProgrammeState.jobs", "jobs"),
    ("StatePart.count", "projects"),
    ("StatePart.money_m", "millions of `meta.currency`"),
    ("Series.months", "month, 1 to 12"),
    ("Series.preference", ""),
    ("Series.values", "`unit`"),
    ("Node.lat", "degrees"),
    ("Node.lon", "degrees"),
    ("Leg.distance_km", "km"),
    ("Leg.days_low", "days"),
    ("Leg.days_typical", "days"),
    ("Leg.days_high", "days"),
    ("Observation.low", "`unit`"),
    ("Observation.typical", "`unit`"),
    ("Observation.high", "`unit`"),
    ("BorderMeasure.year", "year"),
    ("BorderMeasure.value", "`unit`"),
    ("EmissionFactor.g_per_tkm", "g/tkm"),
    ("Corridor.length_km", "km"),
    ("CargoPreset.value_per_feu", "`meta.currency`"),
    ("CargoPreset.tonnes_per_feu", "t"),
    ("Claim.value", "`unit`"),
    ("Claim.low", "`unit`"),
    ("Claim.high", "`unit`"),
    ("Check.year", "year"),
    ("Check.since", "year"),
    ("Check.factor", "claim's unit for one of the number's"),
];

/// Writes the reference of all types.
pub struct Writer<'a> {
    types: &'a BTreeMap<String, Type>,
    examples: &'a Examples<'a>,
    units: BTreeMap<&'a str, &'a str>,
    anchors: BTreeMap<String, String>,
    written: BTreeSet<String>,
    text: String,
}

/// The reference, from the dataset down.
pub fn reference(types: &BTreeMap<String, Type>, examples: &Examples<'_>) -> String {
    let mut writer = Writer {
        types,
        examples,
        units: UNITS.iter().copied().collect(),
        anchors: BTreeMap::new(),
        written: BTreeSet::new(),
        text: String::new(),
    };
    writer.name_anchors("Dataset", "");
    writer.write();
    let forgotten: Vec<_> = types
        .keys()
        .filter(|name| !writer.written.contains(*name))
        .collect();
    assert!(forgotten.is_empty(), "no section leads to {forgotten:?}");
    assert!(
        writer.units.is_empty(),
        "units of no number: {:?}",
        writer.units
    );
    writer.text
}

impl Writer<'_> {
    /// Sections are found by their own names; what is inside their records by the type's.
    fn name_anchors(&mut self, kind: &str, path: &str) {
        for member in &self.types[kind].members {
            let own = format!("{path}{}", member.name);
            let inside = inner(&member.kind);
            self.anchors.insert(inside.to_owned(), anchor(&own));
            if inside == "Transit" {
                self.name_anchors(inside, &format!("{own}."));
            }
        }
        let rest = self.types.keys();
        for name in rest {
            let own = anchor(name);
            self.anchors.entry(name.clone()).or_insert(own);
        }
    }

    fn write(&mut self) {
        self.text.push_str("## Sections\n\n");
        self.table("Dataset");
        self.written.insert("Dataset".to_owned());
        for member in &self.types["Dataset"].members {
            self.section(&member.name, inner(&member.kind), "##");
        }
    }

    fn section(&mut self, path: &str, kind: &str, level: &str) {
        let _ = write!(self.text, "\n{level} {path}\n\n");
        self.record(kind);
        if kind == "Transit" {
            for member in &self.types[kind].members {
                self.section(
                    &format!("{path}.{}", member.name),
                    inner(&member.kind),
                    "###",
                );
            }
        } else {
            self.parts(kind, &format!("#{level}"));
        }
    }

    /// What the fields of a record are made of, unless it stands further up.
    fn parts(&mut self, kind: &str, level: &str) {
        for member in &self.types[kind].members {
            let inside = inner(&member.kind);
            if self.types.contains_key(inside) && !self.written.contains(inside) {
                let _ = write!(self.text, "\n{level} {inside}\n\n");
                self.record(inside);
                self.parts(inside, level);
            }
        }
    }

    fn record(&mut self, kind: &str) {
        let about = &self.types[kind];
        let comment = paragraphs(&about.comment);
        let _ = write!(self.text, "{comment}\n\n");
        self.written.insert(kind.to_owned());
        if about.is_enum {
            self.words(about);
        } else {
            self.table(kind);
        }
    }

    fn words(&mut self, about: &Type) {
        self.text.push_str("| word | meaning |\n|---|---|\n");
        for member in &about.members {
            let absent = if member.optional {
                " This is what an absent field means."
            } else {
                ""
            };
            let _ = writeln!(
                self.text,
                "| `{}` | {}{absent} |",
                member.name,
                line(&member.comment)
            );
        }
    }

    fn table(&mut self, kind: &str) {
        let members = &self.types[kind].members;
        let names: Vec<_> = members
            .iter()
            .map(|member| format!("{kind}.{}", member.name))
            .collect();
        let units: Vec<_> = members
            .iter()
            .zip(&names)
            .map(|(member, name)| self.unit(member, name))
            .collect();
        let with_units = units.iter().any(|unit| !unit.is_empty());
        let with_examples = names.iter().any(|name| self.examples.get(name).is_some());
        let mut columns = vec!["field", "type"];
        columns.extend(with_units.then_some("unit"));
        columns.extend(["if absent", "meaning"]);
        columns.extend(with_examples.then_some("example"));
        self.row(&columns);
        self.row(&vec!["---"; columns.len()]);
        for ((member, name), unit) in members.iter().zip(&names).zip(&units) {
            let mut cells = vec![format!("`{}`", member.name), self.kind(member)];
            cells.extend(with_units.then(|| unit.clone()));
            cells.extend([self.absent(member), line(&member.comment)]);
            cells.extend(with_examples.then(|| self.example(member, name)));
            self.row(&cells);
        }
    }

    fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        let cells: Vec<_> = cells
            .iter()
            .map(|cell| cell.as_ref().replace('|', "\\|"))
            .collect();
        let row = if cells.iter().all(|cell| cell == "---") {
            format!("|{}|", cells.join("|"))
        } else {
            format!("| {} |", cells.join(" | "))
        };
        let _ = writeln!(self.text, "{row}");
    }

    fn unit(&mut self, member: &Member, name: &str) -> String {
        let number = ["f64", "i32", "u8", "u32", "u64", "(u8, u8)"];
        if !number.contains(&inner(&member.kind)) {
            return String::new();
        }
        let unit = self.units.remove(name);
        unit.unwrap_or_else(|| panic!("what does {name} count? add it to UNITS"))
            .to_owned()
    }

    fn kind(&self, member: &Member) -> String {
        let inside = inner(&member.kind);
        let comment = member.comment.as_str();
        let one = match inside {
            "String"
                if member.name == "id"
                    || comment.starts_with("Id of")
                    || comment.starts_with("Ids of") =>
            {
                "id".to_owned()
            }
            "String" => "text".to_owned(),
            "Text" => "[text by language](#texts-and-languages)".to_owned(),
            "PartialDate" => "[date](#dates-and-periods)".to_owned(),
            "Period" => "[period](#dates-and-periods)".to_owned(),
            "f64" => "number".to_owned(),
            "i32" | "u8" | "u32" | "u64" => "whole number".to_owned(),
            "(u8, u8)" => "`(first, last)`".to_owned(),
            "bool" => "`true` or `false`".to_owned(),
            known => {
                let anchor = self
                    .anchors
                    .get(known)
                    .unwrap_or_else(|| panic!("no words for the type {known}"));
                format!("[{known}](#{anchor})")
            }
        };
        if member.kind.contains("BTreeMap<") {
            format!("map from years to {one}")
        } else if member.kind.contains("Vec<") {
            format!("list of {one}")
        } else {
            one
        }
    }

    fn absent(&self, member: &Member) -> String {
        if member.kind == "Option<Meta>" {
            return "**required**".to_owned();
        }
        if !member.optional {
            return "**required**".to_owned();
        }
        if let Some(text) = &member.default {
            return format!("`{text:?}`");
        }
        let kind = member.kind.as_str();
        let known = self.types.get(kind).filter(|known| known.is_enum);
        if let Some(known) = known {
            let word = known
                .members
                .iter()
                .find(|word| word.optional)
                .expect("a default word");
            return format!("`{}`", word.name);
        }
        match kind {
            "bool" => "`false`".to_owned(),
            "i32" => "`0`".to_owned(),
            _ if kind.starts_with("Option<") => "not known".to_owned(),
            _ => "none".to_owned(),
        }
    }

    fn example(&self, member: &Member, name: &str) -> String {
        if let Some(example) = self.examples.get(name) {
            return format!("`{example}`");
        }
        let inside = inner(&member.kind);
        assert!(
            self.types.contains_key(inside),
            "no dataset has an example of {name}"
        );
        String::new()
    }
}

/// The anchor that a heading gets where Markdown is shown.
pub fn anchor(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|c| c.is_alphanumeric() || "-_ ".contains(*c));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// A comment as one line, with names in place of links into the code.
fn line(comment: &str) -> String {
    plain(&comment.replace('\n', " "))
}

fn paragraphs(comment: &str) -> String {
    plain(comment)
}

/// Links of the code's documentation lead nowhere here.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        let (name, after) = after.split_once("`]").expect("the end of a link");
        let name = name.rsplit("::").next().unwrap_or_default();
        plain.push_str(before);
        let _ = write!(plain, "`{name}`");
        rest = after;
    }
    let plain = plain + rest;
    plain.replace(
        "`SCHEMA_VERSION`",
        "[its versions](#versions-of-the-format)",
    )
}
