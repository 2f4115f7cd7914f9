//! L007: a link whose words name one document and whose address is that of another.

use std::collections::HashMap;
use std::ops::Range;

use citation::{Kind, SuffixKind, Symbol, Term};
use draft::{Dialect, Draft};
use resolve::Reference;

use super::bare_address::{document, symbol_in};
use super::{in_draft, labels, official};
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
    page: include_str!("link_to_another_document.md"),
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
    let linked = linked(draft);
    for one in &linked {
        let Some(mut finding) = contradiction(context, one) else {
            continue;
        };
        // An address that a label shares would change under the other words as well.
        let is_shared = linked
            .iter()
            .filter(|other| other.target == one.target)
            .count()
            > 1;
        finding.fixes.retain(|_| !is_shared);
        found.push(finding);
    }
}

fn contradiction(context: &Context<'_>, linked: &Linked) -> Option<Finding> {
    let draft = &context.resolved.draft;
    let mut named = context.references_in(&linked.words);
    let reference = named.next().filter(|_| named.next().is_none())?;
    let symbol = symbol_of(reference)?;
    if !is_all(draft, linked, reference) {
        return None;
    }
    let names_body = reference.kind == Kind::Symbol || names_body(draft, linked, symbol);
    let held = reference.source.iter().flat_map(|source| &source.referents);
    let is_right = held
        .filter_map(citation::Referent::symbol)
        .chain([symbol])
        .any(|one| may_be_same(one, &linked.document, names_body));
    if is_right {
        return None;
    }
    let message = format!(
        "This link leads to {}, not to {}.",
        wording::of_symbol(&linked.document),
        wording::of_symbol(symbol)
    );
    let mut finding = RULE.finding(reference.token.clone(), message);
    if let Some(address) = corrected(draft, linked, reference) {
        finding.fixes.push(replacement(
            linked.target.clone(),
            address,
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

/// Whether the linked words are the reference and nothing else, with its organ, paragraph and date: a report on
/// resolution 1701 (2006) is another document.
fn is_all(draft: &Draft, linked: &Linked, reference: &Reference) -> bool {
    const LEADING: [&str; 7] = [
        "the",
        "its",
        "see",
        "document",
        "resolution",
        "decision",
        "un",
    ];
    let words = &linked.words;
    let phrase = &reference.phrase;
    let before = draft.slice(words.start..phrase.start.max(words.start));
    let behind = draft.slice(phrase.end.min(words.end)..words.end);
    let mut leading = before
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    leading.all(|word| LEADING.iter().any(|lead| lead.eq_ignore_ascii_case(word)))
        && !behind.contains(char::is_alphanumeric)
}

/// Whether the linked words say whose number it is.
fn names_body(draft: &Draft, linked: &Linked, symbol: &Symbol) -> bool {
    let name = symbol.adopted().and_then(|adopted| adopted.body.name());
    name.is_some_and(|name| draft.slice(linked.words.clone()).contains(name))
}

/// The address with the symbol of the document that is named; site and language stay.
fn corrected(draft: &Draft, linked: &Linked, reference: &Reference) -> Option<String> {
    const PAGES: &str = "https://docs.un.org/";
    let address = draft.slice(linked.target.clone());
    let place = symbol_in(&address)?;
    let (_, page) = official(draft, reference)?;
    let (_, symbol) = page.url.strip_prefix(PAGES)?.split_once('/')?;
    Some(format!("{}{symbol}", &address[..place.start]))
}

/// Whether two symbols may lead to one page. What was adopted may be printed in a report or a supplement, so that
/// nothing is said of such a pair. `names_body` says that the first is certain to be of its body.
fn may_be_same(one: &Symbol, other: &Symbol, names_body: bool) -> bool {
    match (one.adopted(), other.adopted()) {
        (Some(one), Some(other)) => {
            let is_of_body = one.body == other.body || !names_body;
            let is_of_term =
                one.term == other.term || [one.term, other.term].contains(&Term::Unstated);
            is_of_body
                && is_of_term
                && (one.act, one.number) == (other.act, other.number)
                && may_be_same_part(one.part.as_deref(), other.part.as_deref())
        }
        (None, None) => may_be_same_document(one, other),
        _ => true,
    }
}

/// A part may be unstated, or one of several: "A-C".
fn may_be_same_part(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    one == other || [one, other].iter().any(|part| part.len() > 1)
}

/// Revisions and corrections do not part two documents, nor does an addendum, section or second organ that only one
/// of the symbols states.
fn may_be_same_document(one: &Symbol, other: &Symbol) -> bool {
    let stem = |symbol: Symbol| {
        let base = symbol.base();
        let written = base.canonical();
        let end = written.find('(').unwrap_or(written.len());
        written[..end].trim_end().to_owned()
    };
    let addenda = |symbol: &Symbol| -> Vec<String> {
        let suffixes = symbol.suffixes();
        let added = suffixes.filter(|suffix| suffix.kind == SuffixKind::Addendum);
        added.map(|suffix| suffix.number.to_owned()).collect()
    };
    let stems: Vec<String> = one.issued_under().map(stem).collect();
    let is_shared = other
        .issued_under()
        .map(stem)
        .any(|one| stems.contains(&one));
    let (one, other) = (addenda(one), addenda(other));
    is_shared && one.iter().zip(&other).all(|(one, other)| one == other)
}

/// The links of a draft that lead to the page of a document: "[words](address)", and those by a label that is defined
/// anywhere.
fn linked(draft: &Draft) -> Vec<Linked> {
    let mut linked = Vec::new();
    let mut defined: HashMap<String, (Symbol, Range<usize>)> = HashMap::new();
    for block in draft.blocks().with_links() {
        let links = block.marks.links.iter();
        for link in links.filter(|link| link.span != link.target_span) {
            let Some(document) = document(&link.target) else {
                continue;
            };
            let words = in_draft(&block, &link.span);
            let target = in_draft(&block, &link.target_span);
            if labels::is_definition(draft, &block, link) {
                let label = labels::bare(&draft.slice(words));
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
    if defined.is_empty() {
        return linked;
    }
    for block in draft.blocks() {
        let text = draft.text_of(&block);
        for (words, label) in labels::labelled(&text) {
            if let Some((document, target)) = defined.get(&labels::bare(label)) {
                linked.push(Linked {
                    words: in_draft(&block, &words),
                    target: target.clone(),
                    document: document.clone(),
                });
            }
        }
    }
    linked
}

#[cfg(test)]
mod tests {
    use citation::Date;
    use sources::{Catalogue, Sources};

    use super::*;
    use crate::{Settings, findings};

    /// The words that the rule finds in a text, and its fixed addresses.
    fn told(text: &str) -> Vec<(String, Option<String>)> {
        let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
        let today = Date::new(2026, 6, 1).unwrap();
        let resolved = resolve::resolve(&draft, &Catalogue, today);
        let found = findings(&resolved, &Catalogue, &Settings::default());
        let own = found.into_iter().filter(|one| one.code == RULE.code);
        own.map(|one| {
            let fix = one.fixes.first();
            let address = fix.map(|fix| fix.edits[0].text.clone());
            (text[one.range].to_owned(), address)
        })
        .collect()
    }

    #[test]
    fn what_one_symbol_lacks_does_not_part_it_from_another() {
        let same = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|symbol| Symbol::parse(symbol).unwrap());
            may_be_same(&one, &other, true)
        };
        for (one, other) in [
            ("A/RES/217 A (III)", "A/RES/217(III)"),
            ("A/RES/60/248 A-B", "A/RES/60/248 A"),
            ("S/RES/1325", "S/RES/1325(2000)"),
            ("A/79/12", "A/79/12/Rev.1"),
            ("A/79/12", "A/79/12/Add.2"),
            ("A/78/80-E/2023/67", "A/78/80"),
            ("E/2023/67", "A/78/80-E/2023/67"),
            ("A/78/6", "A/78/6(Sect.3)"),
            ("A/RES/79/1", "A/79/49(Vol.I)"),
        ] {
            assert!(same(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("A/79/12", "A/79/21"),
            ("A/79/12/Add.1", "A/79/12/Add.2"),
            ("A/RES/78/265", "A/RES/78/256"),
            ("A/RES/78/265", "A/DEC/78/265"),
            ("A/RES/78/2", "E/RES/2023/2"),
            ("A/RES/60/248 A", "A/RES/60/248 B"),
        ] {
            assert!(!same(one, other), "{one} {other}");
        }
    }

    #[test]
    fn words_that_name_more_than_the_document_may_lead_elsewhere() {
        for words in [
            "[report of the Secretary-General on the implementation of Security Council resolution 1701 (2006)](https://undocs.org/S/2023/879)",
            "[follow-up to General Assembly resolution 78/265](https://undocs.org/A/RES/78/256)",
            "[General Assembly resolution 78/265 and its follow-up](https://undocs.org/A/RES/78/256)",
            "[decision 78/505](https://undocs.org/A/78/49(Vol.II))",
        ] {
            assert_eq!(told(&format!("It is in the {words}.")), [], "{words}");
        }
    }

    #[test]
    fn the_corrected_address_keeps_its_site_and_language() {
        for (words, address, right) in [
            (
                "the General Assembly resolution 78/265 of 21 March 2024",
                "https://undocs.org/fr/A/RES/78/256?a=b",
                "https://undocs.org/fr/A/RES/78/265",
            ),
            (
                "*General Assembly resolution 78/2*",
                "http://undocs.org/E/RES/2023/2",
                "http://undocs.org/A/RES/78/2",
            ),
            (
                "A/79/12",
                "https://docs.un.org/en/A/79/21",
                "https://docs.un.org/en/A/79/12",
            ),
        ] {
            let told = told(&format!("It is in [{words}]({address}) and elsewhere."));
            let [(_, Some(corrected))] = told.as_slice() else {
                panic!("{words}: {told:?}");
            };
            assert_eq!(corrected, right);
        }
    }

    #[test]
    fn an_address_that_a_label_shares_has_no_fix() {
        let label = "\n\n[A/79/12]: https://undocs.org/A/79/21\n";
        let once = told(&format!("It is in [A/79/12].{label}"));
        assert!(matches!(once.as_slice(), [(_, Some(_))]), "{once:?}");
        let twice = told(&format!(
            "It is in [A/79/12] and in [this][A/79/12].{label}"
        ));
        assert!(matches!(twice.as_slice(), [(_, None)]), "{twice:?}");
    }
}
