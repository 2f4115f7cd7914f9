//! The article before words that are put in place of others.

use std::borrow::Cow;

use crate::sentence::sentence_case;

/// How many bytes before words tell which article they need.
pub(crate) const REACH: usize = 40;

/// Where "a" or "an" begins that stands directly before.
pub(crate) fn indefinite(before: &str) -> Option<usize> {
    let trimmed = before.trim_end();
    let at = trimmed
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + 1);
    let is_article = matches!(&trimmed[at..], "a" | "an" | "A" | "An");
    (before.len() > trimmed.len() && is_article).then_some(at)
}

/// `words` behind "a" or "an", with a capital where `article` has one.
pub(crate) fn with_indefinite(article: &str, words: &str) -> String {
    let right = match (article.starts_with('A'), begins_with_vowel(words)) {
        (false, false) => "a",
        (false, true) => "an",
        (true, false) => "A",
        (true, true) => "An",
    };
    format!("{right} {words}")
}

/// Whether the word before already stands for the article.
pub(crate) fn is_behind_determiner(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or("");
    matches!(
        last.to_lowercase().as_str(),
        "the" | "this" | "that" | "its" | "their" | "our" | "each" | "every" | "no"
    )
}

/// Whether a sentence begins behind `before`, which is the beginning of a block or the words right before.
pub(crate) fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end();
    let ends_sentence = before.ends_with(['.', '?', '!']);
    let marks_only = !before.chars().any(char::is_alphabetic) && !before.contains('(');
    ends_sentence || marks_only
}

/// Whether "an" stands before `words`.
pub(crate) fn begins_with_vowel(words: &str) -> bool {
    let begins = |head: &str| {
        let first = words.get(..head.len());
        first.is_some_and(|first| first.eq_ignore_ascii_case(head))
    };
    ["a", "e", "i", "o", "u"].into_iter().any(begins)
        && !["uni", "eu", "one"].into_iter().any(begins)
}

/// What is put in place of `written`, which stands behind `before`, so that `right` has the article that it needs, and how many bytes before
/// `written` it takes. `right` begins with "the" where it needs that in a sentence; `stands_alone` tells that there is none.
pub(crate) fn fitted<'r>(
    before: &str,
    written: &str,
    right: &'r str,
    stands_alone: bool,
) -> (usize, Cow<'r, str>) {
    if let Some(bare) = right.strip_prefix("the ") {
        let words = if stands_alone || is_behind_determiner(before) {
            Cow::Borrowed(bare)
        } else if begins_sentence(before) {
            Cow::Owned(sentence_case(right))
        } else {
            Cow::Borrowed(right)
        };
        return (0, words);
    }
    // "the Czech Republic" is a republic, and "Czechia" a name.
    let is_noun = |words: &str| {
        ["Republic", "Coast"]
            .iter()
            .any(|noun| words.ends_with(noun))
    };
    if is_noun(written) && !is_noun(right) {
        let article = ["the ", "The "]
            .iter()
            .find(|article| before.ends_with(**article));
        return (
            article.map_or(0, |article| article.len()),
            Cow::Borrowed(right),
        );
    }
    let has_other_sound = begins_with_vowel(written) != begins_with_vowel(right);
    match indefinite(before).filter(|_| has_other_sound) {
        Some(at) => (
            before.len() - at,
            Cow::Owned(with_indefinite(&before[at..], right)),
        ),
        None => (0, Cow::Borrowed(right)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_and_capitals_fit_the_words_behind_them() {
        assert_eq!(indefinite("as an "), Some(3));
        assert_eq!(indefinite("the "), None);
        assert!(begins_with_vowel("international"));
        assert!(!begins_with_vowel("United Nations"));
        assert!(begins_sentence("States. "));
        assert!(begins_sentence("- "));
        assert!(!begins_sentence("support of "));
        assert!(is_behind_determiner("report of the "));
    }

    #[test]
    fn words_in_place_of_others_have_their_article() {
        let fitted = |before: &str, written: &str, right: &str| {
            let (taken, words) = fitted(before, written, right, false);
            format!("{}{words}", &before[..before.len() - taken])
        };
        assert_eq!(
            fitted("It was an ", "illegal alien", "migrant"),
            "It was a migrant"
        );
        assert_eq!(fitted("An ", "illegal alien", "migrant"), "A migrant");
        assert_eq!(fitted("a ", "percent", "per cent"), "a per cent");
        let republic = |before| fitted(before, "Moldova", "the Republic of Moldova");
        assert_eq!(republic("held in "), "held in the Republic of Moldova");
        assert_eq!(republic("the "), "the Republic of Moldova");
        assert_eq!(republic("It ended. "), "It ended. The Republic of Moldova");
        assert_eq!(fitted("in the ", "Czech Republic", "Czechia"), "in Czechia");
        let alone = super::fitted("- ", "Moldova", "the Republic of Moldova", true);
        assert_eq!(alone, (0, "Republic of Moldova".into()));
    }
}
