//! Document symbols after their first components, and numbers after "resolution" or "decision".

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashSet};

use citation::{Act, Adopted, Body, Referent, Symbol, Term};
use resolve::{Existence, Resolved};
use sources::{CiteStyle, Heading, Sources, cited};

use super::typed::Typed;
use super::{Completion, CompletionKind, MOST};
use crate::{prose, under};

/// So many references of a draft are looked at for what it cites.
const MOST_REFERENCES: usize = 5_000;

/// Sources asked for; what the text rules out is dropped from them.
const ASKED: usize = 400;

/// Symbols that begin with what is typed: `A/RES/67/17`.
pub(super) fn whole(
    typed: &Typed,
    resolved: &Resolved,
    sources: &dyn Sources,
    style: Option<CiteStyle>,
) -> Vec<Completion> {
    let prefix = symbol_prefix(typed);
    let starts = prefix.starts_with(|c: char| c.is_ascii_uppercase());
    if !starts || !prefix.contains('/') {
        return Vec::new();
    }
    let before = &typed.text[..typed.text.len() - prefix.len()];
    // In parentheses a symbol stands behind the words that name the document.
    let style = style.filter(|_| !before.ends_with('('));
    let has_lead = Lead::of(before).is_some();
    let mut headings = cited_by_draft(prefix, typed, resolved, sources);
    headings.extend(sources.complete(prefix, ASKED).value);
    let mut seen = HashSet::new();
    let found = headings
        .iter()
        .flat_map(|heading| symbols(heading, sources).map(move |symbol| (heading, symbol)))
        .filter(|(_, symbol)| prose::begins(symbol.canonical(), prefix))
        .filter(|(_, symbol)| seen.insert(symbol.clone()));
    likeliest_first(found.collect(), resolved)
        .into_iter()
        .take(MOST)
        .map(|(heading, symbol)| {
            let whole = || cited_in(style?, &symbol, sources);
            let text = if has_lead {
                style.and_then(|style| behind_lead(style, &symbol, sources))
            } else {
                whole()
            };
            let offer = offer(heading, symbol.canonical(), typed, prefix);
            Completion {
                kind: CompletionKind::Symbol,
                text: text.unwrap_or_else(|| offer.text.clone()),
                ..offer
            }
        })
        .collect()
}

/// What the draft cites elsewhere by a symbol that begins with `prefix`, with the title where one is known.
fn cited_by_draft(
    prefix: &str,
    typed: &Typed,
    resolved: &Resolved,
    sources: &dyn Sources,
) -> Vec<Heading> {
    let references = resolved.counted().take(MOST_REFERENCES);
    let elsewhere = references.filter(|(start, reference)| {
        let token = start + reference.token.start..start + reference.token.end;
        let is_sound = reference.existence > Existence::Impossible;
        is_sound && !reference.is_own && !under::touches(&token, typed.offset)
    });
    let named: BTreeSet<&Symbol> = elsewhere
        .filter_map(|(_, reference)| reference.referent.as_ref()?.symbol())
        .filter(|symbol| prose::begins(symbol.canonical(), prefix))
        .collect();
    named
        .into_iter()
        .take(MOST)
        .map(|symbol| {
            let referent = Referent::Symbol(symbol.clone());
            let source = sources.resolve(&referent).value;
            let title = source.map_or_else(|| "".into(), |source| source.title.clone());
            Heading { referent, title }
        })
        .collect()
}

/// A resolution or decision in a style; `None` for any other document, which is cited by its symbol.
fn cited_in(style: CiteStyle, symbol: &Symbol, sources: &dyn Sources) -> Option<String> {
    symbol.adopted()?;
    let referent = Referent::Symbol(symbol.clone());
    let source = sources.resolve(&referent).value;
    Some(cited(&referent, source.as_deref(), None, style))
}

/// What of the citation comes behind "resolution" or "decision": "67/172 of 20 December 2012".
fn behind_lead(style: CiteStyle, symbol: &Symbol, sources: &dyn Sources) -> Option<String> {
    let number = symbol.adopted()?.in_prose();
    let whole = cited_in(style, symbol, sources)?;
    whole.find(&number).map(|from| whole[from..].to_owned())
}

/// The symbols of a listed source, which may be listed by its title.
fn symbols(heading: &Heading, sources: &dyn Sources) -> impl Iterator<Item = Symbol> {
    let referents = match &heading.referent {
        symbol @ Referent::Symbol(_) => vec![symbol.clone()],
        named => {
            let held = sources.resolve(named).value;
            held.map_or_else(Vec::new, |source| source.referents.clone())
        }
    };
    let symbol = |referent: Referent| referent.symbol().cloned();
    referents.into_iter().filter_map(symbol)
}

/// The symbol that is being typed, with the space before a year or session in parentheses.
fn symbol_prefix(typed: &Typed) -> &str {
    let belongs = |c: char| c.is_alphanumeric() || "/.-()".contains(c);
    let run = typed.ending(belongs);
    let before = &typed.text[..typed.text.len() - run.len()];
    let word = before.strip_suffix(' ').map_or("", |before| {
        let rest = before.trim_end_matches(belongs);
        &before[rest.len()..]
    });
    let run = if run.starts_with('(') && word.contains('/') {
        &typed.text[before.len() - 1 - word.len()..]
    } else {
        run
    };
    run.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// Numbers that begin with what is typed behind "resolution" or "decision": `67/17`.
pub(super) fn numbers(
    typed: &Typed,
    resolved: &Resolved,
    sources: &dyn Sources,
    style: Option<CiteStyle>,
) -> Vec<Completion> {
    let prefix = typed.ending(|c| c.is_ascii_alphanumeric() || "/-".contains(c));
    if !prefix.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let before = &typed.text[..typed.text.len() - prefix.len()];
    let Some(lead) = Lead::of(before) else {
        return Vec::new();
    };
    let headings = sources.complete(prefix, ASKED).value;
    let fits = |adopted: &Adopted| {
        adopted.act == lead.act
            && lead.body.is_none_or(|body| adopted.body.key() == body)
            && prose::begins(&adopted.in_prose(), prefix)
    };
    let found = headings
        .iter()
        .flat_map(|heading| symbols(heading, sources).map(move |symbol| (heading, symbol)))
        .filter(|(_, symbol)| symbol.adopted().is_some_and(fits));
    likeliest_first(found.collect(), resolved)
        .into_iter()
        .take(MOST)
        .filter_map(|(heading, symbol)| {
            let adopted = symbol.adopted()?;
            let offer = offer(heading, &adopted.in_prose(), typed, prefix);
            let text = style.and_then(|style| behind_lead(style, &symbol, sources));
            Some(Completion {
                documentation: Some(whose(&symbol, adopted)),
                text: text.unwrap_or_else(|| offer.text.clone()),
                ..offer
            })
        })
        .collect()
}

/// What the draft cites first, then what was adopted in the later session or year; the rest in the order of its symbols.
fn likeliest_first<'h>(
    mut found: Vec<(&'h Heading, Symbol)>,
    resolved: &Resolved,
) -> Vec<(&'h Heading, Symbol)> {
    let references = resolved.counted().take(MOST_REFERENCES);
    let cited: HashSet<&Symbol> = references
        .filter_map(|(_, reference)| reference.referent.as_ref()?.symbol())
        .collect();
    found.sort_by_cached_key(|(_, symbol)| {
        let late = symbol.adopted().map(|adopted| lateness(adopted.term));
        (!cited.contains(symbol), Reverse(late))
    });
    found
}

/// A number that is greater for a later session or year, of one body.
fn lateness(term: Term) -> u16 {
    // Years are greater than any session, and sessions in Roman numerals came before the others.
    const ROMAN: u16 = 100;
    match term {
        Term::Session(number) | Term::Special(number) | Term::Emergency(number) => ROMAN + number,
        Term::RomanSession(numeral)
        | Term::RomanSpecial(numeral)
        | Term::RomanEmergency(numeral) => numeral.value(),
        Term::Year(year) => year,
        Term::Unstated => 0,
    }
}

/// What stands before a number: what it numbers, and whose it is where that is said.
struct Lead {
    act: Act,
    body: Option<&'static str>,
}

impl Lead {
    /// Reads "General Assembly resolution " or "Council decisions 2/101 and ".
    fn of(before: &str) -> Option<Self> {
        let mut words: Vec<&str> = before.split_whitespace().collect();
        if !before.ends_with(char::is_whitespace) {
            return None;
        }
        while words.last().is_some_and(|word| continues_a_list(word)) {
            words.pop();
        }
        let act = match words.pop()?.to_ascii_lowercase().as_str() {
            "resolution" | "resolutions" => Act::Resolution,
            "decision" | "decisions" => Act::Decision,
            _ => return None,
        };
        let named = words.join(" ");
        let body = [
            ("General Assembly", Body::GENERAL_ASSEMBLY),
            ("Security Council", Body::SECURITY_COUNCIL),
            ("Human Rights Council", Body::HUMAN_RIGHTS_COUNCIL),
            (
                "Economic and Social Council",
                Body::ECONOMIC_AND_SOCIAL_COUNCIL,
            ),
            (
                "Commission on Human Rights",
                Body::COMMISSION_ON_HUMAN_RIGHTS,
            ),
        ]
        .into_iter()
        .find_map(|(name, key)| named.ends_with(name).then_some(key));
        Some(Self { act, body })
    }
}

fn continues_a_list(word: &str) -> bool {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit());
    let is_term = word.starts_with('(') && word.trim_end_matches(',').ends_with(')');
    is_number || is_term || matches!(word, "and" | "or")
}

fn whose(symbol: &Symbol, adopted: &Adopted) -> String {
    format!(
        "{} {} {} ({symbol})",
        adopted.body,
        adopted.act.word(),
        adopted.in_prose()
    )
}

fn offer(heading: &Heading, text: &str, typed: &Typed, prefix: &str) -> Completion {
    Completion {
        label: text.to_owned(),
        detail: heading.title.to_string(),
        replace: typed.last(prefix.len()),
        text: text.to_owned(),
        kind: CompletionKind::Number,
        documentation: None,
    }
}
