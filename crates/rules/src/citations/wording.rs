//! How a message names a document: "resolution 67/172", "the Convention", "“A/67/299”".

use citation::{Act, Body, Referent, Symbol};
use resolve::{Correction, Reference};

use crate::Context;

/// The document inside a sentence; the General Assembly is not named, as its own texts do not.
pub(crate) fn name(reference: &Reference, context: &Context<'_>) -> String {
    match &reference.referent {
        Some(Referent::Symbol(symbol)) => of_symbol(symbol),
        Some(Referent::Instrument(title)) => instrument(title),
        Some(_) | None => token(reference, context),
    }
}

/// The document inside a sentence as the draft names it, with its organ: a symbol stays a symbol, in
/// quotation marks, and a number becomes "Security Council resolution 1325 (2002)".
pub(crate) fn as_written(reference: &Reference, context: &Context<'_>) -> String {
    let number = match (&reference.referent, reference.kind) {
        (Some(Referent::Symbol(symbol)), citation::Kind::Number) => in_prose(symbol, Organ::Always),
        _ => None,
    };
    number.unwrap_or_else(|| token(reference, context))
}

/// The words of the reference's token in quotation marks, on one line.
pub(crate) fn token(reference: &Reference, context: &Context<'_>) -> String {
    let words = context.resolved.draft.slice(reference.token.clone());
    format!("“{}”", citation::single_spaced(&words))
}

/// A document by its symbol inside a sentence: "resolution 67/172", "“A/67/299”".
pub(crate) fn of_symbol(symbol: &Symbol) -> String {
    in_prose(symbol, Organ::UnlessAssembly).unwrap_or_else(|| format!("“{symbol}”"))
}

/// A resolution or decision with its organ: "Security Council resolution 1325 (2000)".
pub(crate) fn with_organ(symbol: &Symbol) -> Option<String> {
    in_prose(symbol, Organ::Always)
}

/// Whether the organ is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Organ {
    Always,
    UnlessAssembly,
}

fn in_prose(symbol: &Symbol, organ: Organ) -> Option<String> {
    let adopted = symbol.adopted()?;
    // Presidential statements are cited by their symbol.
    if adopted.act == Act::PresidentialStatement {
        return None;
    }
    let text = format!("{} {}", adopted.act.word(), adopted.in_prose());
    if organ == Organ::UnlessAssembly && adopted.body.key() == Body::GENERAL_ASSEMBLY {
        return Some(text);
    }
    Some(format!("{} {text}", adopted.body.name()?))
}

/// An instrument by its whole title: a draft may name several conventions.
fn instrument(title: &str) -> String {
    if title.contains(':') {
        return format!("“{title}”");
    }
    format!("the {}", title.strip_prefix("The ").unwrap_or(title))
}

/// " Did you mean “67/172” (67 and 172 look swapped)?"
pub(super) fn question(best: &Correction) -> String {
    match best.reason.as_str() {
        "" => format!(" Did you mean “{}”?", best.text),
        reason => format!(" Did you mean “{}” ({reason})?", best.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instrument_is_called_by_its_title() {
        assert_eq!(
            instrument("Convention on the Rights of the Child"),
            "the Convention on the Rights of the Child"
        );
        assert_eq!(
            instrument("The Pact for the Future"),
            "the Pact for the Future"
        );
        assert_eq!(
            instrument("Securing Our Common Future: An Agenda for Disarmament"),
            "“Securing Our Common Future: An Agenda for Disarmament”"
        );
    }

    #[test]
    fn the_assembly_is_not_named_where_its_texts_do_not() {
        let symbol = Symbol::parse("A/RES/67/172").unwrap();
        assert_eq!(
            in_prose(&symbol, Organ::UnlessAssembly).unwrap(),
            "resolution 67/172"
        );
        assert_eq!(
            in_prose(&symbol, Organ::Always).unwrap(),
            "General Assembly resolution 67/172"
        );
    }
}
