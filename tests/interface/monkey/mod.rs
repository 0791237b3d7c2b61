//! Thousands of random clicks, keys, drags, drops and resizes: nothing panics, every view can be written and
//! read back, and undo leads back to the start.
//!
//! `MONKEY_STEPS` asks for more steps with each dataset than the default, `MONKEY_SEED` for another start; a
//! failure names the seed and the last steps, and `MONKEY_SEED=…` does them again. Nothing leaves the harness:
//! what is put on the clipboard or opened in a browser are only words in egui's output.

mod hands;
mod keyboard;
mod things;

use crate::common::{self, random::Random};
use belt_explorer::{
    app::{AppState, View, state::Dialog, view::text},
    ui::{Window, tabs::TABS, theme},
};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use std::{
    collections::{BTreeSet, VecDeque},
    env, fs,
    path::{Path, PathBuf},
    thread,
};
use tempfile::TempDir;

/// Steps with one dataset; with a small one twice as many, which takes less time.
const STEPS: u64 = 600;
/// The first seed, unless the environment names another.
const SEED: u64 = 1;
/// Steps between two ways back to the start: less than what undo keeps.
const STEPS_TO_GO_BACK: u64 = 100;
/// Steps between two looks at whether the window rests and all its controls have names.
const STEPS_TO_REST: u64 = 20;
/// How many changes undo keeps.
const UNDO_KEEPS: usize = 200;
/// Frames that a window may take until it rests.
const FRAMES_TO_REST: u64 = 30;
/// Steps that a failure names.
const STEPS_TOLD: usize = 40;

fn wanted(name: &str, default: u64) -> u64 {
    env::var(name).map_or(default, |text| text.parse().expect("a number"))
}

/// The last steps; told when a test fails.
struct Diary {
    seed: u64,
    steps: u64,
    last: VecDeque<String>,
}

impl Diary {
    fn note(&mut self, step: String) {
        if self.last.len() == STEPS_TOLD {
            self.last.pop_front();
        }
        self.last.push_back(step);
    }
}

impl Drop for Diary {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!(
                "MONKEY_SEED={} failed at step {}; the last steps:",
                self.seed, self.steps
            );
            for step in &self.last {
                eprintln!("  {step}");
            }
        }
    }
}

struct Monkey {
    diary: Diary,
    random: Random,
    harness: Harness<'static, Window>,
    /// Where exports go.
    home: TempDir,
    /// The dataset it plays with, and its id.
    own: (PathBuf, String),
    /// Files to drop.
    files: Vec<PathBuf>,
    /// What undo must lead back to, and the revision of the dataset that it is about.
    start: (u64, View),
    /// The view that was last written and read.
    checked: Option<(u64, View)>,
    /// Whether the window asked for what is on the clipboard.
    asked: bool,
    /// Tabs and dialogs it has been to.
    seen: BTreeSet<String>,
    /// How many other views it came to.
    views: u64,
}

impl Monkey {
    fn new(path: PathBuf, seed: u64) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let mut state = common::state_of(&path);
        state.settings.export.folder = home.path().display().to_string();
        let start = (state.dataset.revision, state.view.content());
        let id = state.dataset.id().to_owned();
        let mut state = Some(state);
        let mut harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(FRAMES_TO_REST)
            // It types in scripts that the fonts do not have.
            .allow_missing_glyphs()
            .build_eframe(move |creation| {
                Window::new(&creation.egui_ctx, state.take().expect("built once"))
            });
        harness.ctx.set_fonts(theme::font_definitions());
        harness.run();
        Self {
            diary: Diary {
                seed,
                steps: 0,
                last: VecDeque::new(),
            },
            random: Random(seed),
            harness,
            files: files(&home),
            home,
            own: (path, id),
            start,
            checked: None,
            asked: false,
            seen: BTreeSet::new(),
            views: 0,
        }
    }

    fn state(&self) -> &AppState {
        self.harness.state().state()
    }

    fn play(mut self, steps: u64) {
        for step in 1..=steps {
            self.diary.steps = step;
            self.step();
            self.look_at_the_view();
            if step % STEPS_TO_REST == 0 {
                self.rest();
            }
            if step % STEPS_TO_GO_BACK == 0 || step == steps {
                self.go_back_and_forth();
                self.own_dataset();
            }
        }
        self.got_around(steps);
        let settings = &self.state().settings;
        let home = self.home.path().display().to_string();
        assert_eq!(
            (&settings.export.folder, settings.editor.as_str()),
            (&home, "")
        );
    }

    /// A monkey that sits in one corner finds nothing.
    fn got_around(&self, steps: u64) {
        if steps >= STEPS {
            assert!(self.seen.len() >= TABS.len() + 2, "only {:?}", self.seen);
            assert!(self.views > steps / 10, "only {} views", self.views);
        }
    }

    /// One frame with some events; looks at what comes out of it.
    fn frame(&mut self, events: impl IntoIterator<Item = Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.step();
        let output = self.harness.output();
        for command in &output.platform_output.commands {
            if let OutputCommand::OpenUrl(open) = command {
                let web = open.url.starts_with("https://") || open.url.starts_with("http://");
                assert!(web, "it would open {}", open.url);
            }
        }
        let root = output.viewport_output.get(&ViewportId::ROOT);
        let asked = root.is_some_and(|out| out.commands.contains(&ViewportCommand::RequestPaste));
        self.asked |= asked;
        let state = self.harness.state().state();
        let places = [
            format!("{:?}", state.view.tab),
            format!("{:?}", state.dialog),
        ];
        self.seen.extend(places);
        self.look_at_the_start();
        if self.strays() {
            self.diary.note("comes back".to_owned());
            self.frame([key(Key::Escape, Modifiers::NONE, true)]);
            self.frame([key(Key::Escape, Modifiers::NONE, false)]);
        }
    }

    /// As long as nothing can be taken back or done again, nothing has changed.
    fn look_at_the_start(&mut self) {
        let state = self.harness.state().state();
        let fresh = state.history.undo_label().is_none() && state.history.redo_label().is_none();
        if !fresh {
            return;
        }
        let now = (state.dataset.revision, state.view.content());
        if now.0 == self.start.0 {
            assert_eq!(now.1, self.start.1, "a change that cannot be taken back");
        }
        self.start = now;
    }

    /// The view as text is read back equal, and all it names is there.
    fn look_at_the_view(&mut self) {
        let state = self.harness.state().state();
        let now = (state.dataset.revision, state.view.clone());
        if self.checked.as_ref() == Some(&now) {
            return;
        }
        self.views += 1;
        let written = text::link(&now.1, &state.dataset);
        let reading = text::read(&written, &state.dataset);
        let problems = text::list(&reading.problems, &state.words);
        assert_eq!(problems, "", "{written}");
        assert_eq!(reading.view, now.1, "{written}");
        self.checked = Some(now);
    }

    /// Lets go of everything, and sees that the window comes to rest.
    fn rest(&mut self) {
        self.harness.input_mut().hovered_files.clear();
        self.frame([Event::PointerGone]);
        if let Err(error) = self.harness.try_run() {
            let done = self.harness.state().state().trail.steps().actions;
            let last: Vec<&str> = done.into_iter().rev().take(5).collect();
            panic!("the window does not rest, asking for {last:?}: {error}");
        }
    }

    /// Closes what is open and lets go of what has the focus.
    fn clear(&mut self) {
        for _ in 0..4 {
            self.frame([key(Key::Escape, Modifiers::NONE, true)]);
            self.frame([key(Key::Escape, Modifiers::NONE, false)]);
        }
        self.frame([Event::PointerGone]);
        self.rest();
        assert_eq!(self.state().dialog, None::<Dialog>, "Escape closes dialogs");
    }

    /// Undo leads back to the start, and redo to where it was.
    fn go_back_and_forth(&mut self) {
        self.diary
            .note("back to the start and forth again".to_owned());
        self.clear();
        let last = self.state().view.content();
        let mut steps = 0;
        while self.state().history.undo_label().is_some() {
            self.shortcut(Key::Z, Modifiers::COMMAND);
            self.look_at_the_view();
            steps += 1;
            assert!(steps <= UNDO_KEEPS, "undo does nothing");
        }
        if steps < UNDO_KEEPS {
            assert_eq!(
                self.state().view.content(),
                self.start.1,
                "{steps} steps back"
            );
        }
        let back = self.state().view.content();
        for _ in 0..steps {
            self.shortcut(Key::Z, Modifiers::COMMAND.plus(Modifiers::SHIFT));
        }
        assert_eq!(self.state().view.content(), last, "{steps} steps forth");
        if steps == UNDO_KEEPS {
            self.start.1 = back;
        }
    }

    /// Goes back to its own dataset, if others were dropped.
    fn own_dataset(&mut self) {
        if self.state().dataset.id() != self.own.1 {
            let own = self.own.0.clone();
            self.drop_file(&own);
        }
    }
}

/// An event of a key.
fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Good and bad files to drop: datasets, what looks like one, a figure, what is no picture.
fn files(home: &TempDir) -> Vec<PathBuf> {
    let fixtures = root().join("tests/fixtures");
    let mut files = vec![fixtures.join("good"), fixtures.join("trade.ron")];
    for folder in ["unread", "mistakes"] {
        let entries = fs::read_dir(fixtures.join(folder)).expect("a folder");
        files.extend(entries.map(|entry| entry.expect("an entry").path()).take(6));
    }
    let other = home.path().join("other");
    fs::create_dir(&other).expect("a folder");
    for (name, bytes) in [
        ("cat.png", b"a cat".as_slice()),
        ("empty.svg", b""),
        ("zero.ron", b"(\0)"),
        ("song.mp3", b"\xff\xfb"),
    ] {
        let path = other.join(name);
        fs::write(&path, bytes).expect("written");
        files.push(path);
    }
    files.push(other.join("gone.ron"));
    files.push(other);
    files.push(PathBuf::new());
    files
}

fn play(path: PathBuf, nth: u64, steps: u64) {
    let seed = wanted("MONKEY_SEED", SEED + nth);
    Monkey::new(path, seed).play(wanted("MONKEY_STEPS", steps));
}

#[test]
fn a_monkey_plays_with_the_default_dataset() {
    play(root().join("assets/kazakhstan-china"), 0, STEPS);
}

#[test]
fn a_monkey_plays_with_a_fictional_dataset() {
    play(root().join("tests/fixtures/good"), 1, 2 * STEPS);
}

#[test]
fn a_monkey_plays_with_an_empty_dataset() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("tiny.ron");
    let text = r#"(
        meta: (schema: 1, id: "tiny", version: "1", title: {"en": "Tiny"}, home: "A",
            partner: "B", as_of: "2020", currency: "USD"),
        countries: [(id: "A", name: {"en": "Aland"}), (id: "B", name: {"en": "Bland"})],
    )"#;
    fs::write(&file, text).expect("written");
    play(file, 2, 2 * STEPS);
}
