//! What a rule is: its permanent code, its name, its page, and its check.

use std::fmt;

use draft::Block;
use resolve::Reference;

use crate::prose::Prose;
use crate::{Context, Finding, Severity};

/// What a family of rules looks after. The first letter of a code names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// `C`: citations.
    Citations,
    /// `A`: acronyms and names.
    Acronyms,
    /// `D`: dates and sessions that a draft has from last year's text.
    RollOver,
    /// `E`: editorial style.
    Style,
    /// `I`: ignores.
    Ignores,
    /// `L`: links and suggested sources.
    Links,
    /// `Q`: quotations.
    Quotations,
    /// `R`: the form of resolutions.
    Resolutions,
    /// `S`: settings in a draft.
    Settings,
    /// `X`: cross-references, footnotes, numbering.
    Structure,
}

impl Family {
    /// All families, by the letter of their codes.
    pub const ALL: [Self; 10] = [
        Self::Acronyms,
        Self::Citations,
        Self::RollOver,
        Self::Style,
        Self::Ignores,
        Self::Links,
        Self::Quotations,
        Self::Resolutions,
        Self::Settings,
        Self::Structure,
    ];

    /// The family as headings write it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Citations => "Citations",
            Self::Acronyms => "Acronyms and names",
            Self::RollOver => "Dates and sessions",
            Self::Style => "Editorial style",
            Self::Ignores => "Ignores",
            Self::Links => "Links and suggested sources",
            Self::Quotations => "Quotations",
            Self::Resolutions => "Form of resolutions",
            Self::Settings => "Settings in a draft",
            Self::Structure => "Cross-references, footnotes and numbering",
        }
    }
}

/// Whether a rule speaks without being asked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// It does, until it is switched off.
    On,
    /// It does not, until it is switched on: it is right too seldom, or a matter of taste.
    Off,
}

/// A check by what it looks at, and so by what has to change before it is asked again.
///
/// All but the last look at one block. What they may know beside it is what the draft says of itself (of front
/// matter and masthead what [`crate::checked`] compares, the language, [`crate::document::is_resolution`]), the
/// sources and the settings; a check of
/// theirs that looked at other blocks would not be asked when those change.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// A reference to another document, as it is bound and judged.
    Reference(fn(&Context<'_>, &Reference, &mut Vec<Finding>)),
    /// The text and the marks of one block, and nothing beside it.
    Block(fn(&Context<'_>, &Block<'_>, &mut Vec<Finding>)),
    /// The author's own words in one block, and nothing beside them.
    Prose(fn(&Context<'_>, &Prose<'_>, &mut Vec<Finding>)),
    /// The same, and the words of a table.
    ProseOrTable(fn(&Context<'_>, &Prose<'_>, &mut Vec<Finding>)),
    /// One block against the texts of the sources, which takes time: asked once the typing pauses, for the blocks
    /// that have changed. It may look at the notes of the block, and a quoted block at the one before.
    Texts(fn(&Context<'_>, &Block<'_>, &mut Vec<Finding>)),
    /// The whole draft: in a long one asked once the writer pauses.
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
    /// Whether it speaks without being asked to.
    pub preset: Preset,
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
        // The stop of "etc. and viz." ends no sentence.
        let mut stops = paragraph.match_indices(". ").map(|(stop, _)| stop);
        let end = stops
            .find(|stop| !paragraph[stop + 2..].starts_with(char::is_lowercase))
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
}

impl fmt::Debug for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.code, self.name)
    }
}
