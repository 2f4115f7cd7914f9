//! The marks of a message that is answered.

/// Whether `line` is one of a message that is quoted, not one that a line break has begun with "> 50 per cent".
pub(super) fn is_quoted(line: &str) -> bool {
    quoted(line).is_some_and(|words| !words.starts_with(|c: char| c.is_ascii_digit()))
}

/// The words behind the marks with which a quoted message begins each `line`.
pub(super) fn quoted(line: &str) -> Option<&str> {
    let words = line.trim_start();
    words
        .starts_with('>')
        .then(|| words.trim_end().trim_start_matches(['>', ' ']))
}
