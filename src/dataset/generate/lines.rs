//! Lines of a file in the usual layout, with the indentation kept.

use std::fmt;
use std::io::{self, Write};

/// Longest line of years, as the layout has it.
const YEARS_WIDTH: usize = 99;
/// One step to the right.
const INDENT: usize = 4;

/// Writes line after line.
pub(super) struct Lines<'w> {
    out: &'w mut dyn Write,
    indent: usize,
}

impl<'w> Lines<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self { out, indent: 0 }
    }

    /// A line.
    pub(super) fn line(&mut self, line: impl fmt::Display) -> io::Result<()> {
        let indent = self.indent;
        writeln!(self.out, "{:indent$}{line}", "")
    }

    /// A line that ends in an opening bracket, and what stands inside.
    pub(super) fn inside(
        &mut self,
        start: impl fmt::Display,
        end: &str,
        mut inside: impl FnMut(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.line(start)?;
        self.indent += INDENT;
        inside(self)?;
        self.indent -= INDENT;
        self.line(end)
    }

    /// A list; nothing if there is nothing in it.
    pub(super) fn list(
        &mut self,
        name: &str,
        length: u64,
        mut item: impl FnMut(&mut Self, u64) -> io::Result<()>,
    ) -> io::Result<()> {
        if length == 0 {
            return Ok(());
        }
        self.inside(format_args!("{name}: ["), "],", |lines| {
            (0..length).try_for_each(|number| item(lines, number))
        })
    }

    /// A record, one field a line.
    pub(super) fn record(
        &mut self,
        fields: impl FnMut(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.inside("(", "),", fields)
    }

    /// Lines that are written out already, at this indentation.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        text.lines().try_for_each(|line| self.line(line))
    }

    /// As many years a line as it holds.
    pub(super) fn years(&mut self, values: &[(i32, f64)]) -> io::Result<()> {
        self.inside("values: {", "},", |lines| {
            let mut line = String::new();
            for (year, value) in values {
                let entry = format!("{year}: {value},");
                if lines.indent + line.len() + 1 + entry.len() > YEARS_WIDTH {
                    lines.line(&line)?;
                    line.clear();
                } else if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(&entry);
            }
            lines.line(&line)
        })
    }
}
