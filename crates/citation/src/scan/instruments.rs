//! What stands around the title of an instrument: article, date and paragraph reference.

use std::ops::Range;

use super::{cursor, dates, pinpoints};
use crate::{Citation, Form, Kind, Pinpoint, Referent, StatedDate, Unit, facts};

/// The citation of the instrument at `token` of the folded text, with what belongs to it.
pub(crate) fn citation(text: &str, token: Range<usize>, kind: Kind, form: Form) -> Citation {
    // Only a whole day is a date of adoption; a year is often part of the title.
    let noted = cursor::skip_note(text, token.end);
    let is_noted = noted > token.end;
    // "the adoption of the Declaration on 8 September 2000".
    let start = article_start(text, token.start);
    let head = text[..start].trim_end();
    let adopted = || cursor::ends(head, "adoption of").then(|| dates::after_on(text, token.end))?;
    let date = dates::after(text, token.end)
        .or_else(|| is_noted.then(|| dates::after(text, noted))?)
        .or_else(adopted)
        .or_else(|| told_of(text, &token))
        .filter(|(date, _)| kind == Kind::Named && date.date.day().is_some());
    let end = date.as_ref().map_or(token.end, |(_, end)| *end);
    let before = || (kind == Kind::Named).then(|| dates::of_an_act(text, token.start))?;
    let date = date.map(|(date, _)| date).or_else(before);
    let pinpoint = pinpoints::around(text, &token, start)
        .or_else(|| {
            let next = cursor::skip_note(text, end);
            (next > token.end).then(|| pinpoints::after(text, next))?
        })
        .or_else(|| is_noted.then(|| pinpoints::after(text, noted))?)
        .or_else(|| pinpoints::behind_clause(text, token.end))
        .or_else(|| {
            (kind == Kind::Short)
                .then(|| pinpoints::place_alone(text, token.end, numbers(&form)))?
        })
        .or_else(|| (kind == Kind::Short).then(|| article_alone(text, token.end, &form))?);
    let mut phrase = token.start..end;
    if let Some(pinpoint) = &pinpoint {
        phrase = pinpoint.widening(&phrase);
    }
    Citation {
        token,
        phrase,
        kind,
        form,
        pinpoint,
        date,
    }
}

/// The article behind the acronym of a treaty that ends at `at`, where the number can be one of it: "CRC 3.1", "ICCPR 17".
fn article_alone(text: &str, at: usize, form: &Form) -> Option<Pinpoint> {
    let next = cursor::skip_space(text, at);
    let is_figure = text.as_bytes().get(next).is_some_and(u8::is_ascii_digit);
    let Form::Whole(Referent::Instrument(title)) = form else {
        return None;
    };
    let articles = is_figure.then(|| facts::numbered_parts(title, Unit::Article))??;
    pinpoints::article_alone(text, at, articles)
}

/// What the parts of an instrument are called that goes by its acronym: "UNGP 13", "ICCPR 19".
fn numbers(form: &Form) -> Unit {
    let Form::Whole(Referent::Instrument(title)) = form else {
        return Unit::Article;
    };
    match () {
        () if title.contains("Principles") => Unit::Principle,
        () if title.contains("Minimum Rules") => Unit::Rule,
        () => Unit::Article,
    }
}

/// The day that a clause tells of the name that opens it: "The Declaration was adopted on 8 September 2000". In "a text on
/// the Declaration was adopted" it is that of another.
fn told_of(text: &str, token: &Range<usize>) -> Option<(StatedDate, usize)> {
    const JOINING: [&str; 6] = ["when", "since", "that", "before", "after", "until"];
    // What stands for emphasis in folded text.
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '\u{1A}' | '\u{1B}');
    let behind = text[token.end..].trim_start_matches(is_mark);
    let was = cursor::word(text, text.len() - behind.len(), "was")?;
    let name = text[..token.start].trim_end_matches(is_mark);
    let head = ["The", "the"]
        .iter()
        .find_map(|article| name.strip_suffix(article));
    let head = head.unwrap_or(&text[..token.start]);
    let clause = head.trim_end_matches(is_mark);
    let word = clause.rsplit(|c: char| !c.is_alphanumeric()).next();
    let opens = clause.is_empty()
        || clause.ends_with(['.', ';', ':', '!', '?'])
        || head[clause.len()..].contains("\n\n")
        || word.is_some_and(|word| JOINING.contains(&word));
    opens.then(|| dates::after(text, was))?
}

/// Where the article before a name begins ("the Convention").
fn article_start(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end();
    match before.strip_suffix("the") {
        Some(head) if !head.ends_with(|c: char| c.is_ascii_alphanumeric()) => head.len(),
        _ => start,
    }
}
