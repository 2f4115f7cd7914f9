//! The steps of a paragraph reference: a unit in its words and the labels behind it, from the outermost place inwards.

use super::counted::{counted, counted_of_article, counted_paragraphs, ordinal};
use super::labels::{self, Labels};
use super::several;
use crate::normalise::SECTION_SIGN;
use crate::scan::cursor;
use crate::{Pinpoint, Step, Unit, words};

/// Words for paragraphs of a sort, which may be counted in words: "fourth preambular paragraph".
const OF_A_SORT: [(&str, &str, Unit); 12] = [
    ("preambular", "paragraphs", Unit::Preambular),
    ("preambular", "paragraph", Unit::Preambular),
    ("preambular", "paras.", Unit::Preambular),
    ("preambular", "para.", Unit::Preambular),
    ("operative", "paras.", Unit::Paragraph),
    ("operative", "para.", Unit::Paragraph),
    ("operative", "paragraphs", Unit::Paragraph),
    ("operative", "paragraph", Unit::Paragraph),
    ("operative", "clauses", Unit::Paragraph),
    ("operative", "clause", Unit::Paragraph),
    ("strategic", "objectives", Unit::Objective),
    ("strategic", "objective", Unit::Objective),
];

/// Words for units by their first letter, the longer before those that they begin with.
const UNITS: [(u8, &[(&str, Unit)]); 10] = [
    (
        b'p',
        &[
            ("paragraphs", Unit::Paragraph),
            ("paragraph", Unit::Paragraph),
            ("paras.", Unit::Paragraph),
            ("para.", Unit::Paragraph),
            ("paras", Unit::Paragraph),
            ("para", Unit::Paragraph),
            ("preamble", Unit::Preamble),
            ("parts", Unit::Part),
            ("part", Unit::Part),
            ("principles", Unit::Principle),
            ("principle", Unit::Principle),
            ("pages", Unit::Page),
            ("page", Unit::Page),
            ("pillars", Unit::Pillar),
            ("pillar", Unit::Pillar),
            ("pp.", Unit::Page),
            ("p.", Unit::Page),
        ],
    ),
    (
        b'a',
        &[
            ("articles", Unit::Article),
            ("article", Unit::Article),
            ("arts.", Unit::Article),
            ("art.", Unit::Article),
            ("arts", Unit::Article),
            ("art", Unit::Article),
            ("annexes", Unit::Annex),
            ("annex", Unit::Annex),
            ("appendices", Unit::Appendix),
            ("appendix", Unit::Appendix),
            ("actions", Unit::Action),
            ("action", Unit::Action),
        ],
    ),
    (
        b's',
        &[
            ("subparas.", Unit::Paragraph),
            ("subpara.", Unit::Paragraph),
            ("subparagraphs", Unit::Paragraph),
            ("subparagraph", Unit::Paragraph),
            ("sections", Unit::Section),
            ("section", Unit::Section),
            ("sects.", Unit::Section),
            ("sect.", Unit::Section),
            ("schedules", Unit::Schedule),
            ("schedule", Unit::Schedule),
        ],
    ),
    (
        b'c',
        &[
            ("chapters", Unit::Chapter),
            ("chapter", Unit::Chapter),
            ("chaps.", Unit::Chapter),
            ("chap.", Unit::Chapter),
            ("ch.", Unit::Chapter),
        ],
    ),
    (
        b'e',
        &[
            ("enclosures", Unit::Enclosure),
            ("enclosure", Unit::Enclosure),
        ],
    ),
    (b'v', &[("vols.", Unit::Volume), ("vol.", Unit::Volume)]),
    (
        b'r',
        &[
            ("rules", Unit::Rule),
            ("rule", Unit::Rule),
            ("regulations", Unit::Regulation),
            ("regulation", Unit::Regulation),
        ],
    ),
    (
        b'g',
        &[
            ("goals", Unit::Goal),
            ("goal", Unit::Goal),
            ("guidelines", Unit::Guideline),
            ("guideline", Unit::Guideline),
        ],
    ),
    (
        b'o',
        &[
            ("objectives", Unit::Objective),
            ("objective", Unit::Objective),
            ("ops.", Unit::Paragraph),
            ("op.", Unit::Paragraph),
        ],
    ),
    (b't', &[("targets", Unit::Target), ("target", Unit::Target)]),
];

/// Codes that notes on negotiations use, beside the signs "§" and "¶" of lawyers, as they are printed: "OP15", "PP4".
const CODES: [(&str, Unit); 4] = [
    ("OPs", Unit::Paragraph),
    ("OP", Unit::Paragraph),
    ("PPs", Unit::Preambular),
    ("PP", Unit::Preambular),
];

/// The steps that stand at `at`: "annex I, para. 4", "chap. IV, sect. A".
pub(super) fn steps(text: &str, at: usize) -> Option<Pinpoint> {
    let (first, mut end) = step(text, at).or_else(|| counted_of_article(text, at))?;
    let mut steps = vec![first];
    let mut last = at;
    while steps.len() < 4 {
        let Some(rest) = text.get(end..) else { break };
        if !rest.starts_with(',') {
            break;
        }
        let next = cursor::skip_space(text, end + 1);
        let outer = steps.last().map(|outer| outer.unit);
        let in_article =
            || (outer == Some(Unit::Article)).then(|| counted_paragraphs(text, next))?;
        let Some((step, behind)) = step(text, next).or_else(in_article) else {
            break;
        };
        match steps.last_mut() {
            Some(outer) if is_letter_of(outer, &step) => outer.labels = joined(outer, &step),
            // "UNDRIP art. 18, art. 19 UDHR": an article stands in no other.
            Some(outer) if outer.unit == step.unit => break,
            _ => {
                steps.push(step);
                last = next;
            }
        }
        end = behind;
    }
    let beside = several::articles(text, [at, last], &mut steps);
    // Prose names the inner place first ("paragraphs 1 to 5 of the annex to"); print outermost first.
    let behind = cursor::skip_space(text, end);
    let comma = cursor::word(text, behind, ",").map(|end| cursor::skip_space(text, end));
    if let Some(of) = cursor::any_word(text, comma.unwrap_or(behind), &["of the", "of"])
        && let Some((mut outer, outer_end)) = step(text, cursor::skip_space(text, of))
    {
        if let [inner] = steps.as_slice()
            && is_letter_of(&outer, inner)
        {
            outer.labels = joined(&outer, inner);
            steps.clear();
        }
        steps.insert(0, outer);
        end = outer_end;
    }
    Some(Pinpoint {
        steps,
        beside,
        span: at..end,
    })
}

/// Whether `inner` are subparagraphs of one paragraph or article: "paragraph 3, subparagraph (b)".
fn is_letter_of(outer: &Step, inner: &Step) -> bool {
    matches!(outer.unit, Unit::Paragraph | Unit::Article)
        && inner.unit == Unit::Paragraph
        && matches!(outer.labels.as_slice(), [(_, None)])
        && !inner.labels.is_empty()
        && inner.labels.iter().all(|(first, _)| first.starts_with('('))
}

/// The labels of `inner` behind the only one of `outer`: "3 (a)" and "3 (c)".
fn joined(outer: &Step, inner: &Step) -> Labels {
    let (outer, _) = &outer.labels[0];
    let inside = inner.labels.iter();
    let label =
        |(first, last): &(Box<str>, _)| (format!("{outer} {first}").into(), Option::clone(last));
    inside.map(label).collect()
}

/// Whether a unit or an ordinal number may stand at `at`: most words are told apart by three letters.
pub(super) fn may_be_unit(text: &str, at: usize) -> bool {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    match rest.first_chunk::<3>() {
        Some(start) => {
            may_begin_unit(start.map(|byte| byte | 0x20))
                || is_code(*start)
                || start[0] == SECTION_SIGN as u8
        }
        // At the end of a text only "§3" is as short.
        None => rest.first() == Some(&(SECTION_SIGN as u8)),
    }
}

/// Whether a code or a sign for paragraphs stands at `at`, before a figure: such need no comma before them.
pub(super) fn is_code_at(text: &str, at: usize) -> bool {
    code(text, at).is_some()
}

/// Whether an annex may stand at `at`, by its name or its ordinal number.
pub(super) fn may_be_annex(text: &str, at: usize) -> bool {
    let start = text.as_bytes().get(at..).unwrap_or_default();
    let named = start
        .first_chunk::<5>()
        .is_some_and(|start| start.eq_ignore_ascii_case(b"annex"));
    named || ordinal(text, at).is_some()
}

/// What units and ordinal numbers begin with, in small letters.
const BEGINNINGS: [&[u8; 3]; 39] = [
    b"par", b"pre", b"ope", b"sub", b"sec", b"art", b"ann", b"app", b"cha", b"pri", b"enc", b"pag",
    b"pp.", b"fir", b"thi", b"fou", b"fif", b"six", b"sev", b"eig", b"nin", b"ten", b"ele", b"twe",
    b"ch.", b"p. ", b"vol", b"rul", b"gui", b"goa", b"obj", b"act", b"tar", b"op.", b"ops", b"reg",
    b"str", b"sch", b"pil",
];

/// By the hash of three letters, which of them begins so, counted from one; each has a place of its own.
static BY_HASH: [u8; 1 << HASH_BITS] = {
    let mut by_hash = [0; 1 << HASH_BITS];
    let mut index = 0;
    while index < BEGINNINGS.len() {
        let place = hash(*BEGINNINGS[index]);
        index += 1;
        assert!(by_hash[place] == 0, "another width of the hash parts them");
        by_hash[place] = index as u8;
    }
    by_hash
};

const HASH_BITS: u32 = 10;

const fn hash([first, second, third]: [u8; 3]) -> usize {
    words::three_bytes(u32::from_le_bytes([first, second, third, 0]), HASH_BITS)
}

/// Whether a unit or an ordinal number begins with three letters, as small ones.
fn may_begin_unit(start: [u8; 3]) -> bool {
    let counted = usize::from(BY_HASH[hash(start)]);
    counted > 0 && *BEGINNINGS[counted - 1] == start
}

/// Whether three bytes begin "OP15", "PP 4", "OPs".
fn is_code([first, second, third]: [u8; 3]) -> bool {
    matches!(first, b'O' | b'P') && second == b'P' && matches!(third, b'0'..=b'9' | b' ' | b's')
}

/// The unit that stands at `at` with its labels, and the offset behind them.
pub(super) fn step(text: &str, at: usize) -> Option<(Step, usize)> {
    if !may_be_unit(text, at) {
        return None;
    }
    if let Some(counted) = counted(text, at) {
        return Some(counted);
    }
    let (unit, unit_end) = of_a_sort(text, at)
        .or_else(|| unit(text, at))
        .or_else(|| code(text, at))?;
    if unit.is_single() {
        let labels = labels::Labels::new();
        return Some((Step { unit, labels }, unit_end));
    }
    let start = cursor::skip_space(text, unit_end);
    let (labels, end) = labels::at(text, start, unit);
    if labels.is_empty() {
        return unit
            .is_attached()
            .then_some((Step { unit, labels }, unit_end));
    }
    if labels.len() > 1
        && is_singular(&text[at..unit_end])
        && lists_pages(&text[start..], end - start)
    {
        return Some(first_of(text, unit, labels, start));
    }
    Some((Step { unit, labels }, end))
}

/// Whether a unit is one: "art.", "article".
fn is_singular(unit: &str) -> bool {
    let word = unit.trim_end_matches('.');
    !word.ends_with(['s', 'S', 'P']) && word.ends_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether figures behind the label of one place are pages of the book, as an index has them: "CRC, art. 10, 60; ICRMW".
/// The labels end at `end` of `text`.
fn lists_pages(text: &str, end: usize) -> bool {
    let listed = &text[..end];
    let behind = text[end..].strip_prefix('.').unwrap_or(&text[end..]);
    let closes = behind.is_empty() || behind.starts_with([';', '\n']);
    closes
        && !["and", "or", "&"]
            .iter()
            .any(|joint| listed.contains(joint))
}

/// The first of `labels`, which begin at `start`.
fn first_of(text: &str, unit: Unit, labels: labels::Labels, start: usize) -> (Step, usize) {
    let end = start + text[start..].find(',').unwrap_or_default();
    let labels = labels.into_iter().take(1).collect();
    (Step { unit, labels }, end)
}

/// "OP", "PPs", "§§", "¶" at `at`, before a figure.
fn code(text: &str, at: usize) -> Option<(Unit, usize)> {
    let rest = text.get(at..)?;
    let signs = rest
        .bytes()
        .take_while(|byte| *byte == SECTION_SIGN as u8)
        .count();
    let (length, unit) = match signs {
        0 => {
            let (written, unit) = CODES
                .iter()
                .find(|(written, _)| cursor::begins(rest, written))?;
            (written.len(), unit)
        }
        1 | 2 => (signs, &Unit::Paragraph),
        _ => return None,
    };
    let end = at + length;
    let figure = text[end..].trim_start_matches(' ');
    figure
        .starts_with(|c: char| c.is_ascii_digit())
        .then_some((*unit, end))
}

/// The unit at `at`, and the offset behind it.
fn unit(text: &str, at: usize) -> Option<(Unit, usize)> {
    let initial = initial(text, at)?;
    let (_, units) = UNITS.iter().find(|(letter, _)| *letter == initial)?;
    let letters = words::letters(text.as_bytes(), at);
    units
        .iter()
        // All are letters alone, but for a full stop at the end.
        .filter(|(written, _)| matches!(written.len() - letters.min(written.len()), 0 | 1))
        .find_map(|(written, unit)| Some((*unit, cursor::word(text, at, written)?)))
}

/// The unit of two words that says of which sort the paragraphs are, at `at`, and the offset behind it.
pub(super) fn of_a_sort(text: &str, at: usize) -> Option<(Unit, usize)> {
    let [first, second] = *text.as_bytes().get(at..)?.first_chunk()?;
    let letters = (first | 0x20, second | 0x20);
    matches!(letters, (b'p', b'r') | (b'o', b'p') | (b's', b't')).then_some(())?;
    OF_A_SORT
        .iter()
        .find_map(|(first, second, unit)| Some((*unit, unit_words(text, at, first, second)?)))
}

/// The letter at `at`, small.
pub(super) fn initial(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).map(u8::to_ascii_lowercase)
}

/// Like [`cursor::word`], for two words that a line break may part.
fn unit_words(text: &str, at: usize, first: &str, second: &str) -> Option<usize> {
    let behind = cursor::word(text, at, first)?;
    cursor::word(text, cursor::skip_space(text, behind), second)
}
