//! Investment between the two countries, one track for each measure of each recorder.

use super::{Chart, Label, Title, Track, Unit, What, in_prices, keep_one_unit, keep_shown, range};
use crate::analysis::trade::TradeQuestion;
use crate::analysis::trade::investment;
use crate::analysis::trade::notice::join;
use crate::dataset::catalog::Catalog;
use crate::dataset::schema::MeasureRole;

/// Investment of one role (flow, stock or deals). Roles do not share an axis: a stock is no flow.
#[must_use]
pub fn investment_chart(catalog: &Catalog, question: &TradeQuestion, role: MeasureRole) -> Chart {
    let mut lines = investment::lines(catalog, &question.home, &question.partner);
    lines.retain(|item| item.role == role);
    let not_shown = keep_shown(question, &mut lines, |item| &item.line);
    let other_unit = keep_one_unit(&mut lines, |item| &item.line);
    let all = lines.iter_mut().map(|item| &mut item.line);
    let (prices, notices) = in_prices(catalog, question, all);
    let unit = lines.first();
    let unit = unit.map_or(Unit::Ratio, |item| Unit::Stated(item.line.unit.clone()));
    let title = Title {
        what: What::Investment,
        from: question.home.clone(),
        to: Some(question.partner.clone()),
        product: None,
        base: None,
        years: None,
    };
    let mut chart = Chart::new(title, unit.clone(), prices);
    chart.notices = notices;
    chart
        .notices
        .extend([not_shown, other_unit].into_iter().flatten());
    if let Some((first, last)) = range(question, lines.iter().map(|item| &item.line)) {
        let notices = lines.iter().flat_map(|item| item.line.notices(first, last));
        // A recorder has several measures here, each with gaps of its own, which the chart shows.
        join(
            &mut chart.notices,
            notices.filter(|notice| !notice.is_no_record()),
        );
    }
    for item in lines {
        let mut label = Label::of(What::Investment, &item.line);
        label.measure = Some(item.line.key.measure.clone());
        let (unit, points) = (unit.clone(), item.line.points);
        chart.tracks.push(Track {
            label,
            unit,
            points,
        });
    }
    chart.cut(question.years)
}
