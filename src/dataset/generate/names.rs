//! Names of places that do not exist, as many as are wanted.

use std::fmt;

const STARTS: [&str; 32] = [
    "Alder", "Amber", "Ash", "Birch", "Black", "Briar", "Clear", "Cold", "Copper", "Dry", "East",
    "Elm", "Fair", "Fern", "Grey", "Hazel", "High", "Iron", "Lark", "Long", "Maple", "Mill",
    "North", "Oak", "Pine", "Quartz", "Red", "Silver", "South", "Stone", "West", "Willow",
];
const ENDS: [&str; 32] = [
    "bank", "barrow", "bay", "bourne", "bridge", "brook", "burn", "cliff", "cross", "dale", "den",
    "fall", "field", "ford", "gate", "grove", "ham", "haven", "hill", "hurst", "lake", "mere",
    "moor", "mouth", "pass", "port", "ridge", "stead", "ton", "vale", "wick", "wood",
];
/// Combinations of a start and an end.
const TOWNS: u64 = 1024;

/// A place: the same number has the same name.
#[derive(Clone, Copy)]
pub(super) struct Town(pub(super) u64);

impl Town {
    fn parts(self) -> (&'static str, &'static str) {
        // An odd factor visits every combination once, in an order that does not look like one.
        let position = (self.0 % TOWNS).wrapping_mul(397).wrapping_add(11) % TOWNS;
        let part = |list: &[&'static str; 32], position: u64| {
            let position = usize::try_from(position % 32).unwrap_or_default();
            list.get(position).copied().unwrap_or_default()
        };
        (part(&STARTS, position), part(&ENDS, position / 32))
    }

    /// Tells apart what bears the same name.
    pub(super) fn again(self) -> Again {
        Again(self.0 / TOWNS, ' ')
    }

    /// The same in an id.
    pub(super) fn again_in_id(self) -> Again {
        Again(self.0 / TOWNS, '-')
    }

    /// The name in an id.
    pub(super) fn slug(self) -> String {
        let (start, end) = self.parts();
        format!("{}{end}", start.to_lowercase())
    }
}

impl fmt::Display for Town {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, end) = self.parts();
        write!(f, "{start}{end}")
    }
}

/// Nothing for the first, ` 2` for the second.
pub(super) struct Again(u64, char);

impl fmt::Display for Again {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 => Ok(()),
            times => write!(f, "{}{}", self.1, times + 1),
        }
    }
}
