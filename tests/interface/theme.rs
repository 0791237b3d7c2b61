//! The theme's colours: contrast (WCAG 2) and distance under colour-blindness, computed.

use belt_explorer::ui::theme::{DARK, LIGHT, Tokens};
use eframe::egui::Color32;

/// Linear light of a colour (`formulas` H3).
fn linear(color: Color32) -> [f64; 3] {
    [color.r(), color.g(), color.b()].map(|channel| {
        let u = f64::from(channel) / 255.0;
        if u <= 0.04045 {
            u / 12.92
        } else {
            ((u + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |color| {
        let [r, g, b] = linear(color);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    if a > b { a / b } else { b / a }
}

type Matrix = [[f64; 3]; 3];

/// Full colour vision, and the full deficiencies after Machado, Oliveira and Fernandes (2009),
/// each with the least distance two slots may have.
const VISIONS: [(&str, Matrix, f64); 4] = [
    (
        "full vision",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
        25.0,
    ),
    (
        "protanopia",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        15.0,
    ),
    (
        "deuteranopia",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
        15.0,
    ),
    (
        "tritanopia",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
        12.0,
    ),
];

/// Linear sRGB to CIE XYZ (D65).
const TO_XYZ: Matrix = [
    [0.4124, 0.3576, 0.1805],
    [0.2126, 0.7152, 0.0722],
    [0.0193, 0.1192, 0.9505],
];

/// CIE L*a*b* of a colour as seen with a vision.
fn lab(color: Color32, vision: &Matrix) -> [f64; 3] {
    let light = linear(color);
    let seen = vision.map(|row| {
        let sum: f64 = row
            .iter()
            .zip(light)
            .map(|(factor, channel)| factor * channel)
            .sum();
        sum.clamp(0.0, 1.0)
    });
    let tristimulus = TO_XYZ.map(|row| {
        row.iter()
            .zip(seen)
            .map(|(factor, channel)| factor * channel)
            .sum::<f64>()
    });
    let [x, y, z] = [
        tristimulus[0] / 0.950_47,
        tristimulus[1],
        tristimulus[2] / 1.088_83,
    ]
    .map(|t| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter()
        .zip(b)
        .map(|(a, b)| (a - b).powi(2))
        .sum::<f64>()
        .sqrt()
}

const THEMES: [(&str, Tokens); 2] = [("light", LIGHT), ("dark", DARK)];

#[test]
fn the_worked_examples_of_contrast_hold() {
    let grey = contrast(Color32::from_gray(0x76), Color32::WHITE);
    assert!((grey - 4.542_225).abs() < 1e-5, "{grey}");
    assert!((contrast(Color32::WHITE, Color32::BLACK) - 21.0).abs() < 1e-9);
}

#[test]
fn text_reads_on_every_ground() {
    for (name, tokens) in &THEMES {
        for ground in [
            tokens.window,
            tokens.surface,
            tokens.raised,
            tokens.selection,
        ] {
            for ink in [tokens.text, tokens.muted, tokens.accent, tokens.warning] {
                let contrast = contrast(ink, ground);
                assert!(
                    contrast >= 4.5,
                    "{name}: {ink:?} on {ground:?} has {contrast:.2}"
                );
            }
        }
    }
}

#[test]
fn data_colours_stand_out_from_the_surface() {
    for (name, tokens) in &THEMES {
        for color in tokens.slots.iter().chain(&tokens.recorders) {
            let contrast = contrast(*color, tokens.surface);
            assert!(contrast >= 3.0, "{name}: {color:?} has {contrast:.2}");
        }
    }
}

#[test]
fn slots_stay_apart_for_every_vision() {
    for (name, tokens) in &THEMES {
        for (vision, matrix, least) in &VISIONS {
            for (at, a) in tokens.slots.iter().enumerate() {
                for (other, b) in tokens.slots.iter().enumerate().skip(at + 1) {
                    let apart = distance(lab(*a, matrix), lab(*b, matrix));
                    assert!(
                        apart >= *least,
                        "{name}, {vision}: slots {at} and {other} are {apart:.1} apart"
                    );
                }
            }
        }
    }
}

#[test]
fn the_two_recorders_stay_apart_for_every_vision() {
    for (name, tokens) in &THEMES {
        let [a, b] = tokens.recorders;
        for (vision, matrix, least) in &VISIONS {
            let apart = distance(lab(a, matrix), lab(b, matrix));
            assert!(apart >= *least, "{name}, {vision}: {apart:.1}");
        }
    }
}
