//! The pictures in README are what the program draws. `just pictures` draws them anew.

use crate::common;
use crate::support;

use belt_explorer::{
    app::{Action, settings::ThemeChoice, update},
    export::svg::draw_ui,
    ui::{Window, tabs::TABS},
};
use eframe::egui::{Context, vec2};
use std::{fs, path::Path};

/// Pixels that another machine may round otherwise.
const MOST_OTHERS: usize = 40;

#[test]
fn the_pictures_are_what_the_program_draws() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("README");
    for spec in TABS {
        let name = format!("docs/{}.png", spec.id);
        assert!(readme.contains(&name), "README does not show {name}");
        let stored = fs::read(root.join(&name)).expect("a picture");
        let (size, stored) = support::decoded(&stored);
        let mut state = common::state();
        state.settings.theme = ThemeChoice::Light;
        update::apply(&mut state, Action::ShowTab(spec.tab));
        let ctx = Context::default();
        let mut window = Window::new(&ctx, state);
        let drawn = draw_ui(&ctx, vec2(1440.0, 900.0), |ui| window.frame(ui));
        let drawn = drawn.pixels(1.0).expect("pixels");
        assert_eq!(size, (drawn.width, drawn.height), "{name}");
        let others = stored.chunks(4).zip(drawn.rgba.chunks(4));
        let others = others.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > 24));
        let others = others.count();
        assert!(
            others <= MOST_OTHERS,
            "{name} is out of date ({others} pixels): run `just pictures`"
        );
    }
}
