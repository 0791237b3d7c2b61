//! The real program in a real window on a virtual display: it appears, is clicked and typed
//! into, its picture changes, and when idle it does nothing.
//!
//! Where a tool is missing the tests fail and name it: `.ci/setup` installs them.

#![cfg(target_os = "linux")]

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

const BINARY: &str = env!("CARGO_BIN_EXE_belt-explorer");
const PATIENCE: Duration = Duration::from_mins(1);

/// Tools the tests call, and the Debian packages that hold them.
const TOOLS: [(&str, &str); 4] = [
    ("Xvfb", "xvfb"),
    ("xdotool", "xdotool"),
    ("import", "imagemagick"),
    ("convert", "imagemagick"),
];

fn require_tools() {
    let found = |tool: &str| {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path).any(|folder| folder.join(tool).is_file())
    };
    let missing: Vec<&str> = TOOLS
        .iter()
        .filter(|(tool, _)| !found(tool))
        .map(|(_, package)| *package)
        .collect();
    assert!(
        missing.is_empty(),
        "the real window cannot be tested: install {}; `.ci/setup` does it",
        missing.join(" ")
    );
}

/// A virtual display and the program on it; both end with this value.
struct Desk {
    display: String,
    server: Child,
    program: Child,
    home: tempfile::TempDir,
}

impl Drop for Desk {
    fn drop(&mut self) {
        for child in [&mut self.program, &mut self.server] {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Desk {
    fn open() -> Self {
        require_tools();
        Self::open_at_home(tempfile::tempdir().expect("a folder"))
    }

    /// Opens the program where it may have been before.
    fn open_at_home(home: tempfile::TempDir) -> Self {
        let (server, display) = start_server();
        let program = program(&display, home.path())
            .spawn()
            .expect("the program starts");
        let mut desk = Self {
            display,
            server,
            program,
            home,
        };
        desk.wait_for_window();
        desk
    }

    fn wait_for_window(&mut self) {
        let start = Instant::now();
        loop {
            let window = self.tool(
                "xdotool",
                &["search", "--onlyvisible", "--name", "Belt Explorer"],
            );
            if let Some(id) = window.lines().next().filter(|id| !id.is_empty()) {
                // There is no window manager: the window gets its place from the test.
                self.tool(
                    "xdotool",
                    &[
                        "windowmove",
                        id,
                        "0",
                        "0",
                        "windowsize",
                        id,
                        "1280",
                        "800",
                        "windowfocus",
                        id,
                    ],
                );
                return;
            }
            if let Some(status) = self.program.try_wait().expect("the program can be asked") {
                let mut error = String::new();
                let pipe = self.program.stderr.as_mut().expect("piped");
                std::io::Read::read_to_string(pipe, &mut error).expect("text");
                panic!("the program ended with {status}: {error}");
            }
            assert!(start.elapsed() < PATIENCE, "no window appeared");
            sleep(Duration::from_millis(50));
        }
    }

    /// Runs a tool on the display and returns what it prints.
    fn tool(&self, name: &str, arguments: &[&str]) -> String {
        let output = Command::new(name)
            .args(arguments)
            .env("DISPLAY", &self.display)
            .output()
            .expect("the tool runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn click(&self, x: u32, y: u32) {
        self.tool(
            "xdotool",
            &["mousemove", &x.to_string(), &y.to_string(), "click", "1"],
        );
    }

    /// The picture on the display as pixels.
    fn picture(&self) -> Vec<u8> {
        let path: PathBuf = self.home.path().join("picture.ppm");
        let text = path.to_str().expect("a plain path");
        self.tool("import", &["-window", "root", "-depth", "8", text]);
        fs::read(&path).expect("a picture")
    }

    /// Waits until the picture is another one and stands still; returns it.
    fn changed(&self, before: &[u8], what: &str) -> Vec<u8> {
        let start = Instant::now();
        let mut last = self.picture();
        loop {
            sleep(Duration::from_millis(150));
            let now = self.picture();
            if now == last && now != before {
                return now;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "the picture did not change: {what}"
            );
            last = now;
        }
    }

    /// Waits until a word is in what the program remembers: a window at rest writes it too, since
    /// not every program is closed by its user.
    fn wait_until_remembered(&self, word: &str) {
        let file = self.home.path().join("belt-explorer/app.ron");
        let start = Instant::now();
        while !fs::read_to_string(&file).is_ok_and(|text| text.contains(word)) {
            assert!(start.elapsed() < PATIENCE, "`{word}` is not remembered");
            sleep(Duration::from_millis(200));
        }
    }

    /// CPU time the program has used, in clock ticks.
    fn cpu_ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.program.id()))
            .expect("the program runs");
        let after_name = stat.rsplit(')').next().expect("fields");
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        // Fields 14 and 15 of the whole line: user and system time.
        [11, 12]
            .iter()
            .map(|at| fields[*at].parse::<u64>().expect("a number"))
            .sum()
    }
}

/// The program on a display, with what it remembers in a folder.
fn program(display: &str, home: &Path) -> Command {
    let mut command = Command::new(BINARY);
    command
        .env("DISPLAY", display)
        .env_remove("WAYLAND_DISPLAY")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("XDG_DATA_HOME", home)
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// Starts a virtual display; the server chooses a free number and says it when it is ready.
fn start_server() -> (Child, String) {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1280x800x24"])
        .args(["+extension", "GLX", "-nolisten", "tcp"])
        // Otherwise it starts over whenever its last client leaves: the end of a tool would
        // throw out a program that is just being let in.
        .arg("-noreset")
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let output = server.stdout.take().expect("piped");
    let mut number = String::new();
    BufReader::new(output)
        .read_line(&mut number)
        .expect("a number");
    let number = number.trim();
    assert!(!number.is_empty(), "Xvfb found no free display");
    (server, format!(":{number}"))
}

/// How many different colours a picture has: an empty window has few.
fn colours(picture: &[u8]) -> usize {
    let pixels = picture.len().saturating_sub(1280 * 800 * 3);
    let set: std::collections::HashSet<&[u8]> = picture[pixels..].chunks_exact(3).collect();
    set.len()
}

#[test]
fn the_window_opens_is_clicked_typed_into_and_rests() {
    let desk = Desk::open();
    let start = Instant::now();
    let mut first = desk.picture();
    while colours(&first) < 40 {
        assert!(start.elapsed() < PATIENCE, "the window stays empty");
        sleep(Duration::from_millis(100));
        first = desk.picture();
    }
    let overview = {
        sleep(Duration::from_millis(500));
        desk.picture()
    };

    // The second tab of the bar: Projects.
    desk.click(247, 23);
    let projects = desk.changed(&overview, "after a click on Projects");
    desk.click(120, 70);
    desk.tool("xdotool", &["type", "--delay", "20", "pipeline"]);
    let typed = desk.changed(&projects, "after typing into the search field");
    assert!(colours(&typed) > 40);

    // Away from everything that reacts to the pointer, and the text cursor off.
    desk.tool("xdotool", &["mousemove", "640", "790", "click", "1"]);
    desk.wait_until_remembered("pipeline");
    sleep(Duration::from_secs(2));
    let (before, still) = (desk.cpu_ticks(), desk.picture());
    sleep(Duration::from_secs(3));
    let used = desk.cpu_ticks() - before;
    assert_eq!(desk.picture(), still, "an idle window repaints");
    assert!(
        used <= 2,
        "an idle window used {used} clock ticks in three seconds"
    );
}

/// The way to stop it on purpose is only there while the program is developed.
#[cfg(debug_assertions)]
#[test]
fn a_defect_in_the_window_leaves_a_report_and_the_next_start_offers_the_view() {
    require_tools();
    let home = tempfile::tempdir().expect("a folder");
    let (mut server, display) = start_server();
    let output = program(&display, home.path())
        .args(["--view", "view:1 tab:trade trade.show:balance"])
        .env("BELT_EXPLORER_PANIC_AFTER_FRAMES", "3")
        .output();
    let _ = server.kill();
    let _ = server.wait();
    let output = output.expect("the program runs");
    assert_eq!(output.status.code(), Some(101));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("a rehearsal after 3 frames"), "{error}");
    assert!(error.contains("the last view is offered"), "{error}");
    let path = error.split_once("A report without any data is at ");
    let path = path.and_then(|(_, rest)| rest.lines().next());
    let report = fs::read_to_string(path.expect("a path")).expect("a report");
    let (head, calls) = report.split_once("backtrace:\n").expect("a backtrace");
    for part in ["place: src/cli/crash.rs:", "thread: main\n"] {
        assert!(head.contains(part), "no `{part}` in {head}");
    }
    assert!(calls.contains("src/cli/crash.rs:"), "{calls}");
    let folder = home.path().join("belt-explorer/reports");
    let note = folder.join("last-view.txt");
    let kept = fs::read_to_string(&note).expect("a note");
    assert!(kept.contains("tab:trade trade.show:balance"), "{kept}");

    // The offer stands above everything else; its last button dismisses it.
    let desk = Desk::open_at_home(home);
    let start = Instant::now();
    while note.exists() {
        assert!(start.elapsed() < PATIENCE, "nothing was offered");
        desk.click(1235, 64);
        sleep(Duration::from_millis(300));
    }
    assert!(folder.is_dir(), "the report stays");
}

#[test]
fn without_a_display_there_is_one_clear_message() {
    let output = Command::new(BINARY)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        error.starts_with("belt-explorer: cannot open a window: there is no display"),
        "{error}"
    );
    assert!(error.contains("\nhint: "), "{error}");
}

#[test]
fn a_display_that_does_not_answer_is_named() {
    let output = Command::new(BINARY)
        .env("DISPLAY", ":99999")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    let said = "belt-explorer: cannot open a window: the display :99999 does not answer\nhint: ";
    assert!(error.starts_with(said), "{error}");
}

#[test]
fn a_dataset_with_errors_is_refused_before_a_window_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("bad.ron");
    let projects = "(id: \"p\", name: {\"en\": \"P\"}, sector: \"none\", sources: []),".repeat(30);
    fs::write(&file, format!("(projects: [{projects}])")).expect("written");
    let output = Command::new(BINARY)
        .arg(&file)
        .env_remove("DISPLAY")
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        error.matches("error[").count(),
        10,
        "the first ten: {error}"
    );
    assert!(error.contains("more errors"), "and how many more: {error}");
    assert!(error.contains("bad.ron:1"), "with the place: {error}");
}

#[test]
fn an_unreadable_dataset_is_said_once() {
    let output = Command::new(BINARY)
        .arg("no/such/file.ron")
        .env_remove("DISPLAY")
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("no/such/file.ron"), "{error}");
}
