//! The table of contents of a draft, which may list more than the draft holds: the rest was left out.

/// The most lines that a table of contents has.
const LINES: usize = 200;

/// The fewest letters of an entry: less stands in many places.
const SHORTEST: usize = 12;

/// Whether the table of contents in `text` lists a title that stands nowhere behind it.
pub(super) fn lists_more(text: &str) -> bool {
    let mut rest = text;
    while let Some((line, behind)) = rest.split_once('\n') {
        rest = behind;
        if line.trim_matches(|c: char| !c.is_alphabetic()) == "Contents" {
            return names_what_is_not_there(behind);
        }
    }
    false
}

fn names_what_is_not_there(behind: &str) -> bool {
    let listed = behind.trim_start();
    let end = listed.find("\n\n").unwrap_or(listed.len());
    // A table with empty lines between its entries, too, ends where its first title stands again.
    let (entries, rest) = listed.split_at(end);
    let rest = rest.replace(['\n', '\t'], " ");
    entries
        .lines()
        .take(LINES)
        .map(title)
        .filter(|title| title.len() >= SHORTEST)
        .any(|title| !rest.contains(title))
}

/// An entry without its number, its leaders and its page.
fn title(line: &str) -> &str {
    let line = line.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '…' | '|')
    });
    let line = line.trim_start_matches(|c: char| !c.is_alphabetic());
    let numeral = line.find(|c: char| !matches!(c, 'I' | 'V' | 'X'));
    match numeral {
        Some(end) if line[end..].starts_with(['.', '\t']) => line[end + 1..].trim_start(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::lists_more;

    #[test]
    fn a_table_of_contents_may_list_what_was_left_out() {
        let table = "Report\n\nContents\n\nPage\nI. Rivers and lakes ... 2\nII. Boats and ferries ... 4\n\n";
        let whole =
            format!("{table}I. Rivers and lakes\n\nWords.\n\nII. Boats and ferries\n\nWords.\n");
        let part = format!("{table}I. Rivers and lakes\n\nWords. See section II.\n");
        assert!(!lists_more(&whole));
        assert!(lists_more(&part));
        assert!(!lists_more("I. Rivers and lakes\n\nSee section II.\n"));
    }
}
