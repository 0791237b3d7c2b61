//! Any view of the embedded dataset. Every struct is built field by field, so that a new one must be thought of here.

use super::DATASET;
use belt_explorer::{
    analysis::{
        map::{GeoBox, MapFrame},
        prices::Prices,
        projects::{
            AmountFilter, BreakdownBy, Choice, Column, FACETS, Filter, InvestmentOptions,
            InvestmentUnit, MoneyStage, OutcomesBy, SortKey, StackBy, YearBasis,
        },
        sources::{Area, SourceColumn, SourceFilter, SourceSort},
        trade::{
            InvestmentRole, Show, TradeChoice,
            chart::{Display, GapBase},
            mirror::Margin,
            ranking::Traded,
        },
        transit::{
            Cargo, Ends, Holding, Question, Years,
            rows::{RowOrder, RowSort},
        },
    },
    app::{
        Tab, View,
        view::{
            ComparedAxes, OverviewRecord, OverviewView, ProjectsPicture, ProjectsView, SourcesView,
            TableView, TradeView, TransitPicture, TransitView,
        },
    },
    dataset::schema::{Mode, RouteScope, SourceKind},
};
use proptest::{
    collection::btree_set,
    option,
    prelude::*,
    sample::{select, subsequence},
};
use std::{collections::BTreeSet, fmt::Debug};

/// Any view whose ids the embedded dataset has.
pub fn view() -> impl Strategy<Value = View> {
    (tab(), overview(), projects(), trade(), transit(), sources()).prop_map(
        |(tab, overview, projects, trade, transit, sources)| View {
            tab,
            overview,
            projects,
            trade,
            transit,
            sources,
        },
    )
}

fn tab() -> impl Strategy<Value = Tab> {
    select(vec![
        Tab::Overview,
        Tab::Projects,
        Tab::Trade,
        Tab::Transit,
        Tab::Sources,
    ])
}

/// Texts that a search field can hold, and worse.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[a-z ,:\"\\\\'-]{0,12}",
        "[а-я中国\n\t\r ]{0,6}",
        ".{0,8}",
    ]
}

fn years() -> impl Strategy<Value = (i32, i32)> {
    (1900..2100_i32, 0..40_i32).prop_map(|(from, more)| (from, from + more))
}

fn some<T: Ord + Clone + Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = BTreeSet<T>> {
    let most = all.len().min(4);
    subsequence(all, 0..=most).prop_map(|chosen| chosen.into_iter().collect())
}

fn ids<'a>(all: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    all.into_iter().cloned().collect()
}

fn overview() -> impl Strategy<Value = OverviewView> {
    let data = DATASET.catalog.data();
    let claims = ids(data.claims.iter().map(|claim| &claim.id));
    let events = ids(data.events.iter().map(|event| &event.id));
    let states: Vec<OverviewRecord> = data
        .programmes
        .iter()
        .flat_map(|list| {
            let at = 0..list.states.len();
            at.map(|at| OverviewRecord::ListState(list.id.clone(), at))
        })
        .collect();
    let record = prop_oneof![
        select(claims).prop_map(OverviewRecord::Claim),
        select(events).prop_map(OverviewRecord::Event),
        select(states),
    ];
    (any::<bool>(), option::of(record)).prop_map(|(all_statements, selected)| OverviewView {
        all_statements,
        selected,
    })
}

/// Values of one facet, none of them on both sides.
fn choice(all: Vec<String>) -> impl Strategy<Value = Choice> {
    let most = all.len().min(4);
    (subsequence(all, 0..=most), 0..=most).prop_map(|(mut chosen, at)| {
        let exclude = chosen.split_off(at.min(chosen.len()));
        Choice {
            include: chosen.into_iter().collect(),
            exclude: exclude.into_iter().collect(),
        }
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    let columns = FACETS.iter().zip(&DATASET.projects.facets);
    let facets: Vec<_> = columns
        .map(|(facet, column)| {
            let all = ids(column.values.iter().map(|value| &value.id));
            (Just(facet.id.to_owned()), option::of(choice(all)))
        })
        .collect();
    let basis = select(YearBasis::ALL.to_vec());
    let years = option::of((basis, years()).prop_map(|(basis, (from, to))| (basis, from, to)));
    let side = option::of(prop_oneof![0.0..1e6_f64, Just(0.0), Just(500.0)]);
    let range = (side.clone(), side, any::<bool>()).prop_map(|(one, other, or_not_stated)| {
        let swapped = one.zip(other).is_some_and(|(one, other)| one > other);
        let (from_m, to_m) = if swapped { (other, one) } else { (one, other) };
        AmountFilter::Range {
            from_m,
            to_m,
            or_not_stated,
        }
    });
    let amount = option::of(prop_oneof![Just(AmountFilter::NotStated), range]);
    (text(), facets, years, amount, option::of(area())).prop_map(
        |(text, facets, years, amount, area)| {
            let chosen = facets
                .into_iter()
                .filter_map(|(id, choice)| Some((id, choice?)));
            Filter {
                text,
                facets: chosen.filter(|(_, choice)| !choice.is_empty()).collect(),
                years,
                amount,
                area,
            }
        },
    )
}

fn area() -> impl Strategy<Value = GeoBox> {
    let lat = || -90.0..=90.0_f64;
    let lon = || prop_oneof![-180.0..=180.0_f64, Just(180.0), Just(-0.5)];
    (lat(), lat(), lon(), lon()).prop_map(|(a, b, west, east)| GeoBox {
        south: a.min(b),
        north: a.max(b),
        west,
        east,
    })
}

fn map_frame() -> impl Strategy<Value = MapFrame> {
    (-90.0..=90.0_f64, -180.0..=180.0_f64, MapFrame::ZOOMS).prop_map(|(lat, lon, zoom)| MapFrame {
        lat,
        lon,
        zoom,
    })
}

fn prices() -> impl Strategy<Value = Prices> {
    prop_oneof![
        Just(Prices::Nominal),
        (1900..2100_i32).prop_map(Prices::Constant),
    ]
}

fn projects() -> impl Strategy<Value = ProjectsView> {
    let chart = (
        select(InvestmentUnit::ALL.to_vec()),
        select(StackBy::ALL.to_vec()),
        select(YearBasis::ALL.to_vec()),
        select(MoneyStage::ALL.to_vec()),
        prices(),
    )
        .prop_map(|(unit, stack, basis, stage, prices)| InvestmentOptions {
            unit,
            stack,
            basis,
            stage,
            prices,
        });
    let order = subsequence(Column::ALL.to_vec(), 1..4).prop_shuffle();
    let order = (order, any::<u8>()).prop_map(|(columns, directions)| {
        let keys = columns.into_iter().enumerate();
        let key = |(at, column)| SortKey {
            column,
            descending: directions >> at & 1 == 1,
        };
        keys.map(key).collect::<Vec<_>>()
    });
    let shown = subsequence(Column::ALL.to_vec(), 0..6).prop_shuffle();
    let facets: Vec<String> = FACETS.iter().map(|facet| facet.id.to_owned()).collect();
    let group = option::of(select(facets));
    let selected = ids(DATASET.catalog.data().projects.iter().map(|one| &one.id));
    let table = (order, shown, 0..=Column::ALL.len(), group);
    let picture = select(ProjectsPicture::ALL.to_vec());
    let by = select(BreakdownBy::ALL.to_vec());
    let rows = select(OutcomesBy::ALL.to_vec());
    let pictures = (picture, chart, by, rows, option::of(map_frame()));
    let axes = select(vec![ComparedAxes::Shared, ComparedAxes::Own]);
    let filters = (filter(), option::of(filter()), axes);
    (filters, pictures, table, option::of(select(selected))).prop_map(
        |(
            (filter, against, axes),
            (picture, chart, breakdown, outcomes, map_frame),
            (order, columns, frozen, group),
            selected,
        )| {
            ProjectsView {
                filter,
                against,
                axes,
                picture,
                chart,
                breakdown,
                outcomes,
                map_frame,
                sort: order[0],
                table: TableView {
                    then: order[1..].to_vec(),
                    columns,
                    frozen,
                    group,
                },
                selected,
            }
        },
    )
}

fn margin() -> impl Strategy<Value = Margin> {
    let own = (0.0..=1.0, 0.0..=1.0, 0.0..=1.0).prop_map(|(a, b, c): (f64, f64, f64)| {
        let mut ends = [a, b, c];
        ends.sort_by(f64::total_cmp);
        Margin::new(ends[0], ends[1], ends[2]).expect("in order")
    });
    prop_oneof![Just(Margin::WORLD), Just(Margin::LANDLOCKED_NEIGHBOUR), own]
}

fn trade() -> impl Strategy<Value = TradeView> {
    let data = DATASET.catalog.data();
    let recorders = ids(data.recorders.iter().map(|one| &one.id));
    let countries = ids(data.countries.iter().map(|one| &one.id));
    let products = ids(data.products.iter().map(|one| &one.id));
    let display = prop_oneof![
        Just(Display::Level),
        Just(Display::Growth),
        (1900..2100_i32).prop_map(Display::Index),
    ];
    let words = (
        select(Show::ALL.to_vec()),
        display,
        select(vec![
            GapBase::Amount,
            GapBase::Exporter,
            GapBase::Importer,
            GapBase::Mean,
        ]),
        select(vec![Traded::Exports, Traded::Imports, Traded::Turnover]),
        select(InvestmentRole::ALL.to_vec()),
    );
    let chosen = (
        option::of(select(products)),
        some(recorders.clone()),
        some(countries),
        option::of(select(recorders)),
    );
    let numbers = (
        option::of(years()),
        prices(),
        margin(),
        option::of(1900..2100_i32),
        option::of(1900..2100_i32),
    );
    (words, chosen, numbers).prop_map(
        |(
            (show, display, gap_base, traded, investment),
            (product, toggled, partners, product_recorder),
            (years, prices, margin, ranking_year, selected_year),
        )| TradeView {
            choice: TradeChoice {
                show,
                display,
                gap_base,
                traded,
                investment,
                product,
                toggled,
                years,
                prices,
                margin,
                partners,
                ranking_year,
                product_recorder,
            },
            selected_year,
        },
    )
}

fn cargo() -> impl Strategy<Value = Cargo> {
    let holding = prop_oneof![
        (Holding::YEARLY, Holding::DAILY).prop_map(|(r_per_year, d_per_day)| {
            Holding::Accounting {
                r_per_year,
                d_per_day,
            }
        }),
        Holding::DAILY.prop_map(|h_per_day| Holding::Market { h_per_day }),
    ];
    let numbers = (
        Cargo::VALUES_USD,
        Cargo::TONNES,
        Cargo::FEU,
        option::of(Cargo::VOLUMES_M3),
        holding,
        option::of(Cargo::RELIABILITY_RATIOS),
        option::of(Cargo::CARBON_USD_PER_TONNE),
    );
    let own = numbers.prop_map(
        |(value_usd, tonnes, feu, volume_m3, holding, reliability_ratio, carbon_usd_per_tonne)| {
            Cargo {
                value_usd,
                tonnes,
                feu,
                volume_m3,
                holding,
                reliability_ratio,
                carbon_usd_per_tonne,
            }
        },
    );
    prop_oneof![Just(Cargo::default()), own]
}

fn question() -> impl Strategy<Value = Option<Question>> {
    let own = Question::for_catalog(&DATASET.catalog);
    let nodes = ids(DATASET
        .catalog
        .data()
        .transit
        .nodes
        .iter()
        .map(|one| &one.id));
    let near =
        (select(nodes.clone()), select(nodes)).prop_map(|(origin, destination)| Ends::Near {
            origin,
            destination,
        });
    let ends = prop_oneof![Just(own.ends.clone()), Just(Ends::Any), near];
    let scopes = vec![
        RouteScope::Section,
        RouteScope::TerminalToTerminal,
        RouteScope::DoorToDoor,
        RouteScope::OtherPair,
        RouteScope::Unstated,
    ];
    let years = prop_oneof![
        Just(own.years),
        option::of(years().prop_map(|(from, to)| Years { from, to })),
    ];
    let parts = (
        years,
        prop_oneof![Just(own.scopes.clone()), some(scopes)],
        any::<bool>(),
        some(Mode::ALL.to_vec()),
        ends,
        cargo(),
    );
    let asked = parts.prop_map(
        |(years, scopes, with_forecasts, modes, ends, cargo)| Question {
            years,
            scopes,
            with_forecasts,
            modes,
            ends,
            cargo,
        },
    );
    // The dataset's own question is stored as none.
    option::of(asked).prop_map(move |asked| asked.filter(|asked| *asked != own))
}

fn transit() -> impl Strategy<Value = TransitView> {
    let orders = vec![
        RowOrder::Name,
        RowOrder::Days,
        RowOrder::Cost,
        RowOrder::Generalised,
        RowOrder::Emissions,
        RowOrder::Figures,
        RowOrder::Years,
        RowOrder::Standing,
    ];
    let sort = (select(orders), any::<bool>())
        .prop_map(|(order, descending)| RowSort { order, descending });
    let routes = ids(DATASET
        .catalog
        .data()
        .transit
        .routes
        .iter()
        .map(|one| &one.id));
    let picture = select(TransitPicture::ALL.to_vec());
    (question(), picture, sort, option::of(select(routes))).prop_map(
        |(question, picture, sort, selected)| TransitView {
            question,
            picture,
            sort,
            selected,
        },
    )
}

fn sources() -> impl Strategy<Value = SourcesView> {
    let all = &DATASET.catalog.data().sources;
    let publishers: BTreeSet<String> = all.iter().filter_map(|one| one.publisher.clone()).collect();
    let publishers: Vec<String> = publishers.into_iter().collect();
    let filter = (
        text(),
        some(SourceKind::ALL.to_vec()),
        btree_set(select(publishers), 0..4),
        some(Area::ALL.to_vec()),
        option::of(years()),
    )
        .prop_map(|(text, kinds, publishers, areas, years)| SourceFilter {
            text,
            kinds,
            publishers,
            areas,
            years,
        });
    let columns = vec![
        SourceColumn::Title,
        SourceColumn::Publisher,
        SourceColumn::Date,
        SourceColumn::Kind,
        SourceColumn::Figures,
        SourceColumn::Records,
        SourceColumn::Conflicts,
    ];
    let sort = (select(columns), any::<bool>())
        .prop_map(|(column, descending)| SourceSort { column, descending });
    let selected = ids(all.iter().map(|one| &one.id));
    (filter, sort, option::of(select(selected))).prop_map(|(filter, sort, selected)| SourcesView {
        filter,
        sort,
        selected,
    })
}
