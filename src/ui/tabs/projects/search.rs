//! The search field: words, and parts such as `sector:rail` with ways to complete them.

use crate::{
    analysis::projects::{FACETS, FacetValue},
    app::{
        Action,
        action::ProjectsAction,
        view::text::{self, Completion, CompletionKind},
    },
    ui::{
        Cx,
        theme::size,
        widgets::{SEARCH_ID, muted, search_field, warning_note},
        wording,
    },
};
use eframe::egui::{
    Align, CornerRadius, Id, Key, Label, Layout, Modifiers, Popup, PopupCloseBehavior, Response,
    RichText, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, text::CCursor,
    text_edit::TextEditState, text_selection::CCursorRange,
};

/// Height of one way to go on.
const WAY_HEIGHT: f32 = 22.0;

/// Where the chosen way to go on is kept while one types.
const CHOSEN: &str = "search-completion";

/// The field, what is wrong with what stands in it, and ways to go on.
pub(super) fn search_ui(ui: &mut Ui, cx: &Cx<'_>) {
    let (text, problems) = cx.state.search_field();
    let (hint, name) = (cx.t("search-projects-hint"), cx.t("search-projects"));
    let id = Id::unique(SEARCH_ID);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let ways = if has_focus {
        ways(ui, cx, text)
    } else {
        Vec::new()
    };
    let by_key = if has_focus {
        keys(ui, cx, text, &ways)
    } else {
        None
    };
    let (response, edited) = search_field(ui, text, &hint, &name);
    if let Some(text) = edited {
        ui.data_mut(|data| data.remove::<usize>(Id::unique(CHOSEN)));
        push(cx, text, false);
    }
    let by_click = ways_ui(ui, cx, &response, &ways);
    // Only now: the field has just stored where its own cursor is.
    if let Some(way) = by_key.or(by_click) {
        take(ui, cx, way);
    }
    for problem in problems {
        warning_note(ui, &text::words(problem, &cx.state.words));
    }
}

/// What completions answer: the text, the dataset, the language.
type Asked = (String, u64, String);

/// How the text can go on. A dataset can have very many organisations, so this is found once a text.
fn ways(ui: &Ui, cx: &Cx<'_>, text: &str) -> Vec<Completion> {
    let id = Id::unique("search-completions");
    let key = (
        text.to_owned(),
        cx.state.dataset.revision,
        cx.state.words.tag().to_owned(),
    );
    let known: Option<(Asked, Vec<Completion>)> = ui.data(|data| data.get_temp(id));
    if let Some((_, ways)) = known.filter(|(own, _)| *own == key) {
        return ways;
    }
    let name = |value: &FacetValue| wording::label(cx, &value.label);
    let ways = text::completions(text, &cx.state.dataset, &name);
    ui.data_mut(|data| data.insert_temp(id, (key, ways.clone())));
    ways
}

fn push(cx: &Cx<'_>, text: String, done: bool) {
    cx.push(Action::Projects(if done {
        ProjectsAction::SearchDone(text)
    } else {
        ProjectsAction::Search(text)
    }));
}

/// Down and up choose a way to go on; Enter takes it, or ends what is typed. Returns the one taken.
fn keys<'a>(ui: &Ui, cx: &Cx<'_>, text: &str, ways: &'a [Completion]) -> Option<&'a Completion> {
    let id = Id::unique(CHOSEN);
    let chosen: Option<usize> = ui.data(|data| data.get_temp(id));
    let press = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if !ways.is_empty() {
        let last = ways.len() - 1;
        let to = if press(Key::ArrowDown) {
            Some(chosen.map_or(0, |at| (at + 1).min(last)))
        } else if press(Key::ArrowUp) {
            Some(chosen.map_or(0, |at| at.saturating_sub(1)))
        } else {
            None
        };
        if let Some(to) = to {
            ui.data_mut(|data| data.insert_temp(id, to));
        }
    }
    if !press(Key::Enter) {
        return None;
    }
    let taken = chosen.and_then(|at| ways.get(at));
    if taken.is_none() {
        push(cx, text.to_owned(), true);
    }
    taken
}

/// Puts a completion into the field and the cursor behind it.
fn take(ui: &Ui, cx: &Cx<'_>, way: &Completion) {
    let field = Id::unique(SEARCH_ID);
    let end = CCursor::new(way.text.chars().count());
    let mut state = TextEditState::load(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), field);
    ui.memory_mut(|memory| memory.request_focus(field));
    ui.data_mut(|data| data.remove::<usize>(Id::unique(CHOSEN)));
    push(cx, way.text.clone(), false);
}

/// The ways to go on as a list under the field. Returns the one clicked.
fn ways_ui<'a>(
    ui: &Ui,
    cx: &Cx<'_>,
    field: &Response,
    ways: &'a [Completion],
) -> Option<&'a Completion> {
    let chosen: Option<usize> = ui.data(|data| data.get_temp(Id::unique(CHOSEN)));
    let shown = Popup::from_response(field)
        .open(!ways.is_empty())
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .show(|ui| {
            ui.set_width(field.rect.width() - 12.0);
            let mut clicked = None;
            for (at, way) in ways.iter().enumerate() {
                if way_ui(ui, cx, way, chosen == Some(at)).clicked() {
                    clicked = Some(way);
                }
            }
            muted(ui, &cx.t("search-keys"));
            clicked
        });
    shown.and_then(|shown| shown.inner)
}

/// One way to go on: what is typed at the left, what it means at the right.
fn way_ui(ui: &mut Ui, cx: &Cx<'_>, way: &Completion, chosen: bool) -> Response {
    let (code, about) = words(cx, way);
    let room = Vec2::new(ui.available_width(), WAY_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(room, Sense::click());
    if chosen || response.hovered() {
        let corner = CornerRadius::same(3);
        ui.painter().rect_filled(rect, corner, cx.tokens.selection);
    }
    let inside = rect.shrink2(Vec2::new(4.0, 0.0));
    let row = UiBuilder::new().max_rect(inside);
    ui.scope_builder(row.layout(Layout::left_to_right(Align::Center)), |ui| {
        let text = RichText::new(&code).size(size::TABLE);
        ui.add(Label::new(text).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(&about).size(size::SMALL);
            let text = text.color(cx.tokens.muted);
            ui.add(Label::new(text).selectable(false).truncate());
        });
    });
    let values = [("text", (&code).into()), ("about", (&about).into())];
    let name = cx.with("search-complete", &values);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &name));
    response
}

/// What is typed, and what it means.
fn words(cx: &Cx<'_>, way: &Completion) -> (String, String) {
    match way.kind {
        CompletionKind::Key(key) => {
            let facet = FACETS.iter().find(|facet| facet.id == key);
            let about = facet.map_or_else(
                || cx.t(key_words(key)),
                |facet| wording::facet_name(cx, facet),
            );
            (format!("{key}:"), about)
        }
        CompletionKind::Value(facet, value) => {
            let column = cx.state.dataset.projects.facets.get(facet);
            let value = column.and_then(|column| column.values.get(value));
            let name = value.map(|value| wording::label(cx, &value.label));
            let id = value.map_or("", |value| value.id.as_str()).to_owned();
            (id, name.unwrap_or_default())
        }
    }
}

/// Message key that says what a part of the language is about.
fn key_words(key: &str) -> &'static str {
    match key {
        "years" => "search-key-years",
        "amount" => "search-key-amount",
        "area" => "search-key-area",
        "against" => "search-key-against",
        "picture" => "search-key-picture",
        "table.columns" | "table.frozen" | "table.group" => "search-key-table",
        "sort" => "search-key-sort",
        _ => "search-key-chart",
    }
}
