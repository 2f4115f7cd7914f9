//! Measures of the corpus: a generated library to index and ask, and real texts to judge answers by.
//!
//! [`generator`] writes documents, [`speed`] measures building them beside a bare engine on the same text,
//! [`asking`] measures answers, and [`quality`] counts right answers on real texts, where they are at hand.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts and sizes are far below what a float holds"
)]

pub mod asking;
pub mod generator;
pub mod quality;
pub mod speed;
