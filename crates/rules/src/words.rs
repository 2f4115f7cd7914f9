//! The word lists of the rules of style and names: `data/words.tsv`, found in one pass over a block.
//!
//! A row says what is written and what would be right, where the entry does not hold, and two examples that
//! are its tests. Whoever reports a false alarm adds an `allows` example and an exception; no code changes.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::prose::Prose;
use crate::sentence::sentence_case;
use crate::{Context, Edit, Finding, Fix, Rule, Safety};

/// How many bytes on either side of an entry its exceptions are looked for.
const NEAR: usize = 80;

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
    /// The code of the rule that speaks.
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

/// An entry that stands in a block.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    entry: usize,
    /// Byte range in the block.
    pub(crate) span: Range<usize>,
}

impl Hit {
    pub(crate) fn entry(&self) -> &'static Entry {
        &LIST.entries[self.entry]
    }
}

struct List {
    entries: Vec<Entry>,
    /// Finds the entries that stand as written; none where they make no automaton.
    exact: Option<AhoCorasick>,
    /// Finds the entries that may have a capital.
    small: Option<AhoCorasick>,
    /// Where the entries of `small` begin in `entries`.
    first_small: usize,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut entries: Vec<Entry> = rows().flat_map(entries_of).collect();
    entries.sort_by_key(|entry| entry.letters == Letters::Small);
    let first_small = entries.partition_point(|entry| entry.letters == Letters::Exact);
    let automaton = |entries: &[Entry], ignores_case: bool| {
        AhoCorasick::builder()
            .ascii_case_insensitive(ignores_case)
            .match_kind(MatchKind::LeftmostLongest)
            .build(entries.iter().map(|entry| &entry.written))
            .ok()
    };
    List {
        exact: automaton(&entries[..first_small], false),
        small: automaton(&entries[first_small..], true),
        entries,
        first_small,
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
        .map(|ending| format!("{head}{ending}{tail}"))
        .collect()
}

/// The entries that stand in the author's own words.
pub(crate) fn find(prose: &Prose<'_>) -> Vec<Hit> {
    let own = prose.own.as_str();
    let list = &*LIST;
    let mut hits = Vec::new();
    for (automaton, first) in [(&list.exact, 0), (&list.small, list.first_small)] {
        let found = automaton
            .iter()
            .flat_map(|automaton| automaton.find_iter(own));
        hits.extend(found.map(|found| Hit {
            entry: first + found.pattern().as_usize(),
            span: found.range(),
        }));
    }
    hits.retain(|hit| is_whole(own, &hit.span) && holds(prose, hit));
    hits.sort_by_key(|hit| hit.span.start);
    hits
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

fn holds(prose: &Prose<'_>, hit: &Hit) -> bool {
    let entry = hit.entry();
    let written = &prose.own[hit.span.clone()];
    let right_letters = written == entry.written
        || entry.letters == Letters::Small
            && written == sentence_case(&entry.written)
            && prose.begins_sentence(hit.span.start);
    if !right_letters {
        return false;
    }
    if entry.unless.is_empty() {
        return true;
    }
    let near = around(&prose.own, &hit.span, NEAR);
    !entry.unless.iter().any(|words| near.contains(words))
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
    for hit in prose.hits(rule.code) {
        let entry = hit.entry();
        let written = &prose.own[hit.span.clone()];
        let accepted = &context.settings.accepted_words;
        if accepted
            .iter()
            .any(|words| words.eq_ignore_ascii_case(written))
        {
            continue;
        }
        let ways: Vec<String> = entry
            .right
            .split(" / ")
            .map(|right| {
                if written.chars().next().is_some_and(char::is_uppercase)
                    && entry.letters == Letters::Small
                {
                    sentence_case(right)
                } else {
                    right.to_owned()
                }
            })
            .collect();
        let range = prose.in_draft(hit.span.clone());
        let mut finding = rule.finding(range.clone(), message(written, &ways.join("” or “")));
        finding.fixes = ways
            .into_iter()
            .filter(|right| !right.is_empty())
            .map(|right| replacement(range.clone(), right, entry.safety))
            .collect();
        found.push(finding);
    }
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
        find(&prose).iter().map(|hit| hit.entry().rule).collect()
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
