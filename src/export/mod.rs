//! What leaves the program: pictures drawn without a window, data, citations, and files written
//! whole or not at all. Knows nothing of tabs or commands; it is handed what the interface drew
//! and the numbers behind it.

pub mod citation;
pub mod crash;
pub mod data;
pub mod format;
pub mod html;
pub mod markdown;
pub mod metadata;
pub mod package;
pub mod readme;
pub mod report;
pub mod svg;
pub mod write;

use std::fmt::Write as _;

/// A text without line breaks and repeated blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address in the characters that addresses have; others, and those that formats of text would
/// take for their own, are written in their percent form.
fn address(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.trim().bytes() {
        let taken = byte.is_ascii_graphic() && !b"{}\\\"<>^`|".contains(&byte);
        if taken {
            out.push(char::from(byte));
        } else {
            // Writing into a text does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
