//! What a key, a click and a frame cost with so many projects: the way of the window itself, but for the screen.

use belt_explorer::{
    analysis::projects::{
        BreakdownBy, Filter, InvestmentOptions, OutcomesBy, SortKey, apply, breakdown, bridge,
        distribution, investment_chart, median_m, moments, money_ladder, outcomes, project_map,
        project_rows, schedule,
    },
    app::{
        Action, AppState, View,
        action::ProjectsAction,
        jobs::{Jobs, Runner},
        settings::Settings,
        state::OpenDataset,
        update,
        view::{ProjectsPicture, Tab},
    },
    ui::Window,
};
use cpu_time::ProcessTime;
use eframe::egui::{Context, RawInput, Rect, pos2, vec2};
use std::{
    hint::black_box,
    sync::Arc,
    time::{Duration, Instant},
};

/// Frames of which the middle one counts.
const FRAMES: usize = 60;

/// What is done, one after the other, and how it is called.
fn steps() -> Vec<(String, ProjectsAction)> {
    let typed = |text: &str| {
        let action = ProjectsAction::Search(text.to_owned());
        (format!("type {text:?}"), action)
    };
    let click = |facet: &str, value: &str| {
        let action = ProjectsAction::ToggleInclude {
            facet: facet.to_owned(),
            value: value.to_owned(),
        };
        (format!("click {facet} {value}"), action)
    };
    let exclude = |facet: &str, value: &str| {
        let action = ProjectsAction::ToggleExclude {
            facet: facet.to_owned(),
            value: value.to_owned(),
        };
        (format!("exclude {facet} {value}"), action)
    };
    let clear = || ("clear".to_owned(), ProjectsAction::ClearFilter);
    let mut steps = Vec::new();
    steps.extend(["s", "so", "sol", "sola", "solar", "solar p"].map(typed));
    steps.push(click("status", "operational"));
    steps.push(clear());
    steps.extend(["b", "bu", "bui", "buil", "built"].map(typed));
    steps.push(clear());
    steps.push(click("group", "transport"));
    steps.push(click("group", "power"));
    steps.push(click("group", "making"));
    steps.push(click("status", "operational"));
    steps.push(exclude("region", "AUR-04"));
    steps.push(clear());
    steps.push(exclude("status", "cancelled"));
    steps.push(click("instrument", "contract"));
    steps
}

/// Prints what the results of a filter cost one by one, the fastest of some runs.
fn parts(dataset: &OpenDataset, filter: &Filter) {
    let (catalog, table) = (&*dataset.catalog, &*dataset.projects);
    let options = InvestmentOptions::default();
    let (stage, basis) = (options.stage, options.basis);
    let kept = apply(table, filter, stage, basis);
    let time = |what: &str, work: &dyn Fn()| {
        let times = (0..5).map(|_| {
            let processor = ProcessTime::now();
            work();
            processor.elapsed()
        });
        print!("  {what} {:.2?}", times.min().unwrap_or_default());
    };
    print!("    {} kept: ", kept.count);
    time("counts", &|| {
        black_box(apply(table, filter, stage, basis));
    });
    time("chart", &|| {
        black_box(investment_chart(
            catalog, table, &kept.rows, &kept.rows, options,
        ));
    });
    time("table", &|| {
        let order = [SortKey::default()];
        black_box(project_rows(catalog, table, &kept, stage, &order, "en"));
    });
    time("median", &|| {
        black_box(median_m(table, &kept, stage));
    });
    time("bridge", &|| {
        black_box(bridge(table, &kept.rows, stage));
    });
    time("ladder", &|| {
        black_box(money_ladder(table, &kept));
    });
    time("breakdown", &|| {
        black_box(breakdown(table, &kept, options, BreakdownBy::Status));
    });
    time("map", &|| {
        black_box(project_map(catalog, table, &kept, stage, options.stack));
    });
    time("outcomes", &|| {
        black_box(outcomes(table, &kept, options, OutcomesBy::Cohort));
    });
    time("sizes", &|| {
        black_box(distribution(table, &kept, options));
    });
    time("schedule", &|| {
        let rows = project_rows(catalog, table, &kept, stage, &[SortKey::default()], "en");
        black_box(schedule(catalog, table, &kept, &rows));
    });
    time("moments", &|| {
        black_box(moments(table, &kept));
    });
    println!();
}

/// Measures every picture.
pub fn measure(dataset: OpenDataset) {
    let jobs = Jobs::new(Runner::Inline, Arc::new(|| {}));
    let mut state = AppState::new(dataset, Settings::default(), View::default(), jobs);
    update::apply(&mut state, Action::ShowTab(Tab::Overview));
    let start = Instant::now();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    println!("the first look at the projects {:.2?}", start.elapsed());
    let ctx = Context::default();
    let mut window = Window::new(&ctx, state);
    for picture in ProjectsPicture::ALL {
        println!(
            "\n{picture:?}: a key or a click to all results, on the clock and in processor time of"
        );
        println!("all cores; then the first frame after it, and a frame with nothing new");
        let mut worst = (Duration::ZERO, Duration::ZERO, Duration::ZERO);
        let show = Action::Projects(ProjectsAction::Picture(picture));
        window.apply(&ctx, vec![show]);
        frames(&ctx, &mut window);
        for (what, action) in steps() {
            let (clock, processor) = (Instant::now(), ProcessTime::now());
            window.apply(&ctx, vec![Action::Projects(action)]);
            let (clock, processor) = (clock.elapsed(), processor.elapsed());
            let filtered = window.state().derived.projects.a.filtered.get();
            let kept = filtered.map_or(0, |result| result.count);
            let (first, usual) = frames(&ctx, &mut window);
            println!(
                "    {what:<28} {kept:>8} kept   {clock:>8.2?} {processor:>8.2?}   {first:>8.2?} {usual:>8.2?}"
            );
            worst = (
                worst.0.max(clock),
                worst.1.max(processor),
                worst.2.max(usual),
            );
        }
        let (clock, processor, frame) = worst;
        println!("    the worst {clock:.2?}, processor {processor:.2?}, frame {frame:.2?}");
    }
    println!("\nprocessor time of each result");
    for text in ["", "solar", "built", "e", "s"] {
        let text = text.to_owned();
        let filter = Filter {
            text,
            ..Filter::default()
        };
        parts(&window.state().dataset, &filter);
    }
}

/// The time of the next frame, and of the middle one of several after it.
fn frames(ctx: &Context, window: &mut Window) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..FRAMES)
        .map(|_| {
            let input = RawInput {
                screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1280.0, 800.0))),
                ..RawInput::default()
            };
            let start = Instant::now();
            let output = ctx.run_ui(input, |ui| window.frame(ui));
            black_box(ctx.tessellate(output.shapes, 1.0));
            start.elapsed()
        })
        .collect();
    let first = times.first().copied().unwrap_or_default();
    times.sort();
    (first, times.get(FRAMES / 2).copied().unwrap_or_default())
}
