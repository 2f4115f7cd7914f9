//! The word lists of the rules of style and names: `data/words.tsv`, found in one pass over a block.
//!
//! A row says what is written and what would be right, where the entry does not hold, and two examples that
//! are its tests. Whoever reports a false alarm adds an `allows` example and an exception; no code changes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use citation::MONTHS;
use draft::Block;

use crate::openings::{Opening, Openings, words_of};
use crate::prose::Prose;
use crate::roll_over::{ANNOUNCING, PRESENT};
use crate::sentence::sentence_case;
use crate::style::{GOVERNMENT_OF, NUMBERED, SPELLINGS};
use crate::{Context, Edit, Finding, Fix, Rule, Safety};

/// How many bytes on either side of an entry its exceptions are looked for.
const NEAR: usize = 80;

/// Words that a rule starts from, and finds no fault with as such.
pub(crate) struct Anchors {
    /// What they are found by, like the entries of a rule by its code.
    pub(crate) name: &'static str,
    pub(crate) words: &'static [&'static str],
}

const ANCHORS: [&Anchors; 4] = [&NUMBERED, &GOVERNMENT_OF, &SPELLINGS, &PRESENT];

/// What rules ask for that look at the whole draft.
const ACROSS: [&str; 3] = ["A005", SPELLINGS.name, PRESENT.name];

/// In which letters an entry has to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    /// As the list writes it, or with a capital at the beginning of a sentence.
    Small,
    /// As the list writes it.
    Exact,
}

/// One form of a row.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// The code of the rule that speaks, or the name of the anchors.
    pub(crate) rule: &'static str,
    /// What is written.
    pub(crate) written: String,
    /// What would be right; several ways are separated by ` / `.
    pub(crate) right: String,
    letters: Letters,
    /// Words that, near by, make the entry right.
    unless: Vec<&'static str>,
    /// Whether fix-all may apply it.
    safety: Safety,
}

impl Entry {
    /// A word of `anchors`.
    fn anchor(anchors: &Anchors, word: &str) -> Self {
        Self {
            rule: anchors.name,
            written: word.to_owned(),
            right: String::new(),
            letters: Letters::Exact,
            unless: Vec::new(),
            safety: Safety::Suggested,
        }
    }

    /// Whether it is an entry in such letters and stands at `at`, be it as part of a longer word.
    fn stands_at(&self, text: &[u8], at: usize, letters: Letters) -> bool {
        let written = self.written.as_bytes();
        self.letters == letters
            && text
                .get(at..at + written.len())
                .is_some_and(|text| match letters {
                    Letters::Exact => text == written,
                    Letters::Small => text.eq_ignore_ascii_case(written),
                })
    }
}

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
        };
        let holds = is_whole(&prose.own, &span)
            && has_right_letters
            && (known.unless.is_empty() || !is_allowed());
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

/// What words of a text may be the beginning of, for rules that need more than a list to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs(u8);

impl Signs {
    /// The name of a month, in full or short.
    pub(crate) const MONTH: Self = Self(1);
    /// "session".
    pub(crate) const SESSION: Self = Self(1 << 1);
    /// Words that announce an event.
    pub(crate) const ANNOUNCEMENT: Self = Self(1 << 2);
    /// Two years with a space between them.
    pub(crate) const TWO_YEARS: Self = Self(1 << 3);
    /// Letters with full stops.
    pub(crate) const STOPS: Self = Self(1 << 4);

    fn add(&mut self, others: Self) {
        self.0 |= others.0;
    }

    fn has(self, sign: Self) -> bool {
        self.0 & sign.0 != 0
    }

    /// What the opening of a word tells, and that of the word before.
    fn of_shape(opening: Opening, before: Option<Opening>) -> Self {
        if opening.has_stops() {
            Self::STOPS
        } else if opening.is_year() && before.is_some_and(Opening::is_year) {
            Self::TWO_YEARS
        } else {
            Self::default()
        }
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
}

impl Listed {
    pub(crate) fn has(&self, sign: Signs) -> bool {
        self.signs.has(sign)
    }
}

/// What words that begin alike may be.
#[derive(Clone, Debug, Default)]
struct Begun {
    /// Where the entries stand in the list.
    entries: Range<u32>,
    signs: Signs,
}

struct List {
    /// Those that begin alike stand together, the longest first.
    entries: Vec<Entry>,
    openings: Openings<Begun>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let anchors = |anchors: &'static Anchors| {
        let words = anchors.words.iter();
        words.map(move |word| Entry::anchor(anchors, word))
    };
    let mut entries: Vec<(Opening, Entry)> = rows()
        .flat_map(entries_of)
        .chain(ANCHORS.into_iter().flat_map(anchors))
        .filter_map(|entry| Some((Opening::of_first(&entry.written)?, entry)))
        .collect();
    entries.sort_by_key(|(opening, entry)| (*opening, std::cmp::Reverse(entry.written.len())));
    let mut openings: HashMap<Opening, Begun> = HashMap::new();
    let mut sign = |words: &str, sign: Signs| {
        if let Some(opening) = Opening::of_first(words) {
            openings.entry(opening).or_default().signs.add(sign);
        }
    };
    for month in MONTHS {
        for behind in [&month[3..], " ", ".", ","] {
            sign(&format!("{}{behind}", &month[..3]), Signs::MONTH);
        }
    }
    sign("Sept.", Signs::MONTH);
    for words in ANNOUNCING {
        sign(words, Signs::ANNOUNCEMENT);
    }
    for word in ["session", "sessions"] {
        sign(word, Signs::SESSION);
    }
    let mut from = 0;
    for alike in entries.chunk_by(|(a, _), (b, _)| a == b) {
        let to = from + alike.len() as u32;
        openings.entry(alike[0].0).or_default().entries = from..to;
        from = to;
    }
    List {
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
        openings: openings.into_iter().collect(),
    }
});

/// The columns of a row.
#[derive(Clone, Copy, Debug)]
struct Row {
    rule: &'static str,
    written: &'static str,
    right: &'static str,
    letters: &'static str,
    safety: &'static str,
    unless: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the example is the row's test"))]
    flags: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the example is the row's test"))]
    allows: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    include_str!("../data/words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .filter_map(|line| {
            let columns: Vec<&str> = line.split('\t').collect();
            let [
                rule,
                written,
                right,
                letters,
                safety,
                unless,
                flags,
                allows,
                _,
            ] = columns[..]
            else {
                return None;
            };
            Some(Row {
                rule,
                written,
                right,
                letters,
                safety,
                unless,
                flags,
                allows,
            })
        })
}

/// The entries of a row: `organi{s,z}` has none, `organis{e,ed}` and `organiz{e,ed}` make two.
fn entries_of(row: Row) -> Vec<Entry> {
    let written = expanded(row.written);
    let right = expanded(row.right);
    written
        .into_iter()
        .enumerate()
        .map(|(index, written)| Entry {
            rule: row.rule,
            written,
            right: right
                .get(index)
                .or(right.last())
                .cloned()
                .unwrap_or_default(),
            letters: if row.letters == "exact" {
                Letters::Exact
            } else {
                Letters::Small
            },
            unless: row
                .unless
                .split('|')
                .filter(|words| !words.is_empty())
                .collect(),
            safety: if row.safety == "safe" {
                Safety::Safe
            } else {
                Safety::Suggested
            },
        })
        .collect()
}

/// `colo{r,rs}` as `color` and `colors`.
fn expanded(form: &str) -> Vec<String> {
    let Some((head, rest)) = form.split_once('{') else {
        return vec![form.to_owned()];
    };
    let (endings, tail) = rest.split_once('}').unwrap_or((rest, ""));
    endings
        .split(',')
        .map(|ending| [head, ending, tail].concat())
        .collect()
}

/// What the author's own words have of the lists.
pub(crate) fn read(prose: &Prose<'_>) -> Listed {
    let own = prose.own.as_bytes();
    let list = &*LIST;
    let mut listed = Listed::default();
    // Where the last entry ends, of those in exact letters and of the others: what begins inside is part of it.
    let mut ends = [0; 2];
    let mut before = None;
    for word in words_of(own) {
        let at = word.start;
        let Some(opening) = Opening::of(own, &word) else {
            break;
        };
        let opening_before = before.replace(opening);
        listed.signs.add(Signs::of_shape(opening, opening_before));
        let Some(begun) = list.openings.get(opening) else {
            continue;
        };
        listed.signs.add(begun.signs);
        if begun.signs.has(Signs::MONTH) {
            listed.months.push(at);
        }
        for (letters, end) in [Letters::Exact, Letters::Small].into_iter().zip(&mut ends) {
            let stands = |entry: &u32| list.entries[*entry as usize].stands_at(own, at, letters);
            let longest = begun.entries.clone().find(stands);
            let Some(entry) = longest.filter(|_| at >= *end) else {
                continue;
            };
            *end = at + list.entries[entry as usize].written.len();
            listed.hits.extend(Hit::of(prose, entry, at..*end));
        }
    }
    listed
}

/// What would be right for `written`, where the list of the rule `code` has it as written.
pub(crate) fn right_for(code: &str, written: &str) -> Option<&'static str> {
    LIST.entries
        .iter()
        .find(|entry| entry.rule == code && entry.written == written)
        .map(|entry| entry.right.as_str())
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

/// The findings of a rule that is a list of words: each with the words that `message` makes of what is
/// written and what would be right, and with the replacement.
pub(crate) fn findings(
    rule: &Rule,
    context: &Context<'_>,
    prose: &Prose<'_>,
    message: impl Fn(&str, &str) -> String,
    found: &mut Vec<Finding>,
) {
    let hits = prose.hits(rule.code);
    found.extend(hits.filter_map(|hit| finding(rule, context, &prose.block, hit, &message)));
}

/// The finding of a rule about an entry of its list; `None` where the settings accept the words.
pub(crate) fn finding(
    rule: &Rule,
    context: &Context<'_>,
    block: &Block<'_>,
    hit: &Hit,
    message: impl Fn(&str, &str) -> String,
) -> Option<Finding> {
    let entry = hit.entry();
    let written = hit.written();
    let mut accepted = context.settings.accepted_words.iter();
    if accepted.any(|words| words.eq_ignore_ascii_case(&written)) {
        return None;
    }
    let begins_with_capital = written.starts_with(char::is_uppercase);
    let ways: Vec<String> = entry
        .right
        .split(" / ")
        .map(|right| match entry.letters {
            Letters::Small if begins_with_capital => sentence_case(right),
            _ => right.to_owned(),
        })
        .collect();
    let start = block.span.start;
    let range = start + hit.span.start..start + hit.span.end;
    let mut finding = rule.finding(range.clone(), message(&written, &ways.join("” or “")));
    finding.fixes = ways
        .into_iter()
        .filter(|right| !right.is_empty())
        .map(|right| replacement(range.clone(), right, entry.safety))
        .collect();
    Some(finding)
}

/// A fix that puts `text` in place of `range`.
pub(crate) fn replacement(range: Range<usize>, text: String, safety: Safety) -> Fix {
    Fix {
        title: format!("Change to “{text}”"),
        edits: vec![Edit { range, text }],
        safety,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use draft::{Dialect, Draft};

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
        let lines = include_str!("../data/words.tsv")
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(
            lines.skip(1).count(),
            rows().count(),
            "a row has not nine columns"
        );
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
