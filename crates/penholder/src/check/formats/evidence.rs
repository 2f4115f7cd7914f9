//! Where the evidence of a finding stands in its file, in bytes of the file as stored.

use std::ops::Range;
use std::path::Path;

use report::Stored;
use rules::Related;
use workspace::is_text_source;

use super::super::input::Input;

/// The byte order mark of UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The bytes of a piece of evidence; `None` in a source whose bytes are not those of its text: a Word file, a web page,
/// a text in another encoding.
pub(super) fn bytes_of(input: &Input, related: &Related) -> Option<Range<usize>> {
    let Range { start, end } = related.range;
    let Some(path) = &related.path else {
        return Some(input.stored.offset(start)..input.stored.offset(end));
    };
    let before = before_text(path)?;
    Some(before + start..before + end)
}

/// How many bytes stand before the text of a source.
fn before_text(path: &Path) -> Option<usize> {
    if !is_text_source(path) {
        return None;
    }
    let bytes = std::fs::read(path).ok()?;
    std::str::from_utf8(&bytes).ok()?;
    Some(if bytes.starts_with(MARK) {
        MARK.len()
    } else {
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_in_utf_8_has_the_bytes_of_its_text() {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes, before) in [
            ("a.md", &b"1. One."[..], Some(0)),
            ("b.TXT", b"\xef\xbb\xbf1. One.", Some(3)),
            ("c.txt", b"\xff\xfe1\0.\0", None),
            ("d.txt", b"Caf\xe9", None),
            ("e.docx", b"PK", None),
            ("f", b"1. One.", None),
        ] {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(before_text(&path), before, "{name}");
        }
    }
}
