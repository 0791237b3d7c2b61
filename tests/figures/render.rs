//! The headless renderer: a demonstration interface drawn without window or GPU.

use crate::support;

use belt_explorer::export::svg::{Picture, RenderError, draw_ui};
use belt_explorer::ui::theme::{font_definitions, semibold};
use eframe::egui::{
    self, Align2, Color32, ComboBox, Frame, Margin, Pos2, Rect, RichText, ScrollArea, Shadow,
    Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};
use egui_plot::{Bar, BarChart, Line, Plot, PlotPoints, Points};

const SIZE: egui::Vec2 = vec2(900.0, 640.0);

const SURFACE: Color32 = Color32::from_rgb(0xff, 0xff, 0xff);
const POWER: Color32 = Color32::from_rgb(0xe0, 0x8e, 0x0b);
const OIL: Color32 = Color32::from_rgb(0x3d, 0x5a, 0x80);

/// Something of everything that the application draws.
fn demo_ui(ui: &mut Ui) {
    let card = Frame::new()
        .fill(SURFACE)
        .stroke(Stroke::new(1.0, Color32::from_rgb(0xdf, 0xe3, 0xe8)))
        .corner_radius(8)
        .inner_margin(Margin::symmetric(16, 12))
        .outer_margin(12)
        .shadow(Shadow {
            offset: [0, 3],
            blur: 14,
            spread: 0,
            color: Color32::from_black_alpha(40),
        });
    card.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = RichText::new("Investment over time").font(semibold(17.0));
        ui.label(title);
        ui.label("Қазақстан – 中国, $1.2bn ± 5 % → 2019…2024");
        ui.label(RichText::new("1,111.0\n9,876.5").monospace());
        ui.horizontal(|ui| {
            let _ = ui.button("Export figure");
            let mut stage = "contracted";
            ComboBox::from_label("Stage")
                .selected_text(stage)
                .show_ui(ui, |ui| {
                    ui.selectable_value(&mut stage, "paid", "Paid");
                });
            let mut checked = true;
            ui.checkbox(&mut checked, "Stacked");
            ui.hyperlink_to(RichText::new("A source").underline(), "https://example.org");
            ui.label(RichText::new("withdrawn").strikethrough());
            ui.label(RichText::new("provisional").italics());
            ui.label(RichText::new("marked").background_color(Color32::YELLOW));
        });
        chart_ui(ui);
        ui.horizontal_top(|ui| {
            let list = ScrollArea::vertical().max_height(110.0);
            ui.allocate_ui(vec2(360.0, 110.0), |ui| list.show(ui, list_ui));
            ui.add_space(24.0);
            ui.vertical(|ui| {
                ui.label(
                    "This paragraph is long enough to need a second row, and it says nothing else.",
                )
            });
        });
    });
}

fn list_ui(ui: &mut Ui) {
    ui.vertical(|ui| {
        for row in 0..40 {
            ui.label(format!("Project number {row} with its place in the list"));
        }
    });
}

fn chart_ui(ui: &mut Ui) {
    let bars = (0..8).map(|year| Bar::new(f64::from(year), f64::from(2 + year % 3)).width(0.6));
    let line: PlotPoints<'_> = (0..8)
        .map(|year| [f64::from(year), 1.0 + f64::from(year * year) / 16.0])
        .collect();
    let points: PlotPoints<'_> = (0..8)
        .map(|year| [f64::from(year), 5.0 - f64::from(year) / 2.0])
        .collect();
    Plot::new("chart")
        .height(240.0)
        .show_background(false)
        .show(ui, |plot| {
            plot.bar_chart(BarChart::new("bars", bars.collect()).color(POWER));
            plot.line(Line::new("line", line).color(OIL).width(2.0));
            plot.points(
                Points::new("points", points)
                    .color(Color32::DARK_GREEN)
                    .radius(4.0),
            );
        });
}

fn draw(ui: impl FnMut(&mut Ui)) -> Picture {
    draw_ui(&support::context(), SIZE, ui)
}

/// Draws shapes on an empty window.
fn draw_shapes(add: impl Fn(&egui::Painter)) -> Picture {
    draw(|ui| add(&ui.ctx().layer_painter(egui::LayerId::background())))
}

fn rgb(picture: &Picture, scale: f32, at: Pos2) -> [u8; 3] {
    let pixels = picture.pixels(scale).expect("the picture can be drawn");
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "small positions"
    )]
    let pixel = pixels.pixel((at.x * scale) as u32, (at.y * scale) as u32);
    let [red, green, blue, alpha] = pixel.expect("inside the picture");
    assert_eq!(alpha, 255, "a picture of a window has no holes");
    [red, green, blue]
}

fn tree(picture: &Picture) -> resvg::usvg::Tree {
    resvg::usvg::Tree::from_str(&picture.svg, &resvg::usvg::Options::default())
        .expect("the SVG is readable")
}

#[test]
fn the_same_interface_gives_the_same_bytes() {
    let (first, second) = (draw(demo_ui), draw(demo_ui));
    assert_eq!(first.svg, second.svg);
    let png = first.png(1.0).expect("a PNG");
    assert_eq!(png, second.png(1.0).expect("a PNG"));
    // Kept where a person can look at it.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    std::fs::write(folder.join("demo.png"), png).expect("written");
    std::fs::write(folder.join("demo-2x.png"), first.png(2.0).expect("a PNG")).expect("written");
    std::fs::write(folder.join("demo.svg"), &first.svg).expect("written");
}

#[test]
fn a_picture_is_readable_svg_of_the_size_asked_for() {
    let picture = draw(demo_ui);
    let size = tree(&picture).size();
    assert_eq!((size.width(), size.height()), (SIZE.x, SIZE.y));
    let pixels = picture.pixels(1.5).expect("pixels");
    assert_eq!((pixels.width, pixels.height), (1350, 960));
    assert_eq!(picture.missing_glyphs, Vec::<char>::new());
}

#[test]
fn text_stays_text_in_its_own_font() {
    let svg = draw(demo_ui).svg;
    for words in [
        "Export figure",
        "Stacked",
        "A source",
        "1,111.0",
        "Қазақстан – ",
    ] {
        assert!(
            support::words(&svg).contains(words),
            "{words} is not in {svg}"
        );
    }
    let heading = svg
        .lines()
        .find(|line| line.contains(">Investment <"))
        .expect("the heading is there");
    assert!(
        heading.contains("font-family=\"'Inter', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif\" font-weight=\"600\""),
        "{heading}"
    );
    assert!(heading.contains("font-size=\"17\""), "{heading}");
    let chinese = svg
        .find(">中国<")
        .expect("Chinese is there, without its neighbours");
    let start = svg[..chinese].rfind("<tspan y").expect("in a span");
    assert!(
        svg[start..chinese].contains("'Noto Sans CJK SC'"),
        "{}",
        &svg[start..chinese]
    );
}

#[test]
fn every_digit_is_equally_wide() {
    let widths = ["1111111111", "0000000000", "4444444444"].map(|digits| {
        let text = RichText::new(digits).font(semibold(12.5));
        let svg = draw(|ui| _ = ui.label(text.clone())).svg;
        let start = svg.find("<tspan x=\"").expect("places") + 10;
        let places = svg[start..].split('"').next().expect("numbers");
        assert_eq!(places.split(' ').count(), 10, "one place a digit");
        places.to_owned()
    });
    assert_eq!(widths[0], widths[1]);
    assert_eq!(widths[0], widths[2]);
}

#[test]
fn a_character_without_a_glyph_is_reported() {
    let picture = draw(|ui| {
        ui.label("rail 🛤 and fire 🔥 and 🔥, but not ₸");
    });
    assert_eq!(picture.missing_glyphs, ['🔥', '🛤']);
    assert!(support::words(&picture.svg).contains("rail "));
}

#[test]
fn nothing_shows_outside_its_clip() {
    let red = Color32::from_rgb(200, 0, 0);
    let clip = Rect::from_min_max(pos2(50.0, 50.0), pos2(90.0, 90.0));
    let picture = draw_shapes(|painter| {
        let painter = painter.with_clip_rect(clip);
        painter.circle_filled(pos2(70.0, 70.0), 40.0, red);
        painter.rect_filled(
            Rect::from_min_size(pos2(300.0, 300.0), vec2(9.0, 9.0)),
            0,
            red,
        );
    });
    assert_eq!(rgb(&picture, 2.0, pos2(51.0, 51.0)), [200, 0, 0]);
    assert_eq!(rgb(&picture, 2.0, pos2(89.7, 70.0)), [200, 0, 0]);
    let ground = rgb(&picture, 2.0, pos2(5.0, 5.0));
    assert_eq!(rgb(&picture, 2.0, pos2(90.2, 70.0)), ground);
    assert_eq!(picture.svg.matches("<circle").count(), 1);
    assert_eq!(
        picture.svg.matches("<rect").count(),
        2,
        "the ground and the clip: {}",
        picture.svg
    );
}

#[test]
fn a_scrolled_list_ends_at_its_edge() {
    let svg = support::words(&draw(demo_ui).svg);
    assert!(svg.contains("Project number 0 "));
    assert!(svg.contains("Project number 3 "), "{svg}");
    assert!(
        !svg.contains("Project number 20 "),
        "rows out of sight are not in the file"
    );
}

#[test]
fn colours_lie_where_the_shapes_are() {
    let picture = draw_shapes(|painter| {
        let area = |x: f32| Rect::from_min_size(pos2(x, 20.0), vec2(40.0, 40.0));
        let border = Stroke::new(4.0, Color32::BLACK);
        painter.rect(area(20.0), 12, POWER, border, StrokeKind::Inside);
        painter.add(Shape::convex_polygon(
            vec![pos2(100.0, 20.0), pos2(140.0, 20.0), pos2(100.0, 60.0)],
            OIL,
            Stroke::NONE,
        ));
        painter.line_segment(
            [pos2(200.0, 40.0), pos2(240.0, 40.0)],
            Stroke::new(1.0, OIL),
        );
        painter.rect_filled(
            area(260.0),
            0,
            Color32::from_rgba_unmultiplied(0, 0, 0, 128),
        );
        let mut mesh = egui::Mesh::default();
        mesh.add_colored_rect(area(320.0), POWER);
        painter.add(mesh);
        painter.circle(pos2(400.0, 40.0), 10.0, POWER, Stroke::new(4.0, OIL));
    });
    let at = |x: f32, y: f32| rgb(&picture, 1.0, pos2(x, y));
    let ground = at(5.0, 5.0);
    let (power, oil) = ([0xe0, 0x8e, 0x0b], [0x3d, 0x5a, 0x80]);
    assert_eq!(at(40.0, 40.0), power);
    assert_eq!(at(22.0, 40.0), [0, 0, 0], "the border is inside");
    assert_eq!(at(20.0, 20.0), ground, "the corner is round");
    assert_eq!(at(110.0, 30.0), oil);
    assert_eq!(at(138.0, 58.0), ground);
    assert_eq!(at(220.0, 40.0), oil, "a hairline is one full pixel");
    assert_eq!(at(220.0, 39.0), ground);
    assert_eq!(at(220.0, 41.0), ground);
    assert!(
        at(280.0, 40.0)
            .iter()
            .zip(ground)
            .all(|(dark, light)| dark.abs_diff(light / 2) <= 1)
    );
    assert_eq!(at(340.0, 40.0), power);
    assert_eq!(at(400.0, 40.0), power);
    assert_eq!(
        at(412.0, 40.0),
        oil,
        "egui strokes circles outside of their radius"
    );
}

#[test]
fn a_texture_becomes_an_image() {
    let checks = egui::ColorImage::new([2, 1], vec![Color32::RED, Color32::BLUE]);
    let picture = draw_ui(&support::context(), SIZE, |ui| {
        let id = egui::Id::unique("texture");
        let texture = ui
            .data_mut(|data| data.get_temp::<egui::TextureHandle>(id))
            .unwrap_or_else(|| {
                ui.ctx()
                    .load_texture("checks", checks.clone(), egui::TextureOptions::NEAREST)
            });
        ui.data_mut(|data| data.insert_temp(id, texture.clone()));
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        let area = Rect::from_min_size(pos2(100.0, 100.0), vec2(80.0, 40.0));
        ui.painter()
            .image(texture.id(), area, whole, Color32::WHITE);
    });
    assert_eq!(picture.svg.matches("<image").count(), 1);
    assert_eq!(rgb(&picture, 1.0, pos2(105.0, 120.0)), [255, 0, 0]);
    assert_eq!(rgb(&picture, 1.0, pos2(175.0, 120.0)), [0, 0, 255]);
}

#[test]
fn text_has_its_ink_where_egui_put_it() {
    let mut place = Rect::NOTHING;
    let picture = draw(|ui| {
        let font = semibold(40.0);
        place = ui.painter().text(
            pos2(300.0, 200.0),
            Align2::LEFT_TOP,
            "HHHH",
            font,
            Color32::BLACK,
        );
    });
    let pixels = picture.pixels(1.0).expect("pixels");
    let dark = (0..pixels.height)
        .flat_map(|y| (0..pixels.width).map(move |x| (x, y)))
        .filter(|(x, y)| pixels.pixel(*x, *y).is_some_and(|[red, ..]| red < 128));
    #[expect(clippy::cast_precision_loss, reason = "small positions")]
    let ink = dark.fold(Rect::NOTHING, |ink, (x, y)| {
        ink.union(Rect::from_min_size(
            pos2(x as f32, y as f32),
            vec2(1.0, 1.0),
        ))
    });
    assert!(place.contains_rect(ink), "{ink} is not in {place}");
    assert!(
        ink.width() > place.width() - 10.0,
        "{ink} is too narrow for {place}"
    );
}

#[test]
fn sizes_that_cannot_be_drawn_are_refused() {
    let picture = draw(|_| {});
    for scale in [0.0, -1.0, f32::NAN, 1e9] {
        assert!(
            matches!(picture.pixels(scale), Err(RenderError::Size { .. })),
            "{scale}"
        );
    }
}

#[test]
fn a_harness_draws_with_it() {
    let mut harness = egui_kittest::Harness::builder()
        .with_size(SIZE)
        .with_context_setup(|ctx| ctx.set_fonts(font_definitions()))
        .renderer(support::Snapshots::default())
        .build_ui(demo_ui);
    harness.run();
    let image = harness.render().expect("an image");
    assert_eq!(image.dimensions(), (900, 640));
    assert!(
        image
            .pixels()
            .any(|pixel| pixel.0 == [0xe0, 0x8e, 0x0b, 255]),
        "no bar in the picture"
    );
}
