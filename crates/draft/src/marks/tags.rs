//! What stands in angle brackets: an address, a tag of HTML, and code between two of them.

/// Longest tag, in bytes.
const LONGEST: usize = 2_000;

/// Elements whose content is code, or is printed as it stands.
const CODE: [&str; 8] = [
    "code", "pre", "kbd", "samp", "tt", "script", "style", "textarea",
];

/// The address in `<address>` at the beginning of `text`.
pub(super) fn address(text: &str) -> Option<&str> {
    let limit = text.len().min(LONGEST);
    let length = memchr::memchr2(b'>', b'\n', &text.as_bytes()[..limit])?;
    let inner = text.get(1..length)?;
    let is_address = inner.contains("://") || inner.starts_with("mailto:") || inner.contains('@');
    (is_address && text[length..].starts_with('>') && !inner.contains([' ', '<', '"']))
        .then_some(inner)
}

/// Length of the tag at the beginning of `text`. What stands in quotation marks does not end it.
pub(super) fn tag(text: &str) -> Option<usize> {
    name(text)?;
    let mut quoted = None;
    for (at, byte) in text.bytes().enumerate().skip(1).take(LONGEST) {
        match (quoted, byte) {
            (Some(mark), byte) => quoted = (byte != mark).then_some(mark),
            (None, b'>') => return Some(at + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') if text.as_bytes()[at - 1] == b'=' => quoted = Some(byte),
            (None, _) => {}
        }
    }
    None
}

/// Length of an element at the beginning of `text` whose content is code, up to the end of `text` where nothing
/// closes it.
pub(super) fn code(text: &str) -> Option<usize> {
    let name = name(text)?.to_ascii_lowercase();
    if text.starts_with("</") || !CODE.contains(&name.as_str()) {
        return None;
    }
    let opening = tag(text)?;
    let mut at = opening;
    while let Some(found) = memchr::memmem::find(&text.as_bytes()[at..], b"</") {
        at += found;
        let is_closing = text[at + 2..]
            .get(..name.len())
            .is_some_and(|closing| closing.eq_ignore_ascii_case(&name));
        if is_closing && let Some(length) = tag(&text[at..]) {
            return Some(at + length);
        }
        at += 2;
    }
    Some(text.len())
}

/// The name in `<name …>` or `</name>`.
fn name(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('<')?;
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let length = inner.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
    let ends = matches!(
        inner.as_bytes()[length],
        b' ' | b'\t' | b'\n' | b'\r' | b'/' | b'>' | b':'
    );
    (ends && inner.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(&inner[..length])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, length: impl Fn(&str) -> Option<usize>, expected: Option<&str>) {
        let rest = length(text).map(|length| &text[length..]);
        assert_eq!(rest, expected, "{text:?}");
    }

    #[test]
    fn a_tag_ends_outside_quotation_marks() {
        check("<b>x", tag, Some("x"));
        check("</span>x", tag, Some("x"));
        check("<a title=\"1 > 2\" b='\">'>x", tag, Some("x"));
        check("<a\nb>x", tag, Some("x"));
        for text in ["<5 and 6>", "< b>", "<a <b>", "<a", "<é>", "<a title=\"b>"] {
            check(text, tag, None);
        }
    }

    #[test]
    fn an_element_of_code_ends_with_its_own_tag() {
        check("<code>a <b>c</b></CODE > d", code, Some(" d"));
        check("<pre>a</code></pre>d", code, Some("d"));
        check("<script src='x'>a", code, Some(""));
        for text in ["<b>a</b>", "</code>a", "<codes>a</codes>"] {
            check(text, code, None);
        }
    }

    #[test]
    fn an_address_has_no_white_space() {
        assert_eq!(address("<http://a.b/c> d"), Some("http://a.b/c"));
        assert_eq!(address("<x@y.org>"), Some("x@y.org"));
        assert_eq!(address("<a href=\"http://a.b\">"), None);
        assert_eq!(address("<b>"), None);
    }
}
