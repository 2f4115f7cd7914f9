//! Slips of how sessions, years and parts are written.

use super::search::Search;
use crate::grammar::is_year;
use crate::{Roman, facts};

/// `S/RES/1325/2000`, `S/RES/1325-2000`: the year of a Security Council resolution stands in
/// parentheses.
pub(super) fn year_behind(search: &mut Search<'_>) {
    let Some(rest) = search.text().strip_prefix("S/RES/") else {
        return;
    };
    let Some((number, year)) = rest.split_once(['/', '-', '.', ' ', ',']) else {
        return;
    };
    let year = year.trim_start_matches('(').trim_end_matches(')');
    if is_year(year) {
        search.offer(&format!("S/RES/{number} ({year})"), |_| {
            "the year stands in parentheses behind the number".to_owned()
        });
    }
}

/// `A/HRC/RES/Decision 35/101`: the word of prose behind a component for it.
pub(super) fn decision_in_words(search: &mut Search<'_>) {
    for (word, act) in [("Decision", "DEC"), ("Resolution", "RES")] {
        let Some((head, number)) = search.text().split_once(word) else {
            continue;
        };
        let head = head.strip_suffix('/').unwrap_or(head);
        let organ = head
            .strip_suffix("/RES")
            .or_else(|| head.strip_suffix("/DEC"));
        if let Some(organ) = organ {
            let number = number.trim_start_matches(['/', ' ']);
            search.offer(&format!("{organ}/{act}/{number}"), |_| {
                format!("{} {number} is {act}/{number}", word.to_ascii_lowercase())
            });
        }
    }
}

/// `A/RES/2012/172`, `E/RES/67/172`: the General Assembly numbers by session, the Economic and Social
/// Council by year.
pub(super) fn year_for_session(search: &mut Search<'_>) {
    let mut components = search.text().split('/');
    let (Some(organ), Some(act @ ("RES" | "DEC")), Some(term), Some(number), None) = (
        components.next(),
        components.next(),
        components.next(),
        components.next(),
        components.next(),
    ) else {
        return;
    };
    let by_session = "the General Assembly numbers by session";
    let by_year = "the Economic and Social Council numbers by year";
    if organ == "E" && term.len() < 4 {
        search.offer(&format!("A/{act}/{term}/{number}"), |_| {
            format!("{by_year}, {by_session}")
        });
    }
    let year = term.parse::<u16>().ok().filter(|_| is_year(term));
    if let ("A", Some(year)) = (organ, year) {
        let session = facts::session_opened_in(year).unwrap_or_default();
        search.offer(&format!("A/{act}/{session}/{number}"), |_| {
            format!("{by_session}; session {session} opened in {year}")
        });
        search.offer(&format!("E/{act}/{year}/{number}"), |_| by_year.to_owned());
    }
}

/// `S/RES/1325 (200)`: a year that is none.
pub(super) fn year_misspelt(search: &mut Search<'_>) {
    let Some(rest) = search.text().strip_prefix("S/RES/") else {
        return;
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = rest.split_at(digits);
    let year = number.parse().ok().and_then(facts::security_council_year);
    if let Some(year) = year.filter(|_| behind.trim_start().starts_with('(')) {
        search.offer(&format!("S/RES/{number} ({year})"), |_| {
            format!("resolution {number} was adopted in {year}")
        });
    }
}

/// `A/RES/217/A`, `A/RES/217`, `A/RES/2625/XXV`: resolutions before 1976 state the session behind the
/// number.
pub(super) fn part_behind_stroke(search: &mut Search<'_>) {
    let Some(rest) = search.text().strip_prefix("A/RES/") else {
        return;
    };
    let (number, part) = rest.split_once(['/', ' ', '-']).unwrap_or((rest, ""));
    if Roman::parse(part).is_some() {
        search.offer(&format!("A/RES/{number} ({part})"), |_| {
            "the session stands in parentheses behind the number".to_owned()
        });
        return;
    }
    let lettered = part.is_empty() || part.len() == 1 && ("A"..="H").contains(&part);
    let Some(figure) = number.parse().ok().filter(|_| lettered) else {
        return;
    };
    let Some(term) = facts::session_of_running_number(figure) else {
        return;
    };
    let space = if part.is_empty() { "" } else { " " };
    search.offer(&format!("A/RES/{number}{space}{part} ({term})"), |_| {
        format!("resolution {number} was adopted at session {term}")
    });
}

/// `2625 (XXVV)`, `757 (XXXXIX)`: a Roman numeral that does not exist, one letter from one that does.
pub(super) fn roman_numeral(search: &mut Search<'_>) {
    let text = search.text();
    let Some((head, inner)) = text.split_once('(') else {
        return;
    };
    let Some((inner, _)) = inner.split_once(')') else {
        return;
    };
    let session = inner.rfind('-').map_or(0, |hyphen| hyphen + 1);
    let numeral = &inner[session..];
    let letters = !numeral.is_empty() && numeral.bytes().all(|byte| b"IVXLClv1".contains(&byte));
    if !letters || Roman::parse(numeral).is_some() {
        return;
    }
    let start = head.len() + 1 + session;
    for right in near_numerals(numeral) {
        search.offer_with(start..start + numeral.len(), &right.to_string(), |_| {
            format!("there is no Roman numeral {numeral}")
        });
    }
}

/// The numerals that one letter left out, swapped or put for another makes of `written`.
fn near_numerals(written: &str) -> Vec<Roman> {
    const LETTERS: [&str; 5] = ["I", "V", "X", "L", "C"];
    let spliced = |from: usize, to: usize, with: &str| {
        Roman::parse(&format!("{}{with}{}", &written[..from], &written[to..]))
    };
    let places = 0..written.len();
    let capitals = Roman::parse(&written.to_ascii_uppercase().replace('1', "I"));
    let left_out = places.clone().map(|at| spliced(at, at + 1, ""));
    let swapped = places.clone().skip(1).map(|at| {
        let pair = format!("{}{}", &written[at..=at], &written[at - 1..at]);
        spliced(at - 1, at + 1, &pair)
    });
    let put = places.flat_map(|at| LETTERS.map(|letter| spliced(at, at + 1, letter)));
    let mut found: Vec<Roman> = Vec::new();
    for numeral in std::iter::once(capitals)
        .chain(left_out)
        .chain(swapped)
        .chain(put)
        .flatten()
    {
        if !found.contains(&numeral) {
            found.push(numeral);
        }
    }
    found
}

/// `CCPR/C/48/D/470/199`: the year of a communication cut short.
pub(super) fn communication_year(search: &mut Search<'_>) {
    let text = search.text();
    let Some((committee, rest)) = text.split_once("/C/") else {
        return;
    };
    let Some((number, year)) = rest
        .split_once("/D/")
        .and_then(|(_, rest)| rest.split_once('/'))
    else {
        return;
    };
    let Some(figure) = number.parse().ok().filter(|_| (2..4).contains(&year.len())) else {
        return;
    };
    for right in facts::communication_years(committee, figure) {
        let right = right.to_string();
        if right.starts_with(year) || right.ends_with(year) {
            search.offer_with(text.len() - year.len()..text.len(), &right, |_| {
                format!("the year of the communication is cut short: {number}/{right}")
            });
        }
    }
}
