//! Mends what can be mended without a look: the safe fixes, one round after another until none is left.

use std::io::{self, Write};
use std::path::Path;

use citation::Date;
use rules::{Finding, Safety};
use similar::TextDiff;
use workspace::{Analysis, Encoding, Workspace, replace_file};

use super::input::{Input, analyse};

/// A fix may bring another finding that has a fix; more rounds than this would be two rules at odds.
const MOST_ROUNDS: usize = 10;

/// A text after mending.
pub(super) struct Fixed {
    pub(super) text: String,
    /// How many findings were mended.
    pub(super) mended: usize,
}

/// The text of `input` with every safe fix applied; `None` where there is nothing to mend. `found` is what
/// was found in it.
pub(super) fn fixed(
    input: &Input,
    workspace: &Workspace,
    today: Date,
    found: &Analysis,
) -> Option<Fixed> {
    let mut fixed = round(found)?;
    for _ in 1..MOST_ROUNDS {
        let now = input.with_text(fixed.text.clone());
        let Some(next) = analyse(&now, workspace, today).as_ref().and_then(round) else {
            break;
        };
        fixed.text = next.text;
        fixed.mended += next.mended;
    }
    Some(fixed)
}

/// Whether mending changes what `finding` is about.
pub(super) fn is_safe(finding: &Finding) -> bool {
    let fix = finding.fixes.first();
    fix.is_some_and(|fix| fix.safety == Safety::Safe && !fix.edits.is_empty())
}

/// One round of mending; `None` where there is nothing to mend.
fn round(found: &Analysis) -> Option<Fixed> {
    let fixes = rules::fix_all(&found.findings, Safety::Safe);
    (!fixes.is_empty()).then(|| Fixed {
        text: rules::applied(&found.resolved.draft, &fixes),
        mended: fixes.len(),
    })
}

/// Writes the mended text into the file, or leaves it to the caller where there is none.
///
/// # Errors
/// A message for the drafter; then the file is as it was.
pub(super) fn write(input: &Input, file: Option<&Path>, text: &str) -> Result<(), String> {
    if input.stored.damaged() > 0 || input.stored.encoding() != Encoding::Utf8 {
        return Err(
            "this text is not in UTF-8, so nothing was mended in it; save it as UTF-8".to_owned(),
        );
    }
    let Some(file) = file else {
        return Ok(());
    };
    let mut bytes = input.stored.byte_order_mark().to_vec();
    bytes.extend_from_slice(text.as_bytes());
    replace_file(file, &bytes)
        .map_err(|message| format!("the mended text cannot be written: {message}"))
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
