//! Words that are proposed for a text: what stands before a quotation says so.

/// Whether `before` ends with words that propose the quoted ones for a text under negotiation: "Suggest:", "should
/// read", "in line 3 delete", "inserting the following text". What somebody "had to add" is said.
pub(super) fn is_proposed(before: &str) -> bool {
    is_ordered(before) || is_wording(before)
}

fn is_ordered(before: &str) -> bool {
    const PROPOSING: [&str; 6] = [
        "propose",
        "proposes",
        "proposing",
        "suggest",
        "suggests",
        "suggesting",
    ];
    const CHANGING: [&str; 6] = ["add", "adding", "delete", "deleting", "insert", "inserting"];
    const WISHING: [&str; 5] = ["could", "might", "must", "should", "to"];
    let is_one_of =
        |list: &[&str], word: &str| list.iter().any(|one| word.eq_ignore_ascii_case(one));
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let clause = before.rsplit(['.', ';', ':', '(']).next().unwrap_or(before);
    let mut words = clause
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .rev();
    let (last, wish) = (words.next().unwrap_or(""), words.next());
    if last == "read" {
        return wish.is_some_and(|wish| is_one_of(&WISHING, wish));
    }
    if !is_one_of(&CHANGING, last) {
        // "We suggest that “…”" says what somebody thinks.
        return is_one_of(&PROPOSING, last);
    }
    // An order opens its clause; "adding" may open one that tells what was said.
    let is_order = !last.ends_with("ing") && wish.is_none_or(|word| is_one_of(&["please"], word));
    // The stop of "para. 5" ends no clause.
    let sentence = before.rsplit([';', ':', '(']).next().unwrap_or(before);
    is_order || wish.is_some_and(|word| is_one_of(&PROPOSING, word)) || names_line(sentence)
}

/// Whether the clause speaks of wording that is not there yet: "propose the following wording", "New OP5 bis", "replacing
/// it with", "be reworded as". "The Committee recommended in paragraph 3" tells what a text says.
fn is_wording(before: &str) -> bool {
    const WORDING: [&str; 11] = [
        "clause",
        "commitment",
        "formulation",
        "language",
        "paragraph",
        "phrase",
        "provision",
        "sentence",
        "text",
        "wording",
        "words",
    ];
    const PUTTING: [&str; 7] = [
        "add",
        "adding",
        "include",
        "including",
        "insert",
        "inserting",
        "inserted",
    ];
    const NEW: [&str; 6] = [
        "additional",
        "alternative",
        "following",
        "new",
        "proposed",
        "suggested",
    ];
    const MENDING: [&str; 4] = ["replac", "substitut", "chang", "amend"];
    const REWORDING: [&str; 4] = ["redraft", "reformulat", "rephras", "reword"];
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
    let sentence = before.rsplit(['.', ';', ':', '(']).next().unwrap_or(before);
    let words: Vec<String> = sentence
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&&**word));
    let begins = |list: &[&str]| {
        words
            .iter()
            .any(|word| list.iter().any(|stem| word.starts_with(stem)))
    };
    let first = words.first().map_or("", String::as_str);
    let last = words.last().map_or("", String::as_str);
    match last {
        "with" | "by" => return begins(&MENDING) && !has(&["was", "were"]),
        "as" => return begins(&REWORDING),
        "reading" => return has(&NEW),
        "that" | "said" | "says" | "stated" | "states" => return false,
        _ => {}
    }
    // "to include the following", never "the goals include the following".
    let is_put = words.iter().enumerate().any(|(index, word)| {
        let is_plain = matches!(&**word, "add" | "include" | "insert");
        let before = index
            .checked_sub(1)
            .map_or("please", |before| &*words[before]);
        PUTTING.contains(&&**word)
            && (!is_plain || ["could", "please", "should", "to"].contains(&before))
    });
    let is_idea = begins(&["propos", "suggest"]) || begins(&["recommend"]) && is_put;
    let is_headed = NEW.contains(&first) && first != "following";
    has(&WORDING) && has(&NEW) && (is_put || is_idea)
        || is_headed && words.len() <= 5 && (has(&WORDING) || names_line(sentence))
}

/// Whether a clause names the place of a text by its number: "line 3", "para. 5", "OP2", "article 3".
pub(super) fn names_line(clause: &str) -> bool {
    const PLACES: [&str; 13] = [
        "art",
        "article",
        "articles",
        "arts",
        "line",
        "lines",
        "page",
        "para",
        "paras",
        "paragraph",
        "paragraphs",
        "op",
        "pp",
    ];
    let mut words = clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    std::iter::from_fn(|| Some((words.next()?, words.peek().copied()))).any(|(word, next)| {
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_numbered = bare.len() < word.len()
            || next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        is_numbered && PLACES.iter().any(|place| bare.eq_ignore_ascii_case(place))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_proposed_for_a_text_are_no_passages() {
        for before in [
            "Suggest:",
            "it should read",
            "and in line 3 delete",
            "We propose",
            "Add:",
            "The text is long. Please insert",
            "We suggest adding",
            "After OP2 add",
            "In para. 5 the text after this may go: delete",
            "We are to look at para. 5 and insert",
            "UNHCR recommends inserting the following text:",
            "We propose the following wording for article 9:",
            "Proposed wording:",
            "Suggested language:",
            "We suggest replacing the second sentence with",
            "The second sentence may be reworded as",
            "They proposed a new paragraph, reading",
            "New OP5 bis:",
            "We ask to include the following commitment in the declaration:",
        ] {
            assert!(is_proposed(before), "{before}");
        }
        for before in [
            "We suggest that",
            "the Committee read",
            "the article reads",
            "The Chair had something to add:",
            "The Chair agreed, adding:",
            "The Committee recommended in paragraph 3:",
            "The goals include the following commitment:",
            "It suggested in a new paragraph that",
            "The text was replaced by",
            "New York:",
            "",
        ] {
            assert!(!is_proposed(before), "{before}");
        }
    }
}
