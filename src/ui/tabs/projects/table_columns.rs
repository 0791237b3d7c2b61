//! The columns of the table of projects: which there are, and which are shown in which order.

use super::table_chooser;
use crate::{
    analysis::projects::{Column, FACETS},
    app::{Action, action::ProjectsAction},
    ui::{
        Cx,
        widgets::{ColumnSpec, choice, head_name, quiet_button, shown_columns},
        wording,
    },
};
use eframe::egui::{Popup, PopupCloseBehavior, Ui};

const fn column(
    column: Column,
    name: &'static str,
    width: f32,
    right: bool,
    from: f32,
) -> ColumnSpec<Column> {
    ColumnSpec {
        column,
        name,
        width,
        right,
        from,
    }
}

/// Room that no table has: the column shows only where it is chosen.
const CHOSEN_ONLY: f32 = f32::INFINITY;

pub(super) const COLUMNS: &[ColumnSpec<Column>] = &[
    column(Column::Name, "column-name", 0.0, false, 0.0),
    column(Column::Sector, "column-sector", 134.0, false, 0.0),
    column(Column::Status, "column-status", 118.0, false, 0.0),
    column(Column::Region, "column-region", 150.0, false, 1000.0),
    column(Column::Party, "column-party", 190.0, false, 860.0),
    column(Column::Host, "column-host", 170.0, false, CHOSEN_ONLY),
    column(
        Column::Contractor,
        "facet-contractor",
        160.0,
        false,
        CHOSEN_ONLY,
    ),
    column(Column::Lender, "facet-lender", 160.0, false, CHOSEN_ONLY),
    column(
        Column::Instrument,
        "facet-instrument",
        130.0,
        false,
        CHOSEN_ONLY,
    ),
    column(
        Column::Programme,
        "facet-programme",
        170.0,
        false,
        CHOSEN_ONLY,
    ),
    column(Column::Year, "column-year", 48.0, true, 0.0),
    column(Column::Started, "column-started", 64.0, true, CHOSEN_ONLY),
    column(Column::Completed, "column-completed", 82.0, true, 860.0),
    column(Column::Amount, "column-amount", 76.0, true, 0.0),
    column(Column::Sources, "column-sources", 36.0, true, 0.0),
];

/// The columns to show in a table of this width: the chosen ones, else those that have room.
pub(super) fn columns(cx: &Cx<'_>, room: f32) -> Vec<&'static ColumnSpec<Column>> {
    let chosen = &cx.state.view.projects.table.columns;
    if chosen.is_empty() {
        return shown_columns(COLUMNS, room);
    }
    let spec = |column: &Column| COLUMNS.iter().find(|spec| spec.column == *column);
    chosen.iter().filter_map(spec).collect()
}

/// The choices beside each other, from the right: columns, groups.
pub(super) fn layout_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &[&ColumnSpec<Column>], widths: &[f32]) {
    let words = cx.t("table-columns");
    let response = quiet_button(ui, &words, &cx.t("table-columns-tip"));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            table_chooser::chooser_ui(ui, cx, shown, widths);
        });
    group_ui(ui, cx);
}

fn group_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let none = (None, cx.t("table-group-none"));
    let by = |name: &str| cx.with("table-group-by", &[("facet", name.into())]);
    let facets = FACETS.iter();
    let facets = facets.map(|facet| (Some(facet.id), by(&wording::facet_name(cx, facet))));
    let options: Vec<_> = std::iter::once(none).chain(facets).collect();
    let current = cx.state.view.projects.table.group.as_deref();
    let current = FACETS
        .iter()
        .map(|facet| facet.id)
        .find(|id| Some(*id) == current);
    ui.spacing_mut().combo_width = 110.0;
    if let Some(group) = choice(ui, &cx.t("table-group"), current, &options) {
        let group = group.map(str::to_owned);
        cx.push(Action::Projects(ProjectsAction::Group(group)));
    }
}

/// The name of a column.
pub(super) fn column_name(cx: &Cx<'_>, column: Column) -> String {
    let spec = COLUMNS.iter().find(|spec| spec.column == column);
    spec.map_or_else(String::new, |spec| head_name(cx, spec))
}
