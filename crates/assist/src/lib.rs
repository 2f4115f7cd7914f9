//! One file per editor feature: hover, links, definition, references, completion, actions and the rest.
//!
//! Plain functions from a resolved draft and the sources to plain values. No I/O, no protocol type, and
//! no offset, range or text on which they fail: offsets past the end or inside a character are moved to
//! the nearest valid place before. All ranges are byte offsets into the draft unless a field says otherwise.
//!
//! ```
//! use citation::Date;
//! use draft::{Dialect, Draft};
//! use rules::Settings;
//! use sources::{Catalogue, Sources};
//!
//! let text = "Recalling General Assembly resolution 67/172 of 20 December 2012,";
//! let draft = Draft::new(text, Dialect::Plain, Catalogue.lexicon());
//! let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2013, 6, 1).unwrap());
//! let links = assist::links(&resolved);
//! assert_eq!(links[0].target, "https://docs.un.org/en/A/RES/67/172");
//! let hover = assist::hover(&resolved, &Catalogue, &Settings::default(), links[0].range.start).unwrap();
//! assert!(hover.markdown.contains("adopted on 20 December 2012"));
//! ```

// What is shown in and beside the text.
mod folding;
mod hints;
mod hover;
mod lenses;
mod links;
mod outline;
mod tokens;

// Ways from one place to others.
mod citing;
mod definition;
mod occurrences;
mod selection;
mod symbols;

// What changes the text.
mod accepting;
mod actions;
mod cleaning;
mod completion;
mod rename;

// What features share.
mod emphasis;
mod prose;
mod terms;
mod under;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod total;

pub use actions::{Action, Purpose, actions};
pub use citing::{Citing, Work, cited_at, cited_by, cited_in, cites, referent};
pub use cleaning::{CLEANING, CleanText, clean_text, copied};
pub use completion::{Completion, CompletionKind, completion};
pub use definition::{Place, definition};
pub use folding::{Fold, FoldKind, folds};
pub use hints::{Hint, hints};
pub use hover::{Hover, hover, hover_looks_far};
pub use lenses::{Lens, lenses};
pub use links::{DocumentLink, links};
pub use occurrences::{Occurrence, Role, Subject, occurrences, subject};
pub use outline::{OutlineItem, outline};
pub use rename::{Refusal, Renamable, renamable, rename};
pub use selection::selections;
pub use symbols::{Named, NamedKind, NamedSource, named_places, named_sources};
pub use tokens::{Token, TokenKind, tokens};
