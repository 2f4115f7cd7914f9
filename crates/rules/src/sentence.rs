//! The beginning of a sentence.

/// `words` with a capital at the beginning.
pub(crate) fn sentence_case(words: &str) -> String {
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(sentence_case("the Convention"), "The Convention");
        assert_eq!(sentence_case("“A/67/299”"), "“A/67/299”");
        assert_eq!(sentence_case(""), "");
    }
}
