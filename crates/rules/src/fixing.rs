//! Fixes applied to a text.

use draft::Draft;

use crate::{Edit, Finding, Fix, Safety};

/// The fixes that fix-all applies at once: of each finding the first one, where it is at least as safe as
/// asked for; of fixes that touch each other the one that begins first. What is left over is found again.
pub fn fix_all(findings: &[Finding], least: Safety) -> Vec<&Fix> {
    let is_allowed = |fix: &&Fix| least == Safety::Suggested || fix.safety == Safety::Safe;
    let mut fixes: Vec<&Fix> = findings
        .iter()
        .filter_map(|finding| finding.fixes.first())
        .filter(is_allowed)
        .filter(|fix| !fix.edits.is_empty())
        .collect();
    fixes.sort_by_key(|fix| fix.edits.first().map(|edit| edit.range.start));
    let mut chosen: Vec<&Fix> = Vec::new();
    for fix in fixes {
        let is_free = chosen
            .iter()
            .flat_map(|other| &other.edits)
            .all(|taken| fix.edits.iter().all(|edit| !meet(taken, edit)));
        if is_free {
            chosen.push(fix);
        }
    }
    chosen
}

/// Whether two edits touch the same text or the same place.
fn meet(one: &Edit, other: &Edit) -> bool {
    one.range.start <= other.range.end && other.range.start <= one.range.end
}

/// The text of `draft` with `fixes` applied, which must not touch each other.
pub fn applied(draft: &Draft, fixes: &[&Fix]) -> String {
    let mut edits: Vec<&Edit> = fixes.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.range.start);
    let mut text = draft.whole().into_owned();
    for edit in edits.into_iter().rev() {
        if text.get(edit.range.clone()).is_some() {
            text.replace_range(edit.range.clone(), &edit.text);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use draft::Dialect;

    use super::*;
    use crate::Severity;

    fn finding(range: std::ops::Range<usize>, text: &str, safety: Safety) -> Finding {
        Finding {
            code: "E001",
            rule: "rule",
            severity: Severity::Warning,
            message: String::new(),
            related: Vec::new(),
            fixes: vec![Fix {
                title: String::new(),
                edits: vec![Edit {
                    range: range.clone(),
                    text: text.to_owned(),
                }],
                safety,
            }],
            range,
        }
    }

    #[test]
    fn safe_fixes_that_do_not_touch_are_applied_at_once() {
        let draft = Draft::new("one two three", Dialect::Plain, Arc::default());
        let findings = [
            finding(8..13, "3", Safety::Safe),
            finding(0..3, "1", Safety::Safe),
            finding(2..5, "?", Safety::Safe),
            finding(4..7, "2", Safety::Suggested),
        ];
        let safe = fix_all(&findings, Safety::Safe);
        assert_eq!(applied(&draft, &safe), "1 two 3");
        let all = fix_all(&findings, Safety::Suggested);
        assert_eq!(applied(&draft, &all), "1 2 3");
    }
}
