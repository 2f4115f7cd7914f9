//! What a reference is: document symbols, citations in prose, paragraph references, fact tables.
//!
//! [`scan`] finds every [`Citation`] in a text; [`Symbol::parse`] reads one document symbol;
//! [`facts`] knows what has been adopted and when, and judges whether a symbol can exist.
//! Nothing here reads a file, a clock or a draft: text in, values out.
//!
//! ```
//! use citation::{Lexicon, Referent, scan};
//!
//! let text = "Recalling General Assembly resolution 67/172 of 20 December 2012,";
//! let found = scan(text, &Lexicon::default());
//! assert_eq!(&text[found[0].token.clone()], "67/172");
//! assert_eq!(found[0].date.as_ref().map(|d| d.date.to_string()), Some("2012-12-20".into()));
//! ```

// What a reference is made of.
mod address;
mod adopted;
mod body;
mod citation;
mod date;
mod labour;
mod ordinals;
mod pinpoint;
mod roman;
mod symbol;
mod union_act;
mod written_date;

// What is known of documents and their names.
pub mod facts;
mod grammar;
mod lexicon;
mod title_words;

// How references are found in a text, and what was meant by mistyped ones.
mod families;
mod languages;
mod nearest;
mod scan;

// Text, and tables of it.
mod normalise;
pub mod places;
mod quoted;
pub mod sentences;
mod spacing;
pub mod table;
mod words;

pub use address::Address;
pub use adopted::{Act, Adopted, Term};
pub use body::Body;
pub use citation::{Back, Citation, Form, Kind, Naming, Referent, StatedDate};
pub use date::{Date, MONTHS, WEEKDAYS};
pub use families::goals::{AGENDA, names_goals};
pub use grammar::alternatives;
pub use labour::{LabourInstrument, LabourKind};
pub use languages::{Language, guess_language, told_language};
pub use lexicon::{Lexicon, Name};
pub use normalise::is_raised_figure;
pub use ordinals::{ordinal, ordinal_in_words};
pub use pinpoint::{Pinpoint, Step, Unit};
pub use quoted::quoted;
pub use roman::Roman;
pub use scan::{announced_below, bodies_named, introduced, is_subject_of_text, left_open, scan};
pub use spacing::{is_single_spaced, single_spaced};
pub use symbol::{Suffix, SuffixKind, Symbol};
pub use union_act::UnionAct;
pub use written_date::WrittenDate;
