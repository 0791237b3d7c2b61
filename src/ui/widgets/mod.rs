//! Small reusable parts. Accessible names are required arguments.

mod card;
mod check;
mod chip;
mod export;
mod facet;
mod histogram;
mod labels;
mod marks;
mod number;
mod rolling;
mod search;
mod segmented;
mod sources;
mod table;

pub use card::{card, card_title};
pub use check::tick;
pub use chip::chip;
pub use export::{export_button, figure_card, size_on_screen};
pub use facet::{FACET_HEIGHT, FacetRow, facet_row};
pub use histogram::{Histogram, histogram};
pub use labels::{field, muted, note, quiet_button, section, swatch, warning_note};
pub use marks::plain_click;
pub use number::{NumberSpec, log_slider, number};
pub use rolling::{BAR_HEIGHT, Rolling, WIDTHS, whole};
pub use search::{SEARCH_ID, search_field};
pub use segmented::{choice, segmented};
pub use sources::{cited_button, source_line, source_list, sources_button};
pub use table::{
    ColumnSpec, GAP, ROW_HEIGHT, head_name, head_ui, moved_by_keys, shown_columns, table,
};
