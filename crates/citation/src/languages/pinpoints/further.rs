//! Paragraph references that other words part from their citation: "observation générale no 36 (2018) sur le droit à la vie,
//! par. 12", "los párrafos 14 y 15 del informe de la Relatora Especial (A/75/871)".

use super::{REACH, after, before};
use crate::languages::words::Role;
use crate::languages::{Grammar, cursor, sentences};
use crate::{Pinpoint, Unit};

/// The paragraph reference behind the subject of a document whose number ends at `at`.
pub(in crate::languages) fn behind_subject(
    text: &str,
    at: usize,
    grammar: &dyn Grammar,
) -> Option<Pinpoint> {
    let subject = cursor::skip_space(text, at);
    grammar.word(Role::About, text, subject)?;
    let words = grammar.words();
    let limit = text.floor_char_boundary((subject + REACH).min(text.len()));
    let limit = sentences::sentence_end(text, subject, limit, words.all(Role::Abbreviation));
    let (comma, place) =
        text[subject..limit]
            .match_indices([',', '،'])
            .find_map(|(offset, _)| {
                let comma = subject + offset;
                Some((comma, after(text, comma, grammar)?))
            })?;
    // Another document between may be the one whose paragraph it is.
    let between = &text[subject..comma];
    let mut documents = words
        .all(Role::ShortForm)
        .iter()
        .chain(words.all(Role::Act));
    let names_another = between.contains(['/', '(', ';', ':'])
        || documents.any(|noun| between.contains(&*noun.written));
    (place.steps[0].unit == Unit::Paragraph && !names_another).then_some(place)
}

/// The place before the noun for a report right before its symbol at `symbol`: "aux paragraphes 4 à 7 du rapport A/75/871".
pub(in crate::languages) fn of_report(
    text: &str,
    symbol: usize,
    grammar: &dyn Grammar,
) -> Option<Pinpoint> {
    let noun = cursor::before_space(text, symbol);
    let (_, report) = grammar.words().before(Role::Report, text, noun)?;
    before(text, report, grammar)
}

/// The place before the description of the document whose symbol stands at `symbol` in parentheses.
pub(in crate::languages) fn described(
    text: &str,
    symbol: usize,
    grammar: &dyn Grammar,
) -> Option<Pinpoint> {
    let (_, end) = cursor::previous(text, symbol).filter(|(sign, _)| *sign == '(')?;
    let words = grammar.words();
    let floor = sentences::sentence_start(text, end, REACH, words.all(Role::Abbreviation));
    let start = text[floor..end]
        .rfind([',', '،', ';', ':', '(', ')', '/'])
        .map_or(floor, |mark| floor + mark);
    text[start..end]
        .char_indices()
        .map(|(offset, _)| start + offset)
        .filter(|at| !cursor::follows_word(text, *at) && cursor::is_letter(text, *at))
        .filter(|at| words.at(Role::Report, text, *at).is_some())
        .find_map(|at| {
            // "des précédentes observations finales".
            let filler = words.before(Role::Filler, text, cursor::before_space(text, at));
            before(text, filler.map_or(at, |(_, filler)| filler), grammar)
        })
}
