//! What a passage of a source cites, as the index keeps it.
//!
//! A number in prose is given to the body that the text names, or, for "its resolution", to the body that
//! adopted the source. A number that neither settles is left out.

use std::sync::LazyLock;

use citation::{Body, Form, Lexicon, Naming, Referent, Symbol, scan};
use sources::{Source, fold};

/// Names of instruments are found by the words of their titles; they need no entry.
static NO_NAMES: LazyLock<Lexicon> = LazyLock::new(Lexicon::default);

/// The body that speaks in a source, where it was adopted by one.
pub(crate) fn own_body(facts: &Source) -> Option<Body> {
    facts
        .referents
        .iter()
        .filter_map(Referent::symbol)
        .find_map(Symbol::adopted)
        .map(|adopted| adopted.body.clone())
}

/// What `words` cite, each once, in the order of the text. `own` is the body that speaks.
pub(crate) fn in_passage(words: &str, own: Option<&Body>) -> Vec<Referent> {
    let mut found: Vec<Referent> = Vec::new();
    if !may_cite(words) {
        return found;
    }
    for citation in scan(words, &NO_NAMES) {
        let referent = match &citation.form {
            Form::Whole(referent) => Some(referent.clone()),
            Form::Number { naming, .. } => {
                let body = match naming {
                    Naming::Named(body) | Naming::Theirs(body) => Some(body),
                    Naming::Its { previous } => previous.as_ref().or(own),
                    Naming::Unnamed { .. } | Naming::TornOff | Naming::Short(_) => own,
                };
                body.and_then(|body| citation.number(words, body))
                    .map(Referent::Symbol)
            }
            _ => None,
        };
        if let Some(referent) = referent
            && !found.contains(&referent)
        {
            found.push(referent);
        }
    }
    found
}

/// Whether there may be a citation in `words`: without names of instruments, each has a figure.
fn may_cite(words: &str) -> bool {
    words
        .bytes()
        .any(|byte| byte.is_ascii_digit() || !byte.is_ascii())
}

/// The term under which the index keeps a citation.
pub(crate) fn key(referent: &Referent) -> String {
    match referent {
        Referent::Symbol(symbol) => format!("s{}", fold(symbol.canonical())),
        named => format!("i{}", fold(&named.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(words: &str, own: Option<&str>) -> Vec<String> {
        let own = own.map(Body::new);
        in_passage(words, own.as_ref())
            .iter()
            .map(ToString::to_string)
            .collect()
    }

    #[test]
    fn a_number_goes_to_the_body_that_is_named_or_speaks() {
        let words = "Recalling its resolutions 66/172 and 67/172, Human Rights Council resolution 20/3 and A/68/292,";
        assert_eq!(
            cited(words, Some("A")),
            ["A/RES/66/172", "A/RES/67/172", "A/HRC/RES/20/3", "A/68/292"]
        );
        assert_eq!(cited(words, None), ["A/HRC/RES/20/3", "A/68/292"]);
    }

    #[test]
    fn what_is_cited_twice_is_kept_once() {
        assert_eq!(cited("A/68/292 and A/68/292.", None), ["A/68/292"]);
        assert!(cited("No document is cited here.", Some("A")).is_empty());
    }
}
