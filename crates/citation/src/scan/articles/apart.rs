//! Places apart from the instrument that its sentence tells of: "the Lomé Convention recognizes old age, in its article 25",
//! "obliges States to protect rivers (art. 12) and lakes (arts. 14 and 15)".
//!
//! Only the instrument with which the sentence begins has them, where no other text is cited or named in between.

use std::sync::LazyLock;

use memchr::memmem;

use crate::scan::{cursor, pinpoints};
use crate::{Citation, Kind, Pinpoint, Step, Unit, sentences};

/// How far before a place its instrument may stand, in bytes.
const REACH: usize = 400;

/// What leads to a place of the instrument.
static ITS: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("ts "));

/// Gives the only instrument of a sentence the places that stand apart from it. `found` is in order of tokens.
pub(in crate::scan) fn give_apart(text: &str, found: &mut [Citation]) {
    let bytes = text.as_bytes();
    let first = found.first().map_or(bytes.len(), |one| one.token.end);
    // The last citation that was given a place here, and the offset behind that.
    let mut given = None;
    for open in memchr::memchr_iter(b'(', &bytes[first.min(bytes.len())..]) {
        let start = first + open + 1;
        let opens = bytes.get(start..start + 3);
        if opens.is_some_and(|word| word.eq_ignore_ascii_case(b"art")) {
            give(text, start, Lead::Parenthesis, found, &mut given);
        }
    }
    for its in ITS.find_iter(&bytes[first.min(bytes.len())..]) {
        let end = first + its + "ts ".len();
        let lead = match bytes[..first + its].last() {
            Some(b'i') => Lead::Its,
            Some(b'I') => Lead::Opening,
            _ => continue,
        };
        let before = text[..end - "its ".len()].trim_end();
        // "The Lomé Convention and its article 5" are two things, as are "the Lomé Convention and, in its article 5, the Covenant".
        let is_word = before.len() + "its ".len() < end;
        let clause = before.strip_suffix(" in").unwrap_or(before);
        if is_word && !cursor::ends_with_word(clause.trim_end_matches(','), &["and"]) {
            give(text, end, lead, found, &mut given);
        }
    }
}

/// What stands before a place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Parenthesis,
    /// "its", within the sentence of the instrument.
    Its,
    /// "Its", which opens the next one.
    Opening,
}

/// The last citation that was given a place, and the offset behind that.
type Given = Option<(usize, usize)>;

/// Gives the place at `at`, behind its `lead`, to the instrument that has it.
fn give(text: &str, at: usize, lead: Lead, found: &mut [Citation], given: &mut Given) {
    let Some(place) = pinpoints::at(text, at).filter(|place| fits(text, place, lead)) else {
        return;
    };
    let before = found.partition_point(|one| one.token.end <= at);
    let claims = |one: &Citation| {
        one.pinpoint
            .as_ref()
            .is_some_and(|own| own.span.end > at && own.span.start <= at)
    };
    if found[before.saturating_sub(2)..].iter().take(4).any(claims) {
        return;
    }
    let mut start = sentences::start(text, at, REACH);
    let opening = start;
    if lead == Lead::Opening {
        if !text[start..at].trim().eq("Its") {
            return;
        }
        start = sentences::start(text, start.saturating_sub(1), REACH);
    }
    let Some((last, end)) = holder(text, &found[..before]) else {
        return;
    };
    let one = &mut found[last];
    let from = match *given {
        Some((citation, end)) if citation == last => end,
        _ if !one
            .pinpoint
            .as_ref()
            .is_none_or(|place| is_outer(place, one)) =>
        {
            return;
        }
        _ => behind_acronym(text, end),
    };
    let goes_on = matches!(*given, Some((citation, _)) if citation == last);
    let is_instrument = matches!(one.kind, Kind::Named | Kind::Short);
    let until = if lead == Lead::Opening { opening } else { at };
    let tells = || text.get(from..until).is_some_and(tells_of_no_other);
    if !is_instrument
        || one.phrase.start < start
        || at - one.token.end > REACH
        || !goes_on && !has_it(text, start, from, lead, one)
        || !tells()
    {
        return;
    }
    *given = Some((last, place.span.end));
    add(one, place);
}

/// Which of the citations `before` a place may have it, and the offset behind that: the last, or the instrument behind which
/// that stands in parentheses, "the Lomé Declaration (resolution 67/172, annex)".
fn holder(text: &str, before: &[Citation]) -> Option<(usize, usize)> {
    let behind = |one: &Citation| {
        let place = one.pinpoint.as_ref().map_or(0, |place| place.span.end);
        one.phrase.end.max(one.token.end).max(place)
    };
    let last = before.len().checked_sub(1)?;
    let one = &before[last];
    if let (Kind::Number | Kind::Symbol, Some(first)) = (one.kind, last.checked_sub(1)) {
        let end = behind(one);
        let instrument = &before[first];
        let opens = text.get(instrument.token.end..one.phrase.start);
        let is_beside = opens.is_some_and(|words| words.trim() == "(");
        return (is_beside && text[end..].starts_with(')')).then_some((first, end + 1));
    }
    Some((last, one.phrase.end.max(one.token.end)))
}

/// Whether the sentence that begins at `start` tells of `one`, behind which it goes on at `from`, in such a way that a place
/// behind `lead` is its own. "A treaty such as the Lomé Convention, those duties (art. 3)" tells of another.
fn has_it(text: &str, start: usize, from: usize, lead: Lead, one: &Citation) -> bool {
    let head = &text[start..one.phrase.start.max(start)];
    if lead == Lead::Parenthesis {
        let acts = text[from..]
            .trim_start_matches([')', ' '])
            .starts_with(|c: char| c.is_lowercase());
        return binds(head)
            || acts
                && pinpoints::is_subject(text, one.phrase.start)
                && !cursor::ends_with_word(head, &["such as"]);
    }
    pinpoints::is_subject(text, one.phrase.start)
}

/// Whether `place`, which stands before the name of `one`, may have articles in it: "Part XII of the Convention".
fn is_outer(place: &Pinpoint, one: &Citation) -> bool {
    let is_outer = |step: &Step| matches!(step.unit, Unit::Part | Unit::Chapter | Unit::Section);
    place.span.end <= one.token.start && place.steps.iter().all(is_outer) && place.beside.is_empty()
}

/// The offset behind the acronym in parentheses that may stand at `at`: " (CCM)".
fn behind_acronym(text: &str, at: usize) -> usize {
    let Some(open) = cursor::word(text, cursor::skip_space(text, at), "(") else {
        return at;
    };
    let letters = text[open..]
        .bytes()
        .take_while(u8::is_ascii_uppercase)
        .count();
    let close = (letters > 1).then(|| cursor::word(text, open + letters, ")"));
    close.flatten().unwrap_or(at)
}

/// Whether `place` is a whole one of its own: not "article 5 of the Penal Code".
fn fits(text: &str, place: &Pinpoint, lead: Lead) -> bool {
    let behind = &text[place.span.end..];
    let is_numbered = place.steps.iter().all(|step| !step.labels.is_empty());
    let is_article = place
        .steps
        .first()
        .is_some_and(|step| step.unit == Unit::Article);
    let is_part = place.steps.iter().all(|step| {
        matches!(
            step.unit,
            Unit::Article | Unit::Paragraph | Unit::Part | Unit::Annex
        )
    });
    let next = cursor::skip_space(text, place.span.end);
    is_numbered
        && is_part
        && place.beside.is_empty()
        && match lead {
            Lead::Parenthesis => is_article && behind.starts_with(')'),
            _ => cursor::any_word(text, next, &["of", "to", "above", "below"]).is_none(),
        }
}

/// Whether the words that begin a sentence lead to the treaty whose parties it tells of: "Every State party to the",
/// "Under the".
fn binds(words: &str) -> bool {
    /// More words may tell of something else.
    const MOST: usize = 6;
    const LEADS: [&str; 7] = [
        "Under",
        "By",
        "parties to",
        "Parties to",
        "party to",
        "Party to",
        "with",
    ];
    let is_plain = words.split_whitespace().count() <= MOST && !words.contains([',', '(', ':']);
    is_plain && cursor::ends_with_word(words, &LEADS)
}

/// Whether `words` behind an instrument name no other text that may have articles.
fn tells_of_no_other(words: &str) -> bool {
    const TEXTS: [&str; 20] = [
        "agreement",
        "article",
        "bill",
        "charter",
        "code",
        "constitution",
        "convention",
        "covenant",
        "declaration",
        "decree",
        "instrument",
        "law",
        "laws",
        "legislation",
        "ordinance",
        "protocol",
        "regulation",
        "report",
        "statute",
        "treaty",
    ];
    /// What a treaty binds or sets up, in capitals.
    const BOUND: [&str; 8] = [
        "Committee",
        "Government",
        "Governments",
        "Member",
        "Parties",
        "Party",
        "State",
        "States",
    ];
    let is_plain =
        |word: &str| !TEXTS.contains(&word) && !word.starts_with(|c: char| c.is_uppercase());
    let mut single = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    !words.contains([';', '"', '“', '”', '«', ':', '/'])
        && !words.contains("\n\n")
        && single.all(|word| is_plain(word) || BOUND.contains(&word))
}

/// Adds `place` to that of `one`, which then reaches from the first to the last behind its name: a finding about either stands
/// there.
fn add(one: &mut Citation, place: Pinpoint) {
    let Some(known) = &mut one.pinpoint else {
        one.pinpoint = Some(place);
        return;
    };
    if known.span.start >= one.token.end {
        known.span.start = known.span.start.min(place.span.start);
        known.span.end = known.span.end.max(place.span.end);
    }
    known.join(as_one(place.steps));
}

/// The steps as one: "194 (5)" for "art. 194, para. 5".
fn as_one(mut steps: Vec<Step>) -> Step {
    let inner = (steps.len() > 1).then(|| steps.pop()).flatten();
    let mut outer = steps.swap_remove(0);
    if let (Some(inner), [(label, None)]) = (inner, outer.labels.as_mut_slice())
        && let [(paragraph, None)] = inner.labels.as_slice()
    {
        let inside = if paragraph.starts_with('(') {
            paragraph.to_string()
        } else {
            format!("({paragraph})")
        };
        *label = format!("{label} {inside}").into();
    }
    outer
}

#[cfg(test)]
mod tests {
    use crate::scan::articles::tests::places;
    use crate::{Lexicon, scan};

    #[test]
    fn places_apart_are_those_of_the_instrument_that_the_sentence_begins_with() {
        for (text, wanted) in [
            (
                "The Lomé Convention obliges States to protect rivers (art. 12) and to clean lakes (arts. 14 and 15).",
                "arts. 12, 14 and 15",
            ),
            (
                "The Lomé Convention obliges States to keep rivers clean (art. 12), including deep ones (art. 14, para. 2).",
                "arts. 12 and 14 (2)",
            ),
            (
                "The Lomé Convention (LCR) prohibits certain acts (Article 1(1)(c)).",
                "art. 1 (1) (c)",
            ),
            (
                "The Lomé Convention (A/RES/67/172, annex) raises concerns in its articles 24 and 35.",
                "arts. 24 and 35",
            ),
            (
                "Part XII of the Lomé Convention sets out the duty of States to protect rivers (art. 192).",
                "part XII and art. 192",
            ),
            (
                "The Lomé Convention speaks of old age, in its article 25, and of youth.",
                "art. 25",
            ),
            (
                "The Lomé Convention calls, in its paragraph 12, for care.",
                "para. 12",
            ),
            (
                "The Lomé Convention protects rivers. Its article 25 provides for review.",
                "art. 25",
            ),
            (
                "The Lomé Convention protects rivers. Its part III is on lakes.",
                "part III",
            ),
            (
                "Every State party to the Lomé Convention is bound to respect rivers (Article 12).",
                "art. 12",
            ),
        ] {
            assert_eq!(
                places(text)[0],
                format!("Lomé Convention [{wanted}]"),
                "{text}"
            );
        }
    }

    #[test]
    fn several_places_are_one_stretch_of_the_text() {
        let text = "The Lomé Convention protects rivers (art. 12) and lakes (art. 130).";
        let found = scan(text, &Lexicon::default());
        let place = found[0].pinpoint.as_ref().unwrap();
        assert_eq!(&text[place.span.clone()], "art. 12) and lakes (art. 130");
        let text = "Part XII of the Lomé Convention protects rivers (art. 192).";
        let found = scan(text, &Lexicon::default());
        let place = found[0].pinpoint.as_ref().unwrap();
        assert_eq!(&text[place.span.clone()], "Part XII");
    }

    #[test]
    fn places_that_another_text_may_have_are_nobodys() {
        for text in [
            "The report on the Lomé Convention speaks of old age (art. 25).",
            "The Lomé Convention obliges States to amend the criminal code (art. 12).",
            "The Lomé Convention binds the Constitution (art. 12).",
            "The Lomé Convention and its article 25 protect rivers.",
            "The Lomé Convention and, in its article 25, the law protect rivers.",
            "The Lomé Convention protects rivers, as the law says in its article 25.",
            "The Lomé Convention protects rivers. The court met. Its article 25 provides for review.",
            "The Lomé Convention protects rivers. Its article 25 of the code is new.",
            "The Lomé Convention speaks of old age (art. 25 of the code).",
            "The State party acceded to the Lomé Convention and has amended its article 12.",
        ] {
            assert_eq!(places(text), ["Lomé Convention []"], "{text}");
        }
    }
}
