//! The word lists of the rules of style and names: `data/words.tsv`, found in one pass over a block.
//!
//! A row says what is written and what would be right, where the entry does not hold, and two examples that
//! are its tests. Whoever reports a false alarm adds an `allows` example and an exception; no code changes.

use std::borrow::Cow;
use std::ops::Range;

mod list;
mod reporting;
mod signs;

use list::{Entry, LIST, Letters};

pub(crate) use list::Anchors;
pub(crate) use reporting::{finding, findings, replacement, right_for, told};
pub(crate) use signs::Signs;

use crate::acronyms::AGREED_NAME;
use crate::dates_and_sessions::PRESENT;
use crate::openings::words_of;
use crate::prose::Prose;
use crate::sentence::sentence_case;
use crate::style::SPELLINGS;

/// How many bytes on either side of an entry its exceptions are looked for.
const NEAR: usize = 80;

/// How far behind the beginning of a year the next one begins, with a space between them.
const SECOND_YEAR: usize = "2012 ".len();

/// What rules ask for that look at the whole draft.
const ACROSS: [&str; 3] = [AGREED_NAME.code, SPELLINGS.name, PRESENT.name];

/// An entry that stands in a block.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    entry: u32,
    has_capital: bool,
    /// Byte range in the block.
    pub(crate) span: Range<usize>,
}

impl Hit {
    /// The entry at `span`, if that is a whole word and the entry holds there.
    fn of(prose: &Prose<'_>, entry: u32, span: Range<usize>) -> Option<Self> {
        let known = &LIST.entries[entry as usize];
        let has_capital = prose.own[span.clone()] != known.written;
        let has_right_letters = !has_capital
            || known.letters == Letters::Small
                && prose.own[span.clone()] == sentence_case(&known.written)
                && prose.begins_sentence(span.start);
        let is_allowed = || {
            let near = around(&prose.own, &span, NEAR);
            known.unless.iter().any(|words| near.contains(words))
                || known.until.is_some_and(|last| names_year(near, last))
        };
        let holds = is_whole(&prose.own, &span)
            && has_right_letters
            && (known.unless.is_empty() && known.until.is_none() || !is_allowed());
        holds.then_some(Self {
            entry,
            has_capital,
            span,
        })
    }

    pub(crate) fn entry(&self) -> &'static Entry {
        &LIST.entries[self.entry as usize]
    }

    /// What stands there, with spaces for line breaks.
    pub(crate) fn written(&self) -> Cow<'static, str> {
        let written = self.entry().written.as_str();
        if self.has_capital {
            return Cow::Owned(sentence_case(written));
        }
        Cow::Borrowed(written)
    }

    /// Whether rules ask for it that look at the whole draft.
    pub(crate) fn is_for_whole_draft(&self) -> bool {
        ACROSS.contains(&self.entry().rule)
    }
}

/// What a block has of the lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listed {
    /// In text order.
    pub(crate) hits: Vec<Hit>,
    signs: Signs,
    /// Where the names of months begin, in text order.
    pub(crate) months: Vec<usize>,
    /// Where two years with a space between them begin, in text order.
    pub(crate) years: Vec<usize>,
}

impl Listed {
    pub(crate) fn has(&self, sign: Signs) -> bool {
        self.signs.has(sign)
    }
}

/// What the author's own words have of the lists.
pub(crate) fn read(prose: &Prose<'_>) -> Listed {
    let own = prose.own.as_bytes();
    let list = &*LIST;
    let mut listed = Listed::default();
    // Where the last entry ends, of those in exact letters and of the others: what begins inside is part of it.
    let mut ends = [0; 2];
    for word in words_of(own) {
        let Some(begun) = list.openings.get(own, &word) else {
            continue;
        };
        let at = word.at;
        listed.signs.add(begun.signs);
        if begun.signs.has(Signs::MONTH) {
            listed.months.push(at);
        }
        if begun.signs.has(Signs::YEAR) && at >= SECOND_YEAR && begins_year_before(own, at) {
            listed.years.push(at - SECOND_YEAR);
        }
        for (alike, end) in begun.entries.iter().zip(&mut ends) {
            let stands = |entry: &u32| list.entries[*entry as usize].stands_at(own, at);
            if at >= *end
                && let Some(longest) = alike.clone().find(stands)
            {
                *end = at + list.entries[longest as usize].written.len();
                listed.hits.extend(Hit::of(prose, longest, at..*end));
            }
        }
    }
    listed
}

/// Whether a year and a space stand right before `at`.
fn begins_year_before(own: &[u8], at: usize) -> bool {
    let before = &own[..at];
    let year = before.last_chunk::<SECOND_YEAR>();
    let is_year = year.is_some_and(|year| {
        matches!(year, [b'1', b'9', .., b' '] | [b'2', b'0', .., b' '])
            && year[..SECOND_YEAR - 1].iter().all(u8::is_ascii_digit)
    });
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    is_year && !before[..at - SECOND_YEAR].last().is_some_and(is_part)
}

/// Whether no letter or figure stands on either side.
pub(crate) fn is_whole(text: &str, span: &Range<usize>) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '@');
    !word(text[..span.start].chars().next_back()) && !word(text[span.end..].chars().next())
}

/// The text around a range, at most `reach` bytes on either side.
pub(crate) fn around<'t>(text: &'t str, span: &Range<usize>, reach: usize) -> &'t str {
    let start = span.start.saturating_sub(reach);
    let end = text.len().min(span.end + reach);
    let start = (start..=span.start)
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(span.start);
    let end = (span.end..=end)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(span.end);
    &text[start..end]
}

/// Whether `text` names a year of this age up to `last`.
fn names_year(text: &str, last: u16) -> bool {
    /// The first of which something may have been said in the words of today.
    const FIRST: u16 = 1800;
    let figures = text.split(|c: char| !c.is_ascii_digit());
    figures.filter(|figures| figures.len() == 4).any(|year| {
        year.parse()
            .is_ok_and(|year| (FIRST..=last).contains(&year))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use draft::{Dialect, Draft};

    use super::list::{expanded, rows};
    use super::*;

    fn codes(text: &str) -> Vec<&'static str> {
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let Some(prose) = Prose::of(&draft, draft.blocks().get(0).unwrap()) else {
            return Vec::new();
        };
        let is_row = |hit: &&Hit| !hit.entry().right.is_empty();
        let listed = read(&prose);
        let hits = listed.hits.iter().filter(is_row);
        hits.map(|hit| hit.entry().rule).collect()
    }

    #[test]
    fn every_row_finds_what_it_flags_and_leaves_what_it_allows() {
        for line in citation::table::lines(include_str!("../data/words.tsv")) {
            assert_eq!(line.split('\t').count(), 9, "columns of {line}");
        }
        let mut wrong = Vec::new();
        for row in rows() {
            assert!(matches!(row.letters, "small" | "exact"), "{row:?}");
            assert!(matches!(row.safety, "safe" | "suggested"), "{row:?}");
            for flagged in row.flags.split(" | ") {
                if codes(flagged) != [row.rule] {
                    wrong.push(format!("{} does not flag: {flagged}", row.rule));
                }
            }
            for allowed in row.allows.split(" | ").filter(|words| !words.is_empty()) {
                if !codes(allowed).is_empty() {
                    wrong.push(format!("{} flags: {allowed}", row.rule));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_form_stands_once_and_has_as_many_right_ones() {
        let mut seen = BTreeSet::new();
        for row in rows() {
            let (written, right) = (expanded(row.written), expanded(row.right));
            assert!(right.len() == 1 || right.len() == written.len(), "{row:?}");
            for form in written {
                assert!(seen.insert(form.clone()), "{form} stands twice");
            }
        }
    }
}
