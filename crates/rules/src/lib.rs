//! One file per rule: a resolved draft in, findings and fixes out.
//!
//! A rule is a [`Rule`] and a check beside its page. Checks only read: the same draft, sources and
//! settings give the same findings, byte for byte. Nothing here reads a file or a clock.
//!
//! ```
//! let rule = rules::rule("paragraph-does-not-exist").unwrap();
//! assert_eq!(rule.code, "C005");
//! assert!(rule.page().starts_with("# C005 paragraph-does-not-exist"));
//! ```

// What a rule is, and what it says.
mod baseline;
mod finding;
mod fixing;
mod rule;
mod settings;

// A draft asked about every rule.
mod checked;
mod draft_change;
mod first_check;
mod rule_run;

// The rules, a folder a family.
mod acronyms;
mod citations;
mod dates_and_sessions;
mod front_matter;
mod ignores;
mod links;
mod quotations;
mod resolutions;
mod structure;
mod style;

// What rules ask of a draft and its words.
mod articles;
mod countries;
mod document;
mod linked_files;
mod openings;
mod prose;
mod sentence;
mod words;

pub use baseline::{Accepted, Baseline, BaselineError};
pub use checked::{Checked, check, check_unless};
pub use finding::{Edit, Finding, Fix, Placed, Related, Safety, Severity};
pub use first_check::{SAMPLE, prepare_for_first_check};
pub use fixing::{applied, fix_all};
pub use ignores::Ignored;
pub use linked_files::{LinkedFiles, Nowhere};
pub use links::{Linked, is_of_earlier_session, official, target};
pub use quotations::is_no_quotation;
pub(crate) use rule::Check;
pub use rule::{Family, Preset, Rule};
pub use settings::{DocumentType, LinkTarget, Mistake, Settings, Unheld};
pub use structure::{Referred, most_words, referred_to};

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

use acronyms::Acronyms;
use citations::Surroundings;
use draft::{Block, Extraction, Sequence};
use quotations::Passages;
use resolutions::Anatomy;
use resolve::{Reference, Resolved};
use rule_run::InBlock;
use sources::Sources;
use structure::Notes;
use words::Hit;

/// The rules of each family, by the letter of their codes.
const FAMILIES: &[&[&Rule]] = &[
    &acronyms::RULES,
    &citations::RULES,
    &dates_and_sessions::RULES,
    &style::RULES,
    &ignores::RULES,
    &links::RULES,
    &quotations::RULES,
    &resolutions::RULES,
    &front_matter::RULES,
    &structure::RULES,
];

/// Every rule, in order of its code.
pub const RULES: [&Rule; count()] = {
    let mut rules = [FAMILIES[0][0]; count()];
    let (mut family, mut at) = (0, 0);
    while family < FAMILIES.len() {
        let mut index = 0;
        while index < FAMILIES[family].len() {
            rules[at] = FAMILIES[family][index];
            at += 1;
            index += 1;
        }
        family += 1;
    }
    rules
};

const fn count() -> usize {
    let (mut family, mut count) = (0, 0);
    while family < FAMILIES.len() {
        count += FAMILIES[family].len();
        family += 1;
    }
    count
}

/// The rule with this code or name, in any case; `None` where there is none.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES
        .into_iter()
        .find(|rule| rule.code.eq_ignore_ascii_case(code) || rule.name.eq_ignore_ascii_case(code))
}

/// What a check may ask.
pub(crate) struct Context<'a> {
    pub(crate) resolved: &'a Resolved,
    pub(crate) sources: &'a dyn Sources,
    pub(crate) settings: &'a Settings,
    pub(crate) linked_files: &'a dyn LinkedFiles,
    /// What is known of the blocks, for rules that look at the whole draft.
    pub(crate) in_blocks: Option<&'a Sequence<InBlock>>,
    /// Whether nobody wants to know any more.
    stop: &'a dyn Fn() -> bool,
    text: OnceCell<Cow<'a, str>>,
    around: RefCell<Option<Rc<Surroundings<'a>>>>,
    /// Those of the block that was asked for last.
    passages: RefCell<Option<Passages<'a>>>,
    acronyms: OnceCell<Acronyms<'a>>,
    notes: OnceCell<Notes>,
    extraction: OnceCell<Option<Extraction>>,
    is_extracted: OnceCell<bool>,
    anatomy: OnceCell<Anatomy>,
}

impl<'a> Context<'a> {
    fn new(
        resolved: &'a Resolved,
        sources: &'a dyn Sources,
        settings: &'a Settings,
        linked_files: &'a dyn LinkedFiles,
        stop: &'a dyn Fn() -> bool,
    ) -> Self {
        Self {
            resolved,
            sources,
            settings,
            linked_files,
            in_blocks: None,
            stop,
            text: OnceCell::new(),
            around: RefCell::default(),
            passages: RefCell::default(),
            acronyms: OnceCell::new(),
            notes: OnceCell::new(),
            extraction: OnceCell::new(),
            is_extracted: OnceCell::new(),
            anatomy: OnceCell::new(),
        }
    }

    /// Whether nobody wants to know any more; for rules whose work in a block takes long.
    pub(crate) fn is_stopped(&self) -> bool {
        (self.stop)()
    }

    /// The text of the draft in one piece, for rules that look at the whole of it: an edited draft keeps it in
    /// pieces, and would look for the right one at every place that is asked for.
    pub(crate) fn text(&self) -> &str {
        let draft = &self.resolved.draft;
        self.text.get_or_init(|| draft.whole())
    }

    /// The text of a block as [`draft::Draft::words_of`] has it, for rules that look at the whole draft.
    pub(crate) fn words_of(&self, block: &Block<'_>) -> Cow<'_, str> {
        if block.marks.foreign.is_empty() {
            return Cow::Borrowed(&self.text()[block.span.clone()]);
        }
        self.resolved.draft.words_of(block)
    }

    /// The block that holds byte `offset` of the draft, with its text. The one that was asked for last is kept:
    /// rules ask one after the other about the references of a block.
    pub(crate) fn around(&self, offset: usize) -> Option<Rc<Surroundings<'a>>> {
        let mut last = self.around.borrow_mut();
        if !last.as_ref().is_some_and(|last| last.is_around(offset)) {
            *last = Some(Rc::new(Surroundings::of(&self.resolved.draft, offset)?));
        }
        last.clone()
    }

    /// Every reference of the draft, in text order, for rules that look at the whole of it.
    pub(crate) fn references(&self) -> &'a [Reference] {
        &self.resolved.references
    }

    /// The references whose token begins in a byte range of the draft, in text order, for rules that look at the whole of it:
    /// those of one block are [`Resolved::references_near`].
    pub(crate) fn references_in(
        &self,
        range: &Range<usize>,
    ) -> impl Iterator<Item = &'a Reference> + use<'a> {
        let references = self.references();
        let first = references.partition_point(|reference| reference.token.start < range.start);
        let end = range.end;
        references[first..]
            .iter()
            .take_while(move |reference| reference.token.start < end)
    }

    /// The entries of a word list that stand in the draft, with their blocks, in text order; of a list that
    /// [`words::Hit::is_for_whole_draft`].
    pub(crate) fn listed(&self, list: &'static str) -> impl Iterator<Item = (Block<'a>, &'a Hit)> {
        let all = self.resolved.draft.blocks();
        let chunks = self.in_blocks.into_iter().flat_map(Sequence::chunks);
        chunks
            .filter(|chunk| chunk.summary[1] > 0)
            .flat_map(|chunk| all.range(chunk.index..all.len()).zip(&*chunk.items))
            .flat_map(|(block, known)| {
                let hits = known.listed.iter().flat_map(|listed| listed.iter());
                hits.map(move |hit| (block.clone(), hit))
            })
            .filter(move |(_, hit)| hit.entry().rule == list)
    }

    /// The footnotes of the draft.
    pub(crate) fn notes(&self) -> &Notes {
        self.notes.get_or_init(|| Notes::read(&self.resolved.draft))
    }

    /// The parts of the draft, where it is a resolution.
    pub(crate) fn anatomy(&self) -> &Anatomy {
        self.anatomy.get_or_init(|| Anatomy::read(self))
    }

    /// Whether the draft is the text of a PDF, whose lines tell nothing about its structure.
    pub(crate) fn is_extracted(&self) -> bool {
        *self.is_extracted.get_or_init(|| {
            self.extraction().is_some_and(|found| found.in_long_lines)
                || document::is_extracted(&self.resolved.draft)
        })
    }

    /// What shows that the draft was copied out of a PDF.
    pub(crate) fn extraction(&self) -> Option<&Extraction> {
        self.extraction
            .get_or_init(|| self.resolved.draft.extraction())
            .as_ref()
    }

    /// The acronyms of the draft, read when the first rule asks for them.
    pub(crate) fn acronyms(&self) -> &Acronyms<'a> {
        self.acronyms
            .get_or_init(|| acronyms::read(&self.resolved.draft, self.text()))
    }
}

/// Every finding in a draft, sorted by its range and then by its code; one place has one finding.
pub fn findings(resolved: &Resolved, sources: &dyn Sources, settings: &Settings) -> Vec<Finding> {
    settled(resolved, sources, settings).findings()
}

/// The comments in a draft that accept findings, in text order, each with what it accepts.
pub fn ignored(resolved: &Resolved, sources: &dyn Sources, settings: &Settings) -> Vec<Ignored> {
    settled(resolved, sources, settings).ignored()
}

fn settled(resolved: &Resolved, sources: &dyn Sources, settings: &Settings) -> Checked {
    let checked = check(resolved, sources, settings);
    let settled = checked.settled(resolved, sources, &Nowhere, &|| false);
    settled.unwrap_or(checked)
}

/// Which of two findings of the same place is kept: the gravest, and of those the first by its code, are least.
type Rank = (Reverse<Severity>, &'static str);

fn rank(severity: Severity, code: &'static str) -> Rank {
    (Reverse(severity), code)
}

/// Sorts the findings and keeps the gravest of those that have the same range.
fn one_for_each_place(mut found: Vec<Placed>) -> Vec<Placed> {
    found.sort_by_cached_key(|placed| {
        let range = placed.range();
        let rank = rank(placed.finding.severity, placed.finding.code);
        (range.start, range.end, rank)
    });
    found.dedup_by(|later, first| later.range() == first.range());
    found
}
