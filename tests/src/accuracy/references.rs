//! What the program finds in a text, as `penholder references` prints it.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::{KINDS, Mention};

/// The references of the file at `path` that are scored: no back-references, no defined short forms.
///
/// # Errors
///
/// Says why the program at `binary` did not run or what it printed that is no reference.
pub fn references(binary: &Path, path: &Path) -> Result<Vec<Mention>, String> {
    let output = Command::new(binary)
        .args(["references", "--format", "jsonl"])
        .arg(path)
        .output()
        .map_err(|error| format!("{} did not run: {error}", binary.display()))?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let one: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let Some(kind) = KINDS.into_iter().find(|kind| one["kind"] == **kind) else {
            continue;
        };
        let at = |key: &str| {
            let offset = one[key]
                .as_u64()
                .and_then(|offset| usize::try_from(offset).ok());
            offset.ok_or("a reference without offsets")
        };
        let words = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        found.push(Mention {
            start: at("start")?,
            end: at("end")?,
            text: words("text"),
            kind,
            canonical: words("canonical"),
            date: words("date"),
            pinpoint: words("pinpoint"),
        });
    }
    Ok(found)
}
