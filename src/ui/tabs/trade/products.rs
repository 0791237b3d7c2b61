//! The ranking of products over the whole middle; a click shows a product's own lines.

use super::{chart::traded_ui, choose, ranking};
use crate::{
    analysis::trade::{Show, TradeAnswer, ranking::Ranking, ranking::Traded},
    dataset::schema::RecorderKind,
    ui::{
        Cx,
        widgets::{
            card_title, choice as drop_down, export_button, figure_card, muted, warning_note,
        },
        wording::trade as words,
    },
};
use eframe::egui::{Align, Layout, ScrollArea, Ui};

/// The card.
pub(super) fn products_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer) {
    figure_card(ui, "products", |ui| {
        let (home, partner) = (
            words::country(cx, cx.catalog().home()),
            words::country(cx, cx.catalog().partner()),
        );
        ui.horizontal(|ui| {
            let values = [("home", (&home).into()), ("partner", (&partner).into())];
            card_title(ui, &cx.with("trade-title-products", &values));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| traded_ui(ui, cx));
        });
        let Some(ranking) = &answer.ranking else {
            muted(ui, &cx.t("notice-no-series"));
            return;
        };
        ui.horizontal(|ui| {
            recorder_ui(ui, cx, answer, ranking);
            ranking::year_ui(ui, cx, ranking);
            export_button(ui, cx, "products", &cx.t("figure-products"));
        });
        ranking::remark_ui(ui, cx, ranking);
        if ranking.recorder_kind == RecorderKind::Reconciled {
            let recorder = words::recorder(cx, &ranking.question.recorder);
            warning_note(
                ui,
                &cx.with("ranking-reconciled", &[("recorder", (&recorder).into())]),
            );
        }
        ranking::notices_ui(ui, cx, ranking);
        ScrollArea::vertical()
            .id_salt("products")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_max_width(ui.available_width() - 10.0);
                for row in &ranking.rows {
                    let name = words::product(cx, &row.id);
                    let color = Some(cx.tokens.slot(Some(0)));
                    let look = ranking::Look {
                        color,
                        drawn: false,
                    };
                    if ranking::row_ui(ui, cx, ranking, row, &name, look) {
                        show_product(cx, ranking, &row.id);
                    }
                }
                ranking::rest_ui(ui, cx, ranking);
            });
    });
}

fn recorder_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer, ranking: &Ranking) {
    ui.spacing_mut().combo_width = 150.0;
    let all: Vec<(usize, String)> = answer
        .product_recorders
        .iter()
        .map(|id| words::recorder(cx, id))
        .enumerate()
        .collect();
    let current = answer
        .product_recorders
        .iter()
        .position(|id| *id == ranking.question.recorder);
    let chosen = drop_down(ui, &cx.t("ranking-recorder"), current.unwrap_or(0), &all);
    if let Some(id) = chosen.and_then(|position| answer.product_recorders.get(position)) {
        choose(cx, |choice| {
            choice.product_recorder = Some(id.clone());
            choice.ranking_year = None;
        });
    }
}

/// Goes to the lines of a product; a reconciling recorder is switched on, because it is what was clicked.
fn show_product(cx: &Cx<'_>, ranking: &Ranking, id: &str) {
    choose(cx, |choice| {
        choice.product = Some(id.to_owned());
        choice.show = match ranking.question.traded {
            Traded::Exports => Show::ToPartner,
            Traded::Imports => Show::ToHome,
            Traded::Turnover => Show::Turnover,
        };
        if ranking.recorder_kind == RecorderKind::Reconciled {
            choice.toggled.insert(ranking.question.recorder.clone());
        }
    });
}
