//! Components once read, and what the next one depends on.

use crate::grammar::{Component, ComponentKind};

/// What a component is, once read.
#[derive(Clone, Copy)]
pub(super) enum Part<'t> {
    /// `67`, `21-22`, `1461,1462`.
    Number(&'t str),
    /// `S-10`, `ES-10`.
    SpecialSession(&'t str),
    /// `L.40`, `Add.1`: a stem and a number.
    Dotted {
        stem: &'t str,
        number: &'t str,
        known: Option<&'static Component>,
    },
    /// `RES`, `CO`, `PHL`, `COP(15)`.
    Word {
        text: &'t str,
        /// The session in parentheses, with them.
        session: &'t str,
        known: Option<&'static Component>,
    },
}

impl Part<'_> {
    pub(super) fn known(&self) -> Option<&'static Component> {
        match self {
            Self::Dotted { known, .. } | Self::Word { known, .. } => *known,
            Self::Number(_) | Self::SpecialSession(_) => None,
        }
    }

    pub(super) fn kind(&self) -> Option<ComponentKind> {
        self.known().map(|component| component.kind)
    }

    pub(super) fn is_word(&self, written: &str) -> bool {
        matches!(self, Self::Word { text, .. } if *text == written)
    }

    pub(super) fn write(&self, canonical: &mut String) {
        canonical.push('/');
        match self {
            Self::Number(text) => canonical.push_str(text),
            Self::SpecialSession(text) => push_capitals(canonical, text),
            Self::Dotted { stem, number, .. } => canonical.extend([stem, ".", number]),
            Self::Word { text, session, .. } => {
                // A country code written small.
                if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
                    canonical.push_str(text);
                } else {
                    push_capitals(canonical, text);
                }
                canonical.push_str(session);
            }
        }
    }
}

fn push_capitals(canonical: &mut String, text: &str) {
    canonical.extend(text.chars().map(|letter| letter.to_ascii_uppercase()));
}

/// The components read so far, as far as the next one depends on them.
#[derive(Clone, Copy, Default)]
pub(super) struct Read<'t> {
    pub(super) count: usize,
    pub(super) first: Option<Part<'t>>,
    pub(super) before_last: Option<Part<'t>>,
    pub(super) last: Option<Part<'t>>,
    /// How many numbers stand in a row at the end.
    pub(super) numbers: usize,
    /// Whether these follow `D`: number and year of a communication.
    pub(super) communication: bool,
}

impl<'t> Read<'t> {
    pub(super) fn push(&mut self, part: Part<'t>) {
        if let Part::Number(_) = part {
            self.numbers += 1;
        } else {
            self.numbers = 0;
            self.communication = part.is_word("D") || part.is_word("DR");
        }
        self.count += 1;
        self.first.get_or_insert(part);
        self.before_last = self.last;
        self.last = Some(part);
    }
}
