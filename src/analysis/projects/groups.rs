//! The rows of the project table gathered by a facet, with what each group adds up to.

use super::{
    amount::MoneyStage, facets::FACETS, in_order::Rows, rows::Row, table::ProjectTable,
    tally::Tally,
};

/// The rows that share a value of a facet.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Position of the value in the facet's column.
    pub value: usize,
    /// Its rows, in the order of the table.
    pub rows: Vec<Row>,
    /// What they add up to.
    pub total: Tally,
}

/// Gathers rows by the facet with this id. Groups stand as the facet's values do, those of open lists by
/// their money. A project with several values is in several groups, so groups do not add up to the whole.
#[must_use]
pub fn grouped(table: &ProjectTable, rows: &Rows, facet: &str, stage: MoneyStage) -> Vec<Group> {
    let position = FACETS.iter().position(|own| own.id == facet);
    let facet = position.and_then(|position| FACETS.get(position));
    let column = position.and_then(|position| table.facets.get(position));
    let (Some(facet), Some(column)) = (facet, column) else {
        return Vec::new();
    };
    let empty = |value| Group {
        value,
        rows: Vec::new(),
        total: Tally::default(),
    };
    let mut groups: Vec<Group> = (0..column.values.len()).map(empty).collect();
    for row in rows {
        let money_m = table.counted_m(row.project, stage);
        for value in column.of(row.project) {
            let Some(group) = groups.get_mut(*value as usize) else {
                continue;
            };
            group.rows.push(row);
            group.total.add(money_m);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    if facet.by_count {
        groups.sort_by(|a, b| {
            let money = |group: &Group| group.total.stated_m().unwrap_or(-1.0);
            money(b).total_cmp(&money(a))
        });
    }
    groups
}
