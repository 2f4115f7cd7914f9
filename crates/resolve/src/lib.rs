//! Draft and sources bound together: every reference with what it names and its verdict.

mod reference;

pub use reference::{Agreement, Correction, Existence, Reference, Resolved};
