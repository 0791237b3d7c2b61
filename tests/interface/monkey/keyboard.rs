//! What the monkey does with the keyboard and the clipboard.

use super::{
    Monkey, key,
    things::{KEYS, MODIFIERS, TEXTS, VIEWS},
};
use belt_explorer::app::commands::COMMANDS;
use eframe::egui::{Event, ImeEvent, Key, Modifiers};

impl Monkey {
    /// Whether it may use the keyboard now. Tab may move the focus one frame later.
    pub fn may_type(&mut self) -> bool {
        self.frame([]);
        !self.at_kept_field()
    }

    pub fn type_text(&mut self) {
        // Most often there is nothing to type into.
        if self.random.below(2) == 0 {
            let fields = self.things();
            let field =
                |words: &str| words.starts_with("TextInput") || words.starts_with("SpinButton");
            let fields: Vec<_> = fields
                .into_iter()
                .filter(|thing| field(&thing.words))
                .collect();
            if !fields.is_empty() {
                let thing = self.random.pick(&fields);
                self.click(thing.place.center(), &thing.words);
            }
        }
        for _ in 0..=self.random.below(3) {
            if !self.may_type() {
                return;
            }
            let text = self.text();
            let told: String = text.chars().take(60).collect();
            self.note(format!(
                "type {told:?} ({} characters)",
                text.chars().count()
            ));
            let event = match self.random.below(6) {
                0 => Event::Ime(ImeEvent::Commit(text)),
                1 => Event::Ime(ImeEvent::Preedit {
                    active_range_chars: None,
                    text,
                }),
                _ => Event::Text(text),
            };
            self.frame([event]);
        }
        if self.random.below(3) == 0 && self.may_type() {
            self.shortcut(Key::Enter, Modifiers::NONE);
        }
    }

    pub fn press_key(&mut self) {
        for _ in 0..=self.random.below(4) {
            if !self.may_type() {
                self.note("leave the field".to_owned());
                self.shortcut(Key::Escape, Modifiers::NONE);
                continue;
            }
            let (wanted, modifiers) = (self.random.pick(KEYS), self.random.pick(&MODIFIERS));
            self.note(format!("key {wanted:?} {modifiers:?}"));
            self.shortcut(wanted, modifiers);
        }
    }

    pub fn press_shortcut(&mut self) {
        let shortcuts = COMMANDS
            .iter()
            .filter_map(|command| Some((command.id, command.shortcut?)));
        // Reading the dataset again takes long, so it is done by the menu alone.
        let shortcuts: Vec<_> = shortcuts.filter(|(id, _)| *id != "reload").collect();
        let (id, shortcut) = self.random.pick(&shortcuts);
        if !self.may_type() {
            return;
        }
        self.note(format!("shortcut of {id}"));
        self.shortcut(shortcut.logical_key, shortcut.modifiers);
        if std::mem::take(&mut self.asked) {
            self.paste();
        }
    }

    pub fn paste(&mut self) {
        if !self.may_type() {
            return;
        }
        let text = match self.random.below(3) {
            0 => self.random.pick(TEXTS).to_owned(),
            _ => self.random.pick(VIEWS).to_owned(),
        };
        self.note(format!("paste {text:?}"));
        self.frame([Event::Paste(text)]);
    }

    pub fn clipboard(&mut self) {
        match self.random.below(4) {
            0 => {
                self.note("copy".to_owned());
                self.frame([Event::Copy]);
            }
            1 if self.may_type() => {
                self.note("cut".to_owned());
                self.frame([Event::Cut]);
            }
            _ => self.paste(),
        }
    }

    pub fn back_or_forth(&mut self) {
        let modifiers = if self.random.below(3) > 0 {
            Modifiers::COMMAND
        } else {
            Modifiers::COMMAND.plus(Modifiers::SHIFT)
        };
        for _ in 0..=self.random.below(3) {
            if self.may_type() {
                self.note(format!("undo or redo {modifiers:?}"));
                self.shortcut(Key::Z, modifiers);
            }
        }
    }

    pub fn shortcut(&mut self, wanted: Key, modifiers: Modifiers) {
        self.frame([
            Event::ModifiersChanged(modifiers),
            key(wanted, modifiers, true),
        ]);
        self.frame([
            key(wanted, modifiers, false),
            Event::ModifiersChanged(Modifiers::NONE),
        ]);
    }
}
