//! Code actions: the fixes of findings, corrections of references, links for Markdown, and the acceptance of findings.

use std::ops::Range;

use draft::{Dialect, Draft};
use resolve::{Reference, Resolved};
use rules::{Edit, Finding, Linked, Settings};

use crate::{accepting, under};

/// Something a drafter can choose to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What it does, in the imperative.
    pub title: String,
    /// The replacements in the draft, in text order, not overlapping.
    pub edits: Vec<Edit>,
    /// The finding it mends, by code and range; `None` for what mends nothing.
    pub finding: Option<(&'static str, Range<usize>)>,
    /// Whether it is the best of the ways to mend its finding.
    pub preferred: bool,
    /// What it is for.
    pub purpose: Purpose,
}

/// What an action is for, by which editors decide how loudly they offer it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It mends something.
    Mend,
    /// It writes something that is right in another way.
    Rewrite,
}

/// What can be done at `range`: fixes of the findings that it touches, in their order, then corrections
/// and links of the references that it touches; last, the findings are accepted.
///
/// The settings say where links lead.
pub fn actions(
    resolved: &Resolved,
    findings: &[Finding],
    settings: &Settings,
    range: Range<usize>,
) -> Vec<Action> {
    let found = findings
        .iter()
        .filter(|finding| meet(&finding.range, &range));
    let mut actions: Vec<Action> = found.clone().flat_map(fixes).collect();
    let touched: Vec<Reference> = resolved
        .references_near(range.clone())
        .into_iter()
        .filter(|reference| meet(&reference.token, &range))
        .collect();
    for reference in &touched {
        corrections(reference, &mut actions);
    }
    actions.extend(links(resolved, settings, &touched));
    actions.extend(accepting::actions(&resolved.draft, found));
    actions
}

pub(crate) fn meet(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start <= b.end && b.start <= a.end
}

fn fixes(finding: &Finding) -> impl Iterator<Item = Action> {
    finding.fixes.iter().enumerate().map(|(rank, fix)| Action {
        title: fix.title.clone(),
        edits: fix.edits.clone(),
        finding: Some((finding.code, finding.range.clone())),
        preferred: rank == 0,
        purpose: Purpose::Mend,
    })
}

/// Corrections that no finding offers, because its rule is off.
fn corrections(reference: &Reference, actions: &mut Vec<Action>) {
    for correction in &reference.corrections {
        let edits = vec![Edit {
            range: reference.token.clone(),
            text: correction.text.clone(),
        }];
        if actions.iter().any(|action| action.edits == edits) {
            continue;
        }
        actions.push(Action {
            title: format!("Change to “{}”", correction.text),
            edits,
            finding: None,
            preferred: false,
            purpose: Purpose::Mend,
        });
    }
}

/// One action for all references touched: each is linked to its document.
fn links(resolved: &Resolved, settings: &Settings, touched: &[Reference]) -> Option<Action> {
    if resolved.draft.dialect() != Dialect::Markdown {
        return None;
    }
    let mut edits: Vec<Edit> = Vec::new();
    let linked = Linked::of(&resolved.draft);
    let edits_of = |one| link(&resolved.draft, &linked, settings, one);
    for edit in touched.iter().filter_map(edits_of) {
        if edits
            .last()
            .is_none_or(|last| last.range.end <= edit.range.start)
        {
            edits.push(edit);
        }
    }
    let title = match edits.len() {
        0 => return None,
        1 => "Link this reference".to_owned(),
        count => format!("Link these {count} references"),
    };
    Some(Action {
        title,
        edits,
        finding: None,
        preferred: false,
        purpose: Purpose::Rewrite,
    })
}

fn link(
    draft: &Draft,
    linked: &Linked<'_>,
    settings: &Settings,
    reference: &Reference,
) -> Option<Edit> {
    let address = rules::target(draft, reference, settings)?;
    if reference.is_own || linked.holds(&reference.token) {
        return None;
    }
    let words = under::words(draft, &reference.token);
    Some(Edit {
        range: reference.token.clone(),
        text: format!("[{words}]({address})"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawn: &Drawn, expected: &str) {
        let at = drawn.cursor..drawn.cursor;
        let lines: Vec<String> =
            actions(&drawn.resolved, &drawn.findings, &Settings::default(), at)
                .iter()
                .map(|action| {
                    let [edit] = action.edits.as_slice() else {
                        panic!("one edit each: {action:?}");
                    };
                    let mark = if action.preferred { "* " } else { "" };
                    let words = drawn.words(&edit.range);
                    format!("{mark}{}: {words} -> {}", action.title, edit.text)
                })
                .collect();
        assert_eq!(lines.join("\n"), expected.trim());
    }

    const MISTYPED: &str = r"
See A/HCR/$053/26.
    ^^^^^^^^^^^^^ malformed
    ^^^^^^^^^^^^^ meant A/HRC/53/26: letters swapped
    ^^^^^^^^^^^^^ meant A/CHR/53/26: letters swapped
    ^^^^^^^^^^^^^ finding C001: A/HRC/53/26
";

    #[test]
    fn fixes_come_first_and_are_not_repeated_as_corrections() {
        check(
            &Drawn::markdown(MISTYPED),
            "
* Change to “A/HRC/53/26”: A/HCR/53/26 -> A/HRC/53/26
Change to “A/CHR/53/26”: A/HCR/53/26 -> A/CHR/53/26
Accept “mistyped-symbol” in this paragraph:  ->  <!-- penholder: ignore C001 -->
",
        );
    }

    #[test]
    fn a_correction_stands_without_its_finding() {
        let mut drawn = Drawn::plain(MISTYPED);
        drawn.findings.clear();
        check(
            &drawn,
            "
Change to “A/HRC/53/26”: A/HCR/53/26 -> A/HRC/53/26
Change to “A/CHR/53/26”: A/HCR/53/26 -> A/CHR/53/26
",
        );
    }

    const LINKABLE: &str = r"
Resolution 67/1$072, and 66/1.
           ^^^^^^^^ held A/RES/67/172
                         ^^^^ exists A/RES/66/1
";

    #[test]
    fn a_reference_is_linked_in_markdown_only() {
        check(
            &Drawn::markdown(LINKABLE),
            "Link this reference: 67/172 -> [67/172](https://docs.un.org/en/A/RES/67/172)",
        );
        check(&Drawn::plain(LINKABLE), "");
    }

    #[test]
    fn nothing_is_offered_beside_a_reference() {
        check(
            &Drawn::markdown(&LINKABLE.replace("$0", "").replace("Re", "R$0e")),
            "",
        );
    }

    #[test]
    fn a_selection_links_all_its_references_at_once() {
        let drawn = Drawn::markdown(LINKABLE);
        let all = actions(
            &drawn.resolved,
            &drawn.findings,
            &Settings::default(),
            0..100,
        );
        let [action] = all.as_slice() else {
            panic!("one action: {all:?}");
        };
        assert_eq!(action.title, "Link these 2 references");
        assert_eq!(action.edits.len(), 2);
        assert_eq!(
            action.edits[1].text,
            "[66/1](https://docs.un.org/en/A/RES/66/1)"
        );
    }
}
