//! Transit routes: what sources quote, what a cargo would cost, which route beats which.
//!
//! [`compare`](compare::compare) answers a [`Question`] about all routes at once;
//! [`route_legs`](legs::route_legs) and [`history`](quote::history) look at one.
//! The formulas themselves ([`cost`], [`breakeven`], [`frontier`], [`emissions`], [`spread`],
//! [`cargo`]) take plain numbers, so that each can be tested alone.
//! Not here: volumes, border measures and corridors, which are shown as recorded.

pub mod band;
pub mod breakeven;
pub mod cargo;
pub mod compare;
pub mod cost;
pub mod defaults;
pub mod emissions;
pub mod frontier;
pub mod legs;
pub mod notice;
pub mod question;
pub mod quote;
pub mod ranking;
pub mod rows;
pub mod spread;
pub mod summary;
pub mod time_cost;
pub mod value_cost;

pub use band::Band;
pub use cargo::{Cargo, Holding};
pub use compare::{Comparison, compare};
pub use notice::{Notice, Reason};
pub use question::{Ends, Question, Years};
pub use summary::Summary;
