//! Whose number is it? A number is settled by the body that the sentence names, by an earlier full mention
//! of the same number, by "its" and the body that speaks, or by its form alone. What none of these settles
//! keeps the likeliest reading and gets no verdict.

mod forms;
mod slip;
mod speaking;

use std::borrow::Cow;

use citation::facts;
use citation::{Act, Body, Citation, Date, Form, Naming, Referent, Symbol};

use super::{Bound, Certainty, Meaning};
use crate::board::Rest;
use crate::questions::{Said, Topic};
use crate::speaker::Speaker;
use forms::{
    adopted_on, candidates, dated, drop_impossible, excluded_by_date, has_form, is_bare_council,
    is_of, is_principal, settled_by_form, with_year,
};

/// The numbers of a block.
pub(super) struct Numbers<'d> {
    pub(super) speaker: &'d Speaker,
    pub(super) rest: &'d Rest<'d>,
    /// The bodies whose words follow in the block, each with the byte behind its line.
    pub(super) voices: Vec<(usize, Body)>,
}

/// A number in its place.
struct Number<'c> {
    citation: &'c Citation,
    act: Act,
    text: &'c str,
    stated: Option<Date>,
}

impl<'c> Number<'c> {
    fn new(citation: &'c Citation, text: &'c str) -> Self {
        Self {
            citation,
            act: match citation.form {
                Form::Number { act, .. } => act,
                _ => Act::Resolution,
            },
            text,
            stated: citation.date.as_ref().and_then(|stated| stated.date.day()),
        }
    }

    fn symbol(&self, body: &Body) -> Option<Symbol> {
        self.citation.number(self.text, body).map(with_year)
    }

    fn token(&self) -> Cow<'c, str> {
        self.citation.written(self.text).unwrap_or_default()
    }

    /// What it names if `body` adopted it.
    fn of(&self, body: &Body) -> Option<Referent> {
        if body.has_symbols() {
            return self.symbol(body).map(Referent::Symbol);
        }
        Some(numbered_by(body, &self.token()))
    }
}

/// The number `written` of a body without symbols.
fn numbered_by(body: &Body, written: &str) -> Referent {
    let number = super::one_line(written).replace("/ ", "/");
    Referent::Other(format!("{body}: {number}").into())
}

impl Numbers<'_> {
    /// What the number `citation` means, which stands in the block `text`.
    pub(super) fn meaning(&self, citation: &Citation, text: &str) -> Meaning {
        let Form::Number { naming, .. } = &citation.form else {
            return (None, false);
        };
        let number = Number::new(citation, text);
        let meaning = match naming {
            Naming::Named(body) => number
                .of(&self.rest.fuller(body))
                .map(|referent| (Some(referent), true)),
            Naming::Short(noun) => Some(self.by_noun(&number, noun)),
            _ => None,
        };
        let meaning = meaning.unwrap_or_else(|| self.by_context(&number, naming));
        let body = match (&meaning, naming) {
            ((Some(Referent::Symbol(symbol)), true), _) => {
                symbol.adopted().map(|adopted| adopted.body.clone())
            }
            ((Some(Referent::Other(_)), true), Naming::Named(body)) => Some(body.clone()),
            _ => None,
        };
        if let Some(body) = body {
            let number = Topic::Number(key(&number.token()).into());
            self.rest.tell(number, Said::Body(body));
        }
        meaning
    }

    /// Lets the numbers of one list, of which the date or the form settles some, settle the others: they are
    /// one body's. `numbers` are places in `bound` with their citations, all of one block.
    pub(super) fn agree(
        &self,
        bound: &mut [Bound],
        numbers: &[(usize, Cow<'_, Citation>)],
        text: &str,
    ) {
        let of_one_list = |one: &(usize, Cow<'_, Citation>), next: &(usize, Cow<'_, Citation>)| {
            let between = text.get(one.1.token.end..next.1.token.start).unwrap_or("");
            let same = match (&one.1.form, &next.1.form) {
                (Form::Number { naming: left, .. }, Form::Number { naming: right, .. }) => {
                    left == right && !matches!(left, Naming::Named(_))
                }
                _ => false,
            };
            same && !between.contains("resolution") && !between.contains("decision")
        };
        for list in numbers.chunk_by(of_one_list).filter(|list| list.len() > 1) {
            let mut bodies: Vec<Body> = Vec::new();
            for (place, _) in list {
                let one = &bound[*place];
                let adopted = one.referent.as_ref().filter(|_| one.is_settled());
                if let Some(adopted) = adopted.and_then(Referent::symbol).and_then(Symbol::adopted)
                    && !bodies.contains(&adopted.body)
                {
                    bodies.push(adopted.body.clone());
                }
            }
            let [body] = bodies.as_slice() else { continue };
            for (place, citation) in list {
                let number = Number::new(citation, text);
                // What no body can mean is a slip in a number of the list's body, where the list has its
                // opening word.
                let is_whole = !matches!(
                    citation.form,
                    Form::Number {
                        naming: Naming::TornOff,
                        ..
                    }
                );
                let is_its = self.fits(&number, body) || is_whole && self.is_nobodys(&number);
                if !bound[*place].is_settled() && is_its {
                    bound[*place].referent = number.of(body);
                    bound[*place].certainty = Certainty::Named;
                }
            }
        }
    }

    /// "Commission resolution 66/1", "decision 15/8 of the Conference of the Parties".
    fn by_noun(&self, number: &Number<'_>, noun: &Body) -> Meaning {
        let at = number.citation.token.start;
        if let Some(speaks) = self
            .speaks_as(noun, at)
            .filter(|body| self.fits(number, body))
        {
            return (number.of(&speaks), true);
        }
        let mut meant = self.rest.meant_by(noun, at);
        // The year of a number may be mistyped; that it has one, and no session in Roman numerals, says whose it is.
        let council = meant
            .iter()
            .find(|body| body.key() == Body::SECURITY_COUNCIL);
        let token = number.token();
        let parenthesis = token.split_once('(').map(|(_, behind)| behind);
        let has_year =
            parenthesis.is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()));
        let mistyped = council.filter(|_| has_year).cloned();
        meant.retain(|body| self.fits(number, body));
        if meant.is_empty() {
            meant.extend(mistyped);
        }
        if noun.key() == "Council" {
            // The form of a number tells the councils apart where the draft has not named them.
            for key in [Body::ECONOMIC_AND_SOCIAL_COUNCIL, Body::SECURITY_COUNCIL] {
                let body = Body::new(key);
                if !meant.contains(&body) && self.fits(number, &body) {
                    meant.push(body);
                }
            }
        }
        let settled = meant.len() == 1;
        let rights = Body::new(Body::HUMAN_RIGHTS_COUNCIL);
        // Other councils number by session as well: it is the likeliest, and no more.
        if noun.key() == "Council" && meant.is_empty() && self.fits(number, &rights) {
            meant.push(rights);
        }
        match meant.first().and_then(|body| number.of(body)) {
            Some(referent) => (Some(referent), settled),
            None => (number.of(noun), false),
        }
    }

    /// Whether `body` writes its numbers like this one, as far as the table knows.
    fn fits(&self, number: &Number<'_>, body: &Body) -> bool {
        if !body.has_symbols() {
            return body.may_write(&number.token());
        }
        number.symbol(body).is_some_and(|symbol| {
            (has_form(&symbol, number.act) || is_statement_of(&symbol, number))
                && !excluded_by_date(&symbol, number.stated)
                && !facts::is_impossible(&symbol, self.speaker.adopted_by)
        })
    }

    /// A number of which the words beside it do not say whose it is.
    fn by_context(&self, number: &Number<'_>, naming: &Naming) -> Meaning {
        if let Some(body) = self.rest.mentioned(&key(&number.token()))
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
            _ => self.voice_at(number.citation.token.start),
        };
        let speaks = speaks.as_ref();
        let other_named = previous.filter(|body| Some(*body) != speaks);
        let mut forms = candidates(number, speaks.into_iter().chain(previous));
        // A body that has not come so far means another's number, unless it says that it is its own.
        let previous_can = || other_named.is_some_and(|body| self.fits(number, body));
        let is_anothers = (!matches!(naming, Naming::Its { .. }) || previous_can())
            && drop_impossible(&mut forms, self.speaker.adopted_by)
            && !speaks.is_some_and(|body| forms.iter().any(|symbol| is_of(symbol, body)));
        if let Naming::Theirs(_) = naming
            && let Some(body) = previous
        {
            // A stable sort: theirs first, the rest as it was.
            forms.sort_by_key(|symbol| !is_of(symbol, body));
        }
        let settles = |symbol: &Symbol| (Some(Referent::Symbol(symbol.clone())), true);
        let token = number.token();
        let is_known_to_write = |body: &Body| body.is_known_to_write(&token);
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
        // "The Council decided (decision 2023/328)": the form tells which.
        if let Some(body) = other_named.filter(|body| !is_bare_council(body) || forms.is_empty())
            && !forms.iter().any(|symbol| is_of(symbol, body))
        {
            let fits = !body.has_symbols() || self.fits(number, body);
            return (fits.then(|| number.of(body)).flatten(), false);
        }
        match forms.first() {
            None => {
                let writer = self.rest.only_writer(&number.token());
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
            Some(symbol) => leaves_open(symbol),
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
        let has_year = number.token().contains('(') && other_named.is_none_or(is_bare_council);
        (is_named || has_year && self.exists(symbol)).then_some(symbol)
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

    /// The body that a noun means here, where there is one; any other body as it is.
    fn spelt_out(&self, number: &Number<'_>, body: Body) -> Body {
        if !body.is_noun() {
            return body;
        }
        let at = number.citation.token.start;
        if let Some(speaks) = self
            .speaks_as(&body, at)
            .filter(|body| self.fits(number, body))
        {
            return speaks;
        }
        let meant = self.rest.meant_by(&body, at);
        let fitting = meant.iter().find(|meant| self.fits(number, meant));
        let only_one = match meant.as_slice() {
            // The year of a number may be mistyped; that it has one says whose it is.
            [only] if only.key() == Body::SECURITY_COUNCIL && number.token().contains('(') => {
                Some(only)
            }
            _ => None,
        };
        fitting.or(only_one).cloned().unwrap_or(body)
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
            .filter(|body| !body.has_symbols() && !body.is_known_to_write(&number.token()))?;
        let principal = forms.iter().find(|symbol| is_principal(symbol));
        principal.filter(|symbol| self.exists(symbol))
    }

    fn exists(&self, symbol: &Symbol) -> bool {
        facts::is_known(symbol, self.speaker.adopted_by)
    }
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
    let writes = speaks.is_known_to_write(&token) || forms.is_empty() && speaks.may_write(&token);
    let assembly = Body::general_assembly();
    let is_shared = number.act == Act::Resolution
        && !is_its
        && forms.iter().any(|symbol| is_of(symbol, &assembly));
    writes.then(|| (number.of(speaks), !is_shared))
}

/// Whether `symbol` is a resolution of the General Assembly by its form, or by its `stated` day, on which the session
/// sat.
fn is_assemblys(symbol: &Symbol, stated: Option<Date>) -> bool {
    let sat = || stated.is_some_and(|day| dated(symbol, day));
    is_of(symbol, &Body::general_assembly()) && (settled_by_form(symbol) || sat())
}

/// Whether `symbol` is a statement by the President as its body numbers them: the Security Council by year, the Human
/// Rights Council by session.
fn is_statement_of(symbol: &Symbol, number: &Number<'_>) -> bool {
    let session = number.token().split('/').next().unwrap_or("").len();
    number.act == Act::PresidentialStatement
        && match symbol.prefix() {
            Body::SECURITY_COUNCIL => session == 4,
            _ => symbol.canonical().starts_with("A/HRC/") && session < 4,
        }
}

fn key(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace()).collect()
}
