//! All projects in the order of some columns, sorted once and kept while filters change.

use super::{
    amount::MoneyStage,
    rows::{Column, SortKey},
    table::ProjectTable,
};
use std::{cmp::Ordering, sync::Arc};

/// How many orders are kept.
const MOST_ORDERS: usize = 3;
/// When fewer than one in so many projects are kept, these are sorted by themselves.
const FEW: usize = 32;

/// What an order depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OrderKey {
    sort: Vec<SortKey>,
    /// Of orders by amount.
    stage: Option<MoneyStage>,
    /// Of orders by words.
    language: Option<String>,
}

/// All projects in an order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// The project at each place.
    pub(super) rows: Vec<u32>,
    /// The place of each project.
    pub(super) places: Vec<u32>,
}

impl Order {
    pub(super) fn new(rows: Vec<u32>) -> Self {
        let mut places = vec![0; rows.len()];
        for (row, at) in rows.iter().zip(0..) {
            if let Some(place) = places.get_mut(*row as usize) {
                *place = at;
            }
        }
        Self { rows, places }
    }
}

/// By what a project is sorted; one without stands last.
pub(super) enum Key {
    Number(f64),
    Words(String),
}

impl OrderKey {
    pub(super) fn new(sort: &[SortKey], stage: MoneyStage, language: &str) -> Self {
        let by = |columns: &[Column]| sort.iter().any(|key| columns.contains(&key.column));
        let words = by(&[Column::Name, Column::Region, Column::Party]);
        Self {
            sort: sort.to_vec(),
            stage: by(&[Column::Amount]).then_some(stage),
            language: words.then(|| language.to_owned()),
        }
    }
}

/// All projects in order, if that is known or worth to be: `kept` of them are asked for.
pub(super) fn of_all(
    table: &ProjectTable,
    wanted: OrderKey,
    kept: usize,
    key: impl Fn(usize, Column) -> Option<Key>,
) -> Option<Arc<Order>> {
    if let Some(order) = table.orders.get(&wanted) {
        return Some(order);
    }
    if kept < table.len / FEW || u32::try_from(table.len).is_err() {
        return None;
    }
    let order = sorted(0..table.len, &wanted.sort, key).into_iter();
    let order = order.filter_map(|row| u32::try_from(row).ok()).collect();
    let order = Order::new(order);
    Some(table.orders.keep(wanted, order, MOST_ORDERS))
}

/// Some projects, sorted by the first key, equal ones by the next; ties keep the order of the file.
pub(super) fn sorted(
    rows: impl Iterator<Item = usize>,
    sort: &[SortKey],
    key: impl Fn(usize, Column) -> Option<Key>,
) -> Vec<usize> {
    let keys = |row: usize| sort.iter().map(|sort| key(row, sort.column)).collect();
    let mut keyed: Vec<(Vec<Option<Key>>, usize)> = rows.map(|row| (keys(row), row)).collect();
    keyed.sort_by(|(a, _), (b, _)| {
        let pairs = sort.iter().zip(a.iter().zip(b));
        let orders = pairs.map(|(sort, (a, b))| in_order(a.as_ref(), b.as_ref(), *sort));
        orders.fold(Ordering::Equal, Ordering::then)
    });
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// What has no value comes last in either direction.
fn in_order(a: Option<&Key>, b: Option<&Key>, sort: SortKey) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(a), Some(b)) if sort.descending => compare(b, a),
        (Some(a), Some(b)) => compare(a, b),
    }
}

fn compare(a: &Key, b: &Key) -> Ordering {
    match (a, b) {
        (Key::Number(a), Key::Number(b)) => a.total_cmp(b),
        (Key::Words(a), Key::Words(b)) => a.cmp(b),
        (Key::Number(_), Key::Words(_)) => Ordering::Less,
        (Key::Words(_), Key::Number(_)) => Ordering::Greater,
    }
}
