//! The map: an area `<south>..<north>,<west>..<east>`, and where it looks, `<lat>,<lon>,<zoom>`.

use super::{
    Context,
    form::{Form, Read, whole},
    problem::{Expected, Reason},
    token::Token,
};
use crate::analysis::map::{GeoBox, MapFrame};

/// What stands for where the map looks at first.
const FIRST: &str = "projects";

/// The area as it is written.
pub(super) fn area_written(area: GeoBox) -> String {
    let GeoBox {
        south,
        north,
        west,
        east,
    } = area;
    format!("{south}..{north},{west}..{east}")
}

/// The area that a token asks for.
pub(super) fn area_read(token: &Token<'_>) -> Result<GeoBox, Reason> {
    let malformed = || Reason::Malformed(Expected::Area);
    let [lats, lons] = token.values()? else {
        return Err(malformed());
    };
    let (south, north) = between(&lats.text).ok_or_else(malformed)?;
    let (west, east) = between(&lons.text).ok_or_else(malformed)?;
    let area = GeoBox {
        south,
        north,
        west,
        east,
    };
    area.is_valid().then_some(area).ok_or_else(malformed)
}

fn between(text: &str) -> Option<(f64, f64)> {
    let (from, to) = text.split_once("..")?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

/// Where the map looks, or `projects`.
pub(super) struct FrameForm;

impl Form<Option<MapFrame>> for FrameForm {
    fn written(&self, value: &Option<MapFrame>) -> String {
        value.map_or(FIRST.to_owned(), |MapFrame { lat, lon, zoom }| {
            format!("{lat},{lon},{zoom}")
        })
    }

    fn read(&self, token: &Token<'_>, _: &Context<'_>) -> Read<Option<MapFrame>> {
        let malformed = || Reason::Malformed(Expected::Frame);
        let items = token.values()?;
        if matches!(items, [only] if only.text == FIRST) {
            return Ok(whole(None));
        }
        let numbers: Vec<f64> = items
            .iter()
            .filter_map(|item| item.text.parse().ok())
            .collect();
        let [lat, lon, zoom] = *numbers.as_slice() else {
            return Err(malformed());
        };
        let frame = MapFrame { lat, lon, zoom };
        let valid = frame.is_valid() && items.len() == 3;
        valid.then(|| whole(Some(frame))).ok_or_else(malformed)
    }
}
