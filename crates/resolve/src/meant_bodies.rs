//! Of the bodies that a noun may mean, what matters for one number: the first two that write such numbers, and, where
//! the number has its year in parentheses, whether the Security Council is among them.
//!
//! So little, because whatever more a draft names far away changes nothing that rests on it.

use citation::Body;

use crate::bind::Written;
use crate::bodies::{self, Bodies};

/// The bodies that a noun may mean, as one number sees them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MeantBodies {
    /// The first two that write such numbers; the one named last is the first.
    pub(crate) fitting: Vec<Body>,
    all: All,
}

/// What matters of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum All {
    /// There are none.
    None,
    /// The Security Council and nobody else.
    Council,
    /// The Security Council and others.
    WithCouncil,
    /// Others; or it does not matter who.
    Others,
}

impl MeantBodies {
    /// Two are as good as many.
    const MOST: usize = 2;

    /// What of `meant`, which `noun` may mean, matters for the number `written`.
    pub(crate) fn of(meant: &[Body], noun: &Body, written: &Written) -> Self {
        let fitting = meant.iter().filter(|body| written.fits(body));
        let has_council = meant.iter().any(is_council);
        let all = match meant {
            _ if !matters(noun, written) => All::Others,
            [] => All::None,
            [_] if has_council => All::Council,
            _ if has_council => All::WithCouncil,
            _ => All::Others,
        };
        Self {
            fitting: fitting.take(Self::MOST).cloned().collect(),
            all,
        }
    }

    /// The same of those that are named before a block.
    pub(crate) fn before(bodies: &Bodies<'_>, noun: &Body, written: &Written) -> Self {
        let meant = if matters(noun, written) {
            bodies.meant_before(noun, usize::MAX, &|_| true)
        } else {
            bodies.meant_before(noun, Self::MOST, &|body| written.fits(body))
        };
        Self::of(&meant, noun, written)
    }

    /// The same behind those of `nearer`, which are named later.
    pub(crate) fn behind(self, nearer: Self) -> Self {
        let mut fitting = nearer.fitting;
        for body in self.fitting {
            if fitting.len() < Self::MOST && !fitting.contains(&body) {
                fitting.push(body);
            }
        }
        let all = match (nearer.all, self.all) {
            (one, other) if one == other => one,
            (All::None, one) | (one, All::None) => one,
            (All::Others, All::Others) => All::Others,
            _ => All::WithCouncil,
        };
        Self { fitting, all }
    }

    /// Whether it has as many that write such numbers as it can have, all of them `known`.
    pub(crate) fn is_full_of(&self, known: impl Fn(&Body) -> bool) -> bool {
        self.fitting.len() == Self::MOST && self.fitting.iter().all(known)
    }

    /// Whether there are none at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.all == All::None
    }

    /// Whether there are others than the Security Council.
    pub(crate) fn has_others(&self) -> bool {
        matches!(self.all, All::Others | All::WithCouncil)
    }

    /// Whether the Security Council is among them.
    pub(crate) fn has_council(&self) -> bool {
        matches!(self.all, All::Council | All::WithCouncil)
    }

    /// Whether the Security Council is all of them.
    pub(crate) fn is_council(&self) -> bool {
        self.all == All::Council
    }
}

/// Whether it matters who they all are, and not just who of them writes such numbers.
pub(crate) fn matters(noun: &Body, written: &Written) -> bool {
    written.has_parenthesis() || noun.key() == bodies::CONFERENCE
}

fn is_council(body: &Body) -> bool {
    body.key() == Body::SECURITY_COUNCIL
}
