//! What a source document is, the questions one can ask of sources, and the built-in catalogue.
//!
//! Nothing here reads a file: [`read`] takes text, [`Catalogue`] is compiled in. The corpus crate and
//! the workspace bring documents from disk behind the same [`Sources`] questions.
//!
//! ```
//! use citation::{Referent, Symbol};
//! use sources::{Catalogue, Sources};
//!
//! let symbol = Symbol::parse("A/RES/70/1").unwrap();
//! let agenda = Catalogue.resolve(&Referent::Symbol(symbol)).value.unwrap();
//! assert_eq!(&*agenda.title, "2030 Agenda for Sustainable Development");
//! ```

mod catalogue;
mod coverage;
mod document;
mod documents;
mod index;
mod label;
mod library;
mod merge;
mod paragraph;
mod questions;
pub mod read;
mod source;

pub use catalogue::Catalogue;
pub use coverage::Coverage;
pub use document::{Document, Particulars, Passage, PassageKind};
pub use documents::Documents;
pub use library::Library;
pub use questions::{Answer, Heading, ParagraphAnswer, Sources};
pub use source::{Origin, Paragraph, Paragraphs, Source, SourceKind};
