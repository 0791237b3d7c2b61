//! The four figures that matter, in words, with the marks of their pictures. Not here: the cards.

use crate::dataset::schema::Id;
use crate::{
    analysis::overview::{ListQuantity, Overview, Quantity, StageCounts},
    app::Tab,
    dataset::schema::RecorderKind,
    i18n::{decimal, money_m, range, short_date, year_range},
    ui::{
        Cx,
        charts::{LegendEntry, StripMark},
    },
};
use eframe::egui::Color32;

/// One of the figures.
pub(super) struct KeyFigure {
    /// What it is, with the year.
    pub(super) title: String,
    /// What it is in full.
    pub(super) tip: String,
    /// The number, or its range over sources.
    pub(super) value: String,
    /// What is behind it, in a line.
    pub(super) below: String,
    /// The tab that explains it.
    pub(super) tab: Tab,
    /// Ids of its sources.
    pub(super) sources: Vec<Id>,
    /// Its picture.
    pub(super) picture: Picture,
    /// The marks of the picture by name; empty if `below` says what they are.
    pub(super) named: Vec<LegendEntry>,
}

/// The picture of a figure.
pub(super) enum Picture {
    /// Numbers on one line.
    Marks(Vec<StripMark>),
    /// Parts of a bar: how many, their colour, and whether full.
    Parts(Vec<(usize, Color32, bool)>),
    /// The dataset has no number.
    Nothing,
}

/// All of them, in order.
pub(super) fn key_figures(cx: &Cx<'_>, overview: &Overview) -> [KeyFigure; 4] {
    [
        turnover(cx, overview.turnover.as_ref()),
        stock(cx, overview.stock.as_ref()),
        list(cx, overview),
        stages(cx, overview.stages),
    ]
}

/// A figure that the dataset does not hold.
fn none(cx: &Cx<'_>, title: &str, tab: Tab) -> KeyFigure {
    KeyFigure {
        title: cx.with(title, &[("year", "–".into())]),
        tip: String::new(),
        value: cx.t("figure-none"),
        below: String::new(),
        tab,
        sources: Vec::new(),
        picture: Picture::Nothing,
        named: Vec::new(),
    }
}

fn turnover(cx: &Cx<'_>, quantity: Option<&Quantity>) -> KeyFigure {
    let key = "figure-turnover";
    let Some(quantity) = quantity else {
        return none(cx, key, Tab::Trade);
    };
    KeyFigure {
        tip: cx.t("figure-turnover-tip"),
        ..recorded(cx, key, quantity)
    }
}

fn stock(cx: &Cx<'_>, quantity: Option<&Quantity>) -> KeyFigure {
    let key = "figure-stock";
    let Some(quantity) = quantity else {
        return none(cx, key, Tab::Trade);
    };
    KeyFigure {
        tip: stock_tip(cx),
        ..recorded(cx, key, quantity)
    }
}

fn stock_tip(cx: &Cx<'_>) -> String {
    let home = cx.catalog().country(cx.catalog().home());
    let home = home.map_or("", |country| cx.text(&country.name));
    let values = [("home", home.into()), ("partner", cx.partner().into())];
    cx.with("figure-stock-tip", &values)
}

/// A quantity with one mark a recorder, in the colours of the two sides.
fn recorded(cx: &Cx<'_>, key: &str, quantity: &Quantity) -> KeyFigure {
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
    let named_marks = quantity.marks.iter().map(|mark| LegendEntry {
        label: format!("{} {}", recorder_name(cx, &mark.recorder), one(mark.value)),
        color: recorder_color(cx, &mark.recorder),
        pale: false,
    });
    let year = quantity.year.to_string();
    KeyFigure {
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
        named: named_marks.collect(),
    }
}

/// A national recorder goes by its country, which is shorter and says more.
pub(super) fn recorder_name(cx: &Cx<'_>, id: &str) -> String {
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

fn list(cx: &Cx<'_>, overview: &Overview) -> KeyFigure {
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
    KeyFigure {
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
        named: Vec::new(),
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

fn stages(cx: &Cx<'_>, stages: StageCounts) -> KeyFigure {
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
    let entry = |key: &str, count: usize, color, pale| LegendEntry {
        label: cx.with(key, &[("count", count.into())]),
        color,
        pale,
    };
    let other = stages.stopped + stages.unknown;
    let named = vec![
        entry("figure-stages-done", stages.done, accent, false),
        entry(
            "figure-stages-under-way",
            stages.under_way,
            accent.gamma_multiply(0.6),
            false,
        ),
        entry("figure-stages-planned", stages.planned, accent, true),
        entry("figure-stages-other", other, cx.tokens.border, false),
    ];
    let parts = vec![
        (stages.done, accent, true),
        (stages.under_way, accent.gamma_multiply(0.6), true),
        (stages.planned, accent, false),
        (other, cx.tokens.border, true),
    ];
    KeyFigure {
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
        named,
    }
}
