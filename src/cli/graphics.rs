//! Whether a window can open here: a display, and the libraries that are loaded at run time.
//!
//! winit and glutin find them only when they need them, some with a panic; asking first
//! gives one clear message.

use libloading::Library;
use std::env;

/// What a bare Debian or Ubuntu machine lacks.
pub(super) const HINT: &str = "a bare Debian or Ubuntu machine needs: apt install libgl1 libgl1-mesa-dri libegl1 libxkbcommon-x11-0 libxi6 libxcursor1 libxrandr2";

/// Libraries of which one must be there, and the Debian package that has the first.
type Need = (&'static [&'static str], &'static str);

const GRAPHICS: Need = (
    &["libEGL.so.1", "libGL.so.1"],
    "libegl1 libgl1 libgl1-mesa-dri",
);

const X11: &[Need] = &[
    (&["libX11.so.6"], "libx11-6"),
    (&["libX11-xcb.so.1"], "libx11-xcb1"),
    (&["libXcursor.so.1"], "libxcursor1"),
    (&["libXi.so.6"], "libxi6"),
    (&["libxkbcommon-x11.so.0"], "libxkbcommon-x11-0"),
    GRAPHICS,
];

const WAYLAND: &[Need] = &[
    (&["libwayland-client.so.0"], "libwayland-client0"),
    (&["libwayland-egl.so.1"], "libwayland-egl1"),
    (&["libxkbcommon.so.0"], "libxkbcommon0"),
    GRAPHICS,
];

/// Nothing, or what is missing and what to do about it.
pub(super) fn ready() -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    let wayland = set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET");
    if !wayland && !set("DISPLAY") {
        return Err("cannot open a window: there is no display (neither WAYLAND_DISPLAY nor DISPLAY is set)\n\
            hint: start it from a desktop, over `ssh -X`, or with `xvfb-run`; `belt-explorer check` needs no display"
            .to_owned());
    }
    let needs = if wayland { WAYLAND } else { X11 };
    let missing: Vec<&Need> = needs
        .iter()
        .filter(|(names, _)| !names.iter().any(|name| loads(name)))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = missing
        .iter()
        .filter_map(|(names, _)| names.first().copied())
        .collect();
    let packages: Vec<&str> = missing.iter().map(|(_, package)| *package).collect();
    Err(format!(
        "cannot open a window: missing {}\nhint: on Debian or Ubuntu: apt install {}",
        names.join(", "),
        packages.join(" ")
    ))
}

#[expect(
    unsafe_code,
    reason = "loading a system library runs its initialisers; the window loads the same ones"
)]
fn loads(name: &str) -> bool {
    // SAFETY: these are the libraries that the window is about to load in any case.
    unsafe { Library::new(name) }.is_ok()
}
