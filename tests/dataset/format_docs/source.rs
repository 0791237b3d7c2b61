//! Reads the types of the file format from their source: names, fields, defaults and comments.
//!
//! The schema is written in one plain style, a field or variant a line; anything else is refused
//! here rather than left out of the documentation.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A struct or an enumeration of the file format.
pub struct Type {
    pub name: String,
    pub comment: String,
    pub is_enum: bool,
    pub members: Vec<Member>,
}

/// A field, or a word of an enumeration.
pub struct Member {
    pub name: String,
    pub comment: String,
    /// The Rust type of a field; empty for a word.
    pub kind: String,
    /// Whether it can be left out; of a word, whether it is what stands for an absent one.
    pub optional: bool,
    /// What a named function gives where the field is absent.
    pub default: Option<String>,
}

/// All types that files are made of, by name.
pub fn types(folder: &Path) -> BTreeMap<String, Type> {
    let mut types = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder of the schema") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a text");
        for found in Reader::new(&text).types() {
            types.insert(found.name.clone(), found);
        }
    }
    types
}

/// The type that a file shows: how short words are kept in memory is nothing to its writer.
fn written(kind: &str) -> &str {
    match kind {
        "Id" => "String",
        "Ids" => "Vec<String>",
        "Option<Box<Path>>" => "Option<Path>",
        other => other,
    }
}

struct Reader<'a> {
    text: &'a str,
    lines: std::str::Lines<'a>,
    comment: Vec<&'a str>,
    attributes: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            lines: text.lines(),
            comment: Vec::new(),
            attributes: Vec::new(),
        }
    }

    fn types(mut self) -> Vec<Type> {
        let mut types = Vec::new();
        while let Some(line) = self.lines.next() {
            if self.noted(line) {
                continue;
            }
            let header = [("pub struct ", false), ("pub enum ", true)];
            let found = header
                .into_iter()
                .find_map(|(start, is_enum)| Some((line.strip_prefix(start)?, is_enum)));
            if let Some((rest, is_enum)) = found
                && self.has("Deserialize")
            {
                let name = rest.strip_suffix(" {").expect("a type with named members");
                types.push(self.members(name, is_enum));
            }
            self.forget();
        }
        types
    }

    /// Keeps a comment or an attribute for what follows it.
    fn noted(&mut self, line: &'a str) -> bool {
        let line = line.trim();
        if let Some(comment) = line.strip_prefix("///") {
            self.comment.push(comment.trim());
        } else if line.starts_with("#[") {
            self.attributes.push(line);
        } else {
            return false;
        }
        true
    }

    fn forget(&mut self) {
        self.comment.clear();
        self.attributes.clear();
    }

    fn has(&self, word: &str) -> bool {
        let mut words = self
            .attributes
            .iter()
            .flat_map(|attribute| attribute.split(|c: char| !(c.is_alphanumeric() || c == '_')));
        words.any(|own| own == word)
    }

    fn members(&mut self, name: &str, is_enum: bool) -> Type {
        let all_optional = self.has("serde") && self.has("default");
        let comment = self.comment.join("\n");
        self.forget();
        let mut members = Vec::new();
        loop {
            let line = self.lines.next().expect("the end of the type");
            if line == "}" {
                break;
            }
            if self.noted(line) {
                continue;
            }
            let member = line.trim().trim_end_matches(',');
            let (name, kind) = if is_enum {
                (member, "")
            } else {
                let field = member.strip_prefix("pub ").expect("a public field");
                field.split_once(": ").expect("a field with its type")
            };
            assert!(
                name.chars().all(|c| c.is_alphanumeric() || c == '_'),
                "`{line}` is not read"
            );
            members.push(Member {
                name: name.to_owned(),
                comment: self.comment.join("\n"),
                kind: written(kind).to_owned(),
                optional: all_optional || self.has("default"),
                default: self.given(),
            });
            self.forget();
        }
        Type {
            name: name.to_owned(),
            comment,
            is_enum,
            members,
        }
    }

    /// The text that the function of `#[serde(default = "…")]` gives.
    fn given(&self) -> Option<String> {
        let mut attributes = self.attributes.iter();
        let function = attributes
            .find_map(|attribute| attribute.split_once("default = \"")?.1.split('"').next())?;
        let body = self.text.split_once(&format!("fn {function}() -> "));
        let text = body.and_then(|(_, body)| body.split('"').nth(1));
        Some(text.expect("a function that gives a text").to_owned())
    }
}
