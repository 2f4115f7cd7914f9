//! A draft with what the rules say of it, and how the next state of the draft is checked from it.
//!
//! What is found in a block is kept with it. What the rules say that look at the whole draft is found once the
//! writer pauses; until then it stays where it was, as far as its words still stand there.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use draft::{Block, BlockKind, Draft, Item, Sequence};
use resolve::{Change, Resolved};
use sources::Sources;

use crate::document::is_resolution;
use crate::ignores::{self, Ignored};
use crate::prose::Prose;
use crate::{Beside, Check, Context, Finding, Nowhere, RULES, Rule, Settings, one_for_each_place};

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

/// What is found in one block; ranges count from its start.
#[derive(Clone, Debug)]
struct InBlock(Arc<[Finding]>);

/// What is found in one block by the rules that take their time; `None` while they have not been asked, and where
/// they look at other blocks beside this one, so that they have to be asked every time.
#[derive(Clone, Debug)]
struct AgainstTexts(Option<Arc<[Finding]>>);

/// What the rules say that look at the whole draft, and the draft as it was when they did.
#[derive(Debug)]
struct InDocument {
    draft: Draft,
    findings: Vec<Finding>,
    /// What is wrong with the comments that accept findings, which no comment accepts.
    complaints: Vec<Finding>,
}

static NOTHING: LazyLock<Arc<[Finding]>> = LazyLock::new(|| Arc::new([]));

impl Item for InBlock {
    /// How many findings there are.
    type Summary = usize;

    fn summary(items: &[Self]) -> usize {
        items.iter().map(|one| one.0.len()).sum()
    }
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
    let rules = Asking::new(resolved, sources, settings, &Nowhere);
    let blocks = resolved.draft.blocks();
    Checked {
        draft: resolved.draft.clone(),
        in_blocks: rules.blocks(0..blocks.len()).collect(),
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
    /// The same as [`check`], from what is known of an earlier state of the draft. `change` is where `resolved`
    /// differs from what this was made of; the sources have to be the same.
    #[must_use]
    pub fn again(
        &self,
        resolved: &Resolved,
        change: &Change,
        sources: &dyn Sources,
        settings: &Settings,
    ) -> Self {
        let Change::Blocks { gone, come, reread } = change else {
            return self.anew(resolved, sources, settings);
        };
        if *self.settings != *settings || !speaks_alike(&self.draft, &resolved.draft, settings) {
            return self.anew(resolved, sources, settings);
        }
        let rules = Asking::new(resolved, sources, settings, &Nowhere);
        let mut checked = self.clone();
        checked.draft = resolved.draft.clone();
        checked.is_settled = false;
        checked
            .in_blocks
            .splice(gone.clone(), rules.blocks(come.clone()));
        let unasked = come.clone().map(|_| AgainstTexts(None));
        checked.against_texts.splice(gone.clone(), unasked);
        for &index in reread {
            let one = index..index + 1;
            checked
                .in_blocks
                .splice(one.clone(), rules.blocks(one.clone()));
            checked.against_texts.splice(one, [AgainstTexts(None)]);
        }
        checked
    }

    fn anew(&self, resolved: &Resolved, sources: &dyn Sources, settings: &Settings) -> Self {
        Self {
            document: Arc::clone(&self.document),
            ..check(resolved, sources, settings)
        }
    }

    /// Whether every rule has been asked about this very draft.
    pub fn is_settled(&self) -> bool {
        self.is_settled
    }

    /// The draft checked to the end: the rules that look at the whole of it, and those that take their time, the
    /// latter for the blocks that they have not seen; `beside` knows the files that its links lead to. `None` where `stop` said so, which is asked before each
    /// block.
    pub fn settled(
        &self,
        resolved: &Resolved,
        sources: &dyn Sources,
        beside: &dyn Beside,
        stop: &dyn Fn() -> bool,
    ) -> Option<Self> {
        if self.is_settled {
            return Some(self.clone());
        }
        let rules = Asking::new(resolved, sources, &self.settings, beside);
        let mut settled = self.clone();
        let mut beside = Vec::new();
        let places = settled.against_texts.chunks().len();
        for place in 0..places {
            let chunk = &settled.against_texts.chunks()[place];
            if chunk.summary.is_complete {
                continue;
            }
            let range = chunk.index..chunk.index + chunk.items.len();
            let mut items = chunk.items.to_vec();
            let blocks = resolved.draft.blocks().range(range);
            for (item, block) in items.iter_mut().zip(blocks) {
                if item.0.is_some() {
                    continue;
                }
                if stop() {
                    return None;
                }
                let found = rules.texts(&block);
                if looks_beside(&block) {
                    beside.extend(found);
                } else {
                    item.0 = Some(kept(&block, &found));
                }
            }
            settled.against_texts.replace_chunk(place, items);
        }
        if stop() {
            return None;
        }
        let mut document = InDocument {
            draft: resolved.draft.clone(),
            findings: rules.document(),
            complaints: Vec::new(),
        };
        document.findings.append(&mut beside);
        settled.is_settled = true;
        let mut found = settled.placed();
        found.extend(document.findings.iter().cloned());
        let ignored = ignores::taken_out(&self.draft, &self.settings, &mut found);
        ignores::complaints(&self.settings, &ignored, &mut document.complaints);
        settled.document = Arc::new(document);
        Some(settled)
    }

    /// Every finding that no comment accepts, sorted by its range and then by its code; one place has one
    /// finding.
    pub fn findings(&self) -> Vec<Finding> {
        let mut found = self.placed();
        let document = &self.document;
        self.carry(&document.findings, &mut found);
        ignores::taken_out(&self.draft, &self.settings, &mut found);
        self.carry(&document.complaints, &mut found);
        one_for_each_place(found)
    }

    /// The comments that accept findings, in text order, each with what it accepts.
    pub(crate) fn ignored(&self) -> Vec<Ignored> {
        let mut found = self.placed();
        self.carry(&self.document.findings, &mut found);
        ignores::taken_out(&self.draft, &self.settings, &mut found)
    }

    /// The findings in blocks, where they stand.
    fn placed(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        for chunk in self.in_blocks.chunks() {
            if chunk.summary > 0 {
                let blocks = chunk.items.iter().map(|one| &one.0);
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
        blocks: impl Iterator<Item = &'f Arc<[Finding]>>,
        found: &mut Vec<Finding>,
    ) {
        let all = self.draft.blocks();
        for (block, findings) in all.range(first..all.len()).zip(blocks) {
            let start = block.span.start;
            let moved = |finding: &Finding| finding.moved(|place| Some(place + start));
            found.extend(findings.iter().filter_map(moved));
        }
    }

    /// Adds what is said of the whole draft, where its words stand now.
    fn carry(&self, said: &[Finding], found: &mut Vec<Finding>) {
        if self.is_settled {
            found.extend_from_slice(said);
            return;
        }
        if said.is_empty() {
            return;
        }
        let seam = Seam::between(&self.document.draft, &self.draft);
        found.extend(said.iter().filter_map(|finding| seam.carried(finding)));
    }
}

/// Whether two drafts say the same of themselves, as far as the rules that look at single blocks want to know.
fn speaks_alike(before: &Draft, now: &Draft, settings: &Settings) -> bool {
    before.has_head_of(now)
        && before.language() == now.language()
        && is_resolution(before, settings) == is_resolution(now, settings)
}

/// The rules, asked about one draft.
struct Asking<'a> {
    context: Context<'a>,
    rules: Vec<&'static Rule>,
}

impl<'a> Asking<'a> {
    fn new(
        resolved: &'a Resolved,
        sources: &'a dyn Sources,
        settings: &'a Settings,
        beside: &'a dyn Beside,
    ) -> Self {
        let rules = RULES.into_iter().filter(|rule| !settings.is_off(rule));
        Self {
            context: Context::new(resolved, sources, settings, beside),
            rules: rules.collect(),
        }
    }

    fn blocks(&self, range: Range<usize>) -> impl Iterator<Item = InBlock> {
        let blocks = self.context.resolved.draft.blocks().range(range.clone());
        range
            .zip(blocks)
            .map(|(index, block)| InBlock(self.block(index, &block)))
    }

    fn block(&self, index: usize, block: &Block<'_>) -> Arc<[Finding]> {
        let references = self.context.resolved.references_of(index);
        let prose = Prose::of(&self.context.resolved.draft, block.clone());
        let ask = |found: &mut Vec<Finding>, rule: &Rule| match rule.check {
            Check::Reference(check) => {
                for reference in references.iter().filter(|reference| !reference.is_own) {
                    check(&self.context, reference, found);
                }
            }
            Check::Block(check) => check(&self.context, block, found),
            Check::Prose(check) => {
                if let Some(prose) = &prose {
                    check(&self.context, prose, found);
                }
            }
            Check::Texts(_) | Check::Document(_) => {}
        };
        kept(block, &self.found(ask))
    }

    fn texts(&self, block: &Block<'_>) -> Vec<Finding> {
        self.found(|found, rule| {
            if let Check::Texts(check) = rule.check {
                check(&self.context, block, found);
            }
        })
    }

    fn document(&self) -> Vec<Finding> {
        self.found(|found, rule| {
            if let Check::Document(check) = rule.check {
                check(&self.context, found);
            }
        })
    }

    /// What the rules find by `ask`, as grave as the settings want it.
    fn found(&self, ask: impl Fn(&mut Vec<Finding>, &Rule)) -> Vec<Finding> {
        let mut found = Vec::new();
        for rule in &self.rules {
            let before = found.len();
            ask(&mut found, rule);
            if let Some(chosen) = self.context.settings.severity_of(rule) {
                for finding in &mut found[before..] {
                    finding.severity = chosen;
                }
            }
        }
        found
    }
}

/// Whether the sources of what a block quotes may be named in another block: in a note, or in the words that lead
/// up to a block quotation.
fn looks_beside(block: &Block<'_>) -> bool {
    block.kind == BlockKind::Quotation
        || !block.marks.footnotes.is_empty() && !block.marks.quotations.is_empty()
}

/// Findings as they are kept with their block.
fn kept(block: &Block<'_>, found: &[Finding]) -> Arc<[Finding]> {
    if found.is_empty() {
        return Arc::clone(&NOTHING);
    }
    let start = block.span.start;
    let back = |finding: &Finding| finding.moved(|place| place.checked_sub(start));
    found.iter().filter_map(back).collect()
}

/// Where two states of a draft differ, in bytes.
struct Seam<'d> {
    before: &'d Draft,
    now: &'d Draft,
    gone: Range<usize>,
    come: Range<usize>,
}

impl<'d> Seam<'d> {
    fn between(before: &'d Draft, now: &'d Draft) -> Self {
        let (gone, come) = now.blocks().difference(before.blocks());
        // The stretch between the blocks that stayed, blank lines included.
        let stretch = |draft: &Draft, blocks: Range<usize>| {
            let last = blocks.start.checked_sub(1);
            let start = last.and_then(|last| draft.blocks().get(last));
            let end = draft.blocks().get(blocks.end);
            start.map_or(0, |block| block.span.end)
                ..end.map_or(draft.rope().len_bytes(), |block| block.span.start)
        };
        Self {
            gone: stretch(before, gone),
            come: stretch(now, come),
            before,
            now,
        }
    }

    /// A finding where its words stand now; `None` where they stand no longer.
    fn carried(&self, finding: &Finding) -> Option<Finding> {
        let shift = self.shift(&finding.range)?;
        // What lies beside the finding moves with it, or is left out.
        let mut carried = finding.moved(|place| place.checked_add_signed(shift))?;
        carried.related.clear();
        for related in &finding.related {
            let shift = match related.path {
                Some(_) => Some(0),
                None => self.shift(&related.range),
            };
            if let Some(shift) = shift {
                let moved = |place: usize| place.checked_add_signed(shift);
                carried.related.extend(related.moved(moved));
            }
        }
        let inside = |edit: &crate::Edit| self.shift(&edit.range) == Some(shift);
        let fixes = finding.fixes.iter().map(|fix| fix.edits.iter().all(inside));
        let mut holds = fixes.collect::<Vec<_>>().into_iter();
        carried.fixes.retain(|_| holds.next() == Some(true));
        Some(carried)
    }

    /// How far the words of a range have moved.
    fn shift(&self, range: &Range<usize>) -> Option<isize> {
        let grown = self.come.end.cast_signed() - self.gone.end.cast_signed();
        if range.end <= self.gone.start {
            return Some(0);
        }
        if range.start >= self.gone.end {
            return Some(grown);
        }
        let words = self.before.slice(range.clone());
        [0, grown].into_iter().find(|shift| {
            let moved = |place: usize| place.checked_add_signed(*shift);
            let place = moved(range.start).zip(moved(range.end));
            place.is_some_and(|(start, end)| self.now.slice(start..end) == words)
        })
    }
}
