//! Numbers beside which no words say whose they are: an earlier full mention, "its" and the body that speaks, the
//! form and the date decide, in this order.

use citation::facts;
use citation::{Body, Date, Naming, Referent, Symbol, Term};
use sources::{Catalogue, Sources};

use super::forms::{
    adopted_on, candidates, dated, drop_later, is_bare_council, is_bare_noun, is_common_to_organs,
    is_of, is_principal, settled_by_form,
};
use super::{Number, Numbers, key};
use crate::bind::Meaning;

impl Numbers<'_> {
    /// A number of which the words beside it do not say whose it is.
    pub(super) fn by_context(&self, number: &Number<'_>, naming: &Naming) -> Meaning {
        if let Some(body) = self.rest.mentioned(&key(number.token()))
            && let Some(referent) = number.of(&body)
        {
            return (Some(referent), true);
        }
        let previous = match naming {
            Naming::Its { previous } | Naming::Unnamed { previous } => previous.clone(),
            Naming::Named(body) | Naming::Short(body) | Naming::Theirs(body) => Some(body.clone()),
            Naming::TornOff => None,
        };
        let previous = previous.map(|body| self.spelt_out(number, body));
        let previous = previous.as_ref();
        // The rest of a list whose beginning is not known may be anybody's.
        let speaks = match naming {
            Naming::TornOff => None,
            _ => self.speaks_of(number, naming),
        };
        let speaks = speaks.as_ref();
        let other_named = previous.filter(|body| !self.is_speakers(number, body, speaks));
        let addressees = self.addressees(number);
        let bodies = speaks.into_iter().chain(previous);
        let mut forms = candidates(number, bodies.chain(&addressees));
        // A body that has not come so far means another's number, unless it says that it is its own.
        let previous_can = || other_named.is_some_and(|body| self.fits(number, body));
        let is_anothers = (!matches!(naming, Naming::Its { .. }) || previous_can())
            && drop_later(&mut forms, self.speaker.cites_until())
            && !speaks.is_some_and(|body| forms.iter().any(|symbol| is_of(symbol, body)));
        if let Naming::Theirs(_) = naming
            && let Some(body) = previous
        {
            // A stable sort: theirs first, the rest as it was.
            forms.sort_by_key(|symbol| !is_of(symbol, body));
        }
        let settles = |symbol: &Symbol| (Some(Referent::Symbol(symbol.clone())), true);
        let token = number.token();
        let is_known_to_write = |body: &Body| body.is_known_to_write(token);
        let is_its = matches!(naming, Naming::Its { .. } | Naming::Theirs(_));
        let is_passing = !previous.is_some_and(is_known_to_write);
        if !is_its
            && is_passing
            && let Some(symbol) = forms
                .iter()
                .find(|symbol| adopted_on(symbol, number.stated))
        {
            return settles(symbol);
        }
        let is_assemblys = !is_its
            && forms
                .iter()
                .any(|symbol| is_assemblys(symbol, number.stated));
        let is_others =
            is_assemblys || other_named.is_some_and(|body| !is_its || self.fits(number, body));
        if !is_others
            && let Some(body) = speaks.filter(|body| !body.has_symbols())
            && let Some(own) = own_of_conference(number, body, &forms, is_its)
        {
            return own;
        }
        let leaves_open = |symbol: &Symbol| (Some(Referent::Symbol(symbol.clone())), false);
        let named: Vec<&Body> = speaks.into_iter().chain(previous).collect();
        let in_question = |symbol: &&Symbol| {
            other_named.is_none() || named.iter().any(|body| is_of(symbol, body))
        };
        if let Some(symbol) =
            self.told_by_date(number, forms.iter().filter(in_question), &named, speaks)
        {
            return settles(symbol);
        }
        if let Some(symbol) = forms.iter().find(|symbol| settled_by_form(symbol)) {
            return settles(symbol);
        }
        if let Some(symbol) = self.councils_by_year(number, &forms, previous, speaks) {
            return settles(symbol);
        }
        if let Some(slip) = self.slip_of(number, previous, speaks, naming) {
            return (Some(slip), true);
        }
        if let Some(symbol) = self.passed_by(number, other_named, &forms) {
            return leaves_open(symbol);
        }
        // "The Council decided (decision 2023/328)", "the Committee …": the form tells whose it may be.
        if let Some(body) = other_named
            .filter(|body| may_write(body, token) || forms.is_empty() && body.may_write(token))
            && !forms.iter().any(|symbol| is_of(symbol, body))
        {
            return self.of_other(number, body, &forms);
        }
        match forms.first() {
            None => {
                let writer = self.rest.only_writer(number.token());
                (writer.and_then(|body| number.of(&body)), false)
            }
            Some(symbol) if is_anothers && previous.is_some_and(|body| is_of(symbol, body)) => {
                settles(symbol)
            }
            Some(symbol)
                if other_named.is_none() && speaks.is_some_and(|body| is_of(symbol, body)) =>
            {
                settles(symbol)
            }
            Some(symbol) if self.is_theirs(number, naming, symbol) => settles(symbol),
            Some(symbol) => (Some(self.likeliest(number, symbol)), false),
        }
    }

    /// What `number` most likely is, of which nothing but its form says so: `symbol`, or the number of the only body of the
    /// draft that writes so where that is the Human Rights Council's, which the draft does not name ("Decision 55/101"
    /// beside the Statistical Commission).
    fn likeliest(&self, number: &Number<'_>, symbol: &Symbol) -> Referent {
        let council = Body::new(Body::HUMAN_RIGHTS_COUNCIL);
        let is_unnamed = is_of(symbol, &council) && !self.rest.names(&council);
        let writer = || number.of(&self.rest.only_writer(number.token())?);
        let written = is_unnamed.then(writer).flatten();
        written.unwrap_or_else(|| Referent::Symbol(symbol.clone()))
    }

    /// Whether a name, and not a noun, says whose `symbol` is: "the Human Rights Council, in its resolution 48/18".
    fn is_theirs(&self, number: &Number<'_>, naming: &Naming, symbol: &Symbol) -> bool {
        matches!(naming, Naming::Theirs(body) if is_of(symbol, body) && self.fits(number, body))
    }

    /// The organ to which the draft is submitted, if it had come to the session of `number`, behind the Assembly where
    /// that has adopted one of the texts that drafts cite most under the number.
    fn addressees(&self, number: &Number<'_>) -> Vec<Body> {
        let Some(organ) = self.addressee(number) else {
            return Vec::new();
        };
        let assembly = Some(Body::general_assembly());
        let assembly = assembly.filter(|body| is_catalogued(number, body));
        assembly.into_iter().chain([organ]).collect()
    }

    /// The organ to which the draft is submitted, if it had come to the session of `number`.
    fn addressee(&self, number: &Number<'_>) -> Option<Body> {
        let organ = self.speaker.addressee.as_ref()?;
        let symbol = number.symbol(organ)?;
        let document = self.speaker.symbol.as_ref()?;
        let had_come = match symbol.adopted()?.term {
            Term::Session(session) => session_of(document, organ).is_some_and(|now| session <= now),
            Term::Year(year) => document.year().is_none_or(|now| year <= now),
            _ => true,
        };
        had_come.then(|| organ.clone())
    }

    /// Whether a number beside `body` is that of the body that `speaks` all the same: "the Assembly" in what the
    /// Environment Assembly says, with a number that the General Assembly cannot write.
    fn is_speakers(&self, number: &Number<'_>, body: &Body, speaks: Option<&Body>) -> bool {
        let writes_otherwise = || body.has_symbols() && !self.fits(number, body);
        speaks.is_some_and(|speaks| {
            let writes = !speaks.has_symbols() && speaks.is_known_to_write(number.token());
            speaks == body || writes && writes_otherwise()
        })
    }

    /// What a number means beside `body`, of which none of the `forms` is.
    fn of_other(&self, number: &Number<'_>, body: &Body, forms: &[Symbol]) -> Meaning {
        if !body.has_symbols() || self.fits(number, body) {
            return (number.of(body), false);
        }
        // Its numbers look otherwise, and of the organs the Assembly alone may have come to this one.
        let is_assemblys = |symbol: &Symbol| {
            is_of(symbol, &Body::general_assembly())
                && !facts::is_impossible(symbol, self.speaker.adopted_by)
        };
        match forms {
            [symbol] if is_assemblys(symbol) => (Some(Referent::Symbol(symbol.clone())), true),
            _ => (None, false),
        }
    }

    /// The Security Council's number among `forms`. Parliaments and councils of every kind write "resolution 1509
    /// (2006)": the year has to be right, or the Security Council named, before the number is taken for the Council's.
    fn councils_by_year<'s>(
        &self,
        number: &Number<'_>,
        forms: &'s [Symbol],
        previous: Option<&Body>,
        speaks: Option<&Body>,
    ) -> Option<&'s Symbol> {
        let council = Body::new(Body::SECURITY_COUNCIL);
        let symbol = forms.iter().find(|symbol| is_of(symbol, &council))?;
        let is_named = [previous, speaks].contains(&Some(&council));
        let other_named = previous.filter(|body| Some(*body) != speaks);
        // The General Assembly, named in passing, writes no such number.
        let cannot =
            |body: &Body| is_bare_council(body) || body.has_symbols() && !self.fits(number, body);
        let token = number.token();
        let has_year = token.contains('(') && other_named.is_none_or(cannot);
        // "The Committee recalls resolution 2140 (2014)": no committee is known to write so.
        let is_right = token.contains('(')
            && other_named.is_none_or(|body| cannot(body) || body.is_noun())
            && self.exists(symbol);
        // A number of the Council in another year is a slip, where the draft names it and nobody else who writes so.
        let is_slip = || {
            let figures = symbol.adopted().map(|adopted| adopted.number);
            figures.is_some_and(|number| facts::sure_security_council_year(number).is_some())
                && self.rest.names(&council)
                && self.rest.only_writer(token).is_none()
        };
        (is_named || is_right || has_year && is_slip()).then_some(symbol)
    }

    /// What no body can mean is a slip in a number of the body that was named before, or that speaks of "its".
    fn slip_of(
        &self,
        number: &Number<'_>,
        previous: Option<&Body>,
        speaks: Option<&Body>,
        naming: &Naming,
    ) -> Option<Referent> {
        let its = speaks.filter(|_| matches!(naming, Naming::Its { .. }));
        let body = previous.or(its).filter(|body| body.has_symbols())?;
        let is_slip = self.may_be_its(number, body) && self.is_nobodys(number);
        is_slip.then(|| number.of(body))?
    }

    /// The candidate that a stated date settles: it fits the session of one body only.
    fn told_by_date<'s>(
        &self,
        number: &Number<'_>,
        forms: impl Iterator<Item = &'s Symbol>,
        named: &[&Body],
        speaks: Option<&Body>,
    ) -> Option<&'s Symbol> {
        let date = number.stated?;
        let fitting: Vec<_> = forms.filter(|symbol| dated(symbol, date)).collect();
        match fitting.as_slice() {
            [symbol]
                if named.iter().any(|body| is_of(symbol, body))
                    || self.others(symbol, date).is_empty() =>
            {
                Some(symbol)
            }
            [symbol, ..] if speaks.is_some() => Some(symbol),
            _ => None,
        }
    }

    /// The candidate that an organ has adopted, where the sentence names another body in passing: one that is not known
    /// to number its texts so.
    fn passed_by<'s>(
        &self,
        number: &Number<'_>,
        other_named: Option<&Body>,
        forms: &'s [Symbol],
    ) -> Option<&'s Symbol> {
        other_named
            .filter(|body| !body.has_symbols() && !body.is_known_to_write(number.token()))?;
        let principal = forms.iter().find(|symbol| is_principal(symbol));
        principal.filter(|symbol| self.exists(symbol))
    }
}

/// Whether `body`, where it is told by its name, may write its numbers like `token`.
fn may_write(body: &Body, token: &str) -> bool {
    !is_bare_noun(body) && (body.has_symbols() || body.may_write(token))
}

/// The regular session of `organ` to which its document `symbol` is submitted: its working groups and its committee count
/// their own, behind their letters, and its special sessions count apart.
fn session_of(symbol: &Symbol, organ: &Body) -> Option<u16> {
    let behind = symbol.canonical().strip_prefix(organ.key())?;
    behind.strip_prefix('/')?.split('/').next()?.parse().ok()
}

/// Whether the text with this `number` of `body` is one of those that drafts cite most.
fn is_catalogued(number: &Number<'_>, body: &Body) -> bool {
    let symbol = number.symbol(body).map(Referent::Symbol);
    symbol.is_some_and(|symbol| Catalogue.resolve(&symbol).value.is_some())
}

/// A number that `speaks` has adopted, a conference or commission that speaks of its own: what it names, and whether
/// that is settled. `forms` are the organs' numbers that look like it.
fn own_of_conference(
    number: &Number<'_>,
    speaks: &Body,
    forms: &[Symbol],
    is_its: bool,
) -> Option<Meaning> {
    let token = number.token();
    let writes = speaks.is_known_to_write(token) || forms.is_empty() && speaks.may_write(token);
    let is_shared = !is_its
        && forms
            .iter()
            .any(|symbol| is_common_to_organs(symbol, number.act));
    writes.then(|| (number.of(speaks), !is_shared))
}

/// Whether `symbol` is a resolution of the General Assembly by its form, or by its `stated` day, on which the session
/// sat.
fn is_assemblys(symbol: &Symbol, stated: Option<Date>) -> bool {
    let sat = || stated.is_some_and(|day| dated(symbol, day));
    is_of(symbol, &Body::general_assembly()) && (settled_by_form(symbol) || sat())
}
