//! What every view gets: the state to read, the theme's tokens, and where actions go.

use super::theme::Tokens;
use crate::{
    app::{Action, AppState, view::Side},
    dataset::{catalog::Catalog, schema::Text},
    i18n::Value,
};
use std::{cell::RefCell, rc::Rc};

/// What a view reads and where it puts what a person wants to happen.
pub struct Cx<'a> {
    /// The state, as it was when the frame began.
    pub state: &'a AppState,
    /// Colours of the theme in use.
    pub tokens: &'static Tokens,
    /// The side of a comparison that is drawn, where a view has two.
    pub side: Side,
    actions: Rc<RefCell<Vec<Action>>>,
}

impl<'a> Cx<'a> {
    /// A context for one frame.
    #[must_use]
    pub fn new(state: &'a AppState, tokens: &'static Tokens) -> Self {
        Self {
            state,
            tokens,
            side: Side::default(),
            actions: Rc::default(),
        }
    }

    /// The same for a side of a comparison; what it asks for goes to the same place.
    #[must_use]
    pub fn on(&self, side: Side) -> Self {
        Self {
            side,
            actions: Rc::clone(&self.actions),
            ..*self
        }
    }

    /// Asks for an action; it is applied after the frame is drawn.
    pub fn push(&self, action: Action) {
        self.actions.borrow_mut().push(action);
    }

    /// The actions asked for.
    #[must_use]
    pub fn into_actions(self) -> Vec<Action> {
        self.actions.take()
    }

    /// The words for a key.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.state.words.t(key)
    }

    /// The words for a key with values put in.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&'static str, Value<'_>)]) -> String {
        self.state.words.with(key, values)
    }

    /// A text of the dataset in the chosen language.
    #[must_use]
    pub fn text(&self, text: &'a Text) -> &'a str {
        self.state.text(text)
    }

    /// The open dataset.
    #[must_use]
    pub fn catalog(&self) -> &'a Catalog {
        &self.state.dataset.catalog
    }

    /// Name of the home country.
    #[must_use]
    pub fn home(&self) -> &'a str {
        let country = self.catalog().country(self.catalog().home());
        country.map_or("", |country| self.text(&country.name))
    }

    /// Name of the partner country.
    #[must_use]
    pub fn partner(&self) -> &'a str {
        let country = self.catalog().country(self.catalog().partner());
        country.map_or("", |country| self.text(&country.name))
    }

    /// Currency of the dataset's totals.
    #[must_use]
    pub fn currency(&self) -> &'a str {
        self.catalog().currency()
    }
}
