//! The lines of the table of projects: rows, or groups of rows that open and close.

use crate::{
    analysis::projects::{Column, FACETS, FacetColumn, Group, Row, Rows},
    i18n::grouped,
    ui::{
        Cx,
        theme::{semibold, size},
        widgets::{ColumnSpec, Rolling},
        wording,
    },
};
use eframe::egui::{Id, Label, RichText, Role, Ui, WidgetInfo};
use egui_extras::TableRow;
use std::collections::BTreeSet;

/// A line of the table.
#[derive(Clone, Copy)]
pub(super) enum Line<'a> {
    /// A project.
    Row(Row),
    /// What the rows behind it have in common, and whether they are shown.
    Head(&'a Group, bool),
}

/// All lines, without a list of them: there can be a million.
pub(super) enum Lines<'a> {
    Rows(&'a Rows),
    /// Where each group begins, the groups, which are open, and how many lines there are.
    Groups(Vec<(usize, &'a Group, bool)>, usize),
}

impl<'a> Lines<'a> {
    pub(super) fn new(ui: &Ui, cx: &Cx<'_>, rows: &'a Rows, groups: &'a [Group]) -> Self {
        if cx.state.view.projects.table.group.is_none() {
            return Self::Rows(rows);
        }
        let open = opened(ui, cx);
        let mut at = 0;
        let mut all = Vec::with_capacity(groups.len());
        for group in groups {
            let is_open = open.contains(&group.value);
            all.push((at, group, is_open));
            at += 1 + if is_open { group.rows.len() } else { 0 };
        }
        Self::Groups(all, at)
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Rows(rows) => rows.len(),
            Self::Groups(_, count) => *count,
        }
    }

    pub(super) fn at(&self, at: usize) -> Option<Line<'a>> {
        match self {
            Self::Rows(rows) => rows.get(at).map(Line::Row),
            Self::Groups(groups, _) => {
                let next = groups.partition_point(|(begin, ..)| *begin <= at);
                let (begin, group, open) = *groups.get(next.checked_sub(1)?)?;
                match at.checked_sub(begin + 1) {
                    None => Some(Line::Head(group, open)),
                    Some(row) => group.rows.get(row).copied().map(Line::Row),
                }
            }
        }
    }

    /// The project of the line at a position.
    pub(super) fn project(&self, at: usize) -> Option<usize> {
        match self.at(at)? {
            Line::Row(row) => Some(row.project),
            Line::Head(..) => None,
        }
    }

    /// The first line of a project.
    pub(super) fn position(&self, project: usize) -> Option<usize> {
        let is_it = |row: &Row| row.project == project;
        match self {
            Self::Rows(rows) => rows.iter().position(|row| is_it(&row)),
            Self::Groups(groups, _) => groups
                .iter()
                .filter(|(_, _, open)| *open)
                .find_map(|(begin, group, _)| Some(begin + 1 + group.rows.iter().position(is_it)?)),
        }
    }
}

/// Where the open groups of a facet are kept: like a scroll position, it is not part of the view.
fn open_id(cx: &Cx<'_>) -> Id {
    let facet = cx.state.view.projects.table.group.as_deref();
    Id::unique(("open-groups", facet, cx.state.dataset.revision))
}

fn opened(ui: &Ui, cx: &Cx<'_>) -> BTreeSet<usize> {
    let id = open_id(cx);
    ui.data(|data| data.get_temp(id)).unwrap_or_default()
}

/// The line of a group: its value, how many projects it has, and what they add up to.
pub(super) fn head_ui(
    mut row: TableRow<'_, '_>,
    cx: &Cx<'_>,
    (columns, rolling): (&[&ColumnSpec<Column>], &Rolling),
    group: &Group,
    open: bool,
) {
    let name = group_name(cx, group);
    let count = group.rows.len();
    let values = [("name", (&name).into()), ("count", count.into())];
    let words = cx.with("table-group-head", &values);
    let money = group
        .total
        .stated_m()
        .map_or_else(|| "–".to_owned(), grouped);
    rolling.row(&mut row, |ui, at| {
        let Some(spec) = columns.get(at) else {
            return;
        };
        let text = match spec.column {
            Column::Name => format!("{} {words}", if open { "–" } else { "+" }),
            Column::Amount => money.clone(),
            _ => return,
        };
        let text = RichText::new(text).font(semibold(size::TABLE));
        let text = Label::new(text.color(cx.tokens.text));
        ui.with_layout(spec.layout(), |ui| {
            ui.add(text.selectable(false).truncate());
        });
    });
    let response = row.response();
    let n = group.total.with_money;
    let values = [
        ("head", (&words).into()),
        ("money", (&money).into()),
        ("currency", cx.currency().into()),
        ("n", n.into()),
    ];
    let full = cx.with("table-group-full", &values);
    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, open, &full));
    if response.clicked() {
        let id = open_id(cx);
        response.ctx.data_mut(|data| {
            let set: &mut BTreeSet<usize> = data.get_temp_mut_or_default(id);
            if !set.remove(&group.value) {
                set.insert(group.value);
            }
        });
    }
    response.on_hover_text(full);
}

fn group_name(cx: &Cx<'_>, group: &Group) -> String {
    let value = column(cx).and_then(|column| column.values.get(group.value));
    value.map_or_else(String::new, |value| wording::label(cx, &value.label))
}

fn column<'a>(cx: &Cx<'a>) -> Option<&'a FacetColumn> {
    let group = cx.state.view.projects.table.group.as_deref();
    let facet = FACETS.iter().position(|own| Some(own.id) == group)?;
    cx.state.dataset.projects.facets.get(facet)
}
