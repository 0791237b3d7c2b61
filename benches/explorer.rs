//! How long the program's work takes, each beside a named baseline in the same run.
//!
//! `cargo bench` prints medians and ratios; times alone say little about another machine.

use belt_explorer::{
    analysis::projects::{
        Filter, FilterResult, InvestmentOptions, MoneyStage, ProjectTable, YearBasis, apply,
        investment_chart,
    },
    app::{
        Action, AppState, Tab, View,
        jobs::{Jobs, Runner},
        settings::Settings,
        state::OpenDataset,
        update,
    },
    dataset::{
        catalog::Catalog,
        read::{self, Origin, ron_options},
        schema::Dataset,
    },
    ui::{Window, tabs::TABS},
};
use eframe::egui::{self, RawInput, Rect, pos2, vec2};
use std::{
    fs,
    hint::black_box,
    ops::ControlFlow,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

/// Median time of a piece of work.
fn median(runs: usize, mut work: impl FnMut()) -> Duration {
    work();
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn report(what: &str, time: Duration, baseline: &str, base: Duration) {
    let ratio = time.as_secs_f64() / base.as_secs_f64();
    println!("{what:<46} {time:>10.2?}   {ratio:>6.2} x {baseline} ({base:.2?})");
}

fn load() -> Catalog {
    let loaded = read::load(&Origin::Embedded, &mut |_| ControlFlow::Continue(()));
    loaded.expect("nobody stops it").catalog.expect("no errors")
}

/// Reading, checking and indexing, beside parsing alone.
fn loading() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/kazakhstan-china");
    let files = fs::read_dir(folder).expect("the dataset").flatten();
    let texts: Vec<String> = files
        .map(|file| fs::read_to_string(file.path()).expect("text"))
        .collect();
    let options = ron_options();
    let parse = median(15, || {
        for text in &texts {
            black_box(options.from_str::<Dataset>(text).expect("valid"));
        }
    });
    let whole = median(15, || {
        black_box(load());
    });
    report(
        "load the embedded dataset, checked",
        whole,
        "ron::from_str alone",
        parse,
    );
}

/// A filter with all facet counts, beside a loop over the records that only filters.
fn filtering(catalog: &Catalog, table: &ProjectTable) {
    let sector = &catalog.data().sector_groups[0].id;
    let choice = belt_explorer::analysis::projects::Choice {
        include: [sector.clone()].into(),
        ..Default::default()
    };
    let filter = Filter {
        text: "pipeline".to_owned(),
        facets: [("group".to_owned(), choice)].into(),
        years: None,
        amount: None,
        area: None,
    };
    let naive = median(200, || {
        let kept = catalog.data().projects.iter().filter(|project| {
            let text = project
                .name
                .values()
                .any(|name| name.to_lowercase().contains("pipeline"));
            text && catalog
                .sector(&project.sector)
                .is_some_and(|own| own.group == *sector)
        });
        black_box(kept.count());
    });
    let counted = median(200, || {
        black_box(apply(
            table,
            &filter,
            MoneyStage::Latest,
            YearBasis::Announced,
        ));
    });
    report(
        "filter with all facet counts",
        counted,
        "filtering records alone",
        naive,
    );
    let all: FilterResult = apply(
        table,
        &Filter::default(),
        MoneyStage::Latest,
        YearBasis::Announced,
    );
    let chart = median(200, || {
        black_box(investment_chart(
            catalog,
            table,
            &all.rows,
            &all.rows,
            InvestmentOptions::default(),
        ));
    });
    report(
        "chart of all projects",
        chart,
        "filtering records alone",
        naive,
    );
}

/// A frame of each tab, beside an empty frame of the toolkit.
fn frames() {
    let input = || RawInput {
        screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0))),
        ..RawInput::default()
    };
    let ctx = egui::Context::default();
    let empty = median(200, || {
        let output = ctx.run_ui(input(), |_| {});
        black_box(ctx.tessellate(output.shapes, 1.0));
    });
    for spec in TABS {
        let dataset = OpenDataset::new(
            Origin::Embedded,
            load(),
            belt_explorer::dataset::diagnostic::Report::default(),
        );
        let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
        let mut state = AppState::new(dataset, Settings::default(), View::default(), jobs);
        update::apply(&mut state, Action::ShowTab(Tab::default()));
        update::apply(&mut state, Action::ShowTab(spec.tab));
        let ctx = egui::Context::default();
        let mut window = Window::new(&ctx, state);
        let time = median(200, || {
            let output = ctx.run_ui(input(), |ui| window.frame(ui));
            black_box(ctx.tessellate(output.shapes, 1.0));
        });
        report(
            &format!("a frame of the tab {}", spec.id),
            time,
            "an empty frame",
            empty,
        );
    }
}

fn main() {
    loading();
    let catalog = load();
    let table = ProjectTable::build(&catalog);
    let index = median(50, || {
        black_box(ProjectTable::build(&catalog));
    });
    println!("{:<46} {index:>10.2?}", "project columns");
    filtering(&catalog, &table);
    frames();
}
