//! What *ibid.* and "note 12 above" mean: the one source of another note.
//!
//! A note with several sources, or with words that no reference accounts for, has none that could be
//! meant, and nothing is guessed.

use std::ops::Range;

use citation::{Back, Kind, Referent, SuffixKind, Symbol};
use draft::{Block, BlockKind};

use super::{Antecedent, Bound, Certainty};
use crate::notices::Rest;
use crate::questions::{NoteKind, Said, Topic};

/// The notes of a draft.
pub(super) struct Notes<'r> {
    pub(super) rest: &'r Rest<'r>,
}

impl Notes<'_> {
    /// The source that a back-reference in `block` means, and whether nothing else can be meant. `earlier` are the
    /// citations before it in its block.
    pub(super) fn meant(
        &self,
        back: Back,
        block: &Block<'_>,
        earlier: &[Bound],
        text: &str,
        token: &Range<usize>,
    ) -> Option<Antecedent> {
        let rest = text.get(token.end..).unwrap_or("");
        match back {
            Back::NoteBefore if names_its_own(rest) => None,
            Back::NoteBefore => match earlier {
                [] => {
                    let (source, certain) = self.note_before(block, text)?;
                    Some((numbered_anew(&source, rest).unwrap_or(source), certain))
                }
                // Behind several sources of one note nobody can tell which is meant.
                [others @ .., last] if others.iter().all(|one| one.referent == last.referent) => {
                    let certain =
                        is_right_before(text, last, token) || is_gone_on_with(text, last, token);
                    Some((last.referent.clone()?, certain))
                }
                _ => None,
            },
            Back::Note(number) => {
                let meant = match earlier.last() {
                    // "G.A. Res. 60/147, supra note 1": the note holds what is named here, beside what else it holds.
                    Some(named) if is_beside(text, named, token) => named.referent.clone(),
                    _ => self.rest.source_of_note(number),
                };
                Some((meant?, false))
            }
            Back::Noun
            | Back::Called(_)
            | Back::Thereto(_)
            | Back::ToTreaty(..)
            | Back::Adopted(_)
            | Back::InReport
            | Back::Cited => None,
        }
    }

    /// What was adopted as `number` by the conference whose report the note before cites.
    pub(super) fn in_report(&self, number: &str) -> Option<Referent> {
        let report = self.rest.last_report()?.to_string();
        let conference = report.strip_prefix(REPORT)?;
        Some(super::numbered(conference, number))
    }

    fn note_before(&self, block: &Block<'_>, text: &str) -> Option<Antecedent> {
        let (kind, this) = note(block, text)?;
        let (number, source) = self.rest.last_note(kind)?;
        let follows = match (number, this) {
            (Some(before), Some(this)) => this == before + 1,
            _ => true,
        };
        follows.then_some(source)?
    }

    /// Takes note of the sources of `block`, which `bound` names.
    pub(super) fn behind(&self, block: &Block<'_>, text: &str, bound: &[Bound]) {
        let Some((kind, number)) = note(block, text) else {
            return;
        };
        // What has no source in it is an item of any list.
        if kind == NoteKind::Listed && bound.is_empty() {
            return;
        }
        let source = only_source(text, bound);
        let certain = bound.iter().all(|one| one.certainty != Certainty::Open);
        let last = source.clone().map(|source| (source, certain));
        self.rest
            .tell(Topic::LastNote(kind), Said::Note(number, last));
        if kind == NoteKind::Listed {
            return;
        }
        if let Some(number) = number {
            self.rest.tell(Topic::Note(number), Said::Meaning(source));
        }
        let goes_on = bound.iter().any(|one| one.is_note_before);
        if !goes_on {
            let report = Said::Meaning(report(bound));
            self.rest.tell(Topic::LastReport, report);
        }
    }
}

/// Which kind of note `block` may be, and its number: an item of a list has one.
fn note(block: &Block<'_>, text: &str) -> Option<(NoteKind, Option<u16>)> {
    match block.kind {
        BlockKind::FootnoteDefinition => {
            let label = block.marks.label.as_ref();
            let number = label.and_then(|label| label.label.parse().ok());
            Some((NoteKind::Footnote, number))
        }
        BlockKind::ListItem => {
            let (number, _) = text.trim_start().split_once(['.', ')'])?;
            Some((NoteKind::Listed, Some(number.parse().ok()?)))
        }
        _ => None,
    }
}

/// How the titles of reports of conferences begin.
const REPORT: &str = "Report of the ";

/// The report of a conference that a note cites, where it is one.
fn report(bound: &[Bound]) -> Option<Referent> {
    let named = bound.iter().filter(|one| one.kind == Kind::Named);
    let mut reports = named
        .filter_map(|one| one.referent.as_ref())
        .filter(|referent| referent.to_string().starts_with(REPORT));
    let first = reports.next()?;
    reports.next().is_none().then(|| first.clone())
}

/// Whether nothing but a comma parts `named` from the reference at `token`.
fn is_beside(text: &str, named: &Bound, token: &Range<usize>) -> bool {
    let between = text.get(named.phrase.end..token.start);
    between.is_some_and(|between| matches!(between.trim(), "," | ""))
}

/// Whether *ibid.* at `token` goes on right behind `named`, whose document the text settles: "(para. 4; ibid., para. 40)".
fn is_right_before(text: &str, named: &Bound, token: &Range<usize>) -> bool {
    let between = text.get(named.phrase.end..token.start);
    named.certainty != Certainty::Open
        && between.is_some_and(|between| words(between).all(|(_, word)| says_nothing(word)))
}

/// Whether *ibid.* opens a parenthesis of the text at `token`, and the words since `named`, whose document the text settles,
/// can tell of no other text: "resolution 67/172 (para. 4), and again (ibid., para. 40)".
fn is_gone_on_with(text: &str, named: &Bound, token: &Range<usize>) -> bool {
    let Some(between) = text.get(named.phrase.end..token.start) else {
        return false;
    };
    let is_plain = |word: &str| word.starts_with(char::is_lowercase) || says_nothing(word);
    named.certainty != Certainty::Open
        && between.ends_with('(')
        && !between.contains(['[', '*', '_', ':'])
        && words(between).all(|(_, word)| (is_plain(word) || word == "States") && !is_text(word))
}

/// Whether a word says what kind of text something is, or who wrote one, and may name another source.
fn is_text(word: &str) -> bool {
    const TEXTS: [&str; 40] = [
        "address",
        "agreement",
        "article",
        "author",
        "book",
        "chapter",
        "comment",
        "commentary",
        "communication",
        "convention",
        "covenant",
        "decision",
        "declaration",
        "document",
        "draft",
        "guideline",
        "instrument",
        "judgment",
        "law",
        "letter",
        "note",
        "opinion",
        "paper",
        "plan",
        "programme",
        "protocol",
        "publication",
        "recommendation",
        "report",
        "resolution",
        "review",
        "rule",
        "source",
        "speech",
        "statement",
        "study",
        "submission",
        "survey",
        "text",
        "treaty",
    ];
    let word = word.to_lowercase();
    TEXTS.contains(&word.trim_end_matches('s'))
        || matches!(&*word, "studies" | "treaties" | "surveys")
}

/// Whether the words behind *ibid.* name a document of their own: "Ibid., Seventieth Session, Supplement
/// No. 53 (A/70/53)".
fn names_its_own(rest: &str) -> bool {
    let clause = rest.split([';', '\n']).next().unwrap_or("");
    // Another volume of the Treaty Series is another treaty.
    let volume = ["том ", "卷", "المجلد"]
        .iter()
        .any(|word| clause.contains(word));
    clause.contains("Supplement") || clause.contains('/') || volume
}

/// What stands in the volume of the Treaty Series that `source` names under the number behind *ibid.*: "Ibid., No. 973".
fn numbered_anew(source: &Referent, rest: &str) -> Option<Referent> {
    const SERIES: &str = "United Nations, Treaty Series, vol. ";
    let number = rest.trim_start_matches(['.', ',', '*', '_', ' ']);
    let number = number.strip_prefix("No. ")?;
    let end = number.find(|c: char| !c.is_ascii_digit());
    let number = &number[..end.unwrap_or(number.len())];
    let source = source.to_string();
    let (volume, _) = source.strip_prefix(SERIES)?.split_once(", No")?;
    (!number.is_empty()).then(|| Referent::Other(format!("{SERIES}{volume}, No. {number}").into()))
}

/// The document that `symbol` corrects, where it is a corrigendum.
fn corrected(symbol: &Symbol) -> Option<Referent> {
    let last = symbol.suffixes().last()?;
    (last.kind == SuffixKind::Corrigendum).then_some(())?;
    Some(Referent::Symbol(symbol.adds_to()?))
}

/// The one source of a note, where nothing else stands in it. A document and its corrigendum are one.
fn only_source(text: &str, bound: &[Bound]) -> Option<Referent> {
    let mut sources: Vec<&Referent> = Vec::new();
    for one in bound {
        let referent = one.referent.as_ref()?;
        let corrected = referent.symbol().and_then(corrected);
        if !sources.contains(&corrected.as_ref().unwrap_or(referent)) {
            sources.push(referent);
        }
    }
    let [source] = sources.as_slice() else {
        return None;
    };
    let phrases: Vec<Range<usize>> = bound
        .iter()
        .filter(|one| one.kind != Kind::Back || one.referent.is_some())
        .map(|one| one.phrase.clone())
        .collect();
    let title = title_before(text, bound).unwrap_or_default();
    let accounted = words(text).all(|(at, word)| {
        title.contains(&at)
            || phrases.iter().any(|phrase| phrase.contains(&at))
            || says_nothing(word)
    });
    accounted.then(|| (*source).clone())
}

/// Where the title stands that a note gives its one document before the symbol: "Report of the Secretary-General on wells
/// (A/78/301)".
fn title_before(text: &str, bound: &[Bound]) -> Option<Range<usize>> {
    const OPENINGS: [&str; 6] = [
        "Report of",
        "Report by",
        "report of",
        "Note by",
        "Letter dated",
        "Letters dated",
    ];
    let first = bound.first().filter(|first| first.kind == Kind::Symbol)?;
    let title = text.get(..first.phrase.start)?.strip_suffix('(')?;
    let start = OPENINGS
        .iter()
        .find_map(|opening| title.find(opening))
        .filter(|start| words(&title[..*start]).all(|(_, word)| says_nothing(word)))?;
    let is_one = !title[start..].contains([';', '(', '.']);
    is_one.then_some(start..title.len())
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-')
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Whether a word belongs to the way in which notes cite and names no work of its own.
fn says_nothing(word: &str) -> bool {
    const WORDS: [&str; 80] = [
        "Voir",
        "voir",
        "également",
        "aussi",
        "des",
        "les",
        "par",
        "Véase",
        "véase",
        "también",
        "del",
        "las",
        "los",
        "párr",
        "также",
        "См",
        "supra",
        "cf",
        "See",
        "see",
        "also",
        "and",
        "of",
        "the",
        "in",
        "for",
        "as",
        "to",
        "by",
        "its",
        "ibid",
        "Ibid",
        "idem",
        "Official",
        "Records",
        "General",
        "Assembly",
        "Economic",
        "Social",
        "Council",
        "Security",
        "Session",
        "Special",
        "Emergency",
        "Supplement",
        "Annexes",
        "corrigendum",
        "corrigenda",
        "Corr",
        "Add",
        "Resolution",
        "resolution",
        "Resolutions",
        "resolutions",
        "Decision",
        "decision",
        "Decisions",
        "decisions",
        "United",
        "Nations",
        "document",
        "documents",
        "annex",
        "annexes",
        "para",
        "paras",
        "chap",
        "chaps",
        "sect",
        "sects",
        "art",
        "arts",
        "vol",
        "vols",
        "above",
        "respectively",
        "part",
        "one",
        "two",
        "three",
    ];
    let is_roman = |byte: u8| matches!(byte, b'I' | b'V' | b'X' | b'L');
    word.len() <= 2
        || word.bytes().all(|byte| byte.is_ascii_digit())
        || word.bytes().all(is_roman)
        || WORDS.contains(&word)
        // "Eightieth", "Seventy-fifth": the number of a session.
        || citation::ordinal(word).is_some()
}
