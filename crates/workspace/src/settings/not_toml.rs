//! What a drafter is told of a text that is no TOML, whose reader speaks to programmers.

/// Beginnings of what the reader of TOML says, and what that comes to.
const MEANINGS: [(&str, &str); 9] = [
    (
        "string values must be quoted",
        "words have to stand between quotation marks, such as \"warning\"",
    ),
    (
        "unclosed inline table",
        "a bracket is not closed: “}” is missing",
    ),
    ("unclosed", "a bracket is not closed: “]” is missing"),
    (
        "missing comma",
        "between two values there has to be a comma",
    ),
    ("missing value", "behind “=” there has to be a value"),
    (
        "key with no value",
        "between a setting and its value there has to be “=”",
    ),
    (
        "missing assignment",
        "between a setting and its value there has to be “=”",
    ),
    (
        "duplicate key",
        "this stands here for the second time; keep one of the two",
    ),
    (
        "invalid basic string",
        "a quotation mark is missing, or stands where none can",
    ),
];

/// The words for `message`; in its own where they are none of those that are known.
pub(super) fn in_words(message: &str) -> String {
    let meaning = MEANINGS
        .iter()
        .find(|(beginning, _)| message.starts_with(beginning));
    meaning.map_or_else(
        || format!("this cannot be read ({message})"),
        |(_, words)| (*words).to_owned(),
    )
}
