//! The rules that are switched on, asked about one draft: block by block, or about the whole of it.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use draft::Block;
use resolve::Resolved;
use sources::Sources;

use crate::prose::Prose;
use crate::{Beside, Check, Context, Finding, RULES, Rule, Settings};

/// What is found in most blocks.
pub(crate) static NOTHING: LazyLock<Arc<[Finding]>> = LazyLock::new(|| Arc::new([]));

/// The rules, asked about one draft.
pub(crate) struct Asking<'a> {
    context: Context<'a>,
    rules: Vec<&'static Rule>,
    stop: &'a dyn Fn() -> bool,
}

impl<'a> Asking<'a> {
    pub(crate) fn new(
        resolved: &'a Resolved,
        sources: &'a dyn Sources,
        settings: &'a Settings,
        beside: &'a dyn Beside,
        stop: &'a dyn Fn() -> bool,
    ) -> Self {
        let rules = RULES.into_iter().filter(|rule| !settings.is_off(rule));
        Self {
            context: Context::new(resolved, sources, settings, beside),
            rules: rules.collect(),
            stop,
        }
    }

    /// What is found in each block of a range, as it is kept with the block, up to where it is stopped.
    pub(crate) fn blocks(&self, range: Range<usize>) -> impl Iterator<Item = Arc<[Finding]>> {
        let blocks = self.context.resolved.draft.blocks().range(range.clone());
        range
            .zip(blocks)
            .take_while(|_| !(self.stop)())
            .map(|(index, block)| self.block(index, &block))
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

    /// What the rules that take their time find in a block.
    pub(crate) fn texts(&self, block: &Block<'_>) -> Vec<Finding> {
        self.found(|found, rule| {
            if let Check::Texts(check) = rule.check {
                check(&self.context, block, found);
            }
        })
    }

    /// What the rules find that look at the whole draft.
    pub(crate) fn document(&self) -> Vec<Finding> {
        self.found(|found, rule| {
            if let Check::Document(check) = rule.check
                && !(self.stop)()
            {
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

/// Findings as they are kept with their block: ranges count from its start.
pub(crate) fn kept(block: &Block<'_>, found: &[Finding]) -> Arc<[Finding]> {
    if found.is_empty() {
        return Arc::clone(&NOTHING);
    }
    let start = block.span.start;
    let back = |finding: &Finding| finding.moved(|place| place.checked_sub(start));
    found.iter().filter_map(back).collect()
}
