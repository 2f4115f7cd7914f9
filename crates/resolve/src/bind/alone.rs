//! Numbers with which a block begins and that no list before it has left open: "2231 (XXI) called the referendum …",
//! "64/292 of 28 July 2010 recognized …".

use citation::{Act, Body, Citation, Date, Form, Naming, facts};

use crate::notices::Rest;

/// `citation`, with which its block begins, as a number of the General Assembly or the Security Council: where that body
/// adopted it on the very day that the text states, or where the draft names the body and the number has the session or
/// the year under which that body adopted it by the day `as_of`.
pub(super) fn opening(
    citation: &Citation,
    text: &str,
    rest: &Rest<'_>,
    as_of: Date,
) -> Option<Citation> {
    let written = text.get(citation.token.clone())?;
    if !text.get(..citation.token.start)?.trim().is_empty() {
        return None;
    }
    let Form::Number { stem: None, .. } = &citation.form else {
        return None;
    };
    let stated = citation.date.as_ref().and_then(|stated| stated.date.day());
    let is_adopters = |body: &Body| {
        let Some(symbol) = citation.number(text, body) else {
            return false;
        };
        let known = facts::adoption_date(&symbol).map(|known| known.date);
        let is_dated = stated.is_some() && known == stated;
        is_dated || has_term(written) && !facts::is_impossible(&symbol, as_of) && rest.names(body)
    };
    let bodies = [Body::general_assembly(), Body::new(Body::SECURITY_COUNCIL)];
    let body = bodies.into_iter().find(is_adopters)?;
    Some(Citation {
        form: Form::Number {
            act: Act::Resolution,
            naming: Naming::Named(body),
            stem: None,
        },
        ..citation.clone()
    })
}

/// Whether `written` has its session or year in parentheses, and figures enough that no row of a table looks so.
fn has_term(written: &str) -> bool {
    let figures = written.bytes().take_while(u8::is_ascii_digit).count();
    figures > 2 && written.contains('(')
}
