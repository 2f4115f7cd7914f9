//! Conventions and recommendations of the International Labour Organization by number in Russian, Arabic and Chinese:
//! "Конвенция МОТ № 190", "اتفاقية منظمة العمل الدولية رقم 190", "国际劳工组织第190号公约", "Конвенция 1989 года о
//! коренных народах (№ 169)".
//!
//! The organization's name, or the year of the list in the title, tells that a number is one of its instruments.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Role;
use super::{Grammar, Language, arabic, by_table, chinese, cursor, sentences};
use crate::scan::searcher::Searcher;
use crate::{Citation, Form, Kind, LabourInstrument, LabourKind, Referent};

/// The longest title before its number, in bytes.
pub(super) const TITLE: usize = 400;

/// Stretches of text, one of which stands in every word for an instrument, with their language.
const ANCHORS: [(&str, &dyn Grammar); 8] = [
    ("онвенци", &by_table::RUSSIAN),
    ("екомендаци", &by_table::RUSSIAN),
    ("تفاقي", &arabic::Arabic),
    ("توصي", &arabic::Arabic),
    ("公约", &chinese::Chinese),
    ("公約", &chinese::Chinese),
    ("建议书", &chinese::Chinese),
    ("建議書", &chinese::Chinese),
];

static SEARCHER: LazyLock<Searcher> =
    LazyLock::new(|| Searcher::new(&ANCHORS.map(|(written, _)| written)));

/// Adds every instrument that `text` cites by number in one of these languages.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    for (anchor, hit) in SEARCHER.find_iter(text) {
        let (_, grammar) = ANCHORS[anchor];
        let chinese = grammar.language() == Language::Chinese;
        let start = if chinese {
            Some(hit.start)
        } else {
            cursor::anchored_start(text, hit.start)
        };
        let Some((start, (kind, end))) =
            start.and_then(|start| Some((start, grammar.word(Role::Labour, text, start)?)))
        else {
            continue;
        };
        let kind = match kind {
            "recommendation" => LabourKind::Recommendation,
            _ => LabourKind::Convention,
        };
        let word = start..end;
        let read = if chinese {
            chinese::labour::before_word(text, &word, kind)
                .or_else(|| chinese::labour::behind_title(text, &word, kind))
        } else {
            behind_word(text, &word, kind, grammar)
                .or_else(|| behind_title(text, &word, kind, grammar))
        };
        for (token, instrument) in read.unwrap_or_default() {
            found.push(Citation {
                phrase: token.clone(),
                pinpoint: grammar.pinpoint_after(text, token.end),
                token,
                kind: Kind::Named,
                form: Form::Whole(Referent::Labour(instrument)),
                date: None,
            });
        }
    }
}

/// What a word opens: the instruments, in the order of the text, each with its words.
pub(super) type Read = Vec<(Range<usize>, LabourInstrument)>;

/// "Конвенции МОТ № 29 и 105", "Конвенция № 190 МОТ": the name of the organization on either side of the numbers.
fn behind_word(
    text: &str,
    word: &Range<usize>,
    kind: LabourKind,
    grammar: &dyn Grammar,
) -> Option<Read> {
    let named = behind_office(text, word.end, grammar);
    let (first, mut end) = signed(text, named, kind, grammar)?;
    let mut read = vec![(word.start..end, first)];
    let mut is_closed = false;
    while let Some((next, joined)) = joint(text, end, grammar) {
        // What follows the last number of a list counts something else, unless it is marked.
        let marked = signed(text, next, kind, grammar);
        let unmarked = || numbered(text, next, kind).filter(|_| !is_closed);
        let Some((instrument, behind)) = marked.or_else(unmarked) else {
            break;
        };
        is_closed = joined;
        read.push((next..behind, instrument));
        end = behind;
    }
    let behind = grammar.words().skip(Role::LabourOffice, text, end);
    (named > word.end || behind > end).then_some(read)
}

/// The offset behind the name of the organization, and the acronym in parentheses that may follow it, or `at`.
fn behind_office(text: &str, at: usize, grammar: &dyn Grammar) -> usize {
    let words = grammar.words();
    let named = words.skip(Role::LabourOffice, text, at);
    let acronym = || {
        let open = cursor::sign(text, cursor::skip_space(text, named), '(')?;
        let (_, end) = words.at(Role::LabourOffice, text, open)?;
        cursor::sign(text, end, ')')
    };
    acronym().filter(|_| named > at).unwrap_or(named)
}

/// The offset behind a comma or a joining word at `at`, or both, and whether there is a joining word.
fn joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(usize, bool)> {
    let spaced = cursor::skip_space(text, at);
    let comma = cursor::sign(text, spaced, ',').map(|end| cursor::skip_space(text, end));
    let next = comma.unwrap_or(spaced);
    let and = grammar.and(text, next).or_else(|| {
        // "ورقم 105": the joining letter is glued to the sign.
        let (glued, behind) = cursor::next(text, next)?;
        let marked = grammar.words().at(Role::Number, text, behind);
        (glued == 'و' && marked.is_some()).then_some(behind)
    });
    match and {
        Some(end) => Some((cursor::skip_space(text, end), true)),
        None => comma.map(|end| (end, false)),
    }
}

/// "Конвенция 1989 года о коренных народах (№ 169)", where the year is that of the list.
fn behind_title(
    text: &str,
    word: &Range<usize>,
    kind: LabourKind,
    grammar: &dyn Grammar,
) -> Option<Read> {
    let limit = text.floor_char_boundary((word.end + TITLE).min(text.len()));
    let abbreviations = grammar.words().all(Role::Abbreviation);
    let limit = sentences::sentence_end(text, word.end, limit, abbreviations);
    // A title ends where another instrument is named.
    let next = text[word.end..limit]
        .char_indices()
        .map(|(at, _)| word.end + at)
        .find(|at| {
            let begins_word =
                cursor::previous(text, *at).is_none_or(|(c, _)| !cursor::is_alphabetic(c));
            begins_word && grammar.word(Role::Labour, text, *at).is_some()
        });
    let title = &text[word.end..next.unwrap_or(limit)];
    title.match_indices('(').find_map(|(open, _)| {
        let (instrument, end) = signed(text, word.end + open + 1, kind, grammar)?;
        let close = cursor::sign(text, end, ')')?;
        has_year_of(&title[..open], instrument).then(|| vec![(word.start..close, instrument)])
    })
}

/// "№ 190" at `at`: the instrument, and the offset behind the number.
fn signed(
    text: &str,
    at: usize,
    kind: LabourKind,
    grammar: &dyn Grammar,
) -> Option<(LabourInstrument, usize)> {
    let (_, sign) = grammar
        .words()
        .at(Role::Number, text, cursor::skip_space(text, at))?;
    numbered(text, cursor::skip_space(text, sign), kind)
}

/// The instrument whose number stands at `at`, and the offset behind it.
fn numbered(text: &str, at: usize, kind: LabourKind) -> Option<(LabourInstrument, usize)> {
    let run = cursor::digits(text, at)?;
    let goes_on = cursor::next(text, run.end);
    let whole = !goes_on.is_some_and(|(next, _)| next == '/' || cursor::is_alphanumeric(next));
    Some((listed(kind, run.value).filter(|_| whole)?, run.end))
}

/// The instrument with this number, where the list has it.
pub(super) fn listed(kind: LabourKind, number: u32) -> Option<LabourInstrument> {
    let instrument = LabourInstrument::new(kind, u16::try_from(number).ok()?);
    instrument.entry().is_some().then_some(instrument)
}

/// Whether `title` has the year in which `instrument` was adopted.
pub(super) fn has_year_of(title: &str, instrument: LabourInstrument) -> bool {
    let year = instrument.entry().map(|entry| u32::from(entry.year));
    title
        .char_indices()
        .filter(|(at, _)| cursor::previous(title, *at).is_none_or(|(c, _)| !c.is_ascii_digit()))
        .filter_map(|(at, _)| cursor::digits(title, at))
        .any(|run| run.count == 4 && Some(run.value) == year)
}
