//! Fixes applied to a text.

use std::collections::BTreeMap;

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
    // Where each edit that was chosen begins, and where it ends.
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    fixes.retain(|fix| {
        // None touches another, so the last that begins before an edit ends is the only one it can touch.
        let is_free = |edit: &Edit| {
            let mut before = taken.range(..=edit.range.end);
            let nearest = before.next_back();
            nearest.is_none_or(|(_, end)| *end < edit.range.start)
        };
        let is_chosen = fix.edits.iter().all(is_free);
        if is_chosen {
            taken.extend(
                fix.edits
                    .iter()
                    .map(|edit| (edit.range.start, edit.range.end)),
            );
        }
        is_chosen
    });
    fixes
}

/// The text of `draft` with `fixes` applied, which must not touch each other.
pub fn applied(draft: &Draft, fixes: &[&Fix]) -> String {
    let mut edits: Vec<&Edit> = fixes.iter().flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.range.start);
    let before = draft.whole();
    let mut text = String::with_capacity(before.len());
    let mut at = 0;
    for edit in edits {
        if let Some(kept) = before.get(at..edit.range.start)
            && before.get(edit.range.clone()).is_some()
        {
            text.push_str(kept);
            text.push_str(&edit.text);
            at = edit.range.end;
        }
    }
    text.push_str(&before[at..]);
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
