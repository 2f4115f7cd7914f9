//! Quotations of a block, and the references that say where each is from.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use citation::Referent;
use draft::{Block, BlockKind, Dialect, Draft};
use resolve::{Existence, Reference};

use super::article::names_article;
use super::attribution::{self, Attribution, has_words, unquoted};
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
    /// Whether its sentence, a note or the line below it names a source, known or not.
    pub(super) attribution: Attribution,
    /// Whether it may be a box or a proposal set off from the text, and no quotation: a block that opens with emphasis, a
    /// list or a heading.
    pub(super) may_be_box: bool,
}

/// So many quoted blocks may stand between one and the line of its author, or the words that lead up to it.
const RUN: usize = 100;

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
    /// A quoted block without the line of its author and the reference in parentheses at its end.
    fn block_quotation(&self) -> Range<usize> {
        let mut lines = self.text.match_indices('\n').map(|(at, _)| at);
        let line = lines.rfind(|at| attribution::is_line(&self.text[*at..]));
        let text = self.text[..line.unwrap_or(self.text.len())].trim_end();
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
        if whole_block && attribution::is_line(words) {
            return None;
        }
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
        let line = whole_block.then(|| self.author_line(&outer)).flatten();
        if whole_block {
            attributions.extend(self.leading_up());
            attributions.extend(line.clone().into_iter().flat_map(|line| self.between(line)));
        }
        let before = &self.text[sentence.start.min(outer.start)..outer.start];
        let has_source = !attributions.is_empty()
            || !labels.is_empty()
            || line.is_some()
            || whole_block && self.is_message()
            || self.figure(&outer)
            || attribution::ends_with_note(quoted)
            || self.goes_on_with_source(&sentence, &outer)
            || names_article(before);
        let attribution = if has_source {
            Attribution::Text
        } else {
            self.attribution(&sentence, &outer)
        };
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
            attribution,
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

    /// Where the line stands that names the author of a quoted block, in the draft: its last line, or a block of its own
    /// behind the quoted paragraphs.
    fn author_line(&self, outer: &Range<usize>) -> Option<Range<usize>> {
        if attribution::is_line(&self.text[outer.end..]) {
            return Some(self.block.span.start + outer.end..self.block.span.end);
        }
        let blocks = self.draft.blocks();
        let own = blocks.holding(self.block.span.start)?;
        let behind = (own + 1..).map_while(|index| blocks.get(index));
        let behind = behind.take(RUN);
        let quoted = behind.take_while(|block| block.kind == BlockKind::Quotation);
        let mut quoted = quoted.map(|block| (block.span.clone(), self.draft.text_of(&block)));
        let (line, _) = quoted.find(|(_, text)| attribution::is_line(text))?;
        Some(line)
    }

    /// Whom or what the words around a quotation name; where its sentence has none of its own, the one before it.
    fn attribution(&self, sentence: &Range<usize>, outer: &Range<usize>) -> Attribution {
        let text = self.draft.text_of(self.block);
        let quoted = &self.block.marks.quotations;
        let before = unquoted(
            &text,
            quoted,
            &(sentence.start.min(outer.start)..outer.start),
        );
        let behind = unquoted(&text, quoted, &(outer.end..sentence.end.max(outer.end)));
        let own = attribution::of(&before, &behind);
        if own != Attribution::Missing || has_words(&before) {
            return own;
        }
        let mut end = sentence.start.min(outer.start);
        while !text[..end].trim().is_empty() {
            let last = sentence_before(&text, end);
            let words = unquoted(&text, quoted, &last);
            if has_words(&words) {
                return attribution::of(&words, "");
            }
            end = last.start;
        }
        self.attribution_above()
    }

    /// The same for the last sentence above the block: before a block set off from the text, or with a colon.
    fn attribution_above(&self) -> Attribution {
        let blocks = self.draft.blocks();
        let is_set_off = self.block.kind == BlockKind::Quotation;
        let own = blocks.holding(self.block.span.start).unwrap_or(0);
        let above = (own.saturating_sub(RUN)..own).rev();
        let above = above.filter_map(|index| blocks.get(index));
        let mut above = above.skip_while(|one| is_set_off && one.kind == BlockKind::Quotation);
        let Some(above) = above.next() else {
            return Attribution::Missing;
        };
        let text = self.draft.text_of(&above);
        if !is_set_off && !text.trim_end().ends_with(':') {
            return Attribution::Missing;
        }
        let last = sentence_before(&text, text.len());
        attribution::of(&unquoted(&text, &above.marks.quotations, &last), "")
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
