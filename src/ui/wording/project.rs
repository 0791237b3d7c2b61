//! Words for projects: stages of money, quantities, roles, filters as sentences.

use crate::{
    analysis::{
        map::GeoBox,
        projects::{
            AmountFilter, Choice, FACETS, Facet, Filter, FilterPart, Label, MoneyStage, YearBasis,
        },
    },
    dataset::schema::{Figure, FigureKind, MilestoneKind, Precision, Qualifier, Quantity, Role},
    i18n::{decimal, money_m_exact, range, year_range},
    ui::Cx,
};

/// Message key of a stage of money.
#[must_use]
pub fn stage(stage: MoneyStage) -> &'static str {
    match stage {
        MoneyStage::Latest => "stage-latest",
        MoneyStage::Announced => "stage-announced",
        MoneyStage::Contracted => "stage-contracted",
        MoneyStage::Financed => "stage-financed",
        MoneyStage::Paid => "stage-paid",
        MoneyStage::Unstated => "stage-unstated",
    }
}

/// Message key of a kind of figure.
#[must_use]
pub fn figure_kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Announced => "kind-announced",
        FigureKind::Agreed => "kind-agreed",
        FigureKind::Contracted => "kind-contracted",
        FigureKind::Financed => "kind-financed",
        FigureKind::Paid => "kind-paid",
        FigureKind::Measured => "kind-measured",
        FigureKind::Estimated => "kind-estimated",
        FigureKind::Unstated => "kind-unstated",
    }
}

/// Message key of a quantity.
#[must_use]
pub fn quantity(what: Quantity) -> &'static str {
    match what {
        Quantity::Cost => "quantity-cost",
        Quantity::PartnerInvestment => "quantity-partner-investment",
        Quantity::Loan => "quantity-loan",
        Quantity::Contract => "quantity-contract",
        Quantity::Acquisition => "quantity-acquisition",
        Quantity::Grant => "quantity-grant",
        Quantity::PartnerStake => "quantity-partner-stake",
        Quantity::Capacity => "quantity-capacity",
        Quantity::Output => "quantity-output",
        Quantity::Length => "quantity-length",
        Quantity::JobsConstruction => "quantity-jobs-construction",
        Quantity::JobsPermanent => "quantity-jobs-permanent",
        Quantity::Progress => "quantity-progress",
        Quantity::Other => "quantity-other",
    }
}

/// Message key of a party's role.
#[must_use]
pub fn role(role: Role) -> &'static str {
    match role {
        Role::PartnerSide => "role-partner-side",
        Role::HostSide => "role-host-side",
        Role::Investor => "role-investor",
        Role::Contractor => "role-contractor",
        Role::Lender => "role-lender",
        Role::Operator => "role-operator",
        Role::Seller => "role-seller",
        Role::Other => "role-other",
    }
}

/// Message key of a milestone.
#[must_use]
pub fn milestone(kind: MilestoneKind) -> &'static str {
    match kind {
        MilestoneKind::Announced => "milestone-announced",
        MilestoneKind::Started => "milestone-started",
        MilestoneKind::Completed => "milestone-completed",
    }
}

/// Message key of how exact a place is.
#[must_use]
pub fn precision(precision: Precision) -> &'static str {
    match precision {
        Precision::Site => "precision-site",
        Precision::Town => "precision-town",
        Precision::Region => "precision-region",
        Precision::Country => "precision-country",
    }
}

/// Message key of the year a chart goes by.
#[must_use]
pub fn year_basis(basis: YearBasis) -> &'static str {
    match basis {
        YearBasis::Announced => "basis-announced",
        YearBasis::Started => "basis-started",
        YearBasis::Completed => "basis-completed",
    }
}

/// A unit as people read it.
#[must_use]
pub fn unit_words(unit: &str) -> String {
    unit.replace("m3", "m³")
        .replace("m2", "m²")
        .replace("CO2", "CO₂")
}

/// A figure's value with its unit and qualifying words: "more than $27bn", "1.25 Mt/yr".
#[must_use]
pub fn figure_value(cx: &Cx<'_>, figure: &Figure) -> String {
    let money = figure
        .what
        .is_money()
        .then(|| figure.unit.strip_suffix(" m"))
        .flatten();
    let one = |value: f64| match money {
        Some(currency) => money_m_exact(value, currency),
        None if figure.unit == "%" => format!("{} %", decimal(value, 2)),
        None => format!("{} {}", decimal(value, 3), unit_words(&figure.unit)),
    };
    let value = match (figure.value, figure.low, figure.high) {
        (Some(value), _, _) => one(value),
        (None, Some(low), Some(high)) => range(&one(low), &one(high)),
        (None, Some(low), None) => cx.with("at-least", &[("value", (&one(low)).into())]),
        (None, None, Some(high)) => cx.with("at-most", &[("value", (&one(high)).into())]),
        (None, None, None) => cx.t("not-stated"),
    };
    let key = match figure.qualifier {
        None => return value,
        Some(Qualifier::About) => "qualifier-about",
        Some(Qualifier::Nearly) => "qualifier-nearly",
        Some(Qualifier::MoreThan) => "qualifier-more-than",
        Some(Qualifier::UpTo) => "qualifier-up-to",
    };
    cx.with(key, &[("value", (&value).into())])
}

/// The name of a facet.
#[must_use]
pub fn facet_name(cx: &Cx<'_>, facet: &Facet) -> String {
    let countries = [("home", cx.home().into()), ("partner", cx.partner().into())];
    cx.with(facet.name, &countries)
}

/// The name of a facet value.
#[must_use]
pub fn label(cx: &Cx<'_>, label: &Label) -> String {
    let text = |text| cx.catalog().text(text, cx.state.words.tag()).to_owned();
    match label {
        Label::Dataset(name) => text(name),
        Label::Message(key) => cx.t(key),
        Label::MessageWith(key, name) => cx.with(key, &[("name", (&text(name)).into())]),
    }
}

/// A filter as a sentence, for the status line and every export.
#[must_use]
pub fn filter_sentence(cx: &Cx<'_>, filter: &Filter) -> String {
    let parts: Vec<String> = filter
        .parts()
        .iter()
        .map(|part| filter_part(cx, filter, part))
        .collect();
    if parts.is_empty() {
        cx.t("filter-none")
    } else {
        parts.join(&cx.t("filter-and"))
    }
}

/// One part of a filter in words: the text of its chip.
#[must_use]
pub fn filter_part(cx: &Cx<'_>, filter: &Filter, part: &FilterPart) -> String {
    match part {
        FilterPart::Text => cx.with("filter-text", &[("text", filter.text.trim().into())]),
        FilterPart::Years => filter.years.map_or(String::new(), |(basis, from, to)| {
            let basis = cx.t(year_basis(basis));
            cx.with(
                "filter-years",
                &[
                    ("basis", (&basis).into()),
                    ("years", (&year_range(from, to)).into()),
                ],
            )
        }),
        FilterPart::Amount => filter
            .amount
            .map_or_else(String::new, |amount| amount_words(cx, amount)),
        FilterPart::Area => filter
            .area
            .map_or_else(String::new, |area| area_words(cx, area)),
        FilterPart::Facet(id) => filter
            .facets
            .get(id)
            .map_or(String::new(), |choice| facet_words(cx, id, choice)),
    }
}

/// Which amounts pass, in words.
#[must_use]
pub fn amount_words(cx: &Cx<'_>, amount: AmountFilter) -> String {
    let (from_m, to_m, or_not_stated) = match amount {
        AmountFilter::NotStated => return cx.t("amount-not-stated"),
        AmountFilter::Range {
            from_m,
            to_m,
            or_not_stated,
        } => (from_m, to_m, or_not_stated),
    };
    let money = |money_m: Option<f64>| {
        money_m.map_or_else(String::new, |money_m| money_m_exact(money_m, cx.currency()))
    };
    let (from, to) = (money(from_m), money(to_m));
    let key = match (from_m, to_m) {
        (Some(_), Some(_)) => "amount-between",
        (Some(_), None) => "amount-from",
        (None, Some(_)) => "amount-to",
        (None, None) => "amount-any",
    };
    let words = cx.with(key, &[("from", (&from).into()), ("to", (&to).into())]);
    if or_not_stated {
        cx.with("amount-or-not-stated", &[("amounts", (&words).into())])
    } else {
        words
    }
}

/// An area of the map in words.
#[must_use]
pub fn area_words(cx: &Cx<'_>, area: GeoBox) -> String {
    let parallel = |lat: f64| degrees(cx, lat, "degrees-north", "degrees-south");
    let meridian = |lon: f64| degrees(cx, lon, "degrees-east", "degrees-west");
    let [south, north] = [area.south, area.north].map(parallel);
    let [west, east] = [area.west, area.east].map(meridian);
    let values = [
        ("south", (&south).into()),
        ("north", (&north).into()),
        ("west", (&west).into()),
        ("east", (&east).into()),
    ];
    cx.with("filter-area", &values)
}

fn degrees(cx: &Cx<'_>, value: f64, above: &'static str, below: &'static str) -> String {
    let key = if value < 0.0 { below } else { above };
    let number = decimal(value.abs(), 2);
    cx.with(key, &[("degrees", (&number).into())])
}

fn facet_words(cx: &Cx<'_>, id: &str, choice: &Choice) -> String {
    let Some((position, facet)) = FACETS.iter().enumerate().find(|(_, facet)| facet.id == id)
    else {
        return String::new();
    };
    let column = cx.state.dataset.projects.facets.get(position);
    let names = |ids: &std::collections::BTreeSet<String>| {
        let values = ids.iter().map(|value| {
            let known =
                column.and_then(|column| column.values.iter().find(|known| known.id == *value));
            known.map_or_else(|| value.clone(), |known| label(cx, &known.label))
        });
        values.collect::<Vec<_>>().join(&cx.t("filter-or"))
    };
    let name = facet_name(cx, facet);
    let mut sentences = Vec::new();
    if !choice.include.is_empty() {
        sentences.push(cx.with(
            "filter-is",
            &[
                ("facet", (&name).into()),
                ("values", (&names(&choice.include)).into()),
            ],
        ));
    }
    if !choice.exclude.is_empty() {
        sentences.push(cx.with(
            "filter-is-not",
            &[
                ("facet", (&name).into()),
                ("values", (&names(&choice.exclude)).into()),
            ],
        ));
    }
    sentences.join(&cx.t("filter-and"))
}
