//! How far the title of a document goes.

use std::ops::Range;

use crate::{begins_operative, begins_preambular, is_enacting, is_item_label};

/// The title of a resolution has at most so many lines below its first one.
const TITLE_LINES: usize = 8;

/// So many blank lines may stand between the title and the organ that speaks.
const BLANK_LINES: usize = 8;

/// Longest line of a title above which no organ is seen to speak, in bytes.
const LONGEST: usize = 120;

/// Up to so many bytes a last line of a title may begin like a paragraph: "Developing States".
const SHORT: usize = 20;

/// How many of the lines `below` the title line of a resolution still belong to its title.
///
/// Nothing stands between a title and the organ that speaks, so all does up to a blank line or the enacting line.
/// Where no organ speaks, a line that begins a paragraph ends the title as well.
pub fn title_lines<'a>(below: impl IntoIterator<Item = &'a str>) -> usize {
    let mut below = below.into_iter().map(str::trim);
    let mut run = Vec::new();
    let mut next = below.next();
    while let Some(line) = next.filter(|line| !line.is_empty()) {
        if is_enacting(line) {
            return run.len();
        }
        if run.len() == TITLE_LINES {
            break;
        }
        run.push(line);
        next = below.next();
    }
    if next.is_some_and(str::is_empty) {
        let filled = below.take(BLANK_LINES).find(|line| !line.is_empty());
        if filled.is_some_and(is_enacting) {
            return run.len();
        }
    }
    let mut count = run.iter().take_while(|line| goes_on(line)).count();
    // What is announced with a colon and does not follow was no part of the title.
    while count > 0 && run[count - 1].ends_with(':') {
        count -= 1;
    }
    count
}

/// Whether a line right below a title goes on with it: it begins no paragraph.
fn goes_on(line: &str) -> bool {
    let begins = begins_preambular(line) && line.len() > SHORT
        || begins_operative(line)
        || is_item_label(line);
    let goes_on = line.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"' | '('));
    let goes_on = goes_on || begins_with_year(line);
    goes_on && !begins && line.len() <= LONGEST && !line.ends_with(['.', ';'])
}

/// "2030 Agenda for Sustainable Development".
pub fn begins_with_year(line: &str) -> bool {
    let (year, rest) = line.split_at_checked(4).unwrap_or(("", ""));
    let is_year = year.starts_with(['1', '2']) && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year && rest.starts_with(' ')
}

/// The words with which the line begins that says whose report it is.
const AUTHOR: [&str; 3] = ["Report of ", "Report by ", "Note by "];

/// Where the title of a report stands among lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleOfReport {
    /// The lines of the title.
    pub title: Range<usize>,
    /// The line that says whose report it is.
    pub author: usize,
}

/// The title of a report in `lines` from the one at `from` on: what stands above "Report of the Secretary-General", up to
/// a blank line.
pub fn title_of_report(lines: &[&str], from: usize) -> Option<TitleOfReport> {
    let is_sentence = |line: &str| line.trim_end().ends_with(['.', ',', ';', ':']);
    let is_author = |line: &&str| {
        let words = line.trim_start();
        AUTHOR.iter().any(|author| words.starts_with(author)) && !is_sentence(words)
    };
    let author = lines.iter().position(is_author)?;
    let above = lines.get(from..author)?;
    let is_blank = |line: &&str| line.trim().is_empty();
    let end = above.iter().rposition(|line| !is_blank(line))? + 1;
    let start = above[..end].iter().rposition(is_blank);
    let start = start.map_or(0, |blank| blank + 1);
    let is_title = !is_sentence(above[end - 1]);
    is_title.then_some(TitleOfReport {
        title: from + start..from + end,
        author,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(below: &str) -> usize {
        title_lines(below.split('\n'))
    }

    #[test]
    fn a_title_goes_on_until_the_organ_speaks() {
        for (below, expected) in [
            ("and buoys\nThe General Assembly,\n", 1),
            (
                "Lighting the Coasts of All Islands\n\n\nThe General Assembly,\n",
                1,
            ),
            (
                "of new lamps:\nreport of the Conference \n \n \n*The General Assembly*,\n",
                2,
            ),
            (
                "75/290 A on lights\nand 75/290 B on buoys\n\nThe Security Council,\n",
                2,
            ),
            (
                "1995, 2000 and 2010 Conferences\n\nThe General Assembly,\n",
                1,
            ),
            ("The General Assembly,\n", 0),
            ("", 0),
        ] {
            assert_eq!(lines(below), expected, "{below}");
        }
    }

    #[test]
    fn where_no_organ_speaks_a_paragraph_ends_the_title() {
        for (below, expected) in [
            (
                "and their families\n2030 Agenda for Ports\nDeveloping States\n",
                3,
            ),
            ("Protocol, and the\n“the Second World Summit”\n\nText.", 2),
            ("of new lamps:\nreport of the Conference\n\nText.", 2),
            ("Recalling its resolution 67/1", 0),
            ("Requests the Council", 0),
            ("and lamps\n(a) One", 1),
            ("The Committee decided:\n(a) One", 0),
            ("It was adopted.", 0),
            ("1", 0),
        ] {
            assert_eq!(lines(below), expected, "{below}");
        }
    }

    #[test]
    fn the_title_of_a_report_stands_above_its_author() {
        let lines = [
            "Ninetieth session",
            "",
            "\tCare of lighthouses",
            "on islands",
            "",
            "\tReport of the Secretary-General",
            "",
            "Contents",
        ];
        let report = title_of_report(&lines, 0).unwrap();
        assert_eq!((report.title, report.author), (2..4, 5));
        let report = title_of_report(&lines, 3).unwrap();
        assert_eq!(report.title, 3..4);
        assert_eq!(title_of_report(&lines, 6), None);
        let letter = ["Dear all,", "", "Report of the day"];
        assert_eq!(title_of_report(&letter, 0), None);
        let sentence = ["Ports", "", "Report of the day is here."];
        assert_eq!(title_of_report(&sentence, 0), None);
        assert_eq!(title_of_report(&lines[..5], 0), None);
        assert_eq!(title_of_report(&lines[5..], 0), None);
    }
}
