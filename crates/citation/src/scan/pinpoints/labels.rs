//! The labels of a paragraph reference: "15", "3 (a) to (c), 7 and 9-12", "II.A", "73 e".

use std::borrow::Cow;
use std::ops::Range;

use crate::Unit;
use crate::normalise::SECTION_SIGN;
use crate::scan::{cursor, dates};

/// Labels in order, ranges as pairs.
pub(super) type Labels = Vec<(Box<str>, Option<Box<str>>)>;

/// The labels that stand at `at`: "3 (a) to (c), 7 and 9-12", and the offset behind them.
pub(super) fn at(text: &str, at: usize, unit: Unit) -> (Labels, usize) {
    let mut labels = Labels::new();
    let mut end = at;
    let mut next = at;
    while let Some((from, behind)) = label(text, next, unit) {
        if unit == Unit::Goal && !labels.is_empty() && counts(text, next..behind) {
            break;
        }
        end = behind;
        let mut to = None;
        if let Some(joint) = range_joint(text, next..end) {
            // "17(8)-(9)" ends with a paragraph of the same article.
            let paragraph = || {
                let is_inside = text[..end].ends_with(')') && text[joint..].starts_with('(');
                let (last, behind) = is_inside.then(|| parenthesised(text, joint))??;
                Some((Cow::Borrowed(last), behind))
            };
            if let Some((last, behind)) = label(text, joint, unit).or_else(paragraph) {
                to = Some(last.into());
                end = behind;
            }
        }
        labels.push((from.into(), to));
        if matches!(unit, Unit::Article | Unit::Principle | Unit::Rule) {
            end = further_paragraphs(text, end, &mut labels);
        }
        let Some(joint) = joint(text, end) else {
            break;
        };
        next = joint;
    }
    (labels, end)
}

/// How many Sustainable Development Goals there are; others number no more of theirs.
const GOALS: u16 = 17;

/// Whether the `number` of no goal counts what the word behind it says: "Goals 8 and 20 partners".
fn counts(text: &str, number: Range<usize>) -> bool {
    const OTHERS: [&str; 12] = [
        "and", "are", "as", "by", "for", "in", "is", "of", "on", "or", "to", "which",
    ];
    let next = cursor::skip_space(text, number.end);
    let goal = text[number.clone()].parse::<u16>();
    goal.is_ok_and(|goal| goal > GOALS)
        && next > number.end
        && text[next..].starts_with(|c: char| c.is_ascii_lowercase())
        && cursor::any_word(text, next, &OTHERS).is_none()
}

/// The offset behind what joins a label that ends at `at` to another.
fn joint(text: &str, at: usize) -> Option<usize> {
    cursor::joint(text, at, &[","], &["and", "or", "&"])
}

/// Adds the paragraphs at `at` of the article that is last in `labels`, as committees cite them, and returns the offset
/// behind them: "9 (paras. 1 and 3)", "9 (1) and (3)".
fn further_paragraphs(text: &str, at: usize, labels: &mut Labels) -> usize {
    let Some((last, None)) = labels.last() else {
        return at;
    };
    let article: Box<str> = last.split(' ').next().unwrap_or_default().into();
    if let Some((paragraphs, end)) = paragraphs_inside(text, at).filter(|_| *article == **last) {
        labels.pop();
        labels
            .extend(paragraphs.map(|paragraph| (format!("{article} ({paragraph})").into(), None)));
        return end;
    }
    let mut end = at;
    while labels.last().is_some_and(|(last, _)| last.ends_with(')'))
        && let Some(next) = joint(text, end)
        && let Some((paragraph, behind)) = parenthesised(text, next)
    {
        // "7 (1) (d) and (2) (a)" goes on with another paragraph, "7 (1) (d) and (e)" inside the same.
        let last = labels.last().map_or("", |(last, _)| last);
        let outer = last.rsplit_once(' ');
        let outer = outer.filter(|(_, inner)| !has_figure(paragraph) && !has_figure(inner));
        let mut label = format!(
            "{} {paragraph}",
            outer.map_or(&*article, |(outer, _)| outer)
        );
        end = behind;
        while let Some((letters, behind)) = parenthesised(text, cursor::skip_space(text, end)) {
            label.extend([" ", letters]);
            end = behind;
        }
        labels.push((label.into(), None));
    }
    end
}

/// Whether a figure stands in `label`.
fn has_figure(label: &str) -> bool {
    label.bytes().any(|byte| byte.is_ascii_digit())
}

/// The figures of "(paras. 1 and 3)" at `at`, and the offset behind.
fn paragraphs_inside(text: &str, at: usize) -> Option<(impl Iterator<Item = &str>, usize)> {
    const WORDS: [&str; 4] = ["paras.", "para.", "paragraphs", "paragraph"];
    let open = cursor::word(text, cursor::skip_space(text, at), "(")?;
    let start = cursor::skip_space(text, cursor::any_word(text, open, &WORDS)?);
    let length = text[start..].find(')')?;
    let figures = &text[start..start + length];
    let is_list = figures
        .split([' ', ',', '\n'])
        .all(|word| matches!(word, "" | "and") || word.bytes().all(|byte| byte.is_ascii_digit()));
    let words = figures.split([' ', ',', '\n']);
    let paragraphs = words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    is_list.then_some((paragraphs, start + length + 1))
}

/// The offset behind a dash or "to" that joins a range, behind the label at `from`.
fn range_joint(text: &str, from: Range<usize>) -> Option<usize> {
    let at = from.end;
    // What is read after the text was folded has the dash as it is written.
    if let Some(dash) = ["-", "–"]
        .iter()
        .find(|dash| text[at..].starts_with(**dash))
    {
        return Some(at + dash.len());
    }
    let next = cursor::skip_space(text, at);
    let behind = match text.as_bytes().get(next) {
        Some(b'-') => spaced_dash(text, from.start, next)?,
        _ => cursor::word(text, next, "to")?,
    };
    Some(cursor::skip_space(text, behind))
}

/// The most paragraphs that a range with a dash between spaces has: more is rather a number of something else.
const SPACED: u16 = 60;

/// The offset behind the dash at `at`, between spaces and behind the label at `first`, where a figure follows that goes
/// on from that and counts nothing: not in "paragraph 5 - 12 States abstained", "paragraph 5 - 3 of the members".
fn spaced_dash(text: &str, first: usize, at: usize) -> Option<usize> {
    let start = cursor::skip_space(text, at + 1);
    let figures = cursor::digits(text, start);
    let from: u16 = cursor::digits(text, first).parse().ok()?;
    let to: u16 = figures.parse().ok().filter(|_| figures.len() < 4)?;
    let behind = start + figures.len();
    let next = cursor::skip_space(text, behind);
    // "paragraphs 5 - 12 of resolution 67/172".
    let several = text[..first].trim_end().trim_end_matches('.');
    let is_of = several.ends_with('s') && cursor::word(text, next, "of").is_some();
    let is_counted = next > behind
        && text[next..].starts_with(|c: char| c.is_ascii_alphabetic())
        && cursor::any_word(text, next, &["and", "or"]).is_none()
        && !is_of;
    (to > from && to - from < SPACED && !is_counted).then_some(at + 1)
}

/// One printed label: `15`, `7 (b)`, `5bis`, `IV`, `II.A`.
fn label(text: &str, at: usize, unit: Unit) -> Option<(Cow<'_, str>, usize)> {
    let rest = text.get(at..)?;
    let numeric = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mut end = at;
    let mut label;
    if (1..=4).contains(&numeric) {
        // A number that goes on (67/172, 2.5 million, 20 December 2012) is no label.
        // "142.120", as the recommendations of a review are numbered.
        let most = if numeric == 3 { 3 } else { 2 };
        let numeric = numeric + decimals(&rest[numeric..], most);
        let after = &rest[numeric..];
        let goes_on = after.starts_with(['/', '%'])
            || after.starts_with(['.', ','])
                && after[1..].starts_with(|c: char| c.is_ascii_digit())
            || after.starts_with(|c: char| c.is_ascii_alphabetic())
                && inserted(after).is_none()
                && !(has_capitals(unit) && is_capital(after));
        if goes_on || is_date(text, at) || is_listed_number(after) {
            return None;
        }
        end += numeric;
        if let Some(letters) = inserted(after) {
            end += letters.len();
        } else if let Some(letters) = after.strip_prefix(' ').and_then(inserted) {
            end += 1 + letters.len();
        } else if has_capitals(unit) && is_capital(after) {
            end += 1;
        } else if unit == Unit::Article && is_lettered(after)
            || unit == Unit::Target && is_lettered_target(after)
        {
            end += 2;
        } else if unit == Unit::Indicator && is_lettered_indicator(after) {
            end += 2 + decimals(&after[2..], 2);
        }
        label = Cow::Borrowed(&text[at..end]);
    } else if let Some(length) = numbered_in_part(rest).filter(|_| unit == Unit::Paragraph) {
        end += length;
        label = Cow::Borrowed(&text[at..end]);
    } else if unit == Unit::Paragraph || unit == Unit::Preambular {
        let (letters, behind) = parenthesised(text, at)?;
        label = Cow::Borrowed(letters);
        end = behind;
    } else if let Some((count, behind)) = in_words(text, at, unit) {
        label = Cow::Borrowed(count);
        end = behind;
    } else {
        let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = &rest[..letters];
        let roman = crate::Roman::parse(word).is_some();
        let single = letters == 1 && word.as_bytes()[0].is_ascii_uppercase();
        // ", vol. I, and A/64/40": a symbol begins.
        if !roman && !single || rest[letters..].starts_with('/') {
            return None;
        }
        end += letters;
        // "II.A", "II.A.3".
        while text[end..].starts_with('.')
            && text[end + 1..].starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
        {
            let inner = text[end + 1..]
                .bytes()
                .take_while(u8::is_ascii_alphanumeric)
                .count();
            end += 1 + inner;
        }
        label = Cow::Borrowed(&text[at..end]);
    }
    if let Some((paragraph, behind)) = signed(text, end).filter(|_| unit == Unit::Article) {
        label.to_mut().extend([" (", paragraph, ")"]);
        end = behind;
    }
    while let Some((letters, behind)) = parenthesised(text, cursor::skip_space(text, end)) {
        label.to_mut().extend([" ", letters]);
        end = behind;
    }
    Some((label, end))
}

/// The paragraph of an article behind its sign at `at`, as courts cite it, and the offset behind it: the "1" of "article 6
/// § 1".
fn signed(text: &str, at: usize) -> Option<(&str, usize)> {
    let sign = cursor::skip_space(text, at);
    let behind = text.get(sign..)?.strip_prefix(SECTION_SIGN)?;
    let start = cursor::skip_space(text, text.len() - behind.len());
    let figures = cursor::digits(text, start);
    let end = start + figures.len();
    let is_whole = (1..=2).contains(&figures.len())
        && !text[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    is_whole.then_some((figures, end))
}

/// The length of "III.15", as the reports on the programme budget number the paragraphs of their parts.
fn numbered_in_part(rest: &str) -> Option<usize> {
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    crate::Roman::parse(&rest[..letters])?;
    let figures = cursor::digits(rest, cursor::word(rest, letters, ".")?);
    let end = letters + 1 + figures.len();
    ((1..=3).contains(&figures.len()) && !rest[end..].starts_with('/')).then_some(end)
}

/// Numbers in words, as reports number their parts: "part one".
const COUNTS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// The number in words at `at`, and the offset behind it, where parts and chapters are counted.
fn in_words(text: &str, at: usize, unit: Unit) -> Option<(&'static str, usize)> {
    let counted = matches!(unit, Unit::Part | Unit::Chapter);
    counted.then(|| {
        COUNTS
            .iter()
            .find_map(|count| Some((*count, cursor::word(text, at, count)?)))
    })?
}

/// The length, of `most` figures each, of ".3" and ".4.2" in "8.3" and "8.4.2", which some documents number their paragraphs with.
fn decimals(after: &str, most: usize) -> usize {
    if !after.starts_with('.') {
        return 0;
    }
    let mut length = 0;
    while after[length..].starts_with('.') {
        let digits = cursor::digits(after, length + 1).len();
        if !(1..=most).contains(&digits) {
            break;
        }
        length += 1 + digits;
    }
    let amount = cursor::any_word(after, cursor::skip_space(after, length), &AMOUNTS).is_some();
    if amount { 0 } else { length }
}

/// Words behind a number that counts something.
const AMOUNTS: [&str; 5] = ["million", "billion", "trillion", "per", "percent"];

/// "bis" in "15bis" and "15 bis".
fn inserted(after: &str) -> Option<&'static str> {
    if !after.starts_with(['b', 't', 'q']) {
        return None;
    }
    ["bis", "ter", "quater"].into_iter().find(|letters| {
        after
            .strip_prefix(letters)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// Whether a letter follows as in "Article 73 e of the Charter".
fn is_lettered(after: &str) -> bool {
    match after.as_bytes() {
        [b' ', b'b'..=b'z', rest @ ..] => rest.starts_with(b" of") || rest.starts_with(b","),
        _ => false,
    }
}

/// Whether what has the unit may have a capital behind its figure: "article 1F", "guideline 8B".
fn has_capitals(unit: Unit) -> bool {
    matches!(unit, Unit::Article | Unit::Guideline)
}

/// Whether a capital follows that belongs to the figure, as in "article 1F".
fn is_capital(after: &str) -> bool {
    match after.as_bytes() {
        [b'A'..=b'F', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
        _ => false,
    }
}

/// Whether a letter follows as in "target 10.c".
fn is_lettered_target(after: &str) -> bool {
    match after.as_bytes() {
        [b'.', b'a'..=b'z', rest @ ..] => !rest.first().is_some_and(u8::is_ascii_alphanumeric),
        _ => false,
    }
}

/// Whether a letter and a figure follow as in "indicator 10.c.1".
fn is_lettered_indicator(after: &str) -> bool {
    matches!(after.as_bytes(), [b'.', b'a'..=b'z', b'.', b'0'..=b'9', ..])
}

/// "paragraphs 5, 67/172" lists a resolution, not a paragraph.
fn is_listed_number(after: &str) -> bool {
    after.starts_with(" (")
        && after[2..].bytes().take_while(u8::is_ascii_digit).count() == 4
        && after[6..].starts_with(')')
}

fn is_date(text: &str, at: usize) -> bool {
    dates::at_start(text, at).is_some()
}

/// `(b)`, `(iv)`, `(1)` at `at`.
fn parenthesised(text: &str, at: usize) -> Option<(&str, usize)> {
    let inner = text.get(at..)?.strip_prefix('(')?;
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let small = inner[..length]
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !(1..=4).contains(&length) || !small || !inner[length..].starts_with(')') {
        return None;
    }
    let roman = inner[..length]
        .bytes()
        .all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    if length > 2 && !roman {
        return None;
    }
    let end = at + length + 2;
    Some((&text[at..end], end))
}
