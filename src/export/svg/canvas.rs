//! Writes SVG elements: numbers, colours, clips, gradients. Knows nothing of egui's shapes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use eframe::egui::{Color32, Pos2, Rect};

/// An SVG document being written.
pub(super) struct Canvas {
    bounds: Rect,
    body: String,
    /// What `<defs>` holds, each with its number, so that equal ones are written once.
    definitions: BTreeMap<String, usize>,
    open_clip: Option<usize>,
}

/// A number with at most two decimals: a hundredth of a point is below a pixel at any scale
/// that is offered.
pub(super) fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let short = text.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" {
        "0".to_owned()
    } else {
        short.to_owned()
    }
}

/// `x` and `y` with a blank between.
pub(super) fn point(at: Pos2) -> String {
    format!("{} {}", number(at.x), number(at.y))
}

/// Attributes for a colour: `name="#rrggbb"`, and its opacity unless it is opaque.
pub(super) fn paint(name: &str, color: Color32) -> String {
    let [red, green, blue, alpha] = color.to_srgba_unmultiplied();
    if alpha == 0 {
        return format!(" {name}=\"none\"");
    }
    let opacity = match alpha {
        255 => String::new(),
        _ => format!(" {name}-opacity=\"{}\"", opacity(alpha)),
    };
    format!(" {name}=\"#{red:02x}{green:02x}{blue:02x}\"{opacity}")
}

/// 0 to 1 with three decimals, enough to tell 255 steps apart.
pub(super) fn opacity(alpha: u8) -> String {
    format!("{:.3}", f32::from(alpha) / 255.0)
}

/// Text or attribute value, safe in XML. Control characters have no place in XML and go.
pub(in crate::export) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' => escaped.push(' '),
            _ if character.is_control() => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

impl Canvas {
    pub(super) fn new(bounds: Rect) -> Self {
        Self {
            bounds,
            body: String::new(),
            definitions: BTreeMap::new(),
            open_clip: None,
        }
    }

    /// The area of the picture.
    pub(super) fn bounds(&self) -> Rect {
        self.bounds
    }

    /// Appends a complete element.
    pub(super) fn push(&mut self, element: &str) {
        self.body.push_str(element);
        self.body.push('\n');
    }

    /// A filled rectangle with sharp corners.
    pub(super) fn fill_rect(&mut self, rect: Rect, color: Color32) {
        if color.a() == 0 || !rect.is_positive() {
            return;
        }
        self.push(&format!("<rect{}{}/>", frame(rect), paint("fill", color)));
    }

    /// What follows shows only inside `clip`; `None` ends that.
    pub(super) fn clip_to(&mut self, clip: Option<Rect>) {
        let wanted = clip.map(|rect| {
            self.define(&format!(
                "<clipPath id=\"@\"><rect{}/></clipPath>",
                frame(rect)
            ))
        });
        if wanted == self.open_clip {
            return;
        }
        if self.open_clip.is_some() {
            self.push("</g>");
        }
        if let Some(id) = wanted {
            self.push(&format!("<g clip-path=\"url(#d{id})\">"));
        }
        self.open_clip = wanted;
    }

    /// Puts an element into `<defs>` and returns the number in its id (`d` and the number).
    /// In the element the id is written as `@`.
    pub(super) fn define(&mut self, element: &str) -> usize {
        let next = self.definitions.len();
        *self.definitions.entry(element.to_owned()).or_insert(next)
    }

    /// The whole document.
    pub(super) fn finish(mut self) -> String {
        self.clip_to(None);
        let (width, height) = (number(self.bounds.width()), number(self.bounds.height()));
        let mut document = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" xml:space=\"preserve\">\n"
        );
        let mut definitions: Vec<_> = self.definitions.into_iter().collect();
        definitions.sort_by_key(|(_, id)| *id);
        if !definitions.is_empty() {
            document.push_str("<defs>\n");
            for (element, id) in definitions {
                let element = element.replacen("id=\"@\"", &format!("id=\"d{id}\""), 1);
                // Writing to a string cannot fail.
                let _ = writeln!(document, "{element}");
            }
            document.push_str("</defs>\n");
        }
        document.push_str(&self.body);
        document.push_str("</svg>\n");
        document
    }
}

/// Position and size as attributes.
pub(super) fn frame(rect: Rect) -> String {
    format!(
        " x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        number(rect.min.x),
        number(rect.min.y),
        number(rect.width()),
        number(rect.height())
    )
}
