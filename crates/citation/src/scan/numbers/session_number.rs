//! The session or year and the number on both sides of a stroke: "67/172", "2006/2".

use super::apart;
use crate::Act;

/// A session or year and the number behind its stroke.
#[derive(Clone, Copy)]
pub(super) struct SessionNumber {
    pub(super) term: u16,
    pub(super) number: u16,
}

impl SessionNumber {
    /// What is `written`, without its lettered part; `None` for special sessions, and where a day or a month has its nought:
    /// "12/05".
    pub(super) fn of(written: &str) -> Option<Self> {
        let (term, behind) = written.split_once('/')?;
        let number = apart::number_of_session(written).filter(|number| *number > 0)?;
        let term = term.parse().ok()?;
        (!behind.starts_with('0')).then_some(Self { term, number })
    }

    /// Whether the two are the shares of a whole: "60/40".
    pub(super) fn makes_whole(self) -> bool {
        self.term.checked_add(self.number) == Some(100)
    }

    /// Whether the two are a year and the next: "2023/24", "85/86".
    pub(super) fn is_season(self) -> bool {
        let next = (u32::from(self.term) + 1) % 100;
        let number = u32::from(self.number);
        number % 100 == next && (number < 100 || self.term > 1000)
    }

    /// What is numbered: decisions begin with 401 in a session of the Assembly and with 201 in a year.
    pub(super) fn act(self) -> Act {
        let first = if self.term < 1000 { 401 } else { 201 };
        if self.number >= first {
            Act::Decision
        } else {
            Act::Resolution
        }
    }
}
