//! Acts of the European Union: "Regulation (EC) No 862/2007", "Directive 2008/115/EC", "Regulation (EU)
//! 2016/399", CELEX 32008L0115.
//!
//! Until 2014 regulations have number before year, behind "No"; since 2015 all acts have year before
//! number, without it. Canonical form: kind, treaty and figures in the order of their time, without the
//! institution; identity is the CELEX number. A form that mixes the two orders is mistyped.

mod abroad;

use std::ops::Range;
use std::sync::LazyLock;

use super::Family;
use super::pattern::{Found, Pattern};
use super::reading::{begins_well, citation, ends_well, joint};
use crate::{Citation, Form, Kind, Referent, UnionAct};

/// The year from which all acts have the year first.
const YEAR_FIRST: u16 = 2015;
/// The first year of an act.
const FIRST: u16 = 1952;

/// Regulations, directives, decisions and CELEX numbers.
pub(super) struct UnionActs;

/// One way to write an act: how it looks, and how to read what was captured.
struct Shape {
    /// The word before the figures, which a list does not repeat.
    word: Pattern,
    figures: Pattern,
    read: fn(&Found<'_>) -> Option<Act>,
}

/// An act, and what is wrong with the way it is written.
type Act = (UnionAct, Option<&'static str>);

static SHAPES: [Shape; 7] = [
    Shape {
        word: Pattern::new("Regulations? "),
        figures: Pattern::new(
            r"\((EU|EC|EEC|Euratom|ECSC|EU, Euratom|EC, Euratom)\) ?(Nos?\.? )?(\d{1,4})/(\d{2,4})",
        ),
        read: regulation,
    },
    Shape {
        word: Pattern::new("Directives? "),
        figures: Pattern::new(r"(\d{2}|\d{4})/(\d{1,4})/(EC|EEC|EU|Euratom|ECSC)"),
        read: |found| by_year("L", "Directive", found),
    },
    Shape {
        word: Pattern::new("Directives? "),
        figures: Pattern::new(r"\((EU)\) (\d{4})/(\d{1,4})"),
        read: |found| by_treaty("L", "Directive", found),
    },
    Shape {
        word: Pattern::new("Framework Decisions? "),
        figures: Pattern::new(r"(\d{4})/(\d{1,4})/(JHA)"),
        read: |found| by_year("F", "Framework Decision", found),
    },
    Shape {
        word: Pattern::new("Decisions? "),
        figures: Pattern::new(r"(\d{2}|\d{4})/(\d{1,4})/(EC|EEC|EU|JHA|CFSP|Euratom|ECSC)"),
        read: |found| by_year("D", "Decision", found),
    },
    Shape {
        word: Pattern::new("Decisions? "),
        figures: Pattern::new(r"\((EU|CFSP|EU, Euratom)\) (\d{4})/(\d{1,4})"),
        read: |found| by_treaty("D", "Decision", found),
    },
    Shape {
        word: Pattern::new("Decisions? "),
        figures: Pattern::new(r"Nos?\.? (\d{1,4})/(\d{4})/(EC|EEC|EU)"),
        read: numbered_decision,
    },
];

static CELEX: Pattern = Pattern::new(
    r"(?:3(?:19|20)\d\d(?:R|L|D|F|E|H|Q|S|X)|5(?:19|20)\d\d(?:DC|PC|SC|JC|IP|AP|AE|AR|BP))\d{4}",
);

/// What opens an act in English or closes one, the beginnings of CELEX numbers, and what the treaties go by abroad.
static ANCHORS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let english = [
        "Regulation",
        "Directive",
        "Decision ",
        "Decision\n",
        "Decisions ",
        "/EU)",
        "/EC)",
        "3199",
        "3200",
        "3201",
        "3202",
        "5199",
        "5200",
        "5201",
        "5202",
    ];
    english.into_iter().chain(abroad::ANCHORS).collect()
});

impl Family for UnionActs {
    fn anchors(&self) -> &'static [&'static str] {
        &ANCHORS
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        if text.as_bytes()[anchor.start].is_ascii_digit() {
            found.extend(celex(text, anchor.start));
            return;
        }
        if abroad::ANCHORS.contains(&&text[anchor.clone()]) {
            found.extend(abroad::read(text, &anchor));
            return;
        }
        if text.as_bytes()[anchor.start] == b'/' {
            found.extend(in_parentheses(text, anchor.start));
            return;
        }
        let head = text[..anchor.start].trim_end_matches([' ', '\n', '\r']);
        let framework = head.strip_suffix("Framework").map(str::len);
        let start = framework.unwrap_or(anchor.start);
        if !begins_well(text, start) {
            return;
        }
        let first = SHAPES.iter().find_map(|shape| {
            let figures = start + shape.word.length(text, start)?;
            Some((shape, act(text, figures, start, shape)?))
        });
        let Some((shape, first)) = first else { return };
        let mut end = first.token.end;
        found.push(first);
        while let Some(next) = joint(text, end).and_then(|at| act(text, at, at, shape)) {
            end = next.token.end;
            found.push(next);
        }
    }
}

/// The act whose figures stand at `figures` and whose words begin at `start`.
fn act(text: &str, figures: usize, start: usize, shape: &Shape) -> Option<Citation> {
    let found = shape.figures.captures(text, figures)?;
    let end = figures + found.length();
    let (act, slip) = (shape.read)(&found)?;
    let referent = Referent::UnionAct(act);
    let form = match slip {
        None => Form::Whole(referent),
        Some(slip) => Form::Mistyped {
            corrections: vec![(referent, slip.into())],
        },
    };
    ends_well(text, end).then(|| citation(text, start..end, start, Kind::Named, form))
}

/// "Victims' Rights Directive (2012/29/EU)": the figures of a directive alone, whose treaty stands at `treaty`.
fn in_parentheses(text: &str, treaty: usize) -> Option<Citation> {
    let open = text[..treaty].rfind('(')?;
    let directive = text[..open].trim_end().ends_with("Directive");
    let shape = SHAPES
        .iter()
        .find(|shape| shape.word.written.starts_with("Directive"))?;
    act(text, open + 1, open + 1, shape).filter(|_| directive)
}

fn celex(text: &str, at: usize) -> Option<Citation> {
    let end = at + CELEX.length(text, at)?;
    let form = Form::Whole(Referent::UnionAct(UnionAct::of_celex(&text[at..end])));
    (begins_well(text, at) && ends_well(text, end))
        .then(|| citation(text, at..end, at, Kind::Named, form))
}

fn regulation(found: &Found<'_>) -> Option<Act> {
    let treaty = treaty(found, 1)?;
    let [first, second] = [figure(found, 3)?, figure(found, 4)?];
    let (year, number) = match (year(found, 3), year(found, 4)) {
        (Some(year), None) => (year, second),
        (Some(year), Some(_)) if year >= YEAR_FIRST => (year, second),
        (_, Some(year)) => (year, first),
        _ => return None,
    };
    let year_first = found.get(3)?.parse() == Ok(year);
    let title = if year >= YEAR_FIRST {
        format!("Regulation ({treaty}) {year}/{number}")
    } else {
        let printed = if year_first {
            year.to_string()
        } else {
            found.get(4)?.to_owned()
        };
        format!("Regulation ({treaty}) No {number}/{printed}")
    };
    let slip = match (year >= YEAR_FIRST, year_first, found.get(2).is_some()) {
        (true, true, true) => Some("“No” is not written before a number that begins with the year"),
        (true, false, _) => Some("the year stands before the number since 2015"),
        (false, true, _) => Some("the year stands behind the number until 2014"),
        _ => None,
    };
    Some((UnionAct::new("R", year, number, title), slip))
}

/// `2008/115/EC`, `95/46/EC`: year, number, treaty.
fn by_year(letters: &str, word: &str, found: &Found<'_>) -> Option<Act> {
    let year = year(found, 1)?;
    let number = figure(found, 2)?;
    let printed = found.get(1)?;
    let title = format!("{word} {printed}/{number}/{}", treaty(found, 3)?);
    Some((UnionAct::new(letters, year, number, title), None))
}

/// `(EU) 2017/541`: treaty, year, number.
fn by_treaty(letters: &str, word: &str, found: &Found<'_>) -> Option<Act> {
    let (year, number) = (year(found, 2)?, figure(found, 3)?);
    let title = format!("{word} ({}) {year}/{number}", treaty(found, 1)?);
    Some((UnionAct::new(letters, year, number, title), None))
}

/// `No 1313/2013/EU`: number, year, treaty.
fn numbered_decision(found: &Found<'_>) -> Option<Act> {
    let (number, year) = (figure(found, 1)?, year(found, 2)?);
    let title = format!("Decision No {number}/{year}/{}", treaty(found, 3)?);
    Some((UnionAct::new("D", year, number, title), None))
}

/// What treaties and policies are called in French and Spanish, and in English.
const TREATIES: [(&str, &str); 5] = [
    ("UE", "EU"),
    ("CE", "EC"),
    ("CEE", "EEC"),
    ("JAI", "JHA"),
    ("PESC", "CFSP"),
];

fn treaty(found: &Found<'_>, group: usize) -> Option<String> {
    let words: Vec<&str> = found.get(group)?.split_whitespace().collect();
    let written = words.join(" ");
    let english = TREATIES.iter().find(|(abroad, _)| *abroad == written);
    Some(english.map_or(written, |(_, english)| (*english).to_owned()))
}

fn figure(found: &Found<'_>, group: usize) -> Option<u16> {
    found.get(group)?.parse().ok()
}

/// The year that a group can be; two figures are a year of the last century.
fn year(found: &Found<'_>, group: usize) -> Option<u16> {
    let written = found.get(group)?;
    let year: u16 = written.parse().ok()?;
    match written.len() {
        2 if (52..=99).contains(&year) => Some(1900 + year),
        4 if (FIRST..2100).contains(&year) => Some(year),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
