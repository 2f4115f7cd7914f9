//! Slips against the real engine: those that adopted texts really printed, with traps that only look like
//! slips, and slips planted into real citations.
//!
//! Nothing here prints words of a text: a miss is named by its text, its number and what was changed.

mod editorial;
mod engine;
mod held;
mod page;
mod planted;
mod printed;
mod texts;

pub use editorial::{Share, planted as planted_editorial};
pub use held::planted as planted_beside_held;
pub use page::{STEP, page};
pub use planted::{Planted, PlantedSlips, planted};
pub use printed::{PrintedSlips, printed};
pub use texts::{StatedDates, stated_dates};
