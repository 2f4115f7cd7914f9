//! L007: a link whose words name one document and whose address is that of another.

use std::collections::HashMap;
use std::ops::Range;

use citation::{Kind, Symbol};
use draft::{Block, Dialect, Draft, Link};
use resolve::Reference;

use super::bare_address::document;
use super::{in_draft, official};
use crate::citations::{is_sound, wording};
use crate::words::replacement;
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// L007 link-to-another-document.
pub(crate) const RULE: Rule = Rule {
    code: "L007",
    name: "link-to-another-document",
    family: Family::Links,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("another_document.md"),
    check: Check::Document(check),
};

/// Linked words and where they lead; byte ranges in the draft.
struct Linked {
    words: Range<usize>,
    target: Range<usize>,
    document: Symbol,
}

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let draft = &context.resolved.draft;
    if draft.dialect() != Dialect::Markdown {
        return;
    }
    for linked in linked(draft) {
        found.extend(contradiction(context, &linked));
    }
}

fn contradiction(context: &Context<'_>, linked: &Linked) -> Option<Finding> {
    let mut named = context.references_in(&linked.words);
    let reference = named.next().filter(|_| named.next().is_none())?;
    let symbol = symbol_of(reference)?;
    let held = reference.source.iter().flat_map(|source| &source.referents);
    let is_held = held
        .filter_map(citation::Referent::symbol)
        .any(|one| is_same(one, &linked.document));
    if is_held || is_same(symbol, &linked.document) {
        return None;
    }
    let message = format!(
        "This link leads to {}, not to {}.",
        wording::of_symbol(&linked.document),
        wording::of_symbol(symbol)
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    if let Some((_, page)) = official(&context.resolved.draft, reference) {
        finding.fixes.push(replacement(
            linked.target.clone(),
            page.url,
            Safety::Suggested,
        ));
    }
    Some(finding)
}

/// The document that the words of a link name.
fn symbol_of(reference: &Reference) -> Option<&Symbol> {
    let is_named = matches!(reference.kind, Kind::Symbol | Kind::Number);
    if !is_named || reference.candidates.len() > 1 || !is_sound(reference) {
        return None;
    }
    reference.referent.as_ref()?.symbol()
}

/// Whether two symbols may lead to one page: suffixes, and a part or term that one of them lacks, do not part them.
fn is_same(one: &Symbol, other: &Symbol) -> bool {
    match (one.adopted(), other.adopted()) {
        (Some(one), Some(other)) => {
            let is_term_shared = one.term == other.term || one.body != other.body;
            one.number == other.number && is_term_shared
        }
        _ => stem(one) == stem(other),
    }
}

/// A symbol without revision, addendum and corrigendum.
fn stem(symbol: &Symbol) -> String {
    let written = symbol.to_string();
    let suffix = ["/Rev.", "/Add.", "/Corr.", "/Amend."]
        .iter()
        .filter_map(|suffix| written.find(suffix))
        .min();
    written[..suffix.unwrap_or(written.len())].to_owned()
}

/// The links of a draft that lead to the page of a document: "[words](address)", and "[words][label]" with the label
/// defined anywhere.
fn linked(draft: &Draft) -> Vec<Linked> {
    let mut linked = Vec::new();
    let mut defined: HashMap<String, (Symbol, Range<usize>)> = HashMap::new();
    for block in draft.blocks() {
        for link in block
            .marks
            .links
            .iter()
            .filter(|link| link.span != link.target_span)
        {
            let Some(document) = document(&link.target) else {
                continue;
            };
            let words = in_draft(&block, &link.span);
            let target = in_draft(&block, &link.target_span);
            if is_definition(draft, &block, link) {
                let label = draft.slice(words).to_lowercase();
                defined.entry(label).or_insert((document, target));
            } else {
                linked.push(Linked {
                    words,
                    target,
                    document,
                });
            }
        }
    }
    if !defined.is_empty() {
        for block in draft.blocks() {
            let text = draft.text_of(&block);
            for (words, label) in labelled(&text) {
                if let Some((document, target)) = defined.get(&label.to_lowercase()) {
                    linked.push(Linked {
                        words: in_draft(&block, &words),
                        target: target.clone(),
                        document: document.clone(),
                    });
                }
            }
        }
    }
    linked
}

/// Whether a link is the line that says where a label leads: "[label]: address".
fn is_definition(draft: &Draft, block: &Block<'_>, link: &Link) -> bool {
    let end = block.span.start + link.span.end;
    draft.slice(end..end + 2) == "]:"
}

/// The words and labels of "[words][label]" in a text, or of "[label][]" and its short form.
fn labelled(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices("][").filter_map(|(close, _)| {
        let start = text[..close].rfind('[')? + 1;
        let behind = &text[close + 2..];
        let label = &behind[..behind.find(']')?];
        let words = start..close;
        let label = if label.is_empty() {
            &text[words.clone()]
        } else {
            label
        };
        Some((words, label))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suffixes_and_what_one_lacks_do_not_part_two_symbols() {
        let same = |one: &str, other: &str| {
            is_same(&Symbol::parse(one).unwrap(), &Symbol::parse(other).unwrap())
        };
        assert!(same("A/RES/217 A (III)", "A/RES/217(III)"));
        assert!(same("A/79/12", "A/79/12/Rev.1"));
        assert!(!same("A/79/12", "A/79/21"));
        assert!(!same("A/RES/78/265", "A/RES/78/256"));
        assert!(!same("A/RES/79/1", "A/79/1"));
    }

    #[test]
    fn labels_are_found_behind_the_words() {
        let found = |text: &'static str| -> Vec<(&str, &str)> {
            labelled(text)
                .map(|(words, label)| (&text[words], label))
                .collect()
        };
        assert_eq!(
            found("see [one][a] and [two][]"),
            [("one", "a"), ("two", "two")]
        );
        assert_eq!(found("see ][ and [one] [a]"), []);
    }
}
