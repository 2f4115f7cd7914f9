//! What a mistyped symbol was probably meant to be.
//!
//! Each repair undoes one kind of slip seen in official texts or typical of typing; a repair counts
//! when its result is a symbol.

use std::ops::Range;

use crate::Symbol;

mod repairs;

/// The longest stretch looked at, in bytes.
const LONGEST: usize = 64;

/// The stretch that starts at `start` and looks like a symbol: components, strokes, a number.
///
/// A single space beside a stroke belongs to it, as in `A/RES/67 / 172`.
pub(crate) fn extent(text: &str, start: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        match byte {
            b'.' | b'-' | b'/' => end += 1,
            byte if byte.is_ascii_alphanumeric() => end += 1,
            b' ' if space_beside_stroke(bytes, end) => end += 1,
            _ => break,
        }
        if end - start > LONGEST {
            return None;
        }
    }
    let run = text[start..end].trim_end_matches(['.', '-', ' ']);
    // What ends with a stroke is still being written; what is followed by more is an address or path.
    let unfinished = run.ends_with('/');
    let goes_on = matches!(
        bytes.get(start + run.len()),
        Some(b'\\' | b'_' | b'=' | b'@' | b':' | b'%')
    );
    let has_number = run.bytes().any(|byte| byte.is_ascii_digit());
    (!unfinished && !goes_on && has_number && run.contains('/')).then(|| start..start + run.len())
}

fn space_beside_stroke(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| bytes.get(i));
    let after = bytes.get(at + 1);
    let stroke_before = before == Some(&b'/');
    let stroke_after = after == Some(&b'/')
        && bytes
            .get(at + 2)
            .is_some_and(|byte| *byte == b' ' || byte.is_ascii_alphanumeric());
    let goes_on = |byte: &u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
    stroke_after || stroke_before && after.is_some_and(goes_on)
}

/// What `written` was probably meant to be, best first, each with the slip in words.
pub(crate) fn corrections(written: &str) -> Vec<(Symbol, &'static str)> {
    let mut found: Vec<(Symbol, &'static str)> = Vec::new();
    if Symbol::parse(written).is_some() {
        return found;
    }
    for (repair, reason) in REPAIRS {
        for candidate in repair(written) {
            if let Some(symbol) = Symbol::parse(&candidate)
                && !found.iter().any(|(known, _)| *known == symbol)
            {
                found.push((symbol, reason));
            }
        }
    }
    found
}

type Repair = fn(&str) -> Vec<String>;

const REPAIRS: [(Repair, &str); 14] = [
    (
        repairs::without_spaces,
        "no spaces inside a document symbol",
    ),
    (
        repairs::with_full_stops,
        "a full stop is missing before the number",
    ),
    (repairs::without_inner_stops, "one full stop too many"),
    (repairs::with_strokes, "a stroke is missing"),
    (
        repairs::number_joint,
        "a stroke stands between session and number",
    ),
    (repairs::component_swapped, "two letters swapped"),
    (repairs::suffix_misspelt, "one letter wrong"),
    (
        repairs::act_in_front,
        "“RES” or “DEC” comes before the session",
    ),
    (repairs::year_elsewhere, "the year stands elsewhere"),
    (
        repairs::subsidiary_first,
        "the subsidiary body comes before the year",
    ),
    (
        repairs::session_first,
        "the session comes before the number of the draft",
    ),
    (
        repairs::committee_inserted,
        "“C” for the committee is missing",
    ),
    (
        repairs::letters_for_digits,
        "a letter stands where a digit belongs",
    ),
    (repairs::prefix_misspelt, "the first component is misspelt"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn best(written: &str) -> Option<String> {
        corrections(written)
            .first()
            .map(|(symbol, _)| symbol.to_string())
    }

    #[test]
    fn slips_of_official_texts_are_mended() {
        for (written, meant) in [
            ("A/HCR/53/26", "A/HRC/53/26"),
            ("A/71/P.V.86", "A/71/PV.86"),
            ("A/75/L49", "A/75/L.49"),
            ("A/C.6/79.SR.37", "A/C.6/79/SR.37"),
            (
                "ECE/NICOSIA.CONF/2022/2.Add.1",
                "ECE/NICOSIA.CONF/2022/2/Add.1",
            ),
            ("CCPR/C/112/D1968/2010", "CCPR/C/112/D/1968/2010"),
            ("CAT/DZA/CO/3", "CAT/C/DZA/CO/3"),
            ("S/12344/Rey.1", "S/12344/Rev.1"),
            ("CCPR/C/3Z/D/Z1Z/1986", "CCPR/C/32/D/212/1986"),
            ("E/CN.4/l983/55", "E/CN.4/1983/55"),
            ("A/42/iO", "A/42/10"),
            ("A/RES/67-172", "A/RES/67/172"),
            ("A/RES/67.172", "A/RES/67/172"),
            ("A/RES/67 / 172", "A/RES/67/172"),
            ("A/67/RES/172", "A/RES/67/172"),
            ("S/RES/1325/2000", "S/RES/1325 (2000)"),
            ("S/PRST/13/2012", "S/PRST/2012/13"),
            ("E/2005/CN.4/131", "E/CN.4/2005/131"),
            ("A/C.3/L.40/67", "A/C.3/67/L.40"),
            ("A/C3/67/L.40", "A/C.3/67/L.40"),
            ("A/C.3/67/L40", "A/C.3/67/L.40"),
            ("A/C.3/67/L.40/Rev1", "A/C.3/67/L.40/Rev.1"),
            ("A/C.3/67/L.40.Rev.1", "A/C.3/67/L.40/Rev.1"),
            ("A/C.3/67/L.40Rev.1", "A/C.3/67/L.40/Rev.1"),
            ("A/HRC/35/RES/17", "A/HRC/RES/35/17"),
            ("HRC/RES/35/17", "A/HRC/RES/35/17"),
            ("CPRD/C/GC/6", "CRPD/C/GC/6"),
            ("CEADW/C/GC/26", "CEDAW/C/GC/26"),
        ] {
            assert_eq!(
                Symbol::parse(written).map(|s| s.to_string()),
                None,
                "{written} is no symbol"
            );
            assert_eq!(best(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn what_is_no_symbol_stays_one() {
        for written in [
            "TCP/IP/4",
            "C/106/54",
            "WHO/2019/nCoV",
            "ICC/ASP/7",
            "B/2",
            "A/B/3",
        ] {
            assert_eq!(best(written), None, "{written}");
        }
    }
}
