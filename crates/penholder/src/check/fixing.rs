//! Mends what can be mended without a look: the safe fixes, one round after another until none is left.

use std::io::{self, Write};
use std::path::Path;

use citation::Date;
use rules::{Edit, Finding, Fix, Safety};
use similar::TextDiff;
use workspace::{Workspace, in_words};

use super::input::{Input, analyse};

/// A fix may bring another finding that has a fix; more rounds than this would be two rules at odds.
const MOST_ROUNDS: usize = 10;

/// A text after mending.
pub(super) struct Fixed {
    pub(super) text: String,
    /// How many findings were mended.
    pub(super) mended: usize,
}

/// The text of `input` with every safe fix applied; `None` where there is nothing to mend.
pub(super) fn fixed(
    input: &Input,
    workspace: &Workspace,
    today: Date,
    findings: &[Finding],
) -> Option<Fixed> {
    let (mut text, mut mended) = applied(&input.stored.text, findings)?;
    for _ in 1..MOST_ROUNDS {
        let now = input.with_text(text.clone());
        let Some(analysis) = analyse(&now, workspace, today) else {
            break;
        };
        let Some((next, more)) = applied(&text, &analysis.findings) else {
            break;
        };
        text = next;
        mended += more;
    }
    Some(Fixed { text, mended })
}

/// `text` with the first safe fix of each finding, and how many; of fixes that overlap the first counts.
fn applied(text: &str, findings: &[Finding]) -> Option<(String, usize)> {
    let safe = |finding: &Finding| -> Option<Fix> {
        let mut fixes = finding.fixes.iter();
        fixes.find(|fix| fix.safety == Safety::Safe).cloned()
    };
    let mut edits: Vec<Edit> = Vec::new();
    let mut mended = 0;
    for fix in findings.iter().filter_map(safe) {
        let is_free = fix.edits.iter().all(|edit| {
            edits.iter().all(|taken| {
                edit.range.end < taken.range.start || taken.range.end < edit.range.start
            })
        });
        if is_free
            && fix
                .edits
                .iter()
                .all(|edit| text.get(edit.range.clone()).is_some())
        {
            edits.extend(fix.edits);
            mended += 1;
        }
    }
    if mended == 0 {
        return None;
    }
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = text.to_owned();
    for edit in edits.iter().rev() {
        out.replace_range(edit.range.clone(), &edit.text);
    }
    Some((out, mended))
}

/// Writes the mended text into the file, or leaves it to the caller where there is none.
///
/// # Errors
/// A message for the drafter; then the file is as it was.
pub(super) fn write(input: &Input, file: Option<&Path>, text: &str) -> Result<(), String> {
    if input.is_word() {
        return Err("a Word file is only read; nothing was mended in it".to_owned());
    }
    if input.stored.damaged() > 0 {
        return Err("this text is not in UTF-8, so nothing was mended in it".to_owned());
    }
    let Some(file) = file else {
        return Ok(());
    };
    let mut bytes = input.stored.byte_order_mark().to_vec();
    bytes.extend_from_slice(text.as_bytes());
    // A new file that takes the place of the old one is whole or not there at all.
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    let beside = folder.unwrap_or(Path::new(".")).join(format!(
        ".{}.penholder",
        file.file_name().unwrap_or_default().to_string_lossy()
    ));
    let done = std::fs::write(&beside, bytes)
        .and_then(|()| {
            let permissions = std::fs::metadata(file)?.permissions();
            std::fs::set_permissions(&beside, permissions)
        })
        .and_then(|()| std::fs::rename(&beside, file));
    done.map_err(|error| {
        // It may not be there, and a file that is left over harms nobody.
        let _ = std::fs::remove_file(&beside);
        format!("the mended text cannot be written: {}", in_words(&error))
    })
}

/// Prints what mending changes, as `diff -u` would.
pub(super) fn difference(
    out: &mut dyn Write,
    path: &Path,
    before: &str,
    after: &str,
) -> io::Result<()> {
    let path = path.display().to_string();
    let diff = TextDiff::from_lines(before, after);
    write!(
        out,
        "{}",
        diff.unified_diff().context_radius(3).header(&path, &path)
    )
}
