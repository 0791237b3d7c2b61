//! Coordinates.

use super::walk::elements;
use super::{Sink, Slice};
use crate::dataset::place::At;
use crate::dataset::section::Section;

/// Calls `visit` with every position: its record's place, latitude and longitude.
fn positions(slice: &Slice<'_>, mut visit: impl FnMut(At, Option<f64>, Option<f64>)) {
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        if let Some(place) = &project.place {
            visit(at.field("place"), place.lat, place.lon);
        }
        if let Some(path) = &project.path {
            for (at, point) in elements(at.field("path"), "points", &path.points) {
                visit(at, Some(point.lat), Some(point.lon));
            }
        }
    }
    for (at, node) in slice.items(Section::Nodes, &slice.data.transit.nodes) {
        visit(at, Some(node.lat), Some(node.lon));
    }
}

pub(super) fn out_of_range(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    positions(slice, |at, lat, lon| {
        for (field, value, most) in [("lat", lat, 90.0), ("lon", lon, 180.0)] {
            if let Some(value) = value
                && !(-most..=most).contains(&value)
            {
                let message = format_args!("{value} is not between -{most} and {most} degrees");
                sink.report(at.field(field), message);
            }
        }
        match (lat, lon) {
            (Some(_), None) => sink.report(at.field("lat"), "a latitude without a longitude"),
            (None, Some(_)) => sink.report(at.field("lon"), "a longitude without a latitude"),
            _ => {}
        }
    });
}

pub(super) fn null_island(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    positions(slice, |at, lat, lon| {
        let at_zero = |value: Option<f64>| value.is_some_and(|value| value.abs() < 1e-6);
        if at_zero(lat) && at_zero(lon) {
            let hint = "leave out a position that is not known";
            sink.report_with_hint(at.field("lat"), "0, 0 lies in the Gulf of Guinea", hint);
        }
    });
}

pub(super) fn one_end(slice: &Slice<'_>, sink: &mut Sink<'_>) {
    for (at, project) in slice.items(Section::Projects, &slice.data.projects) {
        let Some(path) = &project.path else { continue };
        if path.points.len() < 2 {
            let hint = "name both ends in `points`, or leave `path` out";
            sink.report_with_hint(at.field("path"), "a line needs two ends", hint);
        }
    }
}
