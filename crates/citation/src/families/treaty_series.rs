//! Volumes of the Treaty Series of the United Nations and of the League of Nations, in full, behind *ibid.*,
//! or as law reviews cite them ("999 UNTS 171").

use std::fmt::Write as _;
use std::ops::Range;

use super::{Family, series_citation};
use crate::normalise::OTHER;
use crate::scan::{bodies, cursor};
use crate::{Citation, Roman};

/// "United Nations, Treaty Series, vol. 2220, No. 39481" and "Ibid., vol. 1249, No. 20378".
pub(super) struct TreatySeries;

impl Family for TreatySeries {
    fn anchors(&self) -> &'static [&'static str] {
        &[
            "Treaty",
            "Recueil des",
            "UNTS",
            "U.N.T.S.",
            "RTNU",
            "R.T.N.U.",
            "LNTS",
            "L.N.T.S.",
            "Ibid.",
            "ibid.",
        ]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let (name, (start, publisher)) = match text.as_bytes()[anchor.start] {
            b'T' => match bodies::same_words(text, anchor.start, "Treaty Series") {
                Some(end) => (end, publisher(text, anchor.start)),
                None => return,
            },
            b'R' if text[anchor.clone()].starts_with("Recueil") => {
                match bodies::same_words(text, anchor.start, "Recueil des Trait\u{1b}s") {
                    Some(end) => (end, publisher(text, anchor.start)),
                    None => return,
                }
            }
            b'R' => (anchor.end, (anchor.start, Some(UNITED_NATIONS))),
            b'U' | b'L' => {
                if let Some(read) = by_page(text, &anchor) {
                    found.push(read);
                    return;
                }
                // "UNTS, vol. 1125, No. 17512".
                let is_leagues = text[anchor.clone()].starts_with('L');
                let publisher = if is_leagues { LEAGUE } else { UNITED_NATIONS };
                (anchor.end, (anchor.start, Some(publisher)))
            }
            _ => (anchor.end, (anchor.start, None)),
        };
        let whole = start == 0 || !text.as_bytes()[start - 1].is_ascii_alphanumeric();
        if let Some((end, place)) = place(text, name).filter(|_| whole) {
            let publisher = publisher.unwrap_or_else(|| publisher_of(&place));
            found.push(series_citation(
                text,
                start..end,
                format!("{publisher}, Treaty Series, {place}"),
            ));
        }
    }
}

const UNITED_NATIONS: &str = "United Nations";
const LEAGUE: &str = "League of Nations";

/// The publishers in French and Spanish, accents folded.
const ABROAD: [(&str, &str); 4] = [
    ("Nations Unies", UNITED_NATIONS),
    ("Naciones Unidas", UNITED_NATIONS),
    ("Soci\u{1b}t\u{1b} des Nations", LEAGUE),
    ("Sociedad de las Naciones", LEAGUE),
];

/// Where "United Nations, Treaty Series" begins, given where "Treaty Series" stands, and who publishes it if that
/// is said.
fn publisher(text: &str, at: usize) -> (usize, Option<&'static str>) {
    let before = text[..at].trim_end_matches([' ', '\n', '\r', ',', '*', '_', OTHER]);
    for (abroad, publisher) in ABROAD {
        let end = before.len();
        // A letter with an accent is as long in the folded text.
        let start = end.saturating_sub(abroad.len());
        if before.is_char_boundary(start) && bodies::same_words(text, start, abroad) == Some(end) {
            return (start, Some(publisher));
        }
    }
    let Some(head) = before.strip_suffix("Nations") else {
        return (at, None);
    };
    let head = head.trim_end();
    if let Some(of) = head.strip_suffix("of")
        && let Some(league) = of.trim_end().strip_suffix("League")
    {
        return (league.len(), Some(LEAGUE));
    }
    let start = head.strip_suffix("United").map_or(at, str::len);
    (start, Some(UNITED_NATIONS))
}

/// Who publishes the volume at `place` ("vol. XCIV, No. 2138"): the League numbered its volumes in Roman numerals.
fn publisher_of(place: &str) -> &'static str {
    let volume = place.split(' ').nth(1).unwrap_or_default();
    if volume.starts_with(|c: char| c.is_ascii_uppercase()) {
        LEAGUE
    } else {
        UNITED_NATIONS
    }
}

/// What stands before the number of a treaty, in English, French and Spanish, accents folded.
const SIGNS: [&str; 7] = [
    "No.",
    "Nos.",
    "no",
    "nos",
    "n\u{1a}",
    "n\u{1b}m.",
    "n\u{1b}ms.",
];

/// ", vol. 2220, No. 39481" at `at`: the offset behind it and the canonical words.
fn place(text: &str, at: usize) -> Option<(usize, String)> {
    let mut next = at;
    while text
        .as_bytes()
        .get(next)
        .is_some_and(|byte| matches!(byte, b',' | b'*' | b'_' | b' ' | b'\n' | b'\r' | 0x1A))
    {
        next += 1;
    }
    let next = cursor::any_word(
        text,
        next,
        &["vols.", "vol.", "vols", "vol", "volume", "volumes"],
    )?;
    let (volumes, end) = numbers(text, cursor::skip_space(text, next))?;
    let mut words = String::new();
    write_counted(&mut words, "vol.", "vols.", &volumes);
    let next = cursor::skip_space(text, cursor::word(text, end, ",").unwrap_or(end));
    if let Some(behind) = cursor::any_word(text, next, &SIGNS) {
        let (numbers, end) = numbers(text, cursor::skip_space(text, behind))?;
        words.push_str(", ");
        write_counted(&mut words, "No.", "Nos.", &numbers);
        return Some((end, words));
    }
    let behind = cursor::any_word(text, next, &["pp.", "p."])?;
    let (pages, end) = numbers(text, cursor::skip_space(text, behind))?;
    words.push_str(", ");
    write_counted(&mut words, "p.", "pp.", &pages[..1]);
    Some((end, words))
}

/// "1155", "1155, 2220 and 2221", "XCIV" at `at`, and the offset behind.
fn numbers(text: &str, at: usize) -> Option<(Vec<&str>, usize)> {
    let mut numbers: Vec<&str> = Vec::new();
    let mut end = at;
    let mut next = at;
    while let Some(number) = number(text, next) {
        // A run is one entry: "970-973".
        match numbers.last_mut() {
            Some(run) if text[..next].ends_with('-') => {
                *run = &text[next - 1 - run.len()..next + number.len()];
            }
            _ => numbers.push(number),
        }
        end = next + number.len();
        let comma = cursor::word(text, end, ",").unwrap_or(end);
        next = cursor::skip_space(text, comma);
        match cursor::word(text, next, "and") {
            Some(behind) => next = cursor::skip_space(text, behind),
            None if text[end..].starts_with('-') => next = end + 1,
            None if comma == end => break,
            None => {}
        }
    }
    (!numbers.is_empty()).then_some((numbers, end))
}

fn number(text: &str, at: usize) -> Option<&str> {
    let digits = cursor::digits(text, at);
    if (1..=6).contains(&digits.len()) {
        return Some(digits);
    }
    let rest = text.get(at..)?;
    let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
    Roman::parse(&rest[..letters]).map(|_| &rest[..letters])
}

fn write_counted(words: &mut String, one: &str, several: &str, numbers: &[&str]) {
    let is_run = numbers.iter().any(|number| number.contains('-'));
    words.push_str(if numbers.len() > 1 || is_run {
        several
    } else {
        one
    });
    for (index, number) in numbers.iter().enumerate() {
        let joint = match index {
            0 => " ",
            last if last + 1 == numbers.len() => " and ",
            _ => ", ",
        };
        let _ = write!(words, "{joint}{number}");
    }
}

/// "999 UNTS 171", "999 U.N.T.S. 171": volume and page.
fn by_page(text: &str, anchor: &Range<usize>) -> Option<Citation> {
    let publisher = match text.as_bytes()[anchor.start] {
        b'U' => UNITED_NATIONS,
        _ => LEAGUE,
    };
    let before = text[..anchor.start].trim_end_matches(' ');
    let volume = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let alone = volume == 0 || !text.as_bytes()[volume - 1].is_ascii_alphanumeric();
    let page_at = cursor::skip_space(text, anchor.end);
    // The Charter stands before the first page: "1 UNTS XVI".
    let page = number(text, page_at).unwrap_or_default();
    let digits = &before[volume..];
    let fits = alone && (1..=4).contains(&digits.len()) && (1..=5).contains(&page.len());
    fits.then(|| {
        series_citation(
            text,
            volume..page_at + page.len(),
            format!("{publisher}, Treaty Series, vol. {digits}, p. {page}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::families::test::finds;

    #[test]
    fn volumes_are_read_in_full_and_in_short() {
        for text in [
            "Nations Unies, Recueil des Traités, vol. 999, no 14668",
            "Naciones Unidas, Treaty Series, vol. 999, núm. 14668",
        ] {
            finds(
                &format!("Voir {text}."),
                &[&format!(
                    "{text} = United Nations, Treaty Series, vol. 999, No. 14668"
                )],
            );
        }
        finds(
            "R.T.N.U., vol. 189, p. 137.",
            &["R.T.N.U., vol. 189, p. 137 = United Nations, Treaty Series, vol. 189, p. 137"],
        );
        finds("Le Recueil des Traités paraît, et la RTNU aussi.", &[]);
        finds(
            "United Nations, Treaty Series, vol. 2220, No. 39481.",
            &[
                "United Nations, Treaty Series, vol. 2220, No. 39481 = United Nations, Treaty Series, vol. 2220, No. 39481",
            ],
        );
        finds(
            "See United Nations, *Treaty Series*, vols. 1155, 2220\nand 2221, Nos. 18232 and 39481.",
            &[
                "United Nations, *Treaty Series*, vols. 1155, 2220 and 2221, Nos. 18232 and 39481 = United Nations, Treaty Series, vols. 1155, 2220 and 2221, Nos. 18232 and 39481",
            ],
        );
        finds(
            "League of Nations, Treaty Series, vol. XCIV, No. 2138.",
            &[
                "League of Nations, Treaty Series, vol. XCIV, No. 2138 = League of Nations, Treaty Series, vol. XCIV, No. 2138",
            ],
        );
        finds(
            "United Nations, Treaty Series, vol. 75, p. 287",
            &[
                "United Nations, Treaty Series, vol. 75, p. 287 = United Nations, Treaty Series, vol. 75, p. 287",
            ],
        );
        finds(
            "see 1 UNTS XVI, 999 U.N.T.S. 171 and 1577 UNTS 3",
            &[
                "1 UNTS XVI = United Nations, Treaty Series, vol. 1, p. XVI",
                "999 U.N.T.S. 171 = United Nations, Treaty Series, vol. 999, p. 171",
                "1577 UNTS 3 = United Nations, Treaty Series, vol. 1577, p. 3",
            ],
        );
        finds(
            "Ibid., vol. 1249, No. 20378.",
            &["Ibid., vol. 1249, No. 20378 = United Nations, Treaty Series, vol. 1249, No. 20378"],
        );
        finds(
            "Ibid., vol. XCIV, No. 2138, art. 3.",
            &[
                "Ibid., vol. XCIV, No. 2138 = League of Nations, Treaty Series, vol. XCIV, No. 2138 [art. 3]",
            ],
        );
    }

    #[test]
    fn the_league_publishes_in_every_language() {
        for text in [
            "Société des Nations, Recueil des Traités, vol. 3, no 12",
            "Sociedad de las Naciones, Treaty Series, vol. 3, núm. 12",
        ] {
            finds(
                &format!("Voir {text}."),
                &[&format!(
                    "{text} = League of Nations, Treaty Series, vol. 3, No. 12"
                )],
            );
        }
    }

    #[test]
    fn the_name_of_the_series_alone_is_no_volume() {
        for text in [
            "the United Nations Treaty Series is published",
            "the UNTS database",
            "published in 12 UNTS volumes",
            "Treaty Series, vol. and number",
        ] {
            finds(text, &[]);
        }
    }
}
