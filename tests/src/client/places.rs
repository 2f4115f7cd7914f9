//! Places, ranges and changes as messages hold them.

use serde_json::{Value, json};

/// A place in a text, as most requests take it.
pub fn at(uri: &str, line: u32, column: u32) -> Value {
    json!({
        "textDocument": { "uri": uri },
        "position": { "line": line, "character": column },
    })
}

/// A range: first line and column, last line and column.
pub fn span(start: (u32, u32), end: (u32, u32)) -> Value {
    json!({
        "start": { "line": start.0, "character": start.1 },
        "end": { "line": end.0, "character": end.1 },
    })
}

/// A change that puts `text` in at a place.
pub fn insert(line: u32, column: u32, text: &str) -> Value {
    json!({ "range": span((line, column), (line, column)), "text": text })
}
