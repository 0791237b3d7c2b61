//! Runs an interface without a window until it has settled, and draws it.

use eframe::egui::{Context, RawInput, Rect, Ui, Vec2, pos2};

use super::{HeadlessRenderer, Picture};

/// An interface that still moves after this many passes is drawn as it is then.
const MOST_PASSES: u32 = 16;

/// Time between passes, in seconds: longer than egui's animations, so that each of them is over
/// in the next pass.
const STEP_S: f64 = 0.25;

/// Draws `ui` as it looks once it has settled, in a window of `size` points.
///
/// Fonts, theme and zoom are those of `ctx`. A first pass only measures, so at least two are
/// made; more while egui asks for an immediate repaint.
#[must_use]
pub fn draw_ui(ctx: &Context, size: Vec2, mut ui: impl FnMut(&mut Ui)) -> Picture {
    let mut renderer = HeadlessRenderer::new();
    let start = ctx.input(|input| input.time);
    let mut pass = 0;
    loop {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), size)),
            time: Some(start + f64::from(pass + 1) * STEP_S),
            ..RawInput::default()
        };
        let mut output = ctx.run_ui(input, &mut ui);
        renderer.take_textures(&mut output.textures_delta);
        pass += 1;
        let moving = output
            .viewport_output
            .values()
            .any(|viewport| viewport.repaint_delay.is_zero());
        if pass >= MOST_PASSES || (pass >= 2 && !moving) {
            return renderer.draw(ctx, &output, size);
        }
    }
}
