//! Entries of lists of abbreviations, which introduce an acronym without a parenthesis.

use std::ops::Range;

/// Whether an acronym heads the line that explains it, as in a list of abbreviations: "**CSO**: civil society
/// organization", "DRM – domestic resource mobilization".
pub(super) fn heads_entry(text: &str, at: &Range<usize>) -> bool {
    /// The longest explanation, in bytes.
    const LONGEST: usize = 120;
    let mut before = text[..at.start].bytes().rev();
    let heads = before
        .find(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii() || *byte == b'\n')
        .is_none_or(|byte| byte == b'\n');
    if !heads {
        return false;
    }
    let behind = text[at.end..].trim_start_matches(['*', '_', '`', ')']);
    let explanation = ["\n:", ":", " –", " —", " - ", "\t", "  "]
        .iter()
        .find_map(|mark| behind.strip_prefix(mark));
    explanation.is_some_and(|explanation| {
        let line = explanation.lines().next().unwrap_or("");
        let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
        line.len() <= LONGEST && words.starts_with(char::is_alphabetic) && words.contains(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::heads_entry;

    #[test]
    fn an_entry_of_a_list_explains_the_acronym_at_its_head() {
        let heads = |line: &str| {
            let at = line.find("CSO").unwrap();
            heads_entry(line, &(at..at + 3))
        };
        for entry in [
            "- **CSO**: civil society organization",
            "CSO – civil society organization",
            "first line\n* CSO - civil society organization\nnext",
            "**CSO**\n: a civil society organization",
            "CSO\tcivil society organization",
        ] {
            assert!(heads(entry), "{entry}");
        }
        for other in [
            "The CSO: civil society at work",
            "CSO members: all of them",
            "CSO: 12 to 15",
            "CSO-led work – a list",
            "– says the CSO – of old",
        ] {
            assert!(!heads(other), "{other}");
        }
        assert!(!heads(&format!("CSO: {}", "a long sentence ".repeat(9))));
    }
}
