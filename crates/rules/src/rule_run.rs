//! The rules that are switched on, asked about one draft: block by block, or about the whole of it.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use draft::{Block, Item, Sequence};
use resolve::Resolved;
use sources::Sources;

use crate::prose::Prose;
use crate::words::Hit;
use crate::{Check, Context, Finding, LinkedFiles, RULES, Rule, Settings, Severity};

/// Findings as they are kept with their block, in order: ranges count from its start.
pub(crate) type Kept = Arc<[Arc<Finding>]>;

/// What is found in most blocks.
pub(crate) static NOTHING: LazyLock<Kept> = LazyLock::new(|| Arc::new([]));

/// What is known of one block once the rules have been asked about it.
#[derive(Clone, Debug)]
pub(crate) struct InBlock {
    /// What they have found in it.
    pub(crate) findings: Kept,
    /// What it has of the lists that rules ask for that look at the whole draft.
    pub(crate) listed: Option<Arc<[Hit]>>,
}

impl Item for InBlock {
    /// How many findings and listed words there are.
    type Summary = [usize; 2];

    fn summary(items: &[Self]) -> [usize; 2] {
        let listed = |one: &Self| one.listed.as_ref().map_or(0, |listed| listed.len());
        [
            items.iter().map(|one| one.findings.len()).sum(),
            items.iter().map(listed).sum(),
        ]
    }
}

/// A rule with how grave the settings want its findings, where they say so.
type RuleInForce = (&'static Rule, Option<Severity>);

/// The rules, asked about one draft.
pub(crate) struct RuleRun<'a> {
    context: Context<'a>,
    of_references: Vec<RuleInForce>,
    of_prose: Vec<RuleInForce>,
    in_blocks: Vec<RuleInForce>,
    against_texts: Vec<RuleInForce>,
    across: Vec<RuleInForce>,
    stop: &'a dyn Fn() -> bool,
}

impl<'a> RuleRun<'a> {
    pub(crate) fn new(
        resolved: &'a Resolved,
        sources: &'a dyn Sources,
        settings: &'a Settings,
        linked_files: &'a dyn LinkedFiles,
        stop: &'a dyn Fn() -> bool,
    ) -> Self {
        let is_on = |rule: &&Rule| !settings.is_off(rule);
        let [
            mut of_references,
            mut of_prose,
            mut in_blocks,
            mut against_texts,
            mut across,
        ] = [(); 5].map(|()| Vec::with_capacity(RULES.len()));
        for rule in RULES.into_iter().filter(is_on) {
            let kind = match rule.check {
                Check::Texts(_) => &mut against_texts,
                Check::Document(_) => &mut across,
                Check::Reference(_) => &mut of_references,
                Check::Prose(_) => &mut of_prose,
                Check::Block(_) | Check::ProseOrTable(_) => &mut in_blocks,
            };
            kind.push((rule, settings.severity_of(rule)));
        }
        Self {
            context: Context::new(resolved, sources, settings, linked_files, stop),
            of_references,
            of_prose,
            in_blocks,
            against_texts,
            across,
            stop,
        }
    }

    /// The same, where the blocks have been asked about already.
    pub(crate) fn knowing(mut self, in_blocks: &'a Sequence<InBlock>) -> Self {
        self.context.in_blocks = Some(in_blocks);
        self
    }

    /// What is known of each block of a range, up to where it is stopped.
    pub(crate) fn blocks(&self, range: Range<usize>) -> impl Iterator<Item = InBlock> {
        let blocks = self.context.resolved.draft.blocks().range(range.clone());
        range
            .zip(blocks)
            .take_while(|_| !(self.stop)())
            .map(|(index, block)| self.block(index, &block))
    }

    fn block(&self, index: usize, block: &Block<'_>) -> InBlock {
        let references = self.context.resolved.references_of(index, block);
        let prose = Prose::of(&self.context.resolved.draft, block.clone());
        let table = Prose::of_table(&self.context.resolved.draft, block);
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
            Check::ProseOrTable(check) => {
                if let Some(words) = prose.as_ref().or(table.as_ref()) {
                    check(&self.context, words, found);
                }
            }
            Check::Texts(_) | Check::Document(_) => {}
        };
        // Most blocks have nothing for most rules.
        let mut found = Vec::new();
        if !references.is_empty() {
            find(&self.of_references, ask, &mut found);
        }
        if prose.is_some() {
            find(&self.of_prose, ask, &mut found);
        }
        find(&self.in_blocks, ask, &mut found);
        let findings = kept(block, found);
        InBlock {
            findings,
            listed: prose.and_then(|prose| prose.for_whole_draft()),
        }
    }

    /// What the rules that take their time find in a block.
    pub(crate) fn texts(&self, block: &Block<'_>) -> Vec<Finding> {
        let mut found = Vec::new();
        let ask = |found: &mut Vec<Finding>, rule: &Rule| {
            if let Check::Texts(check) = rule.check {
                check(&self.context, block, found);
            }
        };
        find(&self.against_texts, ask, &mut found);
        found
    }

    /// What the rules find that look at the whole draft.
    pub(crate) fn document(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        let ask = |found: &mut Vec<Finding>, rule: &Rule| {
            if let Check::Document(check) = rule.check
                && !(self.stop)()
            {
                check(&self.context, found);
            }
        };
        find(&self.across, ask, &mut found);
        found
    }
}

/// Adds what `rules` find by `ask`, as grave as the settings want it.
fn find(rules: &[RuleInForce], ask: impl Fn(&mut Vec<Finding>, &Rule), found: &mut Vec<Finding>) {
    for (rule, chosen) in rules {
        let before = found.len();
        ask(found, rule);
        if let Some(chosen) = *chosen {
            for finding in &mut found[before..] {
                finding.severity = chosen;
            }
        }
    }
}

/// Findings as they are kept with their block: ranges count from its start.
pub(crate) fn kept(block: &Block<'_>, found: Vec<Finding>) -> Kept {
    if found.is_empty() {
        return Arc::clone(&NOTHING);
    }
    let start = block.span.start;
    let back = |finding: Finding| finding.moved(|place| place.checked_sub(start));
    let mut kept: Vec<Finding> = found.into_iter().filter_map(back).collect();
    kept.sort_by_key(|finding| (finding.range.start, finding.range.end));
    kept.into_iter().map(Arc::new).collect()
}
