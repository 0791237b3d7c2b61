//! What the Trade tab hands out: the numbers are those of the charts, one by one, and every
//! picture draws at every size. On the embedded dataset and on a small made-up one.

mod drawing;
mod lines;
mod rankings;
mod support;
