//! X006: *ibid.* that has nothing to refer to, or more than one source.

use std::collections::BTreeSet;
use std::ops::Range;

use draft::Draft;

use super::notes::{Place, text_of};
use crate::{Check, Context, Family, Finding, Preset, Related, Rule, Severity};

/// X006 ibid-without-source.
pub(crate) const RULE: Rule = Rule {
    code: "X006",
    name: "ibid-without-source",
    family: Family::Structure,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("ibid_without_source.md"),
    check: Check::Document(check),
};

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    let mut before: Option<&Place> = None;
    for note in context.notes().texts_as_mentioned() {
        let text = text_of(draft, note);
        if is_ibid(&text) {
            let at = place_of(draft, note, "ibid");
            match before {
                None => found.push(RULE.finding(
                    at,
                    "“Ibid.” stands in the first note, so there is no source before it; name the source.".to_owned(),
                )),
                Some(earlier) => found.extend(after_several(context, earlier, at)),
            }
        }
        before = Some(note);
    }
}

/// Whether a note says *ibid.*
pub(super) fn is_ibid(text: &str) -> bool {
    let bare = text.trim_start_matches(['*', '_']);
    bare.get(..4)
        .is_some_and(|word| word.eq_ignore_ascii_case("ibid"))
}

/// Where a word stands in a note, whatever its case.
fn place_of(draft: &Draft, note: &Place, word: &str) -> Range<usize> {
    let text = draft.slice(note.whole.clone());
    let at = text.to_ascii_lowercase().find(word).unwrap_or(0);
    let end = at + word.len();
    let end = end + usize::from(text[end..].starts_with('.'));
    note.whole.start + at..note.whole.start + end
}

fn after_several(context: &Context<'_>, earlier: &Place, at: Range<usize>) -> Option<Finding> {
    let within = context.references_in(&earlier.whole);
    let sources: BTreeSet<String> = within
        .filter_map(|one| Some(format!("{:?}", one.referent.as_ref()?)))
        .collect();
    let text = text_of(&context.resolved.draft, earlier);
    // Several symbols of one source, as in "Official Records …, Supplement No. 5 (A/78/5)", are one.
    let separate = text.contains(';') || text.contains(" and ");
    if sources.len() < 2 || !separate || is_ibid(&text) {
        return None;
    }
    let message = "“Ibid.” follows a note with several sources, so nobody can tell which is meant; name the source."
        .to_owned();
    let mut finding = RULE.finding(at, message);
    finding.related.push(Related {
        message: "This note has several sources".to_owned(),
        path: None,
        range: earlier.whole.clone(),
    });
    Some(finding)
}
