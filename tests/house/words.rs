//! Every message key that the code asks for has words, and every message is asked for.

use std::{collections::BTreeSet, fs, path::Path};

fn files(folder: &Path, ending: &str, out: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, out);
        } else if path.extension().is_some_and(|own| own == ending) {
            out.push(fs::read_to_string(path).expect("a text"));
        }
    }
}

/// Everything in double quotes that looks like a key, and format strings with `{}` as prefixes.
fn quoted(text: &str) -> BTreeSet<String> {
    let pieces = text.split('"').skip(1).step_by(2);
    pieces
        .filter(|piece| !piece.contains(char::is_whitespace))
        .map(str::to_owned)
        .collect()
}

/// The keys that messages define.
fn keys(messages: &[String]) -> Vec<&str> {
    messages
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once(" =")?.0))
        .collect()
}

#[test]
fn keys_and_messages_match() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut sources, mut messages) = (Vec::new(), Vec::new());
    files(&root.join("src"), "rs", &mut sources);
    files(&root.join("assets/i18n/en"), "ftl", &mut messages);
    let code: BTreeSet<String> = sources.iter().flat_map(|text| quoted(text)).collect();
    let defined = keys(&messages);
    assert!(defined.len() > 100);
    let once: BTreeSet<&str> = defined.iter().copied().collect();
    assert_eq!(once.len(), defined.len(), "a key is defined twice");
    // Keys made of an id or another key: commands, and longer words beside short ones.
    let made = |key: &str| {
        let longer = ["-tip", "-full", "-text"]
            .iter()
            .filter_map(|ending| key.strip_suffix(ending));
        key.starts_with("command-") || longer.into_iter().any(|base| code.contains(base))
    };
    for key in &once {
        assert!(code.contains(*key) || made(key), "nobody asks for `{key}`");
    }
}

#[test]
fn keys_in_calls_have_words() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut sources, mut messages) = (Vec::new(), Vec::new());
    files(&root.join("src"), "rs", &mut sources);
    files(&root.join("assets/i18n/en"), "ftl", &mut messages);
    let defined = keys(&messages);
    let mut asked = 0;
    for text in &sources {
        for call in [
            "cx.t(\"",
            "cx.with(\"",
            "words.t(\"",
            "words.with(\"",
            "cx.with(\n            \"",
            "cx.with(\n                \"",
        ] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                asked += 1;
                assert!(defined.contains(&key), "no words for `{key}`");
            }
        }
    }
    assert!(asked > 50);
}
