//! A comparison for a terminal.

use std::fmt::Write as _;

use super::{Comparison, Entry, Place, Side};

/// Whether a terminal shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// It does not; what is gone stands in `[-…-]`, what is new in `{+…+}`.
    Plain,
    /// It does; what is gone is red and struck through, what is new green.
    Coloured,
}

/// Words of an unchanged stretch that are shown on each side of a change.
const AROUND: usize = 8;

/// The comparison.
pub(super) fn write(comparison: &Comparison, ink: Ink) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{} → {}", comparison.old, comparison.new);
    for entry in &comparison.entries {
        let _ = writeln!(out, "\n{}", head(entry));
        let _ = writeln!(out, "    {}", words(entry, ink));
        for (what, references) in [
            ("+ cites", &entry.references_added),
            ("- cites", &entry.references_dropped),
        ] {
            if !references.is_empty() {
                let _ = writeln!(out, "    {what} {}", references.join("; "));
            }
        }
    }
    for (what, references) in [
        ("References added", &comparison.references_added),
        ("References dropped", &comparison.references_dropped),
    ] {
        if !references.is_empty() {
            let _ = writeln!(out, "\n{what}: {}", listed(references));
        }
    }
    let _ = writeln!(out, "\n{}", comparison.summary());
    out
}

/// "A/RES/67/172; A/RES/70/147 (3 times)".
pub(super) fn listed(references: &[(String, usize)]) -> String {
    let names: Vec<String> = references
        .iter()
        .map(|(name, count)| match count {
            1 => name.clone(),
            _ => format!("{name} ({count} times)"),
        })
        .collect();
    names.join("; ")
}

/// "changed: paragraph 15", "moved: paragraph 3 → 7", "changed: the unnumbered paragraph that begins “Recalling”".
pub(super) fn head(entry: &Entry) -> String {
    let what = entry.happened.word();
    match (&entry.before, &entry.after) {
        (Some(Place::Numbered(before)), Some(Place::Numbered(after))) if before != after => {
            format!("{what}: paragraph {before} → {after}")
        }
        // A paragraph that has got a number, or lost it; how another begins is seen from its words.
        (Some(before), Some(after)) if before.is_numbered() != after.is_numbered() => {
            format!("{what}: {before} → {after}")
        }
        (_, Some(place)) | (Some(place), None) => format!("{what}: {place}"),
        (None, None) => what.to_owned(),
    }
}

fn words(entry: &Entry, ink: Ink) -> String {
    let mut out = String::new();
    let last = entry.pieces.len().saturating_sub(1);
    for (index, piece) in entry.pieces.iter().enumerate() {
        let (open, close) = match (piece.side, ink) {
            (Side::Both, _) => ("", ""),
            (Side::Old, Ink::Plain) => ("[-", "-]"),
            (Side::New, Ink::Plain) => ("{+", "+}"),
            (Side::Old, Ink::Coloured) => ("\x1b[31;9m", "\x1b[0m"),
            (Side::New, Ink::Coloured) => ("\x1b[32m", "\x1b[0m"),
        };
        if piece.side == Side::Both {
            out.push_str(&around(&piece.words, index == 0, index == last));
            continue;
        }
        let bare = piece.words.trim_end();
        let _ = write!(out, "{open}{bare}{close}{}", &piece.words[bare.len()..]);
    }
    out.trim_end().to_owned()
}

/// An unchanged stretch, cut to what stands beside the changes.
fn around(words: &str, is_first: bool, is_last: bool) -> String {
    let list: Vec<&str> = words.split_inclusive(' ').collect();
    let head = if is_first { 0 } else { AROUND };
    let tail = if is_last { 0 } else { AROUND };
    // A paragraph that is the same throughout shows how it begins.
    let head = if is_first && is_last {
        2 * AROUND
    } else {
        head
    };
    if list.len() <= head + tail + 2 {
        return words.to_owned();
    }
    format!(
        "{}… {}",
        list[..head].concat(),
        list[list.len() - tail..].concat()
    )
}
