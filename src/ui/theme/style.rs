//! Tokens as egui's style: spacing, rounding, widget colours.

use super::{DARK, LIGHT, SEMIBOLD, Tokens, font_definitions, size};
use eframe::egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Theme, Vec2, Visuals,
    style::{ScrollStyle, WidgetVisuals, Widgets},
};

/// Installs fonts and both themes.
pub fn install(ctx: &Context) {
    ctx.set_fonts(font_definitions());
    ctx.set_style_of(Theme::Light, style(&LIGHT));
    ctx.set_style_of(Theme::Dark, style(&DARK));
}

fn style(tokens: &Tokens) -> Style {
    let mut style = Style {
        visuals: visuals(tokens),
        ..Style::default()
    };
    let plain = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, plain(size::SMALL)),
        (TextStyle::Body, plain(size::BODY)),
        (TextStyle::Button, plain(size::BODY)),
        (
            TextStyle::Monospace,
            FontId::new(size::SMALL, FontFamily::Monospace),
        ),
        (
            TextStyle::Heading,
            FontId::new(size::TITLE, FontFamily::Name(SEMIBOLD.into())),
        ),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(8.0, 6.0);
    spacing.button_padding = Vec2::new(9.0, 4.0);
    spacing.interact_size.y = 26.0;
    spacing.menu_margin = Margin::same(6);
    spacing.scroll = ScrollStyle::thin();
    spacing.tooltip_width = 360.0;
    style.animation_time = 0.08;
    style
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.widgets = widgets(tokens);
    visuals.panel_fill = tokens.window;
    visuals.window_fill = tokens.surface;
    visuals.window_stroke = Stroke::new(1.0, tokens.border);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.popup_shadow = shadow(tokens, 12);
    visuals.window_shadow = shadow(tokens, 24);
    visuals.extreme_bg_color = tokens.surface;
    visuals.faint_bg_color = tokens.window;
    visuals.code_bg_color = tokens.raised;
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.warning;
    visuals.weak_text_color = Some(tokens.muted);
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(1.0, tokens.text);
    visuals
}

fn shadow(tokens: &Tokens, blur: u8) -> Shadow {
    Shadow {
        offset: [0, 4],
        blur,
        spread: 0,
        color: Color32::from_black_alpha(if tokens.dark { 110 } else { 36 }),
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let base = WidgetVisuals {
        bg_fill: tokens.raised,
        weak_bg_fill: tokens.raised,
        bg_stroke: Stroke::new(1.0, tokens.border),
        corner_radius: CornerRadius::same(5),
        fg_stroke: Stroke::new(1.0, tokens.text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: WidgetVisuals {
            bg_fill: tokens.surface,
            weak_bg_fill: tokens.surface,
            ..base
        },
        inactive: base,
        hovered: WidgetVisuals {
            bg_stroke: Stroke::new(1.0, tokens.muted),
            ..base
        },
        active: WidgetVisuals {
            bg_fill: tokens.selection,
            weak_bg_fill: tokens.selection,
            bg_stroke: Stroke::new(1.0, tokens.accent),
            ..base
        },
        open: WidgetVisuals {
            bg_stroke: Stroke::new(1.0, tokens.accent),
            ..base
        },
    }
}
