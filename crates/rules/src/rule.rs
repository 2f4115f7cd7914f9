//! What a rule is: its permanent code, its name, its page, and its check.

use std::fmt;

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

/// What a check looks at, and so what has to change before it is asked again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// One block.
    Block,
    /// The whole draft.
    Document,
    /// The draft and the sources.
    Sources,
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
    /// What its check looks at.
    pub scope: Scope,
    pub(crate) page: &'static str,
    pub(crate) check: fn(&Context<'_>, &mut Vec<Finding>),
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
        (self.check)(context, found);
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.code, self.name)
    }
}
