//! The facets: every value with its count and money under the other filters.

use super::{
    facet_order::{Counted, visible},
    search::search_ui,
    sizes::sizes_ui,
};
use crate::{
    analysis::{
        projects::{FACETS, Facet, FacetColumn, FacetResult, FilterResult},
        stats,
    },
    app::{Action, action::ProjectsAction},
    i18n::{axis_money, grouped, money_m, year_range},
    ui::{
        Cx,
        theme::{size, strong},
        widgets::{FACET_HEIGHT, FacetRow, Histogram, facet_row, histogram, quiet_button, section},
        wording,
    },
};
use eframe::egui::{Align, Id, Layout, TextEdit, Ui, WidgetInfo};
use std::sync::Arc;

/// How many values a facet shows before "show all".
const SHORT: usize = 8;
/// How many values a list must have to be searched.
const LONG: usize = 20;

/// The panel at the left.
pub(in crate::ui::tabs) fn filters_ui(ui: &mut Ui, cx: &Cx<'_>) {
    search_ui(ui, cx);
    let Some(filtered) = cx.state.derived.projects.a.filtered.get() else {
        return;
    };
    let columns = &cx.state.dataset.projects.facets;
    for (position, facet) in FACETS.iter().enumerate() {
        if let (Some(column), Some(result)) = (columns.get(position), filtered.facets.get(position))
        {
            facet_ui(ui, cx, facet, column, result);
        }
        if facet.id == "status" {
            years_ui(ui, cx, filtered);
            sizes_ui(ui, cx, filtered);
        }
    }
}

fn facet_ui(ui: &mut Ui, cx: &Cx<'_>, facet: &Facet, column: &FacetColumn, result: &FacetResult) {
    // A facet that cannot divide anything is not offered.
    let chosen = cx.state.view.projects.filter.facets.contains_key(facet.id);
    if column.values.len() < 2 && !chosen {
        return;
    }
    let title = wording::facet_name(cx, facet);
    let id = Id::unique(("facet-open", facet.id));
    let open = ui.data_mut(|data| *data.get_persisted_mut_or(id, facet.open)) || chosen;
    ui.add_space(4.0);
    let remark = if facet.id == "group" {
        facet_remark(cx)
    } else {
        String::new()
    };
    if !open {
        if closed_ui(ui, cx, &title) {
            ui.data_mut(|data| data.insert_persisted(id, true));
        }
        return;
    }
    section(ui, &title, &remark);
    ui.spacing_mut().item_spacing.y = 0.0;
    let counted = Counted {
        facet,
        column,
        result,
    };
    values_ui(ui, cx, counted, &title);
    ui.spacing_mut().item_spacing.y = 6.0;
}

/// The first values, or all of them with a field to find one.
fn values_ui(ui: &mut Ui, cx: &Cx<'_>, counted: Counted<'_>, title: &str) {
    let Counted { facet, column, .. } = counted;
    let all_id = Id::unique(("facet-all", facet.id));
    let all = ui.data_mut(|data| *data.get_persisted_mut_or(all_id, false));
    let count = column.values.len();
    let has_more = count > SHORT + 1;
    let order = if all {
        let wanted = if count > LONG {
            find_ui(ui, cx, facet, title)
        } else {
            String::new()
        };
        counted.all(ui, cx, &wanted)
    } else {
        let first = if has_more { SHORT } else { count };
        Arc::new(counted.first(cx, first))
    };
    let amounts = counted.result.values.iter().map(|count| count.money_m);
    let largest = amounts.fold(0.0, f64::max);
    let rows = visible(ui, order.len(), FACET_HEIGHT);
    space(ui, rows.start);
    for value in order.get(rows.clone()).unwrap_or_default() {
        value_ui(ui, cx, counted, *value, largest);
    }
    space(ui, order.len() - rows.end);
    if has_more {
        let key = if all { "facet-fewer" } else { "facet-all" };
        let text = cx.with(key, &[("count", count.into())]);
        if quiet_button(ui, &text, &format!("{title}: {text}")).clicked() {
            ui.data_mut(|data| data.insert_persisted(all_id, !all));
        }
    }
}

/// The room of rows that are not laid out.
#[expect(clippy::cast_precision_loss, reason = "a number of rows")]
fn space(ui: &mut Ui, rows: usize) {
    if rows > 0 {
        ui.add_space(rows as f32 * FACET_HEIGHT);
    }
}

/// A facet of which only the name is shown; whether it was asked for.
fn closed_ui(ui: &mut Ui, cx: &Cx<'_>, title: &str) -> bool {
    let name = cx.with("facet-show", &[("facet", title.into())]);
    ui.horizontal(|ui| {
        ui.label(strong(title, size::BODY));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            quiet_button(ui, &cx.t("show"), &name).clicked()
        })
        .inner
    })
    .inner
}

/// A field that narrows a long list; returns what is typed in it.
fn find_ui(ui: &mut Ui, cx: &Cx<'_>, facet: &Facet, title: &str) -> String {
    let id = Id::unique(("facet-find", facet.id));
    let mut text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let name = cx.with("facet-find", &[("facet", title.into())]);
    let field = TextEdit::singleline(&mut text)
        .hint_text(&name)
        .desired_width(f32::INFINITY)
        .char_limit(100);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo {
        label: Some(name.clone()),
        ..WidgetInfo::text_edit(true, &text, &text, &name)
    });
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, text.clone()));
    }
    text
}

fn facet_remark(cx: &Cx<'_>) -> String {
    cx.with("facet-remark", &[("currency", cx.currency().into())])
}

fn value_ui(ui: &mut Ui, cx: &Cx<'_>, counted: Counted<'_>, position: usize, largest: f64) {
    let Counted {
        facet,
        column,
        result,
    } = counted;
    let (Some(value), Some(count)) = (column.values.get(position), result.values.get(position))
    else {
        return;
    };
    let choice = cx.state.view.projects.filter.facets.get(facet.id);
    let label = wording::label(cx, &value.label);
    let in_billions = |money_m: f64| axis_money(money_m / 1000.0, 0.1);
    let money = if count.with_money > 0 {
        in_billions(count.money_m)
    } else {
        "–".to_owned()
    };
    let full = money_m(count.money_m, cx.currency());
    let values = [
        ("name", (&label).into()),
        ("count", count.count.into()),
        ("money", (&full).into()),
        ("n", count.with_money.into()),
    ];
    let name = cx.with("facet-value", &values);
    let row = FacetRow {
        label: &label,
        count: &grouped(stats::count(count.count)),
        money: &money,
        widest: &in_billions(largest),
        share: share(count.money_m, largest),
        color: value.slot.map(|slot| cx.tokens.slot(Some(slot))),
        included: choice.is_some_and(|choice| choice.include.contains(&value.id)),
        excluded: choice.is_some_and(|choice| choice.exclude.contains(&value.id)),
        empty: count.count == 0,
        name: &name,
    };
    let response = facet_row(ui, &row);
    let exclude =
        response.secondary_clicked() || response.clicked() && ui.input(|input| input.modifiers.alt);
    let (facet, value) = (facet.id.to_owned(), value.id.clone());
    if exclude {
        cx.push(Action::Projects(ProjectsAction::ToggleExclude {
            facet,
            value,
        }));
    } else if response.clicked() {
        cx.push(Action::Projects(ProjectsAction::ToggleInclude {
            facet,
            value,
        }));
    }
    response.on_hover_text(format!("{name}\n{}", cx.t("facet-tip")));
}

/// Length of a bar; amounts fit the precision of a pixel.
#[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
fn share(money_m: f64, largest: f64) -> f32 {
    if largest > 0.0 {
        (money_m / largest) as f32
    } else {
        0.0
    }
}

/// The years as a small histogram; a click or drag chooses years.
fn years_ui(ui: &mut Ui, cx: &Cx<'_>, filtered: &FilterResult) {
    let basis = cx.state.view.projects.chart.basis;
    let Some((first, last)) = cx.state.dataset.projects.year_range(basis) else {
        return;
    };
    ui.add_space(4.0);
    let chosen = cx.state.view.projects.filter.years;
    let chosen = chosen.map(|(_, from, to)| (from, to));
    let (from, to) = chosen.unwrap_or((first, last));
    let years = year_range(from, to);
    section(ui, &cx.t(wording::year_basis(basis)), &years);
    let name = cx.with("years-name", &[("years", (&years).into())]);
    let bars = Histogram {
        name: &name,
        counts: &filtered.year_counts,
        range: (first, last),
        chosen,
    };
    let (response, newly) = histogram(ui, &bars);
    if let Some((from, to)) = newly {
        cx.push(Action::Projects(ProjectsAction::Years(Some((
            basis, from, to,
        )))));
    }
    response.on_hover_text(cx.t("years-tip"));
    if chosen.is_some() && quiet_button(ui, &cx.t("years-all"), &cx.t("years-all")).clicked() {
        cx.push(Action::Projects(ProjectsAction::Years(None)));
    }
}
