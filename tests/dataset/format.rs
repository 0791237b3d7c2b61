//! The file format: what is written is what is read, in one file or in many.

use crate::support::{codes, fixture, folder, good, load_all, load_path, text};
use belt_explorer::dataset::diagnostic::Severity;
use belt_explorer::dataset::read::{Origin, ron_options};
use belt_explorer::dataset::schema::Dataset;
use belt_explorer::dataset::section::{Section, counts, join};
use std::fs;

#[test]
fn the_good_dataset_uses_every_section_and_brings_no_finding() {
    let data = good();
    for section in Section::ALL {
        assert!(section.len(&data) > 0, "{} is empty", section.name());
    }
}

#[test]
fn a_dataset_survives_being_written_and_read() {
    let data = good();
    let options = ron_options();
    let pretty = ron::ser::PrettyConfig::default();
    for written in [
        options.to_string(&data).expect("compact"),
        options.to_string_pretty(&data, pretty).expect("pretty"),
    ] {
        let read: Dataset = options.from_str(&written).expect("what was written");
        assert_eq!(read, data);
    }
}

#[test]
fn one_file_is_the_same_dataset_as_the_folder_it_came_from() {
    let data = good();
    let written = ron_options().to_string(&data).expect("a text");
    let folder = folder(&[("all.ron", written.as_bytes())]);
    for path in [folder.path().to_owned(), folder.path().join("all.ron")] {
        let loaded = load_path(&path);
        assert_eq!(codes(&loaded.report), [""; 0], "{}", text(&loaded.report));
        assert_eq!(*loaded.catalog.expect("a catalog").data(), data);
    }
}

#[test]
fn lists_are_joined_in_the_order_of_the_file_names() {
    let region = |id: &str| format!("(regions: [(id: {id:?}, name: {{}}, country: \"AUR\")])");
    let folder = folder(&[
        ("b.ron", region("second").as_bytes()),
        ("a.ron", region("first").as_bytes()),
        ("c.txt", b"not a dataset"),
        (".d.ron", b"not a dataset"),
    ]);
    let loaded = load_path(folder.path());
    let names: Vec<_> = loaded.files.iter().map(|file| &file.shown).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let first = loaded
        .report
        .findings()
        .iter()
        .position(|f| f.message.contains("`first`"));
    let second = loaded
        .report
        .findings()
        .iter()
        .position(|f| f.message.contains("`second`"));
    assert!(
        first.is_some() && first < second,
        "{}",
        text(&loaded.report)
    );
}

#[test]
fn joined_records_are_traced_to_their_files() {
    let parse = |text: &str| ron_options().from_str::<Dataset>(text).expect("a file");
    let region = |id: &str| format!("(id: {id:?}, name: {{}}, country: \"AUR\")");
    let files = [
        format!("(regions: [{}, {}])", region("a"), region("b")),
        "()".to_owned(),
        format!("(regions: [{}])", region("c")),
    ];
    let joined = join(files.iter().map(|text| parse(text)));
    let found: Vec<_> = (0..4)
        .map(|index| joined.origins.find(Section::Regions, index))
        .collect();
    assert_eq!(found, [Some((0, 0)), Some((0, 1)), Some((2, 0)), None]);
    assert_eq!(joined.origins.find(Section::Events, 0), None);
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let files: Vec<(String, Vec<u8>)> = fs::read_dir(fixture("good"))
        .expect("the good dataset")
        .map(|entry| entry.expect("a file"))
        .map(|entry| {
            let text = fs::read_to_string(entry.path()).expect("a text");
            let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
            let name = entry.file_name().display().to_string();
            (name, windows.into_bytes())
        })
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, contents)| (name.as_str(), contents.as_slice()))
        .collect();
    let folder = folder(&files);
    let loaded = load_path(folder.path());
    assert_eq!(codes(&loaded.report), [""; 0], "{}", text(&loaded.report));
    assert_eq!(*loaded.catalog.expect("a catalog").data(), good());
}

#[test]
fn the_embedded_dataset_is_read_like_a_folder() {
    let embedded = load_all(&Origin::Embedded);
    assert_eq!(
        embedded.report.count(Severity::Error),
        0,
        "{}",
        text(&embedded.report)
    );
    let path = fixture("../../assets/kazakhstan-china");
    let folder = load_path(&path);
    assert_eq!(embedded.checksum, folder.checksum);
    assert_eq!(embedded.counts, folder.counts);
    let catalog = |loaded: belt_explorer::dataset::read::Loaded| loaded.catalog.expect("a catalog");
    assert_eq!(catalog(embedded).data(), catalog(folder).data());
}

#[test]
fn the_checksum_tells_names_and_contents_apart() {
    let checksum = |files: &[(&str, &[u8])]| load_path(folder(files).path()).checksum;
    let one = checksum(&[("a.ron", b"()")]);
    assert_eq!(one, checksum(&[("a.ron", b"()")]));
    assert_ne!(one, checksum(&[("a.ron", b"( )")]));
    assert_ne!(one, checksum(&[("b.ron", b"()")]));
    // XXH64 of `a.ron`, a zero byte and `()`, as its own program gives it.
    assert_eq!(one, "a54d0261c2e137c7");
}

#[test]
fn everything_is_counted() {
    let counts = counts(&good());
    let count = |name: &str| {
        counts
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, count)| *count)
    };
    assert_eq!(count("projects"), Some(3));
    assert_eq!(count("observations"), Some(1));
    assert_eq!(count("programme_states"), Some(1));
    assert_eq!(count("figures"), Some(5));
    assert_eq!(count("series_values"), Some(9));
    assert_eq!(count("legs"), Some(2));
    assert_eq!(counts.len(), Section::ALL.len() + 4);
}
