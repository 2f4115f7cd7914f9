//! Tables as the project keeps them: text with a head of comments, a header, and a row a line, its cells between tabs.
//!
//! Everything that is known in advance stands in such tables, in this crate and in those above it.

use crate::places;

/// The rows of an embedded table, split at tabs, without comments and without its header.
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    lines(table).map(cells)
}

/// The rows of a table as lines, without comments and header.
pub fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    pieces(table, b'\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
}

/// The cells of a row; those that it does not have are empty.
pub fn cells<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut cells = pieces(line, b'\t');
    std::array::from_fn(|_| cells.next().unwrap_or(""))
}

/// What stands between separators. Tables are read at each start, and this is most of the work: a cell is short, so the
/// ends of many are looked for at once.
fn pieces(text: &'static str, separator: u8) -> impl Iterator<Item = &'static str> {
    let bytes = text.as_bytes();
    let ends_at = move |at: usize| {
        let rest = bytes.get(at..).unwrap_or_default();
        places::of(rest, &places::Only(separator))
    };
    let (mut start, mut at, mut ends) = (0, 0, ends_at(0));
    std::iter::from_fn(move || {
        while ends == 0 && at + places::STRIDE < bytes.len() {
            at += places::STRIDE;
            ends = ends_at(at);
        }
        let end = match ends {
            0 => bytes.len(),
            _ => at + ends.trailing_zeros() as usize,
        };
        ends &= ends.wrapping_sub(1);
        let piece = text.get(start..end);
        start = end + 1;
        piece
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_header_and_empty_lines_are_no_rows() {
        let table = "# Of what.\n# As of when.\nsymbol\ttitle\r\nA/1\tOne\r\n\n# apart\nA/2\n";
        let read: Vec<[&str; 2]> = rows(table).collect();
        assert_eq!(read, [["A/1", "One"], ["A/2", ""]]);
        assert_eq!(rows::<1>("").count(), 0);
    }

    #[test]
    fn pieces_are_those_between_separators_however_long_they_are() {
        let lengths = [0, 1, 62, 63, 64, 65, 127, 128, 0, 0, 200];
        for first in 0..lengths.len() {
            let words: Vec<String> = lengths[first..]
                .iter()
                .map(|&length| "é".repeat(length))
                .collect();
            let text: &'static str = words.join("\t").leak();
            let read: Vec<&str> = pieces(text, b'\t').collect();
            assert_eq!(read, words);
        }
        assert_eq!(pieces("", b'\t').collect::<Vec<_>>(), [""]);
        assert_eq!(pieces("a\t", b'\t').collect::<Vec<_>>(), ["a", ""]);
    }
}
