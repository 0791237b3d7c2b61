//! Turnover, balance, cover ratio, growth and share of all trade, one track a recorder.

use super::{Chart, Label, Title, Track, Unit, What, in_prices, keep_one_unit, keep_shown, range};
use crate::analysis::trade::notice::{Notice, join};
use crate::analysis::trade::ranking::Traded;
use crate::analysis::trade::sides::{self, TradeSide, turnover_gap};
use crate::analysis::trade::{Direction, TradeQuestion};
use crate::dataset::catalog::Catalog;

/// What is computed from a side's exports and imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum SideMeasure {
    /// Exports plus imports.
    #[default]
    Turnover,
    /// Exports less imports, as the reporter of each side sees it.
    Balance,
    /// Exports over imports.
    CoverRatio,
    /// Growth of the turnover on the year before.
    TurnoverGrowth,
}

impl SideMeasure {
    fn what(self) -> What {
        match self {
            Self::Turnover => What::Turnover,
            Self::Balance => What::Balance,
            Self::CoverRatio => What::CoverRatio,
            Self::TurnoverGrowth => What::Growth,
        }
    }
}

/// A measure of both directions by every recorder of both countries.
///
/// With the turnover, the table has the gap between the two countries' own records.
#[must_use]
pub fn sides_chart(catalog: &Catalog, question: &TradeQuestion, measure: SideMeasure) -> Chart {
    let (mut sides, not_shown) = shown_sides(catalog, question);
    let other_unit = keep_one_unit(&mut sides, |side| &side.exports);
    let (prices, notices) = in_prices(catalog, question, lines_mut(&mut sides));
    let stated = sides.first().map(|side| side.exports.unit.clone());
    let unit = match (measure, stated) {
        (SideMeasure::Turnover | SideMeasure::Balance, Some(unit)) => Unit::Stated(unit),
        (SideMeasure::CoverRatio, _) => Unit::Ratio,
        _ => Unit::Fraction,
    };
    let mut chart = Chart::new(title(question, measure.what()), unit.clone(), prices);
    chart.notices = notices;
    chart
        .notices
        .extend([not_shown, other_unit].into_iter().flatten());
    chart.notices.extend(line_notices(question, &sides));
    for side in &sides {
        let points = match measure {
            SideMeasure::Turnover => side.turnover(),
            SideMeasure::Balance => side.balance(),
            SideMeasure::CoverRatio => side.cover_ratio(),
            SideMeasure::TurnoverGrowth => side.turnover_growth(),
        };
        let label = Label::of(measure.what(), &side.exports);
        let unit = unit.clone();
        chart.tracks.push(Track {
            label,
            unit,
            points,
        });
        chart.extra.extend(parts(side));
    }
    if measure == SideMeasure::Turnover {
        let gap = own_turnover_gap(question, &sides);
        chart.extra.splice(0..0, gap);
    }
    chart.cut(question.years)
}

/// Share of the home country's trade with the world, by each recorder of it.
///
/// Shares do not depend on prices, so they are always computed from nominal values.
#[must_use]
pub fn share_chart(catalog: &Catalog, question: &TradeQuestion, traded: Traded) -> Chart {
    let (mut sides, not_shown) = shown_sides(catalog, question);
    sides.retain(|side| side.exports.key.reporter.as_ref() == Some(&question.home));
    let mut title = title(question, What::Share);
    title.base = catalog.world().map(|world| world.id.clone());
    let mut chart = Chart::new(title, Unit::Fraction, super::Prices::Nominal);
    chart.notices = line_notices(question, &sides);
    chart.notices.extend(not_shown);
    for side in &sides {
        let Some(whole) = side.whole(catalog) else {
            let recorder = side.recorder().to_owned();
            chart.notices.push(Notice::NoBase { recorder });
            continue;
        };
        chart.tracks.push(Track {
            label: Label::of(What::Share, &side.exports),
            unit: Unit::Fraction,
            points: side.share_of(&whole, traded),
        });
        for side in [side, &whole] {
            chart.extra.push(Track {
                label: Label::of(what_traded(traded), &side.exports),
                unit: Unit::Stated(side.exports.unit.clone()),
                points: side.traded(traded),
            });
        }
    }
    chart.cut(question.years)
}

pub(super) fn what_traded(traded: Traded) -> What {
    match traded {
        Traded::Exports => What::Exports,
        Traded::Imports => What::Imports,
        Traded::Turnover => What::Turnover,
    }
}

fn shown_sides(catalog: &Catalog, question: &TradeQuestion) -> (Vec<TradeSide>, Option<Notice>) {
    let mut sides = sides::sides(catalog, &question.goods(Direction::HomeToPartner));
    let not_shown = keep_shown(question, &mut sides, |side| &side.exports);
    (sides, not_shown)
}

fn lines_mut(sides: &mut [TradeSide]) -> impl Iterator<Item = &mut crate::analysis::trade::Line> {
    sides
        .iter_mut()
        .flat_map(|side| [&mut side.exports, &mut side.imports])
}

fn title(question: &TradeQuestion, what: What) -> Title {
    Title {
        what,
        from: question.home.clone(),
        to: Some(question.partner.clone()),
        product: question.product.clone(),
        base: None,
        years: None,
    }
}

fn line_notices(question: &TradeQuestion, sides: &[TradeSide]) -> Vec<Notice> {
    let lines = || sides.iter().flat_map(|side| [&side.exports, &side.imports]);
    let Some((first, last)) = range(question, lines()) else {
        return Vec::new();
    };
    let mut notices = Vec::new();
    join(
        &mut notices,
        lines().flat_map(|line| line.notices(first, last)),
    );
    notices
}

fn parts(side: &TradeSide) -> [Track; 2] {
    [
        (What::Exports, &side.exports),
        (What::Imports, &side.imports),
    ]
    .map(|(what, line)| Track {
        label: Label::of(what, line),
        unit: Unit::Stated(line.unit.clone()),
        points: line.points.clone(),
    })
}

fn own_turnover_gap(question: &TradeQuestion, sides: &[TradeSide]) -> Option<Track> {
    let own = |country: &String| {
        let mut own = sides.iter().filter(|side| side.is_own_record);
        own.find(|side| side.exports.key.reporter.as_ref() == Some(country))
    };
    let (home, partner) = (own(&question.home)?, own(&question.partner)?);
    Some(Track {
        label: Label::computed(What::TurnoverGap),
        unit: Unit::Stated(home.exports.unit.clone()),
        points: turnover_gap(partner, home),
    })
}
