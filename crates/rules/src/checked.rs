//! A draft with what the rules say of it, and how the next state of the draft is checked from it.
//!
//! What is found in a block is kept with it. What the rules say that look at the whole draft is found once the
//! writer pauses; until then it stays where it was, as far as its words still stand there.

mod lasting;

use std::ops::Range;
use std::sync::Arc;

use draft::{Block, BlockKind, Draft, Item, Sequence, WORTH_SHARING, in_shares};
use resolve::{Change, Resolved};
use sources::Sources;

use crate::document::is_resolution;
use crate::draft_change::DraftChange;
use crate::ignores::{self, Ignored};
use crate::rule_run::{InBlock, Kept, NOTHING, RuleRun, kept};
use crate::structure::OTHER_TITLES;
use crate::{Finding, LinkedFiles, Nowhere, Placed, Settings, one_for_each_place};

/// So many blocks are taken at once.
const RUN: usize = 64;

/// A checked draft. Cloning is cheap.
#[derive(Clone, Debug)]
pub struct Checked {
    draft: Draft,
    in_blocks: Sequence<InBlock>,
    against_texts: Sequence<AgainstTexts>,
    document: Arc<InDocument>,
    is_settled: bool,
    settings: Arc<Settings>,
}

/// What is found in one block by the rules that take their time; `None` while they have not been asked, and where
/// they look at other blocks beside this one, so that they have to be asked every time.
#[derive(Clone, Debug)]
struct AgainstTexts(Option<Kept>);

/// What the rules say that look at the whole draft, and the draft as it was when they did.
#[derive(Debug)]
struct InDocument {
    draft: Draft,
    findings: Vec<Placed>,
    /// What is wrong with the comments that accept findings, which no comment accepts.
    complaints: Vec<Placed>,
}

/// What is known of a chunk of blocks.
#[derive(Clone, Copy, Debug)]
struct Asked {
    findings: usize,
    is_complete: bool,
}

impl Item for AgainstTexts {
    type Summary = Asked;

    fn summary(items: &[Self]) -> Asked {
        let findings = |one: &Self| one.0.as_ref().map_or(0, |findings| findings.len());
        Asked {
            findings: items.iter().map(findings).sum(),
            is_complete: items.iter().all(|one| one.0.is_some()),
        }
    }
}

/// Asks every rule about every block of a draft. Those that look at the whole of it, and those that take their
/// time, wait for [`Checked::settled`].
pub fn check(resolved: &Resolved, sources: &dyn Sources, settings: &Settings) -> Checked {
    as_far_as(resolved, sources, settings, &|| false)
}

/// The same; `None` where `stop` said so, which is asked before each block. Once it has said so it has to go on
/// saying so.
pub fn check_unless(
    resolved: &Resolved,
    sources: &dyn Sources,
    settings: &Settings,
    stop: &dyn Fn() -> bool,
) -> Option<Checked> {
    let checked = as_far_as(resolved, sources, settings, stop);
    (!stop()).then_some(checked)
}

/// What is found up to where `stop` said so.
fn as_far_as(
    resolved: &Resolved,
    sources: &dyn Sources,
    settings: &Settings,
    stop: &dyn Fn() -> bool,
) -> Checked {
    let blocks = resolved.draft.blocks();
    let asked = |range: Range<usize>, stop: &dyn Fn() -> bool| -> Vec<InBlock> {
        let rules = RuleRun::new(resolved, sources, settings, &Nowhere, stop);
        rules.blocks(range).collect()
    };
    let in_blocks = if resolved.draft.length() < WORTH_SHARING {
        // Every block will be asked for its references: they are put together once for all.
        let _ = resolved.references.len();
        asked(0..blocks.len(), stop)
    } else {
        let runs: Vec<usize> = (0..blocks.len()).step_by(RUN).collect();
        let of_run = |from: &usize| {
            let to = blocks.len().min(from + RUN);
            asked(*from..to, &|| false)
        };
        let shares = in_shares(&runs, stop, of_run);
        shares.into_iter().flatten().collect()
    };
    Checked {
        draft: resolved.draft.clone(),
        in_blocks: in_blocks.into_iter().collect(),
        against_texts: (0..blocks.len()).map(|_| AgainstTexts(None)).collect(),
        document: Arc::new(InDocument {
            draft: resolved.draft.clone(),
            findings: Vec::new(),
            complaints: Vec::new(),
        }),
        is_settled: false,
        settings: Arc::new(settings.clone()),
    }
}

impl Checked {
    /// The same as [`check_unless`], from what is known of an earlier state of the draft. `change` is where
    /// `resolved` differs from what this was made of; the sources have to be the same.
    pub fn again_unless(
        &self,
        resolved: &Resolved,
        change: &Change,
        sources: &dyn Sources,
        settings: &Settings,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let is_same =
            *self.settings == *settings && speaks_alike(&self.draft, &resolved.draft, settings);
        let (Change::Blocks { gone, come, reread }, true) = (change, is_same) else {
            let anew = check_unless(resolved, sources, settings, stop)?;
            return Some(self.keeping_document(anew));
        };
        let rules = RuleRun::new(resolved, sources, settings, &Nowhere, stop);
        let mut checked = self.clone();
        checked.draft = resolved.draft.clone();
        checked.is_settled = false;
        let found: Vec<InBlock> = rules.blocks(come.clone()).collect();
        if stop() {
            return None;
        }
        checked.in_blocks.splice(gone.clone(), found);
        let unasked = come.clone().map(|_| AgainstTexts(None));
        checked.against_texts.splice(gone.clone(), unasked);
        for &index in reread {
            let one = index..index + 1;
            let found: Vec<InBlock> = rules.blocks(one.clone()).collect();
            if stop() {
                return None;
            }
            checked.in_blocks.splice(one.clone(), found);
            checked.against_texts.splice(one, [AgainstTexts(None)]);
        }
        Some(checked)
    }

    /// `anew`, with what the rules have said here that look at the whole draft.
    fn keeping_document(&self, anew: Self) -> Self {
        Self {
            document: Arc::clone(&self.document),
            ..anew
        }
    }

    /// Whether every rule has been asked about this very draft.
    pub fn is_settled(&self) -> bool {
        self.is_settled
    }

    /// The draft checked to the end: the rules that look at the whole of it, and those that take their time, the
    /// latter for the blocks that they have not seen; `linked_files` knows the files that its links lead to. `None` where
    /// `stop` said so, which is asked before each block and before each rule.
    pub fn settled(
        &self,
        resolved: &Resolved,
        sources: &dyn Sources,
        linked_files: &dyn LinkedFiles,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        if self.is_settled {
            return Some(self.clone());
        }
        let rules = RuleRun::new(resolved, sources, &self.settings, linked_files, stop)
            .knowing(&self.in_blocks);
        let mut settled = self.clone();
        let mut of_files = Vec::new();
        let places = settled.against_texts.chunks().len();
        for place in 0..places {
            let chunk = &settled.against_texts.chunks()[place];
            if chunk.summary.is_complete {
                continue;
            }
            let range = chunk.index..chunk.index + chunk.items.len();
            let mut items = Arc::clone(&chunk.items);
            let blocks = resolved.draft.blocks().range(range);
            for (item, block) in Arc::make_mut(&mut items).iter_mut().zip(blocks) {
                if item.0.is_some() {
                    continue;
                }
                if stop() {
                    return None;
                }
                let found = rules.texts(&block);
                if looks_beside(&block) {
                    of_files.extend(found);
                } else {
                    item.0 = Some(kept(&block, found));
                }
            }
            settled.against_texts.replace_chunk(place, items);
        }
        let mut findings = rules.document();
        if stop() {
            return None;
        }
        findings.append(&mut of_files);
        let mut document = InDocument {
            draft: resolved.draft.clone(),
            findings: self.recognised(findings),
            complaints: Vec::new(),
        };
        settled.is_settled = true;
        let mut found = settled.placed();
        found.extend(document.findings.iter().cloned());
        let ignored = ignores::taken_out(&self.draft, &self.settings, &mut found);
        let mut complaints = Vec::new();
        ignores::complaints(&self.settings, &ignored, &mut complaints);
        document.complaints = complaints.into_iter().map(Placed::new).collect();
        settled.document = Arc::new(document);
        Some(settled)
    }

    /// Every finding that no comment accepts, sorted by its range and then by its code; one place has one
    /// finding.
    pub fn findings(&self) -> Vec<Finding> {
        let placed = self.in_place().into_iter();
        placed.map(Placed::into_finding).collect()
    }

    /// The same, without a copy of what was found before.
    pub fn in_place(&self) -> Vec<Placed> {
        let mut found = self.placed();
        self.carry(&self.document.findings, &mut found);
        self.shown(found)
    }

    /// What is shown of `found`.
    fn shown(&self, mut found: Vec<Placed>) -> Vec<Placed> {
        // The titles of other documents before a draft are not what its author says.
        if let Some(titles) = self.draft.foreign_titles() {
            let is_own = |placed: &Placed| !titles.contains(&placed.range().start);
            found.retain(|placed| is_own(placed) || placed.finding.code == OTHER_TITLES.code);
        }
        ignores::taken_out(&self.draft, &self.settings, &mut found);
        self.carry(&self.document.complaints, &mut found);
        one_for_each_place(found)
    }

    /// What is said of the whole draft; what was said before, word for word, is taken over as it was.
    fn recognised(&self, mut said: Vec<Finding>) -> Vec<Placed> {
        let order = |a: &Finding, b: &Finding| {
            let place = |finding: &Finding| (finding.range.start, finding.range.end);
            place(a).cmp(&place(b)).then(a.code.cmp(b.code))
        };
        said.sort_by(order);
        let mut before = Vec::new();
        self.carry(&self.document.findings, &mut before);
        let mut before = before
            .into_iter()
            .map(|placed| (placed.to_finding(), placed))
            .peekable();
        let recognise = |finding: Finding| {
            while before
                .next_if(|(earlier, _)| order(earlier, &finding).is_lt())
                .is_some()
            {}
            match before.next_if(|(earlier, _)| *earlier == finding) {
                Some((_, placed)) => placed,
                None => Placed::new(finding),
            }
        };
        said.into_iter().map(recognise).collect()
    }

    /// The comments that accept findings, in text order, each with what it accepts.
    pub(crate) fn ignored(&self) -> Vec<Ignored> {
        let mut found = self.placed();
        self.carry(&self.document.findings, &mut found);
        ignores::taken_out(&self.draft, &self.settings, &mut found)
    }

    /// The findings in blocks, where they stand.
    fn placed(&self) -> Vec<Placed> {
        let mut found = Vec::new();
        for chunk in self.in_blocks.chunks() {
            let [findings, _] = chunk.summary;
            if findings > 0 {
                let blocks = chunk.items.iter().map(|one| &one.findings);
                self.place(chunk.index, blocks, &mut found);
            }
        }
        for chunk in self.against_texts.chunks() {
            if chunk.summary.findings > 0 {
                let blocks = chunk
                    .items
                    .iter()
                    .map(|one| one.0.as_ref().unwrap_or(&NOTHING));
                self.place(chunk.index, blocks, &mut found);
            }
        }
        found
    }

    /// Puts the findings of the blocks from `first` on where they stand.
    fn place<'f>(
        &self,
        first: usize,
        blocks: impl Iterator<Item = &'f Kept>,
        found: &mut Vec<Placed>,
    ) {
        let all = self.draft.blocks();
        for (block, findings) in all.range(first..all.len()).zip(blocks) {
            let shift = block.span.start.cast_signed();
            found.extend(findings.iter().map(|finding| Placed {
                finding: Arc::clone(finding),
                shift,
            }));
        }
    }

    /// Adds what is said of the whole draft, where its words stand now.
    fn carry(&self, said: &[Placed], found: &mut Vec<Placed>) {
        if self.is_settled {
            found.extend_from_slice(said);
            return;
        }
        if said.is_empty() {
            return;
        }
        let change = DraftChange::between(&self.document.draft, &self.draft);
        found.extend(said.iter().filter_map(|placed| change.carried(placed)));
    }
}

/// Whether two drafts say the same of themselves, as far as the rules that look at single blocks want to know. The
/// title that somebody types in the front matter concerns none of them, nor where anything stands in it.
fn speaks_alike(before: &Draft, now: &Draft, settings: &Settings) -> bool {
    before.language() == now.language()
        && is_resolution(before, settings) == is_resolution(now, settings)
        && (before.has_head_of(now) || said(before) == said(now))
}

/// What rules that look at single blocks take from front matter and masthead.
fn said(draft: &Draft) -> impl PartialEq {
    let (front, masthead) = (draft.front_matter(), draft.masthead());
    (
        front.session(),
        front.document(),
        front.symbol().map(|(symbol, _)| symbol),
        masthead.symbol.as_ref().map(|(symbol, _)| symbol),
        draft.date(),
        draft.stated_language(),
    )
}

/// Whether the sources of what a block quotes may be named in another block: in a note, or in the words that lead
/// up to a block quotation.
fn looks_beside(block: &Block<'_>) -> bool {
    block.kind == BlockKind::Quotation
        || !block.marks.footnotes.is_empty() && !block.marks.quotations.is_empty()
}
