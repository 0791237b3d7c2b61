//! Where names stand on the map: beside their bubble, none on another or on a bubble that counts.
//!
//! The charts with few points have another way (`ui/charts/placement`), which leads lines to names far off; on a
//! map with hundreds of points that would be a web.

/// A rectangle in points: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Box2 {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Box2 {
    /// A box of a size with its middle at a point.
    #[must_use]
    pub fn around([x, y]: [f32; 2], [width, height]: [f32; 2]) -> Self {
        Self {
            left: x - width / 2.0,
            top: y - height / 2.0,
            right: x + width / 2.0,
            bottom: y + height / 2.0,
        }
    }

    /// Whether two boxes have room in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether another box lies inside.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }
}

/// What is to be named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Named {
    /// The middle of the bubble.
    pub at: [f32; 2],
    /// Its radius; none for a name that stands on its point.
    pub radius: f32,
    /// Width and height of the name.
    pub size: [f32; 2],
}

/// Room between a bubble and its name, and around a name.
const GAP: f32 = 3.0;

/// Places names in the order given, the most important first: each beside its bubble where it lies on no name
/// before it and on nothing that is blocked, or nowhere.
#[must_use]
pub fn place_names(names: &[Named], bounds: Box2, blocked: &[Box2]) -> Vec<Option<Box2>> {
    let mut taken: Vec<Box2> = Vec::new();
    let mut places = Vec::with_capacity(names.len());
    for name in names {
        let free = |place: &Box2| {
            let room = Box2 {
                left: place.left - GAP,
                top: place.top,
                right: place.right + GAP,
                bottom: place.bottom,
            };
            bounds.holds(place)
                && !taken.iter().any(|other| other.meets(&room))
                && !blocked.iter().any(|other| other.meets(place))
        };
        let place = candidates(name).into_iter().find(free);
        taken.extend(place);
        places.push(place);
    }
    places
}

/// To the right, to the left, above, below, then aslant; on the point itself without a bubble.
fn candidates(name: &Named) -> Vec<Box2> {
    let ([x, y], [width, height]) = (name.at, name.size);
    if name.radius <= 0.0 {
        return vec![Box2::around(name.at, name.size)];
    }
    let aside = name.radius + GAP + width / 2.0;
    let away = name.radius + 1.0 + height / 2.0;
    // Where a circle's rim is at an eighth of a turn.
    let slant = name.radius * std::f32::consts::FRAC_1_SQRT_2 + 1.0;
    let (slant_x, slant_y) = (slant + width / 2.0, slant + height / 2.0);
    [
        [x + aside, y],
        [x - aside, y],
        [x, y - away],
        [x, y + away],
        [x + slant_x, y - slant_y],
        [x + slant_x, y + slant_y],
        [x - slant_x, y - slant_y],
        [x - slant_x, y + slant_y],
    ]
    .map(|middle| Box2::around(middle, name.size))
    .to_vec()
}
