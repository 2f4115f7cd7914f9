//! The language server: a thin shell that lets editors ask what the crates below know.
//!
//! One file per editor feature translates between protocol types and plain values; the rest keeps
//! messages in order, work on snapshots, and the process alive. [`run`] serves standard input and output
//! for the binary; [`serve`] serves any pair of streams.

mod log;

// From the wire inwards.
mod inbound;
mod outbound;
mod in_order;
mod spelling;
mod lifecycle;

// What the server remembers, and where work is done.
mod session;
mod desk;
mod pool;
mod outbox;
mod positions;

// What it answers, one file per message or feature.
mod handlers;
mod capabilities;
mod documents;
mod surroundings;
mod diagnostics;
mod hover;
mod links;
mod definition;
mod completion;
mod actions;
mod outline;

pub use lifecycle::{Ending, run, serve};
pub use positions::{Encoding, Positions};
