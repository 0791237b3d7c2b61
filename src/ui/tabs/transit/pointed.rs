//! The route under the pointer, shared between pictures and table while the pointer rests.

use eframe::egui::{Id, Ui};

/// Who says what the pointer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The picture of time against cost.
    Picture,
    /// The table.
    Table,
}

fn id() -> Id {
    Id::unique("transit-pointed")
}

/// The route under the pointer.
pub(super) fn route(ui: &Ui) -> Option<usize> {
    let pointed: Option<(Place, usize)> = ui.data(|data| data.get_temp(id()));
    pointed.map(|(_, route)| route)
}

/// Says which route of a place the pointer is over; a place only takes back what it said itself.
pub(super) fn set(ui: &Ui, place: Place, route: Option<usize>) {
    let before: Option<(Place, usize)> = ui.data(|data| data.get_temp(id()));
    let after = match (route, before) {
        (Some(route), _) => Some((place, route)),
        (None, Some((other, _))) if other != place => before,
        (None, _) => None,
    };
    if after == before {
        return;
    }
    ui.data_mut(|data| match after {
        Some(pointed) => {
            data.insert_temp(id(), pointed);
        }
        None => {
            data.remove::<(Place, usize)>(id());
        }
    });
    // Parts drawn earlier in this frame show it in the next.
    ui.ctx().request_repaint();
}
