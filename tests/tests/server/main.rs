//! The language server as a client sees it, over a pipe in memory.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod agreement;
mod binary;
mod cleaning;
mod features;
mod files;
mod findings;
mod folder;
mod folder_again;
mod indexing;
mod lifecycle;
mod navigation;
mod no_network;
mod order;
mod pull;
mod recognised;
mod replay;
mod robust;
mod settings;
mod texts;
mod traps;

/// A draft with one mistyped symbol, two letters swapped, at line 2, columns 10 to 21.
const SWAPPED: &str = "# Title\n\nRecalling A/HCR/53/26 and more.\n";

/// An address of a draft whose folder does not exist, so that nothing lies beside it.
const DRAFT: &str = "file:///nowhere/at/all/draft.md";
