//! What the dataset says about itself, and the small tables.

use super::walk::items;
use super::{Context, Sink};
use crate::dataset::place::At;
use crate::dataset::schema::{MeasureRole, SCHEMA_VERSION};
use crate::dataset::section::Section;
use std::cmp::Ordering;

/// The last of the theme's colour slots.
const LAST_SLOT: u8 = 7;

pub(super) fn missing(context: &Context<'_>, sink: &mut Sink<'_>) {
    if context.meta().is_none() {
        sink.report_with_hint(
            At::DATASET,
            "there is no `meta`",
            "add `meta: (schema: 1, id: …, version: …, title: …, home: …, partner: …, as_of: …, currency: …)`",
        );
    }
}

pub(super) fn version(context: &Context<'_>, sink: &mut Sink<'_>) {
    let Some(meta) = context.meta() else {
        return;
    };
    if let Some((message, hint)) = other_version(meta.schema) {
        sink.report_with_hint(At::META.field("schema"), message, hint);
    }
}

/// What to say about another version of the format, and what to do; `None` for this one.
pub(in crate::dataset) fn other_version(found: u32) -> Option<(String, &'static str)> {
    let hint = match found.cmp(&SCHEMA_VERSION) {
        Ordering::Equal => return None,
        Ordering::Greater => "a newer version of the program opens it",
        Ordering::Less => {
            "there has been no such version; `belt-explorer new` shows how a dataset starts"
        }
    };
    let message =
        format!("the format's version is {found}; this program reads version {SCHEMA_VERSION}");
    Some((message, hint))
}

pub(super) fn same_country(context: &Context<'_>, sink: &mut Sink<'_>) {
    if let Some(meta) = context.meta()
        && meta.home == meta.partner
    {
        let message = format_args!("home and partner are both `{}`", meta.home);
        sink.report(At::META.field("partner"), message);
    }
}

pub(super) fn currency(context: &Context<'_>, sink: &mut Sink<'_>) {
    if let Some(meta) = context.meta()
        && !super::amounts::is_currency(&meta.currency)
    {
        let message = format_args!("`{}` is not a currency code", meta.currency);
        let hint = "write three capital letters as in ISO 4217, such as `USD`";
        sink.report_with_hint(At::META.field("currency"), message, hint);
    }
}

pub(super) fn price_index(context: &Context<'_>, sink: &mut Sink<'_>) {
    let meta = context.meta();
    let Some(id) = meta.and_then(|meta| meta.price_index.as_ref()) else {
        return;
    };
    let series = context.find(Section::Series, id);
    let Some(series) = series.and_then(|index| context.data.series.get(index)) else {
        return;
    };
    if context.role(&series.measure) != Some(MeasureRole::PriceIndex) {
        let message = format_args!(
            "series `{id}` measures `{}`, which is no price index",
            series.measure
        );
        sink.report(At::META.field("price_index"), message);
    }
}

pub(super) fn colour_slot(context: &Context<'_>, sink: &mut Sink<'_>) {
    for (at, group) in items(Section::SectorGroups, &context.data.sector_groups) {
        if group.slot > LAST_SLOT {
            let message = format_args!("there is no slot {}; the last is {LAST_SLOT}", group.slot);
            sink.report(at.field("slot"), message);
        }
    }
}
