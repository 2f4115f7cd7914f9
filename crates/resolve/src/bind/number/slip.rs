//! Whose is a number that nobody can have adopted on its stated date? One of the two is a slip; the words
//! around it then say whose number was meant.

use citation::{Body, Date, Symbol, facts};

use super::{Number, Numbers, candidates, dated, has_form};

impl Numbers<'_> {
    /// Whether `body` is more likely meant than a speaker whose numbers no table has: that of a conference
    /// that names the Assembly and goes on with "its resolution 5/14".
    pub(super) fn may_be_its(&self, number: &Number<'_>, body: &Body) -> bool {
        match self.owner(number) {
            Some(speaker) => speaker.has_symbols(),
            None => number
                .symbol(body)
                .is_some_and(|symbol| has_form(&symbol, number.act)),
        }
    }

    /// The bodies without tables that can have adopted a number like that of `symbol` on `date`.
    pub(super) fn others(&self, symbol: &Symbol, date: Date) -> Vec<Body> {
        symbol.adopted().map_or_else(Vec::new, |adopted| {
            facts::other_bodies(adopted.term, Some(date), self.speaker.adopted_by)
        })
    }

    /// Whether no body that the draft names can have adopted the number on its stated date, so that one of
    /// the two is a slip.
    pub(super) fn is_nobodys(&self, number: &Number<'_>) -> bool {
        let Some(date) = number.stated else {
            return false;
        };
        let as_the_assemblys = number.symbol(&Body::general_assembly());
        let is_anothers = |symbol: &Symbol| {
            let others = self.others(symbol, date);
            others.iter().any(|body| self.rest.names(body))
        };
        !as_the_assemblys.as_ref().is_some_and(is_anothers)
            && !candidates(number, std::iter::empty())
                .iter()
                .any(|symbol| dated(symbol, date))
    }
}
