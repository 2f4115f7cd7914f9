//! Slips of order: components that changed places or are missing.

use super::search::Search;
use super::strokes::is_listed;
use crate::grammar::{self, PrefixKind, is_year};

/// `A/67/RES/172`, `E/2005/CN.4/131`, `CAT/C/CO/RUS/6`: two neighbouring components changed places.
pub(super) fn neighbours_swapped(search: &mut Search<'_>) {
    let text = search.text();
    let mut start = 0;
    let mut components = text.split('/').peekable();
    while let Some(first) = components.next() {
        let Some(second) = components.peek() else {
            return;
        };
        let behind = start + first.len() + 1;
        let exchanged = format!("{second}/{first}");
        let known = [first, second].into_iter().all(|one| knows(text, one));
        if first != *second && known {
            search.offer_with(start..behind + second.len(), &exchanged, |_| {
                if is_number(first) && is_number(second) {
                    format!("{first} and {second} look swapped")
                } else {
                    format!("“{second}” comes before “{first}”")
                }
            });
        }
        start = behind;
    }
}

/// Whether `component` of the symbol `text` has a number or is a word that a table lists: of others nobody knows the
/// place.
fn knows(text: &str, component: &str) -> bool {
    let letters = component.bytes().take_while(u8::is_ascii_alphabetic);
    let word = &component[..letters.count()];
    word.len() < 2 || word != component || is_listed(text, word)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `CAT/DZA/CO/3`, `CCPR/GC/35`.
pub(super) fn committee_missing(search: &mut Search<'_>) {
    let Some((first, rest)) = search.text().split_once('/') else {
        return;
    };
    let committee =
        grammar::prefix(first).is_some_and(|prefix| prefix.kind == PrefixKind::TreatyBody);
    let second = rest.split(['/', '.']).next().unwrap_or(rest);
    // Its pre-session working group has symbols of its own: `CEDAW/PSWG/2011/II/CRP.1`.
    let may_follow = second.len() <= 3 || grammar::word(second).is_some() || is_number(second);
    // A country's code alone may be any code: `CRC/RED/5` is a project's.
    let is_listed = |word: &str| grammar::word(word).is_some() || grammar::dotted(word).is_some();
    let may_be_any = second.bytes().all(|byte| byte.is_ascii_alphabetic())
        && !rest.contains('-')
        && !rest.split(['/', '.']).any(is_listed);
    if committee && may_follow && !may_be_any && !rest.starts_with("C/") {
        search.offer_with(first.len()..first.len(), "/C", |_| {
            "“C” for the committee is missing".to_owned()
        });
    }
}

/// `CAT/C/18/39/1996`, `HRI/GEN/Rev.9`: a component that every symbol of the series has.
pub(super) fn component_missing(search: &mut Search<'_>) {
    let text = search.text();
    let compilation = "HRI/GEN";
    if text.starts_with("HRI/GEN/Rev.") {
        search.offer_with(compilation.len()..compilation.len(), "/1", |_| {
            "the number of the compilation is missing".to_owned()
        });
    }
    let mut components = text.split('/');
    let (Some(prefix), Some(second)) = (components.next(), components.next()) else {
        return;
    };
    let committee = second == "C" || prefix == "E" && second == "C.12";
    let (Some(session), Some(number), Some(year)) =
        (components.next(), components.next(), components.next())
    else {
        return;
    };
    if committee && is_number(session) && is_number(number) && is_year(year) {
        let behind = prefix.len() + second.len() + session.len() + 2;
        search.offer_with(behind..behind, "/D", |_| {
            "“D” is missing before the number of the communication".to_owned()
        });
    }
}

/// What drafters write for the first component of an organ, and what it is.
pub(super) const ABBREVIATIONS: [(&str, &str); 6] = [
    ("GA", "A"),
    ("UNGA", "A"),
    ("SC", "S"),
    ("UNSC", "S"),
    ("ECOSOC", "E"),
    ("UNHRC", "A/HRC"),
];

/// `UNGA/RES/67/172`: the organ's acronym for its first component. Press releases begin like that too, and
/// have no act behind it.
pub(super) fn organ_abbreviated(search: &mut Search<'_>) {
    let Some((first, rest)) = search.text().split_once('/') else {
        return;
    };
    let act = ["RES/", "DEC/", "PRST/"]
        .iter()
        .any(|act| rest.starts_with(act));
    for (acronym, organ) in ABBREVIATIONS {
        if act && first == acronym {
            search.offer_with(0..first.len(), organ, |_| {
                format!("the symbols of the organ begin with {organ}")
            });
        }
    }
}

/// Second components that say nothing of the organ.
const COMMON: [&str; 5] = ["L", "SR", "PV", "WG", "CRP"];

/// `HRC/RES/35/17`, `C.3/80/L.52`, `CN.4/2005/131`: the organ is missing where the second component is
/// one of no other.
pub(super) fn organ_missing(search: &mut Search<'_>) {
    let text = search.text();
    let mut components = text.split('/');
    let (second, third) = (
        components.next().unwrap_or(""),
        components.next().unwrap_or(""),
    );
    if grammar::prefix(second).is_some() {
        return;
    }
    let stem = second.split_once('.').map(|(stem, _)| stem);
    let has = |prefix: &&grammar::Prefix| match stem {
        Some(stem) => prefix.lists_dotted(stem),
        None => second.len() >= 3 && prefix.word(second).is_some(),
    };
    let of = |kind: PrefixKind| grammar::prefixes().filter(move |prefix| prefix.kind == kind);
    // Every organ has drafts and records: "L.17/Rev.1" is shorthand for one that the reader knows.
    if stem.is_some_and(|stem| COMMON.contains(&stem)) {
        return;
    }
    // Of bodies with the same code, those of the Economic and Social Council state the year.
    let by_year = stem == Some("CN") && (is_year(third) || matches!(third, "RES" | "DEC"));
    let mut organs: Vec<_> = of(PrefixKind::Organ).filter(has).collect();
    organs.sort_by_key(|organ| by_year && organ.written != "E");
    if organs.is_empty() && stem.is_some() {
        organs = of(PrefixKind::Series).filter(has).collect();
    }
    for organ in organs {
        search.offer_with(0..0, &format!("{}/", organ.written), |_| {
            format!("the organ is missing: {}/{second}", organ.written)
        });
    }
}
