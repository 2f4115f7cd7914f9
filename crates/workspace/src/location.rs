//! Where a text lives: one key for every way a client may spell the same address.
//!
//! `file:///C:/a b`, `file:///c%3A/a%20b` and `file:///c:/x/../a%20b` are one place. Anything that is not
//! a file (`untitled:Untitled-1`) is kept letter for letter. No file is looked at: a link and its target
//! are two places.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

/// Where a text lives. Equal for every spelling of the same place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// A file, by its absolute path without `.` and `..`.
    File(PathBuf),
    /// A text without a file, by its address.
    Elsewhere(Box<str>),
}

impl Location {
    /// The place a client's address names.
    pub fn of_uri(uri: &str) -> Self {
        let Some(rest) = strip_scheme(uri, "file:") else {
            return Self::Elsewhere(uri.into());
        };
        let path = match rest.strip_prefix("//") {
            Some(after) => match after.find('/') {
                Some(0) => after.to_owned(),
                Some(slash) if after[..slash].eq_ignore_ascii_case("localhost") => {
                    after[slash..].to_owned()
                }
                _ => format!("//{after}"),
            },
            None => rest.to_owned(),
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        Self::File(normalised(&without_slash_before_drive(&percent_decoded(
            path,
        ))))
    }

    /// The place of a file; a relative path counts from the current folder.
    pub fn of_path(path: &Path) -> Self {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        Self::File(normalised(&absolute.to_string_lossy()))
    }

    /// The file, where it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Elsewhere(_) => None,
        }
    }

    /// An address for it, every character outside the unreserved ones escaped.
    pub fn to_uri(&self) -> String {
        match self {
            Self::File(path) => {
                let path = path.to_string_lossy().replace('\\', "/");
                let mut uri = String::from(if path.starts_with("//") {
                    "file:"
                } else if path.starts_with('/') {
                    "file://"
                } else {
                    "file:///"
                });
                escape_into(&mut uri, &path, |byte| {
                    byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte)
                });
                uri
            }
            Self::Elsewhere(uri) => uri.to_string(),
        }
    }

    /// `uri` with the characters escaped that no address may hold (spaces, non-ASCII letters, brackets);
    /// whatever is well-formed stays as it is.
    pub fn escaped(uri: &str) -> String {
        let mut out = String::with_capacity(uri.len() + 16);
        escape_into(&mut out, uri, |byte| {
            byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte)
        });
        out
    }
}

fn strip_scheme<'a>(uri: &'a str, scheme: &str) -> Option<&'a str> {
    let head = uri.get(..scheme.len())?;
    head.eq_ignore_ascii_case(scheme)
        .then(|| &uri[scheme.len()..])
}

fn escape_into(out: &mut String, text: &str, plain: impl Fn(u8) -> bool) {
    for byte in text.bytes() {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// Undoes `%20`. A broken escape stays as it is, and bytes that are no text become the replacement mark.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escape = (bytes[at] == b'%')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten()
            .filter(|digits| digits.iter().all(u8::is_ascii_hexdigit))
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        out.push(escape.unwrap_or(bytes[at]));
        at += if escape.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// `/C:/a` is `C:/a`, with a capital drive letter.
fn without_slash_before_drive(path: &str) -> String {
    match path.as_bytes() {
        [b'/', drive, b':', ..] if drive.is_ascii_alphabetic() => path[1..].to_owned(),
        _ => path.to_owned(),
    }
}

fn normalised(path: &str) -> PathBuf {
    let mut text = path.to_owned();
    if let [drive, b':', ..] = text.as_bytes()
        && drive.is_ascii_lowercase()
    {
        let capital = drive.to_ascii_uppercase();
        text.replace_range(..1, &char::from(capital).to_string());
    }
    let mut out = PathBuf::new();
    for part in Path::new(&text).components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                if matches!(out.components().next_back(), Some(Component::Normal(_))) {
                    out.pop();
                }
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_file_are_one_place() {
        let plain = Location::of_uri("file:///home/a%20b/d%C3%A9but.md");
        for other in [
            "file:///home/a b/début.md",
            "FILE:///home/a%20b/d%c3%a9but.md",
            "file://localhost/home/a%20b/d%C3%A9but.md",
            "file:///home/x/../a%20b/./d%C3%A9but.md",
            "file:/home/a%20b/d%C3%A9but.md",
        ] {
            assert_eq!(Location::of_uri(other), plain, "{other}");
        }
        assert_eq!(plain.path(), Some(Path::new("/home/a b/début.md")));
    }

    #[test]
    fn drive_letters_are_one_place_however_written() {
        let plain = Location::of_uri("file:///C:/a/b.md");
        assert_eq!(Location::of_uri("file:///c%3A/a/b.md"), plain);
        assert_eq!(Location::of_uri("file:///c:/a/b.md"), plain);
    }

    #[test]
    fn addresses_round_trip() {
        for uri in [
            "file:///home/a%20b/d%C3%A9but.md",
            "file:///x/%5Bdraft%5D%20%23%25.md",
            "untitled:Untitled-1",
            "vscode-notebook-cell:/a#W0",
        ] {
            assert_eq!(Location::of_uri(uri).to_uri(), uri);
        }
    }

    #[test]
    fn broken_escapes_are_kept() {
        let broken = Location::of_uri("file:///a%zz%+1%2");
        assert_eq!(broken.path(), Some(Path::new("/a%zz%+1%2")));
    }

    #[test]
    fn escaping_touches_only_what_no_address_may_hold() {
        assert_eq!(
            Location::escaped("file:///a b/é%20.md"),
            "file:///a%20b/%C3%A9%20.md"
        );
    }
}
