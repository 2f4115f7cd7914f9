//! C008: a draft resolution or decision that the text calls by the name of an adopted one.

use citation::facts;
use citation::{Kind, Referent};
use resolve::Reference;

use super::surroundings::last_word;
use super::{change_to, is_sound, wording};
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// C008 draft-cited-as-adopted.
pub(crate) const RULE: Rule = Rule {
    code: "C008",
    name: "draft-cited-as-adopted",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("draft_cited_as_adopted.md"),
    check: Check::Reference(check),
};

/// Words that say of what follows that it is not adopted, within [`BEFORE`] words of it.
const NOT_YET: [&str; 4] = ["draft", "drafts", "proposed", "proposal"];
/// How many words before "resolution" are looked at.
const BEFORE: usize = 6;

/// Whether the text calls the draft behind `reference` a resolution or decision.
pub(super) fn is_called_adopted(context: &Context<'_>, reference: &Reference) -> bool {
    called(context, reference).is_some()
}

/// Where the word "resolution" begins, as a byte offset of the draft.
fn called(context: &Context<'_>, reference: &Reference) -> Option<usize> {
    let symbol = reference.referent.as_ref().and_then(Referent::symbol)?;
    if reference.kind != Kind::Symbol || !symbol.is_draft() {
        return None;
    }
    let around = context.around(reference.token.start)?;
    let before = around.before(reference.token.start);
    let (before, word) = last_word(before);
    if !matches!(word, "resolution" | "decision") {
        return None;
    }
    let is_draft = before
        .rsplit(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(BEFORE)
        .any(|word| NOT_YET.iter().any(|one| word.eq_ignore_ascii_case(one)));
    if is_draft || around.is_quoted(reference.token.start) {
        return None;
    }
    // `before` ends where the word begins, and reaches no further back than the text that was read.
    let behind_word = around.before(reference.token.start).len() - before.len();
    Some(reference.token.start - behind_word)
}

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    if !is_sound(reference) {
        return;
    }
    let Some((word, symbol)) =
        called(context, reference).zip(reference.referent.as_ref().and_then(Referent::symbol))
    else {
        return;
    };
    let token = wording::token(reference, context);
    let outcome = facts::draft_outcome(symbol)
        .map(|outcome| outcome.adopted)
        .filter(|adopted| facts::is_adopted_by(adopted, context.resolved.as_of));
    let message = match &outcome {
        Some(adopted) => format!(
            "{token} is the symbol of a draft, which was adopted as {}.",
            wording::of_symbol(adopted)
        ),
        None => format!(
            "{token} is the symbol of a draft: write “draft resolution”, or cite the text that was \
             adopted."
        ),
    };
    let mut finding = RULE.finding(reference.token.clone(), message);
    if let Some(adopted) = outcome.as_ref().and_then(|adopted| adopted.adopted()) {
        let number = change_to(
            reference.token.clone(),
            &adopted.in_prose(),
            Safety::Suggested,
        );
        finding.fixes.push(number);
    }
    finding.fixes.push(Fix {
        title: "Insert “draft”".to_owned(),
        edits: vec![Edit {
            range: word..word,
            text: "draft ".to_owned(),
        }],
        safety: Safety::Suggested,
    });
    found.push(finding);
}
