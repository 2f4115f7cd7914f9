//! Whole-product tests: a fake client for the language server, and the accuracy command.

mod client;

pub use client::{Client, Start, at, insert, span};
