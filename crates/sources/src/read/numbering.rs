//! The numbered paragraphs of a resolution, report or general comment.
//!
//! A number counts only where it follows the one before, so that "2012. Requests" at the beginning
//! of a broken line is text. In some files a number stands on a line of its own *after* the first line
//! of its paragraph; then that line is taken back from the paragraph before.

mod parts;
mod steps;
mod unnumbered;

use super::lines::{Body, Gap, Line};
use super::markers::{
    begins_sentence, ends_clause, ends_complete, is_contents, number_marker, plain, step_marker,
};
use super::masthead::is_meeting;
use super::places::{Opened, Places};
use super::words::Words;
use crate::label::Label;
use crate::{Paragraph, SourceKind};
use parts::{Part, name_sections};
use steps::Level;

/// Paragraphs and sub-paragraphs in the order of the text.
pub(super) fn read(body: &Body<'_>, kind: SourceKind, words: &Words) -> Vec<Paragraph> {
    let mut reader = Reader::new(&body.lines, kind);
    for at in 0..body.lines.len() {
        reader.line(at);
    }
    if reader.found.is_empty()
        && kind == SourceKind::Resolution
        && let Some(only) = unnumbered::operative(&body.lines)
    {
        reader = Reader::new(&body.lines, kind);
        reader.begin_unnumbered(only);
        for at in only + 1..body.lines.len() {
            reader.line(at);
        }
    }
    let mut found = reader.found;
    name_sections(&mut found);
    found
        .into_iter()
        .filter_map(|part| part.paragraph(words))
        .collect()
}

/// How many lines the title of an article or rule may have.
const LONGEST_TITLE: usize = 2;

struct Reader<'b> {
    lines: &'b [(Gap, Line<'b>)],
    kind: SourceKind,
    found: Vec<Part<'b>>,
    places: Places,
    /// The label of the numbered paragraph that is open, without steps.
    base: Label,
    number: usize,
    /// Whether a section has begun since the last number.
    since_heading: bool,
    /// Whether the numbered paragraph goes on in lettered sections.
    in_sections: bool,
    level: Level,
    open: bool,
}

impl<'b> Reader<'b> {
    fn new(lines: &'b [(Gap, Line<'b>)], kind: SourceKind) -> Self {
        Self {
            lines,
            kind,
            found: Vec::new(),
            places: Places::default(),
            base: Label::parse(""),
            number: 0,
            since_heading: false,
            in_sections: false,
            level: Level::default(),
            open: false,
        }
    }

    fn line(&mut self, at: usize) {
        let (gap, line) = &self.lines[at];
        let text = plain(&line.text);
        let apart = *gap != Gap::None || !self.open || self.is_complete();
        if apart && let Some(opened) = self.places.heading(text) {
            self.open = false;
            self.since_heading = true;
            match opened {
                Opened::Annex | Opened::Unit => self.number = 0,
                Opened::Section => self.section_below_number(),
            }
        } else if is_meeting(text) || line.text.starts_with(['#', '|']) {
            self.open = false;
        } else if let Some((number, rest)) = number_marker(text).filter(|_| !is_contents(text)) {
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

    /// "32. … commit to the following actions:" may go on in lettered sections, each with its own (a):
    /// then the section is a step of the label.
    fn section_below_number(&mut self) {
        let chapeau = self.found.last().is_some_and(|part| {
            part.label == self.base && part.pieces.last().is_some_and(|text| text.ends_with(':'))
        });
        if !(chapeau || self.in_sections) || self.places.letter_name().is_none() {
            self.in_sections = false;
            return;
        }
        if self.in_sections {
            self.base.steps.pop();
        }
        self.in_sections = true;
        self.base.steps.extend(self.places.letter_name());
        self.level = Level::default();
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
        let restart = number == 1 && self.number > 0 && self.counts_on_from(at);
        let in_section = restart && self.since_heading;
        let in_resolution = restart
            && !rest.is_empty()
            && self.kind == SourceKind::Resolution
            && self.ends_as_sentence(at);
        let skipped = self.number > 0
            && !rest.is_empty()
            && number > self.number
            && number <= self.number + 3;
        complete && (skipped || in_section || in_resolution)
    }

    /// Whether the number behind the one at `at` is its own next, and not that of the list around it.
    fn counts_on_from(&self, at: usize) -> bool {
        let next = self.lines[at + 1..]
            .iter()
            .find_map(|(_, line)| number_marker(plain(&line.text)))
            .map(|(number, _)| number);
        next.is_none_or(|next| next <= 2 || next != self.number + 1)
    }

    fn begin_number(&mut self, number: usize, rest: &'b str, at: usize) {
        let first_line = rest.is_empty().then(|| self.first_line_above(at)).flatten();
        self.number = number;
        self.since_heading = false;
        self.in_sections = false;
        self.level = Level::default();
        self.base = match &mut self.places.unit {
            Some(unit) => {
                unit.only_heading = false;
                let unit = unit.clone();
                Label {
                    place: self.places.of_unit(&unit),
                    number: unit.number,
                    steps: vec![number.to_string()],
                }
            }
            None => Label {
                place: self.places.annex.clone(),
                number: number.to_string(),
                steps: Vec::new(),
            },
        };
        let above = first_line.map(|above| &self.lines[above].1);
        self.begin(self.base.clone(), at, above.map_or(rest, |line| &line.text));
        if let (Some(above), Some(part)) = (above, self.found.last_mut()) {
            part.start = above.span.start;
            part.page = above.page;
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

    /// The only operative paragraph of a resolution is its first, though no number says so.
    fn begin_unnumbered(&mut self, at: usize) {
        self.number = 1;
        self.base = Label::parse("1");
        self.begin(self.base.clone(), at, &self.lines[at].1.text);
    }

    /// The line above a number that stands alone, where it is the first line of that paragraph. It is
    /// taken back from the paragraph that has it.
    fn first_line_above(&mut self, at: usize) -> Option<usize> {
        let above = at.checked_sub(1)?;
        let (gap, line) = &self.lines[above];
        let text = plain(&line.text);
        let taken = number_marker(text).is_some() || step_marker(text).is_some();
        if taken || ends_complete(text) || self.lines[at].0 != Gap::None {
            return None;
        }
        let starts = *gap != Gap::None
            || above
                .checked_sub(1)
                .is_none_or(|before| ends_clause(plain(&self.lines[before].1.text)));
        if !starts {
            return None;
        }
        let before = &self.lines[above.saturating_sub(1)].1.span;
        if let Some(part) = self
            .found
            .last_mut()
            .filter(|part| part.last == Some(above))
        {
            part.pieces.pop();
            part.end = before.end.max(part.start);
        }
        Some(above)
    }

    fn begin(&mut self, label: Label, at: usize, first: &'b str) {
        let line = &self.lines[at].1;
        self.open = true;
        self.found.push(Part {
            place: label.place.clone(),
            label,
            section: self.places.section_name(),
            pieces: vec![first],
            start: line.span.start,
            end: line.span.end,
            page: line.page,
            last: Some(at),
            announces: false,
        });
    }

    fn text(&mut self, at: usize, text: &'b str) {
        let (gap, line) = &self.lines[at];
        if self.open && *gap != Gap::None {
            self.open = self.goes_on(at, *gap);
        }
        if !self.open {
            self.begin_unit(at, text);
            return;
        }
        if let Some(part) = self.found.last_mut() {
            part.pieces.push(text);
            part.end = line.span.end;
            part.last = Some(at);
        }
    }

    /// Whether the open paragraph goes on behind a gap. After a page break it may; after an empty line it
    /// does where it has come to a colon, with what it announces, unless that is a table. A heading has
    /// no stop at its end.
    fn goes_on(&mut self, at: usize, gap: Gap) -> bool {
        let sentence = self.ends_as_sentence(at);
        let Some(part) = self.found.last_mut() else {
            return false;
        };
        let last = part.pieces.last().copied().unwrap_or_default();
        if gap == Gap::Blank && last.trim_end().ends_with(':') {
            part.announces = sentence;
            return sentence;
        }
        !ends_complete(last) || (sentence && (gap == Gap::Page || part.announces))
    }

    /// The words of an article or rule begin below its heading, which has no stop at its end.
    fn begin_unit(&mut self, at: usize, text: &'b str) {
        let below_heading = self
            .places
            .unit
            .as_ref()
            .is_some_and(|unit| unit.only_heading);
        if !below_heading || !(self.ends_as_sentence(at) || self.run(at) > LONGEST_TITLE) {
            return;
        }
        let Some(unit) = &mut self.places.unit else {
            return;
        };
        unit.only_heading = false;
        let unit = unit.clone();
        self.base = Label {
            place: self.places.of_unit(&unit),
            number: unit.number,
            steps: Vec::new(),
        };
        self.level = Level::default();
        self.begin(self.base.clone(), at, text);
    }

    /// Whether the open paragraph has come to a full stop or semicolon.
    fn is_complete(&self) -> bool {
        self.found
            .last()
            .and_then(|part| part.pieces.last())
            .is_some_and(|text| ends_complete(text))
    }

    /// How many lines there are from `at` to the next gap.
    fn run(&self, at: usize) -> usize {
        let more = self.lines[at + 1..].iter();
        1 + more.take_while(|(gap, _)| *gap == Gap::None).count()
    }

    /// Whether the lines from `at` to the next gap or marker end with a stop.
    fn ends_as_sentence(&self, at: usize) -> bool {
        let mut last = plain(&self.lines[at].1.text);
        for (gap, line) in &self.lines[at + 1..] {
            let text = plain(&line.text);
            if *gap != Gap::None || number_marker(text).is_some() || step_marker(text).is_some() {
                break;
            }
            last = text;
        }
        ends_clause(last)
    }
}
