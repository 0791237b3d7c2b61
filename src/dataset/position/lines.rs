//! Lines and columns of a text, found without walking its lines: a file can be one line of 200 MB.

/// Line and column of a byte offset, both counted from 1; columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
}

/// Bytes between two marks: what a lookup walks at most.
const BLOCK: usize = 4096;

/// The line of the first byte of a block, and how many characters of that line lie before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    line: usize,
    column: usize,
}

impl Mark {
    fn pass(&mut self, bytes: &[u8]) {
        for byte in bytes {
            if *byte == b'\n' {
                self.line += 1;
                self.column = 0;
            } else if byte & 0xC0 != 0x80 {
                // The first byte of a character.
                self.column += 1;
            }
        }
    }
}

/// The lines of a text, with a mark every few thousand bytes.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    marks: Vec<Mark>,
    last: usize,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut mark = Mark { line: 1, column: 0 };
        for block in text.as_bytes().chunks(BLOCK) {
            marks.push(mark);
            mark.pass(block);
        }
        Self {
            text,
            marks,
            last: mark.line,
        }
    }

    /// Line and column of a byte offset; one beyond the end counts as the end.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let offset = floor_boundary(self.text, offset);
        // The end of a text can be where the next block would begin.
        let block = (offset / BLOCK).min(self.marks.len().saturating_sub(1));
        let first = Mark { line: 1, column: 0 };
        let mut mark = self.marks.get(block).copied().unwrap_or(first);
        let before = self.text.as_bytes().get(block * BLOCK..offset);
        mark.pass(before.unwrap_or_default());
        LineColumn {
            line: mark.line,
            column: mark.column + 1,
        }
    }

    /// Byte offset of a line and column, as close as the text has one.
    #[must_use]
    pub fn offset(&self, at: LineColumn) -> usize {
        let start = self.start(at.line);
        let line = self.text.get(start..).unwrap_or_default();
        line.char_indices()
            .nth(at.column.saturating_sub(1))
            .map_or(self.text.len(), |(offset, _)| start + offset)
    }

    /// The text of a line (counted from 1) without its line break, and its byte offset.
    #[must_use]
    pub fn line(&self, line: usize) -> (usize, &'a str) {
        let start = self.start(line);
        if line >= self.last {
            return (start, self.text.get(start..).unwrap_or_default());
        }
        let end = self.start(line.max(1) + 1).saturating_sub(1);
        let text = self.text.get(start..end).unwrap_or_default();
        (start, text.strip_suffix('\r').unwrap_or(text))
    }

    /// Where a line starts; of one beyond the end, where the last one does.
    fn start(&self, line: usize) -> usize {
        let line = line.min(self.last);
        if line <= 1 {
            return 0;
        }
        // The break before the line is in the last block that starts on an earlier one.
        let after = self.marks.partition_point(|mark| mark.line < line);
        let block = after.saturating_sub(1);
        let Some(mark) = self.marks.get(block) else {
            return 0;
        };
        let from = block * BLOCK;
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let mut breaks = rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let before = breaks.nth((line - mark.line).saturating_sub(1));
        before.map_or(0, |(offset, _)| from + offset + 1)
    }
}

/// The closest offset at or before `offset` that does not split a character.
pub(super) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}
