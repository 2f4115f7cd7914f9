//! How documents of the United Nations are laid out: the lines of their heads, and the words with which their
//! paragraphs begin.
//!
//! Drafts and sources are read by crates of their own, which keep different things of a line; what a line is, both
//! ask here.
//!
//! ```
//! let below = ["islands and of their", "keepers", "", "The General Assembly,"];
//! assert_eq!(layout::title_lines(below), 2);
//! ```

mod adoption;
mod distribution;
mod enacting;
mod openings;
mod title;
mod verbs;

pub use adoption::{Adoption, adoption};
pub use distribution::{distributed, distribution};
pub use enacting::is_enacting;
pub use openings::{begins_operative, begins_preambular, is_item_label};
pub use title::{TitleOfReport, begins_with_year, title_lines, title_of_report};
pub use verbs::{Form, VERBS, begins_in, begins_with};
