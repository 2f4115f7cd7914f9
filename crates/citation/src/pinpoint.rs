//! A paragraph reference: the place inside a document that a citation points to.

use std::fmt;
use std::ops::Range;

/// What a step of a paragraph reference counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A numbered or operative paragraph.
    Paragraph,
    /// A preambular paragraph, which is counted, not printed.
    Preambular,
    /// The preamble as a whole, which has no number.
    Preamble,
    /// An article of a treaty.
    Article,
    /// A section.
    Section,
    /// A chapter.
    Chapter,
    /// An annex.
    Annex,
    /// An appendix.
    Appendix,
    /// An enclosure, as letters have it.
    Enclosure,
    /// A part of a treaty or of a document.
    Part,
    /// A numbered principle.
    Principle,
    /// A numbered rule.
    Rule,
    /// A numbered regulation.
    Regulation,
    /// A numbered guideline.
    Guideline,
    /// A schedule, as treaties list substances in.
    Schedule,
    /// A pillar, as strategies have them.
    Pillar,
    /// A numbered objective.
    Objective,
    /// A numbered action.
    Action,
    /// A Sustainable Development Goal, and goals that are numbered like them.
    Goal,
    /// A target of a goal: `10.7`, `10.c`.
    Target,
    /// An indicator of a target: `10.7.1`, `10.c.1`.
    Indicator,
    /// A page.
    Page,
    /// A volume.
    Volume,
}

impl Unit {
    /// Whether treaties, outcomes and standards number their parts by it where resolutions number paragraphs.
    pub const fn is_numbered_part(self) -> bool {
        matches!(
            self,
            Self::Article
                | Self::Principle
                | Self::Rule
                | Self::Regulation
                | Self::Guideline
                | Self::Schedule
                | Self::Pillar
                | Self::Objective
                | Self::Action
                | Self::Goal
                | Self::Target
                | Self::Indicator
        )
    }

    /// Whether what has the unit is attached to a document, and may stand without a number.
    pub const fn is_attached(self) -> bool {
        matches!(self, Self::Annex | Self::Appendix | Self::Enclosure)
    }

    /// Whether what has the unit has no number at all.
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Preamble)
    }

    /// The unit as footnotes abbreviate it: `para.`, `art.`, `sect.`.
    pub const fn short(self) -> &'static str {
        match self {
            Self::Paragraph => "para.",
            Self::Preambular => "preambular para.",
            Self::Preamble => "preamble",
            Self::Article => "art.",
            Self::Section => "sect.",
            Self::Chapter => "chap.",
            Self::Annex => "annex",
            Self::Appendix => "appendix",
            Self::Enclosure => "enclosure",
            Self::Part => "part",
            Self::Principle => "principle",
            Self::Rule => "rule",
            Self::Regulation => "regulation",
            Self::Guideline => "guideline",
            Self::Schedule => "schedule",
            Self::Pillar => "pillar",
            Self::Objective => "objective",
            Self::Action => "action",
            Self::Goal => "goal",
            Self::Target => "target",
            Self::Indicator => "indicator",
            Self::Page => "p.",
            Self::Volume => "vol.",
        }
    }

    /// The same for several: `paras.`, `arts.`, `sects.`.
    pub const fn short_plural(self) -> &'static str {
        match self {
            Self::Paragraph => "paras.",
            Self::Preambular => "preambular paras.",
            Self::Preamble => "preambles",
            Self::Article => "arts.",
            Self::Section => "sects.",
            Self::Chapter => "chaps.",
            Self::Annex => "annexes",
            Self::Appendix => "appendices",
            Self::Enclosure => "enclosures",
            Self::Part => "parts",
            Self::Principle => "principles",
            Self::Rule => "rules",
            Self::Regulation => "regulations",
            Self::Guideline => "guidelines",
            Self::Schedule => "schedules",
            Self::Pillar => "pillars",
            Self::Objective => "objectives",
            Self::Action => "actions",
            Self::Goal => "goals",
            Self::Target => "targets",
            Self::Indicator => "indicators",
            Self::Page => "pp.",
            Self::Volume => "vols.",
        }
    }
}

/// One level of a paragraph reference: "annex I", "paras. 3-5 and 7 (b)".
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What is counted.
    pub unit: Unit,
    /// Printed labels in order, ranges as pairs: `15` is `("15", None)`, `3-5` is `("3", Some("5"))`,
    /// `7 (b)` is `("7 (b)", None)`. Empty for a bare "annex".
    pub labels: Vec<(Box<str>, Option<Box<str>>)>,
}

/// A whole paragraph reference, outermost step first: annex, then paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pinpoint {
    /// The steps, outermost first; never empty.
    pub steps: Vec<Step>,
    /// What is referred to beside that, mostly nothing: the annex in "paras. 117 and 118 and annex".
    pub beside: Vec<Step>,
    /// Byte range of the reference in the scanned text.
    pub span: std::ops::Range<usize>,
}

impl Pinpoint {
    /// `phrase`, a range of the text that this reference stands in, widened to hold the reference too.
    pub(crate) fn widening(&self, phrase: &Range<usize>) -> Range<usize> {
        phrase.start.min(self.span.start)..phrase.end.max(self.span.end)
    }

    /// Takes in a place of the same document that stands further on in the text: with the labels of the only step where it has
    /// the same unit, else beside.
    pub(crate) fn join(&mut self, further: Step) {
        match self.steps.as_mut_slice() {
            [only] if only.unit == further.unit && self.beside.is_empty() => {
                only.labels.extend(further.labels);
            }
            _ => self.beside.push(further),
        }
    }

    /// Whether this is an annex, an appendix or an enclosure as a whole, in which other places may stand.
    pub(crate) fn is_whole_attachment(&self) -> bool {
        matches!(self.steps.as_slice(), [only] if only.unit.is_attached()) && self.beside.is_empty()
    }

    /// Whether nothing but letters or small figures in parentheses are named: "subparagraph (iii)".
    pub(crate) fn is_letter(&self) -> bool {
        let is_inner = |step: &Step| {
            !step.labels.is_empty() && step.labels.iter().all(|(first, _)| first.starts_with('('))
        };
        self.steps.iter().all(is_inner)
    }

    /// The single paragraph label this reference names (`15`, `7 (b)`), when it names the numbered
    /// or operative paragraphs of the document itself and exactly one of them.
    pub fn single_paragraph(&self) -> Option<&str> {
        match self.steps.as_slice() {
            [
                Step {
                    unit: Unit::Paragraph,
                    labels,
                },
            ] => match labels.as_slice() {
                [(label, None)] => Some(label),
                _ => None,
            },
            _ => None,
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = self.labels.len() > 1 || self.labels.iter().any(|(_, to)| to.is_some());
        out.write_str(if plural {
            self.unit.short_plural()
        } else {
            self.unit.short()
        })?;
        for (index, (from, to)) in self.labels.iter().enumerate() {
            let joint = match index {
                0 => " ",
                last if last + 1 == self.labels.len() => " and ",
                _ => ", ",
            };
            write!(out, "{joint}{from}")?;
            if let Some(to) = to {
                write!(out, "-{to}")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Pinpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.steps.iter().enumerate() {
            if index > 0 {
                out.write_str(", ")?;
            }
            step.fmt(out)?;
        }
        self.beside
            .iter()
            .try_for_each(|step| write!(out, " and {step}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(unit: Unit, labels: &[(&str, Option<&str>)]) -> Step {
        Step {
            unit,
            labels: labels
                .iter()
                .map(|(a, b)| ((*a).into(), b.map(Into::into)))
                .collect(),
        }
    }

    #[test]
    fn references_print_as_footnotes_write_them() {
        let annex = Pinpoint {
            steps: vec![
                step(Unit::Annex, &[("I", None)]),
                step(Unit::Paragraph, &[("4", None)]),
            ],
            beside: Vec::new(),
            span: 0..0,
        };
        assert_eq!(annex.to_string(), "annex I, para. 4");
        let both = Pinpoint {
            steps: vec![step(Unit::Paragraph, &[("117", None), ("118", None)])],
            beside: vec![step(Unit::Annex, &[])],
            span: 0..0,
        };
        assert_eq!(both.to_string(), "paras. 117 and 118 and annex");
        let list = step(
            Unit::Paragraph,
            &[("3", Some("5")), ("7 (b)", None), ("9", None)],
        );
        assert_eq!(list.to_string(), "paras. 3-5, 7 (b) and 9");
        assert_eq!(step(Unit::Annex, &[]).to_string(), "annex");
    }
}
