//! What the form and the date of a number say about whose it is.

use citation::facts;
use citation::{Act, Adopted, Body, Date, Symbol, Term};

use super::Number;

/// The symbols that a number may stand for, the likeliest first: those of `bodies`, then of the bodies
/// whose numbers texts cite most.
pub(super) fn candidates<'b>(
    number: &Number<'_>,
    bodies: impl Iterator<Item = &'b Body>,
) -> Vec<Symbol> {
    let usual = [
        Body::GENERAL_ASSEMBLY,
        Body::SECURITY_COUNCIL,
        Body::HUMAN_RIGHTS_COUNCIL,
        Body::ECONOMIC_AND_SOCIAL_COUNCIL,
    ];
    let mut forms: Vec<Symbol> = Vec::new();
    let mut asked: Vec<Body> = Vec::with_capacity(8);
    for body in bodies.cloned().chain(usual.map(Body::new)) {
        if asked.contains(&body) {
            continue;
        }
        if let Some(symbol) = number.symbol(&body)
            && has_form(&symbol, number.act)
            && !excluded_by_date(&symbol, number.stated)
            && !forms.contains(&symbol)
        {
            forms.push(symbol);
        }
        asked.push(body);
    }
    forms
}

/// Leaves out what a fact excludes on the day `as_of` and what was adopted later, where something else is left; whether
/// it did.
pub(super) fn drop_later(forms: &mut Vec<Symbol>, as_of: Date) -> bool {
    let is_possible =
        |symbol: &Symbol| !facts::is_impossible(symbol, as_of) && !is_later(symbol, as_of);
    let possible = forms.iter().filter(|symbol| is_possible(symbol)).count();
    if possible == 0 || possible == forms.len() {
        return false;
    }
    forms.retain(is_possible);
    true
}

/// Whether `symbol` was adopted in a session behind the day `as_of`.
fn is_later(symbol: &Symbol, as_of: Date) -> bool {
    /// The Human Rights Council has three regular sessions a year since this one.
    const FIRST_OF_COUNCIL: u16 = 2006;
    if let Some((from, _)) = facts::adopted_within(symbol) {
        return from > as_of;
    }
    symbol.adopted().is_some_and(|adopted| match adopted.term {
        Term::Session(session) if adopted.body.key() == Body::HUMAN_RIGHTS_COUNCIL => {
            FIRST_OF_COUNCIL + session.saturating_sub(1) / 3 > as_of.year()
        }
        _ => false,
    })
}

/// The symbol with its year where the text leaves out the year that belongs to it: "Security Council resolution
/// 1325".
pub(crate) fn with_year(symbol: Symbol) -> Symbol {
    let council = |adopted: &&Adopted| {
        adopted.body.key() == Body::SECURITY_COUNCIL
            && adopted.act == Act::Resolution
            && adopted.term == Term::Unstated
    };
    let year = |adopted: &Adopted| {
        let year = facts::sure_security_council_year(adopted.number)?;
        Some(Symbol::of(Adopted {
            term: Term::Year(year),
            ..adopted.clone()
        }))
    };
    let dated = symbol.adopted().filter(council).and_then(year);
    dated.unwrap_or(symbol)
}

/// "the Council" says no more than that a council speaks.
pub(super) fn is_bare_council(body: &Body) -> bool {
    body.key() == "Council"
}

/// "the Committee" says no more than that one speaks, and conferences alone number their texts as a rule.
pub(super) fn is_bare_noun(body: &Body) -> bool {
    body.is_noun() && !body.key().starts_with("Conference")
}

pub(super) fn is_of(symbol: &Symbol, body: &Body) -> bool {
    symbol
        .adopted()
        .is_some_and(|adopted| adopted.body == *body)
}

/// Whether no other body writes its numbers like this: a number of a session that no other body
/// reaches, a Roman session that is known to have had the number.
pub(super) fn settled_by_form(symbol: &Symbol) -> bool {
    let Some(adopted) = symbol.adopted() else {
        return false;
    };
    match (adopted.body.key(), adopted.term) {
        (Body::GENERAL_ASSEMBLY, Term::Session(session)) => session > 30 && adopted.number > 60,
        (Body::GENERAL_ASSEMBLY, term) => {
            // No other body comes near the number, and the session is the right one.
            let runs_through = matches!(term, Term::RomanSession(_))
                && adopted.number > BEYOND_OTHERS
                && AFTER_ROMAN.is_some_and(|day| !facts::is_impossible(symbol, day));
            runs_through || facts::adoption_date(symbol).is_some()
        }
        _ => false,
    }
}

/// A number beyond all that the Economic and Social Council, the Trusteeship Council and commissions wrote with a Roman
/// session.
const BEYOND_OTHERS: u32 = 2250;

/// A day after the last session with a Roman numeral.
const AFTER_ROMAN: Option<Date> = Date::new(1980, 1, 1);

/// The General Assembly's last session with a Roman numeral.
const LAST_ROMAN: u16 = 30;

/// The Economic and Social Council's last session with a Roman numeral, of 1977.
const LAST_ROMAN_OF_COUNCIL: u16 = 63;

/// A number that the Economic and Social Council had not reached by its `session`: it adopted some 35 resolutions at each
/// on average, and never ran far ahead of that (248 (IX), 663 (XXIV), 1503 (XLVIII), 2131 (LXIII)).
fn most_of_council(session: u16) -> u32 {
    const A_SESSION: u32 = 45;
    const AHEAD: u32 = 150;
    u32::from(session) * A_SESSION + AHEAD
}

/// Whether the body of `symbol` numbers its texts in this way at all.
pub(super) fn has_form(symbol: &Symbol, act: Act) -> bool {
    let Some(adopted) = symbol.adopted() else {
        return false;
    };
    let key = adopted.body.key();
    match adopted.term {
        Term::Year(_) => {
            let by_year = matches!(
                key,
                Body::SECURITY_COUNCIL
                    | Body::ECONOMIC_AND_SOCIAL_COUNCIL
                    | Body::COMMISSION_ON_HUMAN_RIGHTS
            );
            // The Economic and Social Council numbers its decisions from 201, once from 101; boards never come so far.
            let is_early = key == Body::ECONOMIC_AND_SOCIAL_COUNCIL
                && act == Act::Decision
                && adopted.number <= 60;
            by_year
                && !is_early
                && (key == Body::SECURITY_COUNCIL) == symbol.canonical().contains('(')
        }
        Term::Session(session) => match key {
            // Its decisions of a session are numbered from 301.
            Body::GENERAL_ASSEMBLY => {
                session > 30 && (act != Act::Decision || adopted.number > 300)
            }
            // The Council's resolutions of a session have never passed 43, its decisions begin with 101 and have never
            // passed 132.
            Body::HUMAN_RIGHTS_COUNCIL => match act {
                Act::Decision => (101..=140).contains(&adopted.number),
                _ => adopted.number <= 60,
            },
            _ => false,
        },
        Term::Special(_) => matches!(key, Body::GENERAL_ASSEMBLY | Body::HUMAN_RIGHTS_COUNCIL),
        Term::Emergency(_) | Term::RomanSpecial(_) | Term::RomanEmergency(_) => {
            key == Body::GENERAL_ASSEMBLY
        }
        Term::RomanSession(session) => match key {
            // Its decisions have numbers since session 31 only.
            Body::GENERAL_ASSEMBLY => {
                let reaches = session.value() <= LAST_ROMAN || adopted.number > BEYOND_OTHERS;
                reaches && act == Act::Resolution
            }
            _ if adopted.number > BEYOND_OTHERS => false,
            Body::ECONOMIC_AND_SOCIAL_COUNCIL => {
                session.value() <= LAST_ROMAN_OF_COUNCIL
                    && adopted.number <= most_of_council(session.value())
            }
            Body::COMMISSION_ON_HUMAN_RIGHTS | Body::TRUSTEESHIP_COUNCIL => true,
            _ => false,
        },
        Term::Unstated => key == Body::SECURITY_COUNCIL,
    }
}

/// Whether a stated date rules out that a body other than the Assembly and the Security Council meant
/// its own number: the session of that number lay elsewhere.
pub(super) fn excluded_by_date(symbol: &Symbol, stated: Option<Date>) -> bool {
    let elsewhere = |date: Date| {
        facts::adopted_within(symbol).is_some_and(|(from, to)| !(from..=to).contains(&date))
    };
    !matches!(symbol.prefix(), "A" | "S") && stated.is_some_and(elsewhere)
        || symbol.canonical().starts_with("A/HRC/") && stated.is_some_and(elsewhere)
}

/// Whether only a principal organ is likely to have reached the number: the Security Council's with its year, a late
/// session of the General Assembly.
pub(super) fn is_principal(symbol: &Symbol) -> bool {
    const LATE: u16 = 40;
    symbol.adopted().is_some_and(|adopted| match adopted.term {
        Term::Year(_) => adopted.body.key() == Body::SECURITY_COUNCIL,
        Term::Session(session) => adopted.body.key() == Body::GENERAL_ASSEMBLY && session >= LATE,
        _ => false,
    })
}

/// Whether `symbol` is known to have been adopted on the `stated` day. That says more than a body which the sentence
/// names in passing.
pub(super) fn adopted_on(symbol: &Symbol, stated: Option<Date>) -> bool {
    let known = facts::adoption_date(symbol);
    stated.is_some_and(|stated| known.is_some_and(|known| known.date == stated))
}

/// Whether `symbol` has a number that a body without symbols may write as well as the Assembly or the Economic and
/// Social Council.
pub(super) fn is_common_to_organs(symbol: &Symbol, act: Act) -> bool {
    /// With these the decisions of a year begin at the Council, of a session, higher still, at the Assembly.
    const FIRST_DECISION: u32 = 201;
    /// Before this year the Council's decisions had lower numbers as well.
    const HIGH_SINCE: u16 = 1993;
    let organs = [Body::GENERAL_ASSEMBLY, Body::ECONOMIC_AND_SOCIAL_COUNCIL];
    symbol.adopted().is_some_and(|adopted| {
        let is_early = matches!(adopted.term, Term::Year(year) if year < HIGH_SINCE);
        let is_high = adopted.number >= FIRST_DECISION;
        organs.contains(&adopted.body.key()) && (act == Act::Resolution || is_high || is_early)
    })
}

/// Whether `date` is the day on which `symbol` was adopted, or lies within its session.
pub(super) fn dated(symbol: &Symbol, date: Date) -> bool {
    if adopted_on(symbol, Some(date)) {
        return true;
    }
    facts::adopted_within(symbol).is_some_and(|(from, to)| (from..=to).contains(&date))
}
