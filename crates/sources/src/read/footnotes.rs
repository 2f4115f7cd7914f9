//! Footnote figures that extraction left in the words: "Rights2", "2021,1", "Women, 5 the".
//!
//! A figure is taken out only where it is the number of a footnote that was found, and where it comes
//! in its turn; numbers that belong to the sentence stay.

use std::collections::BTreeSet;

/// How far ahead of its turn a figure glued to a word may come, where one before was not seen.
const AHEAD: usize = 6;

/// Words after which a number belongs to the sentence.
const COUNTED: [&str; 34] = [
    "Article",
    "Articles",
    "Paragraph",
    "Chapter",
    "Goal",
    "Goals",
    "Annex",
    "Part",
    "Section",
    "No.",
    "Nos.",
    "Table",
    "Target",
    "Targets",
    "Rule",
    "Rules",
    "Supplement",
    "Agenda",
    "Item",
    "Volume",
    "Phase",
    "Pillar",
    "Objective",
    "Principle",
    "Protocol",
    "Add.",
    "Corr.",
    "Rev.",
    "Action",
    "Actions",
    "Level",
    "Area",
    "SDG",
    "Group",
];

/// Joins the lines of paragraphs, in the order of the text.
pub(super) struct Words<'a> {
    notes: &'a BTreeSet<usize>,
    next: usize,
}

impl<'a> Words<'a> {
    pub(super) fn new(notes: &'a BTreeSet<usize>) -> Self {
        Self { notes, next: 1 }
    }

    /// `pieces` as one line, without footnote figures and Markdown marks.
    pub(super) fn line(&mut self, pieces: &[&str]) -> String {
        let mut line = String::with_capacity(pieces.iter().map(|piece| piece.len() + 1).sum());
        // Where the last word begins, and whether it goes on in the next piece: "whole-of-".
        let mut last = 0;
        let mut goes_on = false;
        for piece in pieces {
            let is_plain = self.notes.is_empty() && !piece.contains(['*', '[']);
            if is_plain && is_one_line(piece) {
                if !line.is_empty() && !goes_on {
                    line.push(' ');
                }
                last = line.len() + piece.rfind(' ').map_or(0, |space| space + 1);
                line.push_str(piece);
                goes_on = line.ends_with('-') && !line.ends_with(" -");
                continue;
            }
            for word in piece.split_whitespace() {
                let space = usize::from(!line.is_empty() && !goes_on);
                if is_plain {
                    if space > 0 {
                        line.push(' ');
                    }
                    last = if goes_on { last } else { line.len() };
                    line.push_str(word);
                    goes_on = false;
                    continue;
                }
                let word = without_reference(word);
                if word.is_empty() {
                    continue;
                }
                let previous = if goes_on {
                    ""
                } else {
                    line.get(last..).unwrap_or("")
                };
                let Some(word) = self.without_figure(previous, word) else {
                    continue;
                };
                if space > 0 {
                    line.push(' ');
                }
                last = line.len();
                line.push_str(&word);
                goes_on = false;
            }
            goes_on = line.ends_with('-') && !line.ends_with(" -");
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// The word without its figure; `None` where it is nothing but one.
    fn without_figure(&mut self, previous: &str, word: &str) -> Option<String> {
        if self.notes.is_empty() {
            return Some(word.to_owned());
        }
        if let Ok(number) = word.parse::<usize>() {
            return match self.is_own_figure(previous, number) || self.is_glued_year(word) {
                true if word.len() > 4 => Some(word[..4].to_owned()),
                true => None,
                false => Some(word.to_owned()),
            };
        }
        let closing = word.trim_end_matches([',', ';', '.', ':', ')', '\u{201d}']);
        let base = closing.trim_end_matches(|last: char| last.is_ascii_digit());
        let figure = &closing[base.len()..];
        let tail = &word[closing.len()..];
        if base.is_empty() && self.is_glued_year(figure) {
            return Some(format!("{}{tail}", &figure[..4]));
        }
        let Ok(number) = figure.parse::<usize>() else {
            return Some(word.to_owned());
        };
        if may_carry_figure(base) && self.notes.contains(&number) && number <= self.next + AHEAD {
            self.next = self.next.max(number + 1);
            return Some(format!("{base}{tail}"));
        }
        Some(word.to_owned())
    }

    /// A number by itself is a figure where it is the next one and stands behind a name, a year or a
    /// stop, but not in a list of numbers.
    fn is_own_figure(&mut self, previous: &str, number: usize) -> bool {
        // Behind a semicolon there is hardly anything else; elsewhere the figure must come in its turn.
        let ahead = if previous.ends_with(';') { AHEAD } else { 2 };
        if !(self.next..=self.next + ahead).contains(&number)
            || !self.notes.contains(&number)
            || COUNTED.contains(&previous)
        {
            return false;
        }
        let bare = previous.trim_end_matches([',', ';', '.', ':']);
        let stopped = bare.len() < previous.len();
        let short_number = bare.len() < 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
        let year = is_year(bare);
        let name = bare.starts_with(|first: char| first.is_uppercase()) && bare.len() > 2;
        let quoted = bare.ends_with(['\u{201d}', ')']);
        let figure = !bare.is_empty() && !short_number && (stopped || year || name || quoted);
        if figure {
            self.next = number + 1;
        }
        figure
    }

    /// `20214` is 2021 and note 4.
    fn is_glued_year(&mut self, word: &str) -> bool {
        let Some((year, figure)) = word.split_at_checked(4) else {
            return false;
        };
        let number = figure.parse::<usize>().ok();
        let glued = is_year(year)
            && number.is_some_and(|number| {
                self.notes.contains(&number) && (self.next..=self.next + AHEAD).contains(&number)
            });
        if let (true, Some(number)) = (glued, number) {
            self.next = number + 1;
        }
        glued
    }
}

/// Whether single spaces are all the white space there is, and none at the ends.
fn is_one_line(piece: &str) -> bool {
    piece.is_ascii()
        && !piece.is_empty()
        && !piece.contains("  ")
        && !piece.starts_with(' ')
        && !piece.ends_with(' ')
        && !piece
            .bytes()
            .any(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c))
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a figure glued to `base` can be a note: "Rights", "(2000)", "2021,", but not "CO" or "10,".
fn may_carry_figure(base: &str) -> bool {
    let stopped = base.trim_end_matches([',', ';', ':', '.']);
    if stopped.len() < base.len() {
        let last = stopped
            .rsplit(|c: char| !c.is_ascii_digit())
            .next()
            .unwrap_or("");
        return match stopped.chars().next_back() {
            _ if base.ends_with(';') => true,
            Some(end) if end.is_ascii_digit() => is_year(last) && !base.ends_with('.'),
            Some(end) => {
                end.is_lowercase() || ")\u{201d}\u{2019}".contains(end) || !base.ends_with('.')
            }
            None => false,
        };
    }
    let letters = base.chars().rev().take_while(|c| c.is_alphabetic()).count();
    base.ends_with(['\u{201d}', ')'])
        || (letters > 2 && base.chars().next_back().is_some_and(char::is_lowercase))
}

/// A word without `[^3]` and the asterisks of Markdown.
fn without_reference(word: &str) -> &str {
    let word = match word.find("[^") {
        Some(at) if word[at..].ends_with(']') => &word[..at],
        _ => word,
    };
    let word = word.trim_start_matches("**");
    word.strip_suffix("**").unwrap_or(word)
}
