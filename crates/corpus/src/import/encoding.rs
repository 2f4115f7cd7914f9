//! Bytes that are text in one of many encodings, as UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How many bytes from the beginning may say which encoding the rest has.
const HEAD: usize = 2048;

/// The text of `bytes`, and whether some of its characters could not be read.
pub(crate) fn text(bytes: &[u8]) -> (String, bool) {
    let encoding = marked(bytes).or_else(|| declared(bytes));
    if encoding.is_none_or(|encoding| encoding == UTF_8)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return (text.trim_start_matches('\u{feff}').to_owned(), false);
    }
    let encoding = encoding
        .filter(|encoding| *encoding != UTF_8)
        .unwrap_or_else(|| guess(bytes));
    let (text, _, replaced) = encoding.decode(bytes);
    (text.into_owned(), replaced)
}

/// What a byte order mark says.
fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(encoding, _)| encoding)
}

/// What `<?xml encoding="…"?>` or `<meta charset=…>` says.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_ascii_lowercase();
    let after = ["encoding=", "charset="]
        .iter()
        .find_map(|word| head.find(word).map(|at| &head[at + word.len()..]))?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    let end = label
        .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))
        .unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

/// What the bytes look like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // A short text in a Western encoding gives no hint; this one has every character of the others.
    if guessed == UTF_8 {
        WINDOWS_1252
    } else {
        guessed
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_declared_marked_or_guessed_is_read() {
        let utf16: Vec<u8> = "\u{feff}Résolution"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for (bytes, text) in [
            ("Résolution".as_bytes(), "Résolution"),
            (b"\xEF\xBB\xBFR\xC3\xA9solution", "Résolution"),
            (
                b"L'Assembl\xE9e g\xE9n\xE9rale, r\xE9affirmant ses r\xE9solutions ant\xE9rieures",
                "L'Assemblée générale, réaffirmant ses résolutions antérieures",
            ),
            (&utf16, "Résolution"),
            (
                b"<meta charset=windows-1252>\x93R\xE9solution\x94",
                "<meta charset=windows-1252>\u{201c}Résolution\u{201d}",
            ),
            (b"<meta charset=utf-8>R\xC3\xA9", "<meta charset=utf-8>Ré"),
        ] {
            assert_eq!(super::text(bytes), (text.to_owned(), false));
        }
        // Russian in windows-1251.
        let russian = b"\xC3\xE5\xED\xE5\xF0\xE0\xEB\xFC\xED\xE0\xFF \xC0\xF1\xF1\xE0\xEC\xE1\xEB\xE5\xFF, \xF1\xF1\xFB\xEB\xE0\xFF\xF1\xFC \xED\xE0 \xF1\xE2\xEE\xE8 \xF0\xE5\xE7\xEE\xEB\xFE\xF6\xE8\xE8";
        assert!(super::text(russian).0.starts_with("Генеральная Ассамблея"));
    }
}
