//! Slips planted into real citations: one digit of number, session, year or day changed, or session and
//! number swapped.
//!
//! A slip is decidable where a fact contradicts what the citation then says, for the organ that the intact
//! citation names; it is caught where the engine, which has only the words, finds something at its place.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use citation::facts::{self, DateJudgement, Judgement};
use citation::{Adopted, Date, Kind, Referent, Symbol, Term};
use resolve::{Agreement, Existence, Reference};

use super::engine::Checked;
use super::texts::names;

/// The kinds of slips, in the order in which they are listed.
const KINDS: [&str; 5] = [
    "number",
    "session or year",
    "day",
    "year of the date",
    "swap",
];

/// One kind of slip.
#[derive(Clone, Copy, Debug, Default)]
pub struct Planted {
    /// How many were planted.
    pub planted: usize,
    /// How many of them a held fact contradicts.
    pub decidable: usize,
    /// How many of the decidable ones are found.
    pub caught: usize,
}

/// What became of the planted slips.
#[derive(Debug, Default)]
pub struct PlantedSlips {
    /// By kind: `number`, `session or year`, `day`, `year of the date`, `swap`.
    pub kinds: BTreeMap<&'static str, Planted>,
    /// The decidable slips that are not found: text, number, what was written instead.
    pub missed: Vec<String>,
    /// Citations that could be used.
    pub citations: usize,
}

impl PlantedSlips {
    /// All kinds together.
    pub fn all(&self) -> Planted {
        self.kinds
            .values()
            .fold(Planted::default(), |sum, kind| Planted {
                planted: sum.planted + kind.planted,
                decidable: sum.decidable + kind.decidable,
                caught: sum.caught + kind.caught,
            })
    }
}

/// Plants one slip of each kind into every `step`-th dated citation of the texts of the data folder, leaving
/// out the texts named `without`; `None` where there are no texts.
pub fn planted(data: &Path, without: &[String], step: usize) -> Option<PlantedSlips> {
    let mut outcome = PlantedSlips::default();
    let mut count = 0;
    for name in names(data, without)? {
        let path = data.join("texts").join(format!("{name}.txt"));
        let text = Intact::read(std::fs::read_to_string(path).ok()?);
        for place in text.dated() {
            count += 1;
            if count % step == 0 {
                outcome.citations += 1;
                outcome.plant(&name, &text, place, count);
            }
        }
    }
    Some(outcome)
}

/// A text as it is, and its citations as the engine reads them.
struct Intact {
    text: String,
    as_of: Date,
    references: Vec<Reference>,
}

impl Intact {
    fn read(text: String) -> Self {
        let resolved = Checked::whole(&text).resolved;
        Self {
            text,
            as_of: resolved.as_of,
            references: resolved.references.to_vec(),
        }
    }

    /// The places of settled numbers with a whole date that nothing contradicts.
    fn dated(&self) -> Vec<usize> {
        let is_usable = |reference: &Reference| {
            reference.kind == Kind::Number
                && !reference.is_own
                && reference.candidates.is_empty()
                && adopted(reference).is_some_and(|adopted| adopted.part.is_none())
                && reference
                    .date
                    .as_ref()
                    .is_some_and(|stated| stated.date.day().is_some())
                && matches!(
                    reference.date_agreement,
                    Agreement::Agrees | Agreement::NotCheckable
                )
                && !matches!(
                    reference.existence,
                    Existence::Impossible | Existence::Malformed
                )
        };
        (0..self.references.len())
            .filter(|place| is_usable(&self.references[*place]))
            .collect()
    }

    /// The text with the slip in it, and its place.
    fn with(&self, reference: &Reference, slip: &Slip) -> (String, Range<usize>) {
        let token = reference.token.clone();
        let mut text = self.text.clone();
        let mut end = token.end;
        if let Some(stated) = &reference.date {
            let span = stated.span.clone();
            end = span.start + slip.date.len();
            text.replace_range(span, &slip.date);
        }
        text.replace_range(token.clone(), &slip.number);
        let end = end + slip.number.len() - token.len();
        (text, token.start..end)
    }
}

fn adopted(reference: &Reference) -> Option<&Adopted> {
    reference
        .referent
        .as_ref()
        .and_then(Referent::symbol)?
        .adopted()
}

/// A citation as it stands after a slip.
struct Slip {
    /// What is written in place of the number, and of the date.
    number: String,
    date: String,
    /// What the number then means for the organ of the intact citation.
    meaning: Adopted,
    /// The day, if the calendar has it.
    day: Option<Date>,
}

impl PlantedSlips {
    fn plant(&mut self, name: &str, intact: &Intact, place: usize, seed: usize) {
        let reference = &intact.references[place];
        let (Some(own), Some(stated)) = (adopted(reference), reference.date.as_ref()) else {
            return;
        };
        let Some(day) = stated.date.day() else { return };
        let token = &intact.text[reference.token.clone()];
        for kind in KINDS {
            let Some(slip) = slip(kind, token, own, day, seed) else {
                continue;
            };
            let counted = self.kinds.entry(kind).or_default();
            counted.planted += 1;
            if !is_decidable(&slip, intact.as_of) {
                continue;
            }
            counted.decidable += 1;
            let (text, range) = intact.with(reference, &slip);
            if Checked::whole(&text).messages_at(&range).is_empty() {
                let token: Vec<&str> = token.split_whitespace().collect();
                let instead = format!("{} of {}", slip.number, slip.date);
                self.missed.push(format!(
                    "{name}, {kind}: {} of {day}: {instead}",
                    token.join(" ")
                ));
            } else {
                counted.caught += 1;
            }
        }
    }
}

/// The slip of this kind; `seed` says which digit becomes which other.
fn slip(kind: &'static str, token: &str, own: &Adopted, day: Date, seed: usize) -> Option<Slip> {
    let mut meaning = own.clone();
    let mut date = Some(day);
    let mut written = day.in_prose();
    match kind {
        "number" => meaning.number = changed(own.number, seed)?,
        "session or year" => {
            meaning.term = match own.term {
                Term::Session(session) => {
                    Term::Session(changed(session.into(), seed)?.try_into().ok()?)
                }
                Term::Year(year) => Term::Year(changed(year.into(), seed)?.try_into().ok()?),
                _ => return None,
            }
        }
        "swap" => {
            let Term::Session(session) = own.term else {
                return None;
            };
            meaning.term = Term::Session(own.number.try_into().ok()?);
            meaning.number = session.into();
        }
        "day" => {
            let other = changed(day.day().into(), seed)?;
            date = Date::new(day.year(), day.month(), other.try_into().ok()?);
            written = written.replacen(&day.day().to_string(), &other.to_string(), 1);
        }
        _ => {
            let other = changed(day.year().into(), seed)?;
            date = Date::new(other.try_into().ok()?, day.month(), day.day());
            written = written.replacen(&day.year().to_string(), &other.to_string(), 1);
        }
    }
    let number = if meaning == *own {
        token.to_owned()
    } else {
        meaning.in_prose()
    };
    Some(Slip {
        number,
        date: written,
        meaning,
        day: date,
    })
    .filter(|slip| slip.number != token || slip.date != day.in_prose())
}

/// `number` with one of its digits another; `None` where it would begin with nought.
fn changed(number: u32, seed: usize) -> Option<u32> {
    let mut digits: Vec<u8> = number.to_string().into_bytes();
    let place = seed % digits.len();
    let other = (usize::from(digits[place] - b'0') + 1 + seed / 7 % 9) % 10;
    digits[place] = b'0' + u8::try_from(other).ok()?;
    let changed = String::from_utf8(digits).ok()?;
    (!changed.starts_with('0')).then(|| changed.parse().ok())?
}

/// Whether a held fact contradicts the citation as it then stands.
fn is_decidable(slip: &Slip, as_of: Date) -> bool {
    let Some(day) = slip.day else {
        return true;
    };
    let symbol = Symbol::of(slip.meaning.clone());
    let is_possible = matches!(
        facts::judge(&symbol, as_of),
        Judgement::Exists | Judgement::Unknown
    );
    let is_of_day = matches!(
        facts::judge_date(&symbol, day.into()),
        DateJudgement::Agrees(_) | DateJudgement::Unknown
    );
    !is_possible || !is_of_day
}
