//! The page of a record: of every project of the embedded dataset, with all its figures and sources, and sound.

use crate::report::{all, assert_sound, snapshot};
use belt_explorer::{
    analysis::projects::{Amount, MoneyStage, Spot, conflicts_of},
    dataset::{
        read::Origin,
        schema::{Id, Project},
    },
    ui::figures::{RecordPages, record_html},
};
use scraper::{ElementRef, Html};
use std::{
    collections::BTreeSet,
    path::Path,
    process::{Command, Output},
};

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// Ids of the sources that the list at the end has.
fn listed(page: &Html) -> BTreeSet<String> {
    let sources = all(page, ".sources-list > li");
    let ids = sources.iter().filter_map(|source| source.attr("id"));
    ids.filter_map(|id| Some(id.strip_prefix("source-")?.to_owned()))
        .collect()
}

/// All ids of sources that a record names anywhere.
fn named(project: &Project) -> BTreeSet<String> {
    let figures = project.figures.iter().map(|one| &one.sources);
    let milestones = project.milestones.iter().map(|one| &one.sources);
    let states = project.status.iter().map(|one| &one.sources);
    let lists = project.programmes.iter().map(|one| &one.sources);
    let parties = project.parties.iter().map(|one| &one.sources);
    let contested = project.controversy.iter().map(|one| &one.sources);
    let disagreements = project.disagreements.iter();
    let statements = disagreements.flat_map(|one| one.statements.iter().map(|one| &one.sources));
    let all = figures
        .chain(milestones)
        .chain(states)
        .chain(lists)
        .chain(parties)
        .chain(contested)
        .chain(project.path.iter().map(|one| &one.sources))
        .chain(statements)
        .chain([&project.sources]);
    all.flatten().map(Id::to_string).collect()
}

#[test]
fn every_project_has_a_sound_page_with_all_that_is_stated() {
    let snapshot = snapshot(Origin::Embedded, "");
    let mut pages = RecordPages::new(&snapshot);
    let catalog = &snapshot.dataset.catalog;
    let (mut maps, mut used, mut conflicts) = (0, 0, 0);
    for project in &catalog.data().projects {
        let html = pages.html(&project.id).expect("a page");
        let page = assert_sound(&html);
        assert_eq!(listed(&page), named(project), "{}", project.id);
        let text = words(page.root_element());
        let notes = project
            .figures
            .iter()
            .filter_map(|figure| figure.note.as_deref());
        for said in notes
            .chain(project.name.values())
            .chain(project.note.as_deref())
        {
            // Breaks are blanks in a page.
            assert!(
                text.contains(&said.replace('\n', " ")),
                "{}: {said}",
                project.id
            );
        }
        let figures = all(&page, ".statements .details").len();
        assert_eq!(figures, project.figures.len(), "{}", project.id);
        let marks = all(&page, ".mark").len();
        let amount = Amount::choose(catalog, project, MoneyStage::Latest);
        assert!(marks <= usize::from(amount.is_some()), "{}", project.id);
        used += marks;
        let drawn = all(&page, "figure.place svg").len();
        assert_eq!(
            drawn == 1,
            Spot::of(project).at().is_some(),
            "{}",
            project.id
        );
        maps += drawn;
        let warnings = all(&page, ".statements .warning").len();
        assert_eq!(warnings, conflicts_of(project).len(), "{}", project.id);
        conflicts += warnings;
    }
    assert!(
        maps > 50 && used > 50 && conflicts > 5,
        "{maps} {used} {conflicts}"
    );
}

#[test]
fn the_page_says_which_dataset_it_stands_in_and_is_made_for_paper() {
    let snapshot = snapshot(Origin::Embedded, "chart.stage:contracted");
    let html = record_html(&snapshot, "khorgos-gateway").expect("a page");
    let page = assert_sound(&html);
    let text = words(page.root_element());
    let meta = snapshot.dataset.catalog.meta().expect("one").clone();
    for fact in [Some(&meta.version), meta.licence.as_ref(), Some(&meta.id)] {
        assert!(text.contains(fact.expect("stated")), "{fact:?}");
    }
    assert!(text.contains("Checksum"), "of the files");
    assert!(text.contains("chart.stage:contracted") && text.contains("select:khorgos-gateway"));
    assert!(html.contains("size: A4") && html.contains("@media print"));
    assert_eq!(
        Some(html),
        record_html(&snapshot, "khorgos-gateway"),
        "byte for byte"
    );
    assert!(record_html(&snapshot, "nothing-of-that-name").is_none());
}

fn run(arguments: &[&str], out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_belt-explorer"))
        .arg("record")
        .args(arguments)
        .arg("--out")
        .arg(out)
        .output()
        .expect("it runs")
}

#[test]
fn the_command_writes_a_page_and_never_over_a_file_unasked() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("page.html");
    let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let written = run(&["khorgos-gateway"], &out);
    assert!(written.status.success(), "{}", said(&written));
    let snapshot = snapshot(Origin::Embedded, "");
    let page = std::fs::read_to_string(&out).expect("read");
    assert_eq!(Some(page), record_html(&snapshot, "khorgos-gateway"));
    let again = run(&["khorgos-gateway"], &out);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("--force"), "{}", said(&again));
    assert!(run(&["khorgos-gateway", "--force"], &out).status.success());
    let unknown = run(&["khorgos-gatewya"], &folder.path().join("other.html"));
    assert_eq!(unknown.status.code(), Some(2));
    assert!(said(&unknown).contains("did you mean `khorgos-gateway`?"));
    let other = run(&["khorgos-gateway"], &folder.path().join("page.pdf"));
    assert_eq!(other.status.code(), Some(2));
}
