//! The columns of the table of projects: which there are, and which are shown in which order.

use crate::{
    analysis::projects::{Column, FACETS},
    app::{Action, action::ProjectsAction},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{ColumnSpec, choice, muted, quiet_button, shown_columns},
        wording,
    },
};
use eframe::egui::{Align, Button, Layout, Popup, PopupCloseBehavior, Role, Ui, WidgetInfo};

/// Width of the list of columns.
const WIDTH: f32 = 250.0;

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

const COLUMNS: &[ColumnSpec<Column>] = &[
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
pub(super) fn layout_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &[&ColumnSpec<Column>]) {
    let words = cx.t("table-columns");
    let response = quiet_button(ui, &words, &cx.t("table-columns-tip"));
    Popup::menu(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(WIDTH);
            let shown: Vec<Column> = shown.iter().map(|spec| spec.column).collect();
            chooser_ui(ui, cx, &shown);
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

/// A list of all columns: shown ones first, in their order, with ways to move them.
fn chooser_ui(ui: &mut Ui, cx: &Cx<'_>, shown: &[Column]) {
    ui.label(strong(cx.t("table-columns"), size::BODY));
    let set = |columns| cx.push(Action::Projects(ProjectsAction::Columns(columns)));
    let hidden = COLUMNS.iter().map(|spec| spec.column);
    let hidden = hidden.filter(|column| !shown.contains(column));
    for column in shown.iter().copied().chain(hidden) {
        let at = shown.iter().position(|own| *own == column);
        ui.horizontal(|ui| {
            let name = column_name(cx, column);
            let mut is_shown = at.is_some();
            // The name stays: without it nobody knows what a row is.
            let can_hide = column != Column::Name;
            let check = ui.add_enabled_ui(can_hide, |ui| ui.checkbox(&mut is_shown, &name));
            if check.inner.changed() {
                let mut columns = shown.to_vec();
                match at {
                    Some(at) => {
                        columns.remove(at);
                    }
                    None => columns.push(column),
                }
                set(columns);
            }
            if let Some(at) = at {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    for (key, by, sign) in [("column-later", 1, "↓"), ("column-earlier", -1, "↑")]
                    {
                        let to = at.checked_add_signed(by).filter(|to| *to < shown.len());
                        let label = cx.with(key, &[("column", (&name).into())]);
                        if move_button(ui, sign, &label, to.is_some()) {
                            let mut columns = shown.to_vec();
                            columns.swap(at, to.unwrap_or(at));
                            set(columns);
                        }
                    }
                });
            }
        });
    }
    if cx.state.view.projects.table.columns.is_empty() {
        muted(ui, &cx.t("table-columns-fitting"));
    } else if quiet_button(
        ui,
        &cx.t("table-columns-default"),
        &cx.t("table-columns-default"),
    )
    .clicked()
    {
        set(Vec::new());
    }
}

fn move_button(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let response = ui.add_enabled(enabled, Button::new(sign).small().frame(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    response.on_hover_text(name).clicked()
}

fn column_name(cx: &Cx<'_>, column: Column) -> String {
    let spec = COLUMNS.iter().find(|spec| spec.column == column);
    let countries = [
        ("currency", cx.currency().into()),
        ("home", cx.home().into()),
        ("partner", cx.partner().into()),
    ];
    spec.map_or_else(String::new, |spec| cx.with(spec.name, &countries))
}
