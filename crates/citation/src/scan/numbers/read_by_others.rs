//! What a list may begin with and other readers add: symbols, and numbers of special sessions.

use crate::scan::cursor;
use crate::symbol::read::{self, Case};

/// The offset behind "SS.IX/1" at `at`, a number of a special session of the Governing Council of the Environment
/// Programme.
pub(super) fn special_session(text: &str, at: usize) -> Option<usize> {
    let special = text.get(at..)?.strip_prefix("SS.")?;
    let session = special
        .bytes()
        .take_while(|byte| b"IVX".contains(byte))
        .count();
    let number = special[session..].strip_prefix('/')?;
    let digits = cursor::digits(number, 0).len();
    (session > 0 && digits > 0).then_some(at + "SS.".len() + session + 1 + digits)
}

/// The offset behind the symbol of a resolution or decision at `at`, or behind a number of a special session of the
/// Governing Council of the Environment Programme.
pub(super) fn behind(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = special_session(text, at) {
        return Some(end);
    }
    let rest = text.get(at..)?;
    if !rest.starts_with(|c: char| c.is_ascii_uppercase()) {
        return None;
    }
    let (symbol, length) = read::at_start(rest, Case::Capitals)?;
    symbol.adopted().is_some().then_some(at + length)
}
