//! A map with bubbles: land below, bubbles with areas by a number, names that lie on nothing. It is moved and
//! zoomed by pointer, wheel and keys; Shift and a drag choose an area.

mod bubbles;
mod buttons;
mod countries;
mod input;
mod land;
mod lines;
mod look;
mod names;
mod sizes;
mod still;

pub use buttons::map_buttons_ui;
pub use still::still_map_ui;

use crate::{
    analysis::{
        geo::Position,
        map::{Camera, Code, GeoBox, Ground, Land, MapFrame},
    },
    dataset::schema::Waypoint,
    ui::theme::{Tokens, size},
};
use bubbles::Drawn;
use eframe::egui::{
    Color32, CornerRadius, FontId, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    Vec2, WidgetInfo,
};
use lines::Run;

/// The state of the map.
pub struct GeoMap<'a> {
    /// What it lies on.
    pub ground: &'a Ground,
    /// The land.
    pub land: &'a Land,
    /// What is looked at; where most bubbles are if there is none.
    pub frame: Option<MapFrame>,
    /// The bubbles, the largest first: these are drawn below the smaller ones.
    pub bubbles: Vec<Bubble<'a>>,
    /// The lines, drawn below the bubbles.
    pub lines: Vec<MapLine<'a>>,
    /// Three sizes for the legend: each as a share of the largest radius, and in words.
    pub sizes: Vec<(f32, String)>,
    /// Countries to be named where there is room.
    pub countries: Vec<(Code, &'a str)>,
    /// The country beside the home country that stands out.
    pub partner: Option<Code>,
    /// The area that is chosen.
    pub area: Option<GeoBox>,
    /// The bubble that is selected.
    pub selected: Option<usize>,
    /// Height in points.
    pub height: f32,
}

/// What the map says.
pub struct MapWords<'a> {
    /// Accessible name: what the map shows, and its keys.
    pub name: &'a str,
    /// How many bubbles lie outside of the picture.
    pub outside: &'a dyn Fn(usize) -> String,
}

/// One bubble.
pub struct Bubble<'a> {
    /// What it stands for; given back in events.
    pub id: usize,
    /// Where.
    pub at: Position,
    /// Its radius as a share of the largest; none for a mark without a size.
    pub radius: Option<f32>,
    /// Its colour.
    pub color: Color32,
    /// Whether the point is the place itself; otherwise the bubble is pale with a dashed rim.
    pub exact: bool,
    /// Its name.
    pub name: &'a str,
}

/// One line: a railway, a road, a pipeline.
pub struct MapLine<'a> {
    /// What it stands for, as for a bubble.
    pub id: usize,
    /// The places it passes.
    pub points: &'a [Waypoint],
    /// Its colour.
    pub color: Color32,
    /// Whether it only joins the places that it passes; then it is dashed.
    pub schematic: bool,
}

/// What a person did with the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MapEvent {
    /// Looked at another part, or at where most bubbles are.
    Frame(Option<MapFrame>),
    /// Clicked a bubble.
    Bubble(usize),
    /// Chose an area.
    Area(GeoBox),
}

/// The map in its rectangle of the screen.
struct Scene<'a> {
    map: &'a GeoMap<'a>,
    words: &'a MapWords<'a>,
    tokens: &'static Tokens,
    camera: Camera,
    rect: Rect,
    /// Radius of the largest bubble.
    largest: f32,
}

/// Draws the map; `tip` fills the tooltip of a bubble. Returns
/// where it is and what a person did.
pub fn map_ui(
    ui: &mut Ui,
    map: &GeoMap<'_>,
    words: &MapWords<'_>,
    tip: impl FnOnce(&mut Ui, usize),
) -> (Rect, Option<MapEvent>) {
    let tokens = Tokens::of(ui);
    let size = Vec2::new(ui.available_width(), map.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words.name));
    let scene = Scene::new(map, words, tokens, rect);
    let drawn = scene.bubbles();
    let lines = scene.lines();
    let hovered = response.hover_pos().and_then(|pointer| {
        let bubble = bubbles::under(&drawn, pointer);
        bubble.or_else(|| lines::under(&lines, pointer))
    });
    scene.paint(ui, &lines, &drawn, hovered);
    scene.focus_ui(ui, &response);
    let event = scene.event(ui, &response, hovered);
    if let Some(id) = hovered.filter(|_| !response.dragged()) {
        response.on_hover_ui_at_pointer(|ui| tip(ui, id));
    }
    (rect, event)
}

impl<'a> Scene<'a> {
    fn new(
        map: &'a GeoMap<'a>,
        words: &'a MapWords<'a>,
        tokens: &'static Tokens,
        rect: Rect,
    ) -> Self {
        let points = [rect.width(), rect.height()].map(f64::from);
        let shares = map.bubbles.iter().filter_map(|bubble| bubble.radius);
        Self {
            map,
            words,
            tokens,
            camera: Camera::new(map.ground, map.frame, points),
            rect,
            largest: look::largest_radius(rect, shares),
        }
    }
}

impl Scene<'_> {
    fn paint(&self, ui: &Ui, lines: &[Run<'_>], drawn: &[Drawn<'_>], hovered: Option<usize>) {
        let painter = ui
            .painter()
            .with_clip_rect(self.rect.intersect(ui.clip_rect()));
        self.land(&painter);
        if let Some(area) = self.map.area {
            self.area(&painter, area);
        }
        lines::paint(&painter, self, lines, hovered);
        bubbles::paint(&painter, self, drawn, hovered);
        let legend = sizes::paint(&painter, self);
        let outside = self.outside(&painter, drawn.len());
        let kept: Vec<Rect> = legend.into_iter().chain(outside).collect();
        names::paint(ui, &painter, self, drawn, &kept);
        let edge = Stroke::new(1.0, self.tokens.border);
        painter.rect_stroke(self.rect, CornerRadius::same(4), edge, StrokeKind::Inside);
    }

    fn focus_ui(&self, ui: &Ui, response: &Response) {
        if response.has_focus() {
            let stroke = Stroke::new(1.5, self.tokens.accent);
            ui.painter()
                .rect_stroke(self.rect, CornerRadius::same(4), stroke, StrokeKind::Inside);
        }
    }

    /// Says how many bubbles lie outside of the picture, so that it never looks like all of them; returns where.
    fn outside(&self, painter: &Painter, inside: usize) -> Option<Rect> {
        let count = self.map.bubbles.len().saturating_sub(inside);
        if count == 0 {
            return None;
        }
        let font = FontId::proportional(size::SMALL - 1.0);
        let words = painter.layout_no_wrap((self.words.outside)(count), font, self.tokens.muted);
        let rect = Rect::from_min_size(
            self.rect.min + Vec2::splat(8.0),
            words.size() + Vec2::new(12.0, 6.0),
        );
        look::plate(painter, self.tokens, rect);
        painter.galley(rect.min + Vec2::new(6.0, 3.0), words, self.tokens.muted);
        Some(rect)
    }

    /// The bubbles in sight.
    fn bubbles(&self) -> Vec<Drawn<'_>> {
        let all = self.map.bubbles.iter();
        all.map(|bubble| Drawn {
            bubble,
            at: self.place(bubble.at),
            radius: bubble
                .radius
                .map_or(look::DOT, |share| (share * self.largest).max(look::LEAST)),
        })
        .filter(|drawn| self.rect.expand(drawn.radius).contains(drawn.at))
        .collect()
    }

    /// Where a point of the globe is on the screen.
    fn place(&self, at: Position) -> eframe::egui::Pos2 {
        let [x, y] = self.camera.place(self.map.ground.projection.forward(at));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "points of a screen; beyond them nothing is drawn"
        )]
        let from_corner = Vec2::new(x as f32, y as f32);
        self.rect.min + from_corner
    }

    /// The point of the globe at a place on the screen; none beyond its edge.
    fn position(&self, at: eframe::egui::Pos2) -> Option<Position> {
        let from_corner = at - self.rect.min;
        let point = self
            .camera
            .point([from_corner.x, from_corner.y].map(f64::from));
        self.map.ground.projection.inverse(point)
    }
}
