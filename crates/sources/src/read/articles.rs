//! The articles of a treaty: "Article 12" on a line, then its paragraphs.

use citation::Roman;

use super::lines::{Body, Line};
use super::markers::{number_marker, step_marker};
use super::words::Words;
use crate::Paragraph;
use crate::label::{letter, number};

/// Articles and their numbered paragraphs and letters, in the order of the text: `12`, `12 (3)`,
/// `12 (3) (a)`.
pub(super) fn read(body: &Body<'_>, words: &Words) -> Vec<Paragraph> {
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut place = Place::default();
    for (_, line) in &body.lines {
        if let Some((label, value)) = heading(line) {
            // A second language beside the first counts its own articles.
            place.open = value == place.article + 1;
            if place.open {
                place = Place::of(label, value);
                found.push(Found::of(label.to_owned(), Vec::new(), line));
            }
            continue;
        }
        if !place.open || line.text.starts_with('#') {
            continue;
        }
        let (label, text) = place.below(&line.text);
        if let Some(label) = label {
            found.push(Found::of(label, vec![text], line));
        } else if let Some(last) = found.last_mut() {
            last.pieces.push(text);
            last.span.end = line.span.end;
        }
    }
    found
        .into_iter()
        .map(|one| Paragraph {
            label: one.label.into(),
            words: words.line(&one.pieces).into(),
            span: one.span,
            page: (one.page > 0).then_some(one.page),
        })
        .collect()
}

/// An article or a part of one while its lines are being gathered.
struct Found<'a> {
    label: String,
    pieces: Vec<&'a str>,
    span: std::ops::Range<usize>,
    page: u32,
}

impl<'a> Found<'a> {
    fn of(label: String, pieces: Vec<&'a str>, line: &Line<'_>) -> Self {
        Self {
            label,
            pieces,
            span: line.span.clone(),
            page: line.page,
        }
    }
}

#[derive(Default)]
struct Place {
    open: bool,
    article: usize,
    label: String,
    paragraph: usize,
    letter: usize,
}

impl Place {
    fn of(label: &str, article: usize) -> Self {
        Self {
            open: true,
            article,
            label: label.to_owned(),
            ..Self::default()
        }
    }

    /// The label that a line opens below the article, and its words.
    fn below<'a>(&mut self, text: &'a str) -> (Option<String>, &'a str) {
        if let Some((number, rest)) =
            number_marker(text).filter(|(number, _)| *number == self.paragraph + 1)
        {
            self.paragraph = number;
            self.letter = 0;
            return (Some(format!("{} ({number})", self.label)), rest);
        }
        if let Some((step, rest)) =
            step_marker(text).filter(|(step, _)| letter(step) == Some(self.letter + 1))
        {
            self.letter += 1;
            let label = match self.paragraph {
                0 => format!("{} ({step})", self.label),
                paragraph => format!("{} ({paragraph}) ({step})", self.label),
            };
            return (Some(label), rest);
        }
        (None, text)
    }
}

/// "Article 12", "### Article XII", "**Article 12**. Freedom of movement".
fn heading<'a>(line: &'a Line<'_>) -> Option<(&'a str, usize)> {
    let text = line.text.trim_start_matches(['#', '*', ' ']);
    let rest = text
        .strip_prefix("Article")
        .or_else(|| text.strip_prefix("ARTICLE"))?;
    let rest = rest.strip_prefix(char::is_whitespace)?.trim_start();
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    let (label, after) = rest.split_at(end);
    let value = number(label).filter(|_| {
        label.bytes().all(|byte| byte.is_ascii_digit()) || Roman::parse(label).is_some()
    })?;
    // "Article 12 of the Covenant provides" is a sentence.
    let after = after.trim_start_matches(['*', '.', ':', ' ']);
    let heads = after.is_empty()
        || after.starts_with(['\u{2013}', '\u{2014}', '-', '['])
        || (after.starts_with(char::is_uppercase)
            && !after.ends_with(['.', ';', ','])
            && after.len() < 120);
    heads.then_some((label, value))
}
