//! The numbered paragraphs of a resolution, report or general comment.
//!
//! A number counts only where it follows the one before, so that "2012. Requests" at the beginning
//! of a broken line is text. In some files a number stands on a line of its own *after* the first line
//! of its paragraph; then that line is taken back from the paragraph before.

use super::footnotes::Words;
use super::lines::{Body, Gap, Line};
use super::markers::{
    annex_heading, begins_sentence, ends_clause, ends_complete, number_marker, plain, step_marker,
};
use super::masthead::is_meeting;
use crate::label::{Label, letter, roman};
use crate::{Paragraph, SourceKind};

/// Paragraphs and sub-paragraphs in the order of the text.
pub(super) fn read(body: &Body<'_>, kind: SourceKind) -> Vec<Paragraph> {
    let mut reader = Reader {
        lines: &body.lines,
        kind,
        found: Vec::new(),
        preamble: Vec::new(),
        place: String::new(),
        annexes: 0,
        number: 0,
        level: Level::default(),
        open: false,
    };
    for at in 0..body.lines.len() {
        reader.line(at);
    }
    let mut words = Words::new(&body.notes);
    words.line(&reader.preamble);
    reader
        .found
        .into_iter()
        .filter_map(|part| part.paragraph(&mut words))
        .collect()
}

/// A paragraph while its lines are being gathered.
struct Part<'a> {
    label: Label,
    pieces: Vec<&'a str>,
    start: usize,
    end: usize,
    /// The last line taken, to give it back.
    last: Option<usize>,
}

impl Part<'_> {
    fn paragraph(self, words: &mut Words<'_>) -> Option<Paragraph> {
        let words = words.line(&self.pieces);
        Some(Paragraph {
            label: self.label.to_string().into(),
            words: words.into(),
            span: self.start..self.end,
            page: None,
        })
        .filter(|paragraph| !paragraph.span.is_empty())
    }
}

/// Which sub-paragraph is open.
#[derive(Clone, Copy, Default)]
struct Level {
    letter: usize,
    roman: usize,
    /// A second list begins in the same paragraph: from there on letters name nothing certain.
    restarted: bool,
}

enum Step {
    Letter(usize),
    Roman(usize),
}

struct Reader<'a, 'b> {
    lines: &'b [(Gap, Line<'a>)],
    kind: SourceKind,
    found: Vec<Part<'a>>,
    preamble: Vec<&'a str>,
    place: String,
    annexes: usize,
    number: usize,
    level: Level,
    open: bool,
}

impl<'a> Reader<'a, '_> {
    fn line(&mut self, at: usize) {
        let text = plain(self.lines[at].1.text);
        if let Some(annex) = annex_heading(text) {
            self.begin_annex(annex);
        } else if is_meeting(text) || self.lines[at].1.text.starts_with('#') {
            self.open = false;
        } else if let Some((number, rest)) = number_marker(text) {
            if self.accepts(number, rest, at) {
                self.begin_number(number, rest, at);
            } else {
                self.text(at, text);
            }
        } else if let Some((step, rest)) = step_marker(text) {
            match self.step(step, at) {
                Some(level) => self.begin_step(&level, step, rest, at),
                None => self.text(at, text),
            }
        } else {
            self.text(at, text);
        }
    }

    fn begin_annex(&mut self, annex: &str) {
        self.annexes += 1;
        self.place = match annex {
            "" if self.annexes == 1 => "annex".to_owned(),
            "" => format!("annex {}", self.annexes),
            which => format!("annex {which}"),
        };
        self.number = 0;
        self.open = false;
    }

    fn accepts(&self, number: usize, rest: &str, at: usize) -> bool {
        let begins = rest.is_empty() || rest.starts_with(begins_sentence);
        if !begins {
            return false;
        }
        if number == self.number + 1 {
            return !(rest.is_empty() && at + 1 == self.lines.len());
        }
        let complete = !self.open || self.is_complete();
        let restart = number == 1 && self.number > 0 && self.kind == SourceKind::Resolution;
        let skipped = self.number > 0 && number > self.number && number <= self.number + 3;
        complete && !rest.is_empty() && (skipped || (restart && self.ends_as_sentence(at)))
    }

    fn begin_number(&mut self, number: usize, rest: &'a str, at: usize) {
        let first_line = rest.is_empty().then(|| self.first_line_above(at)).flatten();
        self.number = number;
        self.level = Level::default();
        self.open = true;
        let label = Label {
            place: self.place.clone(),
            number: number.to_string(),
            steps: Vec::new(),
        };
        let above = first_line.map(|above| &self.lines[above].1);
        self.begin(label, at, above.map_or(rest, |line| line.text));
        if let (Some(above), Some(part)) = (above, self.found.last_mut()) {
            part.start = above.span.start;
        }
        if let Some((step, inside)) = step_marker(rest)
            && let Some(level) = self.step(step, at)
        {
            if let Some(part) = self.found.last_mut() {
                part.pieces.clear();
            }
            self.begin_step(&level, step, inside, at);
        }
    }

    /// The line above a number that stands alone, where it is the first line of that paragraph. It is
    /// taken back from the paragraph that has it.
    fn first_line_above(&mut self, at: usize) -> Option<usize> {
        let above = at.checked_sub(1)?;
        let (gap, line) = &self.lines[above];
        let text = plain(line.text);
        let taken = number_marker(text).is_some() || step_marker(text).is_some();
        if taken || ends_complete(text) || self.lines[at].0 != Gap::None {
            return None;
        }
        let starts = *gap != Gap::None
            || above
                .checked_sub(1)
                .is_none_or(|before| ends_clause(plain(self.lines[before].1.text)));
        if !starts {
            return None;
        }
        match self
            .found
            .last_mut()
            .filter(|part| part.last == Some(above))
        {
            Some(part) => {
                part.pieces.pop();
                part.end = self.lines[above.saturating_sub(1)]
                    .1
                    .span
                    .end
                    .max(part.start);
            }
            None => {
                self.preamble.pop();
            }
        }
        Some(above)
    }

    /// Which sub-paragraph the bracketed `step` opens, if any.
    fn step(&mut self, step: &str, at: usize) -> Option<Step> {
        if !self.open || self.level.restarted {
            return None;
        }
        let as_letter = letter(step);
        let as_roman = roman(step);
        let next_letter = as_letter == Some(self.level.letter + 1);
        let next_roman = as_roman == Some(self.level.roman + 1);
        match (as_letter, as_roman) {
            (Some(letter), Some(roman)) if next_letter && next_roman => {
                Some(self.letter_or_roman(letter, roman, at))
            }
            (Some(letter), _) if next_letter => Some(Step::Letter(letter)),
            (_, Some(roman)) if next_roman => Some(Step::Roman(roman)),
            (Some(1), _) if self.level.letter > 0 => {
                self.level.restarted = true;
                None
            }
            (Some(letter), _)
                if self.level.letter > 0
                    && letter > self.level.letter
                    && letter <= self.level.letter + 2 =>
            {
                Some(Step::Letter(letter))
            }
            _ => None,
        }
    }

    /// (i) after (h) is a letter unless the markers that follow count on as Roman numerals.
    fn letter_or_roman(&self, as_letter: usize, as_roman: usize, at: usize) -> Step {
        let next = self.lines[at + 1..]
            .iter()
            .map(|(_, line)| plain(line.text))
            .take_while(|text| number_marker(text).is_none_or(|(_, rest)| rest.is_empty()))
            .find_map(step_marker)
            .map(|(step, _)| step);
        let goes_on_as_roman = next.is_some_and(|step| roman(step) == Some(as_roman + 1));
        let goes_on_as_letter = next.is_some_and(|step| letter(step) == Some(as_letter + 1));
        let below_chapeau = self.found.last().is_some_and(|part| {
            part.pieces
                .last()
                .is_some_and(|text| text.trim_end().ends_with(':'))
        });
        if goes_on_as_roman || (!goes_on_as_letter && below_chapeau) {
            Step::Roman(as_roman)
        } else {
            Step::Letter(as_letter)
        }
    }

    fn begin_step(&mut self, level: &Step, step: &str, rest: &'a str, at: usize) {
        let above = match level {
            Step::Letter(place) => {
                self.level.letter = *place;
                self.level.roman = 0;
                None
            }
            Step::Roman(place) => {
                self.level.roman = *place;
                u8::try_from(self.level.letter)
                    .ok()
                    .filter(|letter| (1..=52).contains(letter))
            }
        };
        let letters = above.map(|place| {
            let one = char::from(b'a' + (place - 1) % 26).to_string();
            one.repeat(1 + usize::from((place - 1) / 26))
        });
        let label = Label {
            place: self.place.clone(),
            number: self.number.to_string(),
            steps: letters.into_iter().chain([step.to_owned()]).collect(),
        };
        self.begin(label, at, rest);
    }

    fn begin(&mut self, label: Label, at: usize, first: &'a str) {
        let span = &self.lines[at].1.span;
        self.found.push(Part {
            label,
            pieces: vec![first],
            start: span.start,
            end: span.end,
            last: Some(at),
        });
    }

    fn text(&mut self, at: usize, text: &'a str) {
        let (gap, line) = &self.lines[at];
        if self.open && *gap != Gap::None && self.is_complete() {
            // After a page break the paragraph may go on; a heading has no stop at its end.
            self.open = *gap == Gap::Page && self.ends_as_sentence(at);
        }
        if !self.open {
            if self.found.is_empty() {
                self.preamble.push(text);
            }
            return;
        }
        if let Some(part) = self.found.last_mut() {
            part.pieces.push(text);
            part.end = line.span.end;
            part.last = Some(at);
        }
    }

    /// Whether the open paragraph has come to a full stop or semicolon.
    fn is_complete(&self) -> bool {
        self.found
            .last()
            .and_then(|part| part.pieces.last())
            .is_some_and(|text| ends_complete(text))
    }

    /// Whether the lines from `at` to the next gap or marker end with a stop.
    fn ends_as_sentence(&self, at: usize) -> bool {
        let mut last = plain(self.lines[at].1.text);
        for (gap, line) in &self.lines[at + 1..] {
            let text = plain(line.text);
            if *gap != Gap::None || number_marker(text).is_some() || step_marker(text).is_some() {
                break;
            }
            last = text;
        }
        ends_clause(last)
    }
}
