//! Any bytes as a dataset: read, checked, reported; what is accepted comes back equal.

#![no_main]

use belt_explorer::dataset::diagnostic::Style;
use belt_explorer::dataset::read::{limits::Limits, load_files, ron_options};
use belt_explorer::dataset::schema::Dataset;
use libfuzzer_sys::fuzz_target;
use std::ops::ControlFlow;

fuzz_target!(|bytes: &[u8]| {
    let files = vec![("a.ron".to_owned(), bytes.to_vec())];
    let loaded = load_files(
        files,
        Limits::of_mb(256),
        &mut |_| ControlFlow::Continue(()),
    );
    let loaded = loaded.expect("nobody stops it");
    let style = Style {
        colour: true,
        most_of_a_kind: 20,
    };
    let _ = loaded.report.render(style);
    if let Some(catalog) = loaded.catalog {
        let written = ron_options().to_string(catalog.data()).expect("written");
        let again: Dataset = ron_options().from_str(&written).expect("read again");
        assert!(again == *catalog.data());
    }
});
