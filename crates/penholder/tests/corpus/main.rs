//! `penholder corpus` as a drafter meets it: the real binary, its child processes, and kills in between.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

mod asked;
mod harmed;
mod home;
