//! The indexed corpus: import, store, index, and the questions of `sources` answered from disk; the only crate below the
//! shells' own that reads and writes files and starts child processes.
//!
//! A file that can't be read costs one document and is reported as a [`Problem`] in a drafter's words;
//! the rest goes on. Nothing here opens a network connection.

// A corpus, and its answers.
mod answers;
mod careful;
mod corpus;
mod error;

// On disk.
mod files;
mod folder;
mod freshness;
mod index;
mod layout;
mod locked;
mod store;

// How documents come in.
mod form;
pub mod import;
mod pipeline;
mod text;
pub mod update;

pub use careful::is_fault_of_damage;
pub use corpus::Corpus;
pub use error::CorpusError;
pub use files::files_below;
pub use folder::{Folder, Problem, Trouble, is_text};
pub use freshness::{FolderState, is_fresh, pointer, state_of};
pub use index::Problem as FileProblem;
pub use layout::{folder_index, user_corpus};
pub use store::{Declared, Failure, Holder, Identity};
pub use text::{LARGEST_FILE, ReadError, Text, read_text};
