//! The tree as lines of text.

use super::tree::{Comment, Group, Item, Value};

/// Longest line with a bracket that opens and closes in it, in characters.
const WIDTH: usize = 128;
/// Longest line of years.
const YEARS_WIDTH: usize = 99;
/// One step to the right.
const INDENT: usize = 4;

/// Writes a file.
pub(super) fn write(file: &Group<'_>) -> String {
    let mut writer = Writer::default();
    for (position, item) in file.items.iter().enumerate() {
        writer.above(item, 0, position == 0);
        match &item.value {
            Value::Group(group) if !group.items.is_empty() => writer.open(group, 0),
            value => writer.value(value, 0, 0),
        }
        writer.beside(item);
        writer.text.push('\n');
    }
    writer.comments(&file.below, 0, false);
    writer.text
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    fn comments(&mut self, comments: &[Comment<'_>], indent: usize, is_first: bool) {
        for (position, comment) in comments.iter().enumerate() {
            if comment.after_blank && !(is_first && position == 0) {
                self.text.push('\n');
            }
            self.indent(indent);
            self.text.push_str(comment.text);
            self.text.push('\n');
        }
    }

    /// The comments and the empty line that stand above an element.
    fn above(&mut self, item: &Item<'_>, indent: usize, is_first: bool) {
        self.comments(&item.above, indent, is_first);
        if item.after_blank && !(is_first && item.above.is_empty()) {
            self.text.push('\n');
        }
    }

    fn beside(&mut self, item: &Item<'_>) {
        for comment in &item.beside {
            self.text.push(' ');
            self.text.push_str(comment);
        }
    }

    /// A value that starts after `before` characters of its line.
    fn value(&mut self, value: &Value<'_>, indent: usize, before: usize) {
        let mut line = String::new();
        match value {
            Value::Word(word) => self.text.push_str(word),
            // A comma follows.
            Value::Group(group)
                if one_line(value, &mut line) && before + line.chars().count() < WIDTH =>
            {
                debug_assert!(group.below.is_empty(), "comments are lost");
                self.text.push_str(&line);
            }
            Value::Group(group) => self.open(group, indent),
        }
    }

    /// One element a line.
    fn open(&mut self, group: &Group<'_>, indent: usize) {
        self.text.push_str(group.name);
        self.text.push_str(group.start);
        self.text.push('\n');
        let inside = indent + INDENT;
        if group.start == "{" && group.items.iter().all(is_year) {
            self.years(&group.items, inside);
        } else {
            for (position, item) in group.items.iter().enumerate() {
                self.above(item, inside, position == 0);
                self.item(item, inside);
            }
        }
        self.comments(&group.below, inside, group.items.is_empty());
        self.indent(indent);
        self.text.push_str(group.end);
    }

    fn item(&mut self, item: &Item<'_>, indent: usize) {
        self.indent(indent);
        let mut before = indent;
        if let Some(key) = item.key {
            self.text.push_str(key);
            self.text.push_str(": ");
            before += key.chars().count() + 2;
        }
        self.value(&item.value, indent, before);
        self.text.push(',');
        self.beside(item);
        self.text.push('\n');
    }

    /// As many years a line as it holds.
    fn years(&mut self, items: &[Item<'_>], indent: usize) {
        let mut line = String::new();
        for (position, item) in items.iter().enumerate() {
            if !item.above.is_empty() || item.after_blank {
                self.line(&mut line, indent);
                self.above(item, indent, position == 0);
            }
            let mut entry = String::new();
            keyed(item, &mut entry);
            entry.push(',');
            if !line.is_empty() {
                let width = indent + line.chars().count() + 1 + entry.chars().count();
                if width > YEARS_WIDTH {
                    self.line(&mut line, indent);
                } else {
                    line.push(' ');
                }
            }
            line.push_str(&entry);
            for comment in &item.beside {
                line.push(' ');
                line.push_str(comment);
            }
            if !item.beside.is_empty() {
                self.line(&mut line, indent);
            }
        }
        self.line(&mut line, indent);
    }

    fn line(&mut self, line: &mut String, indent: usize) {
        if !line.is_empty() {
            self.indent(indent);
            self.text.push_str(line);
            self.text.push('\n');
            line.clear();
        }
    }
}

fn is_year(item: &Item<'_>) -> bool {
    let is_number = item.key.is_some_and(|key| key.parse::<i64>().is_ok());
    is_number && matches!(item.value, Value::Word(_))
}

/// An element with its key in one line; false if it needs several.
fn keyed(item: &Item<'_>, line: &mut String) -> bool {
    if let Some(key) = item.key {
        line.push_str(key);
        line.push_str(": ");
    }
    one_line(&item.value, line)
}

/// Adds a value to a line; false if it needs several.
fn one_line(value: &Value<'_>, line: &mut String) -> bool {
    let group = match value {
        Value::Word(word) => {
            line.push_str(word);
            return !word.contains('\n');
        }
        Value::Group(group) => group,
    };
    let is_open = group.is_open && !group.items.is_empty();
    let has_records = group.start == "["
        && group
            .items
            .iter()
            .any(|item| matches!(item.value, Value::Group(_)));
    if is_open || has_records || !group.below.is_empty() {
        return false;
    }
    line.push_str(group.name);
    line.push_str(group.start);
    for (position, item) in group.items.iter().enumerate() {
        if position > 0 {
            line.push_str(", ");
        }
        if !(item.above.is_empty() && item.beside.is_empty() && keyed(item, line)) {
            return false;
        }
    }
    line.push_str(group.end);
    true
}
