//! Errors of wording, numbering and form, planted into real drafts one at a time: numbering, footnotes, acronyms, spelling,
//! dates, and the form of resolutions.

use std::fmt::Write as _;

use citation::Date;
use draft::{Dialect, Draft};
use rules::Settings;
use sources::{Catalogue, Sources};

use crate::hits::Edited;

/// What became of the errors of one class.
#[derive(Debug, Default)]
pub struct Share {
    /// What was planted.
    pub class: &'static str,
    /// Drafts in which there was room for it, so that the text itself contradicts it.
    pub planted: usize,
    /// Those that were found.
    pub found: usize,
    /// Names of the drafts in which it was not.
    pub missed: Vec<String>,
    /// Drafts that were mended by a fix of the finding, and for which the same rule then still speaks.
    pub unmended: Vec<String>,
}

/// A way to break a draft; `None` where the draft has no room for it.
type Breaking = fn(&str) -> Option<String>;

/// Every class: what it is, the rule that should speak, and how a draft is broken.
const CLASSES: [(&str, &str, Breaking); 17] = [
    ("paragraph left out", "X010", paragraph_left_out),
    ("paragraph number repeated", "X010", paragraph_repeated),
    ("sub-paragraph left out", "X011", sub_paragraph_left_out),
    ("footnote marks swapped", "X003", marks_swapped),
    ("footnote without text", "X001", note_left_out),
    ("footnote without mark", "X002", mark_left_out),
    ("footnote mark before the comma", "X005", mark_before_comma),
    ("undefined acronym", "A001", undefined_acronym),
    ("American spelling", "E001", american),
    ("-ise for -ize", "E001", with_s),
    ("percent", "E003", percent),
    ("American date", "E004", american_date),
    ("member states", "E008", small_states),
    (
        "semicolon after a preambular paragraph",
        "R001",
        preambular_semicolon,
    ),
    (
        "full stop after an operative paragraph",
        "R002",
        operative_stop,
    ),
    ("no full stop at the end", "R002", end_without_stop),
    ("finite verb in the preamble", "R003", finite_verb),
];

/// Breaks every draft in every way and counts what is found.
pub fn planted(drafts: &[Edited]) -> Vec<Share> {
    CLASSES
        .iter()
        .map(|(class, code, breaking)| {
            let mut share = Share {
                class,
                ..Share::default()
            };
            for draft in drafts {
                let whole = with_notes(&draft.text);
                let Some(broken) = breaking(&whole) else {
                    continue;
                };
                share.planted += 1;
                if count(&broken, code) > count(&whole, code) {
                    share.found += 1;
                } else {
                    share.missed.push(draft.name.clone());
                }
            }
            share
        })
        .collect()
}

/// How often one rule speaks.
fn count(text: &str, code: &str) -> usize {
    let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
    let resolved = resolve::resolve(&draft, &Catalogue, Date::new(2026, 6, 1).unwrap());
    let others = rules::RULES.into_iter().filter(|rule| rule.code != code);
    let settings = Settings {
        off: others.map(|rule| rule.code.to_owned()).collect(),
        ..Settings::default()
    };
    rules::findings(&resolved, &Catalogue, &settings).len()
}

/// The draft with four footnotes behind the commas of its first paragraphs.
fn with_notes(text: &str) -> String {
    let mut written = String::new();
    let mut notes = 0;
    for paragraph in text.split("\n\n") {
        written.push_str(paragraph);
        let room = paragraph.ends_with(',') && paragraph.len() > 80 && notes < 4;
        if room {
            notes += 1;
            write!(written, "[^{notes}]").unwrap();
        }
        written.push_str("\n\n");
    }
    for note in 1..=notes {
        writeln!(
            written,
            "[^{note}]: See the record of meeting No. {note}.\n"
        )
        .unwrap();
    }
    written
}

/// The paragraphs, one of them changed or left out.
fn changed(text: &str, index: usize, to: Option<&str>) -> String {
    let paragraphs = text.split("\n\n").enumerate();
    let kept = paragraphs.filter_map(|(at, paragraph)| match (at == index, to) {
        (false, _) => Some(paragraph.to_owned()),
        (true, other) => other.map(str::to_owned),
    });
    kept.collect::<Vec<_>>().join("\n\n")
}

fn number_of(paragraph: &str) -> Option<u32> {
    let (number, rest) = paragraph.split_once(". ")?;
    (number.len() <= 3 && !rest.is_empty()).then(|| number.parse().ok())?
}

/// The index of a numbered paragraph between its neighbours, without sub-paragraphs.
fn middle_paragraph(text: &str) -> Option<usize> {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    (1..paragraphs.len().saturating_sub(1)).find(|&index| {
        let number = |at: usize| number_of(paragraphs[at]);
        matches!((number(index - 1), number(index), number(index + 1)),
            (Some(a), Some(b), Some(c)) if a > 0 && a + 1 == b && b + 1 == c)
    })
}

fn paragraph_left_out(text: &str) -> Option<String> {
    Some(changed(text, middle_paragraph(text)?, None))
}

fn paragraph_repeated(text: &str) -> Option<String> {
    let index = middle_paragraph(text)?;
    let paragraph = text.split("\n\n").nth(index)?;
    let number = number_of(paragraph)?;
    let rest = paragraph.split_once(". ")?.1;
    Some(changed(
        text,
        index,
        Some(&format!("{}. {rest}", number - 1)),
    ))
}

fn sub_paragraph_left_out(text: &str) -> Option<String> {
    let paragraphs: Vec<&str> = text.split("\n\n").collect();
    let index = (1..paragraphs.len().saturating_sub(1)).find(|&index| {
        paragraphs[index - 1].starts_with("(a) ")
            && paragraphs[index].starts_with("(b) ")
            && paragraphs[index + 1].starts_with("(c) ")
    })?;
    Some(changed(text, index, None))
}

fn marks_swapped(text: &str) -> Option<String> {
    let both = text.contains(",[^1]") && text.contains(",[^2]");
    both.then(|| {
        text.replace(",[^1]", ",[^x]")
            .replace(",[^2]", ",[^1]")
            .replace(",[^x]", ",[^2]")
    })
}

fn note_left_out(text: &str) -> Option<String> {
    let start = text.find("\n\n[^1]: ")?;
    let end = start + 2 + text[start + 2..].find("\n\n")?;
    Some(format!("{}{}", &text[..start], &text[end..]))
}

fn mark_left_out(text: &str) -> Option<String> {
    text.contains(",[^2]")
        .then(|| text.replacen(",[^2]", ",", 1))
}

fn mark_before_comma(text: &str) -> Option<String> {
    text.contains(",[^1]")
        .then(|| text.replacen(",[^1]", "[^1],", 1))
}

/// A sentence with an acronym that the draft does not have, behind its last numbered paragraph.
fn undefined_acronym(text: &str) -> Option<String> {
    const SENTENCE: &str = "The work of the ZQRB goes on, and the ZQRB reports on it every year.";
    let end = text.find("\n\n[^1]: ").unwrap_or(text.trim_end().len());
    (!text.contains("ZQRB")).then(|| format!("{}\n\n{SENTENCE}{}", &text[..end], &text[end..]))
}

/// Replaces the first of some words that stands in small letters between spaces.
fn first_of(text: &str, pairs: &[(&str, &str)]) -> Option<String> {
    pairs.iter().find_map(|(right, wrong)| {
        let stands = format!(" {right} ");
        let at = text.find(&stands)?;
        // Titles in quotation marks are other people's words.
        let paragraph = text[..at].rfind("\n\n").map_or(0, |start| start + 2);
        let quoted =
            text[paragraph..at].contains('“') || text[paragraph..at].contains(" entitled ");
        (!quoted).then(|| format!("{} {wrong} {}", &text[..at], &text[at + stands.len()..]))
    })
}

fn american(text: &str) -> Option<String> {
    first_of(
        text,
        &[
            ("labour", "labor"),
            ("programme", "program"),
            ("programmes", "programs"),
            ("centre", "center"),
            ("behaviour", "behavior"),
            ("efforts and endeavours", "efforts and endeavors"),
            ("favourable", "favorable"),
        ],
    )
}

fn with_s(text: &str) -> Option<String> {
    first_of(
        text,
        &[
            ("organizations", "organisations"),
            ("mobilize", "mobilise"),
            ("recognizing", "recognising"),
            ("utilization", "utilisation"),
            ("emphasizing", "emphasising"),
            ("prioritize", "prioritise"),
        ],
    )
}

fn percent(text: &str) -> Option<String> {
    first_of(text, &[("per cent", "percent")])
}

fn small_states(text: &str) -> Option<String> {
    first_of(text, &[("Member States", "member states")])
}

fn american_date(text: &str) -> Option<String> {
    let at = text.match_indices(" of ").find_map(|(at, _)| {
        let date = Date::first_in(text.get(at + 4..at + 24)?)?;
        text[at + 4..]
            .starts_with(&date.in_prose())
            .then_some((at + 4, date))
    });
    let (at, date) = at?;
    let written = date.in_prose();
    let mut parts = written.split(' ');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!(
        "{}{month} {day}, {year}{}",
        &text[..at],
        &text[at + written.len()..]
    ))
}

/// A preambular paragraph that is not the last one before sub-paragraphs.
fn preambular(text: &str) -> Option<(usize, &str)> {
    let start = text.find("The General Assembly,\n\n")?;
    let before = text[..start].split("\n\n").count();
    text.split("\n\n")
        .enumerate()
        .skip(before)
        .find(|(_, one)| {
            one.starts_with("Recalling ") && one.trim_end_matches(|c| c != ',').ends_with(',')
        })
}

fn preambular_semicolon(text: &str) -> Option<String> {
    let (index, paragraph) = preambular(text)?;
    let comma = paragraph.rfind(',')?;
    let broken = format!("{};{}", &paragraph[..comma], &paragraph[comma + 1..]);
    Some(changed(text, index, Some(&broken)))
}

fn finite_verb(text: &str) -> Option<String> {
    let (index, paragraph) = preambular(text)?;
    let broken = paragraph.replacen("Recalling", "Recalls", 1);
    Some(changed(text, index, Some(&broken)))
}

fn operative_stop(text: &str) -> Option<String> {
    text.find("The General Assembly,\n\n")?;
    let index = middle_paragraph(text)?;
    let paragraph = text.split("\n\n").nth(index)?;
    let bare = paragraph.strip_suffix(';')?;
    Some(changed(text, index, Some(&format!("{bare}."))))
}

/// The end of a resolution that has nothing behind its last paragraph.
fn end_without_stop(text: &str) -> Option<String> {
    text.find("The General Assembly,\n\n")?;
    let body = text.split("\n\n[^1]: ").next()?.trim_end();
    let last = body.rsplit("\n\n").next()?;
    number_of(last)?;
    let headings = body.contains("\n## ");
    let bare = body.strip_suffix('.')?;
    (!headings).then(|| format!("{bare};{}", &text[body.len()..]))
}
