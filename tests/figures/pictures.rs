//! Pictures of small parts of the window against stored ones: a part of each tab, each kind of
//! chart, each state that matters. Drawn by the project's own renderer, so that they are the same
//! everywhere. `UPDATE_SNAPSHOTS=1 cargo test --test figures pictures` draws them anew.

use crate::common;
use crate::support;

use belt_explorer::{
    app::{
        Action, AppState,
        settings::ThemeChoice,
        state::{Dialog, Message},
        update,
        view::text,
    },
    ui::{
        Window,
        figures::{FigureDrawing, Snapshot, figure},
        tabs::TABS,
    },
};
use eframe::egui::{Rect, Theme, pos2, vec2};
use egui_kittest::{
    Harness, SnapshotOptions, SnapshotResults, image_snapshot_options, try_image_snapshot_options,
};
use image::RgbaImage;

/// Neighbouring pixels may differ by a hair where another machine rounds otherwise.
fn strict() -> SnapshotOptions {
    SnapshotOptions::new()
        .output_path("tests/snapshots/pictures")
        .threshold(0.2)
        .max_failed_pixels(8)
}

fn state_of(view: &str) -> AppState {
    let mut state = common::state();
    let reading = text::read(view, &state.dataset);
    assert_eq!(reading.problems, [], "{view}");
    state.view = reading.view;
    let tab = state.view.tab;
    update::apply(&mut state, Action::ShowTab(tab));
    state
}

/// The window as it looks on a state.
fn picture(state: AppState, theme: ThemeChoice) -> RgbaImage {
    picture_at([1280.0, 800.0], state, theme)
}

fn picture_at(size: [f32; 2], mut state: AppState, theme: ThemeChoice) -> RgbaImage {
    state.settings.theme = theme;
    let mut state = Some(state);
    let mut harness: Harness<'_, Window> = Harness::builder()
        .with_size(size)
        .with_max_steps(12)
        .renderer(support::Snapshots::default())
        .build_eframe(move |creation| {
            Window::new(&creation.egui_ctx, state.take().expect("built once"))
        });
    harness.run();
    harness.render().expect("a picture")
}

fn part(picture: &RgbaImage, rect: Rect) -> RgbaImage {
    let at = |value: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "small positions"
        )]
        let value = value as u32;
        value
    };
    let (left, top) = (at(rect.left()), at(rect.top()));
    let (width, height) = (at(rect.width()), at(rect.height()));
    image::imageops::crop_imm(picture, left, top, width, height).to_image()
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(x, y), vec2(width, height))
}

#[test]
fn a_part_of_each_tab() {
    let mut results = SnapshotResults::new();
    for spec in TABS {
        let picture = picture(
            state_of(&format!("view:1 tab:{}", spec.id)),
            ThemeChoice::Light,
        );
        let part = part(&picture, rect(0.0, 0.0, 640.0, 230.0));
        let name = format!("tab-{}", spec.id);
        results.add(try_image_snapshot_options(&part, name, &strict()));
    }
}

#[test]
fn each_kind_of_chart() {
    let state = state_of("view:1");
    let mut results = SnapshotResults::new();
    for (id, view) in [
        ("investment", "view:1 years:2012..2019"),
        ("breakdown", "view:1 chart.by:party"),
        ("outcomes", "view:1"),
        ("sizes", "view:1"),
        ("schedule", "view:1 text:rail"),
        ("map", "view:1 chart.by:status area:42..50,70..82"),
        ("ladder", "view:1"),
        ("trade", "view:1"),
        ("gap", "view:1"),
        ("products", "view:1 trade.show:products"),
        ("time-cost", "view:1"),
        ("value-cost", "view:1"),
        ("route-days", "view:1"),
        ("route-legs", "view:1"),
        ("claims", "view:1"),
        ("list", "view:1"),
        ("events", "view:1"),
    ] {
        let snapshot = Snapshot {
            view: text::read(view, &state.dataset).view,
            ..Snapshot::of(&state)
        };
        let drawing = FigureDrawing {
            points: vec2(540.0, 360.0),
            theme: Theme::Light,
            with_title: false,
        };
        let drawn = snapshot
            .draw(figure(id).expect("a figure"), drawing)
            .expect("a picture");
        let pixels = drawn.pixels(1.0).expect("pixels");
        let whole = RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).expect("whole");
        let part = part(&whole, rect(0.0, 0.0, 540.0, 300.0));
        let name = format!("chart-{id}");
        results.add(try_image_snapshot_options(&part, name, &strict()));
    }
}

#[test]
fn two_filters_side_by_side() {
    let mut results = SnapshotResults::new();
    let view =
        "view:1 tab:projects group:power against:\"group:oil-gas-pipelines\" chart.stage:announced";
    let small = picture(state_of(view), ThemeChoice::Light);
    let small = part(&small, rect(264.0, 46.0, 720.0, 470.0));
    results.add(try_image_snapshot_options(
        &small,
        "compare-chart",
        &strict(),
    ));
    let view = format!("{view} picture:breakdown");
    let large = picture_at([1920.0, 1080.0], state_of(&view), ThemeChoice::Dark);
    let large = part(&large, rect(264.0, 46.0, 1340.0, 560.0));
    results.add(try_image_snapshot_options(
        &large,
        "compare-breakdown",
        &strict(),
    ));
    let state = state_of("view:1");
    for id in ["investment", "outcomes", "sizes"] {
        let view = "view:1 group:power against:\"group:oil-gas-pipelines\" chart.by:lender";
        let snapshot = Snapshot {
            view: text::read(view, &state.dataset).view,
            ..Snapshot::of(&state)
        };
        let drawing = FigureDrawing {
            points: vec2(960.0, 420.0),
            theme: Theme::Light,
            with_title: true,
        };
        let drawn = snapshot
            .draw(figure(id).expect("a figure"), drawing)
            .expect("a picture");
        let pixels = drawn.pixels(1.0).expect("pixels");
        let whole = RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).expect("whole");
        let name = format!("compare-figure-{id}");
        results.add(try_image_snapshot_options(&whole, name, &strict()));
    }
}

#[test]
fn an_empty_result() {
    let picture = picture(
        state_of("view:1 tab:projects text:nothing"),
        ThemeChoice::Light,
    );
    let part = part(&picture, rect(264.0, 46.0, 720.0, 300.0));
    image_snapshot_options(&part, "state-empty", &strict());
}

#[test]
fn an_error() {
    let mut state = state_of("view:1 tab:projects");
    state.message = Some(Message::error(
        "error[no-source]: a figure names no source\n  --> data.ron:7:3".to_owned(),
    ));
    let picture = picture(state, ThemeChoice::Dark);
    let part = part(&picture, rect(0.0, 690.0, 640.0, 110.0));
    image_snapshot_options(&part, "state-error", &strict());
}

#[test]
fn a_dataset_that_is_being_read() {
    let mut state = state_of("view:1 tab:projects");
    // Nobody takes the result in here, so it is being read without end.
    update::apply(&mut state, Action::Reload);
    let mut state = Some(state);
    let mut window = None;
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_theme(Theme::Light)
        .renderer(support::Snapshots::default())
        .build_ui(move |ui| {
            let made = || Window::new(ui.ctx(), state.take().expect("made once"));
            window.get_or_insert_with(made).frame(ui);
        });
    for _ in 0..4 {
        harness.step();
    }
    let picture = harness.render().expect("a picture");
    let part = part(&picture, rect(0.0, 774.0, 400.0, 26.0));
    image_snapshot_options(&part, "state-loading", &strict());
}

#[test]
fn a_number_in_conflict_is_marked() {
    let picture = picture(state_of("view:1 tab:trade"), ThemeChoice::Light);
    let part = part(&picture, rect(278.0, 580.0, 700.0, 180.0));
    image_snapshot_options(&part, "state-conflict", &strict());
}

#[test]
fn the_export_dialog() {
    let mut state = state_of("view:1 tab:projects");
    state.settings.export.folder = "/home/reader".to_owned();
    update::apply(
        &mut state,
        Action::Export(belt_explorer::app::action::ExportAction::Open { figure: None }),
    );
    assert_eq!(state.dialog, Some(Dialog::Export));
    let picture = picture(state, ThemeChoice::Light);
    let part = part(&picture, rect(740.0, 120.0, 360.0, 560.0));
    image_snapshot_options(&part, "state-export", &strict());
}
