//! Paragraph references beside a citation: "paragraphe 15 de la résolution", "пункт 6 b) резолюции",
//! "المادة 3 من اتفاقية".

use std::ops::Range;

use super::words::{Role, Words};
use super::{Grammar, bodies, cursor, dates, number};
use crate::{Pinpoint, Roman, Step, Unit};

/// How far before a citation its paragraph reference may begin, in bytes.
const REACH: usize = 200;

/// Most steps a reference has: annex, section, paragraph, subparagraph.
const DEEPEST: usize = 4;

type Labels = Vec<(Box<str>, Option<Box<str>>)>;

/// The unit that a table names.
pub(super) fn unit(value: &str) -> Unit {
    match value {
        "preambular" => Unit::Preambular,
        "article" => Unit::Article,
        "section" => Unit::Section,
        "chapter" => Unit::Chapter,
        "annex" => Unit::Annex,
        "appendix" => Unit::Appendix,
        _ => Unit::Paragraph,
    }
}

/// The paragraph reference that follows `at`, behind a comma or in parentheses.
pub(super) fn after(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    // A symbol may stand in parentheses of its own: "(A/68/10), par. 183".
    let closed = cursor::sign(text, at, ')').or_else(|| cursor::sign(text, at, ']'));
    let start = cursor::skip_space(text, closed.unwrap_or(at));
    let (sign, behind) = cursor::next(text, start)?;
    let start = match sign {
        ',' => cursor::skip_note(text, behind),
        '(' => behind,
        _ => return None,
    };
    let pinpoint = steps(text, introduced(text, start, grammar), grammar)?;
    (sign == '(' || !belongs_to_what_follows(text, pinpoint.span.end, grammar)).then_some(pinpoint)
}

/// The offset behind ", notamment ses", ", en su" and their like at `at`.
fn introduced(text: &str, at: usize, grammar: &dyn Grammar) -> usize {
    let words = grammar.words();
    let skipped = |role, at| cursor::skip_space(text, words.skip(role, text, at));
    skipped(Role::Its, skipped(Role::Lead, cursor::skip_space(text, at)))
}

/// ", annexe II du rapport", ", пункт 5 доклада".
fn belongs_to_what_follows(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let next = cursor::skip_space(text, at);
    if let Some(comma) = cursor::sign(text, next, ',') {
        return is_owner(text, cursor::skip_space(text, comma), grammar);
    }
    // "، والفقرتان 5 و 6 من منطوق القرار 1373": the words of the operative part take the joining word with them.
    let joined = [
        Role::Of,
        Role::Place,
        Role::Elsewhere,
        Role::Act,
        Role::ItsAct,
    ]
    .into_iter()
    .any(|role| grammar.word(role, text, next).is_some());
    // Where names need no joining word, any word may be one.
    let has_joints = !grammar.words().all(Role::By).is_empty();
    let named = !has_joints && cursor::is_letter(text, next) && grammar.and(text, next).is_none();
    joined || named
}

/// Whether the owner of the reference before a comma stands at `at`: ", article 3, paragraphe 1, de la Charte",
/// ", статья 4, пункт 2, Пакта". A body is that of the number before.
fn is_owner(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let has_joints = !grammar.words().all(Role::By).is_empty();
    if bodies::between(text, at, grammar).is_some() {
        return false;
    }
    if has_joints {
        return grammar.word(Role::Of, text, at).is_some();
    }
    text[at..].starts_with(char::is_uppercase) && grammar.and(text, at).is_none()
}

/// The paragraph reference that ends right before `phrase_start`, with or without "of" between.
pub(super) fn before(text: &str, phrase_start: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    let spaced = cursor::before_space(text, phrase_start);
    let words = grammar.words();
    let joined = [Role::Of, Role::Place]
        .into_iter()
        .find_map(|role| words.before(role, text, spaced))
        .or_else(|| words.before(Role::Of, text, phrase_start));
    let has_joints = !words.all(Role::By).is_empty();
    let end = match joined {
        Some((_, start)) => {
            // "l'article 3, paragraphe 1, de la Convention".
            let end = cursor::before_space(text, start);
            text[..end].strip_suffix(',').map_or(end, str::len)
        }
        // "الفقرة 4 من ديباجة القرار": a part of the document by name needs no "of" behind it.
        None if has_joints => {
            words
                .before(Role::Preambular, text, spaced)
                .or_else(|| words.before(Role::Operative, text, spaced))?;
            spaced
        }
        None => spaced,
    };
    steps_up_to(text, end, grammar)
}

/// The reference that ends at `end`: of all that do, the one that begins first, so that "section II,
/// paragraphe 5" begins at the section.
fn steps_up_to(text: &str, end: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    if !may_close(text, end, grammar.words()) {
        return None;
    }
    let abbreviations = grammar.words().all(Role::Abbreviation);
    let floor = cursor::sentence_start(text, end, REACH, abbreviations);
    text[floor..end]
        .char_indices()
        .map(|(offset, character)| (floor + offset, character))
        .filter(|(at, character)| character.is_alphabetic() && !cursor::follows_word(text, *at))
        .filter_map(|(at, _)| steps(text, at, grammar))
        .find(|pinpoint| pinpoint.span.end == end)
}

/// Whether a reference may end at `end`: in a figure, a letter by itself, a closing parenthesis, or one of
/// the words that need no label.
fn may_close(text: &str, end: usize, words: &Words) -> bool {
    let Some((last, start)) = cursor::previous(text, end) else {
        return false;
    };
    last.is_ascii_digit()
        || matches!(last, ')' | '»' | '”' | '"')
        || cursor::capital(text, start).is_some()
        || [
            Role::Unit,
            Role::Preambular,
            Role::Operative,
            Role::Ordinal,
            Role::Letter,
        ]
        .into_iter()
        .any(|role| words.before(role, text, end).is_some())
}

/// The steps that stand at `at`: "annexe I, par. 4", "alinéa b) du paragraphe 4".
fn steps(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    let (first, mut end) = step(text, at, grammar)?;
    let mut steps = vec![first];
    while steps.len() < DEEPEST
        && let Some(comma) = cursor::sign(text, end, ',')
        && let Some((step, behind)) = step(text, cursor::skip_space(text, comma), grammar)
    {
        steps.push(step);
        end = behind;
    }
    // Prose names the inner place first ("paragraphe 3 de l'annexe I"); outermost comes first here.
    while steps.len() < DEEPEST
        && let Some((step, behind)) = outer_step(text, end, grammar)
    {
        steps.insert(0, step);
        end = behind;
    }
    Some(Pinpoint {
        steps,
        beside: Vec::new(),
        span: at..end,
    })
}

fn outer_step(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Step, usize)> {
    let next = cursor::skip_space(text, at);
    if next == at {
        return None;
    }
    let joined = grammar.word(Role::Of, text, next);
    let has_joints = !grammar.words().all(Role::By).is_empty();
    match joined {
        Some((_, end)) => step(text, cursor::skip_space(text, end), grammar),
        None if has_joints => None,
        None => step(text, next, grammar),
    }
}

fn step(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Step, usize)> {
    let (value, unit_end) = grammar.word(Role::Unit, text, at)?;
    let mut unit = unit(value);
    let spaced = cursor::skip_space(text, unit_end);
    let (labels, mut end) = labels(text, spaced, unit, grammar);
    if labels.is_empty() {
        let bare = matches!(unit, Unit::Annex | Unit::Appendix);
        return bare.then_some((Step { unit, labels }, unit_end));
    }
    let next = cursor::skip_space(text, end);
    if unit == Unit::Paragraph && next > end {
        if let Some((_, behind)) = grammar.word(Role::Preambular, text, next) {
            unit = Unit::Preambular;
            end = behind;
        } else if let Some((_, behind)) = grammar.word(Role::Operative, text, next) {
            end = behind;
        }
    }
    Some((Step { unit, labels }, end))
}

fn labels(text: &str, at: usize, unit: Unit, grammar: &dyn Grammar) -> (Labels, usize) {
    let mut labels = Labels::new();
    let mut end = at;
    let mut next = at;
    while let Some((from, behind)) = label(text, next, unit, grammar) {
        end = behind;
        let to = range_joint(text, end, grammar)
            .and_then(|joint| label(text, joint, unit, grammar))
            .map(|(last, behind)| {
                end = behind;
                last.into()
            });
        labels.push((from.into(), to));
        let Some(joint) = list_joint(text, end, grammar) else {
            break;
        };
        next = joint;
    }
    (labels, end)
}

fn range_joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    if let Some(end) = cursor::sign(text, at, '-') {
        return Some(end);
    }
    let next = cursor::skip_space(text, at);
    if let Some(end) = cursor::sign(text, next, '-') {
        return Some(cursor::skip_space(text, end));
    }
    let (_, end) = grammar.word(Role::To, text, next)?;
    Some(cursor::skip_space(text, end))
}

fn list_joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let spaced = cursor::skip_space(text, at);
    let comma = cursor::sign(text, spaced, ',').map(|end| cursor::skip_space(text, end));
    let next = comma.unwrap_or(spaced);
    match grammar.and(text, next) {
        Some(behind) => Some(cursor::skip_space(text, behind)),
        None => comma,
    }
}

/// One printed label as English writes it: `15`, `7 (b)`, `IV`, `A`.
fn label(text: &str, at: usize, unit: Unit, grammar: &dyn Grammar) -> Option<(String, usize)> {
    let is_dotted = dotted(text, at, unit).is_some();
    let (mut label, mut end) = if let Some(run) = cursor::digits(text, at).filter(|_| !is_dotted) {
        let listed = number::at(text, at, grammar).is_some();
        let dated = dates::at_start(text, at, grammar).is_some() || is_day(text, run.end, grammar);
        let ends = ends_label(text, run.end) || follows_first(text, run, grammar);
        if run.count > 4 || listed || dated || !ends {
            return None;
        }
        let first = grammar.words().at(Role::First, text, run.end);
        let end = first.map_or(run.end, |(_, end)| end);
        (run.value.to_string(), end)
    } else if let Some(dotted) = dotted(text, at, unit) {
        dotted
    } else if unit == Unit::Article
        && let Some((first, end)) = grammar.word(Role::Ordinal, text, at)
    {
        (first.to_owned(), end)
    } else if matches!(unit, Unit::Paragraph | Unit::Preambular) {
        subparagraph(text, at, grammar)?
    } else {
        outer_label(text, at, grammar)?
    };
    if unit == Unit::Article
        && let Some((paragraph, behind)) = own_paragraphs(text, end, grammar)
    {
        label.push_str(&paragraph);
        return Some((label, behind));
    }
    while let Some((letters, behind)) = subparagraph(text, cursor::skip_space(text, end), grammar) {
        label.push(' ');
        label.push_str(&letters);
        end = behind;
    }
    Some((label, end))
}

/// "(par. 3 a))" behind the number of an article that is one of several: ` (3) (a)`, nothing for more paragraphs
/// than one, and the offset behind the parentheses.
fn own_paragraphs(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(String, usize)> {
    let open = cursor::sign(text, cursor::skip_space(text, at), '(')?;
    let (step, end) = step(text, cursor::skip_space(text, open), grammar)?;
    let closed = cursor::sign(text, end, ')').filter(|_| step.unit == Unit::Paragraph)?;
    let paragraph = match step.labels.as_slice() {
        [(only, None)] if only.starts_with('(') => format!(" {only}"),
        [(only, None)] => {
            let (number, below) = only.split_once(' ').unwrap_or((only, ""));
            format!(" ({number}) {below}").trim_end().to_owned()
        }
        _ => String::new(),
    };
    Some((paragraph, closed))
}

/// "8.1" at `at`, an article and its paragraph as ` 8 (1)`, and the offset behind.
fn dotted(text: &str, at: usize, unit: Unit) -> Option<(String, usize)> {
    let article = cursor::digits(text, at).filter(|run| run.count <= 3 && unit == Unit::Article)?;
    let paragraph = cursor::digits(text, cursor::sign(text, article.end, '.')?)?;
    let fits = paragraph.count <= 2 && ends_label(text, paragraph.end);
    let label = format!("{} ({})", article.value, paragraph.value);
    fits.then_some((label, paragraph.end))
}

/// Whether the ending of "1er" follows the number 1.
fn follows_first(text: &str, run: cursor::Digits, grammar: &dyn Grammar) -> bool {
    let first = grammar.words().at(Role::First, text, run.end);
    run.value == 1 && first.is_some_and(|(_, end)| ends_label(text, end))
}

/// Whether a label may end at `end`: no stroke, decimal or word goes on; a dash opens a range.
fn ends_label(text: &str, end: usize) -> bool {
    match cursor::next(text, end) {
        None => true,
        Some(('/' | '%', _)) => false,
        Some(('.' | ',', behind)) => cursor::digits(text, behind).is_none(),
        Some((found, _)) => !found.is_alphanumeric(),
    }
}

/// "5 et 12 décembre": a day without its year.
fn is_day(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let next = cursor::skip_space(text, grammar.words().skip(Role::OfDate, text, at));
    grammar.words().at(Role::Month, text, next).is_some()
}

/// The label of a section, chapter or annex: a Roman numeral, a letter, an ordinal in words.
fn outer_label(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(String, usize)> {
    if let Some((number, end)) = grammar.word(Role::Ordinal, text, at) {
        let numeral = Roman::new(number.parse().ok()?)?;
        return Some((numeral.to_string(), end));
    }
    let mut numeral = String::new();
    let mut end = at;
    while let Some((letter, behind)) = cursor::capital(text, end) {
        numeral.push(letter);
        end = behind;
    }
    if !cursor::is_letter(text, end) && Roman::parse(&numeral).is_some() {
        return Some((numeral, end));
    }
    let (letter, end) = grammar.letter(text, at)?;
    Some((letter.to_string(), end))
}

/// `(b)`, `b)`, `(iv)`, `(ب)` at `at`, as `(b)`.
pub(super) fn subparagraph(
    text: &str,
    at: usize,
    grammar: &dyn Grammar,
) -> Option<(String, usize)> {
    if let Some(quoted) = quoted_letter(text, at, grammar) {
        return Some(quoted);
    }
    let start = cursor::sign(text, at, '(').unwrap_or(at);
    let (letters, end) = match grammar.words().at(Role::Label, text, start) {
        Some((letter, end)) => (letter.to_owned(), end),
        None => latin_letters(text, start)?,
    };
    let roman = letters
        .bytes()
        .all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let short = letters.len() == 1 || roman && letters.len() <= 4;
    let closed = cursor::sign(text, end, ')')?;
    // A figure needs both parentheses: "2012)" closes something else.
    let figure = letters.bytes().all(|byte| byte.is_ascii_digit());
    (short && (!figure || start > at)).then(|| (format!("({letters})"), closed))
}

/// `«b»`, `"b"` at `at`, as Russian texts write the letter of a subparagraph, as `(b)`.
fn quoted_letter(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(String, usize)> {
    let (open, behind) = cursor::next(text, at)?;
    let close = match open {
        '«' => '»',
        '“' => '”',
        '"' => '"',
        _ => return None,
    };
    let (letter, end) = match grammar.words().at(Role::Label, text, behind) {
        Some((letter, end)) => (letter.to_owned(), end),
        None => latin_letters(text, behind).filter(|(letters, _)| letters.len() == 1)?,
    };
    let closed = cursor::sign(text, end, close)?;
    Some((format!("({letter})"), closed))
}

fn latin_letters(text: &str, at: usize) -> Option<(String, usize)> {
    let mut letters = String::new();
    let mut end = at;
    while let Some((found @ ('a'..='z' | '0'..='9'), behind)) = cursor::next(text, end) {
        letters.push(found);
        end = behind;
        if letters.len() > 4 {
            return None;
        }
    }
    (!letters.is_empty()).then_some((letters, end))
}

/// Joins a place and what stands in it into one reference.
pub(super) fn joined(steps: Vec<Step>, span: Range<usize>) -> Option<Pinpoint> {
    (!steps.is_empty()).then_some(Pinpoint {
        steps,
        beside: Vec::new(),
        span,
    })
}
