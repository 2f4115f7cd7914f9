//! Every reference as a row: how it stands, what it is, what the cited paragraph says, what disagrees.

use citation::{Referent, Symbol};
use resolve::{Agreement, Existence, Reference, Succession};
use sources::ParagraphAnswer;

use super::{Standing, Subject, Unchecked, shortened, source_words, successors};

/// A reference in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClearanceRow {
    /// Where in the draft.
    pub place: String,
    /// The words of the draft.
    pub words: String,
    /// What it names, in its canonical form; empty where that is not settled.
    pub document: String,
    /// How it stands.
    pub standing: Standing,
    /// The title of the source, where it is held.
    pub title: String,
    /// The day of the source, `20 December 2012`, where it is known.
    pub date: String,
    /// The paragraph reference, `para. 15`.
    pub paragraph: String,
    /// The first words of that paragraph in the source, or what is wrong with the reference to it.
    pub paragraph_words: String,
    /// What disagrees, and what came after it; a sentence each.
    pub notes: Vec<String>,
    /// The official page.
    pub link: Option<String>,
}

/// A row for every reference but the draft's own symbol, those in a list of other documents' titles last.
pub(super) fn rows(subject: &Subject<'_>) -> Vec<ClearanceRow> {
    let is_foreign = |reference: &&Reference| subject.is_foreign(reference.token.start);
    let (foreign, in_draft): (Vec<_>, Vec<_>) = others(subject).partition(is_foreign);
    let own = subject.own();
    in_draft
        .into_iter()
        .chain(foreign)
        .map(|reference| row(subject, reference, own))
        .collect()
}

/// The references of the draft itself whose verdict is open, each with the reason.
pub(super) fn unchecked(subject: &Subject<'_>) -> Vec<Unchecked> {
    others(subject)
        .filter(|reference| !subject.is_foreign(reference.token.start))
        .filter_map(|reference| {
            let why = why_open(reference)?;
            Some(Unchecked {
                place: subject.at(reference.token.start),
                words: words(subject, reference),
                why,
            })
        })
        .collect()
}

fn others<'a>(subject: &Subject<'a>) -> impl Iterator<Item = &'a Reference> {
    let references = subject.resolved.references.iter();
    references.filter(|reference| !reference.is_own)
}

fn why_open(reference: &Reference) -> Option<String> {
    match Standing::of(reference) {
        Standing::Wrong | Standing::NoSuchPlace => None,
        Standing::Unsettled if reference.candidates.is_empty() => {
            Some("The text does not say which document is meant.".to_owned())
        }
        Standing::Unsettled => {
            let candidates: Vec<String> = reference
                .candidates
                .iter()
                .map(ToString::to_string)
                .collect();
            Some(format!(
                "The text does not say whose number it is; it may be {}.",
                candidates.join(" or ")
            ))
        }
        Standing::Unknown => {
            Some("Not in your sources, and in no table of facts.".to_owned())
        }
        Standing::Exists if reference.source.is_some() => reference.pinpoint.as_ref().map(
            |pinpoint| format!(
                "Only title and date of the document are known; its text is not in your sources, so “{pinpoint}” was not looked up."
            ),
        ),
        Standing::Exists => Some(
            "Known to exist, but not in your sources: titles and paragraphs were not compared."
                .to_owned(),
        ),
        Standing::Held => reference.pinpoint.as_ref().and_then(|pinpoint| {
            match reference.paragraph.as_ref()? {
                ParagraphAnswer::Unnumbered => Some(format!(
                    "The copy in your sources has no paragraph numbers, so “{pinpoint}” was not looked up."
                )),
                ParagraphAnswer::NotCheckable => Some(format!(
                    "Only title and date of the document are held, so “{pinpoint}” was not looked up."
                )),
                _ => None,
            }
        }),
    }
}

/// The phrase on one line; a phrase that serves several references is cut to the token.
fn words(subject: &Subject<'_>, reference: &Reference) -> String {
    let references = &subject.resolved.references;
    // Tokens come in order and stand in their phrases, so a phrase that reaches any other reaches a neighbour.
    let at = references.partition_point(|other| other.token.start < reference.token.start);
    let around = at.saturating_sub(1)..(at + 2).min(references.len());
    let is_shared = references[around]
        .iter()
        .filter(|other| !std::ptr::eq(*other, reference))
        .any(|other| {
            other.phrase.start < reference.phrase.end && reference.phrase.start < other.phrase.end
        });
    let range = if is_shared {
        &reference.token
    } else {
        &reference.phrase
    };
    let words = subject.words(range);
    // A phrase may end behind a parenthesis that began before it: "Corr.1), chap. IV".
    if words.contains('(') {
        return shortened(&words);
    }
    let mut whole = String::with_capacity(words.len());
    for (at, character) in words.char_indices() {
        if character != ')' || closes_letter(&words[..at]) {
            whole.push(character);
        }
    }
    shortened(&whole)
}

/// Whether the parenthesis behind `before` belongs to the letter of a sub-paragraph, as other languages write it: "3 c)".
fn closes_letter(before: &str) -> bool {
    let letters = before.trim_end_matches(|c: char| c.is_ascii_lowercase());
    (1..=4).contains(&(before.len() - letters.len())) && letters.ends_with(char::is_whitespace)
}

fn row(subject: &Subject<'_>, reference: &Reference, own: Option<&Symbol>) -> ClearanceRow {
    let source = reference.source.as_deref();
    let standing = Standing::of(reference);
    let names = source.iter().flat_map(|source| &source.referents);
    let link = reference
        .referent
        .iter()
        .chain(names)
        .filter(|_| !matches!(standing, Standing::Wrong | Standing::Unsettled))
        .find_map(|name| name.address("en"))
        .map(|address| address.url);
    ClearanceRow {
        place: subject.at(reference.token.start),
        words: words(subject, reference),
        document: match standing {
            Standing::Unsettled => String::new(),
            _ => reference
                .referent
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
        },
        standing,
        // An instrument that is named by its title need not be told so.
        title: source
            .map(|source| source.title.to_string())
            .filter(|title| {
                let canonical = reference.referent.as_ref().map(ToString::to_string);
                canonical.as_ref() != Some(title)
            })
            .unwrap_or_default(),
        date: source
            .and_then(|source| source.date)
            .map(citation::Date::in_prose)
            .unwrap_or_default(),
        paragraph: reference
            .pinpoint
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        paragraph_words: paragraph_words(reference.paragraph.as_ref()),
        notes: notes(reference, own),
        link,
    }
}

fn paragraph_words(answer: Option<&ParagraphAnswer>) -> String {
    match answer {
        Some(ParagraphAnswer::Found(paragraphs)) => {
            let found: Vec<String> = paragraphs
                .iter()
                .take(3)
                .map(|paragraph| format!("{}: {}", paragraph.label, source_words(&paragraph.words)))
                .collect();
            let more = if paragraphs.len() > 3 { " …" } else { "" };
            format!("{}{more}", found.join(" | "))
        }
        Some(ParagraphAnswer::Absent(absent)) => {
            let holds = absent.holds("the document");
            format!("there is no {}: {holds}", absent.missing())
        }
        _ => String::new(),
    }
}

fn notes(reference: &Reference, own: Option<&Symbol>) -> Vec<String> {
    let mut notes = Vec::new();
    if matches!(
        reference.existence,
        Existence::Malformed | Existence::Impossible
    ) {
        if !reference.reason.is_empty() {
            notes.push(sentence(&reference.reason));
        }
        if let Some(meant) = reference.corrections.first() {
            notes.push(format!("Perhaps “{}” is meant.", meant.text));
        }
    }
    match &reference.date_agreement {
        Agreement::Contradicts(right) => {
            notes.push(format!("The date is {}.", right.in_prose()));
        }
        Agreement::Outside(first, last) => notes.push(format!(
            "The date cannot be right: it lies between {} and {}.",
            first.in_prose(),
            last.in_prose()
        )),
        Agreement::NoSuchDay(_) => notes.push("There is no such day.".to_owned()),
        Agreement::Agrees => notes.push("The date agrees.".to_owned()),
        Agreement::NotCheckable => {}
    }
    match &reference.title_agreement {
        Agreement::Contradicts(right) => notes.push(format!("The title is “{right}”.")),
        Agreement::Agrees => notes.push("The title agrees.".to_owned()),
        _ => {}
    }
    for successor in successors(reference, own) {
        let date = successor
            .date
            .map(|date| format!(" of {}", date.in_prose()))
            .unwrap_or_default();
        let symbol = &successor.symbol;
        notes.push(match successor.succession {
            Succession::Adopted => format!("This draft was adopted as {symbol}{date}."),
            Succession::Revised => format!("It was revised by {symbol}{date}."),
            Succession::Corrected => format!("It was corrected by {symbol}{date}."),
            Succession::Superseded => format!("It was superseded by {symbol}{date}."),
            Succession::Abolished => format!("It was abolished by {symbol}{date}."),
            // A second printing has the symbol of the first.
            Succession::Reissued if names(reference, symbol) => {
                format!("It was issued again{}.", date.replacen(" of", " on", 1))
            }
            Succession::Reissued => format!("It was issued again as {symbol}{date}."),
            Succession::SameTitle => {
                format!("A later resolution has its title: {symbol}{date}.")
            }
        });
    }
    notes
}

fn names(reference: &Reference, symbol: &Symbol) -> bool {
    let named = reference.referent.as_ref().and_then(Referent::symbol);
    named == Some(symbol)
}

/// With a capital at the beginning and a full stop at the end.
fn sentence(words: &str) -> String {
    let mut characters = words.trim().chars();
    let first: String = characters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();
    let rest = characters.as_str();
    let stop = if rest.ends_with('.') { "" } else { "." };
    format!("{first}{rest}{stop}")
}
