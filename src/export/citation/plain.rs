//! Citations in words: a paragraph, then a numbered line a source.

use super::{SourceRef, Work, WorkKind, remarks};
use crate::{
    export::one_line,
    i18n::{Words, short_date},
};

pub(super) fn work(words: &Words, work: &Work) -> String {
    let mut text = paragraph(words, work);
    text.push('\n');
    if !work.sources.is_empty() {
        text.extend(["\n", &words.t("cite-sources"), "\n"]);
        text.push_str(&sources(words, &work.sources));
    }
    text
}

pub(super) fn sources(words: &Words, sources: &[SourceRef]) -> String {
    let mut text = String::new();
    for (one, number) in sources.iter().zip(1_usize..) {
        text.extend(["[", &number.to_string(), "] ", &source(words, one), "\n"]);
    }
    text
}

/// One line, for people: who, what, when, where.
pub(super) fn source(words: &Words, source: &SourceRef) -> String {
    let date = source
        .date
        .map_or_else(|| words.t("cite-undated"), short_date);
    let parts = [
        source.publisher.as_deref(),
        Some(source.title.as_str()),
        Some(date.as_str()),
        source.url.as_deref(),
    ];
    sentences(parts.into_iter().flatten())
}

fn paragraph(words: &Words, work: &Work) -> String {
    let year = work.issued.year().to_string();
    let keepers = work.keeper.join(", ");
    let who = if keepers.is_empty() {
        None
    } else {
        let values = [("who", (&keepers).into()), ("year", (&year).into())];
        Some(words.with("cite-keeper", &values))
    };
    let title = one_line(&work.title);
    let date = short_date(work.issued);
    let mut values = vec![
        ("version", (&work.version).into()),
        ("date", (&date).into()),
    ];
    let made_of = match (work.kind, &work.container) {
        (WorkKind::Figure, Some(dataset)) => {
            values.push(("dataset", dataset.into()));
            words.with("cite-figure", &values)
        }
        (WorkKind::Figure, None) => words.with("cite-figure-alone", &values),
        (WorkKind::Dataset, _) => words.with("cite-dataset", &values),
    };
    let remarks = remarks(words, work);
    let parts = [who.as_deref(), Some(title.as_str()), Some(made_of.as_str())];
    let parts = parts.into_iter().flatten();
    let parts = parts.chain(remarks.iter().map(String::as_str));
    sentences(parts.chain(work.url.as_deref()))
}

/// Each part ends as a sentence, but for an address at the end.
fn sentences<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts.map(one_line).filter(|part| !part.is_empty()) {
        if !text.is_empty() {
            if !text.ends_with(['.', '?', '!', '…']) {
                text.push('.');
            }
            text.push(' ');
        }
        text.push_str(&part);
    }
    let address = text.rsplit(' ').next().unwrap_or_default();
    if !address.contains("://") && !text.is_empty() && !text.ends_with(['.', '?', '!', '…']) {
        text.push('.');
    }
    text
}
