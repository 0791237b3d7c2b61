//! The four figures that matter, each with its range over sources and a way to the tab that explains it.

use crate::{
    analysis::overview::{ListQuantity, Overview, Quantity, StageCounts},
    app::{Action, Tab},
    dataset::schema::RecorderKind,
    i18n::{decimal, money_m, range, short_date, year_range},
    ui::{
        Cx,
        charts::{Strip, StripMark, strip_ui},
        tabs::TabSpec,
        theme::{size, strong},
        widgets::{card, quiet_button, sources_button},
    },
};
use eframe::egui::{
    Align, Color32, CornerRadius, Label, Layout, Rect, RichText, Role, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2,
};

/// What a card of a figure shows.
struct Figure {
    title: String,
    tip: String,
    value: String,
    below: String,
    tab: Tab,
    sources: Vec<String>,
    picture: Picture,
}

enum Picture {
    Marks(Vec<StripMark>),
    Parts(Vec<(usize, Color32, bool)>),
    Nothing,
}

/// The row of cards.
pub(super) fn figures_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(overview) = cx.state.derived.overview.overview.get() else {
        return;
    };
    let figures = [
        turnover(cx, overview.turnover.as_ref()),
        stock(cx, overview.stock.as_ref()),
        list(cx, overview),
        stages(cx, overview.stages),
    ];
    let gap = ui.spacing().item_spacing.x;
    let width = (ui.available_width() - 3.0 * gap) / 4.0;
    ui.horizontal_top(|ui| {
        for figure in figures {
            let size = Vec2::new(width, 0.0);
            ui.allocate_ui_with_layout(size, Layout::top_down(Align::LEFT), |ui| {
                ui.set_width(width);
                figure_ui(ui, cx, &figure);
            });
        }
    });
}

fn figure_ui(ui: &mut Ui, cx: &Cx<'_>, figure: &Figure) {
    card(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.spacing_mut().button_padding.x = 0.0;
        let tab = cx.t(TabSpec::of(figure.tab).name);
        ends_ui(
            ui,
            |ui| {
                let name = cx.with("overview-doorway", &[("tab", (&tab).into())]);
                let name = format!("{}: {name}", figure.title);
                if quiet_button(ui, &format!("{tab} →"), &name).clicked() {
                    cx.push(Action::ShowTab(figure.tab));
                }
            },
            |ui| {
                line(
                    ui,
                    RichText::new(&figure.title)
                        .size(size::SMALL)
                        .color(cx.tokens.muted),
                    &figure.tip,
                );
            },
        );
        ends_ui(
            ui,
            |ui| sources_button(ui, cx, &figure.title, &figure.sources),
            |ui| line(ui, strong(&figure.value, size::TITLE), &figure.tip),
        );
        let values = [
            ("title", (&figure.title).into()),
            ("values", (&figure.below).into()),
        ];
        picture_ui(ui, cx, figure, &cx.with("overview-marks", &values));
        line(
            ui,
            RichText::new(&figure.below)
                .size(size::SMALL)
                .color(cx.tokens.muted),
            &figure.below,
        );
    });
}

/// What stands at the right end of a line, and what takes the rest of it.
fn ends_ui(ui: &mut Ui, right: impl FnOnce(&mut Ui), left: impl FnOnce(&mut Ui)) {
    let size = Vec2::new(ui.available_width(), 20.0);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), left);
    });
}

fn line(ui: &mut Ui, text: RichText, tip: &str) {
    let response = ui.add(Label::new(text).truncate());
    if !tip.is_empty() {
        response.on_hover_text(tip);
    }
}

fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, figure: &Figure, name: &str) {
    match &figure.picture {
        Picture::Marks(marks) => {
            let strip = Strip {
                name,
                band: None,
                marks: marks.clone(),
                height: 14.0,
            };
            strip_ui(ui, &strip).on_hover_text(name);
        }
        Picture::Parts(parts) => parts_ui(ui, cx, parts, name),
        Picture::Nothing => {
            ui.add_space(17.0);
        }
    }
}

/// One bar divided into parts: full, pale, or hollow.
fn parts_ui(ui: &mut Ui, cx: &Cx<'_>, parts: &[(usize, Color32, bool)], name: &str) {
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 14.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let bar = rect.shrink2(Vec2::new(0.0, 3.0));
    let total: usize = parts.iter().map(|(count, _, _)| count).sum();
    let mut before = 0;
    for (count, color, filled) in parts.iter().filter(|(count, _, _)| *count > 0) {
        let (from, to) = (at(bar, before, total), at(bar, before + count, total));
        let part = Rect::from_min_max(
            pos2(from, bar.top()),
            pos2((to - 1.0).max(from + 1.0), bar.bottom()),
        );
        let radius = CornerRadius::same(2);
        if *filled {
            ui.painter().rect_filled(part, radius, *color);
        } else {
            ui.painter()
                .rect_filled(part, radius, cx.tokens.pale(*color));
            ui.painter()
                .rect_stroke(part, radius, Stroke::new(1.0, *color), StrokeKind::Inside);
        }
        before += count;
    }
    response.on_hover_text(name);
}

#[expect(clippy::cast_possible_truncation, reason = "a share of a bar")]
fn at(bar: Rect, part: usize, total: usize) -> f32 {
    use crate::analysis::stats::count;
    let share = count(part) / count(total.max(1));
    bar.left() + bar.width() * share as f32
}

/// A figure that the dataset does not hold.
fn none(cx: &Cx<'_>, title: &str, tab: Tab) -> Figure {
    Figure {
        title: cx.with(title, &[("year", "–".into())]),
        tip: String::new(),
        value: cx.t("figure-none"),
        below: String::new(),
        tab,
        sources: Vec::new(),
        picture: Picture::Nothing,
    }
}

fn turnover(cx: &Cx<'_>, quantity: Option<&Quantity>) -> Figure {
    let key = "figure-turnover";
    let Some(quantity) = quantity else {
        return none(cx, key, Tab::Trade);
    };
    Figure {
        tip: cx.t("figure-turnover-tip"),
        ..recorded(cx, key, quantity)
    }
}

fn stock(cx: &Cx<'_>, quantity: Option<&Quantity>) -> Figure {
    let key = "figure-stock";
    let Some(quantity) = quantity else {
        return none(cx, key, Tab::Trade);
    };
    Figure {
        tip: cx.t("figure-stock-tip"),
        ..recorded(cx, key, quantity)
    }
}

/// A quantity with one mark a recorder, in the colours of the two sides.
fn recorded(cx: &Cx<'_>, key: &str, quantity: &Quantity) -> Figure {
    let one = |value: f64| match quantity.unit.split_once(' ') {
        Some((currency, "m")) => money_m(value, currency),
        _ => format!("{} {}", decimal(value, 1), quantity.unit),
    };
    let marks = quantity.marks.iter().map(|mark| StripMark {
        low: mark.value,
        high: mark.value,
        color: recorder_color(cx, &mark.recorder),
        filled: true,
    });
    let short = |value: f64| {
        // The range above says the unit.
        let text = one(value);
        text.trim_end_matches(char::is_alphabetic)
            .trim_start_matches('$')
            .to_owned()
    };
    let named = quantity.marks.iter().map(|mark| {
        format!(
            "{} {}",
            recorder_name(cx, &mark.recorder),
            short(mark.value)
        )
    });
    let year = quantity.year.to_string();
    Figure {
        title: cx.with(key, &[("year", (&year).into())]),
        tip: String::new(),
        value: quantity
            .range()
            .map(|(low, high)| short_range(&one(low), &one(high)))
            .unwrap_or_default(),
        below: named.collect::<Vec<_>>().join(" · "),
        tab: Tab::Trade,
        sources: quantity.sources().into_iter().collect(),
        picture: Picture::Marks(marks.collect()),
    }
}

/// A national recorder goes by its country, which is shorter and says more.
fn recorder_name(cx: &Cx<'_>, id: &str) -> String {
    let Some(recorder) = cx.catalog().recorder(id) else {
        return id.to_owned();
    };
    let national = matches!(
        recorder.kind,
        RecorderKind::National | RecorderKind::CentralBank
    );
    let country = recorder.country.as_deref().filter(|_| national);
    let country = country.and_then(|id| cx.catalog().country(id));
    let name = country.map_or(&recorder.name, |country| &country.name);
    cx.text(name).to_owned()
}

fn recorder_color(cx: &Cx<'_>, id: &str) -> Color32 {
    let country = cx
        .catalog()
        .recorder(id)
        .and_then(|recorder| recorder.country.as_deref());
    let [home, partner] = cx.tokens.recorders;
    match country {
        Some(id) if id == cx.catalog().home() => home,
        Some(id) if id == cx.catalog().partner() => partner,
        _ => cx.tokens.muted,
    }
}

fn list(cx: &Cx<'_>, overview: &Overview) -> Figure {
    let stated = overview.list.as_ref().and_then(|list| {
        let programme = cx.catalog().programme(&list.programme)?;
        Some((list, cx.text(&programme.name)))
    });
    let Some((list, name)) = stated else {
        return none(cx, "figure-list", Tab::Projects);
    };
    let money = money_words(cx, list);
    let latest = list.money.as_ref().or(list.count.as_ref());
    let date = latest
        .map(|latest| short_date(latest.date))
        .unwrap_or_default();
    let count = list.count.as_ref().and_then(|latest| ends(&latest.values));
    let count = count.map(|(low, high)| range(&decimal(low, 0), &decimal(high, 0)));
    let count = count.map(|count| cx.with("figure-list-count", &[("count", (&count).into())]));
    let marks = list
        .money
        .iter()
        .flat_map(|latest| &latest.values)
        .map(|(_, value)| StripMark {
            low: *value,
            high: *value,
            color: cx.tokens.muted,
            filled: true,
        });
    Figure {
        title: cx.t("figure-list"),
        tip: cx.with(
            "figure-list-tip",
            &[("name", name.into()), ("date", (&date).into())],
        ),
        value: count.unwrap_or_else(|| money.clone()),
        below: money,
        tab: Tab::Projects,
        sources: list.sources.iter().cloned().collect(),
        picture: Picture::Marks(marks.collect()),
    }
}

/// A range whose ends share their unit, written once: `$30.2–43.8bn`.
fn short_range(low: &str, high: &str) -> String {
    let unit = |text: &str| {
        text.trim_start_matches(|c: char| !c.is_alphabetic())
            .to_owned()
    };
    let sign = |text: &str| text.chars().next().filter(|c| !c.is_ascii_digit());
    let same = low != high && unit(low) == unit(high) && sign(low) == sign(high);
    let low = low
        .strip_suffix(unit(low).as_str())
        .filter(|_| same)
        .unwrap_or(low);
    let high = sign(high)
        .filter(|_| same)
        .map_or(high, |sign| high.trim_start_matches(sign));
    range(low, high)
}

fn money_words(cx: &Cx<'_>, list: &ListQuantity) -> String {
    let Some(latest) = &list.money else {
        return cx.t("not-stated");
    };
    let Some((low, high)) = ends(&latest.values) else {
        return cx.t("not-stated");
    };
    let money = |value| money_m(value, cx.currency());
    let states = cx
        .catalog()
        .programme(&list.programme)
        .map(|programme| &programme.states);
    let years = latest
        .values
        .iter()
        .filter_map(|(at, _)| Some(states?.get(*at)?.date.year()));
    let first = years.min().unwrap_or_else(|| latest.date.year());
    let values = [
        ("money", short_range(&money(low), &money(high))),
        ("years", year_range(first, latest.date.year())),
    ];
    let [money, years] = &values;
    cx.with(
        "figure-list-marks",
        &[(money.0, (&money.1).into()), (years.0, (&years.1).into())],
    )
}

fn ends(values: &[(usize, f64)]) -> Option<(f64, f64)> {
    let low = values.iter().map(|(_, value)| *value).reduce(f64::min)?;
    let high = values.iter().map(|(_, value)| *value).reduce(f64::max)?;
    Some((low, high))
}

fn stages(cx: &Cx<'_>, stages: StageCounts) -> Figure {
    let values = [
        ("under_way", stages.under_way.into()),
        ("planned", stages.planned.into()),
    ];
    let more = [
        ("stopped", stages.stopped.into()),
        ("unknown", stages.unknown.into()),
    ];
    let tip = [
        cx.t("figure-stages-tip"),
        cx.with("figure-stages-more", &more),
    ];
    let accent = cx.tokens.accent;
    let parts = vec![
        (stages.done, accent, true),
        (stages.under_way, accent.gamma_multiply(0.6), true),
        (stages.planned, accent, false),
        (stages.stopped + stages.unknown, cx.tokens.border, true),
    ];
    Figure {
        title: cx.t("figure-stages"),
        tip: tip.join("\n"),
        value: cx.with(
            "figure-stages-value",
            &[
                ("done", stages.done.into()),
                ("total", stages.total().into()),
            ],
        ),
        below: cx.with("figure-stages-marks", &values),
        tab: Tab::Projects,
        sources: Vec::new(),
        picture: Picture::Parts(parts),
    }
}
