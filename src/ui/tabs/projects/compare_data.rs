//! A picture of two sides as it is handed out: one caption with both filters, one table with a column for the side.

use super::{
    compare::notes,
    sides::{is_comparing, letter, of_side, sentence, sides},
};
use crate::{
    app::view::Side,
    export::data::{Cell, Column, ColumnRole, DataTable},
    ui::{Cx, figures::Caption},
};
use std::collections::BTreeSet;

/// What stands around a picture; of two sides, where two are compared. Nothing to show on one of them is a note,
/// nothing on both is none.
pub(super) fn caption_of_sides(
    cx: &Cx<'_>,
    one: fn(&Cx<'_>) -> Result<Caption, String>,
) -> Result<Caption, String> {
    if !is_comparing(cx) {
        return one(cx);
    }
    let (on_a, on_b) = (cx.on(Side::A), cx.on(Side::B));
    let (a, b) = (one(&on_a), one(&on_b));
    let whole = match (&a, &b) {
        (Ok(whole), _) | (Err(_), Ok(whole)) => whole,
        (Err(why), Err(_)) => return Err(why.clone()),
    };
    let filters = [&on_a, &on_b].map(sentence);
    let [first, second] = &filters;
    let values = [("a", first.into()), ("b", second.into())];
    let mut sources = BTreeSet::new();
    let mut said = notes(cx);
    let of_sides: [Vec<String>; 2] = [&a, &b].map(|own| match own {
        Ok(own) => own.notes.clone(),
        Err(why) => vec![why.clone()],
    });
    let [notes_a, notes_b] = &of_sides;
    for note in notes_a {
        // What holds for both is said once.
        let of_both = notes_b.contains(note);
        said.push(if of_both {
            note.clone()
        } else {
            of_side(&on_a, note)
        });
    }
    let only_b = notes_b.iter().filter(|note| !notes_a.contains(note));
    said.extend(only_b.map(|note| of_side(&on_b, note)));
    for own in [&a, &b].into_iter().flatten() {
        sources.extend(own.sources.iter().cloned());
    }
    Ok(Caption {
        title: whole.title.clone(),
        subtitle: whole.subtitle.clone(),
        filter: cx.with("compare-filter", &values),
        notes: said,
        sources: sources.into_iter().collect(),
    })
}

/// The numbers of a picture; of two sides, where two are compared, each row with its letter.
pub(super) fn table_of_sides(cx: &Cx<'_>, one: fn(&Cx<'_>) -> DataTable) -> DataTable {
    if !is_comparing(cx) {
        return one(cx);
    }
    let mut whole = DataTable::default();
    for side in sides(cx) {
        let mut own = one(&cx.on(*side));
        let letter = letter(cx, *side);
        for row in &mut own.rows {
            row.insert(0, Cell::text(&letter));
        }
        if whole.columns.is_empty() {
            let column = Column::with_role("side", cx.t("data-side"), ColumnRole::Series);
            whole.columns.push(column);
            whole.columns.append(&mut own.columns);
        }
        whole.rows.append(&mut own.rows);
    }
    whole
}
