//! The panel at the left: what is shown, whose figures, which product, prices, years, freight.

use super::{chart::toggle, choice, choose};
use crate::{
    analysis::{
        prices::{PriceIndex, Prices},
        trade::{Show, TradeAnswer, find, mirror::Margin},
    },
    app::{Action, action::TradeAction},
    dataset::schema::RecorderKind,
    i18n::{percent, year_range},
    ui::{
        Cx,
        theme::size,
        widgets::{
            chip, choice as drop_down, muted, quiet_button, search_field, section, segmented,
        },
        wording::trade as words,
    },
};
use eframe::egui::{Align, Id, Layout, RichText, Role, Slider, Ui, WidgetInfo};

/// How many products a search lists.
const FOUND: usize = 8;

/// The panel.
pub(in crate::ui::tabs) fn filters_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(answer) = cx.state.derived.trade.answer.get() else {
        return;
    };
    show_ui(ui, cx);
    if choice(cx).uses_recorders() {
        recorders_ui(ui, cx, answer);
    }
    if choice(cx).uses_product() {
        product_ui(ui, cx);
    }
    if choice(cx).show == Show::Partners {
        section(ui, &cx.t("trade-partners"), "");
        muted(ui, &cx.t("trade-partners-hint"));
    }
    if choice(cx).uses_prices() {
        prices_ui(ui, cx);
    }
    if choice(cx).show != Show::Products {
        years_ui(ui, cx);
    }
    if answer.mirror.is_some() {
        freight_ui(ui, cx);
    }
}

fn show_ui(ui: &mut Ui, cx: &Cx<'_>) {
    section(ui, &cx.t("trade-show"), "");
    ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for show in Show::ALL {
            let text = show_name(cx, show);
            let selected = choice(cx).show == show;
            let response = ui.selectable_label(selected, &text);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, selected, &text));
            if response.clicked() && !selected {
                choose(cx, |choice| choice.show = show);
            }
        }
    });
}

/// Name of what can be looked at.
pub(super) fn show_name(cx: &Cx<'_>, show: Show) -> String {
    let (home, partner) = (
        words::country(cx, cx.catalog().home()),
        words::country(cx, cx.catalog().partner()),
    );
    let values = [("home", (&home).into()), ("partner", (&partner).into())];
    let key = match show {
        Show::ToHome => "show-to-home",
        Show::ToPartner => "show-to-partner",
        Show::Turnover => "show-turnover",
        Show::Balance => "show-balance",
        Show::Share => "show-share",
        Show::Partners => "show-partners",
        Show::Products => "show-products",
        Show::Investment => "show-investment",
    };
    cx.with(key, &values)
}

fn recorders_ui(ui: &mut Ui, cx: &Cx<'_>, answer: &TradeAnswer) {
    if answer.recorders.is_empty() {
        return;
    }
    section(ui, &cx.t("trade-recorders"), "");
    ui.spacing_mut().item_spacing.y = 2.0;
    for (id, shown) in &answer.recorders {
        let Some(recorder) = cx.catalog().recorder(id) else {
            continue;
        };
        let name = cx.text(&recorder.name);
        let reconciled = recorder.kind == RecorderKind::Reconciled;
        let text = if reconciled {
            cx.with("trade-recorder-reconciled", &[("name", name.into())])
        } else {
            name.to_owned()
        };
        let mut checked = *shown;
        let response = ui.checkbox(&mut checked, RichText::new(text).size(size::TABLE));
        if response.changed() {
            choose(cx, |choice| toggle(&mut choice.toggled, id));
        }
        if let Some(method) = words::present(cx, &recorder.method) {
            response.on_hover_text(method);
        }
    }
    ui.spacing_mut().item_spacing.y = 6.0;
}

/// The chosen product, or a search for one.
fn product_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(options) = cx.state.derived.trade.options.get() else {
        return;
    };
    if options.products.is_empty() {
        return;
    }
    section(ui, &cx.t("trade-product"), "");
    if let Some(id) = &choice(cx).product {
        let name = words::product_in_full(cx, id);
        let tip = cx.with("trade-product-drop", &[("product", (&name).into())]);
        if chip(ui, &name, &tip).clicked() {
            choose(cx, |choice| choice.product = None);
        }
        return;
    }
    let id = Id::unique("trade-product-search");
    let text: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let (hint, name) = (cx.t("search-products-hint"), cx.t("search-products"));
    if let (_, Some(text)) = search_field(ui, &text, &hint, &name) {
        ui.data_mut(|data| data.insert_temp(id, text));
    }
    if text.trim().is_empty() {
        muted(ui, &cx.t("trade-product-all"));
        return;
    }
    let found = find::products_named(cx.catalog(), options, &text, FOUND);
    if found.is_empty() {
        muted(ui, &cx.t("trade-product-none"));
    }
    ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
        for product in found {
            let name = words::product_in_full(cx, &product.id);
            if ui
                .selectable_label(false, RichText::new(&name).size(size::TABLE))
                .clicked()
            {
                ui.data_mut(|data| data.remove_temp::<String>(id));
                choose(cx, |choice| choice.product = Some(product.id.clone()));
            }
        }
    });
}

fn prices_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(index) = PriceIndex::of(cx.catalog()) else {
        return;
    };
    section(ui, &cx.t("trade-prices"), "");
    let prices = choice(cx).prices;
    let base = match prices {
        Prices::Constant(year) => year,
        Prices::Nominal => index.default_base,
    };
    ui.horizontal(|ui| {
        let kinds = [
            (Prices::Nominal, cx.t("prices-nominal")),
            (Prices::Constant(base), cx.t("prices-constant")),
        ];
        if let Some(prices) = segmented(ui, prices, &kinds) {
            choose(cx, |choice| choice.prices = prices);
        }
        if prices != Prices::Nominal {
            ui.spacing_mut().combo_width = 64.0;
            let years = index
                .values
                .keys()
                .rev()
                .filter(|year| index.covers(**year));
            let years: Vec<(i32, String)> = years.map(|year| (*year, year.to_string())).collect();
            if let Some(year) = drop_down(ui, &cx.t("prices-base"), base, &years) {
                choose(cx, |choice| choice.prices = Prices::Constant(year));
            }
        }
    });
    let series = cx.catalog().series(&index.series);
    if let Some(name) = series
        .and_then(|series| words::present(cx, &series.name))
        .filter(|_| prices != Prices::Nominal)
    {
        muted(ui, name);
    }
}

fn years_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let options = cx.state.derived.trade.options.get();
    let Some((first, last)) = options.and_then(|options| options.years) else {
        return;
    };
    let (from, to) = choice(cx).years.unwrap_or((first, last));
    section(ui, &cx.t("trade-years"), &year_range(from, to));
    let between = |from: i32, to: i32| -> Vec<(i32, String)> {
        (from..=to).map(|year| (year, year.to_string())).collect()
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().combo_width = 64.0;
        if let Some(from) = drop_down(ui, &cx.t("years-from"), from, &between(first, to.min(last)))
        {
            choose(cx, |choice| choice.years = Some((from, to)));
        }
        ui.label("–");
        if let Some(to) = drop_down(ui, &cx.t("years-to"), to, &between(from.max(first), last)) {
            choose(cx, |choice| choice.years = Some((from, to)));
        }
        let all = cx.t("years-all");
        if choice(cx).years.is_some() && quiet_button(ui, &all, &all).clicked() {
            choose(cx, |choice| choice.years = None);
        }
    });
}

/// The margin between FOB and CIF, as a band.
fn freight_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let margin = choice(cx).margin;
    section(ui, &cx.t("trade-freight"), "");
    let own = ![Margin::WORLD, Margin::LANDLOCKED_NEIGHBOUR].contains(&margin);
    let mut bands = vec![
        (Margin::WORLD, cx.t("freight-world")),
        (Margin::LANDLOCKED_NEIGHBOUR, cx.t("freight-landlocked")),
    ];
    if own {
        bands.push((margin, cx.t("freight-own")));
    }
    ui.spacing_mut().combo_width = 190.0;
    if let Some(margin) = drop_down(ui, &cx.t("freight-choose"), margin, &bands) {
        cx.push(Action::Trade(TradeAction::Freight(margin)));
    }
    let before = 100.0 * margin.typical();
    let mut typical = before;
    ui.spacing_mut().slider_width = 150.0;
    let slider = Slider::new(&mut typical, 0.0..=20.0)
        .suffix(" %")
        .fixed_decimals(1);
    let response = ui.add(slider);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, cx.t("trade-freight")));
    // The slider rounds to tenths of a per cent; that a share has no exact number is no change, or it would never end.
    if response.changed() && (typical - before).abs() > 0.01 {
        cx.push(Action::Trade(TradeAction::Freight(
            margin.with_typical(typical / 100.0),
        )));
    }
    let (low, middle, high) = (
        percent(margin.low()),
        percent(margin.typical()),
        percent(margin.high()),
    );
    let values = [
        ("low", (&low).into()),
        ("typical", (&middle).into()),
        ("high", (&high).into()),
    ];
    let share = percent(Margin::share_of_cif(margin.typical()));
    let tip = cx.with(
        "trade-freight-cif",
        &[("typical", (&middle).into()), ("share", (&share).into())],
    );
    muted(ui, &cx.with("trade-freight-value", &values)).on_hover_text(tip);
}
