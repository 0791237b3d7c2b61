//! Citations as RIS records: one tag a line, lines ended by CRLF, each record by `ER`.

use super::{SourceRef, Work, WorkKind, key, remarks};
use crate::{
    dataset::schema::{PartialDate, SourceKind},
    export::{address, one_line},
    i18n::Words,
};

pub(super) fn work(words: &Words, work: &Work) -> String {
    let mut record = Record::new(match work.kind {
        WorkKind::Figure => "FIGURE",
        WorkKind::Dataset => "DATA",
    });
    record.tag("ID", &key(work));
    record.tag("TI", &work.title);
    for keeper in &work.keeper {
        record.tag("AU", keeper);
    }
    record.tag("T2", work.container.as_deref().unwrap_or_default());
    record.tag("ET", &work.version);
    record.date(Some(work.issued));
    record.url(work.url.as_deref());
    for remark in remarks(words, work) {
        record.tag("N1", &remark);
    }
    record.finish() + &sources(&work.sources)
}

pub(super) fn sources(sources: &[SourceRef]) -> String {
    let records = sources.iter().map(|source| {
        let mut record = Record::new(kind(source.kind));
        record.tag("ID", &source.id);
        record.tag("TI", &source.title);
        record.tag("PB", source.publisher.as_deref().unwrap_or_default());
        record.date(source.date);
        record.url(source.url.as_deref());
        record.tag("N1", source.licence.as_deref().unwrap_or_default());
        record.finish()
    });
    records.collect()
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::News => "NEWS",
        SourceKind::Research => "RPRT",
        SourceKind::Statistics | SourceKind::Dataset => "DATA",
        SourceKind::Official | SourceKind::Company | SourceKind::Wiki => "ELEC",
    }
}

/// A record that is being written.
struct Record(String);

impl Record {
    fn new(kind: &str) -> Self {
        Self(format!("TY  - {kind}\r\n"))
    }

    fn tag(&mut self, tag: &str, value: &str) {
        let value = one_line(value);
        if !value.is_empty() {
            self.0.extend([tag, "  - ", &value, "\r\n"]);
        }
    }

    fn url(&mut self, url: Option<&str>) {
        self.tag("UR", &address(url.unwrap_or_default()));
    }

    /// `PY` has the year, `DA` year, month and day with slashes, empty where not stated.
    fn date(&mut self, date: Option<PartialDate>) {
        let Some(date) = date else { return };
        let two = |part: Option<u8>| part.map_or_else(String::new, |part| format!("{part:02}"));
        let year = format!("{:04}", date.year());
        self.tag("PY", &year);
        self.tag(
            "DA",
            &format!("{year}/{}/{}/", two(date.month()), two(date.day())),
        );
    }

    fn finish(self) -> String {
        self.0 + "ER  - \r\n"
    }
}
