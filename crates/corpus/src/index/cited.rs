//! What a passage of a source cites, as the index keeps it: each document once.

use citation::{Body, Referent};
use sources::{cited_in, fold};

/// What `words` cite, each once, in the order of the text. `own` is the body that speaks.
pub(crate) fn in_passage(words: &str, own: Option<&Body>) -> Vec<Referent> {
    let mut found: Vec<Referent> = Vec::new();
    for cited in cited_in(words, own) {
        if !found.contains(&cited.referent) {
            found.push(cited.referent);
        }
    }
    found
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
