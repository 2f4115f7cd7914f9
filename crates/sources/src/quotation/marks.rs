//! What a quotation marks as its own: ellipses, brackets, *[sic]*.

use std::ops::Range;

use super::Edit;

/// Ellipses and brackets in a quotation, in order.
pub(super) fn marks(text: &str) -> Vec<(Edit, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(next) = rest.find(['[', '\u{2026}', '.']) else {
            break;
        };
        let start = at + next;
        let rest = &text[start..];
        if let Some(inside) = rest.strip_prefix('[')
            && let Some(close) = inside.find(']').filter(|close| *close < 200)
        {
            let end = start + close + 2;
            found.push((bracket(&inside[..close]), start..end));
            at = end;
            continue;
        }
        let dots = rest
            .bytes()
            .take_while(|byte| *byte == b'.' || *byte == b' ')
            .count();
        let count = rest[..dots].bytes().filter(|byte| *byte == b'.').count();
        if rest.starts_with('\u{2026}') {
            found.push((Edit::Ellipsis, start..start + '\u{2026}'.len_utf8()));
            at = start + '\u{2026}'.len_utf8();
        } else if count >= 3 {
            found.push((Edit::Ellipsis, start..start + dots));
            at = start + dots;
        } else {
            at = start + 1;
        }
    }
    found
}

fn bracket(inside: &str) -> Edit {
    let inside = inside.trim().trim_matches(['*', '_']);
    if inside.eq_ignore_ascii_case("sic") {
        Edit::Sic
    } else if !inside.is_empty() && inside.chars().all(|c| matches!(c, '.' | '\u{2026}' | ' ')) {
        Edit::Ellipsis
    } else {
        Edit::Brackets
    }
}
