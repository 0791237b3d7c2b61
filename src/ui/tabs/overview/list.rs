//! The official list over time, as it was stated: size and money, one point a statement.

use crate::{
    analysis::{coverage::Coverage, overview::ListQuantity, programme::StatePoint},
    app::{
        Action, Tab,
        action::{OverviewAction, ProjectsAction},
        view::OverviewRecord,
    },
    dataset::schema::{Programme, Scope},
    i18n::{axis_money, decimal, money_m, short_date},
    ui::{
        Cx,
        charts::{DatedPoint, DatedPoints, dated_points_ui},
        theme::{size, strong},
        widgets::{card_title, export_button, figure_card, muted, quiet_button},
    },
};
use eframe::egui::{Align, Checkbox, Label, Layout, RichText, Role, Ui, Vec2, WidgetInfo};

/// Height of everything in the card but the two plots.
const EXTRAS: f32 = 150.0;

/// The card.
pub(super) fn list_ui(ui: &mut Ui, cx: &Cx<'_>, height: f32) {
    figure_card(ui, "list", |ui| {
        ui.set_min_height(height - 26.0);
        let Some((list, programme)) = stated(cx) else {
            muted(ui, &cx.t("list-none"));
            return;
        };
        head_ui(ui, cx, programme);
        coverage_ui(ui, cx);
        let shown = shown(cx, list);
        if shown.is_empty() {
            muted(ui, &cx.t("list-none"));
            return;
        }
        let plots = (height - EXTRAS).max(120.0);
        plots_ui(ui, cx, programme, &shown, plots);
    });
}

/// What is stated about the list, and the list.
pub(super) fn stated<'a>(cx: &Cx<'a>) -> Option<(&'a ListQuantity, &'a Programme)> {
    let overview = cx.state.derived.overview.overview.get()?;
    let list = overview.list.as_ref()?;
    let programme = cx.catalog().programme(&list.programme)?;
    Some((list, programme))
}

/// The statements that are drawn: those about the list itself, or all.
pub(super) fn shown(cx: &Cx<'_>, list: &ListQuantity) -> Vec<StatePoint> {
    let all = cx.state.view.overview.all_statements;
    let points = list.points.iter();
    let shown = points.filter(|point| all || point.scope == Scope::List);
    shown.copied().collect()
}

/// Both plots, one below the other; `height` is that of the two together.
pub(super) fn plots_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    programme: &Programme,
    shown: &[StatePoint],
    height: f32,
) {
    let dates = shown.iter().map(|point| point.date.as_year_fraction());
    let from = dates.clone().fold(f64::INFINITY, f64::min).floor();
    let until = dates.fold(f64::NEG_INFINITY, f64::max).ceil();
    let plot = height / 2.0;
    let count = Panel {
        title: cx.t("list-count"),
        scale: 1.0,
        with_years: false,
        of: |point| point.count,
    };
    let money = Panel {
        title: cx.with("list-money", &[("currency", cx.currency().into())]),
        scale: 0.001,
        with_years: true,
        of: |point| point.money_m,
    };
    let years = (from - 0.3, until + 0.1);
    for (panel, height) in [(count, plot - 9.0), (money, plot + 9.0)] {
        panel.ui(ui, cx, programme, shown, years, height - GAP);
        // The lowest tick of one plot must not touch the title of the next.
        ui.add_space(GAP);
    }
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, programme: &Programme) {
    ui.horizontal(|ui| {
        card_title(ui, &cx.t("list-title"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mut all = cx.state.view.overview.all_statements;
            let words = cx.t("list-all");
            let text = RichText::new(&words)
                .size(size::SMALL)
                .color(cx.tokens.muted);
            let response = ui.add(Checkbox::new(&mut all, text));
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, all, &words));
            if response.changed() {
                cx.push(Action::Overview(OverviewAction::AllStatements(all)));
            }
        });
    });
    let name = cx.text(&programme.name);
    let values = [
        ("name", name.into()),
        ("count", programme.states.len().into()),
    ];
    let text = RichText::new(cx.with("list-sub", &values))
        .size(size::SMALL)
        .color(cx.tokens.muted);
    ui.spacing_mut().interact_size.y = 18.0;
    let line = Vec2::new(ui.available_width(), 18.0);
    ui.allocate_ui_with_layout(line, Layout::right_to_left(Align::Center), |ui| {
        export_button(ui, cx, "list", &cx.t("list-title"));
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(text).truncate())
                .on_hover_text(cx.text(&programme.description));
        });
    });
}

/// How much of what is stated the dataset can name; a click lists the projects.
fn coverage_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let coverage = cx.state.derived.overview.coverage.get();
    let Some(coverage) = coverage.and_then(|coverage| coverage.as_ref().as_ref()) else {
        return;
    };
    let (words, full) = coverage_words(cx, coverage);
    if quiet_button(ui, &words, &words)
        .on_hover_text(full)
        .clicked()
    {
        cx.push(Action::ShowTab(Tab::Projects));
        let (facet, value) = ("programme", coverage.programme.clone());
        let facets = vec![(facet, vec![value])];
        cx.push(Action::Projects(ProjectsAction::Narrow {
            facets,
            years: None,
        }));
    }
}

/// In short, and with what lies behind it.
fn coverage_words(cx: &Cx<'_>, coverage: &Coverage) -> (String, String) {
    let stated = |point: Option<StatePoint>, number: fn(&StatePoint) -> Option<f64>| {
        let point = point?;
        Some((number(&point)?, point.date.year()))
    };
    let count = stated(coverage.count, |point| point.count);
    let money = stated(coverage.money, |point| point.money_m);
    let not = || cx.t("not-stated");
    let own = money_m(coverage.members.money_m, cx.currency());
    let count_words = count.map_or_else(not, |(count, _)| decimal(count, 0));
    let money_words = money.map_or_else(not, |(sum, _)| money_m(sum, cx.currency()));
    let year = |stated: Option<(f64, i32)>| stated.map_or_else(not, |(_, year)| year.to_string());
    let (count_year, money_year) = (year(count), year(money));
    let stages = coverage.stages;
    let values = [
        ("known", coverage.members.count.into()),
        ("count", (&count_words).into()),
        ("count_year", (&count_year).into()),
        ("own", (&own).into()),
        ("n", coverage.members.with_money.into()),
        ("money", (&money_words).into()),
        ("money_year", (&money_year).into()),
        ("done", stages.done.into()),
        ("under_way", stages.under_way.into()),
        ("planned", stages.planned.into()),
        ("stopped", stages.stopped.into()),
        ("unknown", stages.unknown.into()),
        ("doubtful", coverage.doubtful.into()),
    ];
    (
        cx.with("list-coverage", &values),
        cx.with("list-coverage-full", &values),
    )
}

/// Room between the two plots.
const GAP: f32 = 8.0;

/// One of the two plots.
struct Panel {
    title: String,
    /// From the stated number to the unit of the axis.
    scale: f64,
    with_years: bool,
    of: fn(&StatePoint) -> Option<f64>,
}

impl Panel {
    fn ui(
        &self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        programme: &Programme,
        shown: &[StatePoint],
        years: (f64, f64),
        height: f32,
    ) {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(
            RichText::new(&self.title)
                .size(size::SMALL)
                .color(cx.tokens.text),
        );
        let stated: Vec<(&StatePoint, f64)> = shown
            .iter()
            .filter_map(|point| Some((point, (self.of)(point)?)))
            .collect();
        let points = stated.iter().map(|(point, value)| DatedPoint {
            at: point.date.as_year_fraction(),
            value: value * self.scale,
            filled: point.scope == Scope::List,
        });
        let is_selected = |point: &StatePoint| {
            let record = OverviewRecord::ListState(programme.id.clone(), point.state);
            cx.state.view.overview.selected.as_ref() == Some(&record)
        };
        let chart = DatedPoints {
            name: &format!("{}. {}", cx.t("list-title"), self.title),
            points: points.collect(),
            years,
            color: cx.tokens.accent,
            selected: stated.iter().position(|(point, _)| is_selected(point)),
            with_years: self.with_years,
            height,
        };
        let tip = |ui: &mut Ui, at: usize| {
            if let Some((point, _)) = stated.get(at) {
                tip_ui(ui, cx, programme, point);
            }
        };
        let clicked = dated_points_ui(ui, &chart, axis_money, tip).and_then(|at| stated.get(at));
        if let Some((point, _)) = clicked {
            let record = OverviewRecord::ListState(programme.id.clone(), point.state);
            cx.push(Action::Overview(OverviewAction::Select(Some(record))));
        }
    }
}

fn tip_ui(ui: &mut Ui, cx: &Cx<'_>, programme: &Programme, point: &StatePoint) {
    let Some(state) = programme.states.get(point.state) else {
        return;
    };
    ui.label(strong(short_date(point.date), size::BODY));
    ui.label(cx.catalog().text(&state.said_by, cx.state.words.tag()));
    let count = point.count.map(|count| {
        let count = decimal(count, 0);
        cx.with("figure-list-count", &[("count", (&count).into())])
    });
    let money = point.money_m.map(|money| money_m(money, cx.currency()));
    ui.label(
        [count, money]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    );
    match point.scope {
        Scope::List => {}
        Scope::Wider => {
            muted(ui, &cx.t("list-scope-wider"));
        }
        Scope::Other => {
            muted(ui, &cx.t("list-scope-other"));
        }
    }
    muted(
        ui,
        &cx.with("sources-count", &[("count", state.sources.len().into())]),
    );
}
