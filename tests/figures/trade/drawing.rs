//! The pictures.

use super::support::{choices, spec, states};
use crate::common::state_with;
use belt_explorer::{
    app::View,
    ui::figures::{FigureDrawing, FigureSpec, SIZES, Snapshot},
};
use eframe::egui::Theme;

#[test]
fn every_picture_of_trade_draws_at_every_size() {
    let mut drawn = 0;
    for choice in choices() {
        for state in states(&choice) {
            let snapshot = Snapshot::of(&state);
            for id in ["trade", "gap", "partners", "products"] {
                if snapshot.data(spec(id)).is_ok() {
                    check_drawing(&snapshot, spec(id));
                    drawn += 1;
                }
            }
        }
    }
    assert!(drawn > 40, "{drawn}");
}

/// A selected year belongs to the window: the picture is the same with and without.
#[test]
fn a_selection_leaves_no_trace() {
    let mut view = View::default();
    let plain = Snapshot::of(&state_with(view.clone()));
    view.trade.selected_year = Some(2010);
    let selected = Snapshot::of(&state_with(view));
    let drawing = FigureDrawing {
        points: SIZES[1].points,
        theme: Theme::Light,
        with_title: true,
    };
    let svg = |snapshot: &Snapshot| snapshot.draw(spec("trade"), drawing).expect("drawn").svg;
    assert_eq!(svg(&plain), svg(&selected));
}

/// The figure draws at every size, in full.
fn check_drawing(snapshot: &Snapshot, spec: &FigureSpec) {
    for size in SIZES {
        for with_title in [true, false] {
            let drawing = FigureDrawing {
                points: size.points,
                theme: if with_title {
                    Theme::Light
                } else {
                    Theme::Dark
                },
                with_title,
            };
            let picture = snapshot.draw(spec, drawing);
            let picture = picture.unwrap_or_else(|error| panic!("{}: {error}", spec.id));
            assert_eq!(picture.size.x.to_bits(), size.points.x.to_bits());
            assert!(picture.size.y >= size.points.y);
            assert!(picture.svg.contains("<text"), "{}", spec.id);
        }
    }
}
