//! What a source document is, the questions one can ask of sources, and the built-in catalogue.
//!
//! Nothing here reads a file: [`read`] takes text, [`Catalogue`] is compiled in. The corpus crate and
//! the workspace bring documents from disk behind the same [`Sources`] questions.

mod questions;
mod source;

pub use questions::{Answer, Heading, ParagraphAnswer, Sources};
pub use source::{Origin, Paragraph, Paragraphs, Source, SourceKind};
