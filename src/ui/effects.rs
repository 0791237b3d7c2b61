//! What the window does outside of itself after an action.

use super::widgets::SEARCH_ID;
use crate::{app::Effect, export::crash};
use eframe::egui::{ColorImage, Context, Id, Memory, OpenUrl, ViewportCommand};
use std::{
    io,
    process::{Command, Stdio},
};

/// Does it.
///
/// # Errors
/// If a program cannot be started: what the system says.
pub(super) fn run(ctx: &Context, effect: Effect) -> Result<(), String> {
    match effect {
        Effect::OpenLink(link) => ctx.open_url(OpenUrl::new_tab(link)),
        Effect::Copy(text) => ctx.copy_text(text),
        Effect::CopyImage(image) => ctx.copy_image(ColorImage::from_rgba_unmultiplied(
            [image.width, image.height],
            &image.rgba,
        )),
        Effect::RequestPaste => {
            // What comes back is meant for the view, not for the search field.
            ctx.memory_mut(Memory::stop_text_input);
            ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        Effect::FocusSearch => ctx.memory_mut(|memory| memory.request_focus(Id::unique(SEARCH_ID))),
        Effect::Run { program, arguments } => {
            start(&program, &arguments).map_err(|error| format!("{program}: {error}"))?;
        }
        Effect::ForgetStopped(report) => crash::forget(&report),
        Effect::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
    }
    Ok(())
}

/// Starts a program and does not wait for it, so that the window goes on.
fn start(program: &str, arguments: &[String]) -> io::Result<()> {
    let mut command = Command::new(program);
    command.args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::null());
    command.spawn().map(|_running| ())
}
