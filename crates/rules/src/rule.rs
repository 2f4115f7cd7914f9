//! What a rule is: its permanent code, its name, its page, and its check.

use std::fmt;

use draft::Block;
use resolve::Reference;

use crate::{Context, Finding, Severity};

/// What a family of rules looks after. The first letter of a code names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// `C`: citations.
    Citations,
    /// `A`: acronyms and names.
    Acronyms,
}

impl Family {
    /// The family as headings write it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Citations => "Citations",
            Self::Acronyms => "Acronyms and names",
        }
    }
}

/// A check by what it looks at, and so by what has to change before it is asked again.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// A reference to another document, as it is bound and judged.
    Reference(fn(&Context<'_>, &Reference, &mut Vec<Finding>)),
    /// The text and the marks of one block, and nothing beside it.
    #[expect(dead_code, reason = "no rule yet looks at one block alone")]
    Block(fn(&Context<'_>, &Block<'_>, &mut Vec<Finding>)),
    /// The whole draft.
    Document(fn(&Context<'_>, &mut Vec<Finding>)),
}

/// A rule.
pub struct Rule {
    /// Permanent code: `C001`.
    pub code: &'static str,
    /// Name in words: `mistyped-symbol`.
    pub name: &'static str,
    /// The family it belongs to.
    pub family: Family,
    /// How grave its findings are; a single finding may be less grave, never more.
    pub severity: Severity,
    pub(crate) page: &'static str,
    pub(crate) check: Check,
}

impl Rule {
    /// The rule's page in Markdown: what it does, why it matters, an example, how to fix it, its source.
    pub const fn page(&self) -> &'static str {
        self.page
    }

    /// The first sentence of the page: what the rule does.
    pub fn summary(&self) -> &'static str {
        let body = self.page.split("## What it does").nth(1).unwrap_or("");
        let paragraph = body.trim().split("\n\n").next().unwrap_or("").trim();
        let end = paragraph
            .find(". ")
            .map_or(paragraph.len(), |stop| stop + 1);
        &paragraph[..end]
    }

    /// A finding of this rule without evidence or fixes.
    pub(crate) fn finding(&self, range: std::ops::Range<usize>, message: String) -> Finding {
        Finding {
            code: self.code,
            rule: self.name,
            severity: self.severity,
            range,
            message,
            related: Vec::new(),
            fixes: Vec::new(),
        }
    }

    pub(crate) fn check(&self, context: &Context<'_>, found: &mut Vec<Finding>) {
        match self.check {
            Check::Reference(check) => {
                let references = context.resolved.references.iter();
                for reference in references.filter(|reference| !reference.is_own) {
                    check(context, reference, found);
                }
            }
            Check::Block(check) => {
                for block in context.resolved.draft.blocks() {
                    check(context, &block, found);
                }
            }
            Check::Document(check) => check(context, found),
        }
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.code, self.name)
    }
}
