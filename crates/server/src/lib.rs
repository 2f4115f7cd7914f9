//! The language server: a thin shell that lets editors ask what the crates below know.
//!
//! One file per editor feature translates between protocol types and plain values; the rest keeps
//! messages in order, work on snapshots, and the process alive. [`run`] serves standard input and output
//! for the binary; [`serve`] serves any pair of streams.

mod log;
mod trace;

// From the wire inwards.
mod conversation;
mod framing;
mod in_order;
mod inbound;
mod input;
mod lifecycle;
mod outbound;
mod output;
mod uri_spelling;

// What the server remembers, and where work is done.
mod complaints;
mod draft_task;
mod edit_span;
mod editor_options;
mod findings_list;
mod first_questions;
mod outbox;
mod pool;
mod positions;
mod recheck_queue;
mod session;
mod view;
mod watching;

// What it answers, one file per message or feature.
mod actions;
mod capabilities;
mod citing;
mod cleaning;
mod commands;
mod completion;
mod definition;
mod diagnostics;
mod documents;
mod every_draft;
mod files;
mod folder;
mod folders_and_settings;
mod folding;
mod handlers;
mod hints;
mod hover;
mod indexing;
mod lenses;
mod links;
mod outline;
mod progress;
mod pulled;
mod pulled_folder;
mod references;
mod rename;
mod selection;
mod symbols;
mod tokens;

pub use lifecycle::{Ending, Options, run, serve};
pub use positions::{Encoding, Positions};
pub use trace::Trace;
