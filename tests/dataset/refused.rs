//! What the system refuses to read: as a message, whoever runs the tests.

#![cfg(unix)]

use crate::support::{codes, folder, load_path, snapshot, text};
use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::Command;

/// A user who owns nothing here.
const NOBODY: u32 = 65_534;

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).expect("its owner may");
}

/// Whether permissions hold for whoever runs the tests: they do not for the administrator.
fn permissions_hold(locked: &Path) -> bool {
    fs::File::open(locked).is_err()
}

/// What `check` says of a path to someone for whom permissions hold.
fn checked(path: &Path, home: &Path, locked: &Path) -> String {
    // Another user may not be able to go to where the program was built.
    let program = home.join("program");
    fs::copy(env!("CARGO_BIN_EXE_belt-explorer"), &program).expect("a copy");
    let mut command = Command::new(program);
    command.arg("check").arg(path).current_dir("/");
    if !permissions_hold(locked) {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2), "nothing could be read");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    said.replace(&home.display().to_string(), "DATASET")
}

#[test]
fn without_permission_the_systems_words_are_given_with_advice() {
    let home = folder(&[]);
    allow(home.path(), 0o755);
    let (file, inside) = (home.path().join("a.ron"), home.path().join("closed"));
    fs::write(&file, "()").expect("a file");
    fs::create_dir(&inside).expect("a folder");
    fs::write(inside.join("b.ron"), "()").expect("a file");
    allow(&file, 0o000);
    allow(&inside, 0o000);
    let said = checked(&file, home.path(), &file);
    let finding = said.split("\n\n").next().expect("a finding");
    snapshot("unreadable", finding);
    for (path, doing) in [
        (inside.clone(), "listing the folder failed"),
        (inside.join("b.ron"), "looking at the path failed"),
    ] {
        let said = checked(&path, home.path(), &file);
        assert!(said.starts_with("error[unreadable]"), "{said}");
        assert!(said.contains(doing) && said.contains("hint: "), "{said}");
    }
    allow(&inside, 0o700);
}

/// A file that can be opened and not read, even by the administrator.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_fails_while_it_is_read_is_refused() {
    let folder = folder(&[]);
    symlink("/proc/self/mem", folder.path().join("a.ron")).expect("a link");
    let report = load_path(folder.path()).report;
    assert_eq!(codes(&report), ["unreadable"]);
    let said = text(&report);
    assert!(said.contains("reading the file failed: "), "{said}");
}
