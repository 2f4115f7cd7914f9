//! Tables as the project keeps them: text with a head of comments, a header, and a row a line, its cells between tabs.
//!
//! Everything that is known in advance stands in such tables, in this crate and in those above it.

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

/// What stands between separators. Tables are read at each start, and this is most of the work.
fn pieces(text: &'static str, separator: u8) -> impl Iterator<Item = &'static str> {
    let ends = memchr::memchr_iter(separator, text.as_bytes()).chain([text.len()]);
    let mut start = 0;
    ends.map(move |end| &text[std::mem::replace(&mut start, end + 1)..end])
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
}
