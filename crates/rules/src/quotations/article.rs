//! The article, rule or principle that the words before a quotation say it is from.

/// Whether the words that lead up to a quotation name the article, rule or principle that it is from, of whatever text:
/// one that says something ("Article 2 TEU states that"), or one that opens the clause ("Under rule 7").
pub(super) fn names_article(before: &str) -> bool {
    const PLACES: [&str; 9] = [
        "article",
        "articles",
        "art",
        "arts",
        "guideline",
        "principle",
        "rule",
        "section",
        "standard",
    ];
    const SAYING: [&str; 10] = [
        "state",
        "states",
        "provide",
        "provides",
        "read",
        "reads",
        "say",
        "says",
        "stipulate",
        "stipulates",
    ];
    const OPENING: [&str; 8] = [
        "under",
        "in",
        "per",
        "according",
        "to",
        "pursuant",
        "the",
        "as",
    ];
    let is_one_of =
        |list: &[&str], word: &str| list.iter().any(|one| word.eq_ignore_ascii_case(one));
    before.split([',', ';', ':']).any(|clause| {
        let words: Vec<&str> = clause
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        let place = words.windows(2).position(|pair| {
            is_one_of(&PLACES, pair[0]) && pair[1].starts_with(|c: char| c.is_ascii_digit())
        });
        place.is_some_and(|place| {
            let (leading, rest) = words.split_at(place);
            leading.iter().all(|word| is_one_of(&OPENING, word))
                || rest.iter().any(|word| is_one_of(&SAYING, word))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::names_article;

    #[test]
    fn an_article_of_any_text_is_a_source() {
        assert!(names_article("Article 2(1) TEU states that "));
        assert!(names_article("under rule 7 of its Rules of Procedure, "));
        assert!(!names_article("in an article of 2019 it says that "));
        assert!(!names_article("as paragraph 5 has it, "));
        assert!(!names_article(
            "the Chair, who had met them under section 3, said that "
        ));
        assert!(!names_article(
            "States that meet standard 4 were told that "
        ));
    }
}
