//! L003: the address of a United Nations document where its number or symbol would tell what it is.

use std::ops::Range;

use citation::facts::{self, Judgement};
use citation::{Adopted, Referent, Symbol};
use draft::{Block, Dialect, Link};

use super::in_draft;
use crate::citations::wording;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// L003 bare-address.
pub(crate) const RULE: Rule = Rule {
    code: "L003",
    name: "bare-address",
    family: Family::Links,
    severity: Severity::Information,
    preset: Preset::On,
    page: include_str!("bare_address.md"),
    check: Check::Block(check),
};

/// Sites whose addresses are made of the symbol.
const SITES: [&str; 4] = [
    "docs.un.org/",
    "undocs.org/",
    "www.undocs.org/",
    "www.docs.un.org/",
];
/// Languages that may stand before the symbol.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

fn check(context: &Context<'_>, block: &Block<'_>, found: &mut Vec<Finding>) {
    let mut text = None;
    let is_bare = |link: &&Link| link.span == link.target_span;
    for link in block.marks.links.iter().filter(is_bare) {
        let Some(symbol) = document(&link.target) else {
            continue;
        };
        if matches!(
            facts::judge(&symbol, context.resolved.as_of),
            Judgement::Impossible(_)
        ) {
            continue;
        }
        let text = text.get_or_insert_with(|| context.resolved.draft.words_of(block));
        if is_named_before(&text[..link.span.start], &symbol) {
            continue;
        }
        let name = name(context, &symbol);
        let message = format!("This is the address of {name}; name the document.");
        let range = in_draft(block, &link.span);
        let mut finding = RULE.finding(range.clone(), message);
        if context.resolved.draft.dialect() == Dialect::Markdown {
            finding.fixes.push(Fix {
                title: format!("Change to “{name}” with a link"),
                edits: vec![Edit {
                    range: with_brackets(context, range),
                    text: format!("[{name}]({})", link.target),
                }],
                safety: Safety::Suggested,
            });
        }
        found.push(finding);
    }
}

/// A document is named right before its address within so many bytes: "resolution 67/172 (available at …".
const NEAR: usize = 80;

/// Whether a document is named at the end of a text, by symbol or number.
fn is_named_before(before: &str, document: &Symbol) -> bool {
    let from = before.floor_char_boundary(before.len().saturating_sub(NEAR));
    let near = &before[from..];
    let number = document.adopted().map(Adopted::in_prose);
    let stands = |name: &str| {
        near.match_indices(name).any(|(at, _)| {
            let is_figure = |c: char| c.is_ascii_digit();
            !near[..at].ends_with(is_figure) && !near[at + name.len()..].starts_with(is_figure)
        })
    };
    stands(document.canonical()) || number.is_some_and(|number| stands(&number))
}

/// "General Assembly resolution 67/172", "A/67/299".
fn name(context: &Context<'_>, symbol: &Symbol) -> String {
    let referent = Referent::Symbol(symbol.clone());
    let held = context.sources.resolve(&referent).value.is_some();
    let known = held || symbol.adopted().is_some();
    let named = wording::with_organ(symbol).filter(|_| known);
    named.unwrap_or_else(|| symbol.to_string())
}

/// An address between `<` and `>` is replaced with both.
fn with_brackets(context: &Context<'_>, range: Range<usize>) -> Range<usize> {
    let around = range.start.saturating_sub(1)..range.end + 1;
    let text = context.resolved.draft.slice(around.clone());
    if text.starts_with('<') && text.ends_with('>') {
        around
    } else {
        range
    }
}

/// The symbol in an address.
pub(super) fn document(address: &str) -> Option<Symbol> {
    let symbol = &address[symbol_in(address)?];
    let symbol = symbol
        .replace("%20", " ")
        .replace("%28", "(")
        .replace("%29", ")");
    Symbol::parse(&symbol)
}

/// Where the symbol stands in an address: behind the site and a language, byte range in it.
pub(super) fn symbol_in(address: &str) -> Option<Range<usize>> {
    let site = address.find("://").map_or(0, |scheme| scheme + 3);
    let rest = &address[site..];
    let path = SITES.iter().find_map(|site| rest.strip_prefix(site))?;
    let before = address.len() - path.len();
    let path = path.split(['?', '#']).next()?;
    let end = before + path.len();
    let symbol = path.trim_start_matches('/');
    let symbol = match symbol.split_once('/') {
        Some((language, symbol)) if LANGUAGES.contains(&language.to_ascii_lowercase().as_str()) => {
            symbol
        }
        _ => symbol,
    };
    let start = end - symbol.len();
    Some(start..start + symbol.trim_end_matches('/').len())
}

#[cfg(test)]
mod tests {
    use citation::Symbol;

    use super::{document, is_named_before};

    #[test]
    fn a_document_may_be_named_right_before_its_address() {
        let document = Symbol::parse("A/RES/73/239").unwrap();
        for before in [
            "See [resolution 73/239](",
            "See A/RES/73/239, available at ",
        ] {
            assert!(is_named_before(before, &document), "{before}");
        }
        for before in ["", "See ", "See [resolution 73/29]("] {
            assert!(!is_named_before(before, &document), "{before}");
        }
        let shorter = Symbol::parse("A/RES/73/23").unwrap();
        assert!(!is_named_before("See [resolution 73/239](", &shorter));
        let far = format!("Resolution 73/239 is told{}. See ", " again and".repeat(9));
        assert!(!is_named_before(&far, &document));
    }

    #[test]
    fn an_address_tells_its_document() {
        for (address, symbol) in [
            ("https://docs.un.org/en/A/RES/67/172", Some("A/RES/67/172")),
            ("https://undocs.org/A/67/299", Some("A/67/299")),
            (
                "http://undocs.org/fr/S/RES/1325(2000)",
                Some("S/RES/1325 (2000)"),
            ),
            (
                "https://docs.un.org/en/A/RES/217%20A%20(III)",
                Some("A/RES/217 A (III)"),
            ),
            ("https://www.iom.int/cms/hld2013", None),
            ("https://docs.un.org/en/", None),
            ("hq@iom.int", None),
        ] {
            let found = document(address).map(|symbol| symbol.to_string());
            assert_eq!(found.as_deref(), symbol, "{address}");
        }
    }
}
