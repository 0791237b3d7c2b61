//! What can be wrong with files before their meaning is looked at.

use crate::dataset::diagnostic::{Code, Severity};

macro_rules! codes {
    ($($name:ident, $code:literal, $severity:ident, $title:literal, $explanation:literal;)*) => {
        $(pub(super) static $name: Code = Code {
            code: $code,
            severity: Severity::$severity,
            title: $title,
            explanation: $explanation,
        };)*

        /// All of them.
        pub static CODES: &[&Code] = &[$(&$name),*];
    };
}

/// Codes of files that could be read, but hold no text: the fault is in the dataset, not in the way to it.
pub static CONTENTS: [&Code; 3] = [&EMPTY_FILE, &NUL_BYTE, &NOT_UTF8];

codes! {
    NOT_FOUND, "not-found", Error, "there is no such file or folder",
        "The path was looked up as given, from the folder the program was started in.";
    NOT_A_FILE, "not-a-file", Error, "the path is neither a file nor a folder",
        "Only regular files are read: a device or pipe could block the program or never end.";
    UNREADABLE, "unreadable", Error, "the system refused to read the file or folder",
        "The message of the system is given. Usually a permission is missing.";
    BROKEN_LINK, "broken-link", Error, "a link leads to no file",
        "A symbolic link points to a file that is gone, or to itself by way of other links.";
    CHANGED, "changed-while-read", Error, "a file changed while it was read",
        "Something wrote to the file in that moment, so what was read may be half old and half new. \
         Check again when it is finished.";
    EMPTY_FILE, "empty-file", Error, "a file is empty",
        "A file of a dataset holds at least `()`. An empty one is usually a download or a copy that \
         went wrong.";
    NUL_BYTE, "nul-byte", Error, "a file has a byte that no text has",
        "The byte zero stands in programs, pictures and UTF-16, not in UTF-8 text. Reading stops at \
         the first one.";
    NO_FILES, "no-files", Error, "the folder has no `*.ron` files",
        "A dataset is one RON file, or a folder whose files with the ending `.ron` are joined. \
         Folders inside it and files whose names start with a dot are left alone.";
    TOO_LARGE, "too-large", Error, "a file is larger than the limit",
        "The files of a dataset may have half of the memory limit together: 2,048 MB unless \
         `--limit-mb` or `BELT_EXPLORER_LIMIT_MB` says otherwise.";
    TOO_MUCH_MEMORY, "too-much-memory", Error, "a dataset takes more memory than the limit",
        "The files and the records made of them may take 4,096 MB, unless `--limit-mb` or \
         `BELT_EXPLORER_LIMIT_MB` says otherwise. Short records can take many times the room of \
         their text.";
    TOO_LONG, "too-long", Error, "a single text is longer than the limit",
        "One name, address or note may have 1 MiB. Usually a closing quote is missing.";
    BAD_LIMIT, "bad-limit", Warning, "the memory limit of the environment is no number",
        "`BELT_EXPLORER_LIMIT_MB` takes a whole number of MB above zero. The default was used.";
    TOO_MANY_FILES, "too-many-files", Error, "the folder has more files than the limit",
        "A folder may hold 10,000 `*.ron` files, which keeps a mistaken path from being read for hours.";
    NOT_UTF8, "not-utf8", Error, "a file is not UTF-8 text",
        "RON files are UTF-8. Save the file in that encoding; a byte-order mark is allowed.";
    SYNTAX, "syntax", Error, "a file is not valid RON",
        "Reading a file stops at its first syntax error, so there may be more behind it. \
         RON: structs are `(name: value, …)`, lists `[…]`, maps `{key: value, …}`, texts in double quotes, \
         `//` starts a comment.";
    UNKNOWN_FIELD, "unknown-field", Error, "a struct has no such field",
        "Fields that the format does not know are refused, because a misspelt one would otherwise \
         be lost in silence.";
    UNKNOWN_VARIANT, "unknown-variant", Error, "a word is not one of those allowed here",
        "The field takes one of a closed list of words.";
    MISSING_FIELD, "missing-field", Error, "a struct lacks a field it must have",
        "Most fields may be left out; this one may not.";
    FIELD_TWICE, "field-twice", Error, "a struct has a field twice",
        "Only one of the two values could be kept, and nothing says which.";
    KEY_TWICE, "key-twice", Error, "a map has a key twice",
        "Usually one language is given twice, and one of the two texts would be lost in silence.";
    WRONG_TYPE, "wrong-type", Error, "a value is of another type than the format wants",
        "For example a text where a number belongs, or a date that is not written `2019`, `2019-09` or \
         `2019-09-11` in quotes.";
    YEAR_TWICE, "year-twice", Error, "a series gives a year twice",
        "Only one of the two values could be kept, and nothing says which. Two records of one year are \
         two series.";
    SECOND_META, "second-meta", Error, "more than one file has a `meta`",
        "All files of a folder are one dataset, so only one of them says what the dataset is.";
    NOT_CHECKED, "not-checked", Note, "the rules were not run",
        "Rules look at the dataset as a whole. While a file cannot be read, they would only report \
         what that file would have brought.";
}
