//! Findings as text, with the line they are about.

use super::{Code, Diagnostic, Report, Severity, Spot, shorten};
use annotate_snippets::{AnnotationKind, Element, Level, Origin, Renderer, Snippet};
use std::collections::HashMap;
use std::fmt::Write;

/// Width that source lines are cut to, in columns.
const WIDTH: usize = 120;

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// With colours for a terminal.
    pub colour: bool,
    /// How many findings of one kind are written out; the rest is counted.
    pub most_of_a_kind: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            colour: false,
            most_of_a_kind: usize::MAX,
        }
    }
}

impl Report {
    /// All findings as text for people; ends with a line break unless it is empty.
    #[must_use]
    pub fn render(&self, style: Style) -> String {
        let mut text = String::new();
        let mut shown: HashMap<&str, usize> = HashMap::new();
        for finding in self.findings() {
            let count = shown.entry(finding.kind.code).or_default();
            *count += 1;
            if *count <= style.most_of_a_kind {
                text.push_str(&finding.render(style.colour));
                text.push_str("\n\n");
            }
        }
        self.write_rest(&mut text, &shown, style.most_of_a_kind);
        text
    }

    /// Says how many findings of each kind were left out.
    fn write_rest(&self, text: &mut String, shown: &HashMap<&str, usize>, most: usize) {
        let mut kinds: Vec<&Code> = Vec::new();
        for finding in self.findings() {
            if !kinds.contains(&finding.kind) {
                kinds.push(finding.kind);
            }
        }
        for kind in kinds {
            let kept = shown.get(kind.code).copied().unwrap_or(0);
            let omitted = self.omitted().iter().find(|(other, _)| *other == kind);
            let rest = kept.saturating_sub(most) + omitted.map_or(0, |(_, count)| *count);
            if rest > 0 {
                // Writing to a String cannot fail.
                let _ = writeln!(
                    text,
                    "… and {rest} more {}[{}]: {}\n",
                    kind.severity.word(),
                    kind.code,
                    kind.title
                );
            }
        }
    }

    /// One line that says how many findings there are: `2 errors, 1 warning, 0 notes`.
    #[must_use]
    pub fn summary(&self) -> String {
        Severity::ALL
            .map(|severity| {
                let count = self.count(severity);
                let plural = if count == 1 { "" } else { "s" };
                format!("{count} {}{plural}", severity.word())
            })
            .join(", ")
    }
}

impl Diagnostic {
    /// The finding as text for people, without a line break at the end.
    #[must_use]
    pub fn render(&self, colour: bool) -> String {
        if self.place.is_none() {
            return self.render_alone();
        }
        let level = match self.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let file = self.place.as_ref().map(|place| shorten(&place.file));
        let file = file.unwrap_or_default();
        let mut group = level
            .primary_title(&self.message)
            .id(self.kind.code)
            .elements(self.source_element(&file));
        let spot = self.place.as_ref().and_then(|place| place.spot.as_ref());
        if let Some(near) = spot.and_then(|spot| spot.near.as_deref()) {
            let near = format!("near `{}`", shorten(near));
            group = group.element(Level::NOTE.no_name().message(near));
        }
        if let Some(hint) = &self.hint {
            group = group.element(Level::HELP.with_name("hint").message(hint));
        }
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.term_width(WIDTH).render(&[group])
    }

    /// Without a place there is nothing to draw.
    fn render_alone(&self) -> String {
        let severity = self.severity().word();
        let mut text = format!("{severity}[{}]: {}", self.kind.code, self.message);
        if let Some(hint) = &self.hint {
            text.push_str("\nhint: ");
            text.push_str(hint);
        }
        text
    }

    fn source_element<'a>(&'a self, file: &'a str) -> Option<Element<'a>> {
        let place = self.place.as_ref()?;
        let origin = Origin::path(file);
        let Some(spot) = &place.spot else {
            return Some(origin.into());
        };
        let Some(excerpt) = &spot.excerpt else {
            return Some(origin.line(spot.line).char_column(spot.column).into());
        };
        Some(
            Snippet::source(excerpt)
                .path(file)
                .line_start(spot.line)
                .annotation(AnnotationKind::Primary.span(byte_span(spot, excerpt)))
                .into(),
        )
    }
}

/// The bytes of a quoted line that a spot covers.
fn byte_span(spot: &Spot, excerpt: &str) -> std::ops::Range<usize> {
    let byte = |column: usize| {
        excerpt
            .char_indices()
            .nth(column)
            .map_or(excerpt.len(), |(offset, _)| offset)
    };
    let start = spot.column.saturating_sub(1);
    byte(start)..byte(start + spot.length)
}
