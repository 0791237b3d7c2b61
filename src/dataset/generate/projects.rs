//! Projects: each with a story that its states, steps and figures tell in the same way.

use super::lines::Lines;
use super::names::Town;
use super::random::{Random, rounded};
use super::sources::{ReportFacts, ReportId, organisation_id, report, report_of_project};
use super::tables::{REGIONS, Region, SECTORS, Sector};
use super::{LAST_YEAR, PROJECTS_A_REPORT, Plan, kind};
use std::io;

/// How far a project has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Planned,
    Construction,
    Operational,
    Suspended,
    Cancelled,
}

impl Fate {
    fn status(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Construction => "construction",
            Self::Operational => "operational",
            Self::Suspended => "suspended",
            Self::Cancelled => "cancelled",
        }
    }

    /// How firm the latest statement about its cost is.
    fn figure_kind(self) -> &'static str {
        match self {
            Self::Planned | Self::Cancelled => "Agreed",
            Self::Construction | Self::Suspended => "Contracted",
            Self::Operational => "Paid",
        }
    }
}

/// What happened with a project.
struct Story {
    number: u64,
    sector: &'static Sector,
    first: ReportFacts,
    later: ReportId,
    started: i32,
    completed: i32,
    fate: Fate,
    cost_m: f64,
}

impl Story {
    /// The year of its last known state.
    fn latest(&self) -> i32 {
        match self.fate {
            Fate::Planned => self.first.year,
            Fate::Construction => self.started,
            Fate::Operational => self.completed,
            Fate::Suspended | Fate::Cancelled => (self.started + 1).min(LAST_YEAR),
        }
    }
}

fn sector(random: &mut Random) -> &'static Sector {
    let mut left = random.below(SECTORS.iter().map(|sector| sector.share).sum());
    let [.., last] = &SECTORS;
    for sector in &SECTORS {
        match left.checked_sub(sector.share) {
            Some(rest) => left = rest,
            None => return sector,
        }
    }
    last
}

fn story(plan: Plan, number: u64, random: &mut Random) -> Story {
    let sector = sector(random);
    let first = report_of_project(plan, number);
    let years = |random: &mut Random, most| i32::try_from(random.below(most)).unwrap_or_default();
    let started = first.year + years(random, 3);
    let completed = started + 1 + years(random, 5);
    let fate = match random.below(100) {
        0..4 => Fate::Suspended,
        4..9 => Fate::Cancelled,
        _ if completed <= LAST_YEAR => Fate::Operational,
        _ if started <= LAST_YEAR => Fate::Construction,
        _ => Fate::Planned,
    };
    // Later reports come after the first of the same place more often than not.
    let later = number / PROJECTS_A_REPORT + 1 + random.of_tail(40);
    Story {
        number,
        sector,
        first,
        later: report(plan, later % plan.reports().max(1)).id,
        started,
        completed,
        fate,
        cost_m: rounded(random.around(70.0, 1.3)),
    }
}

/// The id of a project.
pub(super) fn project_id(plan: Plan, number: u64) -> String {
    let mut random = Random::of(plan.seed, kind::PROJECT, number);
    id(number, sector(&mut random))
}

fn id(number: u64, sector: &Sector) -> String {
    let town = Town(number);
    let (slug, again) = (town.slug(), town.again_in_id());
    format!("{slug}-{}{again}", sector.slug)
}

pub(super) fn write(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.list("projects", plan.projects, |lines, number| {
        let mut random = Random::of(plan.seed, kind::PROJECT, number);
        let story = story(plan, number, &mut random);
        lines.record(|lines| {
            head(&story, &mut random, lines)?;
            states(&story, &mut random, lines)?;
            steps(&story, lines)?;
            membership(&story, &mut random, lines)?;
            place(&mut random, lines)?;
            parties(plan, &mut random, lines)?;
            figures(&story, &mut random, lines)?;
            if story.first.id.to_string() == story.later.to_string() {
                lines.line(format_args!(r#"sources: ["{}"],"#, story.first.id))
            } else {
                let (first, later) = (story.first.id, story.later);
                lines.line(format_args!(r#"sources: ["{first}", "{later}"],"#))
            }
        })
    })
}

fn head(story: &Story, random: &mut Random, lines: &mut Lines<'_>) -> io::Result<()> {
    let (town, sector) = (Town(story.number), story.sector);
    let (object, again) = (sector.object, town.again());
    lines.line(format_args!(r#"id: "{}","#, id(story.number, sector)))?;
    lines.line(format_args!(r#"name: {{"en": "{town} {object}{again}"}},"#))?;
    lines.line(format_args!(r#"sector: "{}","#, sector.id))?;
    if random.chance(60) {
        let other = Town(random.below(1_024));
        let object = object.to_lowercase();
        lines.line(format_args!(
            r#"description: {{"en": "A {object} between {town} and {other}, built by both countries."}},"#
        ))?;
    }
    Ok(())
}

fn states(story: &Story, random: &mut Random, lines: &mut Lines<'_>) -> io::Result<()> {
    let (first, later) = (&story.first, story.later);
    let was_planned = story.fate != Fate::Planned && random.chance(50);
    lines.inside("status: [", "],", |lines| {
        if was_planned {
            let (year, id) = (first.year, first.id);
            lines.line(format_args!(
                r#"(status: "planned", date: "{year}", sources: ["{id}"]),"#
            ))?;
        }
        let (status, year) = (story.fate.status(), story.latest());
        lines.line(format_args!(
            r#"(status: "{status}", date: "{year}", sources: ["{later}"]),"#
        ))
    })
}

fn steps(story: &Story, lines: &mut Lines<'_>) -> io::Result<()> {
    let (first, later) = (&story.first, story.later);
    let (year, month, day, id) = (first.year, first.month, first.day, first.id);
    lines.inside("milestones: [", "],", |lines| {
        lines.line(format_args!(
            r#"(kind: Announced, date: "{year}-{month:02}-{day:02}", sources: ["{id}"]),"#
        ))?;
        if matches!(story.fate, Fate::Operational | Fate::Construction) {
            let year = story.started;
            lines.line(format_args!(
                r#"(kind: Started, date: "{year}", sources: ["{later}"]),"#
            ))?;
        }
        let year = story.completed;
        match story.fate {
            Fate::Operational => lines.line(format_args!(
                r#"(kind: Completed, date: "{year}", sources: ["{later}"]),"#
            )),
            Fate::Construction | Fate::Planned => lines.line(format_args!(
                r#"(kind: Completed, date: "{year}", planned: true, sources: ["{later}"]),"#
            )),
            Fate::Suspended | Fate::Cancelled => Ok(()),
        }
    })
}

fn membership(story: &Story, random: &mut Random, lines: &mut Lines<'_>) -> io::Result<()> {
    if !random.chance(12) {
        return Ok(());
    }
    let id = story.first.id;
    lines.list("programmes", 1, |lines, _| {
        lines.line(format_args!(
            r#"(programme: "joint-list", state: Member, sources: ["{id}"]),"#
        ))
    })
}

fn place(random: &mut Random, lines: &mut Lines<'_>) -> io::Result<()> {
    let Some(Region(region, _, lat, lon)) = random.pick(&REGIONS) else {
        return Ok(());
    };
    lines.line(format_args!(r#"regions: ["{region}"],"#))?;
    if random.chance(85) {
        let precisions = ["Site", "Town", "Town", "Region"];
        let precision = random.pick(&precisions).copied().unwrap_or_default();
        let exact = |degrees: f64| (degrees * 10_000.0).round() / 10_000.0;
        let lat = exact(random.between(lat - 0.9, lat + 0.9));
        let lon = exact(random.between(lon - 1.8, lon + 1.8));
        lines.line(format_args!(
            "place: (lat: {lat}, lon: {lon}, precision: {precision}),"
        ))?;
    }
    let instruments = ["Contract", "Contract", "Equity", "JointVenture", "Loan"];
    let instrument = random.pick(&instruments).copied().unwrap_or_default();
    lines.line(format_args!("instrument: {instrument},"))
}

fn parties(plan: Plan, random: &mut Random, lines: &mut Lines<'_>) -> io::Result<()> {
    let pairs = plan.organisations() / 2;
    let (partner, host) = (random.of_tail(pairs), random.of_tail(pairs));
    let roles = ["Contractor", "Contractor", "Investor", "PartnerSide"];
    let role = random.pick(&roles).copied().unwrap_or_default();
    let partner = organisation_id(2 * partner);
    let host = random.chance(70).then(|| organisation_id(2 * host + 1));
    lines.inside("parties: [", "],", |lines| {
        lines.line(format_args!(
            r#"(organisation: "{partner}", role: {role}),"#
        ))?;
        if let Some(host) = &host {
            lines.line(format_args!(r#"(organisation: "{host}", role: HostSide),"#))?;
        }
        Ok(())
    })
}

fn figures(story: &Story, random: &mut Random, lines: &mut Lines<'_>) -> io::Result<()> {
    let (first, later, cost) = (&story.first, story.later, story.cost_m);
    let (year, month, id) = (first.year, first.month, first.id);
    lines.inside("figures: [", "],", |lines| {
        lines.line(format_args!(
            r#"(what: Cost, kind: Announced, value: {cost}, unit: "USD m", date: "{year}-{month:02}", sources: ["{id}"]),"#
        ))?;
        let latest = story.latest();
        if random.chance(65) {
            let kind = story.fate.figure_kind();
            let cost = rounded(cost * random.between(0.85, 1.45));
            lines.line(format_args!(
                r#"(what: Cost, kind: {kind}, value: {cost}, unit: "USD m", date: "{latest}", sources: ["{later}"]),"#
            ))?;
        }
        if random.chance(35) {
            let loan = rounded(cost * random.between(0.3, 0.8));
            lines.line(format_args!(
                r#"(what: Loan, kind: Financed, value: {loan}, unit: "USD m", date: "{year}", sources: ["{id}"]),"#
            ))?;
        }
        if random.chance(70) {
            let Sector { what, unit, size, .. } = story.sector;
            let size = rounded(random.between(size.0, size.1));
            lines.line(format_args!(
                r#"(what: {what}, kind: Announced, value: {size}, unit: "{unit}", sources: ["{id}"]),"#
            ))?;
        }
        if random.chance(30) {
            let jobs = random.around(250.0, 0.9).round();
            lines.line(format_args!(
                r#"(what: JobsConstruction, kind: Announced, value: {jobs}, unit: "jobs", sources: ["{id}"]),"#
            ))?;
        }
        Ok(())
    })
}
