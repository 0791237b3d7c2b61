//! Colours by meaning, for light and dark.

use eframe::egui::{Color32, Ui};

/// Colours of one theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// Whether it is the dark theme.
    pub dark: bool,
    /// Behind everything.
    pub window: Color32,
    /// Cards, bars, inspector.
    pub surface: Color32,
    /// Hover, inactive control.
    pub raised: Color32,
    /// Hairlines.
    pub border: Color32,
    /// Grid lines of charts.
    pub grid: Color32,
    /// Text.
    pub text: Color32,
    /// Text that stands back.
    pub muted: Color32,
    /// Links, the tab in front, focus.
    pub accent: Color32,
    /// Ground of what is selected.
    pub selection: Color32,
    /// Warnings and conflicts.
    pub warning: Color32,
    /// Colour slots of the dataset's groups; the last is neutral. Chosen so that every pair
    /// stays apart for colour-blind readers too; `tests/theme.rs` computes it.
    pub slots: [Color32; 8],
    /// The two recorders of one flow: home, then partner.
    pub recorders: [Color32; 2],
}

const fn hex(rgb: u32) -> Color32 {
    let [_, r, g, b] = rgb.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    dark: false,
    window: hex(0xF4_F5F7),
    surface: hex(0xFF_FFFF),
    raised: hex(0xED_EFF2),
    border: hex(0xDF_E3E8),
    grid: hex(0xEC_EFF2),
    text: hex(0x1A_1E23),
    muted: hex(0x59_626E),
    accent: hex(0x0B_62C4),
    selection: hex(0xE3_EEFB),
    warning: hex(0xA3_5200),
    slots: [
        hex(0x05_335B),
        hex(0xC1_8A07),
        hex(0x00_5F51),
        hex(0x77_1D00),
        hex(0x9A_5891),
        hex(0x7A_A052),
        hex(0x30_9DD6),
        hex(0xA5_9086),
    ],
    recorders: [hex(0x0B_62C4), hex(0xA3_3A3A)],
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    dark: true,
    window: hex(0x12_1417),
    surface: hex(0x1A_1D21),
    raised: hex(0x24_282E),
    border: hex(0x2E_333A),
    grid: hex(0x26_2B31),
    text: hex(0xE7_EAEE),
    muted: hex(0x98_A2AE),
    accent: hex(0x6C_B2FF),
    selection: hex(0x1F_3650),
    warning: hex(0xE9_A35B),
    slots: [
        hex(0x85_93CE),
        hex(0xFF_E186),
        hex(0x5A_CC89),
        hex(0xA8_6927),
        hex(0xFE_98BF),
        hex(0x87_B40B),
        hex(0x85_EAFF),
        hex(0x71_7465),
    ],
    recorders: [hex(0x6C_B2FF), hex(0xF0_8A7E)],
};

impl Tokens {
    /// The tokens of the theme a `Ui` is drawn in.
    #[must_use]
    pub fn of(ui: &Ui) -> &'static Self {
        Self::for_theme(ui.visuals().dark_mode)
    }

    /// The tokens of the dark or the light theme.
    #[must_use]
    pub fn for_theme(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// Colour of a dataset's slot; slots beyond the last share the neutral one.
    #[must_use]
    pub fn slot(&self, slot: Option<u8>) -> Color32 {
        let [.., neutral] = self.slots;
        slot.and_then(|slot| self.slots.get(usize::from(slot)).copied())
            .unwrap_or(neutral)
    }

    /// Colour of a step of an ordered scale, from pale to the accent.
    #[must_use]
    pub fn step(&self, position: usize, count: usize) -> Color32 {
        let share = |n: usize| f32::from(u16::try_from(n).unwrap_or(u16::MAX));
        let t = (share(position) + 1.0) / share(count.max(1));
        self.border.lerp_to_gamma(self.accent, t.clamp(0.0, 1.0))
    }

    /// A colour paled towards the surface, for what is only planned.
    #[must_use]
    pub fn pale(&self, color: Color32) -> Color32 {
        self.surface
            .lerp_to_gamma(color, if self.dark { 0.30 } else { 0.26 })
    }
}
