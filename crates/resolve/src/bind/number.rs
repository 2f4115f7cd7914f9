//! Whose number is it? A number is settled by the body that the sentence names, by an earlier full mention
//! of the same number, by "its" and the body that speaks, or by its form alone. What none of these settles
//! keeps the likeliest reading and gets no verdict.

mod context;
mod forms;
mod noun;
mod slip;
mod speaking;
mod written;

use std::borrow::Cow;

use citation::facts;
use citation::{Act, Body, Citation, Date, Form, Naming, Referent, Symbol};

use super::voices::Line;
use super::{Bound, Certainty, Meaning};
use crate::notices::Rest;
use crate::questions::{Said, Topic};
use crate::speaker::Speaker;
pub(crate) use forms::with_year;
use forms::{candidates, dated, has_form};
pub(crate) use written::Written;

/// The numbers of a block.
pub(super) struct Numbers<'d> {
    pub(super) speaker: &'d Speaker,
    pub(super) rest: &'d Rest<'d>,
    /// The lines of the block that say whose words follow, each with the byte behind it.
    pub(super) lines: Vec<(usize, Line)>,
}

/// A number in its place.
struct Number<'c> {
    citation: &'c Citation,
    act: Act,
    text: &'c str,
    /// The token as English writes it.
    written: Option<Cow<'c, str>>,
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
            written: citation.written(text),
            stated: citation.date.as_ref().and_then(|stated| stated.date.day()),
        }
    }

    fn symbol(&self, body: &Body) -> Option<Symbol> {
        let written = self.written.as_deref()?;
        self.citation.number_as(written, body).map(with_year)
    }

    fn token(&self) -> &str {
        self.written.as_deref().unwrap_or_default()
    }

    /// What it names if `body` adopted it.
    fn of(&self, body: &Body) -> Option<Referent> {
        if body.has_symbols() {
            let of_assembly = || {
                let is_assemblys = body.key() == Body::GENERAL_ASSEMBLY;
                is_assemblys.then(|| self.citation.running_number(self.text))?
            };
            return self.symbol(body).or_else(of_assembly).map(Referent::Symbol);
        }
        Some(numbered_by(body, self.token()))
    }
}

/// What is named with the year that belongs to it, where the text leaves it out: "S/RES/1325".
pub(super) fn with_its_year(named: Referent) -> Referent {
    match named {
        Referent::Symbol(symbol) => Referent::Symbol(with_year(symbol)),
        other => other,
    }
}

/// The number `written` of a body without symbols.
fn numbered_by(body: &Body, written: &str) -> Referent {
    let number = super::one_line(written).replace("/ ", "/");
    Referent::Other(format!("{}: {number}", body.name_at(&number)).into())
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
            // What that body cannot have adopted is a slip, which says nothing of the same number elsewhere.
            ((Some(Referent::Symbol(symbol)), true), _) => symbol
                .adopted()
                .filter(|_| !facts::is_impossible(symbol, self.speaker.adopted_by))
                .map(|adopted| adopted.body.clone()),
            ((Some(Referent::Other(_)), true), Naming::Named(body)) => Some(body.clone()),
            _ => None,
        };
        if let Some(body) = body {
            let number = Topic::Number(key(number.token()).into());
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
            if bodies.is_empty() {
                self.agree_on_council(bound, list, text);
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

    /// Takes the numbers of a `list` that nothing settles for the Human Rights Council's, where one of them is from before
    /// the Assembly wrote so and the Council may have adopted them all: "resolutions 12/2, 24/24 and 36/21".
    fn agree_on_council(
        &self,
        bound: &mut [Bound],
        list: &[(usize, Cow<'_, Citation>)],
        text: &str,
    ) {
        let council = Body::new(Body::HUMAN_RIGHTS_COUNCIL);
        let is_councils = |place: usize| {
            let named = bound[place].referent.as_ref().and_then(Referent::symbol);
            named.is_some_and(|symbol| forms::is_of(symbol, &council))
        };
        let may_be = |(_, citation): &(usize, Cow<'_, Citation>)| {
            let number = Number::new(citation, text);
            self.fits(&number, &council) && number.stated.is_none()
        };
        if !list.iter().any(|(place, _)| is_councils(*place)) || !list.iter().all(may_be) {
            return;
        }
        for (place, citation) in list {
            bound[*place].referent = Number::new(citation, text).of(&council);
        }
    }

    /// Whether `body` writes its numbers like this one, as far as the table knows.
    fn fits(&self, number: &Number<'_>, body: &Body) -> bool {
        written::fits(number, body, self.speaker.adopted_by)
    }

    fn exists(&self, symbol: &Symbol) -> bool {
        facts::is_known(symbol, self.speaker.adopted_by)
    }
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
