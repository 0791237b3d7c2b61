//! Names of bubbles, the largest first, and of countries where there is still room.

use super::{Scene, bubbles::Drawn, buttons, countries, look};
use crate::{
    analysis::map::{Box2, Named, place_names},
    ui::theme::size,
};
use eframe::egui::{Color32, FontId, Galley, Painter, Rect, Ui, Vec2, pos2, vec2};
use std::sync::Arc;

/// Room of the map for one name, in square points.
const ROOM: f32 = 7_000.0;
/// Fewest and most names.
const FEWEST: usize = 5;
const MOST: usize = 48;
/// Fewest and most letters of a name before it is cut, and points of the map's width for each.
const LETTERS: (usize, usize) = (22, 40);
const POINTS: f32 = 26.0;
/// Bubbles that no name lies on: the largest.
const KEPT_FREE: usize = 400;

pub(super) fn paint(
    ui: &Ui,
    painter: &Painter,
    scene: &Scene<'_>,
    drawn: &[Drawn<'_>],
    kept: &[Rect],
) {
    let named = named(ui, scene, drawn);
    let asked: Vec<Named> = named.iter().map(|(name, ..)| *name).collect();
    let bubbles = drawn.iter().take(KEPT_FREE).map(|drawn| {
        let side = 1.85 * drawn.radius;
        Rect::from_center_size(drawn.at, Vec2::splat(side))
    });
    let blocked: Vec<Box2> = bubbles
        .chain(kept.iter().copied())
        .chain([buttons::corner(scene.rect)])
        .map(box_of)
        .collect();
    let places = place_names(&asked, box_of(scene.rect.shrink(4.0)), &blocked);
    for ((_, galley, color), place) in named.into_iter().zip(places) {
        let Some(place) = place else { continue };
        let rect = Rect::from_min_max(pos2(place.left, place.top), pos2(place.right, place.bottom));
        // A name beside a bubble can lie on small ones; that of a country stands on its land.
        if color == scene.tokens.text {
            let ground = look::home(scene.tokens).gamma_multiply(0.75);
            painter.rect_filled(rect.expand2(vec2(1.5, -1.0)), 2.0, ground);
        }
        painter.galley(rect.min, galley, color);
    }
}

fn box_of(rect: Rect) -> Box2 {
    Box2 {
        left: rect.left(),
        top: rect.top(),
        right: rect.right(),
        bottom: rect.bottom(),
    }
}

type Word = (Named, Arc<Galley>, Color32);

/// What is to be named, the most important first: the selected bubble, the largest, the countries.
fn named(ui: &Ui, scene: &Scene<'_>, drawn: &[Drawn<'_>]) -> Vec<Word> {
    let area = scene.rect.area() / ROOM;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small count"
    )]
    let most = (area as usize).clamp(FEWEST, MOST);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small count"
    )]
    let letters = ((scene.rect.width() / POINTS) as usize).clamp(LETTERS.0, LETTERS.1);
    let selected = scene.map.selected;
    let front = drawn.iter().filter(|one| selected == Some(one.bubble.id));
    let others = drawn.iter().filter(|one| selected != Some(one.bubble.id));
    let bubbles = front.chain(others).take(most).map(|one| {
        let galley = galley(ui, &shortened(one.bubble.name, letters), scene.tokens.text);
        let name = Named {
            at: [one.at.x, one.at.y],
            radius: one.radius,
            size: [galley.size().x, galley.size().y],
        };
        (name, galley, scene.tokens.text)
    });
    bubbles.chain(countries(ui, scene)).collect()
}

fn countries<'a>(ui: &'a Ui, scene: &'a Scene<'_>) -> impl Iterator<Item = Word> + 'a {
    countries::names(scene).map(|(name, at)| {
        let galley = galley(ui, name, scene.tokens.muted);
        let word = Named {
            at: [at.x, at.y],
            radius: 0.0,
            size: [galley.size().x, galley.size().y],
        };
        (word, galley, scene.tokens.muted)
    })
}

fn galley(ui: &Ui, words: &str, color: Color32) -> Arc<Galley> {
    let font = FontId::proportional(size::SMALL - 1.0);
    ui.painter().layout_no_wrap(words.to_owned(), font, color)
}

/// The first words of a name, as many as there is room for.
fn shortened(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let mut short = String::new();
    for word in name.split(' ') {
        if short.chars().count() + word.chars().count() >= letters {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = name.chars().take(letters - 1).collect();
    }
    let end = |c: char| matches!(c, ',' | '–' | '-' | '(' | '/' | '&') || c.is_whitespace();
    format!("{}…", short.trim_end_matches(end))
}
