//! The map under the projects: outlines of countries, projections, which land is in sight, where names go.
//!
//! Everything here is numbers in degrees or in the plane of a projection. Not here: pixels and colours
//! (`ui/charts/map`), and which projects stand where ([`super::projects`]).

mod area;
mod clip;
mod extent;
mod frame;
mod ground;
mod labels;
mod land;
mod outlines;
mod projection;

pub use area::GeoBox;
pub use extent::Extent;
pub use frame::{Camera, MapFrame};
pub use ground::Ground;
pub use labels::{Box2, Named, place_names};
pub use land::{Land, LandShape, Line};
pub use outlines::{Code, Country, Outlines, OutlinesError, outlines};
pub use projection::{Point, Projection};
