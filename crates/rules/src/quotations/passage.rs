//! Quotations of a block, and the references that say where each is from.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use citation::{Date, Referent};
use draft::{Block, BlockKind, Dialect, Draft};
use resolve::{Existence, Reference};

use super::naming::is_no_quotation;
use super::sentence::{LONGEST, sentence, sentence_before};
use crate::Context;

/// A quotation and what it is attributed to.
pub(super) struct Passage<'r> {
    /// The quoted words without their marks, byte range in the draft.
    pub(super) inner: Range<usize>,
    /// The same with the marks.
    pub(super) outer: Range<usize>,
    /// The quoted words.
    pub(super) words: String,
    /// References in the same sentence, in the note behind it, or in the sentence that leads up to it.
    pub(super) attributions: Vec<&'r Reference>,
    /// Whether a note or reference stands beside it, known or not.
    pub(super) has_source: bool,
    /// Whether it may be a box or a proposal set off from the text, and no quotation: a block that opens with emphasis, a
    /// list or a heading.
    pub(super) may_be_box: bool,
}

/// Shortest quotation that is looked at, in words: fewer are names and turns of phrase.
const FEWEST_WORDS: usize = 6;

/// The quotations of `block` that are long enough to be compared.
pub(super) fn read<'r>(context: &Context<'r>, block: &Block<'_>) -> Vec<Passage<'r>> {
    let whole_block = block.marks.quotations.is_empty();
    let text = context.resolved.draft.words_of(block);
    let reading = Reading {
        draft: &context.resolved.draft,
        context,
        block,
        text: &text,
        titles: OnceCell::new(),
    };
    let quotations = if whole_block {
        vec![reading.block_quotation()]
    } else {
        block.marks.quotations.clone()
    };
    quotations
        .into_iter()
        .filter_map(|outer| reading.passage(outer, whole_block))
        .collect()
}

/// Whether one of the titles that end at `titles` stands before, and only "and" between.
fn follows_one(titles: &HashSet<usize>, before: &str) -> bool {
    let before = before.strip_suffix(" and").unwrap_or(before).trim_end();
    let before = before.strip_suffix(',').unwrap_or(before);
    titles.contains(&before.len())
}

struct Reading<'a, 'r> {
    context: &'a Context<'r>,
    draft: &'r Draft,
    block: &'a Block<'a>,
    text: &'a str,
    /// Where the quotations end that are titles, names or terms; made when it is first asked for.
    titles: OnceCell<HashSet<usize>>,
}

impl<'r> Reading<'_, 'r> {
    /// A quoted block without the reference in parentheses at its end.
    fn block_quotation(&self) -> Range<usize> {
        let text = self.text.trim_end();
        let end = text
            .ends_with([')', '.'])
            .then(|| text.rfind('('))
            .flatten()
            .filter(|open| {
                let open = self.block.span.start + open;
                self.between(open..self.block.span.end).next().is_some()
            });
        0..end.unwrap_or(text.len())
    }

    fn passage(&self, outer: Range<usize>, whole_block: bool) -> Option<Passage<'r>> {
        let quoted = self.text.get(outer.clone())?;
        let inner = if whole_block {
            outer.clone()
        } else {
            let first = quoted.chars().next()?.len_utf8();
            let last = quoted.chars().next_back()?.len_utf8();
            outer.start + first..outer.end.checked_sub(last)?
        };
        let words = self.text.get(inner.clone())?;
        if sources::words(words).nth(FEWEST_WORDS - 1).is_none() || self.is_title(&outer) {
            return None;
        }
        let start = self.block.span.start;
        let sentence = self.sentence(&outer);
        let mut attributions: Vec<&Reference> = self
            .between(start + sentence.start..start + sentence.end)
            .filter(|reference| {
                reference.token.end <= start + outer.start
                    || start + outer.end <= reference.token.start
            })
            .collect();
        let labels = self.notes(&outer);
        for label in &labels {
            attributions.extend(self.of_note(label));
        }
        if whole_block {
            attributions.extend(self.leading_up());
        }
        let before = &self.text[sentence.start.min(outer.start)..outer.start];
        let has_source = !attributions.is_empty()
            || !labels.is_empty()
            || self.figure(&outer)
            || whole_block && self.is_message()
            || self.goes_on_with_source(&sentence, &outer)
            || is_of_dated_text(before)
            || names_article(before);
        attributions.retain(|reference| is_settled(reference));
        let opening = ['*', '_', '-', '#', '|', '•'];
        Some(Passage {
            may_be_box: whole_block
                && words
                    .trim_start_matches(['>', ' ', '\n'])
                    .starts_with(opening),
            words: words.to_owned(),
            inner: start + inner.start..start + inner.end,
            outer: start + outer.start..start + outer.end,
            attributions,
            has_source,
        })
    }

    /// The sentence around a quotation; in a table it does not leave its row.
    fn sentence(&self, outer: &Range<usize>) -> Range<usize> {
        let around = sentence(self.text, outer);
        if self.block.kind != BlockKind::Table {
            return around;
        }
        let row_start = self.text[..outer.start]
            .rfind('\n')
            .map_or(0, |line| line + 1);
        let row = self.text[outer.end..].find('\n');
        let row_end = row.map_or(self.text.len(), |line| outer.end + line);
        around.start.max(row_start)..around.end.min(row_end)
    }

    /// Whether the sentence goes on to speak of the document that the one before it names: "It also “requests …”", "…
    /// (para. 32)".
    fn goes_on_with_source(&self, sentence: &Range<usize>, outer: &Range<usize>) -> bool {
        const OPENING: [&str; 12] = [
            "It ",
            "They ",
            "There, ",
            "The resolution ",
            "The report ",
            "The decision ",
            "The declaration ",
            "The text ",
            "The document ",
            "The Assembly ",
            "The Council ",
            "The Committee ",
        ];
        let Some(last) = sentence.start.checked_sub(1) else {
            return false;
        };
        let own = self.text[sentence.start..outer.start].trim_start();
        let behind = self.text[outer.end..].trim_start_matches([',', ' ', '\n', '(', '[']);
        let has_place = ["para", "art"]
            .iter()
            .any(|place| behind.starts_with(place));
        let before = sentence_before(self.text, last);
        let start = self.block.span.start;
        let mut named = self.between(start + before.start..start + before.end);
        (has_place || OPENING.iter().any(|opening| own.starts_with(opening)))
            && named.next().is_some()
    }

    /// References whose token stands in a range of the draft.
    fn between(&self, range: Range<usize>) -> impl Iterator<Item = &'r Reference> + use<'r> {
        self.context.references_in(&range)
    }

    /// Whether the words before a quotation make it a title, a name or a term.
    fn is_title(&self, outer: &Range<usize>) -> bool {
        let titles = self.titles.get_or_init(|| {
            let mut titles = HashSet::new();
            for one in &self.block.marks.quotations {
                if self.is_said_to_be_title(one) || follows_one(&titles, self.text_before(one)) {
                    titles.insert(one.end);
                }
            }
            titles
        });
        titles.contains(&outer.end) || self.is_said_to_be_title(outer)
    }

    /// The text before a quotation.
    fn text_before(&self, outer: &Range<usize>) -> &str {
        self.text[..outer.start].trim_end()
    }

    /// Whether the words around a quotation make it a title, a name or a term, whatever the one before it is.
    fn is_said_to_be_title(&self, outer: &Range<usize>) -> bool {
        let before = self.text_before(outer);
        let quoted = &self.text[outer.clone()];
        is_no_quotation(before, quoted) || self.is_stated_title(outer)
    }

    /// Whether a reference nearby has the quotation for its title. The name of an instrument inside it is none.
    fn is_stated_title(&self, outer: &Range<usize>) -> bool {
        let start = self.block.span.start;
        let quoted = start + outer.start..start + outer.end;
        let near = quoted.start.saturating_sub(LONGEST)..quoted.end + LONGEST;
        self.between(near).any(|reference| {
            let title = reference.title.as_ref();
            title.is_some_and(|title| {
                title.span != reference.token && quoted.contains(&title.span.start)
            })
        })
    }

    /// Labels of the notes whose marks stand at the end of a quotation or right behind it.
    fn notes(&self, outer: &Range<usize>) -> Vec<&str> {
        let reach = outer.start..outer.end + 4;
        let marks = self.block.marks.footnotes.iter();
        marks
            .filter(|mark| reach.contains(&mark.span.start))
            .map(|mark| &*mark.label)
            .collect()
    }

    /// Whether the figure of a note stands right behind a quotation in a text without markup.
    fn figure(&self, outer: &Range<usize>) -> bool {
        let behind = self.text[outer.end..].trim_start_matches([',', '.', ';', ' ', '\n']);
        behind.starts_with(|c: char| c.is_ascii_digit())
    }

    fn of_note(&self, label: &str) -> Vec<&'r Reference> {
        let blocks = self.draft.blocks();
        let mut notes = blocks.iter().filter(|block| {
            block.kind == BlockKind::FootnoteDefinition
                && block
                    .marks
                    .label
                    .as_ref()
                    .is_some_and(|own| &*own.label == label)
        });
        notes
            .next()
            .map(|note| self.between(note.span.clone()).collect())
            .unwrap_or_default()
    }

    /// The block before this one.
    fn before(&self) -> Option<Block<'r>> {
        let blocks = self.draft.blocks();
        let index = blocks.holding(self.block.span.start)?;
        blocks.get(index.checked_sub(1)?)
    }

    /// Whether the block is a message that is answered: the block before names who wrote it, as mails do, "On Monday, A.
    /// wrote:", or the text is plain.
    fn is_message(&self) -> bool {
        // So plain text marks them, and nothing else.
        if self.draft.dialect() == Dialect::Plain {
            return true;
        }
        self.before().is_some_and(|before| {
            let text = self.draft.text_of(&before);
            text.starts_with("On ") && text.trim_end().ends_with("wrote:")
        })
    }

    /// References in the last sentence of the block before, where a colon leads up to this one.
    fn leading_up(&self) -> Vec<&'r Reference> {
        let Some(before) = self.before() else {
            return Vec::new();
        };
        let text = self.draft.text_of(&before);
        if !text.trim_end().ends_with(':') {
            return Vec::new();
        }
        let end = text.trim_end().len();
        let last = sentence(&text, &(end.saturating_sub(1)..end));
        let start = before.span.start;
        self.between(start + last.start..start + last.end).collect()
    }
}

/// Whether the words that lead up to a quotation name the article, rule or principle that it is from, of whatever text:
/// one that says something ("Article 2 TEU states that"), or one that opens the clause ("Under rule 7").
fn names_article(before: &str) -> bool {
    const PLACES: [&str; 9] = [
        "article",
        "articles",
        "art",
        "arts",
        "guideline",
        "principle",
        "rule",
        "section",
        "standard",
    ];
    const SAYING: [&str; 10] = [
        "state",
        "states",
        "provide",
        "provides",
        "read",
        "reads",
        "say",
        "says",
        "stipulate",
        "stipulates",
    ];
    const OPENING: [&str; 8] = [
        "under",
        "in",
        "per",
        "according",
        "to",
        "pursuant",
        "the",
        "as",
    ];
    let is_one_of =
        |list: &[&str], word: &str| list.iter().any(|one| word.eq_ignore_ascii_case(one));
    before.split([',', ';', ':']).any(|clause| {
        let words: Vec<&str> = clause
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let place = words.windows(2).position(|pair| {
            is_one_of(&PLACES, pair[0]) && pair[1].starts_with(|c: char| c.is_ascii_digit())
        });
        place.is_some_and(|place| {
            let (leading, rest) = words.split_at(place);
            leading.iter().all(|word| is_one_of(&OPENING, word))
                || rest.iter().any(|word| is_one_of(&SAYING, word))
        })
    })
}

/// Whether the words that lead up to a quotation name a text by its kind and its day: "the statement of
/// 5 May 2023".
fn is_of_dated_text(before: &str) -> bool {
    const TEXTS: [&str; 12] = [
        "address",
        "communiqué",
        "declaration",
        "interview",
        "judgment",
        "letter",
        "memorandum",
        "note",
        "opinion",
        "report",
        "speech",
        "statement",
    ];
    let mut words = before.split(|c: char| !c.is_alphanumeric());
    words.any(|word| TEXTS.contains(&word)) && Date::first_in(before).is_some()
}

/// Whether it is settled what a reference names.
fn is_settled(reference: &Reference) -> bool {
    reference.referent.is_some()
        && reference.candidates.len() < 2
        && !matches!(
            reference.existence,
            Existence::Malformed | Existence::Impossible
        )
}

/// The document of a hit as it is compared with a reference.
pub(super) fn is_same(referent: &Referent, reference: &Reference) -> bool {
    let held = reference.source.iter().flat_map(|source| &source.referents);
    reference
        .referent
        .iter()
        .chain(held)
        .any(|one| one == referent)
}

#[cfg(test)]
mod tests;
