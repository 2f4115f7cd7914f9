//! What a document says of others: that it supersedes or abolishes them; and of itself: that it was issued again.
//!
//! Only a document that speaks of itself proves something ("The present bulletin supersedes …", "… is hereby
//! abolished"). The words are a table, `data/replacing.tsv`.

use std::ops::Range;
use std::sync::LazyLock;

use citation::facts::Replacing;
use citation::{Body, Date, Referent, Symbol, table};

use crate::cited::{CitedInPassage, cited_in, own_body};
use crate::index::fold;
use crate::{Particulars, Passage, PassageKind, Source};

/// That a document was issued again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reissue {
    /// The day, where it is stated.
    pub on: Option<Date>,
    /// The symbol under which it was issued again, where that is another one.
    pub symbol: Option<Symbol>,
}

/// What has taken the place of a document, as a text held says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The later document; for a second printing, the document itself.
    pub by: Symbol,
    /// What it does to the earlier one.
    pub does: Replacing,
    /// Its day: of adoption, issue or reissue.
    pub date: Option<Date>,
}

/// What the document with this head says of `symbol`, which may be its own.
pub fn replacements(
    facts: &Source,
    particulars: &Particulars,
    symbol: &Symbol,
) -> Vec<Replacement> {
    let own = || facts.referents.iter().filter_map(Referent::symbol);
    let of_others = particulars.replaces.iter().filter_map(|(does, other)| {
        Some(Replacement {
            by: own().next().filter(|_| other == symbol)?.clone(),
            does: *does,
            date: facts.date,
        })
    });
    let of_itself = particulars.reissue.iter().filter_map(|reissue| {
        own().find(|own| *own == symbol)?;
        Some(Replacement {
            by: reissue.symbol.as_ref().unwrap_or(symbol).clone(),
            does: Replacing::Reissues,
            date: reissue.on,
        })
    });
    of_others.chain(of_itself).collect()
}

/// The words of the table, as they are looked for: folded.
struct Words {
    reissues: Vec<&'static str>,
    before: Vec<(Replacing, &'static str)>,
    behind: Vec<(Replacing, &'static str)>,
    speaks: Vec<&'static str>,
    unless: Vec<&'static str>,
    between: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows = || table::rows::<3>(include_str!("../data/replacing.tsv"));
    let of = |wanted: &str| {
        rows()
            .filter(|[does, ..]| *does == wanted)
            .map(|[_, _, words]| words)
            .collect()
    };
    let verbs = |place: &str| {
        rows()
            .filter(|[_, at, _]| *at == place)
            .filter_map(|[does, _, words]| Some((Replacing::of_word(does)?, words)))
            .collect()
    };
    Words {
        reissues: of("reissues"),
        before: verbs("before"),
        behind: verbs("behind"),
        speaks: of("speaks"),
        unless: of("unless"),
        between: of("between"),
    }
});

/// That the document was issued again, where a line of its head says so ("* Reissued for technical reasons on
/// 15 January 2024.").
pub fn reissue_in(line: &str) -> Option<Reissue> {
    let folded = fold(line);
    let said = folded.trim_start_matches(['*', ' ']);
    let rest = WORDS
        .reissues
        .iter()
        .find_map(|words| said.strip_prefix(words))?;
    // Folding may change lengths, and the words of a date and a symbol stand as they were printed.
    let from = line.len().saturating_sub(rest.len());
    let printed = line.get(from..).unwrap_or(line);
    let symbols = cited_in(printed, None);
    Some(Reissue {
        on: Date::first_in(printed).or_else(|| Date::first_in(&in_full(printed))),
        symbol: symbols
            .into_iter()
            .find_map(|cited| cited.referent.symbol().cloned()),
    })
}

/// "9 Nov. 2023" with the name of the month in full.
fn in_full(text: &str) -> String {
    const MONTHS: [(&str, &str); 11] = [
        ("Jan.", "January"),
        ("Feb.", "February"),
        ("Mar.", "March"),
        ("Apr.", "April"),
        ("Jun.", "June"),
        ("Jul.", "July"),
        ("Aug.", "August"),
        ("Sept.", "September"),
        ("Oct.", "October"),
        ("Nov.", "November"),
        ("Dec.", "December"),
    ];
    let mut text = text.to_owned();
    for (short, whole) in MONTHS {
        text = text.replace(short, whole);
    }
    text
}

/// The documents that the text with these passages says it supersedes or abolishes.
pub fn replaced_by_text(facts: &Source, passages: &[Passage]) -> Vec<(Replacing, Symbol)> {
    let own = own_body(facts);
    let mut found: Vec<(Replacing, Symbol)> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        if !may_speak_of_others(&passage.words) {
            continue;
        }
        let mut symbols = in_sentences(&passage.words, own.as_ref());
        if symbols.is_empty()
            && let Some(does) = announced(&passage.words)
        {
            let items = items(passage, &passages[at + 1..]);
            symbols.extend(items.filter_map(|item| Some((does, first_of(item, own.as_ref())?))));
        }
        for one in symbols {
            if !found.contains(&one) && !facts.referents.contains(&Referent::Symbol(one.1.clone()))
            {
                found.push(one);
            }
        }
    }
    found
}

/// Whether a passage or text has one of the words that do something to other documents: one look before anything
/// is folded. In a text a line may end between two of them, so the last of each counts.
pub(crate) fn may_speak_of_others(words: &str) -> bool {
    let verbs = WORDS.before.iter().chain(&WORDS.behind);
    verbs
        .into_iter()
        .filter_map(|(_, verb)| verb.rsplit(' ').next())
        .any(|verb| words.contains(verb))
}

/// What a paragraph that ends with a colon does to the documents of its sub-paragraphs: "The present bulletin
/// supersedes:", "The following bulletins are hereby abolished:".
fn announced(words: &str) -> Option<Replacing> {
    let words = words.trim_end().strip_suffix(':')?;
    let last = sentences(words).last()?;
    let folded = words[last].to_ascii_lowercase();
    said_before(&folded)
        .or_else(|| said_of_itself(&folded))
        .map(|(does, _)| does)
}

/// "… is hereby abolished": what is done, and where the words stand in the folded sentence.
fn said_before(folded: &str) -> Option<(Replacing, Range<usize>)> {
    verb_of(&WORDS.before, folded)
        .filter(|(_, verb)| !is_said(&WORDS.unless, &folded[..verb.start]))
}

/// "The present bulletin supersedes …": what is done, and where the words stand in the folded sentence.
fn said_of_itself(folded: &str) -> Option<(Replacing, Range<usize>)> {
    verb_of(&WORDS.behind, folded).filter(|(_, verb)| {
        let before = &folded[..verb.start];
        is_said(&WORDS.speaks, before) && !is_said(&WORDS.unless, before)
    })
}

fn verb_of(verbs: &[(Replacing, &'static str)], folded: &str) -> Option<(Replacing, Range<usize>)> {
    verbs
        .iter()
        .find_map(|(does, verb)| whole_word(folded, verb).map(|at| (*does, at..at + verb.len())))
}

fn is_said(list: &[&str], folded: &str) -> bool {
    list.iter().any(|one| whole_word(folded, one).is_some())
}

/// The sub-paragraphs of a paragraph that ends with a colon, without their letters.
fn items<'a>(chapeau: &'a Passage, behind: &'a [Passage]) -> impl Iterator<Item = &'a str> {
    let label = chapeau.label.as_deref().unwrap_or_default();
    behind
        .iter()
        .filter(|one| one.kind != PassageKind::Footnote)
        .map_while(move |one| {
            let Some(own) = one.label.as_deref() else {
                // A copy without numbers has the letter among its words.
                let (letter, words) = one.words.strip_prefix('(')?.split_once(')')?;
                return (letter.len() <= 3).then_some(words);
            };
            let letter = own.strip_prefix(label)?.trim_start();
            letter.starts_with('(').then_some(&*one.words)
        })
}

/// The document with which a sub-paragraph begins.
fn first_of(item: &str, own: Option<&Body>) -> Option<Symbol> {
    let first = cited_in(item, own).into_iter().next()?;
    (is_between(&item[..first.phrase.start]) && !first.has_pinpoint)
        .then(|| first.referent.symbol().cloned())
        .flatten()
}

fn in_sentences(words: &str, own: Option<&Body>) -> Vec<(Replacing, Symbol)> {
    let cited = cited_in(words, own);
    sentences(words)
        .flat_map(|sentence| in_sentence(words, sentence, &cited))
        .collect()
}

/// The sentences and clauses of a passage, as byte ranges.
fn sentences(words: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    let ends = words
        .match_indices([';', '.', ':'])
        .filter(|(at, _)| words[at + 1..].starts_with(' '))
        .map(|(at, _)| at)
        .chain([words.len()]);
    ends.map(move |end| {
        let sentence = from..end;
        from = (end + 1).min(words.len());
        sentence
    })
    .collect::<Vec<_>>()
    .into_iter()
}

fn in_sentence(
    words: &str,
    sentence: Range<usize>,
    cited: &[CitedInPassage],
) -> Vec<(Replacing, Symbol)> {
    let folded = words[sentence.clone()].to_ascii_lowercase();
    let inside: Vec<&CitedInPassage> = cited
        .iter()
        .filter(|one| sentence.start <= one.phrase.start && one.phrase.end <= sentence.end)
        .collect();
    if let Some((does, verb)) = said_before(&folded) {
        let verb = sentence.start + verb.start;
        let before = inside.iter().filter(|one| one.phrase.end <= verb).copied();
        return in_row(words, sentence.start, before)
            .map(|symbol| (does, symbol))
            .collect();
    }
    if let Some((does, verb)) = said_of_itself(&folded) {
        let verb = sentence.start + verb.end;
        let behind = inside
            .iter()
            .filter(|one| one.phrase.start >= verb)
            .copied();
        return in_row(words, verb, behind)
            .map(|symbol| (does, symbol))
            .collect();
    }
    Vec::new()
}

/// The documents of a list that begins at byte `from`: as far as nothing but the words of the table and titles
/// stand between them. A paragraph that is replaced leaves the rest of its document as it is.
fn in_row<'a>(
    words: &str,
    mut from: usize,
    cited: impl Iterator<Item = &'a CitedInPassage>,
) -> impl Iterator<Item = Symbol> {
    let mut found = Vec::new();
    for one in cited {
        let Some(between) = words.get(from..one.phrase.start) else {
            continue;
        };
        if one.has_pinpoint || !is_between(between) {
            break;
        }
        from = one.phrase.end;
        found.extend(one.referent.symbol().cloned());
    }
    found.into_iter()
}

/// Whether only words of the table and a title in quotation marks stand in `text`.
fn is_between(text: &str) -> bool {
    let without_title = match (text.find('\u{201c}'), text.rfind('\u{201d}')) {
        (Some(from), Some(to)) if from < to => {
            format!(
                "{}{}",
                text[..from].trim_end_matches("entitled "),
                &text[to..]
            )
        }
        _ => text.to_owned(),
    };
    fold(&without_title)
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' '))
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '-'))
        .filter(|word| !word.is_empty())
        .all(|word| WORDS.between.contains(&word))
}

/// Where `wanted` stands in `text` as a whole word or words.
fn whole_word(text: &str, wanted: &str) -> Option<usize> {
    text.match_indices(wanted).map(|(at, _)| at).find(|at| {
        !text[..*at].ends_with(char::is_alphanumeric)
            && !text[at + wanted.len()..].starts_with(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests;
