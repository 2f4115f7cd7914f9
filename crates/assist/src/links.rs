//! Document links: every reference that an official site has by its symbol or number opens there.
//!
//! Links are made from the canonical form alone; nothing is fetched, and nothing says that the page is there.

use std::ops::Range;

use resolve::Resolved;
use rules::Linked;

/// A link from a token of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentLink {
    /// The token, byte range in the draft.
    pub range: Range<usize>,
    /// Where it leads: `https://docs.un.org/en/A/RES/67/172`.
    pub target: String,
    /// What an editor shows beside it.
    pub tooltip: String,
}

/// The links of a draft, in text order. Words that are linked already, and references that are mistyped,
/// cannot be right or are on no official site that is known, have none.
pub fn links(resolved: &Resolved) -> Vec<DocumentLink> {
    let draft = &resolved.draft;
    let linked = Linked::of(draft);
    resolved
        .references
        .iter()
        .filter_map(|reference| {
            let (referent, address) = rules::official(draft, reference)?;
            (!linked.holds(&reference.token)).then(|| DocumentLink {
                range: reference.token.clone(),
                target: address.url,
                tooltip: format!("Open {referent} on {}", address.site),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, expected: &str) {
        let drawn = Drawn::markdown(drawing);
        let lines: Vec<String> = links(&drawn.resolved)
            .iter()
            .map(|link| format!("{} -> {}", drawn.words(&link.range), link.target))
            .collect();
        assert_eq!(lines.join("\n"), expected.trim());
    }

    #[test]
    fn symbols_lead_to_the_official_site_whether_held_or_not() {
        check(
            r"
Resolutions 67/172 and 1325 (2000), A/RES/217 A (III) and A/99/1,
            ^^^^^^ held A/RES/67/172
                       ^^^^^^^^^^^ held S/RES/1325 (2000)
                                    ^^^^^^^^^^^^^^^^^ exists A/RES/217 A (III)
                                                          ^^^^^^ unknown A/99/1
                                                          ^^^^^^ own
",
            r"
67/172 -> https://docs.un.org/en/A/RES/67/172
1325 (2000) -> https://docs.un.org/en/S/RES/1325(2000)
A/RES/217 A (III) -> https://docs.un.org/en/A/RES/217%20A%20(III)
A/99/1 -> https://docs.un.org/en/A/99/1
",
        );
    }

    #[test]
    fn documents_of_other_organizations_lead_to_their_sites() {
        check(
            r"
ILO C189, Directive 2008/115/EC, CETS No. 197 and MC.DEC/2/05,
    ^^^^ exists ILO Convention No. 189
          ^^^^^^^^^^^^^^^^^^^^^ unknown Directive 2008/115/EC
                                 ^^^^^^^^^^^^ unknown CETS No. 197
                                                  ^^^^^^^^^^^ unknown MC.DEC/2/05
",
            r"
C189 -> https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_ILO_CODE:C189
Directive 2008/115/EC -> https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32008L0115
CETS No. 197 -> https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=197
",
        );
    }

    #[test]
    fn what_is_wrong_unsettled_or_without_a_symbol_leads_nowhere() {
        check(
            r"
A/HCR/53/26, S/RES/1325 (2001), 35/17, the Convention on the Rights of the Child
^^^^^^^^^^^ malformed
             ^^^^^^^^^^^^^^^^^ impossible S/RES/1325 (2001)
                                ^^^^^ unknown
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ held Convention on the Rights of the Child
",
            "",
        );
    }

    #[test]
    fn what_is_linked_already_gets_no_second_link() {
        check(
            r"
See [A/RES/67/172](https://example.org) and 67/174.
     ^^^^^^^^^^^^ held A/RES/67/172
                                            ^^^^^^ held A/RES/67/174
",
            "67/174 -> https://docs.un.org/en/A/RES/67/174",
        );
    }

    #[test]
    fn the_language_of_the_draft_is_the_language_of_its_documents() {
        check(
            r"
---
language: fr
---

Résolution 67/172.
           ^^^^^^ held A/RES/67/172
",
            "67/172 -> https://docs.un.org/fr/A/RES/67/172",
        );
    }
}
