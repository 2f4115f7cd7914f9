//! Import through the child process: files of every format, well made and hostile.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on panics")]

mod formats;
mod hostile;
mod samples;
