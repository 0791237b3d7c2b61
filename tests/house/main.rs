//! Rules of the house: which floor may use which, and which words exist.

mod architecture;
mod words;
