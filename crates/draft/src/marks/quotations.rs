//! Words between quotation marks.

use std::ops::Range;

/// Quotations in order, quotation marks included. Marks inside another pair are not a quotation of
/// their own; a mark without a partner is ignored.
pub(crate) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    // The first bytes of the marks: an ASCII one, C2 for guillemets, E2 for the others.
    for index in memchr::memchr3_iter(b'"', 0xc2, 0xe2, text.as_bytes()) {
        let Some(mark) = text[index..].chars().next().filter(|c| is_mark(*c)) else {
            continue;
        };
        let end = index + mark.len_utf8();
        match open {
            None if opens(text, index, mark) => open = Some((closing(mark), index)),
            Some((wanted, start)) if mark == wanted => {
                found.push(start..end);
                open = None;
            }
            // A second opening mark of the same kind begins the next paragraph of a quotation.
            _ => {}
        }
    }
    found
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn closing(mark: char) -> char {
    match mark {
        '“' => '”',
        '„' => '“',
        '«' => '»',
        other => other,
    }
}

fn opens(text: &str, index: usize, mark: char) -> bool {
    match mark {
        '“' | '„' | '«' => true,
        '"' => text[..index]
            .chars()
            .next_back()
            .is_none_or(|before| !before.is_alphanumeric()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(text: &str) -> Vec<&str> {
        find(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn pairs_of_marks_make_a_quotation() {
        assert_eq!(
            quoted("entitled “The future” and \"Buy\"."),
            ["“The future”", "\"Buy\""]
        );
        assert_eq!(
            quoted("« Notre avenir » et „so“"),
            ["« Notre avenir »", "„so“"]
        );
        assert_eq!(quoted("a 12\" pipe and “no end"), [""; 0]);
    }
}
