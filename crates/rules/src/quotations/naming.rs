//! Which quoted words are no quotation: titles, names, terms, and words proposed for a text. What stands before them
//! tells.

/// Whether quoted words are no quotation by what stands `before` them: a title, a name, a term, or words that are
/// proposed for a text.
pub fn is_no_quotation(before: &str, quoted: &str) -> bool {
    let before = before.trim_end();
    is_named(before) || is_proposed(before) || is_object(before, quoted)
}

/// Words before a quotation that make it a title or a name, not a passage.
const NAMING: [&str; 14] = [
    "entitled",
    "titled",
    "theme",
    "themes",
    "called",
    "named",
    "title",
    "item",
    "project",
    "programme",
    "campaign",
    "motto",
    "slogan",
    "sub-item",
];

/// How many words before "is" may say that a title follows: "the main theme of the Congress shall be".
const FAR: usize = 10;

/// Whether `before` ends with a word that announces a title or a name: "entitled", "the theme of which is", or
/// that makes the quoted words a term: "to refer to".
fn is_named(before: &str) -> bool {
    let before = before.trim_end_matches([',', ':', '*', '_']);
    let words: Vec<&str> = before
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .take(FAR)
        .collect();
    let is_linked = words
        .first()
        .is_some_and(|word| ["be", "is", "was", "being"].contains(word));
    let near = if is_linked { FAR } else { 3 };
    let is_term = matches!(
        words.as_slice(),
        ["to", "refer" | "refers" | "referring" | "referred", ..] | ["as", "known", ..]
    );
    is_term
        || words.iter().take(near).enumerate().any(|(index, word)| {
            // States that are called upon have no name.
            let next = index.checked_sub(1).map_or("", |index| words[index]);
            let is_plea = *word == "called" && ["for", "on", "upon"].contains(&next);
            !is_plea
                && NAMING
                    .iter()
                    .any(|naming| word.eq_ignore_ascii_case(naming))
        })
}

/// Whether `before` ends with words that propose the quoted ones for a text under negotiation: "Suggest:", "should
/// read", "in line 3 delete". What somebody "had to add" is said.
fn is_proposed(before: &str) -> bool {
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

/// Whether the quoted words stand in a sentence as the name of a thing: an article before them, and a capital
/// first. A quoted sentence is announced by other words.
fn is_object(before: &str, quoted: &str) -> bool {
    let mut letters = quoted.chars().skip(1);
    before.ends_with(" the")
        && letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{is_named, is_object, is_proposed};

    #[test]
    fn titles_names_and_terms_are_no_passages() {
        for before in [
            "a report entitled",
            "decides that the main theme of the Congress shall be",
            "asks all platforms to refer to",
            "what is known as",
            "under the theme:",
        ] {
            assert!(is_named(before), "{before}");
        }
        for before in [
            "the Committee said that",
            "it was",
            "what it says is",
            "it called upon States",
            "which called on States to",
            "the Council called for",
        ] {
            assert!(!is_named(before), "{before}");
        }
        assert!(is_object("Endorses the", "“Recommendations to promote"));
        assert!(!is_object("it spoke of the", "“need for more of it”"));
        assert!(!is_object("it says:", "“The States are free”"));
    }

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
        ] {
            assert!(is_proposed(before), "{before}");
        }
        for before in [
            "We suggest that",
            "the Committee read",
            "the article reads",
            "The Chair had something to add:",
            "The Chair agreed, adding:",
            "",
        ] {
            assert!(!is_proposed(before), "{before}");
        }
    }
}
