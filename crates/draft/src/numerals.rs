//! Ordinal sessions as mastheads print them.

/// The session that a line such as "Sixty-seventh session" names, up to the ninety-ninth.
pub fn ordinal_session(line: &str) -> Option<u16> {
    let word = line
        .strip_suffix(" session")
        .or_else(|| line.strip_suffix(" Session"))?;
    citation::ordinal(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_are_read_from_words() {
        let cases = [
            ("Sixty-seventh session", Some(67)),
            ("Eightieth session", Some(80)),
            ("Eighty-first session", Some(81)),
            ("Twelfth session", Some(12)),
            ("Tenth emergency special session", None),
            ("Sixty-tenth session", None),
        ];
        for (line, session) in cases {
            assert_eq!(ordinal_session(line), session, "{line}");
        }
    }
}
