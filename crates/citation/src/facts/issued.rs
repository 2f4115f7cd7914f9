//! Documents that were issued, not adopted: reports, drafts, records. Their numbers are no facts of the
//! tables; the committee, session or year that their symbols state may be impossible.

use super::{Judgement, commission, general_assembly, human_rights_council};
use crate::{Body, Date, SuffixKind, Symbol, Term};

/// The Main Committees of the General Assembly, `A/C.1` to `A/C.6`.
/// Source: rules of procedure of the General Assembly, rule 98.
const MAIN_COMMITTEES: std::ops::RangeInclusive<u16> = 1..=6;

/// Judges the symbol of a document as of the date of the draft, without suggestions; one of several organs is
/// impossible where one of its symbols is.
pub(super) fn judge(symbol: &Symbol, as_of: Date) -> Judgement {
    let reason = symbol
        .issued_under()
        .find_map(|single| impossible(&single, as_of));
    if let Some(reason) = reason {
        return Judgement::impossible(reason);
    }
    match unrevised(symbol) {
        Some(adopted) => Judgement::doubtful(format!(
            "“{adopted}” is adopted; only drafts have revisions."
        )),
        None => Judgement::Unknown,
    }
}

/// What was probably meant by a symbol that is impossible or doubtful.
pub(super) fn instead_of(symbol: &Symbol, as_of: Date) -> Vec<(Symbol, String)> {
    let mut judged = symbol.issued_under();
    if judged.any(|single| impossible(&single, as_of).is_some()) {
        return suggestions(symbol, as_of);
    }
    let adopted = unrevised(symbol).into_iter();
    adopted
        .map(|adopted| (adopted, "without the revision".to_owned()))
        .collect()
}

/// The resolution or decision that a revision of it means: `A/RES/67/172` for `A/RES/67/172/Rev.1`.
/// `None` for other symbols: what has been adopted is corrected or reissued, never revised.
fn unrevised(symbol: &Symbol) -> Option<Symbol> {
    let is_revised = symbol.names_act()
        && symbol
            .suffixes()
            .any(|suffix| suffix.kind == SuffixKind::Revision);
    let base = is_revised.then(|| symbol.base())?;
    base.adopted().is_some().then_some(base)
}

/// Why the symbol cannot be right, as a whole sentence.
fn impossible(symbol: &Symbol, as_of: Date) -> Option<String> {
    let base = symbol.names_act().then(|| symbol.base());
    if let Some(adopted) = base.as_ref().and_then(Symbol::adopted) {
        return match super::existence(adopted, as_of) {
            Judgement::Impossible(found) => Some(found.reason),
            _ => None,
        };
    }
    if let Some(committee) = main_committee(symbol)
        && !MAIN_COMMITTEES.contains(&committee)
    {
        return Some(format!(
            "The General Assembly has six Main Committees, A/C.1 to A/C.6; there is no A/C.{committee}."
        ));
    }
    let prefix = symbol.prefix();
    if !matches!(prefix, "A" | "S" | "E") {
        return None;
    }
    match (symbol.term()?, prefix) {
        (Term::Session(session), "A")
            if numbered_by_assembly(symbol.names_in_series().next().unwrap_or_default()) =>
        {
            general_assembly::no_such_session(session, as_of)
        }
        (term @ Term::Session(_), "A") if numbered_by_council(symbol) => {
            human_rights_council::session_ahead(term, as_of)
        }
        (Term::Year(year), "S") if year > as_of.year() => Some(format!(
            "Documents of the Security Council state the year; {year} lies ahead of this draft."
        )),
        // Bodies of the Economic and Social Council number by the session, which opens the year before.
        (Term::Year(year), "E") if year > as_of.year() + 1 => Some(format!(
            "Documents of the Economic and Social Council state the year; {year} lies ahead of this draft."
        )),
        (Term::Year(year), "E") => {
            let own = symbol
                .series()
                .strip_prefix(Body::COMMISSION_ON_HUMAN_RIGHTS)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            own.then(|| commission::after_the_end(year)).flatten()
        }
        _ => None,
    }
}

/// The 3 of `A/C.3/80/L.52`.
fn main_committee(symbol: &Symbol) -> Option<u16> {
    let rest = symbol.canonical().strip_prefix("A/C.")?;
    rest.split('/').next()?.parse().ok()
}

/// Whether the session in a symbol is one of the General Assembly's own, by the `second` component of its series.
fn numbered_by_assembly(second: &str) -> bool {
    let own = matches!(
        second,
        "" | "L" | "PV" | "SR" | "CRP" | "INF" | "BUR" | "SPC" | "NGO" | "PET" | "Agenda"
    );
    own || second.starts_with("C.")
}

/// Whether the session in the symbol is one of the Human Rights Council's own: not of its groups.
fn numbered_by_council(symbol: &Symbol) -> bool {
    let rest = symbol.canonical().strip_prefix("A/HRC/");
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// What was probably meant, best first: session and number swapped, two digits of session or year
/// exchanged.
fn suggestions(symbol: &Symbol, as_of: Date) -> Vec<(Symbol, String)> {
    let canonical = symbol.canonical();
    let parts: Vec<&str> = canonical.split('/').collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let Some(at) = parts.iter().position(|part| is_number(part)) else {
        return Vec::new();
    };
    let mut candidates: Vec<(String, String)> = Vec::new();
    if let Some(next) = parts.get(at + 1).filter(|next| is_number(next)) {
        let mut swapped = parts.clone();
        swapped.swap(at, at + 1);
        candidates.push((
            swapped.join("/"),
            format!("{next} and {} look swapped", parts[at]),
        ));
    }
    for exchanged in digits_exchanged(parts[at]) {
        let reason = format!("two digits of {} look exchanged", parts[at]);
        let mut mended = parts.clone();
        mended[at] = &exchanged;
        candidates.push((mended.join("/"), reason));
    }
    candidates.extend(numbered_through(&parts));
    candidates
        .into_iter()
        .filter_map(|(text, reason)| Some((Symbol::parse(&text)?, reason)))
        .filter(|(meant, _)| {
            meant
                .issued_under()
                .all(|one| impossible(&one, as_of).is_none())
        })
        .filter(|(meant, _)| is_likely(meant))
        .collect()
}

/// `A/8718` for "A/87/18", as a reader used to sessions splits it.
fn numbered_through(parts: &[&str]) -> Option<(String, String)> {
    let ["A", first, second] = parts else {
        return None;
    };
    let number = format!("{first}{second}");
    let is_early = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let reason = "documents before 1976 are numbered through";
    is_early.then(|| (format!("A/{number}"), reason.to_owned()))
}

fn digits_exchanged(number: &str) -> impl Iterator<Item = String> {
    (1..number.len()).filter_map(|at| {
        let mut digits = number.as_bytes().to_vec();
        digits.swap(at - 1, at);
        (digits[0] != b'0' && digits != number.as_bytes())
            .then(|| digits.into_iter().map(char::from).collect())
    })
}

/// Whether documents of the time state session or year this way.
fn is_likely(symbol: &Symbol) -> bool {
    match symbol.term() {
        Some(Term::Session(session)) if !symbol.canonical().starts_with("A/HRC/") => session > 30,
        Some(Term::Year(year)) => year > 1977,
        Some(_) => true,
        // Documents of the first decades state neither.
        None => symbol.prefix() == "A",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(text: &str) -> Judgement {
        let symbol = Symbol::parse(text).unwrap_or_else(|| panic!("{text} is no symbol"));
        super::super::judge(&symbol, Date::new(2026, 10, 31).unwrap())
    }

    #[test]
    fn what_lies_ahead_cannot_be_right() {
        for (text, words, first) in [
            ("A/99/10", "session 99", Some("A/9910")),
            ("A/138/67", "138", Some("A/67/138")),
            ("A/97/10", "session 97", Some("A/79/10")),
            ("A/C.3/99/L.4", "session 99", None),
            ("A/BUR/99/1", "session 99", None),
            ("A/HRC/172/5", "session 172", Some("A/HRC/5/172")),
            ("A/HRC/99/L.4", "session 99", None),
            ("S/2052/310", "2052 lies ahead", Some("S/2025/310")),
            ("E/2052/23", "2052 lies ahead", Some("E/2025/23")),
            ("E/CN.6/2030/3", "2030 lies ahead", Some("E/CN.6/2003/3")),
            ("A/99/80-E/2023/64", "session 99", None),
            ("A/78/80-E/2052/64", "2052 lies ahead", None),
            ("E/CN.4/2010/5", "ended in 2006", Some("E/CN.4/2001/5")),
            ("A/RES/95/1/Corr.1", "2040", Some("A/RES/59/1/Corr.1")),
            ("A/C.7/67/L.1", "there is no A/C.7", None),
            ("A/C.9/67/SR.3", "there is no A/C.9", None),
        ] {
            match judged(text) {
                Judgement::Impossible(found) => {
                    assert!(found.reason.contains(words), "{text}: {}", found.reason);
                    let offered = found
                        .suggestions
                        .first()
                        .map(|(symbol, _)| symbol.canonical());
                    assert_eq!(offered, first, "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }

    #[test]
    fn what_may_have_been_issued_is_not_judged() {
        for text in [
            "A/67/138",
            "A/82/10",
            "A/C.3/81/L.4",
            "A/C.6/376",
            "A/8723",
            "A/20/5",
            "A/CONF.157/24",
            "A/AC.96/76/5",
            "A/HRC/64/L.1",
            "A/HRC/WG.6/99/IRN/2",
            "A/HRC/WGEID/130/1",
            "A/HRC/WGAD/2027/1",
            "S/2026/310",
            "E/2027/1",
            "E/CN.4/2006/122",
            "E/CN.4/Sub.2/2006/1",
            "E/CN.6/2027/3",
            "CCPR/C/199/1",
            "ECE/TRANS/2040/1",
            "FCCC/CP/2040/1",
        ] {
            assert_eq!(judged(text), Judgement::Unknown, "{text}");
        }
    }

    #[test]
    fn only_adopted_texts_have_no_revisions() {
        let adopted = |text: &str| unrevised(&Symbol::parse(text).unwrap()).map(|s| s.to_string());
        assert_eq!(
            adopted("A/RES/67/172/Rev.1").as_deref(),
            Some("A/RES/67/172")
        );
        assert_eq!(
            adopted("S/RES/1325 (2000)/Rev.1").as_deref(),
            Some("S/RES/1325 (2000)")
        );
        for text in [
            "A/RES/67/172",
            "A/RES/67/172/Corr.1",
            "A/C.3/67/L.40/Rev.1",
            "A/520/Rev.21",
        ] {
            assert_eq!(adopted(text), None, "{text}");
        }
    }
}
