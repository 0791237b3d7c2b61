//! One direction of goods: what every recorder says, and the gap between the two sides.

use super::{
    BandYear, Chart, Display, Label, Title, Track, Unit, What, in_prices, keep_one_unit,
    keep_shown, range,
};
use crate::analysis::prices::Prices;
use crate::analysis::trade::find::{self, is_own_record};
use crate::analysis::trade::line::Line;
use crate::analysis::trade::mirror::{Asymmetry, Mirror, MirrorYear};
use crate::analysis::trade::notice::{Notice, join};
use crate::analysis::trade::point::{Point, Points, Standing, growth, index_to};
use crate::analysis::trade::{Direction, TradeQuestion};
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::Flow;
use serde::{Deserialize, Serialize};

/// What a gap is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum GapBase {
    /// Nothing: the gap is an amount.
    #[default]
    Amount,
    /// The exporter's record.
    Exporter,
    /// The importer's record.
    Importer,
    /// The mean of both.
    Mean,
}

/// The gap of one direction with what it was computed from.
#[derive(Debug, Clone, PartialEq)]
pub struct GapChart {
    /// The chart: the gap as recorded, the adjusted gap, and its band.
    pub chart: Chart,
    /// The compared records; missing if one side has none.
    pub mirror: Option<Mirror>,
}

/// The lines of one direction, ready to be shown.
struct Flows {
    lines: Vec<Line>,
    mirror: Option<Mirror>,
    prices: Prices,
    notices: Vec<Notice>,
}

impl GapBase {
    fn what(self) -> What {
        match self {
            Self::Amount => What::Gap,
            Self::Exporter => What::GapOfExporter,
            Self::Importer => What::GapOfImporter,
            Self::Mean => What::GapOfMean,
        }
    }

    fn of(self, asymmetry: Asymmetry) -> Option<f64> {
        match self {
            Self::Amount => Some(asymmetry.gap),
            Self::Exporter => asymmetry.of_exporter,
            Self::Importer => asymmetry.of_importer,
            Self::Mean => Some(asymmetry.of_mean),
        }
    }
}

/// Every recorder's line for one direction; as amounts, the two sides' own records enclose a band.
#[must_use]
pub fn flow_chart(
    catalog: &Catalog,
    question: &TradeQuestion,
    direction: Direction,
    display: Display,
) -> Chart {
    let flows = Flows::of(catalog, question, direction);
    let unit = match (display, flows.lines.first()) {
        (Display::Level, Some(line)) => Unit::Stated(line.unit.clone()),
        (Display::Level | Display::Growth, _) => Unit::Fraction,
        (Display::Index(year), _) => Unit::Index(year),
    };
    let what = match display {
        Display::Growth => What::Growth,
        Display::Level | Display::Index(_) => What::Goods,
    };
    let mut chart = flows.chart(question, direction, what, unit);
    for line in &flows.lines {
        let points = match display {
            Display::Level => line.points.clone(),
            Display::Growth => growth(&line.points),
            Display::Index(year) => index_to(&line.points, year).unwrap_or_else(|| {
                let recorder = line.key.recorder.clone();
                chart.notices.push(Notice::NoIndexBase { recorder, year });
                Points::new()
            }),
        };
        let label = Label::of(What::of_flow(line.key.flow), line);
        let unit = chart.unit.clone();
        chart.tracks.push(Track {
            label,
            unit,
            points,
        });
    }
    if let (Display::Level, Some(mirror)) = (display, &flows.mirror) {
        chart.band = mirror.years.iter().map(between).collect();
        chart.extra = [GapBase::Amount, GapBase::Exporter, GapBase::Importer]
            .map(|base| gap_track(mirror, base))
            .into();
    }
    chart.cut(question.years)
}

/// The gap between the two sides' own records, as recorded and adjusted for valuation with its band.
#[must_use]
pub fn gap_chart(
    catalog: &Catalog,
    question: &TradeQuestion,
    direction: Direction,
    base: GapBase,
) -> GapChart {
    let flows = Flows::of(catalog, question, direction);
    let unit = gap_unit(base, flows.lines.first());
    let mut chart = flows.chart(question, direction, base.what(), unit.clone());
    if let Some(mirror) = &flows.mirror {
        chart.tracks.push(gap_track(mirror, base));
        let adjusted = |year: &MirrorYear| adjusted_gap(year, base);
        let band = mirror.years.iter().filter_map(adjusted);
        chart.band = band.clone().map(|(band, _)| band).collect();
        chart.tracks.push(Track {
            label: Label::computed(What::AdjustedGap),
            unit,
            points: band.map(|(band, point)| (band.year, point)).collect(),
        });
        for line in [&mirror.exporter, &mirror.importer] {
            chart.extra.push(Track {
                label: Label::of(What::of_flow(line.key.flow), line),
                unit: Unit::Stated(line.unit.clone()),
                points: line.points.clone(),
            });
        }
        chart.notices.extend(mirror.notices.clone());
    }
    GapChart {
        chart: chart.cut(question.years),
        mirror: flows.mirror,
    }
}

/// The two sides' own records of one direction, compared, in the prices and years asked for.
#[must_use]
pub fn mirror(catalog: &Catalog, question: &TradeQuestion, direction: Direction) -> Option<Mirror> {
    Flows::of(catalog, question, direction).mirror
}

impl Flows {
    fn of(catalog: &Catalog, question: &TradeQuestion, direction: Direction) -> Self {
        let mut lines = find::lines(catalog, &question.goods(direction));
        let not_shown = keep_shown(question, &mut lines, |line| line);
        let other_unit = keep_one_unit(&mut lines, |line| line);
        let (prices, mut notices) = in_prices(catalog, question, &mut lines);
        notices.extend([not_shown, other_unit].into_iter().flatten());
        let own = |flow: Flow| {
            let mut own = lines.iter().filter(|line| is_own_record(catalog, line));
            let mut line = own.find(|line| line.key.flow == Some(flow))?.clone();
            if let Some((first, last)) = question.years {
                line.keep_years(first, last);
            }
            Some(line)
        };
        let pair = own(Flow::Export).zip(own(Flow::Import));
        let mirror = pair.and_then(|(x, m)| Mirror::of(x, m, question.margin));
        if let Some((first, last)) = range(question, &lines) {
            join(
                &mut notices,
                lines.iter().flat_map(|line| line.notices(first, last)),
            );
        }
        Self {
            lines,
            mirror,
            prices,
            notices,
        }
    }

    /// A chart about these lines, without tracks yet.
    fn chart(
        &self,
        question: &TradeQuestion,
        direction: Direction,
        what: What,
        unit: Unit,
    ) -> Chart {
        let goods = question.goods(direction);
        let title = Title {
            what,
            from: goods.from,
            to: Some(goods.to),
            product: goods.product,
            base: None,
            years: None,
        };
        let mut chart = Chart::new(title, unit, self.prices);
        chart.notices.clone_from(&self.notices);
        chart
    }
}

fn between(year: &MirrorYear) -> BandYear {
    BandYear {
        year: year.year,
        low: year.exporter.min(year.importer),
        high: year.exporter.max(year.importer),
    }
}

fn gap_unit(base: GapBase, line: Option<&Line>) -> Unit {
    match (base, line) {
        (GapBase::Amount, Some(line)) => Unit::Stated(line.unit.clone()),
        _ => Unit::Fraction,
    }
}

fn gap_track(mirror: &Mirror, base: GapBase) -> Track {
    let points = mirror.years.iter().filter_map(|year| {
        let value = base.of(year.asymmetry?)?;
        Some((year.year, point(year, value, Standing::Record)))
    });
    Track {
        label: Label::computed(base.what()),
        unit: gap_unit(base, Some(&mirror.exporter)),
        points: points.collect(),
    }
}

/// The adjusted gap of a year on the FOB basis: its band, and its typical value as an estimate.
fn adjusted_gap(year: &MirrorYear, base: GapBase) -> Option<(BandYear, Point)> {
    let adjusted = year.adjusted?;
    let gap = |importer_fob: f64| base.of(Asymmetry::of(year.exporter, importer_fob)?);
    let low = gap(adjusted.low.importer_fob)?;
    let high = gap(adjusted.high.importer_fob)?;
    let typical = gap(adjusted.typical.importer_fob)?;
    let band = BandYear {
        year: year.year,
        low,
        high,
    };
    Some((band, point(year, typical, Standing::Estimate)))
}

fn point(year: &MirrorYear, value: f64, standing: Standing) -> Point {
    Point {
        standing,
        sources: year.sources.clone(),
        ..Point::computed(value, &[])
    }
}
