//! Whose words a part of a draft is: a line of its own that names a body, as an enacting line does, or as the
//! heading of its report.
//!
//! A file may hold the texts of several bodies; what "its" means there, the nearest such line says.

use citation::Body;

/// No such line is longer, in bytes.
const LONGEST: usize = 160;

/// The bodies whose words follow in the block `text`, each with the byte behind its line, in their order.
pub(super) fn of(text: &str) -> Vec<(usize, Body)> {
    let mut voices = Vec::new();
    let mut lines = text.split_inclusive('\n').peekable();
    let mut end = 0;
    while let Some(line) = lines.next() {
        end += line.len();
        let bare = line.trim().trim_matches(['*', '_', '#']).trim();
        if bare.len() > LONGEST || !bare.starts_with(char::is_uppercase) {
            continue;
        }
        let next = lines.peek().map_or("", |next| next.trim());
        let enacts = bare
            .strip_suffix([',', ':'])
            .map(|name| name.trim_end_matches(['*', '_']))
            .filter(|name| name.starts_with("The ") && !goes_on(next));
        let name = enacts.or_else(|| heads_report(next).then_some(bare));
        let named = name.and_then(Body::named).filter(Body::adopts);
        // The mastheads of documents of several organs name them one below the other.
        if let Some(body) = named.filter(|body| enacts.is_some() || !body.has_symbols()) {
            voices.push((end, body));
        }
    }
    voices
}

/// Whether the line below goes on with the sentence, which a page has broken behind a comma.
fn goes_on(next: &str) -> bool {
    next.starts_with(char::is_lowercase)
}

/// Whether the line below the name of a body says that its report or the texts of its session follow.
fn heads_report(next: &str) -> bool {
    let report = ["Report on", "Report of"];
    report.iter().any(|words| next.starts_with(words)) || is_session(next)
}

/// Whether a line of a masthead names a session in words: "First regular session 2023", "Sixty-eighth session".
fn is_session(line: &str) -> bool {
    let opens = line.starts_with(|c: char| c.is_ascii_uppercase());
    let mut words = line.split_whitespace();
    opens && line.len() <= SESSION && words.any(|word| word.trim_end_matches(',') == "session")
}

/// The longest such line, in bytes.
const SESSION: usize = 48;

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        of(text)
            .into_iter()
            .map(|(_, body)| body.to_string())
            .collect()
    }

    #[test]
    fn enacting_lines_and_headings_of_reports_speak() {
        for (text, expected) in [
            ("The General Assembly,", "General Assembly"),
            (
                "*The Commission on Narcotic Drugs,*\nRecalling its resolution 45/14,",
                "Commission on Narcotic Drugs",
            ),
            ("The Statistical Commission:", "Statistical Commission"),
            (
                "Commission on the Status of Women\nReport on the sixty-eighth session\n",
                "Commission on the Status of Women",
            ),
            ("**The Human Rights Council**,", "Human Rights Council"),
            (
                "Commission on the Status of Women\nSixty-eighth session\n",
                "Commission on the Status of Women",
            ),
        ] {
            assert_eq!(named(text), [expected], "{text}");
        }
    }

    #[test]
    fn other_lines_do_not() {
        for text in [
            "The General Assembly",
            "adopted by the\nCommission on Narcotic Drugs,\n",
            "The Commission on Narcotic Drugs,\nat its session, adopted",
            "The Commission,",
            "Economic and Social Council\n2024 session\n",
            "General Assembly\nSeventy-ninth session\n",
            "Recalling the decisions of the General Assembly,",
            "The Secretary-General,",
            "Board of Auditors\nReport on the accounts\n",
        ] {
            assert_eq!(named(text), [] as [&str; 0], "{text}");
        }
    }
}
