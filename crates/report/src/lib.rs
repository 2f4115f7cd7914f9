//! What is said of a draft as a whole: the clearance report, the comparison of two versions, each
//! reference as a row, the closing line.
//!
//! Plain values in, plain values out; the shells print them.

mod clearance;
mod comparison;
mod row;
mod tally;

pub use clearance::{
    AcronymRow, Cited, Clearance, ClearanceRow, Coverage, FindingRow, Mandate, QuotationRow,
    QuotationStatus, Standing, Subject, TakenUp, Unchecked,
};
pub use comparison::{Comparison, Entry, Happened, Ink, Piece, Place, Side};
pub use row::{ReferenceRow, Stored, SuccessorRow, reference_rows};
pub use tally::{Tally, closing_line};
