//! Everything the trade charts show for one choice.

use super::chart::{
    Chart, SideMeasure, What, flow_chart, gap_chart, investment_chart, partners_chart, share_chart,
    sides_chart,
};
use super::choice::{Show, TradeChoice};
use super::find::own_recorder;
use super::mirror::Mirror;
use super::notice::Notice;
use super::ranking::{self, Ranking, RankingQuestion};
use super::{Direction, TradeQuestion};
use crate::dataset::catalog::Catalog;
use std::collections::BTreeSet;

/// How many partners are compared when none is chosen.
const LARGEST: usize = 5;
/// Products are ranked by chapters: codes of two digits.
const CHAPTER: usize = 2;

/// What is drawn for a choice.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TradeAnswer {
    /// Lines over the years; missing for products, which are ranked.
    pub chart: Option<Chart>,
    /// The gap between both sides, under the lines.
    pub gap: Option<Chart>,
    /// The two compared records behind the gap of one direction.
    pub mirror: Option<Mirror>,
    /// Partners or products of one year.
    pub ranking: Option<Ranking>,
    /// Recorders that can be shown or hidden, in dataset order, and whether they are shown.
    pub recorders: Vec<(String, bool)>,
    /// Recorders whose products can be ranked.
    pub product_recorders: Vec<String>,
}

/// Answers a choice about the dataset's two countries.
#[must_use]
pub fn answer(catalog: &Catalog, choice: &TradeChoice) -> TradeAnswer {
    let question = choice.question(catalog);
    let mut answer = match choice.show {
        Show::ToHome => direction(catalog, &question, choice, Direction::PartnerToHome),
        Show::ToPartner => direction(catalog, &question, choice, Direction::HomeToPartner),
        Show::Turnover => turnover(catalog, &question),
        Show::Balance => one_chart(sides_chart(catalog, &question, SideMeasure::Balance)),
        Show::Share => one_chart(share_chart(catalog, &question, choice.traded)),
        Show::Partners => partners(catalog, &question, choice),
        Show::Products => products(catalog, &question, choice),
        Show::Investment => one_chart(investment_chart(
            catalog,
            &question,
            choice.investment.role(),
        )),
    };
    answer.recorders = recorders(catalog, answer.chart.as_ref());
    answer
}

fn one_chart(chart: Chart) -> TradeAnswer {
    TradeAnswer {
        chart: Some(chart),
        ..TradeAnswer::default()
    }
}

fn direction(
    catalog: &Catalog,
    question: &TradeQuestion,
    choice: &TradeChoice,
    direction: Direction,
) -> TradeAnswer {
    let gap = gap_chart(catalog, question, direction, choice.gap_base);
    TradeAnswer {
        gap: gap.mirror.is_some().then_some(gap.chart),
        mirror: gap.mirror,
        ..one_chart(flow_chart(catalog, question, direction, choice.display))
    }
}

/// The turnover, and the difference between the two sides' turnover as a chart of its own.
fn turnover(catalog: &Catalog, question: &TradeQuestion) -> TradeAnswer {
    let chart = sides_chart(catalog, question, SideMeasure::Turnover);
    let gap = chart
        .extra
        .iter()
        .find(|track| track.label.what == What::TurnoverGap);
    let gap = gap.map(|track| {
        let mut gap = chart.clone();
        gap.title.what = What::TurnoverGap;
        gap.tracks = vec![track.clone()];
        gap.extra.clear();
        gap.notices.clear();
        gap
    });
    TradeAnswer {
        gap,
        ..one_chart(chart)
    }
}

fn partners(catalog: &Catalog, question: &TradeQuestion, choice: &TradeChoice) -> TradeAnswer {
    let Some(recorder) = own_recorder(catalog, &question.home) else {
        return TradeAnswer::default();
    };
    let ranking = RankingQuestion {
        recorder: recorder.clone(),
        reporter: question.home.clone(),
        traded: choice.traded,
        year: choice.ranking_year,
    };
    let ranking = ranking::partners(catalog, &ranking);
    let mut shown: Vec<String> = choice.partners.iter().cloned().collect();
    if shown.is_empty() {
        let rows = ranking
            .iter()
            .flat_map(|ranking| &ranking.rows)
            .take(LARGEST);
        shown.extend(rows.map(|row| row.id.clone()));
        if !shown.contains(&question.partner) {
            shown.push(question.partner.clone());
        }
    }
    let chart = partners_chart(catalog, question, &recorder, choice.traded, &shown);
    TradeAnswer {
        ranking,
        ..one_chart(chart)
    }
}

fn products(catalog: &Catalog, question: &TradeQuestion, choice: &TradeChoice) -> TradeAnswer {
    let (home, partner) = (&question.home, &question.partner);
    let recorders = ranking::product_recorders(catalog, home, partner, CHAPTER);
    let chosen = choice
        .product_recorder
        .clone()
        .filter(|chosen| recorders.contains(chosen));
    let ranking = chosen
        .or_else(|| recorders.first().cloned())
        .and_then(|recorder| {
            let question = RankingQuestion {
                recorder,
                reporter: home.clone(),
                traded: choice.traded,
                year: choice.ranking_year,
            };
            ranking::products(catalog, &question, partner, CHAPTER)
        });
    TradeAnswer {
        ranking,
        product_recorders: recorders,
        ..TradeAnswer::default()
    }
}

/// The recorders of what is drawn, and of what could be.
fn recorders(catalog: &Catalog, chart: Option<&Chart>) -> Vec<(String, bool)> {
    let Some(chart) = chart else {
        return Vec::new();
    };
    let drawn = chart
        .tracks
        .iter()
        .filter_map(|track| track.label.recorder.as_ref());
    let drawn: BTreeSet<&String> = drawn.collect();
    let hidden = chart.notices.iter().filter_map(|notice| match notice {
        Notice::NotShown { recorders } => Some(recorders),
        _ => None,
    });
    let hidden: BTreeSet<&String> = hidden.flatten().collect();
    let all = catalog.data().recorders.iter().map(|recorder| &recorder.id);
    all.filter(|id| drawn.contains(id) || hidden.contains(id))
        .map(|id| (id.clone(), drawn.contains(id)))
        .collect()
}
