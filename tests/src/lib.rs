//! Whole-product tests: a fake client for the language server, and the scoring of accuracy
//! and of structure.

#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on panics"
)]

pub mod accuracy;
mod client;
mod draft_prose;
pub mod hits;
pub mod library;
mod page;
pub mod slips;
pub mod structure;
mod used;

pub use client::{Client, Start, at, insert, span};
pub use draft_prose::draft_prose;
pub use page::{show_section, write_section};
pub use used::Used;
