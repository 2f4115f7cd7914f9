//! Paragraph references in Chinese, which follow what they belong to: "第67/172号决议第15段",
//! "《公约》第十八条第三款", "附件一".

use super::super::pinpoints::{self, subparagraph};
use super::super::words::Role;
use super::super::{Grammar, cursor};
use super::{OPENS, WORDS, numerals};
use crate::{Pinpoint, Roman, Step, Unit};

/// The paragraph reference behind a citation that ends at `at`.
pub(super) fn after(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    let mut start = at;
    for closing in [')', ']', '》', '”'] {
        start = cursor::sign(text, start, closing).unwrap_or(start);
    }
    if let Some((_, end)) = WORDS.at(Role::Document, text, start) {
        start = end;
    }
    let spaced = cursor::skip_space(text, start);
    start = [',', '(', '的']
        .into_iter()
        .find_map(|sign| cursor::sign(text, spaced, sign))
        .unwrap_or(spaced);
    start = cursor::skip_space(text, start);
    let mut steps: Vec<Step> = Vec::new();
    let (mut end, mut next) = (start, start);
    while let Some((step, behind)) = step(text, next, grammar) {
        match steps.last_mut() {
            // "第二条、第三条和第二十六条" counts the same thing.
            Some(last) if last.unit == step.unit => last.labels.extend(step.labels),
            _ => steps.push(step),
        }
        end = behind;
        next = cursor::sign(text, end, ',').map_or(end, |end| cursor::skip_space(text, end));
    }
    let pinpoint = pinpoints::joined(steps, start..end)?;
    let both = || {
        let (_, and) = WORDS.at(Role::And, text, end)?;
        let (sibling, end) = step(text, and, grammar)?;
        if sibling.unit == Unit::Article {
            return pinpoints::with_article(&pinpoint, sibling, end);
        }
        pinpoints::beside(&pinpoint, sibling, end)
    };
    Some(both().unwrap_or(pinpoint))
}

/// "执行部分第3至5段", "第十八条", "附件一", "A节" at `at`.
fn step(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Step, usize)> {
    if let Some((value, end)) = WORDS.at(Role::Unit, text, at) {
        let unit = pinpoints::unit(value);
        return match unit {
            Unit::Annex | Unit::Appendix => Some(annex(text, end, unit)),
            Unit::Principle | Unit::Rule => part(text, end, unit),
            _ => None,
        };
    }
    let preamble = WORDS.at(Role::Preambular, text, at);
    let start = preamble
        .or_else(|| WORDS.at(Role::Operative, text, at))
        .map_or(at, |(_, end)| end);
    let (mut labels, mut unit, mut end) = counted(text, start, grammar)?;
    // "第3段和第5段" counts the same thing twice.
    while let Some((_, joint)) = WORDS.at(Role::And, text, end)
        && let Some((more, same, behind)) = counted(text, joint, grammar)
        && same == unit
    {
        labels.extend(more);
        end = behind;
    }
    if unit == Unit::Paragraph && preamble.is_some() {
        unit = Unit::Preambular;
    }
    Some((Step { unit, labels }, end))
}

/// "规则45", "原则11和12" behind its unit.
fn part(text: &str, end: usize, unit: Unit) -> Option<(Step, usize)> {
    let mut labels = Labels::new();
    let mut next = end;
    loop {
        let (number, behind) = numerals::number(text, next)?;
        if follows_counter(text, behind) {
            return None;
        }
        labels.push((number.to_string().into(), None));
        let joint = WORDS.at(Role::And, text, behind).map(|(_, end)| end);
        match joint.filter(|end| cursor::digits(text, *end).is_some()) {
            Some(joint) => next = joint,
            None => return Some((Step { unit, labels }, behind)),
        }
    }
}

fn annex(text: &str, end: usize, unit: Unit) -> (Step, usize) {
    if let Some((letter, behind)) = cursor::capital(text, end)
        && !cursor::next(text, behind).is_some_and(|(next, _)| next.is_ascii_alphanumeric())
    {
        let labels = vec![(letter.to_string().into(), None)];
        return (Step { unit, labels }, behind);
    }
    let numeral = numerals::number(text, end)
        .filter(|(_, behind)| !follows_counter(text, *behind))
        .and_then(|(number, behind)| Some((roman(number)?, behind)));
    let (labels, end) = numeral.map_or_else(
        || (Labels::new(), end),
        |(label, end)| (vec![(label, None)], end),
    );
    (Step { unit, labels }, end)
}

/// "附件一段": a counter behind the numeral makes it another word.
fn follows_counter(text: &str, at: usize) -> bool {
    WORDS.at(Role::Unit, text, at).is_some()
}

fn roman(number: u32) -> Option<Box<str>> {
    let numeral = Roman::new(u16::try_from(number).ok()?)?;
    Some(numeral.to_string().into())
}

type Labels = Vec<(Box<str>, Option<Box<str>>)>;

/// "第3、4和7至9段", "A节": labels, what they count, and the offset behind.
fn counted(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Labels, Unit, usize)> {
    if let Some((letter, end)) = cursor::capital(text, at)
        && let Some((value, end)) = WORDS.at(Role::Unit, text, end)
    {
        let labels = vec![(letter.to_string().into(), None)];
        return Some((labels, pinpoints::unit(value), end));
    }
    let mut next = cursor::sign(text, at, OPENS)?;
    let mut numbers: Vec<(Label, Option<Label>)> = Vec::new();
    let mut end;
    loop {
        let (from, behind) = label(text, cursor::skip_space(text, next), grammar)?;
        end = behind;
        let to = range_joint(text, end).and_then(|joint| {
            let joint = cursor::sign(text, joint, OPENS).unwrap_or(joint);
            label(text, joint, grammar)
        });
        let to = to.map(|(to, behind)| {
            end = behind;
            to
        });
        numbers.push((from, to));
        let joint = cursor::sign(text, end, ',')
            .or_else(|| WORDS.at(Role::And, text, end).map(|(_, end)| end));
        let Some(joint) = joint else { break };
        next = cursor::sign(text, joint, OPENS).unwrap_or(joint);
    }
    let (value, mut end) = WORDS.at(Role::Unit, text, cursor::skip_space(text, end))?;
    let unit = pinpoints::unit(value);
    let mut further = Labels::new();
    if let [(only, None)] = numbers.as_mut_slice() {
        // "第7段(b)"
        while let Some((letters, behind)) = subparagraph(text, end, grammar) {
            only.below.push(' ');
            only.below.push_str(&letters);
            end = behind;
        }
        if !only.below.is_empty() {
            (further, end) = further_letters(text, end, grammar);
        }
    }
    let mut labels = numbers
        .into_iter()
        .map(|(from, to)| Some((from.written(unit)?, to.and_then(|to| to.written(unit)))))
        .collect::<Option<Labels>>()?;
    labels.append(&mut further);
    Some((labels, unit, end))
}

/// "和(b)分段" at `at`, behind the letter of a paragraph: the further letters, and the offset behind the last of them.
fn further_letters(text: &str, at: usize, grammar: &dyn Grammar) -> (Labels, usize) {
    let mut letters = Labels::new();
    let mut end = at;
    while let Some((_, joint)) = WORDS.at(Role::And, text, end)
        && let Some((letter, behind)) = subparagraph(text, joint, grammar)
    {
        letters.push((letter.into(), None));
        end = behind;
    }
    (letters, end)
}

/// A label before it is known what it counts.
struct Label {
    number: u32,
    below: String,
}

impl Label {
    /// As English prints it: chapters and sections by Roman numeral, all else by figures.
    fn written(&self, unit: Unit) -> Option<Box<str>> {
        let number = match unit {
            Unit::Chapter | Unit::Section => roman(self.number)?.into_string(),
            _ => self.number.to_string(),
        };
        Some(format!("{number}{}", self.below).into())
    }
}

fn label(text: &str, at: usize, grammar: &dyn Grammar) -> Option<(Label, usize)> {
    let (number, mut end) = numerals::number(text, at)?;
    let mut below = String::new();
    // "第9.2段"
    if let Some(inner) = cursor::sign(text, end, '.').and_then(|stop| cursor::digits(text, stop)) {
        below = format!(".{}", inner.value);
        end = inner.end;
    }
    while let Some((letters, behind)) = subparagraph(text, end, grammar) {
        below.push(' ');
        below.push_str(&letters);
        end = behind;
    }
    Some((Label { number, below }, end))
}

fn range_joint(text: &str, at: usize) -> Option<usize> {
    cursor::sign(text, at, '-').or_else(|| WORDS.at(Role::To, text, at).map(|(_, end)| end))
}
