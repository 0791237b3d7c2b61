//! A view of one dataset on another: what makes sense stays, the rest is dropped and said.

use super::{DATASET, common, in_words, other_dataset, understood};
use belt_explorer::app::{Action, AppState, Tab, update::apply, view::text};
use std::path::PathBuf;

/// Choices of which the other dataset has some.
const VIEW: &str = "tab:projects sector:rail,pipelines -status:cancelled text:gas years:2013..2019 \
                    select:khorgos-gateway trade.show:balance trade.recorders:baci \
                    transit.value:50000 transit.ends:almaty,xian";

#[test]
fn what_the_dataset_lacks_is_dropped_and_named() {
    let view = understood(VIEW);
    let other = other_dataset();
    let (fitted, dropped) = text::fit(&view, &DATASET, &other);
    assert_eq!(
        text::write(&fitted, &other),
        "view:1 tab:projects sector:rail text:gas years:2013..2019 trade.show:balance transit.value:50000"
    );
    assert_eq!(
        in_words(&dropped),
        [
            "-status:cancelled: the dataset has no “cancelled”",
            "sector:pipelines,rail: the dataset has no “pipelines”",
            "select:khorgos-gateway: the dataset has no “khorgos-gateway”",
            "trade.recorders:baci: the dataset has no “baci”",
            "transit.ends:almaty,xian: the dataset has no “almaty”",
        ]
    );
    assert_eq!(text::fit(&fitted, &other, &other), (fitted, vec![]));
}

fn load(state: &mut AppState, action: Action) {
    apply(state, action);
    let result = state.jobs.poll().expect("inline jobs are done at once");
    apply(state, Action::JobDone(result));
}

#[test]
fn another_dataset_keeps_the_view_as_far_as_it_can_and_says_what_it_dropped() {
    let mut state = common::state_with(understood(VIEW));
    apply(
        &mut state,
        Action::PasteView(format!("view:1 {VIEW} sort:name/asc")),
    );
    assert!(state.history.undo_label().is_some());
    let good = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good");
    load(&mut state, Action::Load(good));
    assert_eq!(state.view.tab, Tab::Projects);
    assert_eq!(state.view.projects.filter.text, "gas");
    assert_eq!(state.view.projects.selected, None);
    assert!(
        state.history.undo_label().is_none(),
        "steps lead to the other dataset"
    );
    let message = state.message.as_ref().expect("a message");
    assert!(!message.is_error);
    for part in ["Opened: ", "Left out:", "select:khorgos-gateway"] {
        assert!(
            message.text.contains(part),
            "no `{part}` in {}",
            message.text
        );
    }
}

#[test]
fn reading_the_same_dataset_again_drops_nothing() {
    let mut state = common::state_with(understood(VIEW));
    let view = state.view.clone();
    load(&mut state, Action::Reload);
    assert_eq!(state.view, view);
    let message = state.message.as_ref().expect("a message");
    assert!(!message.text.contains("Left out"), "{}", message.text);
    assert_eq!(DATASET.id(), state.dataset.id());
}
