//! Values as people read them.

use serde_json::Value;

/// A value in one line, much as a file has it; words of enumerations stand in quotes too.
#[must_use]
pub fn shown(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(yes) => yes.to_string(),
        Value::Number(number) => {
            let text = number.to_string();
            text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
        }
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(shown).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            let fields: Vec<_> = fields
                .map(|(name, own)| format!("{name}: {}", shown(own)))
                .collect();
            format!("({})", fields.join(", "))
        }
    }
}
