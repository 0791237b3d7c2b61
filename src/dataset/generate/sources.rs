//! What cites nothing itself: sources and organisations; and events, which are short.

use super::lines::Lines;
use super::names::Town;
use super::projects::project_id;
use super::random::Random;
use super::{LAST_YEAR, PROJECTS_A_REPORT, PROJECTS_AN_EVENT, Plan, kind};
use std::fmt;
use std::io;

/// Sources that are there at any size.
const FIXED: &str = r#"(
    id: "customs-aur",
    title: "Customs yearbook of Aurelia",
    date: "2024",
    url: "https://example.org/customs/aurelia",
    kind: Statistics,
),
(
    id: "customs-bor",
    title: "Trade of Borea by partner",
    date: "2024",
    url: "https://example.org/customs/borea",
    kind: Statistics,
),
(
    id: "forwarders",
    title: "Rates and transit times",
    date: "2024",
    url: "https://example.org/forwarders",
    kind: Company,
),
(
    id: "summit-report",
    title: "The summit in numbers",
    date: "2024-09-03",
    url: "https://example.org/summit",
    kind: Official,
),"#;

/// Publishers: part of an id, name, kind of source.
const PUBLISHERS: [(&str, &str, &str); 6] = [
    ("gazette", "Gazette of Aurelia", "Official"),
    ("daily", "Aurelia Daily", "News"),
    ("herald", "The Borea Herald", "News"),
    ("wire", "Overland Wire", "News"),
    ("audit", "Court of Audit of Aurelia", "Official"),
    ("tracker", "Corridor Tracker", "Research"),
];

const KINDS: [(&str, &str); 6] = [
    ("Construction", "Company"),
    ("Energy", "Company"),
    ("Mining", "Company"),
    ("Logistics", "Company"),
    ("Bank", "Bank"),
    ("Investment Fund", "Fund"),
];

/// A report that projects cite.
#[derive(Clone, Copy)]
pub(super) struct ReportId {
    number: u64,
    publisher: &'static str,
}

impl fmt::Display for ReportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.publisher, self.number)
    }
}

/// What a report is, as far as others need to know.
pub(super) struct ReportFacts {
    pub(super) id: ReportId,
    /// When it appeared.
    pub(super) year: i32,
    pub(super) month: u64,
    pub(super) day: u64,
    publisher: &'static str,
    kind: &'static str,
}

/// The report of a number: the same whoever asks.
pub(super) fn report(plan: Plan, number: u64) -> ReportFacts {
    let mut random = Random::of(plan.seed, kind::REPORT, number);
    let publisher = random.pick(&PUBLISHERS).copied().unwrap_or_default();
    // More and more is reported as the years go by.
    let age = (24.0 * random.share() * random.share()).floor();
    let year = (0..40).take_while(|years| f64::from(*years) < age).count();
    ReportFacts {
        id: ReportId {
            number,
            publisher: publisher.0,
        },
        year: LAST_YEAR - i32::try_from(year).unwrap_or_default(),
        month: 1 + random.below(12),
        day: 1 + random.below(28),
        publisher: publisher.1,
        kind: publisher.2,
    }
}

/// The report that a project is first mentioned in.
pub(super) fn report_of_project(plan: Plan, project: u64) -> ReportFacts {
    report(plan, project / PROJECTS_A_REPORT)
}

pub(super) fn reports(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.inside("sources: [", "],", |lines| {
        lines.text(FIXED)?;
        (0..plan.reports()).try_for_each(|number| {
            let report = report(plan, number);
            let town = Town(number.wrapping_mul(7));
            let (year, month, day) = (report.year, report.month, report.day);
            lines.record(|lines| {
                let title = format_args!("New agreements in {town}, report {}", number + 1);
                lines.line(format_args!(r#"id: "{}","#, report.id))?;
                lines.line(format_args!(r#"title: "{title}","#))?;
                lines.line(format_args!(r#"publisher: "{}","#, report.publisher))?;
                lines.line(format_args!(r#"date: "{year}-{month:02}-{day:02}","#))?;
                let id = report.id;
                lines.line(format_args!(r#"url: "https://example.org/{year}/{id}","#))?;
                lines.line(format_args!("kind: {},", report.kind))
            })
        })
    })
}

/// The id of an organisation; those of even numbers are of the partner's side.
pub(super) fn organisation_id(number: u64) -> String {
    let town = Town(number.wrapping_mul(3));
    let side = if number.is_multiple_of(2) { 'b' } else { 'a' };
    format!("{}-{side}{}", town.slug(), number / 2)
}

pub(super) fn organisations(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.list("organisations", plan.organisations(), |lines, number| {
        let mut random = Random::of(plan.seed, kind::ORGANISATION, number);
        let town = Town(number.wrapping_mul(3));
        let (what, kind) = random.pick(&KINDS).copied().unwrap_or_default();
        let is_partner = number.is_multiple_of(2);
        let country = if is_partner { "BOR" } else { "AUR" };
        let again = town.again();
        let id = organisation_id(number);
        lines.line(format_args!(
            r#"(id: "{id}", name: {{"en": "{town} {what}{again}"}}, country: "{country}", kind: {kind}),"#
        ))
    })
}

pub(super) fn events(plan: Plan, lines: &mut Lines<'_>) -> io::Result<()> {
    lines.list("events", plan.events(), |lines, number| {
        let mut random = Random::of(plan.seed, kind::EVENT, number);
        let project = number * PROJECTS_AN_EVENT;
        let report = report_of_project(plan, project);
        let kinds = ["Agreement", "Visit", "Infrastructure", "Finance"];
        let what = random.pick(&kinds).copied().unwrap_or_default();
        let town = Town(number.wrapping_mul(5));
        lines.record(|lines| {
            lines.line(format_args!(r#"id: "event-{number}","#))?;
            let (year, month, day) = (report.year, report.month, report.day);
            lines.line(format_args!(r#"date: "{year}-{month:02}-{day:02}","#))?;
            lines.line(format_args!(r#"title: {{"en": "Meeting in {town}"}},"#))?;
            lines.line(format_args!("kind: {what},"))?;
            let id = project_id(plan, project);
            lines.line(format_args!(r#"projects: ["{id}"],"#))?;
            lines.line(format_args!(r#"sources: ["{}"],"#, report.id))
        })
    })
}
