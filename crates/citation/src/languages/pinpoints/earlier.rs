//! Articles that share their treaty with the one right before it: "le paragraphe 1 de l'article 2 et l'article 26 du Pacte",
//! "пункт 1 статьи 2 и статья 26 Пакта".

use super::{labels, steps_up_to};
use crate::languages::words::Role;
use crate::languages::{Grammar, cursor};
use crate::{Pinpoint, Step, Unit};

/// The most articles that are named so.
const MOST: usize = 4;

type Label = (Box<str>, Option<Box<str>>);

/// `pinpoint` with the articles that "and" joins to it from before.
pub(super) fn joined(text: &str, pinpoint: Pinpoint, grammar: &dyn Grammar) -> Pinpoint {
    let mut whole = pinpoint;
    for _ in 0..MOST {
        let Some(end) = end_before(text, whole.span.start, grammar) else {
            break;
        };
        let Some(earlier) = steps_up_to(text, end, grammar) else {
            break;
        };
        // "su artículo 3, y los artículos 22 y 56 de la Convención": the first is that of a document before it.
        let before = cursor::before_space(text, earlier.span.start);
        if grammar.words().before(Role::Its, text, before).is_some() {
            break;
        }
        let Some(labels) = articles(&whole) else {
            break;
        };
        let own = Step {
            unit: Unit::Article,
            labels,
        };
        let Some(both) = with_article(&earlier, own, whole.span.end) else {
            break;
        };
        whole = both;
    }
    whole
}

/// `pinpoint` in one article with the `further` articles behind it, which end at `end`.
pub(in crate::languages) fn with_article(
    pinpoint: &Pinpoint,
    further: Step,
    end: usize,
) -> Option<Pinpoint> {
    let mut labels = articles(pinpoint)?;
    labels.extend(further.labels);
    let unit = Unit::Article;
    Some(Pinpoint {
        steps: vec![Step { unit, labels }],
        beside: Vec::new(),
        span: pinpoint.span.start..end,
    })
}

/// The end of what "and", with or without a comma before it, joins to the place at `start`.
fn end_before(text: &str, start: usize, grammar: &dyn Grammar) -> Option<usize> {
    let words = grammar.words();
    let article = words
        .before(Role::Article, text, start)
        .or_else(|| words.before(Role::Article, text, cursor::before_space(text, start)));
    let place = article.map_or(start, |(_, article)| article);
    // In Arabic "and" is glued to the place.
    let joint = if text[place..].starts_with('و') {
        place
    } else {
        words
            .before(Role::And, text, cursor::before_space(text, place))?
            .1
    };
    let end = cursor::before_space(text, joint);
    Some(text[..end].strip_suffix(',').map_or(end, str::len))
}

/// The articles of a reference, each with its paragraph: none where it is of another kind.
fn articles(pinpoint: &Pinpoint) -> Option<Vec<Label>> {
    match pinpoint.steps.as_slice() {
        [articles] if articles.unit == Unit::Article && pinpoint.beside.is_empty() => {
            Some(articles.labels.clone())
        }
        [article, paragraph]
            if article.unit == Unit::Article && paragraph.unit == Unit::Paragraph =>
        {
            let [(number, None)] = article.labels.as_slice() else {
                return None;
            };
            let paragraph = labels::in_article(paragraph);
            Some(vec![(format!("{number}{paragraph}").into(), None)])
        }
        _ => None,
    }
}
