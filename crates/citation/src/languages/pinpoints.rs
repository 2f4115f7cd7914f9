//! Paragraph references beside a citation: "paragraphe 15 de la résolution", "пункт 6 b) резолюции",
//! "المادة 3 من اتفاقية".

mod earlier;
mod further;
mod labels;
mod siblings;

use std::ops::Range;

pub(super) use self::earlier::with_article;
pub(super) use self::further::{behind_subject, described, of_report};
pub(super) use self::labels::{list_joint, subparagraph};
pub(super) use self::siblings::beside;
use super::words::{Role, Words};
use super::{Grammar, bodies, cursor, sentences};
use crate::{Pinpoint, Step, Unit};

/// How far before a citation its paragraph reference may begin, in bytes.
const REACH: usize = 200;

/// Most steps a reference has: annex, section, paragraph, subparagraph.
const DEEPEST: usize = 4;

/// The unit that a table names.
pub(super) fn unit(value: &str) -> Unit {
    match value {
        "preambular" => Unit::Preambular,
        "article" => Unit::Article,
        "section" => Unit::Section,
        "chapter" => Unit::Chapter,
        "annex" => Unit::Annex,
        "appendix" => Unit::Appendix,
        "principle" => Unit::Principle,
        "rule" => Unit::Rule,
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
    let led = || steps(text, introduced(text, start, grammar), grammar);
    let pinpoint = led().or_else(|| of_relative(text, start, grammar))?;
    let is_own =
        |place: &Pinpoint| sign == '(' || !belongs_to_what_follows(text, place.span.end, grammar);
    let both = siblings::with_sibling(text, &pinpoint, grammar).filter(is_own);
    both.or_else(|| Some(pinpoint).filter(is_own))
}

/// "au paragraphe 46 de laquelle", "aux articles 10 et 32" at `at`: without the relative behind it, what is said next may
/// stand in that paragraph of another text, which has no articles.
fn of_relative(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    let start = cursor::skip_space(text, at);
    let (_, end) = grammar.word(Role::At, text, start)?;
    let place = steps(text, cursor::skip_space(text, end), grammar)?;
    let next = cursor::skip_space(text, place.span.end);
    let is_article = place.steps.iter().all(|step| step.unit == Unit::Article);
    (is_article || grammar.word(Role::Relative, text, next).is_some()).then_some(place)
}

/// The offset behind ", notamment ses", ", en su" and their like at `at`.
fn introduced(text: &str, at: usize, grammar: &dyn Grammar) -> usize {
    let words = grammar.words();
    let skipped = |role, at| cursor::skip_space(text, words.skip(role, text, at));
    let start = cursor::skip_space(text, at);
    let led = skipped(Role::Lead, start);
    // "en particulier le paragraphe 4".
    let led = if led > start {
        skipped(Role::Article, led)
    } else {
        led
    };
    skipped(Role::Its, led)
}

/// ", annexe II du rapport", ", пункт 5 доклада".
fn belongs_to_what_follows(text: &str, at: usize, grammar: &dyn Grammar) -> bool {
    let next = cursor::skip_space(text, at);
    // ", au paragraphe 4 de laquelle": what the comma stands behind.
    if grammar.word(Role::Relative, text, next).is_some() {
        return false;
    }
    if let Some(comma) = cursor::sign(text, next, ',') {
        return is_owner(text, cursor::skip_space(text, comma), grammar);
    }
    // "، والفقرتان 5 و 6 من منطوق القرار 1373": the words of the operative part take the joining word with them.
    let joined = [
        Role::Of,
        Role::Place,
        Role::CommonTo,
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
    if grammar.word(Role::CommonTo, text, at).is_some() {
        return true;
    }
    if has_joints {
        return grammar.word(Role::Of, text, at).is_some();
    }
    text[at..].starts_with(char::is_uppercase) && grammar.and(text, at).is_none()
}

/// The paragraph reference that ends right before `phrase_start`, with or without "of" between.
pub(super) fn before(text: &str, phrase_start: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    let words = grammar.words();
    let spaced = cursor::before_space(text, phrase_start);
    // "les paragraphes 4 et 5 de son observation générale".
    let spaced = words
        .before(Role::Its, text, spaced)
        .map_or(spaced, |(_, its)| cursor::before_space(text, its));
    let joined = [Role::CommonTo, Role::Of, Role::Place]
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
    Some(earlier::joined(
        text,
        steps_up_to(text, end, grammar)?,
        grammar,
    ))
}

/// The reference that ends at `end`: of all that do, the one that begins first, so that "section II,
/// paragraphe 5" begins at the section.
fn steps_up_to(text: &str, end: usize, grammar: &dyn Grammar) -> Option<Pinpoint> {
    if !may_close(text, end, grammar.words()) {
        return None;
    }
    let abbreviations = grammar.words().all(Role::Abbreviation);
    let floor = sentences::sentence_start(text, end, REACH, abbreviations);
    text[floor..end]
        .char_indices()
        .map(|(offset, character)| (floor + offset, character))
        .filter(|(at, character)| {
            cursor::is_alphabetic(*character) && !cursor::follows_word(text, *at)
        })
        .filter_map(|(at, _)| steps(text, at, grammar))
        .find_map(|pinpoint| {
            let both = || siblings::with_sibling(text, &pinpoint, grammar);
            let whole = |place: &Pinpoint| place.span.end == end;
            if whole(&pinpoint) {
                return Some(pinpoint);
            }
            both().filter(whole)
        })
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
    let (labels, mut end) = labels::at(text, spaced, unit, grammar);
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

/// Joins a place and what stands in it into one reference.
pub(super) fn joined(steps: Vec<Step>, span: Range<usize>) -> Option<Pinpoint> {
    (!steps.is_empty()).then_some(Pinpoint {
        steps,
        beside: Vec::new(),
        span,
    })
}
