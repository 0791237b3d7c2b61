//! What the map lies on: extents, projections, the camera, land, areas and names.

use super::{DATA, embedded_ground};

use belt_explorer::analysis::{
    geo::Position,
    map::{
        Box2, Camera, Extent, GeoBox, Ground, Land, MapFrame, Named, Outlines, Projection,
        outlines, place_names,
    },
    projects::{Filter, MoneyStage, Spot, YearBasis, apply},
};
use proptest::prelude::*;

// Extents and projections.

fn position() -> impl Strategy<Value = Position> {
    (-89.0..89.0_f64, -180.0..180.0_f64).prop_map(|(lat, lon)| Position { lat, lon })
}

fn extent() -> impl Strategy<Value = Extent> {
    (
        -80.0..75.0_f64,
        2.0..120.0_f64,
        -180.0..180.0_f64,
        4.0..360.0_f64,
    )
        .prop_map(|(south, height, west, width)| Extent {
            south,
            north: (south + height).min(88.0),
            west,
            width,
        })
}

/// The shorter way between two meridians.
fn apart(a: f64, b: f64) -> f64 {
    let turn = (a - b).rem_euclid(360.0);
    turn.min(360.0 - turn)
}

proptest! {
    #[test]
    fn an_extent_holds_its_points(points in prop::collection::vec(position(), 1..20)) {
        let extent = Extent::around(points.iter().copied()).expect("points");
        prop_assert!(extent.width <= 360.0);
        for at in points {
            prop_assert!((extent.south..=extent.north).contains(&at.lat));
            let east = (at.lon - extent.west).rem_euclid(360.0);
            prop_assert!(east <= extent.width + 1e-9 || extent.width >= 359.0, "{at:?} {extent:?}");
        }
    }

    #[test]
    fn what_is_projected_comes_back(extent in extent(), lat in 0.01..0.99_f64, lon in 0.01..0.99_f64) {
        let projection = Projection::for_extent(&extent);
        let at = Position {
            lat: extent.south + lat * (extent.north - extent.south),
            lon: (extent.west + lon * extent.width + 180.0).rem_euclid(360.0) - 180.0,
        };
        let back = projection.inverse(projection.forward(at)).expect("on the globe");
        prop_assert!((back.lat - at.lat).abs() < 1e-6, "{at:?} {back:?} {projection:?}");
        prop_assert!(apart(back.lon, at.lon) < 1e-6, "{at:?} {back:?} {projection:?}");
    }

    /// A small square of the globe has the same area in the plane wherever it lies.
    #[test]
    fn cones_and_the_world_keep_areas(extent in extent(), lat in -80.0..80.0_f64, lon in -170.0..170.0_f64) {
        let projection = Projection::for_extent(&extent);
        prop_assume!(!matches!(projection, Projection::Cylinder { .. }));
        let step = 1e-4;
        let at = |up: f64, aside: f64| projection.plane(lat + up * step, lon + aside * step);
        let (up, down, right, left) = (at(1.0, 0.0), at(-1.0, 0.0), at(0.0, 1.0), at(0.0, -1.0));
        let area = (right.x - left.x) * (up.y - down.y) - (right.y - left.y) * (up.x - down.x);
        let square = (2.0 * step).to_radians().powi(2) * lat.to_radians().cos();
        prop_assert!((area / square - 1.0).abs() < 1e-4, "{} {projection:?}", area / square);
    }

    #[test]
    fn north_is_up_in_the_middle(extent in extent()) {
        let projection = Projection::for_extent(&extent);
        let lat = extent.middle_lat();
        let (low, high) = (projection.plane(lat - 0.5, 0.0), projection.plane(lat + 0.5, 0.0));
        prop_assert!(high.y > low.y && (high.x - low.x).abs() < 1e-9);
    }
}

#[test]
fn the_projection_suits_the_extent() {
    let extent = |south: f64, north: f64, west: f64, width: f64| Extent {
        south,
        north,
        west,
        width,
    };
    let of = |extent: Extent| Projection::for_extent(&extent);
    assert!(matches!(of(extent(40.0, 56.0, 46.0, 42.0)), Projection::Conic { n, .. } if n > 0.0));
    assert!(
        matches!(of(extent(-44.0, -20.0, 112.0, 40.0)), Projection::Conic { n, .. } if n < 0.0)
    );
    assert!(matches!(
        of(extent(-8.0, 9.0, 95.0, 45.0)),
        Projection::Cylinder { .. }
    ));
    assert!(matches!(of(Extent::globe(10.0)), Projection::World { .. }));
}

/// Snyder's worked example for the sphere (Map Projections – A Working Manual, p. 291): 35° N, 75° W on a cone
/// with 29.5° and 45.5° N, 23° N and 96° W.
#[test]
fn the_cone_is_snyders() {
    let (first, second) = (29.5_f64.to_radians(), 45.5_f64.to_radians());
    let n = f64::midpoint(first.sin(), second.sin());
    let c = first.cos().powi(2) + 2.0 * n * first.sin();
    let rho = (c - 2.0 * n * 23_f64.to_radians().sin()).sqrt() / n;
    let cone = Projection::Conic {
        lon: -96.0,
        n,
        c,
        rho,
    };
    let at = cone.forward(Position {
        lat: 35.0,
        lon: -75.0,
    });
    assert!((at.x - 0.295_272_0).abs() < 1e-7, "{at:?}");
    assert!((at.y - 0.241_677_4).abs() < 1e-7, "{at:?}");
}

#[test]
fn an_extent_can_cross_the_180th_meridian() {
    let points = [(64.0, 178.0), (65.0, -172.0)].map(|(lat, lon)| Position { lat, lon });
    let extent = Extent::around(points.into_iter()).expect("points");
    assert!(extent.width < 15.0, "{extent:?}");
    assert!(apart(extent.middle_lon(), -177.0) < 1.0, "{extent:?}");
    assert_eq!(Extent::around(std::iter::empty()), None);
}

// The camera.

proptest! {
    #[test]
    fn what_is_under_the_pointer_stays_there(
        x in 100.0..700.0_f64, y in 60.0..340.0_f64, first in 2.0..6.0_f64, factor in 1.0..3.0_f64,
    ) {
        let ground = embedded_ground();
        let camera = Camera::new(&ground, None, [800.0, 400.0]).zoomed(&ground, first, [400.0, 200.0]);
        let held = camera.point([x, y]);
        let closer = camera.zoomed(&ground, factor, [x, y]);
        let [now_x, now_y] = closer.place(held);
        prop_assert!((now_x - x).abs() < 1e-6 && (now_y - y).abs() < 1e-6);
    }

    #[test]
    fn nothing_beyond_the_whole_is_seen(
        moves in prop::collection::vec((-900.0..900.0_f64, -900.0..900.0_f64, 0.2..5.0_f64), 0..8),
    ) {
        let ground = embedded_ground();
        let whole = Camera::new(&ground, None, [700.0, 300.0]).whole(&ground);
        let (low, high) = (whole.point([0.0, 300.0]), whole.point([700.0, 0.0]));
        let mut camera = whole;
        for (x, y, factor) in moves {
            camera = camera.moved(&ground, [x, y]).zoomed(&ground, factor, [x.abs() % 700.0, y.abs() % 300.0]);
            prop_assert!(MapFrame::ZOOMS.contains(&camera.zoom));
            let (left, right) = (camera.point([0.0, 300.0]), camera.point([700.0, 0.0]));
            prop_assert!(left.x > low.x - 1e-9 && right.x < high.x + 1e-9);
            prop_assert!(left.y > low.y - 1e-9 && right.y < high.y + 1e-9);
            // What is remembered shows the same, to a fraction of a point.
            let again = Camera::new(&ground, camera.frame(&ground), [700.0, 300.0]);
            let [x, y] = again.place(camera.middle);
            prop_assert!((x - 350.0).abs() < 0.5 && (y - 150.0).abs() < 0.5, "{x} {y} {camera:?}");
        }
    }
}

#[test]
fn the_whole_shows_every_project_and_the_first_view_the_home_country() {
    let (_, table) = &*DATA;
    let ground = embedded_ground();
    let first = Camera::new(&ground, None, [660.0, 220.0]);
    let whole = first.whole(&ground);
    assert!(first.zoom > 1.5 && whole.zoom <= 1.0);
    let is_shown = |camera: &Camera, at: Position| {
        let [x, y] = camera.place(ground.projection.forward(at));
        (0.0..660.0).contains(&x) && (0.0..220.0).contains(&y)
    };
    let spots: Vec<Position> = table.spots.iter().filter_map(Spot::at).collect();
    assert!(spots.iter().all(|at| is_shown(&whole, *at)));
    let seen = spots.iter().filter(|at| is_shown(&first, **at)).count();
    assert!(seen * 10 > spots.len() * 9, "{seen} of {}", spots.len());
    let home = ground.home.and_then(|code| outlines().country(code));
    let mainland = outlines().mainland(home.expect("home")).expect("a ring");
    let edge = outlines().ring(mainland);
    assert!(
        edge.map(|[lon, lat]| Position { lat, lon })
            .all(|at| is_shown(&first, at))
    );
}

#[test]
fn where_most_points_are_abroad_the_first_view_is_the_whole() {
    let far = [(10.0, 10.0), (60.0, 100.0)].map(|(lat, lon)| Position { lat, lon });
    let ground = Ground::new(far.into_iter(), embedded_ground().home, outlines());
    let first = Camera::new(&ground, None, [500.0, 300.0]);
    assert_eq!(first, first.whole(&ground));
}

// The land.

#[test]
fn land_is_triangles_and_lines_in_reach() {
    let ground = embedded_ground();
    let land = Land::new(outlines(), &ground, false);
    let home = land.shapes.iter().find(|shape| shape.code == ground.home);
    assert!(home.is_some() && !land.home.is_empty());
    assert!(!land.coasts.is_empty() && !land.borders.is_empty());
    for shape in &land.shapes {
        assert_eq!(shape.triangles.len() % 3, 0);
        let corners = u32::try_from(shape.corners.len()).expect("few");
        assert!(shape.triangles.iter().all(|corner| *corner < corners));
        assert!(
            shape
                .corners
                .iter()
                .flatten()
                .all(|value| value.is_finite())
        );
    }
    // Closer means finer, and no more than the outlines have.
    let count = |land: &Land| {
        land.shapes
            .iter()
            .map(|shape| shape.corners.len())
            .sum::<usize>()
    };
    let finer = Land::new(outlines(), &ground, true);
    assert!(count(&finer) > count(&land));
    assert!(!Land::is_fine(1.0) && Land::is_fine(24.0));
}

/// The triangles of a country have the area that it has on the globe.
#[test]
fn triangles_cover_a_country_once() {
    let ground = embedded_ground();
    let land = Land::new(outlines(), &ground, true);
    let home = land
        .shapes
        .iter()
        .find(|shape| shape.code == ground.home)
        .expect("home");
    let corner = |at: u32| home.corners[usize::try_from(at).expect("small")];
    let doubled: f64 = home
        .triangles
        .chunks_exact(3)
        .map(|three| {
            let [a, b, c] = [corner(three[0]), corner(three[1]), corner(three[2])];
            let cross = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
            f64::from(cross.abs())
        })
        .sum();
    let km2 = doubled / 2.0 * 6371.0_f64.powi(2);
    // Stated areas of the country are 2.72 million km².
    assert!((2.68e6..2.76e6).contains(&km2), "{km2}");
}

#[test]
fn the_world_and_empty_datasets_have_a_ground() {
    let ground = Ground::new(std::iter::empty(), None, outlines());
    assert!(matches!(ground.projection, Projection::World { .. }));
    let land = Land::new(outlines(), &ground, false);
    assert!(land.shapes.len() > 150, "{}", land.shapes.len());
    // Nothing leaps across: no edge of a coast is longer than a tenth of the globe.
    for line in land.coasts.iter().chain(&land.borders) {
        for pair in line.windows(2) {
            let far = (pair[0][0] - pair[1][0]).hypot(pair[0][1] - pair[1][1]);
            assert!(far < 0.5, "{far}");
        }
    }
    let single = Ground::new(
        [Position {
            lat: -17.0,
            lon: 179.5,
        }]
        .into_iter(),
        Some(*b"???"),
        &Outlines::default(),
    );
    let land = Land::new(outlines(), &single, false);
    assert!(!land.shapes.is_empty());
    let camera = Camera::new(&single, None, [300.0, 200.0]);
    assert!(camera.scale().is_finite());
}

// Areas.

proptest! {
    #[test]
    fn a_box_holds_its_corners_and_nothing_far(a in position(), b in position(), c in position()) {
        let area = GeoBox::between(a, b);
        prop_assert!(area.is_valid());
        prop_assert!(area.width() <= 180.01);
        let corner = |at: Position| Position {
            lat: at.lat.clamp(area.south, area.north),
            lon: (at.lon * 100.0).round() / 100.0,
        };
        prop_assert!(area.holds(corner(a)) && area.holds(corner(b)));
        let east = (c.lon - area.west).rem_euclid(360.0);
        let inside = east <= area.width() && (area.south..=area.north).contains(&c.lat);
        prop_assert_eq!(area.holds(c), inside);
    }
}

#[test]
fn an_area_keeps_what_is_drawn_in_it() {
    let (_, table) = &*DATA;
    let area = GeoBox {
        south: 42.0,
        north: 45.0,
        west: 75.0,
        east: 81.0,
    };
    let filter = Filter {
        area: Some(area),
        ..Filter::default()
    };
    let result = apply(table, &filter, MoneyStage::Latest, YearBasis::Announced);
    let expected: Vec<usize> = (0..table.len)
        .filter(|row| table.spots[*row].at().is_some_and(|at| area.holds(at)))
        .collect();
    assert!(expected.len() > 5);
    assert_eq!(result.rows.ones().collect::<Vec<_>>(), expected);
    // Counts of facets, years and sizes are within the area too.
    assert!(result.year_counts.values().sum::<usize>() <= expected.len());
    let sizes = result.sizes.steps.values().sum::<usize>() + result.sizes.not_stated;
    assert_eq!(sizes, expected.len());
}

// Names.

proptest! {
    #[test]
    fn names_lie_on_nothing(
        at in prop::collection::vec((0.0..400.0_f32, 0.0..200.0_f32, 2.0..20.0_f32, 20.0..90.0_f32), 0..40),
    ) {
        let names: Vec<Named> = at
            .iter()
            .map(|(x, y, radius, width)| Named { at: [*x, *y], radius: *radius, size: [*width, 12.0] })
            .collect();
        let blocked: Vec<Box2> = at
            .iter()
            .take(5)
            .map(|(x, y, radius, _)| Box2::around([*x, *y], [*radius, *radius]))
            .collect();
        let bounds = Box2 { left: 0.0, top: 0.0, right: 400.0, bottom: 200.0 };
        let places = place_names(&names, bounds, &blocked);
        prop_assert_eq!(places.len(), names.len());
        let placed: Vec<Box2> = places.into_iter().flatten().collect();
        for (at, one) in placed.iter().enumerate() {
            prop_assert!(bounds.holds(one));
            prop_assert!(!blocked.iter().any(|other| other.meets(one)));
            prop_assert!(!placed.iter().skip(at + 1).any(|other| other.meets(one)));
        }
    }
}

#[test]
fn the_first_name_stands_at_the_right_and_a_second_one_moves_aside() {
    let name = Named {
        at: [100.0, 50.0],
        radius: 10.0,
        size: [40.0, 12.0],
    };
    let bounds = Box2 {
        left: 0.0,
        top: 0.0,
        right: 200.0,
        bottom: 100.0,
    };
    let places = place_names(&[name, name], bounds, &[]);
    assert!(places[0].expect("free").left > 110.0);
    assert!(places[1].expect("free").right < 90.0);
}

#[test]
fn a_small_map_has_its_point_in_sight() {
    let ground = embedded_ground();
    let projects = &DATA.0.data().projects;
    let spots = projects.iter().filter_map(|project| Spot::of(project).at());
    // Also where no project lies: the far ends of what the map can show.
    let ends = [ground.extent.south + 1.0, ground.extent.north - 1.0].map(|lat| Position {
        lat,
        lon: ground.extent.middle_lon(),
    });
    let (mut near, mut far) = (0, 0);
    for at in spots.chain(ends) {
        for size in [[250.0, 150.0], [480.0, 260.0], [300.0, 90.0]] {
            let frame = MapFrame::with(&ground, at, size);
            let camera = Camera::new(&ground, frame, size);
            let [x, y] = camera.place(ground.projection.forward(at));
            let [width, height] = size;
            let inside = (0.0..=width).contains(&x) && (0.0..=height).contains(&y);
            assert!(inside, "{at:?} {size:?} {x} {y}");
            *if frame.is_some() { &mut far } else { &mut near } += 1;
        }
    }
    assert!(near > 100 && far > 0, "{near} {far}");
}
