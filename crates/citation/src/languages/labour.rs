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
const TITLE: usize = 400;

/// Stretches of text, one of which stands in every word for an instrument, with their language.
const ANCHORS: [(&str, &dyn Grammar); 8] = [
    ("онвенци", &by_table::RUSSIAN),
    ("екомендаци", &by_table::RUSSIAN),
    ("تفاقية", &arabic::Arabic),
    ("توصية", &arabic::Arabic),
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
            before_word(text, &word, kind).or_else(|| behind_chinese_title(text, &word, kind))
        } else {
            behind_word(text, &word, kind, grammar)
                .or_else(|| behind_title(text, &word, kind, grammar))
        };
        if let Some((token, instrument)) = read {
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

type Read = (Range<usize>, LabourInstrument);

/// "Конвенция МОТ № 190", "Конвенция № 190 МОТ": the name of the organization on either side of the number.
fn behind_word(
    text: &str,
    word: &Range<usize>,
    kind: LabourKind,
    grammar: &dyn Grammar,
) -> Option<Read> {
    let words = grammar.words();
    let named = words.skip(Role::LabourOffice, text, word.end);
    let (instrument, end) = signed(text, named, kind, grammar)?;
    let behind = words.skip(Role::LabourOffice, text, end);
    let is_named = named > word.end || behind > end;
    is_named.then_some((word.start..end, instrument))
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
        has_year_of(&title[..open], instrument).then_some((word.start..close, instrument))
    })
}

/// "国际劳工组织第190号公约".
fn before_word(text: &str, word: &Range<usize>, kind: LabourKind) -> Option<Read> {
    let number = number_before(text, word.start)?;
    let (_, office) = chinese::Chinese
        .words()
        .before(Role::LabourOffice, text, number.start)?;
    let value = cursor::digits(text, number.figures)?.value;
    let instrument = listed(kind, value)?;
    Some((office..word.end, instrument))
}

/// "《1989年土著和部落人民公约》(第169号)".
fn behind_chinese_title(text: &str, word: &Range<usize>, kind: LabourKind) -> Option<Read> {
    let title = cursor::sign(text, word.end, '》')?;
    let open = cursor::sign(text, cursor::skip_space(text, title), '(')?;
    let figures = cursor::sign(text, open, '第')?;
    let run = cursor::digits(text, figures)?;
    let close = cursor::sign(text, cursor::sign(text, run.end, '号')?, ')')?;
    let floor = text.floor_char_boundary(word.start.saturating_sub(TITLE));
    let start = floor + text[floor..word.start].rfind('《')?;
    let instrument = listed(kind, run.value)?;
    has_year_of(&text[start..word.start], instrument).then_some((start..close, instrument))
}

/// A number between 第 and 号.
struct Counted {
    start: usize,
    figures: usize,
}

fn number_before(text: &str, end: usize) -> Option<Counted> {
    let (_, closed) = cursor::previous(text, end).filter(|(sign, _)| *sign == '号')?;
    let mut figures = closed;
    while let Some(('0'..='9', before)) = cursor::previous(text, figures) {
        figures = before;
    }
    let (_, start) = cursor::previous(text, figures).filter(|(sign, _)| *sign == '第')?;
    Some(Counted { start, figures })
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
    let run = cursor::digits(text, cursor::skip_space(text, sign))?;
    Some((listed(kind, run.value)?, run.end))
}

/// The instrument with this number, where the list has it.
fn listed(kind: LabourKind, number: u32) -> Option<LabourInstrument> {
    let instrument = LabourInstrument::new(kind, u16::try_from(number).ok()?);
    instrument.entry().is_some().then_some(instrument)
}

/// Whether `title` has the year in which `instrument` was adopted.
fn has_year_of(title: &str, instrument: LabourInstrument) -> bool {
    let year = instrument.entry().map(|entry| u32::from(entry.year));
    title
        .char_indices()
        .filter(|(at, _)| cursor::previous(title, *at).is_none_or(|(c, _)| !c.is_ascii_digit()))
        .filter_map(|(at, _)| cursor::digits(title, at))
        .any(|run| run.count == 4 && Some(run.value) == year)
}
