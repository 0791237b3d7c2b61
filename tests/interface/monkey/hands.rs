//! What the monkey does in one step: with pointer, files and window; `keyboard` has the rest.

use super::{Monkey, things::MODIFIERS};
use crate::common::dropped;
use eframe::egui::{
    Event, HoveredFile, Key, Modifiers, MouseWheelSource, MouseWheelUnit, PointerButton, Pos2,
    Theme, TouchDeviceId, TouchId, TouchPhase, accesskit, vec2,
};
use std::path::Path;

type Step = fn(&mut Monkey);

/// The steps, each as often as its number says.
const STEPS: &[(usize, Step)] = &[
    (34, Monkey::click_something),
    (8, Monkey::click_somewhere),
    (10, Monkey::drag),
    (8, Monkey::wheel),
    (10, Monkey::type_text),
    (12, Monkey::press_key),
    (10, Monkey::press_shortcut),
    (4, Monkey::hover),
    (4, Monkey::clipboard),
    (3, Monkey::drop_something),
    (3, Monkey::resize),
    (2, Monkey::zoom),
    (2, Monkey::change_theme),
    (8, Monkey::assist),
    (6, Monkey::back_or_forth),
    (3, Monkey::leave_or_touch),
];

impl Monkey {
    pub fn step(&mut self) {
        let all: usize = STEPS.iter().map(|(times, _)| times).sum();
        let mut nth = self.random.below(all);
        for (times, step) in STEPS {
            if nth < *times {
                return step(self);
            }
            nth -= times;
        }
    }

    pub fn note(&mut self, step: String) {
        self.diary.note(step);
    }

    fn button(&mut self, pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
        self.frame([Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        }]);
    }

    pub fn click(&mut self, pos: Pos2, what: &str) {
        let button = match self.random.below(10) {
            0 => PointerButton::Secondary,
            1 if self.random.below(3) == 0 => PointerButton::Middle,
            _ => PointerButton::Primary,
        };
        let modifiers = if self.random.below(6) == 0 {
            self.random.pick(&MODIFIERS)
        } else {
            Modifiers::NONE
        };
        let times =
            1 + usize::from(self.random.below(8) == 0) + usize::from(self.random.below(40) == 0);
        self.note(format!(
            "click {times}x {button:?} {modifiers:?} {pos:?} {what}"
        ));
        self.frame([Event::ModifiersChanged(modifiers), Event::PointerMoved(pos)]);
        for _ in 0..times {
            self.button(pos, button, true, modifiers);
            self.button(pos, button, false, modifiers);
        }
        self.frame([Event::ModifiersChanged(Modifiers::NONE)]);
    }

    fn click_something(&mut self) {
        if let Some(thing) = self.thing() {
            let at = self.point_in(thing.place);
            self.click(at, &thing.words);
        }
    }

    fn click_somewhere(&mut self) {
        let at = self.point();
        self.click(at, "");
    }

    fn drag(&mut self) {
        let from = match self.thing() {
            Some(thing) if self.random.below(3) > 0 => self.point_in(thing.place),
            _ => self.point(),
        };
        let button = if self.random.below(8) == 0 {
            PointerButton::Secondary
        } else {
            PointerButton::Primary
        };
        let modifiers = self.random.pick(&MODIFIERS);
        self.note(format!("drag {button:?} {modifiers:?} from {from:?}"));
        self.frame([Event::PointerMoved(from)]);
        self.button(from, button, true, modifiers);
        let mut at = from;
        for _ in 0..=self.random.below(4) {
            at = if self.random.below(2) == 0 {
                self.point()
            } else {
                let near = eframe::egui::Rect::from_center_size(at, vec2(120.0, 40.0));
                self.point_in(near)
            };
            self.note(format!("  over {at:?}"));
            self.frame([Event::PointerMoved(at)]);
        }
        match self.random.below(8) {
            0 => self.shortcut(Key::Escape, Modifiers::NONE),
            1 => self.frame([Event::PointerGone]),
            _ => {}
        }
        self.button(at, button, false, modifiers);
    }

    fn wheel(&mut self) {
        let at = self.point();
        let modifiers = self.random.pick(&MODIFIERS);
        let unit = self.random.pick(&[
            MouseWheelUnit::Point,
            MouseWheelUnit::Line,
            MouseWheelUnit::Page,
        ]);
        let delta = self.random.pick(&[
            vec2(0.0, -3.0),
            vec2(0.0, 3.0),
            vec2(-40.0, 0.0),
            vec2(0.0, 1e6),
            vec2(0.0, -1e6),
        ]);
        self.note(format!("wheel {delta:?} {unit:?} {modifiers:?} at {at:?}"));
        self.frame([Event::ModifiersChanged(modifiers), Event::PointerMoved(at)]);
        self.frame([Event::MouseWheel {
            unit,
            delta,
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers,
        }]);
        self.frame([Event::ModifiersChanged(Modifiers::NONE)]);
        if self.random.below(6) == 0 {
            let factor = self.random.pick(&[0.1, 0.9, 1.1, 10.0]);
            self.note(format!("pinch {factor}"));
            self.frame([Event::Zoom(factor)]);
        }
    }

    fn hover(&mut self) {
        let at = match self.thing() {
            Some(thing) => self.point_in(thing.place),
            None => self.point(),
        };
        self.note(format!("hover {at:?}"));
        self.frame([Event::PointerMoved(at)]);
        for _ in 0..4 {
            self.frame([]);
        }
    }

    fn drop_something(&mut self) {
        let mut files = self.files.clone();
        // What was exported can be opened again.
        let entries = std::fs::read_dir(self.home.path()).expect("a folder");
        let mut own: Vec<_> = entries
            .map(|entry| entry.expect("an entry").path())
            .collect();
        own.sort();
        files.extend(own);
        let file = self.random.pick(&files);
        self.note(format!("a file over the window: {}", file.display()));
        let hovered = HoveredFile {
            path: Some(file.clone()),
            ..HoveredFile::default()
        };
        self.harness.input_mut().hovered_files.push(hovered);
        self.frame([]);
        if self.random.below(4) > 0 {
            self.harness.input_mut().hovered_files.clear();
            self.drop_file(&file);
        }
    }

    pub fn drop_file(&mut self, file: &Path) {
        self.note(format!("drop {}", file.display()));
        self.harness.input_mut().dropped_files.push(dropped(file));
        self.frame([]);
        // The job is done at once, and its result is taken in by the next frame.
        self.frame([]);
    }

    fn resize(&mut self) {
        let size = self.random.pick(&[
            vec2(320.0, 240.0),
            vec2(640.0, 480.0),
            vec2(900.0, 600.0),
            vec2(1280.0, 800.0),
            vec2(1920.0, 1080.0),
            vec2(2560.0, 1440.0),
            vec2(2560.0, 240.0),
            vec2(320.0, 1440.0),
        ]);
        self.note(format!("size {size:?}"));
        self.harness.set_size(size);
        self.frame([]);
    }

    fn zoom(&mut self) {
        let wanted = self.random.pick(&[Key::Plus, Key::Minus, Key::Num0]);
        for _ in 0..=self.random.below(8) {
            self.note(format!("zoom {wanted:?}"));
            self.shortcut(wanted, Modifiers::COMMAND);
        }
        if self.random.below(4) == 0 {
            let pixels = self.random.pick(&[1.0, 1.25, 2.0]);
            self.note(format!("{pixels} pixels a point"));
            self.harness.set_pixels_per_point(pixels);
        }
    }

    fn change_theme(&mut self) {
        let theme = self.random.pick(&[Theme::Light, Theme::Dark]);
        self.note(format!("the system turns to {theme:?}"));
        self.harness.input_mut().system_theme = Some(theme);
        self.frame([]);
    }

    /// What a screen reader asks for.
    fn assist(&mut self) {
        use accesskit::{Action, ActionData};
        let Some(thing) = self.thing() else {
            return;
        };
        if !self.may_type() {
            return;
        }
        let numbers = [0.0, -1.0, 1e308, f64::INFINITY, f64::NAN, 7.5, 2015.0];
        let number = self.random.pick(&numbers);
        let (action, data) = self.random.pick(&[
            (Action::Click, None),
            (Action::Focus, None),
            (Action::Blur, None),
            (Action::Increment, None),
            (Action::Decrement, None),
            (Action::ScrollIntoView, None),
            (Action::SetValue, Some(ActionData::NumericValue(number))),
        ]);
        self.note(format!("assist {action:?} {data:?} {}", thing.words));
        self.frame([Event::AccessKitActionRequest(accesskit::ActionRequest {
            action,
            target_tree: accesskit::TreeId::ROOT,
            target_node: thing.id,
            data,
        })]);
        self.frame([]);
    }

    fn leave_or_touch(&mut self) {
        match self.random.below(3) {
            0 => {
                self.note("the pointer leaves".to_owned());
                self.frame([Event::PointerGone]);
            }
            1 => {
                self.note("another window, and back".to_owned());
                self.frame([Event::WindowFocused(false)]);
                self.frame([Event::WindowFocused(true)]);
            }
            _ => self.touch(),
        }
    }

    fn touch(&mut self) {
        let (from, to) = (self.point(), self.point());
        self.note(format!("touch {from:?} to {to:?}"));
        let end = self.random.pick(&[TouchPhase::End, TouchPhase::Cancel]);
        for (phase, pos) in [(TouchPhase::Start, from), (TouchPhase::Move, to), (end, to)] {
            self.frame([Event::Touch {
                device_id: TouchDeviceId(1),
                id: TouchId(1),
                phase,
                pos,
                force: None,
            }]);
        }
    }
}
