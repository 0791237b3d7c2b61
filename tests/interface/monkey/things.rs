//! What there is to play with: texts, keys, and what is on screen.

use super::{Monkey, root};
use belt_explorer::app::{browse::Purpose, state::Dialog};
use eframe::egui::{Key, Modifiers, Pos2, Rect, accesskit, pos2};
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};

/// The fields that say where files go and which program is started. The monkey keeps its hands off them: it
/// could write anywhere and start anything.
const KEPT: [&str; 3] = ["export-folder", "export-name", "finding-editor"];

/// Texts that are often forgotten.
pub const TEXTS: &[&str] = &[
    "a",
    "rail",
    "  ",
    "0",
    "-",
    "-1",
    "1e308",
    "1e999",
    "NaN",
    "inf",
    "12.5 %",
    "$85,600",
    "\"",
    "\\",
    "'",
    "a\"b\\c",
    ":",
    "sector:rail",
    "-status:cancelled",
    "..",
    "2010..",
    ",",
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{7}\u{8}\u{1b}[2J",
    "\u{85}\u{2028}\u{2029}",
    "\u{200b}\u{200d}\u{feff}",
    "\u{202e}desrever",
    "مرحبا بالعالم",
    "שלום עולם",
    "Қазақстан",
    "中欧班列",
    "ß ẞ ı İ ﬁ",
    "e\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\u{10ffff}\u{e000}",
];

/// Texts that may be a view.
pub const VIEWS: &[&str] = &[
    "view:1",
    "view:1 tab:projects sector:rail years:2010.. sort:name/asc",
    "view:1 tab:trade trade.show:balance trade.years:1..9999",
    "view:1 tab:transit transit.value:0 transit.volume:0 transit.scopes:none",
    "view:1 dataset:elsewhere tab:sources sources.years:0..9999 nothing:x",
    "view:1 \"open",
    "view:2 tab:trade",
    "view:1 trade.display:index/9999 trade.prices:constant/0 trade.ranking-year:0",
];

/// Keys that mean something somewhere.
pub const KEYS: &[Key] = &[
    Key::Tab,
    Key::Tab,
    Key::Enter,
    Key::Space,
    Key::Escape,
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::Backspace,
    Key::Delete,
    Key::A,
    Key::F10,
];

pub const MODIFIERS: [Modifiers; 6] = [
    Modifiers::NONE,
    Modifiers::NONE,
    Modifiers::SHIFT,
    Modifiers::COMMAND,
    Modifiers::ALT,
    Modifiers::NONE,
];

/// Something on screen that can be acted on.
#[derive(Clone)]
pub struct Thing {
    pub id: accesskit::NodeId,
    pub words: String,
    pub place: Rect,
}

impl Monkey {
    pub fn screen(&self) -> Rect {
        self.harness.ctx.content_rect()
    }

    pub fn point_in(&mut self, place: Rect) -> Pos2 {
        let (width, height) = (place.width(), place.height());
        let mut share =
            || f32::from(u16::try_from(self.random.below(1001)).expect("small")) / 1000.0;
        pos2(
            place.left() + width * share(),
            place.top() + height * share(),
        )
    }

    /// A point on the screen, rarely beyond it.
    pub fn point(&mut self) -> Pos2 {
        let screen = self.screen();
        if self.random.below(20) == 0 {
            return self.point_in(screen.expand(200.0));
        }
        self.point_in(screen)
    }

    /// What can be clicked or dragged now.
    pub fn things(&self) -> Vec<Thing> {
        let screen = self.screen();
        let nodes = self.harness.query_all(By::new());
        let things = nodes.filter_map(|node| {
            let place = node.accesskit_node().raw_bounds().map(|_| node.rect())?;
            let node = node.accesskit_node();
            let words = node.label().or_else(|| node.value()).unwrap_or_default();
            let words = words.chars().take(40).collect::<String>();
            let acts = node.data().supports_action(accesskit::Action::Click)
                || node.data().supports_action(accesskit::Action::Focus);
            let seen = place.intersect(screen);
            (acts && seen.is_positive()).then(|| Thing {
                id: node.locate().0,
                words: format!("{:?} {words:?}", node.role()),
                place: seen,
            })
        });
        things.collect()
    }

    /// One of them.
    pub fn thing(&mut self) -> Option<Thing> {
        let things = self.things();
        (!things.is_empty()).then(|| self.random.pick(&things))
    }

    /// Whether one of the fields has the focus that it must not change.
    pub fn at_kept_field(&self) -> bool {
        let kept = KEPT.map(|key| self.state().words.t(key));
        let mut nodes = self.harness.query_all(By::new());
        nodes.any(|node| {
            let kept = |label: String| kept.contains(&label);
            let node = node.accesskit_node();
            node.is_focused() && node.label().is_some_and(kept)
        })
    }

    /// Whether it is about to leave its playground: to choose where files go, or to look around on the disk.
    pub fn strays(&self) -> bool {
        let state = self.state();
        let outside = match &state.browser.listing {
            Some(Ok(listing)) => {
                let folder = &listing.folder;
                !folder.starts_with(root()) && !folder.starts_with(self.home.path())
            }
            _ => false,
        };
        state.dialog == Some(Dialog::Browse)
            && (outside || state.browser.purpose == Purpose::ExportFolder)
    }

    /// A text to type or paste.
    pub fn text(&mut self) -> String {
        match self.random.below(30) {
            0 => "long ".repeat(self.random.below(2_000)),
            1 => "9".repeat(self.random.below(500)),
            2 => (0..self.random.below(12))
                .filter_map(|_| char::from_u32(u32::try_from(self.random.below(0x11_0000)).ok()?))
                .collect(),
            _ => self.random.pick(TEXTS).to_owned(),
        }
    }
}
