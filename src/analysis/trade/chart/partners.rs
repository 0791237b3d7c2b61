//! The home country's trade with several partners, all by one recorder.

use super::sides::what_traded;
use super::{Chart, Label, Title, Track, Unit, in_prices, keep_one_unit, range};
use crate::analysis::trade::TradeQuestion;
use crate::analysis::trade::find::Goods;
use crate::analysis::trade::line::Line;
use crate::analysis::trade::notice::{Notice, join, spans};
use crate::analysis::trade::point::{Points, combine};
use crate::analysis::trade::ranking::Traded;
use crate::dataset::catalog::{Catalog, SeriesKey};
use crate::dataset::schema::{Flow, MeasureRole};

/// One partner's exports and imports, as far as they are there.
struct PartnerLines {
    exports: Option<Line>,
    imports: Option<Line>,
}

/// One track a partner, in the order given; partners without a number are named in no track.
#[must_use]
pub fn partners_chart(
    catalog: &Catalog,
    question: &TradeQuestion,
    recorder: &str,
    traded: Traded,
    partners: &[String],
) -> Chart {
    let mut lines: Vec<Line> = Vec::new();
    for partner in partners {
        lines.extend(lines_of(catalog, question, recorder, traded, partner));
    }
    let other_unit = keep_one_unit(&mut lines, |line| line);
    let (prices, notices) = in_prices(catalog, question, &mut lines);
    let unit = lines
        .first()
        .map_or(Unit::Ratio, |line| Unit::Stated(line.unit.clone()));
    let title = Title {
        what: what_traded(traded),
        from: question.home.clone(),
        to: None,
        product: question.product.clone(),
        base: None,
        years: None,
    };
    let mut chart = Chart::new(title, unit.clone(), prices);
    chart.notices = notices;
    chart.notices.extend(other_unit);
    let range = range(question, &lines);
    if let Some((first, last)) = range {
        let notices = lines.iter().flat_map(|line| line.notices(first, last));
        join(
            &mut chart.notices,
            notices.filter(|notice| !notice.is_no_record()),
        );
    }
    for partner in partners {
        let points = PartnerLines::of(&lines, partner).traded(traded);
        let years = range.into_iter().flat_map(|(first, last)| first..=last);
        let years = spans(years.filter(|year| !points.contains_key(year)));
        if !years.is_empty() {
            let partner = partner.clone();
            chart.notices.push(Notice::NoRecordOf { partner, years });
        }
        let mut label = Label::computed(what_traded(traded));
        label.recorder = Some(recorder.to_owned());
        label.reporter = Some(question.home.clone());
        label.partner = Some(partner.clone());
        if !points.is_empty() {
            let unit = unit.clone();
            chart.tracks.push(Track {
                label,
                unit,
                points,
            });
        }
    }
    chart.cut(question.years)
}

fn lines_of(
    catalog: &Catalog,
    question: &TradeQuestion,
    recorder: &str,
    traded: Traded,
    partner: &str,
) -> Vec<Line> {
    let out = Goods {
        from: question.home.clone(),
        to: partner.to_owned(),
        product: question.product.clone(),
    };
    let Some(measure) = catalog.measure_with_role(MeasureRole::TradeValue) else {
        return Vec::new();
    };
    let key = |flow: Flow| -> SeriesKey {
        match flow {
            Flow::Export => out.key(&measure.id, recorder, flow),
            Flow::Import => out.reversed().key(&measure.id, recorder, flow),
        }
    };
    let flows: &[Flow] = match traded {
        Traded::Exports => &[Flow::Export],
        Traded::Imports => &[Flow::Import],
        Traded::Turnover => &[Flow::Export, Flow::Import],
    };
    let lines = flows.iter().map(|flow| Line::of(catalog, &key(*flow)));
    lines.flatten().collect()
}

impl PartnerLines {
    fn of(lines: &[Line], partner: &str) -> Self {
        let find = |flow: Flow| {
            let mut own = lines
                .iter()
                .filter(|line| line.key.partner.as_deref() == Some(partner));
            own.find(|line| line.key.flow == Some(flow)).cloned()
        };
        Self {
            exports: find(Flow::Export),
            imports: find(Flow::Import),
        }
    }

    fn traded(self, traded: Traded) -> Points {
        let points = |line: Option<Line>| line.map(|line| line.points).unwrap_or_default();
        let (exports, imports) = (points(self.exports), points(self.imports));
        match traded {
            Traded::Exports => exports,
            Traded::Imports => imports,
            Traded::Turnover => combine(&exports, &imports, |x, m| Some(x + m)),
        }
    }
}
