//! What the program finds in a text, as `penholder references` prints it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::{BESIDE, KINDS, Mention};

/// The references of `text`, which the program takes for the file called `name` with its `ending`. Sales numbers are left out:
/// the guide by which the texts were labelled has no label for them.
///
/// # Errors
///
/// Says why the program at `binary` did not run or what it printed that is no reference.
pub fn references(
    binary: &Path,
    name: &str,
    ending: &str,
    text: &str,
) -> Result<Vec<Mention>, String> {
    let fault = |error: std::io::Error| format!("{} did not run: {error}", binary.display());
    let mut program = Command::new(binary)
        .args(["references", "--format", "jsonl", "-", "--stdin-filename"])
        .arg(format!("{name}.{ending}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(fault)?;
    // The program reads all of the draft before it prints.
    let mut input = program.stdin.take().ok_or("no way in")?;
    input.write_all(text.as_bytes()).map_err(fault)?;
    drop(input);
    let output = program.wait_with_output().map_err(fault)?;
    if !output.status.success() {
        return Err(format!("{} failed on {name}", binary.display()));
    }
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let one: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let canonical = one["canonical"].as_str().unwrap_or_default();
        if canonical.starts_with("Sales No.") {
            continue;
        }
        let kinds = KINDS.into_iter().chain(BESIDE);
        let Some(kind) = kinds.into_iter().find(|kind| one["kind"] == **kind) else {
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
