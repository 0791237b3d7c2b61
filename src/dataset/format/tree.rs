//! The text of a file as a tree of brackets that keeps every word and every comment.

use crate::dataset::position::lexer::{Kind, Lexer, Token, block_comment_length};

/// A comment on lines of its own, or an attribute at the start of the file.
pub(super) struct Comment<'a> {
    pub text: &'a str,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
}

/// An element of a bracket.
pub(super) struct Item<'a> {
    /// Comments above it.
    pub above: Vec<Comment<'a>>,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
    /// The name of a field, or the key of an entry.
    pub key: Option<&'a str>,
    pub value: Value<'a>,
    /// Comments after it, on its line.
    pub beside: Vec<&'a str>,
}

pub(super) enum Value<'a> {
    /// A word, a number or a text.
    Word(&'a str),
    Group(Group<'a>),
}

/// Brackets and what is between them.
pub(super) struct Group<'a> {
    /// The word before the bracket, such as `Some`.
    pub name: &'a str,
    pub start: &'a str,
    pub end: &'a str,
    /// Whether the first element starts on a line of its own.
    pub is_open: bool,
    pub items: Vec<Item<'a>>,
    /// Comments after the last element.
    pub below: Vec<Comment<'a>>,
}

/// Reads a file as the one element of a bracket that is not written; `None` if brackets or
/// separators do not fit.
pub(super) fn read(text: &str) -> Option<Group<'_>> {
    let mut reader = Reader {
        text,
        tokens: Lexer::new(text).collect(),
        next: 0,
    };
    let (items, below) = reader.items()?;
    let complete = reader.next == reader.tokens.len() && items.len() == 1;
    complete.then_some(Group {
        name: "",
        start: "",
        end: "",
        is_open: true,
        items,
        below,
    })
}

/// The comments in the white space between two tokens.
pub(super) fn comments(gap: &str) -> impl Iterator<Item = &str> {
    Gap::new(gap).found.into_iter().map(|found| found.text)
}

/// What stands between two tokens.
struct Gap<'a> {
    found: Vec<Found<'a>>,
    /// Line breaks after the last comment.
    breaks: usize,
}

struct Found<'a> {
    text: &'a str,
    /// Line breaks before it.
    breaks: usize,
}

impl<'a> Gap<'a> {
    fn new(text: &'a str) -> Self {
        let mut gap = Self {
            found: Vec::new(),
            breaks: 0,
        };
        let mut rest = text;
        loop {
            let start = rest.find(['/', '#']).unwrap_or(rest.len());
            let (blank, after) = rest.split_at_checked(start).unwrap_or((rest, ""));
            gap.breaks += blank.matches('\n').count();
            if after.is_empty() {
                return gap;
            }
            let length = if after.starts_with("/*") {
                block_comment_length(after)
            } else if after.starts_with("#!") {
                after.find(']').map_or(after.len(), |end| end + 1)
            } else {
                after.find('\n').unwrap_or(after.len())
            };
            let (comment, following) = after.split_at_checked(length).unwrap_or((after, ""));
            gap.found.push(Found {
                text: comment.trim_end(),
                breaks: gap.breaks,
            });
            gap.breaks = 0;
            rest = following;
        }
    }

    fn has_break(&self) -> bool {
        self.breaks > 0 || self.found.iter().any(|found| found.breaks > 0)
    }
}

impl<'a> From<Found<'a>> for Comment<'a> {
    fn from(found: Found<'a>) -> Self {
        Self {
            text: found.text,
            after_blank: found.breaks > 1,
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    next: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<Kind> {
        self.tokens.get(self.next).map(|token| token.kind)
    }

    /// The next token's words.
    fn take(&mut self) -> Option<&'a str> {
        let token = self.tokens.get(self.next)?;
        self.next += 1;
        self.text.get(token.start..token.end)
    }

    /// What stands before the next token.
    fn gap(&self) -> Gap<'a> {
        let before = self.next.checked_sub(1);
        let from = before.and_then(|before| self.tokens.get(before));
        let from = from.map_or(0, |token| token.end);
        let to = self.tokens.get(self.next);
        let to = to.map_or(self.text.len(), |token| token.start);
        Gap::new(self.text.get(from..to).unwrap_or_default())
    }

    /// The elements up to the closing bracket or the end, and the comments below the last.
    fn items(&mut self) -> Option<(Vec<Item<'a>>, Vec<Comment<'a>>)> {
        let mut items: Vec<Item<'a>> = Vec::new();
        let mut pending = Vec::new();
        loop {
            let gap = self.gap();
            let after_blank = gap.breaks > 1;
            place(gap, items.last_mut(), &mut pending);
            if matches!(self.peek(), None | Some(Kind::Close)) {
                return Some((items, pending));
            }
            let above = std::mem::take(&mut pending);
            items.push(self.item(above, after_blank)?);
            match self.peek() {
                Some(Kind::Comma) => {
                    place(self.gap(), items.last_mut(), &mut pending);
                    self.next += 1;
                }
                None | Some(Kind::Close) => {}
                Some(_) => return None,
            }
        }
    }

    fn item(&mut self, mut above: Vec<Comment<'a>>, after_blank: bool) -> Option<Item<'a>> {
        let mut key = None;
        if matches!(self.peek(), Some(Kind::Word | Kind::Text)) {
            let after = self.tokens.get(self.next + 1).map(|token| token.kind);
            if after == Some(Kind::Colon) {
                key = self.take();
                above.extend(self.gap().found.into_iter().map(Comment::from));
                self.next += 1;
                above.extend(self.gap().found.into_iter().map(Comment::from));
            }
        }
        let value = match self.peek()? {
            Kind::Open => self.group("", &mut above)?,
            Kind::Word | Kind::Text => {
                let word = self.take()?;
                if self.peek() == Some(Kind::Open) {
                    above.extend(self.gap().found.into_iter().map(Comment::from));
                    self.group(word, &mut above)?
                } else {
                    Value::Word(word)
                }
            }
            Kind::Close | Kind::Comma | Kind::Colon => return None,
        };
        Some(Item {
            above,
            after_blank,
            key,
            value,
            beside: Vec::new(),
        })
    }

    fn group(&mut self, name: &'a str, above: &mut Vec<Comment<'a>>) -> Option<Value<'a>> {
        let start = self.take()?;
        let is_open = self.gap().has_break();
        let (items, below) = self.items()?;
        let end = self.take()?;
        let fits = matches!((start, end), ("(", ")") | ("[", "]") | ("{", "}"));
        // The brackets of an empty pair have no line for a comment.
        let below = if items.is_empty()
            && !is_open
            && below.iter().all(|own| !own.text.starts_with("//"))
        {
            above.extend(below);
            Vec::new()
        } else {
            below
        };
        fits.then_some(Value::Group(Group {
            name,
            start,
            end,
            is_open,
            items,
            below,
        }))
    }
}

/// Puts comments beside the element before them if they are on its line, else above the next.
fn place<'a>(gap: Gap<'a>, before: Option<&mut Item<'a>>, pending: &mut Vec<Comment<'a>>) {
    let mut beside = before.map(|item| &mut item.beside);
    for found in gap.found {
        match &mut beside {
            // Nothing can follow a comment that ends with its line.
            Some(beside)
                if found.breaks == 0
                    && pending.is_empty()
                    && beside.last().is_none_or(|last| !last.starts_with("//")) =>
            {
                beside.push(found.text);
            }
            _ => pending.push(found.into()),
        }
    }
}
