//! The floors of the house: each uses only those below it, and no country stands in the code.

use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; `i18n` stands beside `analysis`.
const FLOORS: &[&str] = &["dataset", "analysis", "i18n", "app", "export", "ui", "cli"];

/// Floors that know nothing of each other.
const APART: &[(&str, &str)] = &[("i18n", "analysis")];

/// Floors that know nothing of the window.
const WITHOUT_WINDOW: &[&str] = &["dataset", "analysis", "i18n"];

/// Words that belong in the dataset alone.
const NAMES: &[&str] = &[
    "kazakhstan",
    "kazakhstani",
    "kazakh",
    "kazakhs",
    "kaz",
    "kazkh",
    "china",
    "chinese",
    "chn",
    "khorgos",
    "astana",
    "almaty",
    "beijing",
    "tenge",
    "yuan",
    "kzt",
    "cny",
];

/// Names of languages too: they may stand where languages and their letters are dealt with.
const LANGUAGES: &[&str] = &["chinese", "kazakh"];

/// Where languages and their letters are dealt with.
const ABOUT_LANGUAGES: &[&str] = &["i18n/", "ui/theme/fonts.rs"];

/// The one place that may name the embedded dataset's folder.
const EMBEDDED: &str = "dataset/embedded.rs";

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All source files: the path inside `src` and the text.
fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![source_folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let inside = path.strip_prefix(source_folder()).expect("inside");
                let name = inside.display().to_string().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).expect("a text")));
            }
        }
    }
    found.sort();
    assert!(found.len() > 50, "only {} files were found", found.len());
    found
}

fn without_comment(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

/// The floors that a text names as `crate::floor` or in `use crate::{floor…}`.
fn floors_used(text: &str) -> Vec<&str> {
    let mut used = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        // `some_crate::` is another word.
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let after = &text[at + "crate::".len()..];
        if let Some(group) = after.strip_prefix('{') {
            used.extend(top_level_words(group));
        } else {
            used.push(first_word(after));
        }
    }
    used
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_');
    &text[..end.unwrap_or(text.len())]
}

/// The first words of the members of a `{…}` group, without those of groups inside it.
fn top_level_words(group: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut depth = 0;
    let mut start = 0;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            ',' if depth == 0 => {
                words.push(first_word(group[start..at].trim_start()));
                start = at + 1;
            }
            '}' if depth == 0 => {
                words.push(first_word(group[start..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    // A comma can stand after the last one.
    words.retain(|word| !word.is_empty());
    words
}

fn code(text: &str) -> String {
    let lines = text.lines().map(without_comment);
    lines.collect::<Vec<_>>().join("\n")
}

fn height(floor: &str) -> Option<usize> {
    FLOORS.iter().position(|known| *known == floor)
}

/// What is wrong with what one file uses.
fn upward_uses(name: &str, text: &str) -> Vec<String> {
    let floor = first_word(name);
    let Some(own) = height(floor) else {
        return Vec::new();
    };
    let code = code(text);
    floors_used(&code)
        .into_iter()
        .filter(|used| {
            let above = height(used).is_some_and(|height| height > own);
            above || APART.contains(&(floor, used)) || APART.contains(&(used, floor))
        })
        .map(|used| format!("{name} uses {used}"))
        .collect()
}

#[test]
fn the_reader_of_use_lines_sees_groups_and_paths() {
    let text = "use crate::{\n app::{state, ui::x}, dataset::place,\n};\nlet x = crate::ui::y; other_crate::cli::z";
    assert_eq!(floors_used(text), ["app", "dataset", "ui"]);
    assert_eq!(
        upward_uses(
            "dataset/place.rs",
            "use crate::dataset::x;\nuse crate::ui::x; // crate::cli"
        ),
        ["dataset/place.rs uses ui"]
    );
    assert_eq!(
        upward_uses("i18n/mod.rs", "crate::analysis::x"),
        ["i18n/mod.rs uses analysis"]
    );
    assert_eq!(upward_uses("cli/mod.rs", "crate::dataset::x"), [""; 0]);
}

#[test]
fn each_floor_uses_only_those_below_it() {
    let wrong: Vec<_> = sources()
        .iter()
        .flat_map(|(name, text)| upward_uses(name, text))
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_folder_of_the_source_is_a_floor() {
    for (name, _) in sources() {
        if let Some((folder, _)) = name.split_once('/') {
            assert!(height(folder).is_some(), "{name} is on no floor");
        }
    }
}

#[test]
fn the_lower_floors_know_no_window() {
    for (name, text) in sources() {
        if WITHOUT_WINDOW.contains(&first_word(&name)) {
            let code = code(&text);
            for word in ["egui", "eframe", "egui_plot"] {
                assert!(!code.contains(&format!("{word}::")), "{name} uses {word}");
            }
        }
    }
}

#[test]
fn no_country_stands_in_the_code() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            let allowed = name == EMBEDDED && line.contains("kazakhstan-china");
            let line = line.to_lowercase();
            let languages = ABOUT_LANGUAGES.iter().any(|place| name.starts_with(place));
            let mut words = line.split(|c: char| !c.is_alphabetic());
            let named = words
                .any(|word| NAMES.contains(&word) && !(languages && LANGUAGES.contains(&word)));
            if named && !allowed {
                wrong.push(format!("{name}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn every_file_says_what_lives_there() {
    for (name, text) in sources() {
        assert!(
            text.starts_with("//! "),
            "{name} does not start with `//! `"
        );
    }
}
