//! Joining the lines of a passage into one: spaces, hyphens at the ends of lines, marks of Markdown.
//!
//! United Nations documents do not divide words, so a hyphen at the end of a line belongs to the word;
//! texts set in narrow columns do. Which of the two a text is, it shows itself: a word that stands
//! elsewhere in it without the hyphen was divided.

use std::collections::HashMap;

use super::lines::{Body, Gap};
use super::markers::without_stars;

/// Words after which a number belongs to the sentence.
pub(super) const COUNTED: [&str; 38] = [
    "Article",
    "Articles",
    "article",
    "articles",
    "Paragraph",
    "paragraph",
    "paragraphs",
    "Chapter",
    "chapter",
    "chapters",
    "Annex",
    "annex",
    "annexes",
    "Section",
    "section",
    "sections",
    "No",
    "Nos",
    "Table",
    "table",
    "Target",
    "Targets",
    "target",
    "targets",
    "Rule",
    "Rules",
    "rule",
    "rules",
    "item",
    "items",
    "vol",
    "Add",
    "Corr",
    "Rev",
    "resolution",
    "resolutions",
    "Resolution",
    "volume",
];

/// Words after which a number may belong to the name, and may be a figure behind it.
pub(super) const NAMES: [&str; 17] = [
    "Agenda",
    "Goal",
    "Goals",
    "Part",
    "part",
    "Area",
    "Group",
    "Level",
    "Action",
    "Actions",
    "Pillar",
    "Objective",
    "Principle",
    "Protocol",
    "Phase",
    "Item",
    "Supplement",
];

/// Words after which a number counts what follows: "of 15 members", "between 2 and 5".
pub(super) const BEFORE_COUNT: [&str; 24] = [
    "of",
    "to",
    "from",
    "in",
    "on",
    "by",
    "the",
    "than",
    "least",
    "most",
    "about",
    "over",
    "under",
    "and",
    "or",
    "between",
    "for",
    "at",
    "with",
    "until",
    "after",
    "including",
    "estimated",
    "past",
];

/// What a number counts.
pub(super) const COUNTED_THINGS: [&str; 18] = [
    "million",
    "billion",
    "percent",
    "years",
    "days",
    "months",
    "hours",
    "members",
    "countries",
    "degrees",
    "dollars",
    "persons",
    "people",
    "posts",
    "weeks",
    "meetings",
    "a.m",
    "p.m",
];

/// Words before which a hyphen stands for a part of a word that comes later.
const SUSPENDING: [&str; 3] = ["and", "or", "to"];

/// What stands on either side of a hyphen and the end of its line, in lower case.
type Halves = (String, String);

/// How lines are joined in one text.
pub(super) struct Words {
    /// Words that stand at the end of a line with a hyphen, with what follows; whether each was divided.
    divided: HashMap<Halves, bool>,
    /// What is done with the rest.
    divides: bool,
}

impl Words {
    /// Learns from the whole body how it treats the ends of its lines.
    pub(super) fn of(body: &Body<'_>) -> Self {
        let mut at_ends: HashMap<Halves, (u32, u32)> = HashMap::new();
        for pair in body.lines.windows(2) {
            let [(_, line), (Gap::None, next)] = pair else {
                continue;
            };
            if let Some(halves) = halves(&line.text, &next.text) {
                at_ends.entry(halves).or_default();
            }
        }
        if at_ends.is_empty() {
            return Self {
                divided: HashMap::new(),
                divides: false,
            };
        }
        let mut forms: HashMap<String, Vec<(bool, Halves)>> = HashMap::new();
        for halves in at_ends.keys() {
            let (left, right) = halves;
            forms
                .entry(format!("{left}{right}"))
                .or_default()
                .push((true, halves.clone()));
            forms
                .entry(format!("{left}-{right}"))
                .or_default()
                .push((false, halves.clone()));
        }
        for (_, line) in &body.lines {
            for word in line.text.split_whitespace() {
                let bare = word.trim_matches(|edge: char| !edge.is_alphanumeric());
                for (whole, halves) in forms.get(&bare.to_lowercase()).into_iter().flatten() {
                    if let Some(seen) = at_ends.get_mut(halves) {
                        seen.0 += u32::from(*whole);
                        seen.1 += u32::from(!*whole);
                    }
                }
            }
        }
        let whole = at_ends.values().filter(|seen| seen.0 > seen.1).count();
        let hyphenated = at_ends.values().filter(|seen| seen.1 > seen.0).count();
        Self {
            divides: whole > 2 && whole > hyphenated * 2,
            divided: at_ends
                .into_iter()
                .filter(|(_, (whole, hyphenated))| whole != hyphenated)
                .map(|(halves, (whole, hyphenated))| (halves, whole > hyphenated))
                .collect(),
        }
    }

    /// `pieces` as one line.
    pub(super) fn line(&self, pieces: &[&str]) -> String {
        let mut line = String::with_capacity(pieces.iter().map(|piece| piece.len() + 1).sum());
        for piece in pieces {
            if is_plain(piece) {
                let first = piece.split(' ').next().unwrap_or(piece);
                self.go_on(&mut line, first);
                line.push_str(piece);
                continue;
            }
            let mut first = true;
            for word in piece.split_whitespace() {
                let word = without_emphasis(word);
                if word.is_empty() {
                    continue;
                }
                if first {
                    self.go_on(&mut line, word);
                } else if !line.is_empty() && !is_stop(word) {
                    line.push(' ');
                }
                line.push_str(word);
                first = false;
            }
        }
        if line.contains('\u{ad}') {
            line.retain(|character| character != '\u{ad}');
        }
        line
    }

    /// Ends a line of the text so that `next` can be set behind it.
    fn go_on(&self, line: &mut String, next: &str) {
        if line.is_empty() || is_stop(next) {
            return;
        }
        if line.ends_with('\u{ad}') {
            line.pop();
            return;
        }
        let lower = next.starts_with(char::is_lowercase);
        // Justified text may tear a hyphen off its word.
        if lower && line.ends_with(" -") && !line.ends_with("- -") {
            line.truncate(line.len() - 2);
            line.push('-');
            return;
        }
        // "pre- and post-exposure"
        let suspended = SUSPENDING.contains(&next);
        if !line.ends_with('-') || line.ends_with(" -") || suspended {
            line.push(' ');
            return;
        }
        let divided = halves(line, next)
            .is_some_and(|halves| *self.divided.get(&halves).unwrap_or(&self.divides));
        if divided {
            line.pop();
        }
    }
}

/// The two halves of a word with a hyphen at the end of `line`, in small letters, where both are letters.
fn halves(line: &str, next: &str) -> Option<Halves> {
    let left = line.strip_suffix('-')?;
    let left = left
        .rsplit(|letter: char| !letter.is_alphabetic())
        .next()
        .filter(|left| !left.is_empty())?;
    let right = next
        .split(|letter: char| !letter.is_alphabetic())
        .next()
        .filter(|right| right.starts_with(char::is_lowercase))?;
    Some((left.to_lowercase(), right.to_lowercase()))
}

/// Whether nothing in a piece of a line is to be changed: words of ASCII with one space between them, no
/// marks of Markdown, and no stop by itself.
fn is_plain(piece: &str) -> bool {
    let bytes = piece.as_bytes();
    // Counts have no way out of their loops, so that several bytes are looked at in one step.
    let marks = bytes
        .iter()
        .filter(|byte| !matches!(byte, b' '..=b')' | b'+'..=b'~'))
        .count();
    let apart = bytes
        .windows(2)
        .filter(|pair| pair[0] == b' ' && is_space_or_stop(pair[1]))
        .count();
    let begins = bytes.first().is_some_and(|first| !is_space_or_stop(*first));
    begins && marks + apart == 0 && bytes.last() != Some(&b' ')
}

/// A space, or what [`is_stop`] takes for a stop.
fn is_space_or_stop(byte: u8) -> bool {
    matches!(byte, b' ' | b',' | b';' | b'.' | b':' | b')')
}

/// A mark that a footnote figure was cut away from.
fn is_stop(word: &str) -> bool {
    matches!(word, "," | ";" | "." | ":" | ")")
}

/// A word without the asterisks of Markdown.
fn without_emphasis(word: &str) -> &str {
    let word = without_stars(word);
    word.strip_suffix("**").unwrap_or(word)
}
