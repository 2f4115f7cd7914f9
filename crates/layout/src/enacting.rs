//! The line in which the organ speaks, above the first paragraph of its resolution.

/// Longest enacting line, in bytes.
const LONGEST: usize = 100;

/// "The General Assembly,": the words with which a resolution begins.
pub fn is_enacting(line: &str) -> bool {
    let line = line.trim_matches(|c: char| matches!(c, '*' | '_') || c.is_whitespace());
    let opens = line.starts_with("The ") && line.ends_with(',') && line.len() < LONGEST;
    // Where but one act follows, the comma is left out.
    opens
        || [
            "The General Assembly",
            "The Security Council",
            "The Human Rights Council",
        ]
        .contains(&line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organ_speaks_with_or_without_marks_of_emphasis() {
        for line in [
            "The General Assembly, ",
            "*The Economic and Social Council*,",
            "**The Human Rights Council,**",
            "The Security Council",
        ] {
            assert!(is_enacting(line), "{line}");
        }
        for line in ["The Committee", "Recalling its resolution,", "The sea.", ""] {
            assert!(!is_enacting(line), "{line}");
        }
    }
}
