//! Whose number is it? Binds each citation of a draft to the document it names.
//!
//! A number is settled by the body that the sentence names, by an earlier full mention of the same
//! number, by "its" and the body that speaks, or by its form alone. What none of these settles keeps
//! the likeliest reading and gets no verdict.

use std::collections::HashMap;
use std::ops::Range;

use citation::facts::Judgement;
use citation::{
    Act, Body, Citation, Date, Form, Kind, Naming, Pinpoint, Referent, StatedDate, Symbol, Term,
    facts,
};
use draft::Draft;

use crate::speaker::Speaker;

/// A citation with what it names; ranges are byte offsets into the draft.
pub(crate) struct Bound {
    pub(crate) token: Range<usize>,
    pub(crate) phrase: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) referent: Option<Referent>,
    /// Whether the text settles what is named, so that a verdict may be passed.
    pub(crate) settled: bool,
    pub(crate) is_own: bool,
    pub(crate) pinpoint: Option<Pinpoint>,
    pub(crate) date: Option<StatedDate>,
    /// The words of the token.
    pub(crate) written: String,
    pub(crate) mistyped: Vec<(Symbol, &'static str)>,
}

/// Binds every citation of `draft`, in text order.
pub(crate) fn citations(draft: &Draft, speaker: &Speaker) -> Vec<Bound> {
    let mut binder = Binder {
        speaker,
        mentioned: HashMap::new(),
    };
    let mut bound = Vec::new();
    for block in draft.blocks() {
        if block.marks.citations.is_empty() {
            continue;
        }
        let text = draft.slice(block.span.clone());
        for citation in &block.marks.citations {
            bound.extend(binder.bind(citation, &text, block.span.start));
        }
    }
    bound
}

struct Binder<'s> {
    speaker: &'s Speaker,
    /// The body under which a number was mentioned in full, by the number without spaces.
    mentioned: HashMap<String, Body>,
}

impl Binder<'_> {
    fn bind(&mut self, citation: &Citation, text: &str, offset: usize) -> Option<Bound> {
        let written = text
            .get(citation.token.clone())
            .unwrap_or_default()
            .to_owned();
        let mut mistyped = Vec::new();
        let (referent, settled) = match &citation.form {
            Form::Whole(referent) => (Some(referent.clone()), true),
            Form::Mistyped { corrections } => {
                mistyped.clone_from(corrections);
                (None, false)
            }
            Form::Back => (None, false),
            Form::TitleLine => {
                let own = self.speaker.symbol.as_ref()?;
                let symbol = citation.number(text, &own.adopted()?.body)?;
                if symbol != *own {
                    return None;
                }
                (Some(Referent::Symbol(symbol)), true)
            }
            Form::Number { act, naming, .. } => self.number(citation, text, *act, naming),
        };
        if let Some(Referent::Symbol(symbol)) = &referent
            && settled
            && let Some(adopted) = symbol.adopted()
        {
            self.mentioned
                .entry(key(&adopted.in_prose()))
                .or_insert_with(|| adopted.body.clone());
        }
        let own = self.speaker.symbol.as_ref();
        let is_own = own.is_some() && referent.as_ref().and_then(Referent::symbol) == own;
        let moved = |range: &Range<usize>| range.start + offset..range.end + offset;
        Some(Bound {
            token: moved(&citation.token),
            phrase: moved(&citation.phrase),
            kind: citation.kind,
            referent,
            settled,
            is_own,
            pinpoint: citation.pinpoint.clone().map(|mut pinpoint| {
                pinpoint.span = moved(&pinpoint.span);
                pinpoint
            }),
            date: citation.date.clone().map(|mut date| {
                date.span = moved(&date.span);
                date
            }),
            written,
            mistyped,
        })
    }

    fn number(
        &self,
        citation: &Citation,
        text: &str,
        act: Act,
        naming: &Naming,
    ) -> (Option<Referent>, bool) {
        let stated = citation.date.as_ref().and_then(|stated| stated.date.day());
        if let Naming::Named(body) = naming {
            return named(citation, text, body);
        }
        let symbol_of = |body: &Body| citation.number(text, body);
        let token = key(text.get(citation.token.clone()).unwrap_or_default());
        if let Some(body) = self.mentioned.get(&token)
            && let Some(symbol) = symbol_of(body)
        {
            return (Some(Referent::Symbol(symbol)), true);
        }
        let (speaks, previous) = match naming {
            Naming::Its { previous } | Naming::Unnamed { previous } => {
                (self.speaker.body.as_ref(), previous.as_ref())
            }
            Naming::Named(_) | Naming::TornOff => (None, None),
        };
        let other_named = previous.filter(|body| Some(*body) != speaks);
        let forms = candidates(
            citation,
            text,
            act,
            speaks.into_iter().chain(previous),
            stated,
        );
        let settles = |symbol: &Symbol| (Some(Referent::Symbol(symbol.clone())), true);
        let leaves_open = |symbol: &Symbol| (Some(Referent::Symbol(symbol.clone())), false);
        let in_question = |symbol: &&Symbol| {
            other_named.is_none()
                || speaks
                    .into_iter()
                    .chain(previous)
                    .any(|body| is_of(symbol, body))
        };
        // A stated date that fits the session of one body only says whose number it is.
        if let Some(date) = stated {
            let fitting: Vec<_> = forms
                .iter()
                .filter(in_question)
                .filter(|symbol| dated(symbol, date))
                .collect();
            if let [symbol] = fitting.as_slice() {
                return settles(symbol);
            }
            if let (Some(symbol), Some(_)) = (fitting.first(), speaks) {
                return settles(symbol);
            }
        }
        if let Some(symbol) = forms.iter().find(|symbol| settled_by_form(symbol)) {
            return settles(symbol);
        }
        // Parliaments and councils of every kind write "resolution 1509 (2006)": the year has to be
        // right, or the Security Council named, before the number is taken for the Council's.
        let council = Body::new(Body::SECURITY_COUNCIL);
        if let Some(symbol) = forms.iter().find(|symbol| is_of(symbol, &council))
            && (previous == Some(&council)
                || speaks == Some(&council)
                || other_named.is_none_or(is_bare_council) && self.exists(symbol))
        {
            return settles(symbol);
        }
        if let Some(body) = other_named
            && !forms.iter().any(|symbol| is_of(symbol, body))
        {
            return (
                Some(other(body.name().unwrap_or(body.key()), citation, text)),
                false,
            );
        }
        match forms.first() {
            None => (None, false),
            Some(symbol)
                if other_named.is_none() && speaks.is_some_and(|body| is_of(symbol, body)) =>
            {
                settles(symbol)
            }
            Some(symbol) => leaves_open(symbol),
        }
    }
}

impl Binder<'_> {
    fn exists(&self, symbol: &Symbol) -> bool {
        facts::judge(symbol, self.speaker.as_of) == Judgement::Exists
    }
}

/// The symbols that a number may stand for, the likeliest first: those of `bodies`, then of the bodies
/// whose numbers texts cite most.
fn candidates<'b>(
    citation: &Citation,
    text: &str,
    act: Act,
    bodies: impl Iterator<Item = &'b Body>,
    stated: Option<Date>,
) -> Vec<Symbol> {
    let usual = [
        Body::GENERAL_ASSEMBLY,
        Body::SECURITY_COUNCIL,
        Body::HUMAN_RIGHTS_COUNCIL,
        Body::ECONOMIC_AND_SOCIAL_COUNCIL,
    ];
    let mut forms: Vec<Symbol> = Vec::new();
    for body in bodies.cloned().chain(usual.map(Body::new)) {
        if let Some(symbol) = citation.number(text, &body)
            && has_form(&symbol, act)
            && !excluded_by_date(&symbol, stated)
            && !forms.contains(&symbol)
        {
            forms.push(symbol);
        }
    }
    forms
}

/// "the Council" says no more than that a council speaks.
fn is_bare_council(body: &Body) -> bool {
    body.key() == "Council"
}

fn is_of(symbol: &Symbol, body: &Body) -> bool {
    symbol
        .adopted()
        .is_some_and(|adopted| adopted.body == *body)
}

/// Whether no other body writes its numbers like this: a number of a session that no other body
/// reaches, a Roman session that is known to have had the number.
fn settled_by_form(symbol: &Symbol) -> bool {
    let Some(adopted) = symbol.adopted() else {
        return false;
    };
    match (adopted.body.key(), adopted.term) {
        (Body::GENERAL_ASSEMBLY, Term::Session(session)) => session > 30 && adopted.number > 60,
        (Body::GENERAL_ASSEMBLY, _) => facts::adoption_date(symbol).is_some(),
        _ => false,
    }
}

/// A number whose body the sentence names.
fn named(citation: &Citation, text: &str, body: &Body) -> (Option<Referent>, bool) {
    let tabled = body.name().is_some();
    let has_symbols = matches!(
        body.key(),
        Body::GENERAL_ASSEMBLY
            | Body::SECURITY_COUNCIL
            | Body::ECONOMIC_AND_SOCIAL_COUNCIL
            | Body::HUMAN_RIGHTS_COUNCIL
            | Body::COMMISSION_ON_HUMAN_RIGHTS
            | Body::TRUSTEESHIP_COUNCIL
    );
    if tabled && has_symbols {
        return match citation.number(text, body) {
            Some(symbol) => (Some(Referent::Symbol(symbol)), true),
            None => (None, false),
        };
    }
    (
        Some(other(body.name().unwrap_or(body.key()), citation, text)),
        true,
    )
}

/// The number of a body whose resolutions have no symbol of their own: "Commission on Narcotic Drugs: 51/12".
fn other(body: &str, citation: &Citation, text: &str) -> Referent {
    let token = text.get(citation.token.clone()).unwrap_or_default();
    let number: String = token.split_whitespace().collect::<Vec<_>>().join(" ");
    Referent::Other(format!("{body}: {number}").into())
}

/// Whether the body of `symbol` numbers its texts in this way at all.
fn has_form(symbol: &Symbol, act: Act) -> bool {
    let Some(adopted) = symbol.adopted() else {
        return false;
    };
    let key = adopted.body.key();
    match adopted.term {
        Term::Year(_) => {
            matches!(key, "S" | "E") && (key == "S") == symbol.canonical().contains('(')
        }
        Term::Session(session) => match key {
            Body::GENERAL_ASSEMBLY => session > 30,
            // The Council's resolutions of a session have never passed 43, its decisions 132.
            Body::HUMAN_RIGHTS_COUNCIL => {
                adopted.number <= if act == Act::Decision { 140 } else { 60 }
            }
            _ => false,
        },
        Term::Special(_) => matches!(key, Body::GENERAL_ASSEMBLY | Body::HUMAN_RIGHTS_COUNCIL),
        Term::Emergency(_) => key == Body::GENERAL_ASSEMBLY,
        Term::RomanSession(_) | Term::RomanSpecial(_) | Term::RomanEmergency(_) => {
            key == Body::GENERAL_ASSEMBLY
        }
        Term::Unstated => key == Body::SECURITY_COUNCIL,
    }
}

/// Whether a stated date rules out that a body other than the Assembly and the Security Council meant
/// its own number: the session of that number lay elsewhere.
fn excluded_by_date(symbol: &Symbol, stated: Option<Date>) -> bool {
    let elsewhere = |date: Date| {
        facts::adopted_within(symbol).is_some_and(|(from, to)| !(from..=to).contains(&date))
    };
    !matches!(symbol.prefix(), "A" | "S") && stated.is_some_and(elsewhere)
        || symbol.canonical().starts_with("A/HRC/") && stated.is_some_and(elsewhere)
}

/// Whether `date` is the day on which `symbol` was adopted, or lies within its session.
fn dated(symbol: &Symbol, date: Date) -> bool {
    if facts::adoption_date(symbol).is_some_and(|known| known.date == date) {
        return true;
    }
    facts::adopted_within(symbol).is_some_and(|(from, to)| (from..=to).contains(&date))
}

fn key(number: &str) -> String {
    number.chars().filter(|c| !c.is_whitespace()).collect()
}
