//! Two versions of a draft, paragraph by paragraph: what changed, moved, was added or dropped, and which
//! references with it.
//!
//! Paragraphs are matched by their words without their printed numbers, so that one put in at the top does
//! not make every later one a change. First what stayed in order is found; of the rest, equal paragraphs
//! have moved, alike ones have changed, and what has no partner is new or gone.

mod html;
mod likeness;
mod pairing;
mod place;
mod text;

use std::collections::BTreeMap;
use std::ops::Range;

use draft::{BlockKind, Dialect};
use resolve::Resolved;
use similar::{ChangeTag, TextDiff};

pub use place::Place;
pub use text::Ink;

/// Two versions compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The name of the earlier version.
    pub old: String,
    /// The name of the later one.
    pub new: String,
    /// Every paragraph that is not as it was, in the order of the later version; dropped ones stand where
    /// they stood.
    pub entries: Vec<Entry>,
    /// How many paragraphs are the same.
    pub same: usize,
    /// References that only the later version has, each with how many more there are.
    pub references_added: Vec<(String, usize)>,
    /// References that only the earlier version has, in the same way.
    pub references_dropped: Vec<(String, usize)>,
}

/// What has happened to a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// Its words are others.
    Changed,
    /// It stands elsewhere.
    Moved,
    /// Both.
    MovedAndChanged,
    /// It has another number, and nothing else.
    Renumbered,
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
}

impl Happened {
    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Moved => "moved",
            Self::MovedAndChanged => "moved and changed",
            Self::Renumbered => "renumbered",
            Self::Added => "added",
            Self::Dropped => "dropped",
        }
    }
}

/// A paragraph that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What has happened to it.
    pub happened: Happened,
    /// Which paragraph of the earlier version it was.
    pub before: Option<Place>,
    /// Which one of the later version it is.
    pub after: Option<Place>,
    /// Its words, with what was taken out and put in.
    pub pieces: Vec<Piece>,
    /// References that it has and had not.
    pub references_added: Vec<String>,
    /// References that it had and has not.
    pub references_dropped: Vec<String>,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Whether it is in both versions, or in one.
    pub side: Side,
    /// The words, with the white space behind them.
    pub words: String,
}

/// In which version words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// In both.
    Both,
    /// In the earlier one.
    Old,
    /// In the later one.
    New,
}

/// A paragraph of a version.
struct Paragraph {
    /// The printed number or label, with what stands behind it: `15.`, `(a)`.
    number: Option<String>,
    /// The number and letter of the paragraphs that a sub-paragraph stands below: `2`, `2 (a)`.
    below: Option<String>,
    is_heading: bool,
    /// Its words as one line, without its number.
    words: String,
    /// The documents that it cites.
    references: Vec<String>,
}

impl Paragraph {
    fn place(&self) -> Place {
        let Some(number) = &self.number else {
            if self.is_heading {
                return Place::heading(&self.words);
            }
            return Place::beginning(&self.words);
        };
        if self.is_heading {
            return Place::heading(&format!("{number} {}", self.words));
        }
        Place::Numbered(match &self.below {
            Some(below) => format!("{below} {number}"),
            None if number.starts_with('(') => number.clone(),
            None => number.trim_end_matches(['.', ')']).to_owned(),
        })
    }
}

impl Comparison {
    /// Compares two versions.
    pub fn of(old: (&str, &Resolved), new: (&str, &Resolved)) -> Self {
        let (before, after) = (paragraphs(old.1), paragraphs(new.1));
        let matched = pairing::pair(&before, &after);
        let entries = matched
            .iter()
            .filter_map(|pair| entry(pair, &before, &after));
        let entries: Vec<Entry> = entries.collect();
        let changed = entries.iter().filter(|entry| entry.after.is_some()).count();
        Self {
            old: old.0.to_owned(),
            new: new.0.to_owned(),
            same: after.len() - changed,
            entries,
            references_added: difference(&counted(&after), &counted(&before)),
            references_dropped: difference(&counted(&before), &counted(&after)),
        }
    }

    /// Whether there is no difference.
    pub fn is_same(&self) -> bool {
        self.entries.is_empty()
    }

    /// For a terminal.
    pub fn text(&self, ink: Ink) -> String {
        text::write(self, ink)
    }

    /// As a web page that needs nothing beside it.
    pub fn html(&self) -> String {
        html::write(self)
    }

    /// "2 changed, 1 moved, 1 added, 38 the same".
    pub(crate) fn summary(&self) -> String {
        let mut counts: BTreeMap<Happened, usize> = BTreeMap::new();
        for entry in &self.entries {
            *counts.entry(entry.happened).or_default() += 1;
        }
        let mut parts: Vec<String> = counts
            .iter()
            .map(|(happened, count)| format!("{count} {}", happened.word()))
            .collect();
        parts.push(format!("{} the same", self.same));
        parts.join(", ")
    }
}

fn paragraphs(resolved: &Resolved) -> Vec<Paragraph> {
    let draft = &resolved.draft;
    let mut found = Vec::new();
    let mut levels = Levels::default();
    // The numbers of an extracted text may stand apart from their paragraphs.
    let is_numbered = draft.dialect() == Dialect::Markdown;
    for block in draft.blocks() {
        if !block.kind.is_prose() {
            continue;
        }
        let is_heading = matches!(block.kind, BlockKind::Heading(_));
        if is_heading {
            levels = Levels::default();
        }
        let text = draft.text_of(&block);
        let line: Vec<&str> = text.split_whitespace().collect();
        let (number, words) = match line.split_first() {
            Some((first, rest)) if is_number(first) && !rest.is_empty() => {
                (Some((*first).to_owned()), rest.join(" "))
            }
            _ => (None, line.join(" ")),
        };
        if words.is_empty() {
            continue;
        }
        let below = number.as_deref().and_then(|number| levels.below(number));
        found.push(Paragraph {
            below: below.filter(|_| is_numbered),
            number,
            is_heading,
            words,
            references: cited_in(resolved, &block.span),
        });
    }
    found
}

/// The paragraph and the letter that the next sub-paragraph may stand below.
#[derive(Default)]
struct Levels {
    number: Option<String>,
    letter: Option<char>,
}

impl Levels {
    /// What the paragraph with this number or label stands below.
    fn below(&mut self, label: &str) -> Option<String> {
        let Some(inside) = label.strip_prefix('(').and_then(|it| it.strip_suffix(')')) else {
            self.number = Some(label.trim_end_matches(['.', ')']).to_owned());
            self.letter = None;
            return None;
        };
        let number = self.number.clone()?;
        // Behind (h), (i) is a letter; elsewhere it is the first numeral below one.
        let next = self.letter.map_or('a', |last| char::from(last as u8 + 1));
        if let Some(letter) = inside
            .chars()
            .next()
            .filter(|only| inside.len() == 1 && *only == next)
        {
            self.letter = Some(letter);
            return Some(number);
        }
        match self.letter {
            Some(letter) => Some(format!("{number} ({letter})")),
            None => Some(number),
        }
    }
}

/// Whether a word is the number or letter of a paragraph: `15.`, `(a)`, `3)`, `IV.`
fn is_number(word: &str) -> bool {
    let inner = word
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .or_else(|| word.strip_suffix(['.', ')']));
    inner.is_some_and(|inner| {
        let figures = !inner.is_empty() && inner.bytes().all(|byte| byte.is_ascii_digit());
        let roman = !inner.is_empty() && inner.bytes().all(|byte| b"IVXLivxl".contains(&byte));
        let letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_alphabetic());
        figures || roman || letter
    })
}

fn cited_in(resolved: &Resolved, span: &Range<usize>) -> Vec<String> {
    let references = &resolved.references;
    let from = references.partition_point(|one| one.token.start < span.start);
    references[from..]
        .iter()
        .take_while(|one| one.token.end <= span.end)
        .filter(|one| !one.is_own)
        .map(|one| {
            let name = match &one.referent {
                Some(referent) => referent.to_string(),
                None => resolved.draft.slice(one.token.clone()),
            };
            match &one.pinpoint {
                Some(pinpoint) => format!("{name}, {pinpoint}"),
                None => name,
            }
        })
        .collect()
}

fn counted(paragraphs: &[Paragraph]) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for reference in paragraphs.iter().flat_map(|one| &one.references) {
        *counts.entry(reference.as_str()).or_default() += 1;
    }
    counts
}

/// What `here` has more of than `there`.
fn difference(here: &BTreeMap<&str, usize>, there: &BTreeMap<&str, usize>) -> Vec<(String, usize)> {
    here.iter()
        .filter_map(|(name, count)| {
            let more = count.saturating_sub(there.get(name).copied().unwrap_or(0));
            (more > 0).then(|| ((*name).to_owned(), more))
        })
        .collect()
}

fn entry(pair: &pairing::Pair, before: &[Paragraph], after: &[Paragraph]) -> Option<Entry> {
    let old = pair.old.and_then(|index| before.get(index));
    let new = pair.new.and_then(|index| after.get(index));
    let happened = match (old, new) {
        (Some(old), Some(new)) => {
            let changed = old.words != new.words;
            match (changed, pair.moved) {
                (true, true) => Happened::MovedAndChanged,
                (true, false) => Happened::Changed,
                (false, true) => Happened::Moved,
                (false, false) if old.number != new.number => Happened::Renumbered,
                (false, false) => return None,
            }
        }
        (Some(_), None) => Happened::Dropped,
        (None, Some(_)) => Happened::Added,
        (None, None) => return None,
    };
    let words = |one: Option<&Paragraph>| one.map(|one| one.words.clone()).unwrap_or_default();
    let references =
        |one: Option<&Paragraph>| one.map(|one| one.references.clone()).unwrap_or_default();
    let (had, has) = (references(old), references(new));
    Some(Entry {
        happened,
        before: old.map(Paragraph::place),
        after: new.map(Paragraph::place),
        pieces: pieces(&words(old), &words(new)),
        references_added: without(&has, &had),
        references_dropped: without(&had, &has),
    })
}

fn without(list: &[String], others: &[String]) -> Vec<String> {
    let mut only: Vec<String> = Vec::new();
    for one in list.iter().filter(|one| !others.contains(one)) {
        if !only.contains(one) {
            only.push(one.clone());
        }
    }
    only
}

fn pieces(old: &str, new: &str) -> Vec<Piece> {
    let diff = TextDiff::from_words(old, new);
    let mut pieces: Vec<Piece> = Vec::new();
    for change in diff.iter_all_changes() {
        let side = match change.tag() {
            ChangeTag::Equal => Side::Both,
            ChangeTag::Delete => Side::Old,
            ChangeTag::Insert => Side::New,
        };
        match pieces.last_mut() {
            Some(last) if last.side == side => last.words.push_str(change.value()),
            _ => pieces.push(Piece {
                side,
                words: change.value().to_owned(),
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests;
