//! The small map of a record: the point of its place, drawn as exactly as it is known.

use crate::{
    analysis::{
        map::{Code, MapFrame},
        projects::Spot,
    },
    app::{Action, action::ProjectsAction, view::ProjectsPicture},
    dataset::schema::{CountryKind, Project},
    ui::{
        Cx,
        charts::{Bubble, GeoMap, MapLine, still_map_ui},
    },
};
use eframe::egui::{Color32, Ui, Vec2};

/// Height of the map in the panel.
pub(in crate::ui) const HEIGHT: f32 = 150.0;
/// How close the large map goes to a place.
const CLOSE: f64 = 6.0;
/// Radius of a point that is the place itself, and of one that stands for a region.
const EXACT: f32 = 0.38;
const REGION: f32 = 0.9;

/// The map and its accessible name; nothing where no point is known.
pub(in crate::ui) fn map<'a>(
    cx: &Cx<'a>,
    project: &'a Project,
    size: Vec2,
) -> Option<(GeoMap<'a>, String)> {
    let spot = Spot::of(project);
    let at = spot.at()?;
    let exact = matches!(spot, Spot::Exact(_));
    let derived = &cx.state.derived.projects;
    let (ground, land) = (derived.ground.get()?, derived.coarse_land()?);
    let sector = cx.catalog().sector(&project.sector);
    let group = sector.and_then(|sector| cx.catalog().sector_group(&sector.group));
    let place = project.place.as_ref()?;
    let name = cx.text(&place.name);
    let code = |id: &str| id.as_bytes().try_into().ok();
    let countries = cx.catalog().data().countries.iter();
    let countries = countries
        .filter(|country| country.kind == CountryKind::Country)
        .filter_map(|country| Some((code(&country.id)?, cx.text(&country.name))));
    let map = GeoMap {
        ground,
        land,
        frame: MapFrame::with(ground, at, [size.x, size.y].map(f64::from)),
        bubbles: vec![Bubble {
            id: 0,
            at,
            radius: Some(if exact { EXACT } else { REGION }),
            color: cx.tokens.slot(group.map(|group| group.slot)),
            exact,
            name,
        }],
        lines: lines(project, cx.tokens.slot(group.map(|group| group.slot))),
        sizes: Vec::new(),
        countries: countries.collect::<Vec<(Code, &str)>>(),
        partner: code(cx.catalog().partner()),
        area: None,
        selected: None,
        height: size.y,
    };
    let key = if exact {
        "record-map"
    } else {
        "record-map-region"
    };
    let name = if name.is_empty() {
        cx.text(&project.name)
    } else {
        name
    };
    Some((map, cx.with(key, &[("place", name.into())])))
}

fn lines(project: &Project, color: Color32) -> Vec<MapLine<'_>> {
    let path = project.path.iter();
    let line = path.map(|path| MapLine {
        id: 0,
        points: &path.points,
        color,
        schematic: path.schematic,
    });
    line.collect()
}

/// The map in the panel; a click shows the place on the large one.
pub(super) fn map_ui(ui: &mut Ui, cx: &Cx<'_>, project: &Project) {
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let Some((map, name)) = map(cx, project, size) else {
        return;
    };
    let tip = cx.t("record-on-map");
    let words = format!("{name} – {tip}");
    if still_map_ui(ui, &map, &words).on_hover_text(&tip).clicked() {
        show(cx, project);
    }
    if ui.link(tip).clicked() {
        show(cx, project);
    }
}

/// Brings the large map to the front, at the place.
fn show(cx: &Cx<'_>, project: &Project) {
    let Some(at) = Spot::of(project).at() else {
        return;
    };
    let frame = MapFrame {
        lat: at.lat,
        lon: at.lon,
        zoom: CLOSE,
    };
    let picture = ProjectsPicture::Map;
    cx.push(Action::Projects(ProjectsAction::Picture(picture)));
    cx.push(Action::Projects(ProjectsAction::MapFrame(Some(frame))));
}
