//! Tables, figures and annexes of works that a sentence names: "the World Migration Report 2024 is clear: figure 12 shows
//! the rise", "see table 9 (World Migration Report 2024)".

/// How far before a place its work is looked for, in bytes.
const REACH: usize = 400;

/// Whether a work named in the same sentence may be the one that a place is in, by the text `before` the place and the
/// text `behind` it.
pub(super) fn names_work(before: &str, behind: &str) -> bool {
    let sentence = &before[citation::sentences::start(before, before.len(), REACH)..];
    let inside = behind[..behind.floor_char_boundary(REACH)]
        .strip_prefix(" (")
        .and_then(|inside| inside.split_once(')'));
    has_dated_title(sentence) || inside.is_some_and(|(inside, _)| has_dated_title(inside))
}

/// Whether a text has a title with its year, as publications have: two capitalized words before the year or more.
/// "12 May 2024" is a day.
fn has_dated_title(text: &str) -> bool {
    let mut capitals = 0;
    text.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let is_year = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
        let is_dated = is_year && capitals > 1 && matches!(bare.as_bytes()[0], b'1' | b'2');
        let is_small = bare.is_empty() || ["of", "on", "and", "the", "for", "in"].contains(&bare);
        if bare.starts_with(char::is_uppercase) {
            capitals += 1;
        } else if !is_small {
            capitals = 0;
        }
        is_dated
    })
}

/// Whether places between which only `between` stands are parts of one list: "table 2 and figure 3". What a sentence says
/// of another annex is no list, but annexes of others come together: "annex 9 to the Convention; see also annex 17".
pub(super) fn go_together(between: &str, is_annex: bool) -> bool {
    let words = between.trim_matches([' ', '\n', ',']);
    matches!(words, "and" | "or" | "")
        || is_annex && !between.contains(". ") && !between.contains('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_with_its_year_names_a_work() {
        for (before, behind) in [
            ("The World Migration Report 2024 is clear: ", ", and more"),
            ("The World Migration Report 2024 (vol. 2) is clear: ", ""),
            ("The World Migration Report 2024, vol. II, says so; as ", ""),
            ("See ", " (World Migration Report 2024)."),
            ("In “Trends in Migration” (UNHCR, Global Trends 2023), ", ""),
        ] {
            assert!(names_work(before, behind), "{before}");
        }
        for (before, behind) in [
            ("In 2024 the States met. As ", " shows"),
            ("The Council met in May 2024, as ", " shows"),
            ("The Global Compact grew; ", " (in thousands) shows how"),
            ("The Global Trends 2023 are known. ", " shows"),
        ] {
            assert!(!names_work(before, behind), "{before}");
        }
    }
}
