//! The map of the Projects tab: brought to the front, moved, zoomed, clicked, and used as a filter.

use crate::common::{SIZES, ctrl, labels, state, window};
use belt_explorer::{
    analysis::{
        geo::Position,
        map::{Camera, MapFrame},
        projects::{InvestmentOptions, Spot, StackBy},
    },
    app::{
        Action, Tab,
        action::ProjectsAction,
        derived::Memo,
        settings::ThemeChoice,
        update,
        view::{ProjectsPicture, text},
    },
    ui::Window,
};
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, TouchPhase, vec2,
};
use egui_kittest::{Harness, kittest::Queryable as _};

/// The window with the map in front.
fn map_at(size: [f32; 2]) -> Harness<'static, Window> {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    let mut harness = window(state, size, ThemeChoice::Light);
    harness.get_by_label("Map").click();
    harness.run();
    harness
}

fn rect(harness: &Harness<'_, Window>) -> Rect {
    let map = harness.get_by(|node| {
        node.label()
            .is_some_and(|label| label.contains(": map with "))
    });
    map.rect()
}

fn frame(harness: &Harness<'_, Window>) -> Option<MapFrame> {
    harness.state().state().view.projects.map_frame
}

fn camera(harness: &Harness<'_, Window>) -> Camera {
    let ground = harness.state().state().derived.projects.ground.get();
    let size = rect(harness).size();
    let size = [size.x, size.y].map(f64::from);
    Camera::new(ground.expect("computed"), frame(harness), size)
}

/// Where a point of the globe is on the screen.
fn on_screen(harness: &Harness<'_, Window>, at: Position) -> Pos2 {
    let ground = harness.state().state().derived.projects.ground.get();
    let point = ground.expect("computed").projection.forward(at);
    let [x, y] = camera(harness).place(point);
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let from_corner = vec2(x as f32, y as f32);
    rect(harness).min + from_corner
}

fn shows(harness: &Harness<'_, Window>, part: &str) -> bool {
    labels(harness).iter().any(|label| label.contains(part))
}

fn drag(harness: &mut Harness<'_, Window>, from: Pos2, to: Pos2, modifiers: Modifiers) {
    harness.event(Event::ModifiersChanged(modifiers));
    harness.drag_at(from);
    harness.step();
    for share in [0.3, 0.7, 1.0] {
        harness.hover_at(from.lerp(to, share));
        harness.step();
    }
    harness.drop_at(to);
    harness.event(Event::ModifiersChanged(Modifiers::NONE));
    harness.run();
}

#[test]
fn the_map_is_a_picture_of_the_tab_and_undo_takes_it_back() {
    for size in SIZES {
        let mut harness = map_at(size);
        let state = harness.state().state();
        assert_eq!(state.view.projects.picture, ProjectsPicture::Map);
        let map = state.derived.projects.map.get().expect("computed").clone();
        let drawn = format!(
            "{} of {} projects are on the map",
            map.bubbles.len(),
            map.counts.shown()
        );
        assert!(shows(&harness, &drawn), "{drawn}");
        assert!(rect(&harness).height() > 180.0);
        ctrl(&mut harness, Key::Z);
        let state = harness.state().state();
        assert_eq!(state.view.projects.picture, ProjectsPicture::Chart);
    }
}

#[test]
fn a_click_on_a_bubble_shows_its_record_and_a_second_one_puts_it_away() {
    let mut harness = map_at(SIZES[1]);
    let state = harness.state().state();
    let map = state.derived.projects.map.get().expect("computed");
    // The last bubble with a size lies above all others of it, but not above the marks.
    let sized = map.bubbles.iter().filter(|one| one.counted_m.is_some());
    let alone = |at: Pos2| {
        let others = map.bubbles.iter().map(|one| on_screen(&harness, one.at));
        others.filter(|other| other.distance(at) < 12.0).count() == 1
    };
    let (bubble, at) = sized
        .map(|one| (*one, on_screen(&harness, one.at)))
        .find(|(_, at)| alone(*at) && rect(&harness).shrink(30.0).contains(*at))
        .expect("a bubble that stands alone");
    let id = state.dataset.catalog.data().projects[bubble.project]
        .id
        .clone();
    let click = |harness: &mut Harness<'_, Window>| {
        harness.hover_at(at);
        harness.run();
        harness.drag_at(at);
        harness.drop_at(at);
        harness.run();
    };
    click(&mut harness);
    let selected = |harness: &Harness<'_, Window>| {
        let view = &harness.state().state().view.projects;
        view.selected.clone()
    };
    assert_eq!(selected(&harness), Some(id));
    assert!(shows(&harness, "Close the record"));
    harness.remove_cursor();
    // Not so soon that it is a double click.
    harness.run_steps(8);
    click(&mut harness);
    assert_eq!(selected(&harness), None);
}

#[test]
fn keys_wheel_and_buttons_look_around_and_undo_knows_nothing_of_it() {
    let mut harness = map_at(SIZES[0]);
    let first = camera(&harness).zoom;
    harness
        .get_by(|node| {
            node.label()
                .is_some_and(|label| label.contains(": map with "))
        })
        .focus();
    harness.run();
    harness.key_press(Key::Plus);
    harness.run();
    let closer = camera(&harness);
    assert!(closer.zoom > first * 1.4);
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert!(camera(&harness).middle.x > closer.middle.x);
    harness.key_press(Key::ArrowUp);
    harness.run();
    assert!(camera(&harness).middle.y > closer.middle.y);
    let selected = harness.state().state().view.projects.selected.clone();
    assert_eq!(selected, None, "the arrows are the map's, not the table's");
    harness.key_press(Key::Num0);
    harness.run();
    assert_eq!(frame(&harness), None);

    let middle = rect(&harness).center();
    harness.hover_at(middle);
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, 3.0),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run_steps(20);
    assert!(camera(&harness).zoom > first * 1.05, "the wheel zooms");
    harness.get_by_label("Show everything").click();
    harness.run();
    assert!(camera(&harness).zoom <= 1.0);
    assert!(!shows(&harness, "outside of the picture"));
    harness.get_by_label("Zoom in").click();
    harness.run();
    let before = camera(&harness);
    drag(
        &mut harness,
        middle,
        middle + vec2(60.0, 10.0),
        Modifiers::NONE,
    );
    assert!(camera(&harness).middle.x < before.middle.x, "a drag moves");
    harness
        .get_by_label("Back to where most projects are")
        .click();
    harness.run();
    assert_eq!(frame(&harness), None);
    let state = harness.state().state();
    let derived = &state.derived.projects;
    assert_eq!(derived.map.computed(), 1, "looking around computes no map");
    // The one step of undo is the map itself.
    ctrl(&mut harness, Key::Z);
    let state = harness.state().state();
    assert_eq!(state.view.projects.picture, ProjectsPicture::Chart);
}

#[test]
fn shift_and_a_drag_choose_an_area_which_is_a_filter() {
    let mut harness = map_at(SIZES[1]);
    let all = harness.state().state().dataset.projects.len;
    let rect = rect(&harness);
    let from = rect.center() - vec2(20.0, 60.0);
    drag(
        &mut harness,
        from,
        rect.right_bottom() - vec2(80.0, 40.0),
        Modifiers::SHIFT,
    );
    let state = harness.state().state();
    let area = state.view.projects.filter.area.expect("an area");
    let kept = state.derived.projects.a.filtered.get().expect("computed");
    let spots = &state.dataset.projects.spots;
    let inside = spots.iter().filter_map(Spot::at);
    assert_eq!(kept.count, inside.filter(|at| area.holds(*at)).count());
    assert!(kept.count > 0 && kept.count < all);
    assert_eq!(frame(&harness), None, "the map stands still");
    let written = text::write(&state.view, &state.dataset);
    assert!(written.contains(" area:"), "{written}");
    let chip = harness.get_by(|node| {
        node.label()
            .is_some_and(|label| label.starts_with("Drop filter: between "))
    });
    chip.click();
    harness.run();
    let state = harness.state().state();
    assert_eq!(state.view.projects.filter.area, None);
}

#[test]
fn what_is_not_on_the_map_is_listed_and_opens() {
    let mut harness = map_at(SIZES[0]);
    let state = harness.state().state();
    let map = state.derived.projects.map.get().expect("computed").clone();
    let count = map.counts.not_placed();
    assert!(count > 0);
    harness
        .get_by_label(&format!("{count} not on the map"))
        .click();
    harness.run();
    assert!(shows(&harness, "only the country is known"));
    let first = &harness.state().state().dataset.catalog.data().projects[map.not_drawn[0]];
    let (id, name) = (first.id.clone(), first.name["en"].to_owned());
    harness
        .get_by_label(&format!("Show the record of {name}"))
        .click();
    harness.run();
    let view = &harness.state().state().view.projects;
    assert_eq!(view.selected, Some(id));
}

#[test]
fn the_map_is_computed_only_while_it_is_in_front() {
    let mut state = state();
    update::apply(&mut state, Action::ShowTab(Tab::Projects));
    assert_eq!(state.derived.projects.map.computed(), 0);
    let mut apply = |action| {
        update::apply(&mut state, Action::Projects(action));
        let derived = &state.derived.projects;
        (
            derived.map.computed(),
            derived.ground.computed(),
            derived.land.iter().map(Memo::computed).sum::<usize>(),
        )
    };
    assert_eq!(apply(ProjectsAction::Search("rail".to_owned())), (0, 0, 0));
    assert_eq!(
        apply(ProjectsAction::Picture(ProjectsPicture::Map)),
        (1, 1, 1)
    );
    assert_eq!(apply(ProjectsAction::Search("gas".to_owned())), (2, 1, 1));
    let by_status = InvestmentOptions {
        stack: StackBy::Status,
        ..InvestmentOptions::default()
    };
    assert_eq!(apply(ProjectsAction::Chart(by_status)), (3, 1, 1));
    let closer = MapFrame {
        lat: 48.0,
        lon: 67.0,
        zoom: 20.0,
    };
    assert_eq!(apply(ProjectsAction::MapFrame(Some(closer))), (3, 1, 2));
}

#[test]
fn a_click_on_a_line_shows_its_record() {
    let mut harness = map_at(SIZES[1]);
    let state = harness.state().state();
    let projects = &state.dataset.catalog.data().projects;
    let map = state.derived.projects.map.get().expect("computed");
    let is_free = |at: Pos2| {
        let mut bubbles = map.bubbles.iter().map(|one| on_screen(&harness, one.at));
        bubbles.all(|bubble| bubble.distance(at) > 60.0)
    };
    let place = |point: &belt_explorer::dataset::schema::Waypoint| {
        let (lat, lon) = (point.lat, point.lon);
        on_screen(&harness, Position { lat, lon })
    };
    let inside = rect(&harness).shrink(20.0);
    // Somewhere on a line where no bubble lies; the one drawn last lies above others.
    let (id, at) = map
        .bubbles
        .iter()
        .rev()
        .find_map(|bubble| {
            let project = &projects[bubble.project];
            let points = &project.path.as_ref()?.points;
            let ends = points.windows(2).map(|two| [&two[0], &two[1]].map(place));
            let mut tried = ends.flat_map(|[from, to]| {
                (1_u8..20).map(move |share| from.lerp(to, f32::from(share) / 20.0))
            });
            Some((
                project.id.clone(),
                tried.find(|at| inside.contains(*at) && is_free(*at))?,
            ))
        })
        .expect("a free piece of a line");
    harness.hover_at(at);
    harness.run();
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    let selected = harness.state().state().view.projects.selected.clone();
    assert_eq!(selected, Some(id));
    assert!(shows(&harness, "schematic line"));
}
