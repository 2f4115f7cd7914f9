//! Rename: a short form with all its uses, and a footnote's label with all its marks.
//!
//! A document's symbol is not a name that its author may choose, so references are not renamed.

use std::ops::Range;

use draft::Dialect;
use resolve::Resolved;
use rules::Edit;

use crate::occurrences::{Subject, occurrences, subject, term};
use crate::under;

/// What may be renamed at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamable {
    /// The name as it stands there, byte range in the draft.
    pub range: Range<usize>,
    /// The name to begin with.
    pub name: String,
}

/// Why a name is refused, one sentence in a drafter's words.
pub type Refusal = &'static str;

/// What may be renamed at `offset`.
pub fn renamable(resolved: &Resolved, offset: usize) -> Option<Renamable> {
    let (subject, range) = named(resolved, offset)?;
    let name = name(resolved, &subject)?.to_owned();
    let inner = within(&resolved.draft.slice(range.clone()), &name)?;
    Some(Renamable {
        range: range.start + inner.start..range.start + inner.end,
        name,
    })
}

/// The edits that give what stands at `offset` the name `new`; `None` where nothing can be renamed there.
///
/// # Errors
/// Where the name cannot be one, or is taken.
pub fn rename(resolved: &Resolved, offset: usize, new: &str) -> Option<Result<Vec<Edit>, Refusal>> {
    let (subject, _) = named(resolved, offset)?;
    let old = name(resolved, &subject)?;
    Some(acceptable(resolved, &subject, new).map(|()| {
        let places = occurrences(resolved, &subject);
        let edits = places.into_iter().filter_map(|place| {
            let inner = within(&resolved.draft.slice(place.range.clone()), old)?;
            Some(Edit {
                range: place.range.start + inner.start..place.range.start + inner.end,
                text: new.to_owned(),
            })
        });
        edits.collect()
    }))
}

/// What stands at `offset` under a name: of a document that the draft calls by a term of its own, the term.
fn named(resolved: &Resolved, offset: usize) -> Option<(Subject, Range<usize>)> {
    let offset = under::floor(&resolved.draft, offset);
    term(&resolved.draft, offset).or_else(|| subject(resolved, offset))
}

/// Footnotes in plain text are numbered by whoever exported it.
fn name<'s>(resolved: &Resolved, subject: &'s Subject) -> Option<&'s str> {
    match subject {
        Subject::ShortForm(letters) => Some(letters),
        Subject::Footnote(label) if resolved.draft.dialect() == Dialect::Markdown => Some(label),
        _ => None,
    }
}

/// Where the name itself stands in the words of a place: without plural ending, brackets and caret; a line may end
/// between two of its words.
fn within(words: &str, name: &str) -> Option<Range<usize>> {
    if words.split_whitespace().eq(name.split_whitespace()) {
        return Some(0..words.len());
    }
    let start = words.find(name)?;
    Some(start..start + name.len())
}

fn acceptable(resolved: &Resolved, subject: &Subject, new: &str) -> Result<(), Refusal> {
    let is_taken = match subject {
        Subject::ShortForm(_) => {
            if new.trim() != new || new.is_empty() || new.contains(['\n', '\r', '(', ')']) {
                return Err("A short form is one or more words on one line, without parentheses.");
            }
            let mut introduced = under::introductions(&resolved.draft);
            introduced.any(|one| *one.definition.short == *new)
        }
        Subject::Footnote(_) => {
            let is_label = |letter: char| !letter.is_whitespace() && !"[]^".contains(letter);
            if new.is_empty() || !new.chars().all(is_label) {
                return Err("A footnote's label has no spaces and no brackets.");
            }
            !occurrences(resolved, &Subject::Footnote(new.into())).is_empty()
        }
        Subject::Document(_) => false,
    };
    if is_taken {
        return Err("This name is taken: the draft uses it for something else.");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, new: &str, expected: &str) {
        let drawn = Drawn::markdown(drawing);
        let mut text = drawn.resolved.draft.rope().to_string();
        let renamed = match rename(&drawn.resolved, drawn.cursor, new) {
            Some(Ok(edits)) => {
                assert!(renamable(&drawn.resolved, drawn.cursor).is_some());
                for edit in edits.iter().rev() {
                    text.replace_range(edit.range.clone(), &edit.text);
                }
                text
            }
            Some(Err(refusal)) => refusal.to_owned(),
            None => String::new(),
        };
        assert_eq!(renamed, expected);
    }

    #[test]
    fn a_short_form_keeps_its_endings() {
        check(
            "Non-governmental organizations (NGOs) met. NG$0Os agreed; the NGO left.\n",
            "CSO",
            "Non-governmental organizations (CSOs) met. CSOs agreed; the CSO left.\n",
        );
    }

    #[test]
    fn a_term_of_the_draft_is_renamed_wherever_it_stands_by_itself() {
        let defined = "The Contact Group (hereinafter “the Group”) met.";
        let renamed = "The Contact Group (hereinafter “the Circle”) met.";
        let used = "In its report the Group\u{2019}s members and the Working Group agreed.";
        let now = "In its report the Circle\u{2019}s members and the Working Group agreed.";
        for drawing in [
            format!("{} {used}\n", defined.replace("“the G", "“the G$0")),
            format!("{defined} {}\n", used.replacen("Group", "Gr$0oup", 1)),
        ] {
            check(&drawing, "Circle", &format!("{renamed} {now}\n"));
        }
        check(
            "The Joint\nCommittee (“Joint Committee”) met. Every Joint\nComm$0ittee did.\n",
            "Board",
            "The Joint\nCommittee (“Board”) met. Every Board did.\n",
        );
        let taken = "This name is taken: the draft uses it for something else.";
        check(
            "The Contact Group (“the Group”) and the Executive Board (“the Board”) met. The Gro$0up left.\n",
            "Board",
            taken,
        );
    }

    #[test]
    fn a_term_that_stands_for_a_document_is_renamed_and_its_title_is_not() {
        check(
            "The Global Compact for Safe, Orderly and Regular Migration (hereinafter “the Compact”) was adopted. \
             The Comp$0act says so; the Compact on Refugees does not.\n",
            "GCM",
            "The Global Compact for Safe, Orderly and Regular Migration (hereinafter “the GCM”) was adopted. \
             The GCM says so; the Compact on Refugees does not.\n",
        );
    }

    #[test]
    fn names_of_other_bodies_are_not_renamed() {
        for (full, term, new, others) in [
            (
                "Contact Group",
                "Group",
                "Circle",
                "The Group of 77 and China spoke; Group A and Group 1 did not",
            ),
            (
                "Joint Committee",
                "Committee",
                "Panel",
                "The Committee against Torture and the Committee under the Pact",
            ),
            (
                "Trust Fund",
                "Fund",
                "Purse",
                "The Fund relating to the Sahel and the Fund at Geneva",
            ),
            (
                "Global Compact",
                "Compact",
                "Pact",
                "The Compact-7 and the Compact of the States",
            ),
        ] {
            let text = |term: &str, cursor: &str| {
                format!(
                    "The {full} (hereinafter “the {cursor}{term}”) met. {others}; the {term} left.\n"
                )
            };
            check(&text(term, "$0"), new, &text(new, ""));
        }
    }

    #[test]
    fn quoted_paragraphs_keep_their_words() {
        check(
            "The Contact Group (“the Group”) met.\n\n> The Group left.\n\nThe Gr$0oup agreed.\n",
            "Circle",
            "The Contact Group (“the Circle”) met.\n\n> The Group left.\n\nThe Circle agreed.\n",
        );
        check(
            "The Joint Fund (“the Joint Fund”) met.\n\n> The Joint\n> Fund left.\n\nEvery Joint F$0und did.\n",
            "Joint Trust",
            "The Joint Fund (“the Joint Trust”) met.\n\n> The Joint\n> Fund left.\n\nEvery Joint Trust did.\n",
        );
    }

    #[test]
    fn a_footnote_keeps_its_brackets() {
        check(
            "One.[^$01] Two.[^2]\n\n[^1]: Text.\n[^2]: Other.\n",
            "mandate",
            "One.[^mandate] Two.[^2]\n\n[^mandate]: Text.\n[^2]: Other.\n",
        );
    }

    #[test]
    fn names_that_are_taken_or_are_none_are_refused() {
        let taken = "This name is taken: the draft uses it for something else.";
        check(
            "One.[^$01] Two.[^2]\n\n[^1]: Text.\n[^2]: Other.\n",
            "2",
            taken,
        );
        let label = "A footnote's label has no spaces and no brackets.";
        for new in ["", "a b", "a]"] {
            check("One.[^$01]\n\n[^1]: Text.\n", new, label);
        }
        check(
            "Non-governmental organizations (NG$0Os) met.\n",
            "a (b)",
            "A short form is one or more words on one line, without parentheses.",
        );
    }

    #[test]
    fn a_document_has_the_name_it_has() {
        check(
            r"
See A/RES/6$07/172.
    ^^^^^^^^^^^^^^ held A/RES/67/172
",
            "X",
            "",
        );
    }
}
