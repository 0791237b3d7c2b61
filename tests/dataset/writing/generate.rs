//! Made-up datasets: sound at any size, the same for the same seed, never over another file.

use super::{code, run_in, stderr, stdout};
use belt_explorer::dataset::format::format;
use belt_explorer::dataset::generate::{Plan, write};
use belt_explorer::dataset::read::limits::Limits;
use belt_explorer::dataset::read::{Loaded, load_files};
use belt_explorer::dataset::section::Section;
use std::fs;
use std::ops::ControlFlow;

fn made(projects: u64, seed: u64) -> Vec<u8> {
    let mut out = Vec::new();
    write(Plan { projects, seed }, &mut out).expect("a list of bytes takes all");
    out
}

fn load(contents: Vec<u8>) -> Loaded {
    let files = vec![("made-up.ron".to_owned(), contents)];
    let loaded = load_files(files, Limits::default(), &mut |_| ControlFlow::Continue(()));
    loaded.expect("nobody stops it")
}

#[test]
fn every_size_and_seed_is_sound_and_holds_what_was_asked_for() {
    let plans = [
        (0, 1),
        (1, 1),
        (4, 7),
        (100, 1),
        (100, 2),
        (5_000, 1),
        (2_500, u64::MAX),
    ];
    for (projects, seed) in plans {
        let loaded = load(made(projects, seed));
        let findings = loaded.report.findings();
        assert!(
            findings.is_empty(),
            "{projects} projects, seed {seed}: {}",
            findings[0].render(false)
        );
        let plan = Plan { projects, seed };
        let catalog = loaded.catalog.expect("no errors");
        let count = |section: Section| section.len(catalog.data()) as u64;
        assert_eq!(count(Section::Projects), projects);
        assert_eq!(count(Section::Sources), plan.reports() + 4);
        assert_eq!(count(Section::Organisations), plan.organisations());
        assert_eq!(count(Section::Events), plan.events());
        assert_eq!(count(Section::Products), plan.products());
        assert_eq!(count(Section::Series), plan.products() * 4 + 5);
        assert_eq!(count(Section::Routes), plan.routes());
    }
}

#[test]
fn projects_are_as_rich_as_those_of_a_dataset_made_by_hand() {
    let loaded = load(made(2_000, 1));
    let catalog = loaded.catalog.expect("no errors");
    let projects = &catalog.data().projects;
    let figures: usize = projects.iter().map(|project| project.figures.len()).sum();
    assert!(figures > 2 * projects.len(), "{figures} figures");
    for status in &catalog.data().statuses {
        let reached = |project: &&belt_explorer::dataset::schema::Project| {
            let last = project.status.last();
            last.is_some_and(|last| last.status == status.id)
        };
        assert!(
            projects.iter().any(|project| reached(&project)),
            "{}",
            status.id
        );
    }
    // A long tail: one organisation is in many projects, most are in few.
    let of = |id: &str| {
        let parties = projects.iter().flat_map(|project| &project.parties);
        parties.filter(|party| party.organisation == id).count()
    };
    let mut counts: Vec<usize> = catalog
        .data()
        .organisations
        .iter()
        .map(|o| of(&o.id))
        .collect();
    counts.sort_unstable();
    let (median, most) = (counts[counts.len() / 2], counts[counts.len() - 1]);
    assert!(most > 5 * median, "{median} and {most}");
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_others() {
    assert!(made(300, 5) == made(300, 5));
    assert!(made(300, 5) != made(300, 6));
    // What was made of fewer projects does not hang on how many there are, up to the tail of lists.
    let ids = |projects| {
        let loaded = load(made(projects, 5));
        let catalog = loaded.catalog.expect("no errors");
        let projects = catalog.data().projects.iter().take(50);
        projects
            .map(|project| project.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(50), ids(500));
}

#[test]
fn it_has_the_usual_layout() {
    for projects in [0, 1, 700] {
        let text = String::from_utf8(made(projects, 3)).expect("UTF-8");
        let formatted = format(&text).expect("a dataset");
        assert!(formatted == text, "{projects} projects");
    }
}

#[test]
fn the_command_writes_once_unless_it_may_write_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| run_in(folder.path(), arguments);
    let small = ["generate", "--projects", "10", "--out", "small.ron"];
    let output = run(&small);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stderr(&output).contains("belt-explorer small.ron"));
    let path = folder.path().join("small.ron");
    let first = fs::read(&path).expect("a file");
    assert!(first == made(10, 1));
    let checked = run(&["check", "small.ron"]);
    assert!(stdout(&checked).ends_with("small.ron: 0 errors, 0 warnings, 0 notes\n"));

    let other = [&small[..], &["--seed", "2"]].concat();
    let refused = run(&other);
    assert_eq!(code(&refused), 2);
    let said = stderr(&refused);
    assert!(
        said.contains("is there already") && said.contains("hint: `--force`"),
        "{said}"
    );
    assert!(fs::read(&path).expect("a file") == first);
    assert_eq!(code(&run(&[&other[..], &["--force"]].concat())), 0);
    assert!(fs::read(&path).expect("a file") == made(10, 2));
}

#[test]
fn wrong_use_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [
        &["generate", "--out", "x.ron"][..],
        &["generate", "--projects", "5"],
        &["generate", "--projects", "-5", "--out", "x.ron"],
        &["generate", "--projects", "many", "--out", "x.ron"],
        &[
            "generate",
            "--projects",
            "5",
            "--out",
            "no/such/folder/x.ron",
        ],
    ] {
        assert_eq!(code(&run_in(folder.path(), arguments)), 2, "{arguments:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0);
}
