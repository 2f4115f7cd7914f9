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

// A source, and the questions one can ask.
mod citing;
mod coverage;
mod document;
mod label;
mod paragraph;
mod questions;
mod quotation;
mod source;
mod words;

// Sets of sources.
mod adopting;
mod catalogue;
mod documents;
mod index;
mod library;
mod merge;
mod names;

// Reading, and what texts say of each other.
mod cited;
pub mod read;
mod recent;
mod replacing;
mod summary;

pub use adopting::adopting_resolution;
pub use catalogue::Catalogue;
pub use cited::{CitedInPassage, cited_in, own_body};
pub use citing::{CiteStyle, cited};
pub use coverage::Coverage;
pub use document::{Document, Particulars, Passage, PassageKind};
pub use documents::Documents;
pub use index::{fold, names, names_for_completion};
pub use library::Library;
pub use merge::merged;
pub use paragraph::Absent;
pub use questions::{
    Answer, CitedBy, Edition, Heading, Hit, Holding, Lineage, Mention, ParagraphAnswer, Quoted,
    Reason, Sources, Suggestion, Summary,
};
pub use quotation::{Alignment, Difference, Edit, Likeness, Quotation};
pub use recent::Recent;
pub use replacing::{Reissue, Replacement, reissue_in, replaced_by_text, replacements};
pub use source::{Origin, Paragraph, Paragraphs, Source, SourceKind};
pub use summary::summary;
pub use words::{fold_word, folded_words, next_word, words};
