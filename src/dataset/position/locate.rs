//! Spans of wanted values: one pass over a text for any number of them.

use super::MAX_DEPTH;
use super::lexer::{Kind, Lexer, Token};
use crate::dataset::place::Step;
use std::collections::HashMap;
use std::ops::Range;

/// Byte ranges of the values at `paths`.
///
/// Where a value is not in the text, the closest one that is: the `id` of the record
/// around it, else the value around it; `None` if there is nothing at all.
#[must_use]
pub fn locate(text: &str, paths: &[Vec<Step<'_>>]) -> Vec<Option<Range<usize>>> {
    let mut tree = Tree::new();
    let ends: Vec<usize> = paths.iter().map(|path| tree.insert(path)).collect();
    Scanner {
        text,
        tree: &mut tree,
        stack: Vec::new(),
        pending: None,
    }
    .run();
    ends.into_iter().map(|node| tree.nearest(node)).collect()
}

/// The wanted paths as a tree, with the spans found so far.
struct Tree<'p> {
    nodes: Vec<Node<'p>>,
}

struct Node<'p> {
    parent: Option<usize>,
    children: HashMap<Step<'p>, usize>,
    span: Option<Range<usize>>,
}

const TOP: usize = 0;

impl<'p> Tree<'p> {
    fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.add(None);
        tree
    }

    fn add(&mut self, parent: Option<usize>) -> usize {
        self.nodes.push(Node {
            parent,
            children: HashMap::new(),
            span: None,
        });
        self.nodes.len() - 1
    }

    fn child_or_new(&mut self, parent: usize, step: Step<'p>) -> usize {
        if let Some(child) = self.child(parent, step) {
            return child;
        }
        let child = self.add(Some(parent));
        if let Some(node) = self.nodes.get_mut(parent) {
            node.children.insert(step, child);
        }
        child
    }

    /// Adds a path, and the `id` of every list element on the way.
    fn insert(&mut self, path: &[Step<'p>]) -> usize {
        let mut node = TOP;
        for step in path {
            node = self.child_or_new(node, *step);
            if matches!(step, Step::Index(_)) {
                self.child_or_new(node, Step::Field("id"));
            }
        }
        node
    }

    fn child(&self, parent: usize, step: Step<'_>) -> Option<usize> {
        // The lookup needs only as long a life as the text it asks with.
        let children: &HashMap<Step<'_>, usize> = &self.nodes.get(parent)?.children;
        children.get(&step).copied()
    }

    fn set(&mut self, node: Option<usize>, span: Range<usize>) {
        if let Some(node) = node.and_then(|node| self.nodes.get_mut(node)) {
            node.span = Some(span);
        }
    }

    fn span(&self, node: usize) -> Option<Range<usize>> {
        self.nodes.get(node)?.span.clone()
    }

    fn nearest(&self, wanted: usize) -> Option<Range<usize>> {
        let mut node = wanted;
        loop {
            let id = self.child(node, Step::Field("id"));
            let found = id
                .and_then(|id| self.span(id))
                .or_else(|| self.span(node).filter(|_| node != TOP));
            if found.is_some() {
                return found;
            }
            node = self.nodes.get(node)?.parent?;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bracket {
    /// `(…)`: a struct, a tuple, or a variant's contents.
    Paren,
    List,
    Map,
    /// `Some(…)`: stands for what is inside.
    Some,
}

/// An open bracket.
struct Frame {
    bracket: Bracket,
    /// Where the value starts, a struct's name included.
    start: usize,
    /// The wanted node this value is, if it is one or leads to one.
    node: Option<usize>,
    /// Position of the next element.
    index: usize,
    /// Whether the colon of the current field or entry has passed.
    after_colon: bool,
    /// The wanted node of the value after the colon.
    named: Option<usize>,
}

struct Scanner<'t, 'p> {
    text: &'t str,
    tree: &'t mut Tree<'p>,
    stack: Vec<Frame>,
    /// A word or string whose part is not known yet: a value, a field, a key or a struct's name.
    pending: Option<Token>,
}

impl<'t> Scanner<'t, '_> {
    fn run(mut self) {
        for token in Lexer::new(self.text) {
            match token.kind {
                Kind::Word | Kind::Text => self.pending = Some(token),
                Kind::Colon => self.colon(),
                Kind::Open => {
                    if self.stack.len() == MAX_DEPTH {
                        return;
                    }
                    self.open(token);
                }
                Kind::Comma => {
                    self.finish_word();
                    if let Some(frame) = self.stack.last_mut() {
                        frame.index += 1;
                        frame.after_colon = false;
                    }
                }
                Kind::Close => self.close(token),
            }
        }
        self.finish_word();
    }

    fn slice(&self, token: Token) -> &'t str {
        self.text.get(token.start..token.end).unwrap_or_default()
    }

    fn colon(&mut self) {
        let name = self.pending.take().map(|token| self.slice(token));
        let Some(frame) = self.stack.last() else {
            return;
        };
        let step = match (frame.bracket, name) {
            (Bracket::Paren, Some(name)) => {
                Some(Step::Field(name.strip_prefix("r#").unwrap_or(name)))
            }
            (Bracket::Map, Some(name)) => name.parse().ok().map(Step::Key),
            _ => None,
        };
        let node = frame
            .node
            .zip(step)
            .and_then(|(node, step)| self.tree.child(node, step));
        if let Some(frame) = self.stack.last_mut() {
            frame.after_colon = true;
            frame.named = node;
        }
    }

    /// The wanted node that a value starting here would be.
    fn here(&self) -> Option<usize> {
        let Some(frame) = self.stack.last() else {
            return Some(TOP);
        };
        match frame.bracket {
            Bracket::Some => frame.node,
            _ if frame.after_colon => frame.named,
            // A key.
            Bracket::Map => None,
            Bracket::Paren | Bracket::List => {
                self.tree.child(frame.node?, Step::Index(frame.index))
            }
        }
    }

    fn open(&mut self, token: Token) {
        let node = self.here();
        let name = self.pending.take();
        let bracket = match self.text.as_bytes().get(token.start) {
            Some(b'[') => Bracket::List,
            Some(b'{') => Bracket::Map,
            _ if name.is_some_and(|name| self.slice(name) == "Some") => Bracket::Some,
            _ => Bracket::Paren,
        };
        self.stack.push(Frame {
            bracket,
            start: name.map_or(token.start, |name| name.start),
            node,
            index: 0,
            after_colon: false,
            named: None,
        });
    }

    fn close(&mut self, token: Token) {
        self.finish_word();
        if let Some(frame) = self.stack.pop() {
            self.tree.set(frame.node, frame.start..token.end);
        }
    }

    fn finish_word(&mut self) {
        if let Some(word) = self.pending.take() {
            let node = self.here();
            self.tree.set(node, word.start..word.end);
        }
    }
}
