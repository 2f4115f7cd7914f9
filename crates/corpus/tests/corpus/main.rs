//! A corpus as its users meet it: added to, asked, changed, damaged and brought back.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

mod damage;
mod questions;
mod sample;
mod updates;
