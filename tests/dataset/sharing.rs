//! However the rules are shared among threads, they find the same, in the same order.

use belt_explorer::dataset::check::{Findings, Sharing, run_shared};
use belt_explorer::dataset::generate::{self, Plan};
use belt_explorer::dataset::read::limits::MAX_OF_A_KIND;
use belt_explorer::dataset::read::ron_options;
use belt_explorer::dataset::schema::{Dataset, Text};
use smallvec::smallvec;
use std::ops::ControlFlow;

fn made_up(projects: u64) -> Dataset {
    let mut text = Vec::new();
    generate::write(Plan { projects, seed: 5 }, &mut text).expect("room in memory");
    let text = String::from_utf8(text).expect("a text");
    ron_options().from_str(&text).expect("a dataset")
}

fn found(data: &Dataset, threads: usize, window: Option<usize>) -> Findings {
    let sharing = Sharing { threads, window };
    run_shared(data, sharing, &mut |_| ControlFlow::Continue(())).expect("not stopped")
}

fn is_the_same_however_shared(data: &Dataset) -> Findings {
    let at_once = found(data, 1, None);
    for (threads, window) in [(1, 1), (1, 64), (2, 7), (3, 256), (4, usize::MAX / 2)] {
        let shared = found(data, threads, Some(window));
        assert_eq!(shared.findings, at_once.findings, "{threads}, {window}");
        assert_eq!(shared.omitted, at_once.omitted, "{threads}, {window}");
    }
    at_once
}

/// Spoils something else in each project.
fn spoil(data: &mut Dataset) {
    let first = data.projects.first().map(|project| project.id.clone());
    for (number, project) in data.projects.iter_mut().enumerate() {
        match number % 19 {
            1 => project.id.push(' '),
            2 => project.id = first.clone().expect("a project").to_ascii_uppercase(),
            3 => project.id = first.clone().expect("a project"),
            4 => project.sector.push_str("-x"),
            5 => project.sources.clear(),
            6 => project.sources.extend(project.sources.clone()),
            7 => project.name = Text::new(),
            8 => project.name.insert("kk".to_owned(), "\u{202e}".to_owned()),
            9 => project
                .figures
                .iter_mut()
                .for_each(|f| f.value = Some(-1.0)),
            10 => project.figures.iter_mut().for_each(|f| f.unit.clear()),
            11 => project.status.reverse(),
            12 => project.instrument = None,
            13 => project.regions.push("nowhere".into()),
            14 => project.part_of = Some(project.id.clone()),
            15 => project.overlaps.push(project.id.as_str().into()),
            16 => project.figures.iter_mut().for_each(|f| f.value = None),
            17 => project.regions.extend(project.regions.clone()),
            18 => project.description.insert("en".to_owned(), " ".to_owned()),
            _ => {}
        }
    }
    for organisation in &mut data.organisations {
        organisation.name = Text::new();
        organisation.country = Some("nowhere".to_owned());
    }
    for event in &mut data.events {
        event.sources.clear();
        event.projects = smallvec!["nothing".into(); 2];
    }
    for programme in &mut data.programmes {
        programme.states.iter_mut().for_each(|s| s.sources.clear());
    }
}

#[test]
fn a_good_dataset_has_no_findings() {
    assert_eq!(is_the_same_however_shared(&made_up(700)).findings, []);
}

#[test]
fn a_bad_dataset_has_the_same_findings() {
    let mut data = made_up(700);
    spoil(&mut data);
    let found = is_the_same_however_shared(&data);
    let mut kinds: Vec<&str> = found.findings.iter().map(|f| f.kind.code).collect();
    kinds.dedup();
    assert!(kinds.len() > 14, "{kinds:?}");
}

#[test]
fn of_too_many_findings_the_same_are_kept() {
    let mut data = made_up(3_000);
    for project in &mut data.projects {
        project.sources = smallvec!["nothing".into(); 4];
        project.regions = smallvec!["nowhere".into(); 4];
    }
    for event in &mut data.events {
        event.sources = smallvec!["nothing".into(); 3];
    }
    let found = is_the_same_however_shared(&data);
    let kept = |code: &str| {
        found
            .findings
            .iter()
            .filter(|f| f.kind.code == code)
            .count()
    };
    assert_eq!(kept("unknown-id"), MAX_OF_A_KIND);
    assert_eq!(kept("repeated-id"), MAX_OF_A_KIND);
}

#[test]
fn names_are_compared_without_regard_to_case() {
    let mut data = made_up(4);
    let names = ["ΟΔΟΣ", " οδος", "Straße", "STRASSE"];
    for (project, name) in data.projects.iter_mut().zip(names) {
        project.name.insert("en".to_owned(), name.to_owned());
    }
    let found = is_the_same_however_shared(&data);
    let kinds: Vec<&str> = found.findings.iter().map(|f| f.kind.code).collect();
    assert_eq!(kinds, ["shared-name"]);
}
