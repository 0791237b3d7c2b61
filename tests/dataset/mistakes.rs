//! The mistakes that people make when they write RON by hand, with the whole message for each.
//!
//! A stranger must be able to act on every one of them: it says what belongs there, what is
//! found, and how to write it.

use crate::support::{fixture, load_path, snapshot, text_in};
use belt_explorer::dataset::diagnostic::Severity;
use std::fs;

#[test]
fn each_mistake_has_a_message_to_act_on() {
    let folder = fixture("mistakes");
    let mut tried = 0;
    let mut without_advice = Vec::new();
    for entry in fs::read_dir(&folder).expect("the fixtures") {
        let path = entry.expect("a fixture").path();
        let name = path.file_stem().expect("a name").display().to_string();
        let loaded = load_path(&path);
        let [finding, ..] = loaded.report.findings() else {
            panic!("{name} brings nothing");
        };
        assert_eq!(finding.severity(), Severity::Error, "{name}");
        if finding.hint.is_none() && !finding.message.contains("write") {
            without_advice.push(format!("{name}: {}", finding.message));
        }
        let spot = finding.place.as_ref().and_then(|place| place.spot.as_ref());
        assert!(spot.is_some(), "{name} has no place");
        let text = text_in(&loaded.report, &folder);
        let first = text.split("\n\nnote[").next().unwrap_or_default();
        snapshot(&format!("mistake-{name}"), first);
        tried += 1;
    }
    assert_eq!(without_advice, [""; 0]);
    assert!(tried > 30, "only {tried} mistakes were tried");
}
