//! The fmt command: which files it writes, what it says, and how it ends.

use super::{code, root, run_in, stderr, stdout};
use std::fs;

const UNTIDY: &str = "(countries:[(id:\"A\",name:{\"en\":\"Aland\"})]) // end\n";
const TIDY: &str = "(
    countries: [
        (id: \"A\", name: {\"en\": \"Aland\"}),
    ],
) // end
";

#[test]
fn the_default_dataset_has_the_usual_layout() {
    let output = run_in(
        root(),
        &[
            "fmt",
            "--check",
            "assets/kazakhstan-china",
            "assets/template",
        ],
    );
    assert_eq!(stdout(&output), "");
    assert_eq!(code(&output), 0, "{}", stderr(&output));
}

#[test]
fn a_file_is_written_once_and_then_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.ron");
    fs::write(&path, UNTIDY).expect("a file");
    let check = run_in(folder.path(), &["fmt", "--check", "a.ron"]);
    assert_eq!((code(&check), stdout(&check).as_str()), (1, "a.ron\n"));
    assert_eq!(fs::read_to_string(&path).expect("a text"), UNTIDY);
    let written = run_in(folder.path(), &["fmt", "a.ron"]);
    assert_eq!((code(&written), stdout(&written).as_str()), (0, "a.ron\n"));
    assert_eq!(fs::read_to_string(&path).expect("a text"), TIDY);
    let before = fs::metadata(&path)
        .expect("a file")
        .modified()
        .expect("a time");
    let again = run_in(folder.path(), &["fmt", "a.ron"]);
    assert_eq!((code(&again), stdout(&again).as_str()), (0, ""));
    let after = fs::metadata(&path)
        .expect("a file")
        .modified()
        .expect("a time");
    assert_eq!(before, after);
}

#[test]
fn a_file_with_errors_is_refused_with_its_finding_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.ron"), UNTIDY).expect("a file");
    fs::write(folder.path().join("b.ron"), "(\n    sourcez: [],\n)").expect("a file");
    let output = run_in(folder.path(), &["fmt", "."]);
    assert_eq!(code(&output), 1);
    let said = stderr(&output);
    for part in [
        "error[unknown-field]",
        "b.ron:2:5",
        "did you mean `sources`?",
        "nothing was written",
    ] {
        assert!(said.contains(part), "no `{part}` in {said}");
    }
    let text = fs::read_to_string(folder.path().join("a.ron")).expect("a text");
    assert_eq!(text, UNTIDY);
    fs::write(folder.path().join("b.ron"), "(countries: [(id: \"A\"").expect("a file");
    let output = run_in(folder.path(), &["fmt", "b.ron"]);
    assert_eq!(code(&output), 1);
    assert!(
        stderr(&output).contains("error[syntax]"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn what_cannot_be_read_and_wrong_use_end_with_2() {
    let folder = tempfile::tempdir().expect("a folder");
    for arguments in [
        ["fmt"].as_slice(),
        &["fmt", "no/such/file"],
        &["fmt", "."],
        &["fmt", "--tidy", "a"],
    ] {
        let output = run_in(folder.path(), arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!stderr(&output).is_empty());
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("real.ron");
    fs::write(&path, UNTIDY).expect("a file");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&path, folder.path().join("link.ron")).expect("a link");
    assert_eq!(code(&run_in(folder.path(), &["fmt", "link.ron"])), 0);
    assert!(
        fs::symlink_metadata(folder.path().join("link.ron"))
            .expect("a link")
            .is_symlink()
    );
    assert_eq!(fs::read_to_string(&path).expect("a text"), TIDY);
    let mode = fs::metadata(&path).expect("a file").permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
