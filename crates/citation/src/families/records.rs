//! Publications of the United Nations that are cited by series and volume: supplements of the Official
//! Records without a symbol, yearbooks, the Legislative Series, the reports of the Court.

use std::fmt::Write as _;
use std::ops::Range;

use super::{Family, series_citation};
use crate::scan::{bodies, cursor};
use crate::{Citation, Roman, sentences};

/// "Official Records of the General Assembly, Eightieth Session, Supplement No. 53", "Yearbook of the
/// International Law Commission 1982, vol. II (Part Two)", "volume 26 of the United Nations Legislative Series".
pub(super) struct Records;

/// The longest words between "Official Records" and "Supplement", in bytes.
const SESSION: usize = 120;

impl Family for Records {
    fn anchors(&self) -> &'static [&'static str] {
        &[
            "Official",
            "Yearbook",
            "Legislative",
            ".J. Reports",
            "ICJ Reports",
            ".J. Recueil",
            ".J., Recueil",
            "CIJ Recueil",
        ]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let whole = |name: &str| Some(anchor.start..bodies::same_words(text, anchor.start, name)?);
        let read = match text.as_bytes()[anchor.start] {
            b'O' => whole("Official Records of").and_then(|name| supplement(text, &name)),
            b'Y' => whole("Yearbook of the International Law Commission")
                .or_else(|| shortened_yearbook(text, &anchor))
                .and_then(|name| commission_yearbook(text, &name))
                .or_else(|| yearbook(text, &anchor)),
            b'L' => whole("Legislative Series").and_then(|name| legislative_series(text, &name)),
            _ => court_reports(text, &anchor),
        };
        found.extend(read);
    }
}

/// A supplement that no symbol in parentheses identifies better.
fn supplement(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let reach = text.len().min(anchor.end + SESSION);
    let reach = sentences::end(text, anchor.end, reach);
    let words = text.get(anchor.end..reach)?;
    let supplement = words.find("Supplement")? + anchor.end;
    let number_at = cursor::skip_space(text, supplement + "Supplement".len());
    let number_at = cursor::skip_space(text, cursor::word(text, number_at, "No.")?);
    let digits = cursor::digits(text, number_at);
    let letter = text[number_at + digits.len()..]
        .bytes()
        .take_while(u8::is_ascii_uppercase)
        .count();
    let end = number_at + digits.len() + letter.min(1);
    let symbol_follows = {
        let behind = cursor::skip_space(text, end);
        let behind = cursor::word(text, behind, "and")
            .map(|end| cursor::skip_space(text, end))
            .and_then(|next| cursor::any_word(text, next, &["corrigendum", "corrigenda"]))
            .or_else(|| cursor::word(text, behind, ","))
            .map_or(behind, |end| cursor::skip_space(text, end));
        text[behind..].starts_with('(')
            && text[behind + 1..].starts_with(|c: char| c.is_ascii_uppercase())
            && text[behind..]
                .split_whitespace()
                .next()
                .is_some_and(|word| word.contains('/'))
    };
    (!digits.is_empty() && !symbol_follows)
        .then(|| series_citation(text, anchor.start..end, one_line(&text[anchor.start..end])))
}

/// "Yearbook … 1966, vol. II", as the reports of the International Law Commission shorten its Yearbook.
fn shortened_yearbook(text: &str, anchor: &Range<usize>) -> Option<Range<usize>> {
    let at = cursor::skip_space(text, anchor.end);
    let ellipsis = ["...", "\u{1A}"]
        .iter()
        .find(|mark| text[at..].starts_with(**mark))?;
    let end = at + ellipsis.len();
    let year = cursor::skip_space(text, cursor::word(text, end, ",").unwrap_or(end));
    let behind = year + cursor::digits(text, year).len();
    volume(text, behind).map(|_| anchor.start..end)
}

/// "Yearbook of the International Law Commission 1982, vol. II (Part Two)".
fn commission_yearbook(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let mut next = anchor.end;
    while matches!(
        text.as_bytes().get(next),
        Some(b',' | b' ' | b'\n' | b'*' | b'_')
    ) {
        next += 1;
    }
    let year = cursor::digits(text, next);
    if year.len() != 4 {
        return None;
    }
    let mut end = next + year.len();
    let mut words = format!("Yearbook of the International Law Commission {year}");
    if let Some((volume, behind)) = volume(text, end) {
        let _ = write!(words, ", vol. {volume}");
        end = behind;
        let open = cursor::skip_space(text, end);
        let part = text
            .get(open..)
            .and_then(|rest| rest.strip_prefix("(Part "));
        if let Some((part, _)) = part.and_then(|rest| rest.split_once(')'))
            && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            let _ = write!(words, " (Part {part})");
            end = open + "(Part ".len() + part.len() + 1;
        }
    }
    Some(series_citation(text, anchor.start..end, words))
}

/// "United Nations Disarmament Yearbook, vol. 27", "United Nations Juridical Yearbook 1975".
fn yearbook(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let before = text[..anchor.start].trim_end();
    let kind = ["Disarmament", "Juridical"]
        .into_iter()
        .find(|kind| before.ends_with(kind))?;
    let kind_start = before.len() - kind.len();
    let start = before[..kind_start]
        .trim_end()
        .strip_suffix("Nations")
        .and_then(|head| head.trim_end().strip_suffix("United"))
        .map_or(kind_start, str::len);
    let (place, end) = if let Some((volume, end)) = volume(text, anchor.end) {
        (format!(", vol. {volume}"), end)
    } else {
        let comma = cursor::word(text, anchor.end, ",").unwrap_or(anchor.end);
        let at = cursor::skip_space(text, comma);
        let year = cursor::digits(text, at);
        (year.len() == 4).then(|| (format!(" {year}"), at + year.len()))?
    };
    Some(series_citation(
        text,
        start..end,
        format!("United Nations {kind} Yearbook{place}"),
    ))
}

/// "volume 26 of the United Nations Legislative Series", "United Nations Legislative Series, vol. 26".
fn legislative_series(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let before = text[..anchor.start].trim_end();
    let start = before
        .strip_suffix("Nations")
        .and_then(|head| head.trim_end().strip_suffix("United"))
        .map_or(anchor.start, str::len);
    if let Some((volume, end)) = volume(text, anchor.end) {
        return Some(series_citation(
            text,
            start..end,
            format!("United Nations Legislative Series, vol. {volume}"),
        ));
    }
    let head = text[..start].trim_end().strip_suffix("the")?.trim_end();
    let head = head.strip_suffix("of")?.trim_end();
    let digits = head.len() - head.bytes().rev().take_while(u8::is_ascii_digit).count();
    let volume = &head[digits..];
    let word = head[..digits].trim_end();
    let from = ["volume", "vol.", "Volume"]
        .iter()
        .find_map(|written| word.strip_suffix(written))?
        .len();
    (!volume.is_empty()).then(|| {
        series_citation(
            text,
            from..anchor.end,
            format!("United Nations Legislative Series, vol. {volume}"),
        )
    })
}

/// "page" in Spanish, accents folded.
const PAGE: &str = "p\u{1b}g.";

/// "I.C.J. Reports 2004, p. 136", "ICJ Reports 1996 (I), p. 226", "C.I.J. Recueil 2004, p. 136".
fn court_reports(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let before = &text[..anchor.start];
    let start = before
        .strip_suffix("I.C")
        .or_else(|| before.strip_suffix("C.I"))
        .map_or(anchor.start, str::len);
    let at = cursor::skip_space(text, anchor.end);
    let year = cursor::digits(text, at);
    let part = part_of_year(text, at + year.len());
    let behind = part.map_or(at + year.len(), |(_, end)| end);
    let part = part.map_or(String::new(), |(part, _)| format!(" ({part})"));
    let comma = cursor::word(text, behind, ",")?;
    let page_at = cursor::any_word(text, cursor::skip_space(text, comma), &["p.", "pp.", PAGE])?;
    let page_at = cursor::skip_space(text, page_at);
    let page = cursor::digits(text, page_at);
    (year.len() == 4 && !page.is_empty()).then(|| {
        series_citation(
            text,
            start..page_at + page.len(),
            format!("I.C.J. Reports {year}{part}, p. {page}"),
        )
    })
}

/// "(I)" at `at`, one of the parts in which the reports of a year are bound, and the offset behind it.
fn part_of_year(text: &str, at: usize) -> Option<(&str, usize)> {
    let open = cursor::word(text, cursor::skip_space(text, at), "(")?;
    let length = text[open..].find(')').filter(|length| *length <= 3)?;
    let part = &text[open..open + length];
    Roman::parse(part).map(|_| (part, open + length + 1))
}

/// ", vol. II", ", vol. 27" at `at`: the volume and the offset behind.
fn volume(text: &str, at: usize) -> Option<(&str, usize)> {
    let comma = cursor::word(text, at, ",").unwrap_or(at);
    let at = cursor::any_word(text, cursor::skip_space(text, comma), &["vol.", "volume"])?;
    let at = cursor::skip_space(text, at);
    let length = text[at..]
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'I' | b'V' | b'X'))
        .count();
    (length > 0).then(|| (&text[at..at + length], at + length))
}

fn one_line(words: &str) -> String {
    let line: Vec<&str> = words.split_ascii_whitespace().collect();
    line.join(" ").replace("- ", "-")
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn the_commission_shortens_its_yearbook() {
        for written in ["Yearbook … 1966, vol. II", "Yearbook ..., 1966, vol. II"] {
            finds(
                &format!("See {written}, p. 187."),
                &[&format!(
                    "{written} = Yearbook of the International Law Commission 1966, vol. II [p. 187]"
                )],
            );
        }
        finds("the Yearbook … 1966 and others", &[]);
    }

    #[test]
    fn supplements_without_a_symbol_are_read() {
        let wanted =
            "Official Records of the General Assembly, Eightieth Session, Supplement No. 53";
        finds(
            "See Official Records of the General Assembly, Eightieth\nSession, Supplement No. 53.",
            &[&format!("{wanted} = {wanted}")],
        );
        for text in [
            "Official Records of the General Assembly, Eightieth Session, Supplement No. 53 (A/80/53)",
            "Official Records of the General Assembly, Sixth Session, Supplement No. 53A and\ncorrigendum (A/6/53 and",
            "the Official Records of the General Assembly are published",
        ] {
            assert!(
                crate::families::test::read(text)
                    .iter()
                    .all(|line| !line.contains("Official")),
                "{text}"
            );
        }
    }

    #[test]
    fn yearbooks_and_series_are_read() {
        for (text, wanted) in [
            (
                "Yearbook of the International Law Commission 1982, vol. II (Part Two), para. 3",
                "Yearbook of the International Law Commission 1982, vol. II (Part Two) [para. 3]",
            ),
            (
                "Yearbook of the International Law Commission, 1966, vol. II, p. 187",
                "Yearbook of the International Law Commission 1966, vol. II [p. 187]",
            ),
            (
                "volume 26 of the United Nations\nLegislative Series entitled",
                "United Nations Legislative Series, vol. 26",
            ),
            (
                "the United Nations Disarmament Yearbook, vol. 27: 2002",
                "United Nations Disarmament Yearbook, vol. 27",
            ),
            (
                "I.C.J. Reports 2004, p. 136.",
                "I.C.J. Reports 2004, p. 136",
            ),
            (
                "Advisory Opinion, ICJ Reports 1996 (I), p. 226,\npara. 105",
                "I.C.J. Reports 1996 (I), p. 226 [para. 105]",
            ),
        ] {
            let found = crate::families::test::read(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert!(found[0].ends_with(&format!(" = {wanted}")), "{found:?}");
        }
        for text in [
            "the Yearbook of the International Law Commission in six languages",
            "the United Nations Juridical Yearbook and",
            "a Legislative Series of its own",
        ] {
            finds(text, &[]);
        }
    }
}
