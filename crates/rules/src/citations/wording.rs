//! How a message names a document: "resolution 67/172", "the Convention", "“A/67/299”".

use citation::{Act, Body, Referent, Symbol};
use resolve::Reference;
use sources::SourceKind;

use crate::Context;

/// Words for which a treaty is called by one word after its first mention, longest first.
const TREATIES: [&str; 8] = [
    "Optional Protocol",
    "Convention",
    "Covenant",
    "Protocol",
    "Charter",
    "Statute",
    "Agreement",
    "Constitution",
];

/// The document inside a sentence; the General Assembly is not named, as its own texts do not.
pub(super) fn name(reference: &Reference, context: &Context<'_>) -> String {
    match &reference.referent {
        Some(Referent::Symbol(symbol)) => {
            in_prose(symbol, Organ::UnlessAssembly).unwrap_or_else(|| format!("“{symbol}”"))
        }
        Some(Referent::Instrument(title)) => {
            let kind = reference.source.as_ref().map(|source| source.kind);
            instrument(title, kind)
        }
        Some(Referent::Other(_)) | None => token(reference, context),
    }
}

/// The document inside a sentence as the draft names it, with its organ: a symbol stays a symbol, in
/// quotation marks, and a number becomes "Security Council resolution 1325 (2002)".
pub(super) fn as_written(reference: &Reference, context: &Context<'_>) -> String {
    let number = match (&reference.referent, reference.kind) {
        (Some(Referent::Symbol(symbol)), citation::Kind::Number) => in_prose(symbol, Organ::Always),
        _ => None,
    };
    number.unwrap_or_else(|| token(reference, context))
}

/// The words of the reference's token in quotation marks, on one line.
pub(super) fn token(reference: &Reference, context: &Context<'_>) -> String {
    let words = context.resolved.draft.slice(reference.token.clone());
    let words: Vec<&str> = words.split_whitespace().collect();
    format!("“{}”", words.join(" "))
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

fn instrument(title: &str, kind: Option<SourceKind>) -> String {
    let word = TREATIES
        .into_iter()
        .filter_map(|word| title.find(word).map(|at| (at, word)))
        .min_by_key(|(at, _)| *at)
        .map(|(_, word)| word);
    match word {
        Some(word) if matches!(kind, Some(SourceKind::Treaty) | None) => format!("the {word}"),
        _ if title.contains(':') => format!("“{title}”"),
        _ => match title.strip_prefix("The ") {
            Some(rest) => format!("the {rest}"),
            None => format!("the {title}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn treaties_are_called_by_the_word_that_comes_first() {
        let treaty = Some(SourceKind::Treaty);
        let long =
            "International Convention on the Protection of the Rights of All Migrant Workers";
        assert_eq!(instrument(long, treaty), "the Convention");
        assert_eq!(
            instrument(
                "Optional Protocol to the Convention against Torture",
                treaty
            ),
            "the Optional Protocol"
        );
        assert_eq!(
            instrument("Protocol relating to the Status of Refugees", treaty),
            "the Protocol"
        );
        assert_eq!(
            instrument(
                "Vienna Declaration and Programme of Action",
                Some(SourceKind::Outcome)
            ),
            "the Vienna Declaration and Programme of Action"
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
