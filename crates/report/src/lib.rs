//! The clearance report: how many references are held, and each reference as a row.
//!
//! Plain values in, plain values out; the shells print them.

mod row;
mod tally;

pub use row::{ReferenceRow, Stored, SuccessorRow, reference_rows};
pub use tally::{Tally, closing_line};
