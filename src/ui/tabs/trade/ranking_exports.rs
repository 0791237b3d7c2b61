//! The rankings of partners and of products as figures: all rows, with nothing to click.

use super::{
    choice,
    exports::{choose_one_of, traded},
    ranking::{bar, concentration, numbers, remark},
};
use crate::dataset::schema::Id;
use crate::{
    analysis::{
        levels::ratio,
        prices::Prices,
        trade::{
            Notice, Show,
            chart::Unit,
            ranking::{Base, Ranked, Ranking},
        },
    },
    dataset::schema::{RecorderKind, Valuation},
    ui::{
        Cx,
        charts::{RankedBar, RankedBars, RankedRow, ranked_bars_ui},
        figures::Caption,
        wording::{self, trade as words},
    },
};
use eframe::egui::{Color32, Ui};

/// What stands around the ranking of partners.
pub(super) fn partners_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let ranking = shown(cx, Show::Partners)?;
    let home = words::country(cx, cx.catalog().home());
    let year = ranking.year.to_string();
    let values = [("home", (&home).into()), ("year", (&year).into())];
    let mut notes = Vec::new();
    if !ranking.territories.is_empty() {
        notes.push(cx.t("figure-partners-territories"));
    }
    if !ranking.groups.is_empty() {
        notes.push(cx.t("figure-partners-groups"));
    }
    let title = cx.with("figure-partners-title", &values);
    Ok(caption(cx, ranking, title, notes))
}

/// What stands around the ranking of products.
pub(super) fn products_caption(cx: &Cx<'_>) -> Result<Caption, String> {
    let ranking = shown(cx, Show::Products)?;
    let home = words::country(cx, cx.catalog().home());
    let values = [("home", (&home).into()), ("partner", cx.partner().into())];
    let title = cx.with("trade-title-products", &values);
    let year = ranking.year.to_string();
    let values = [("title", (&title).into()), ("year", (&year).into())];
    let mut notes = Vec::new();
    if ranking.recorder_kind == RecorderKind::Reconciled {
        let recorder = words::recorder(cx, &ranking.question.recorder);
        notes.push(cx.with("ranking-reconciled", &[("recorder", (&recorder).into())]));
    }
    let title = cx.with("figure-products-title", &values);
    Ok(caption(cx, ranking, title, notes))
}

/// The ranking, if the choice shows it and it has rows.
fn shown<'a>(cx: &Cx<'a>, show: Show) -> Result<&'a Ranking, String> {
    if choice(cx).show != show {
        return Err(choose_one_of(cx, &[show]));
    }
    let ranking = ranking(cx).filter(|ranking| !ranking.rows.is_empty());
    ranking.ok_or_else(|| cx.t("notice-no-series"))
}

fn ranking<'a>(cx: &Cx<'a>) -> Option<&'a Ranking> {
    cx.state.derived.trade.answer.get()?.ranking.as_ref()
}

fn caption(cx: &Cx<'_>, ranking: &Ranking, title: String, more: Vec<String>) -> Caption {
    let question = &ranking.question;
    let unit = words::unscaled(&ranking.unit);
    let parts = [
        Some(wording::with_prices(cx, unit, Prices::Nominal)),
        valuation(ranking).map(|valuation| cx.t(words::valuation(valuation))),
        Some(traded(cx, question.traded)),
        Some(words::recorder(cx, &question.recorder)),
    ];
    let mut notes = vec![remark(cx, ranking)];
    if ranking.rest.is_some_and(|rest| rest > 0.0) {
        notes.push(cx.t("figure-ranking-rest"));
    }
    notes.extend(more);
    if let Some(concentration) = concentration(cx, ranking) {
        let meaning = cx.t("ranking-concentration-tip");
        notes.push(format!("{concentration}: {meaning}"));
    }
    let unit = Unit::Stated(ranking.unit.clone());
    let notices = ranking.notices.iter();
    notes.extend(notices.map(|notice: &Notice| words::notice(cx, notice, &unit)));
    Caption {
        title,
        subtitle: parts.into_iter().flatten().collect::<Vec<_>>().join("; "),
        filter: String::new(),
        notes,
        sources: ranking.sources().iter().map(Id::to_string).collect(),
    }
}

/// How the goods of all rows are valued; nothing if it differs.
fn valuation(ranking: &Ranking) -> Option<Valuation> {
    let mut all = ranking.rows.iter().map(|row| row.point.valuation);
    let first = all.next()?;
    first.filter(|_| all.all(|other| other == first))
}

/// All partners.
pub(super) fn partners_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(ranking) = ranking(cx) else { return };
    let partner = cx.catalog().partner();
    let name = |row: &Ranked| words::country(cx, &row.id);
    // A country has the same colour everywhere; the others stand back.
    let color = |row: &Ranked| {
        if row.id == partner {
            cx.tokens.recorders[1]
        } else {
            cx.tokens.muted.gamma_multiply(0.6)
        }
    };
    let rows = ranking.rows.iter();
    let mut list: Vec<RankedRow> = rows
        .map(|row| {
            let bar = bar_row(ranking, row, name(row), Some(color(row)));
            RankedRow::Bar(RankedBar {
                strong: row.id == partner,
                ..bar
            })
        })
        .collect();
    list.extend(rest_row(cx, ranking));
    let apart = [
        ("ranking-territories", &ranking.territories),
        ("ranking-groups", &ranking.groups),
    ];
    for (title, rows) in apart {
        if !rows.is_empty() {
            list.push(RankedRow::Heading(cx.t(title)));
        }
        let rows = rows.iter();
        list.extend(rows.map(|row| RankedRow::Bar(bar_row(ranking, row, name(row), None))));
    }
    list_ui(ui, cx, ranking, "data-trade-partner", list);
}

/// All products.
pub(super) fn products_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(ranking) = ranking(cx) else { return };
    let color = cx.tokens.slot(Some(0));
    let rows = ranking.rows.iter();
    let mut list: Vec<RankedRow> = rows
        .map(|row| {
            let name = words::product(cx, &row.id);
            RankedRow::Bar(bar_row(ranking, row, name, Some(color)))
        })
        .collect();
    list.extend(rest_row(cx, ranking));
    list_ui(ui, cx, ranking, "trade-product", list);
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, ranking: &Ranking, name: &str, rows: Vec<RankedRow>) {
    let share = match ranking.base {
        Base::Published => "ranking-share-published",
        Base::Listed => "ranking-share-listed",
    };
    let heads = [cx.t(name), cx.t("data-amount"), cx.t(share)];
    ranked_bars_ui(ui, &RankedBars { heads, rows });
}

/// A part as a row; without a colour it has no bar, because it stands outside the ranks.
fn bar_row(ranking: &Ranking, row: &Ranked, name: String, color: Option<Color32>) -> RankedBar {
    let (value, share) = numbers(ranking, row);
    let rank = ranking.rank(&row.id).map(|rank| rank.to_string());
    RankedBar {
        rank: rank.unwrap_or_default(),
        name,
        value,
        share,
        length: color.map(|_| bar(row, ranking)),
        color: color.unwrap_or_default(),
        strong: false,
    }
}

/// What the listed parts leave of the whole.
fn rest_row(cx: &Cx<'_>, ranking: &Ranking) -> Option<RankedRow> {
    let rest = ranking.rest.filter(|rest| *rest > 0.0)?;
    let share = ranking.whole.value.and_then(|whole| ratio(rest, whole));
    Some(RankedRow::Bar(RankedBar {
        rank: String::new(),
        name: cx.t("ranking-other"),
        value: words::value(&Unit::Stated(ranking.unit.clone()), rest),
        share: share.map(words::share).unwrap_or_default(),
        length: None,
        color: Color32::default(),
        strong: false,
    }))
}
