//! The template: it opens without a word of complaint, fills every tab, and explains every field.

use super::{code, root, run_in, stderr, stdout};
use crate::common::{self, SIZES, labels, window};
use belt_explorer::app::settings::ThemeChoice;
use belt_explorer::dataset::read::{Origin, files};
use belt_explorer::dataset::section;
use belt_explorer::dataset::template;
use belt_explorer::ui::tabs::TABS;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn a_new_file_has_no_errors_and_no_warnings() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = run_in(folder.path(), &["new", "my.ron"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(
        stderr(&output).contains("belt-explorer my.ron"),
        "{}",
        stderr(&output)
    );
    let check = run_in(folder.path(), &["check", "my.ron"]);
    assert_eq!(code(&check), 0);
    let text = stdout(&check);
    assert!(
        text.ends_with("my.ron: 0 errors, 0 warnings, 0 notes\n"),
        "{text}"
    );
    let fmt = run_in(folder.path(), &["fmt", "--check", "my.ron"]);
    assert_eq!(code(&fmt), 0, "{}", stdout(&fmt));
}

#[test]
fn a_path_with_a_slash_becomes_a_folder_that_holds_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(code(&run_in(folder.path(), &["new", "my.ron"])), 0);
    assert_eq!(code(&run_in(folder.path(), &["new", "parts/"])), 0);
    let parts = fs::read_dir(folder.path().join("parts")).expect("a folder");
    assert!(parts.count() >= 5);
    let data = |name: &str| {
        let origin = Origin::Path(folder.path().join(name));
        let files = files(&origin).expect("a dataset");
        section::join(files.into_iter().map(|file| file.data)).data
    };
    assert_eq!(data("my.ron"), data("parts"));
    let check = run_in(folder.path(), &["check", "parts"]);
    assert!(stdout(&check).ends_with("parts: 0 errors, 0 warnings, 0 notes\n"));
    assert_eq!(
        code(&run_in(folder.path(), &["fmt", "--check", "parts"])),
        0
    );
}

#[test]
fn nothing_is_written_over_unless_that_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("my.ron");
    fs::write(&path, "mine").expect("a file");
    let refused = run_in(folder.path(), &["new", "my.ron"]);
    assert_eq!(code(&refused), 2);
    let said = stderr(&refused);
    assert!(
        said.contains("is there already") && said.contains("hint: `--force`"),
        "{said}"
    );
    assert_eq!(fs::read_to_string(&path).expect("a text"), "mine");
    assert_eq!(
        code(&run_in(folder.path(), &["new", "--force", "my.ron"])),
        0
    );
    assert_eq!(
        fs::read_to_string(&path).expect("a text"),
        template::single_file()
    );

    let parts = folder.path().join("parts");
    fs::create_dir(&parts).expect("a folder");
    fs::write(parts.join("diary.txt"), "mine").expect("a file");
    assert_eq!(code(&run_in(folder.path(), &["new", "parts/"])), 2);
    let forced = run_in(folder.path(), &["new", "--force", "parts/"]);
    assert_eq!(
        code(&forced),
        2,
        "a folder with other files is not replaced"
    );
    assert!(parts.join("diary.txt").exists());
    assert_eq!(
        code(&run_in(folder.path(), &["new", "no/such/folder/my.ron"])),
        2
    );
    assert_eq!(code(&run_in(folder.path(), &["new"])), 2);
}

#[test]
fn the_template_goes_through_every_tab() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("my.ron");
    fs::write(&path, template::single_file()).expect("a file");
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        let mut harness = window(common::state_of(&path), SIZES[0], theme);
        for spec in TABS {
            let name = harness.state().state().words.t(spec.name);
            harness.get_by_role_and_label(Role::Tab, &name).click();
            harness.run();
            assert_eq!(harness.state().state().view.tab, spec.tab);
            let shown = labels(&harness);
            let empty = shown
                .iter()
                .find(|label| label.starts_with("This dataset has no"));
            assert_eq!(empty, None, "{}", spec.id);
            assert!(
                shown.iter().any(|label| label.contains("Aurelia")),
                "{}: {shown:?}",
                spec.id
            );
        }
    }
}

/// The first time that a field stands on a line of its own, a comment stands above it; below the
/// name of its record one is enough where fields belong together.
#[test]
fn every_field_is_explained_where_it_is_first_used() {
    let (mut seen, mut silent) = (BTreeSet::new(), Vec::new());
    for (file, text) in template::files() {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        for (number, line) in lines.iter().enumerate() {
            let Some((name, _)) = line.split_once(':') else {
                continue;
            };
            let is_field = name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            if is_field && !name.is_empty() && seen.insert(name.to_owned()) {
                let above: Vec<_> = lines[..number].iter().rev().take(3).collect();
                if !above.iter().any(|line| line.starts_with("//")) {
                    silent.push(format!("{file}: {name}"));
                }
            }
        }
    }
    assert!(seen.len() > 60, "{seen:?}");
    assert_eq!(silent, [""; 0]);
}

#[test]
fn the_template_shows_what_a_dataset_is_about() {
    let data = data_of_template();
    let figures = &data.projects[0].figures;
    let costs = figures
        .iter()
        .filter(|figure| figure.what == figures[0].what);
    let values: BTreeSet<_> = costs.map(|figure| figure.value.map(f64::to_bits)).collect();
    assert!(values.len() > 1, "no conflict");
    for (name, count) in section::counts(&data) {
        let rare = ["products", "borders", "factors", "corridors"];
        assert!(count > 0 || rare.contains(&name), "no {name}");
    }
}

fn data_of_template() -> belt_explorer::dataset::schema::Dataset {
    let folder: &Path = &root().join("assets/template");
    let files = files(&Origin::Path(folder.to_owned())).expect("a dataset");
    section::join(files.into_iter().map(|file| file.data)).data
}
