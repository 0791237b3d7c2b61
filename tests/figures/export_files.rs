//! Files and packages: written whole or not at all, and never over something by accident.

use belt_explorer::export::{
    package::{PackFile, file_name, write_folder, write_zip, zip_bytes},
    write::{Existing, WriteError, create_folder, write_file},
};
use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read as _},
    path::{Path, PathBuf},
    sync::Barrier,
    thread,
};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Names of all that a folder holds, hidden files too.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("a text")
}

#[test]
fn a_file_is_written_kept_and_replaced() {
    let folder = folder();
    let path = folder.path().join("data.csv");
    write_file(&path, b"one", Existing::Keep).expect("written");
    assert_eq!(
        write_file(&path, b"two", Existing::Keep),
        Err(WriteError::Exists(path.clone()))
    );
    assert_eq!(read(&path), "one");
    write_file(&path, b"two", Existing::Replace).expect("written");
    assert_eq!(read(&path), "two");
    assert_eq!(names(folder.path()), ["data.csv"]);
}

#[test]
fn a_problem_says_what_where_and_what_to_do() {
    let folder = folder();
    let missing = folder.path().join("no/data.csv");
    let error = write_file(&missing, b"", Existing::Replace).expect_err("no folder");
    assert_eq!(error, WriteError::NoFolder(missing.clone()));
    assert_eq!(
        error.to_string(),
        format!(
            "cannot write {}: there is no folder {}\nhint: create the folder first, or choose another",
            missing.display(),
            folder.path().join("no").display()
        )
    );
    let path = PathBuf::from("a/b");
    for error in [
        WriteError::Exists(path.clone()),
        WriteError::NoFolder(path.clone()),
        WriteError::NoPermission(path.clone()),
        WriteError::Full(path.clone()),
        WriteError::IsFolder(path.clone()),
        WriteError::IsFile(path.clone()),
        WriteError::Foreign(path.clone(), "x".to_owned()),
        WriteError::Name(path.clone(), "x".to_owned()),
        WriteError::Other(path.clone(), "the system's words".to_owned()),
    ] {
        let text = error.to_string();
        assert!(text.starts_with("cannot write a/b: "), "{text}");
        assert!(
            text.lines()
                .nth(1)
                .is_some_and(|line| line.starts_with("hint: ")),
            "{text}"
        );
        assert_eq!(text.lines().count(), 2, "{text}");
        assert_eq!(error.path(), path);
    }
}

#[test]
fn a_folder_is_not_overwritten_by_a_file() {
    let folder = folder();
    for existing in [Existing::Keep, Existing::Replace] {
        assert_eq!(
            write_file(folder.path(), b"", existing),
            Err(WriteError::IsFolder(folder.path().to_owned()))
        );
    }
    let file = folder.path().join("file");
    fs::write(&file, "").expect("written");
    let inside = file.join("data.csv");
    assert_eq!(
        write_file(&inside, b"", Existing::Keep),
        Err(WriteError::NoFolder(inside))
    );
    assert_eq!(create_folder(&file), Err(WriteError::IsFile(file.clone())));
    assert_eq!(names(folder.path()), ["file"]);
}

#[test]
fn of_writers_at_the_same_time_exactly_one_wins() {
    const WRITERS: usize = 8;
    for _ in 0..20 {
        let folder = folder();
        let path = folder.path().join("data.csv");
        let barrier = Barrier::new(WRITERS);
        let write = |number: usize| {
            barrier.wait();
            write_file(&path, number.to_string().as_bytes(), Existing::Keep).map(|()| number)
        };
        let results: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = (0..WRITERS)
                .map(|number| scope.spawn(move || write(number)))
                .collect();
            let ended = threads
                .into_iter()
                .map(|thread| thread.join().expect("no panic"));
            ended.collect()
        });
        let winners: Vec<_> = results
            .iter()
            .filter_map(|result| result.as_ref().ok())
            .collect();
        assert_eq!(winners.len(), 1, "{results:?}");
        assert_eq!(read(&path), winners[0].to_string());
        for lost in results.iter().filter_map(|result| result.as_ref().err()) {
            assert_eq!(lost, &WriteError::Exists(path.clone()));
        }
        assert_eq!(names(folder.path()), ["data.csv"]);
    }
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::{
        os::unix::fs::{PermissionsExt as _, symlink},
        process::Command,
    };

    #[test]
    fn a_link_is_followed_and_stays() {
        let folder = folder();
        let (real, link) = (
            folder.path().join("real.csv"),
            folder.path().join("link.csv"),
        );
        fs::write(&real, "one").expect("written");
        symlink("real.csv", &link).expect("a link");
        assert_eq!(
            write_file(&link, b"two", Existing::Keep),
            Err(WriteError::Exists(link.clone()))
        );
        write_file(&link, b"two", Existing::Replace).expect("written");
        assert_eq!(read(&real), "two");
        assert!(link.is_symlink());
        // One that leads nowhere is something too.
        fs::remove_file(&real).expect("removed");
        assert_eq!(
            write_file(&link, b"three", Existing::Keep),
            Err(WriteError::Exists(link.clone()))
        );
        write_file(&link, b"three", Existing::Replace).expect("written");
        assert_eq!(read(&link), "three");
        assert_eq!(names(folder.path()), ["link.csv"]);
    }

    #[test]
    fn a_new_file_has_the_rights_of_any_new_file_and_a_replaced_one_keeps_its_own() {
        let folder = folder();
        let (usual, path) = (folder.path().join("usual"), folder.path().join("data.csv"));
        let mode = |path: &Path| fs::metadata(path).expect("a file").permissions().mode() & 0o777;
        fs::write(&usual, "").expect("written");
        write_file(&path, b"", Existing::Keep).expect("written");
        assert_eq!(mode(&path), mode(&usual));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        write_file(&path, b"", Existing::Replace).expect("written");
        assert_eq!(mode(&path), 0o640);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).expect("set");
        assert_eq!(
            write_file(&path, b"", Existing::Replace),
            Err(WriteError::NoPermission(path))
        );
        let pack = folder.path().join("pack");
        fs::create_dir(folder.path().join("usual-folder")).expect("created");
        write_folder(&pack, &[PackFile::new("a", "")], Existing::Keep).expect("written");
        assert_eq!(mode(&pack), mode(&folder.path().join("usual-folder")));
    }

    #[test]
    fn a_folder_that_may_not_be_written_to_is_said() {
        let folder = folder();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).expect("set");
        // Some users may write everywhere; then there is nothing to test.
        if fs::write(folder.path().join("probe"), "").is_ok() {
            return;
        }
        let path = folder.path().join("data.csv");
        let refused = Err(WriteError::NoPermission(path.clone()));
        assert_eq!(write_file(&path, b"", Existing::Keep), refused);
        assert_eq!(write_folder(&path, &[], Existing::Keep), refused);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).expect("set");
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_device_is_written_to_and_not_replaced() {
        let full = Path::new("/dev/full");
        assert_eq!(
            write_file(full, b"data", Existing::Replace),
            Err(WriteError::Full(full.to_owned()))
        );
        assert_eq!(
            write_file(Path::new("/dev/null"), b"data", Existing::Keep),
            Ok(())
        );
        assert!(!fs::metadata("/dev/null").expect("there").is_file());
    }

    #[test]
    fn where_there_is_no_room_nothing_is_left_behind() {
        let folder = folder();
        let path = folder.path().join("projects.png");
        fs::write(&path, "before").expect("written");
        // A limit of half a kibibyte on the size of files stands for a full disk. Without the
        // trap, the system would end the program.
        let output = Command::new("sh")
            .arg("-c")
            .arg("trap '' XFSZ; ulimit -f 1; exec \"$0\" render --tab projects --out \"$1\"")
            .arg(env!("CARGO_BIN_EXE_belt-explorer"))
            .arg(&path)
            .output()
            .expect("a shell");
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{error}");
        assert!(
            error.contains("projects.png: there is no room left\nhint: make room"),
            "{error}"
        );
        assert_eq!(read(&path), "before");
        assert_eq!(names(folder.path()), ["projects.png"]);
    }
}

fn files() -> Vec<PackFile> {
    vec![
        PackFile::new("README.md", "# Title"),
        PackFile::new("data.csv", "a,b\r\n".repeat(500)),
        PackFile::new("figures/чертёж.svg", "<svg/>"),
    ]
}

/// All files below a folder with what they hold.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .expect("inside")
                    .display()
                    .to_string();
                found.insert(name.replace('\\', "/"), fs::read(&path).expect("a file"));
            }
        }
    }
    found
}

fn as_tree(files: &[PackFile]) -> BTreeMap<String, Vec<u8>> {
    let files = files.iter();
    files
        .map(|file| (file.name.clone(), file.bytes.clone()))
        .collect()
}

#[test]
fn a_package_is_a_folder() {
    let folder = folder();
    let path = folder.path().join("pack");
    write_folder(&path, &files(), Existing::Keep).expect("written");
    assert_eq!(tree(&path), as_tree(&files()));
    let other = vec![
        PackFile::new("README.md", "# Other"),
        PackFile::new("data.csv", ""),
        PackFile::new("figures/чертёж.svg", ""),
        PackFile::new("more.txt", ""),
    ];
    assert_eq!(
        write_folder(&path, &other, Existing::Keep),
        Err(WriteError::Exists(path.clone()))
    );
    assert_eq!(tree(&path), as_tree(&files()));
    write_folder(&path, &other, Existing::Replace).expect("written");
    assert_eq!(tree(&path), as_tree(&other));
    assert_eq!(names(folder.path()), ["pack"]);
}

#[test]
fn a_folder_with_other_files_is_never_replaced() {
    let folder = folder();
    let path = folder.path().join("pack");
    write_folder(&path, &files(), Existing::Replace).expect("written");
    for foreign in ["thesis.odt", "figures/photo.jpg"] {
        fs::write(path.join(foreign), "years of work").expect("written");
        assert_eq!(
            write_folder(&path, &files(), Existing::Replace),
            Err(WriteError::Foreign(path.clone(), foreign.to_owned()))
        );
        assert_eq!(read(&path.join(foreign)), "years of work");
        fs::remove_file(path.join(foreign)).expect("removed");
    }
    fs::create_dir(path.join("other")).expect("created");
    assert_eq!(
        write_folder(&path, &files(), Existing::Replace),
        Err(WriteError::Foreign(path.clone(), "other".to_owned()))
    );
    let file = path.join("data.csv");
    assert_eq!(
        write_folder(&file, &files(), Existing::Replace),
        Err(WriteError::IsFile(file.clone()))
    );
    let missing = folder.path().join("no/pack");
    assert_eq!(
        write_folder(&missing, &files(), Existing::Keep),
        Err(WriteError::NoFolder(missing))
    );
    assert_eq!(names(folder.path()), ["pack"]);
}

#[test]
fn of_packages_at_the_same_time_exactly_one_wins() {
    const WRITERS: usize = 6;
    for _ in 0..10 {
        let folder = folder();
        let path = folder.path().join("pack");
        let barrier = Barrier::new(WRITERS);
        let write = |number: usize| {
            let files = [PackFile::new("number", number.to_string())];
            barrier.wait();
            write_folder(&path, &files, Existing::Keep).map(|()| number)
        };
        let winners: Vec<usize> = thread::scope(|scope| {
            let threads: Vec<_> = (0..WRITERS)
                .map(|number| scope.spawn(move || write(number)))
                .collect();
            let ended = threads
                .into_iter()
                .map(|thread| thread.join().expect("no panic"));
            ended.filter_map(Result::ok).collect()
        });
        assert_eq!(winners.len(), 1);
        assert_eq!(read(&path.join("number")), winners[0].to_string());
        assert_eq!(names(folder.path()), ["pack"]);
    }
}

#[test]
fn a_package_is_a_zip_file_with_the_same_bytes_each_time() {
    let folder = folder();
    let path = folder.path().join("pack.zip");
    write_zip(&path, &files(), Existing::Keep).expect("written");
    let bytes = fs::read(&path).expect("a file");
    assert_eq!(bytes, zip_bytes(&files()).expect("small"));
    assert_eq!(
        write_zip(&path, &[], Existing::Keep),
        Err(WriteError::Exists(path.clone()))
    );
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    assert_eq!(archive.len(), files().len());
    for (position, file) in files().iter().enumerate() {
        let mut entry = archive.by_index(position).expect("an entry");
        assert_eq!(entry.name().expect("a name"), file.name);
        let date = entry.last_modified().expect("a date");
        assert_eq!((date.year(), date.month(), date.day()), (1980, 1, 1));
        assert_eq!((date.hour(), date.minute(), date.second()), (0, 0, 0));
        let mut contents = Vec::new();
        entry.read_to_end(&mut contents).expect("readable");
        assert_eq!(contents, file.bytes);
    }
}

#[test]
fn names_that_would_leave_the_package_or_that_some_system_cannot_store_are_refused() {
    let folder = folder();
    let path = folder.path().join("pack");
    for name in [
        "",
        "../out",
        "a/../../out",
        "/etc/x",
        "a//b",
        "a/",
        "a\\b",
        "c:x",
        "nul",
        "com1.txt",
        "dot.",
        "blank ",
        "what?",
        "new\nline",
    ] {
        let files = [PackFile::new(name, "")];
        let refused = Err(WriteError::Name(path.clone(), name.to_owned()));
        assert_eq!(write_folder(&path, &files, Existing::Keep), refused);
        assert_eq!(write_zip(&path, &files, Existing::Keep), refused);
    }
    let twice = [PackFile::new("a.csv", ""), PackFile::new("A.csv", "")];
    assert_eq!(
        write_folder(&path, &twice, Existing::Keep),
        Err(WriteError::Name(path.clone(), "A.csv".to_owned()))
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_title_becomes_a_name_that_every_system_can_store() {
    for (title, name) in [
        ("Trade: both sides, 2019–2024", "trade-both-sides-2019-2024"),
        ("  ../../etc  ", "etc"),
        ("Инвестиции 投资", "инвестиции-投资"),
        ("", "file"),
        ("???", "file"),
        ("CON", "file-con"),
    ] {
        assert_eq!(file_name(title), name);
    }
    let long = file_name(&"字".repeat(500));
    assert!(long.len() < 120);
    let folder = folder();
    write_file(&folder.path().join(long), b"", Existing::Keep).expect("written");
}
