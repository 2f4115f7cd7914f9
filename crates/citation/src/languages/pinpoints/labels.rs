//! The labels of a paragraph reference in other languages than English: "15", "7 b)", "8.1", "«b»", "IV".

use super::step;
use crate::languages::words::Role;
use crate::languages::{Grammar, Language, cursor, dates, number};
use crate::{Roman, Step, Unit};

type Labels = Vec<(Box<str>, Option<Box<str>>)>;

/// The labels that stand at `at`, and the offset behind them.
pub(super) fn at(text: &str, at: usize, unit: Unit, grammar: &dyn Grammar) -> (Labels, usize) {
    let mut labels = Labels::new();
    let mut end = at;
    let mut next = at;
    while let Some((from, behind)) = label(text, next, unit, grammar) {
        end = behind;
        let to = range_joint(text, end, grammar)
            .and_then(|joint| label(text, joint, unit, grammar))
            .map(|(last, behind)| {
                end = behind;
                last
            });
        labels.push(match to {
            // "الفقرة 9-2" is what others write "9.2".
            Some(to) if runs_backwards(&from, &to, grammar) => {
                (format!("{from}.{to}").into(), None)
            }
            to => (from.into(), to.map(Into::into)),
        });
        let Some(joint) = list_joint(text, end, grammar) else {
            break;
        };
        next = joint;
    }
    (labels, end)
}

fn runs_backwards(from: &str, to: &str, grammar: &dyn Grammar) -> bool {
    let [from, to] = [from, to].map(|label| label.parse::<u16>().ok());
    grammar.language() == Language::Arabic && from.is_some() && to.is_some() && to < from
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

/// The offset behind a comma or a joining word at `at`, or both.
pub(in crate::languages) fn list_joint(
    text: &str,
    at: usize,
    grammar: &dyn Grammar,
) -> Option<usize> {
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
        in_part(text, at).or_else(|| subparagraph(text, at, grammar))?
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
    Some((in_article(&step), closed))
}

/// The `paragraph` as it stands behind the number of its article: ` (3) (a)`, nothing for more paragraphs than one.
pub(super) fn in_article(paragraph: &Step) -> String {
    match paragraph.labels.as_slice() {
        [(only, None)] if only.starts_with('(') => format!(" {only}"),
        [(only, None)] => {
            let (number, below) = only.split_once(' ').unwrap_or((only, ""));
            format!(" ({number}) {below}").trim_end().to_owned()
        }
        _ => String::new(),
    }
}

/// "8.1" at `at`, an article and its paragraph as ` 8 (1)`, of other units as it is, and the offset behind.
fn dotted(text: &str, at: usize, unit: Unit) -> Option<(String, usize)> {
    let outer = cursor::digits(text, at).filter(|run| run.count <= 3)?;
    let inner = cursor::digits(text, cursor::sign(text, outer.end, '.')?)?;
    let fits = inner.count <= 2 && ends_label(text, inner.end);
    let label = match unit {
        Unit::Article => format!("{} ({})", outer.value, inner.value),
        _ => format!("{}.{}", outer.value, inner.value),
    };
    fits.then_some((label, inner.end))
}

/// "IV.22" at `at`, as the Advisory Committee numbers its paragraphs, and the offset behind.
fn in_part(text: &str, at: usize) -> Option<(String, usize)> {
    let (part, end) = numeral(text, at)?;
    let number = cursor::digits(text, cursor::sign(text, end, '.')?)?;
    let is_whole = number.count <= 3 && ends_label(text, number.end);
    is_whole.then(|| (format!("{part}.{}", number.value), number.end))
}

/// The Roman numeral at `at`, and the offset behind it.
fn numeral(text: &str, at: usize) -> Option<(String, usize)> {
    let mut numeral = String::new();
    let mut end = at;
    while let Some((letter, behind)) = cursor::capital(text, end) {
        numeral.push(letter);
        end = behind;
    }
    let is_whole = !cursor::is_letter(text, end) && Roman::parse(&numeral).is_some();
    is_whole.then_some((numeral, end))
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
        Some((found, _)) => !cursor::is_alphanumeric(found),
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
    // "sect. III, et S/2023/363": a symbol begins.
    let begins_symbol = |end: usize| matches!(cursor::next(text, end), Some(('/', _)));
    if let Some((numeral, end)) = numeral(text, at) {
        // "secc. II.B".
        if let Some((letter, behind)) =
            cursor::sign(text, end, '.').and_then(|stop| cursor::capital(text, stop))
            && ends_label(text, behind)
        {
            return Some((format!("{numeral}.{letter}"), behind));
        }
        return (!begins_symbol(end)).then_some((numeral, end));
    }
    let (letter, end) = grammar.letter(text, at)?;
    (!begins_symbol(end)).then(|| (letter.to_string(), end))
}

/// `(b)`, `b)`, `(iv)`, `(ب)` at `at`, as `(b)`.
pub(in crate::languages) fn subparagraph(
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
