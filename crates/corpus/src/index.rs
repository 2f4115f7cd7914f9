//! The index: everything that is made from the packs so that questions are answered at once.
//!
//! It comes in generations. One is built beside the one in use, never changed after it is published, and
//! cleared away when nobody reads it any more. Losing it costs time and nothing else.

mod build;
mod cited;
mod dictionary;
mod entries;
mod fields;
mod fulltext;
mod generation;
mod heads;
mod mapped;
mod publishing;
mod table;

pub(crate) use build::Building;
pub(crate) use cited::{in_passage, key as citation_key};
pub(crate) use dictionary::Class;
pub(crate) use entries::Entries;
pub(crate) use fields::Spot;
pub(crate) use fulltext::{FullText, any_of};
pub use generation::Problem;
pub(crate) use generation::{Generation, Manifest, current};
pub(crate) use publishing::clear_away;
