//! Trade answers on a small made-up world.

mod charts;
mod lines;
mod mirror;
mod rankings;
mod support;
