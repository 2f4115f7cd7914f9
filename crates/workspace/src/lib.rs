//! What a draft is checked against and by which settings; the same for the editor and the command line.
//!
//! [`Workspaces`] finds, from a draft's folder upwards, the `penholder.toml` and the `sources/` folder
//! that are in force; [`Workspace::analyse`] is the one path from a draft to findings. [`OpenTexts`]
//! holds what editors have open. Settings, drafts and lists of accepted findings are read here; the
//! files of sources, and their indexes, in `corpus` below.
//!
//! ```no_run
//! use std::path::Path;
//! use citation::Date;
//! use draft::{Dialect, Draft};
//! use workspace::{Location, Workspaces};
//!
//! let path = Path::new("drafts/report.md");
//! let workspace = Workspaces::default().of(&Location::of_path(path));
//! let text = std::fs::read_to_string(path)?;
//! let draft = Draft::new(&text, Dialect::of_path("report.md"), workspace.lexicon());
//! let today = Date::new(2026, 11, 24).ok_or("no such day")?;
//! println!("{} findings", workspace.analyse(&draft, today).findings.len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

// Where drafts and their settings are.
mod drafts;
mod home;
mod location;
mod settings;
mod workspaces;

// Texts that are open, and what is found in them.
mod analysis;
mod findings;
mod first_draft;
mod head_findings;
mod open_text;
mod open_texts;
mod recent_edits;

// What stands beside the drafts.
mod accepted;
mod complaint;
mod indexing;
mod linked_files;
mod read_beside;
mod source_layers;
mod writing;

pub use accepted::{AcceptedFindings, OpenFindings};
pub use analysis::{Analysis, Workspace};
pub use complaint::Complaint;
pub use corpus::{is_fault_of_damage, is_text as is_text_source, read_text as source_text};
pub use drafts::{DraftText, Drafts, Encoding, in_words, is_draft};
pub use findings::Findings;
pub use first_draft::prepare_for_first_draft;
pub use head_findings::HeadFindings;
pub use home::Home;
pub use indexing::{Indexer, Indexing, Patience, Progress};
pub use location::Location;
pub use open_text::OpenText;
pub use open_texts::OpenTexts;
pub use read_beside::ReadFrom;
pub use recent_edits::{ChangesSince, EditedStretch};
pub use settings::{
    Acronyms, CitationStyle, Citations, DocumentType, ForDrafts, From, InForce, KEYS, Key,
    LanguageCode, Limits, LinkTarget, Links, PerPath, Pinned, Rules, Settings, SettingsError,
    SeverityWish, SourcesFolder, Stated, UnheldWish, Words, schema,
};
pub use source_layers::SourceSetup;
pub use workspaces::Workspaces;
pub use writing::replace_file;
