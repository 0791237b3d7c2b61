//! Examples for every field, from datasets that are read and checked by other tests.

use super::source::Type;
use serde_json::Value;
use std::collections::BTreeMap;

/// Longest example that fits into a table.
const LONGEST: usize = 46;

/// The first fitting value of each field, by `Type.field`, as it stands in a file.
pub struct Examples<'a> {
    types: &'a BTreeMap<String, Type>,
    found: BTreeMap<String, String>,
}

impl<'a> Examples<'a> {
    pub fn new(types: &'a BTreeMap<String, Type>) -> Self {
        Self {
            types,
            found: BTreeMap::new(),
        }
    }

    pub fn get(&self, field: &str) -> Option<&str> {
        self.found.get(field).map(String::as_str)
    }

    /// Takes what it can from a dataset.
    pub fn add(&mut self, dataset: &Value) {
        self.visit("Dataset", dataset);
    }

    fn visit(&mut self, kind: &str, value: &Value) {
        let Some(about) = self.types.get(kind) else {
            return;
        };
        if about.is_enum {
            return;
        }
        for member in &about.members {
            let own = &value[&member.name];
            let inner = inner(&member.kind);
            if let Some(text) = self.text(&member.kind, own) {
                let field = format!("{kind}.{}", member.name);
                let known = self.found.get(&field);
                let is_better = |known: &String| known.len() > LONGEST && text.len() < known.len();
                if known.is_none_or(is_better) {
                    self.found.insert(field, text);
                }
            }
            match own {
                Value::Array(items) => items.iter().for_each(|item| self.visit(inner, item)),
                Value::Object(fields) if member.kind.starts_with("BTreeMap") => {
                    fields.values().for_each(|item| self.visit(inner, item));
                }
                own => self.visit(inner, own),
            }
        }
    }

    /// A value as a file has it; nothing for what is absent or a record of its own.
    fn text(&self, kind: &str, value: &Value) -> Option<String> {
        let known = self.types.get(inner(kind));
        if known.is_some_and(|known| !known.is_enum) {
            return None;
        }
        let word = known.is_some();
        Some(match value {
            Value::Null => return None,
            Value::String(text) if word => text.clone(),
            Value::String(text) => format!("{text:?}"),
            Value::Number(number) => number.to_string().trim_end_matches(".0").to_owned(),
            Value::Bool(yes) => yes.to_string(),
            Value::Array(items) if items.is_empty() => return None,
            Value::Array(items) => {
                let items: Vec<_> = items
                    .iter()
                    .filter_map(|item| self.text(inner(kind), item))
                    .collect();
                let items = items.join(", ");
                if kind.starts_with('(') {
                    format!("({items})")
                } else {
                    format!("[{items}]")
                }
            }
            Value::Object(fields) if fields.is_empty() => return None,
            Value::Object(fields) => {
                let key = |name: &String| match name.parse::<i32>() {
                    Ok(year) => year.to_string(),
                    Err(_) => format!("{name:?}"),
                };
                let entry = |(name, own)| Some(format!("{}: {}", key(name), self.text("", own)?));
                let entries: Vec<_> = fields.iter().filter_map(entry).collect();
                format!("{{{}}}", entries.join(", "))
            }
        })
    }
}

/// The type inside an option, a list or a map.
pub fn inner(kind: &str) -> &str {
    let mut kind = kind;
    loop {
        let inside = ["Option<", "Vec<", "BTreeMap<i32, "]
            .iter()
            .find_map(|start| kind.strip_prefix(start)?.strip_suffix('>'));
        match inside {
            Some(inside) => kind = inside,
            None => return kind,
        }
    }
}
