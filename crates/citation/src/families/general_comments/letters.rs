//! The letters of a treaty in the place of its committee: "CESCR general comment No. 14", "CRC, GC 6", "general comment
//! No. 36 (HRC)".
//!
//! They name the treaty elsewhere; beside a general comment nobody but the committee can be meant.

use crate::scan::{cursor, pinpoints};
use crate::{Body, Unit, sentences};

/// The committee whose letters stand right before `at`, and where they begin.
pub(super) fn before(text: &str, at: usize) -> Option<(Body, usize)> {
    let head = without_last_word(text, at, "joint").unwrap_or(at);
    // "**CERD**: general recommendation" heads what follows.
    let emphasis = ['*', '_'];
    let owner = text[..head].trim_end().trim_end_matches(emphasis);
    let owner = owner.trim_end().strip_suffix([',', ':']).unwrap_or(owner);
    let owner = owner.trim_end_matches(emphasis);
    let owner = ["'s", "\u{2019}s", "'", "\u{2019}"]
        .iter()
        .find_map(|sign| owner.strip_suffix(sign))
        .unwrap_or(owner);
    let letters = owner.bytes().rev().take_while(u8::is_ascii_uppercase);
    let start = owner.len() - letters.count();
    // "CMW GC 4/CRC GC 23" are two of them.
    let joined = owner[..start].strip_suffix('/');
    let is_joint = joined.is_some_and(|joined| {
        let head = joined.trim_end_matches(|c: char| c.is_ascii_digit());
        head.len() < joined.len()
            && ["GC", "No."]
                .iter()
                .any(|sign| head.trim_end().ends_with(sign))
    });
    let is_whole = is_joint
        || !owner[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/'));
    let is_near = !text[owner.len()..at].contains("\n\n");
    let committee = committee(&owner[start..]).filter(|_| is_whole && is_near)?;
    Some((committee, start))
}

/// The committee whose treaty is cited with an article right before `at`: "CRC, article 3 (1), read with GC 14".
pub(super) fn before_article(text: &str, at: usize) -> Option<Body> {
    /// The longest such words, in bytes.
    const LONGEST: usize = 80;
    const JOINTS: [&str; 8] = [
        "",
        "and",
        "with",
        "read with",
        "see",
        "see also",
        "together with",
        "in conjunction with",
    ];
    let floor = sentences::start(text, at, LONGEST);
    let (start, committee) = last_in(&text[floor..at], |_| true)?;
    let letters = text[floor + start..]
        .bytes()
        .take_while(u8::is_ascii_uppercase);
    let place = pinpoints::after(text, floor + start + letters.count())?;
    let is_article = place.steps.iter().all(|step| step.unit == Unit::Article);
    let between = text.get(place.span.end..at)?;
    let words = between.trim().trim_start_matches([',', ';', '(']).trim();
    (is_article && JOINTS.contains(&words)).then_some(committee)
}

/// The committee whose letters stand right behind `at`, "(CESCR)" or "of the CESCR", and the offset behind them.
pub(super) fn behind(text: &str, at: usize) -> Option<(Body, usize)> {
    let next = cursor::skip_space(text, at);
    let opened = cursor::word(text, next, "(");
    let start = if let Some(open) = opened {
        open
    } else {
        let of = cursor::skip_space(text, cursor::any_word(text, next, &["of", "by"])?);
        cursor::word(text, of, "the").map_or(of, |end| cursor::skip_space(text, end))
    };
    let letters = text[start..].bytes().take_while(u8::is_ascii_uppercase);
    let end = start + letters.count();
    let is_whole =
        !text[end..].starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/'));
    let committee = committee(&text[start..end]).filter(|_| is_whole)?;
    let end = opened.map_or(Some(end), |_| cursor::word(text, end, ")"))?;
    Some((committee, end))
}

/// The last committee whose letters stand in `text` that `fits`, and where.
pub(in crate::families) fn last_in(
    text: &str,
    fits: impl Fn(&Body) -> bool,
) -> Option<(usize, Body)> {
    let mut end = text.len();
    for word in text.rsplit(|c: char| !c.is_ascii_alphanumeric()) {
        let start = end - word.len();
        if let Some(committee) = committee(word).filter(&fits) {
            return Some((start, committee));
        }
        end = text[..start]
            .char_indices()
            .next_back()
            .map_or(0, |(at, _)| at);
    }
    None
}

/// Letters beside a general comment that are not those before "Committee", and the name of the committee: those of the
/// Human Rights Committee, which elsewhere are the Council's, and those of the treaties themselves.
const OTHER_LETTERS: [(&str, &str); 7] = [
    ("HRC", "Human Rights Committee"),
    ("UNHRC", "Human Rights Committee"),
    ("ICCPR", "CCPR Committee"),
    ("ICESCR", "CESCR Committee"),
    ("ICERD", "CERD Committee"),
    ("UNCRC", "CRC Committee"),
    ("UNCRPD", "CRPD Committee"),
];

/// The committee for which `letters` stand.
fn committee(letters: &str) -> Option<Body> {
    if !(3..=6).contains(&letters.len()) {
        return None;
    }
    let other = OTHER_LETTERS.iter().find(|(other, _)| *other == letters);
    match other {
        Some((_, name)) => Body::named(name),
        None => Body::named(&format!("{letters} Committee")),
    }
}

/// Where `word` begins, in any capitals, which stands right before the white space before `at`.
fn without_last_word(text: &str, at: usize, word: &str) -> Option<usize> {
    let end = text[..at].trim_end().len();
    let start = end.checked_sub(word.len())?;
    let is_word = text.get(start..end)?.eq_ignore_ascii_case(word);
    let is_whole = text[..start].ends_with(char::is_whitespace);
    (is_word && is_whole).then_some(start)
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn letters_alone_stand_for_a_comment_with_its_year_or_its_committee() {
        for (text, wanted) in [
            (
                "as in GC No. 13 (2011), para. 5",
                "GC No. 13 (2011) = CRC/C/GC/13 [para. 5]",
            ),
            ("see GC 24 (2019)", "GC 24 (2019) = CRC/C/GC/24"),
            ("GC 24 of the CRC Committee", "GC 24 = CRC/C/GC/24"),
            (
                "UNCRC, art. 12, with GC12, para 15",
                "GC12 = CRC/C/GC/12 [para. 15]",
            ),
            (
                "CMW GC 3/CRC GC 22, paras 4-6",
                "CRC GC 22 = CRC/C/GC/22 [paras. 4-6]",
            ),
        ] {
            let found = crate::families::test::read(text);
            assert_eq!(found.last().map(String::as_str), Some(wanted), "{text}");
        }
        for text in [
            "GC 24 (2012)",
            "GC 24 of the Court",
            "the GC 13 and",
            "GR 5 (1999)",
        ] {
            finds(text, &[]);
        }
    }
}
