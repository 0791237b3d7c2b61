//! Which modes are looked at.

use crate::{
    analysis::transit::Question,
    app::{Action, action::TransitAction},
    dataset::schema::Mode,
    ui::{
        Cx,
        widgets::{FacetRow, facet_row, section},
        wording::transit::{mode, mode_color},
    },
};
use eframe::egui::Ui;

/// The section.
pub(super) fn modes_ui(ui: &mut Ui, cx: &Cx<'_>, question: &Question) {
    let Some(counts) = cx.state.derived.transit.modes.get() else {
        return;
    };
    section(
        ui,
        &cx.t("transit-modes-title"),
        &cx.t("transit-modes-remark"),
    );
    ui.spacing_mut().item_spacing.y = 0.0;
    for each in Mode::ALL {
        let Some(count) = counts.get(&each) else {
            continue;
        };
        let label = cx.t(mode(each));
        let words = cx.with(
            "transit-modes-count",
            &[
                ("compared", count.compared.into()),
                ("all", count.all.into()),
            ],
        );
        let name = format!("{label}: {words}");
        let compared = format!("{} / {}", count.compared, count.all);
        let row = FacetRow {
            label: &label,
            count: "",
            money: &compared,
            widest: &compared,
            share: 0.0,
            color: Some(mode_color(cx, each)),
            included: question.modes.contains(&each),
            excluded: false,
            empty: count.compared == 0,
            name: &name,
        };
        if facet_row(ui, &row).on_hover_text(&name).clicked() {
            cx.push(Action::Transit(TransitAction::ToggleMode(each)));
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
}
