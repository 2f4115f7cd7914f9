//! Whom or what the words around a quotation name as its source, whatever it is: a text by its kind, a person or body by
//! name, somebody who says it. Quoted words are no part of what is read here.

use std::ops::Range;

use citation::is_raised_figure;

/// How a quotation is attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Attribution {
    /// To nobody and nothing: "it has been said that".
    Missing,
    /// To a person or a body, whose words have no place: "the Committee noted that".
    Speaker,
    /// To a text, a note or an address.
    Text,
}

/// Kinds of texts, in the singular.
const TEXTS: [&str; 55] = [
    "act",
    "address",
    "agenda",
    "agreement",
    "announcement",
    "book",
    "brief",
    "charter",
    "code",
    "comment",
    "communiqué",
    "compact",
    "constitution",
    "convention",
    "covenant",
    "decision",
    "declaration",
    "decree",
    "directive",
    "framework",
    "guidance",
    "guideline",
    "handbook",
    "interview",
    "judgement",
    "judgment",
    "law",
    "letter",
    "manual",
    "memorandum",
    "message",
    "motto",
    "notice",
    "objective",
    "opinion",
    "pact",
    "paper",
    "petition",
    "proclamation",
    "protocol",
    "question",
    "questionnaire",
    "recommendation",
    "regulation",
    "report",
    "resolution",
    "review",
    "ruling",
    "speech",
    "statement",
    "statute",
    "study",
    "submission",
    "survey",
    "treaty",
];

/// Verbs whose subject has said something.
const SAYING: [&str; 62] = [
    "added",
    "adds",
    "affirmed",
    "affirms",
    "argue",
    "argued",
    "argues",
    "asked",
    "asks",
    "called",
    "calls",
    "cautioned",
    "cautions",
    "claimed",
    "claims",
    "concluded",
    "concludes",
    "declared",
    "declares",
    "described",
    "describes",
    "emphasized",
    "emphasizes",
    "explained",
    "explains",
    "expressed",
    "insisted",
    "insists",
    "noted",
    "notes",
    "observed",
    "observes",
    "provided",
    "provides",
    "put",
    "read",
    "reads",
    "recalled",
    "recalls",
    "remembered",
    "remembers",
    "replied",
    "replies",
    "reported",
    "reports",
    "said",
    "say",
    "says",
    "state",
    "stated",
    "states",
    "stipulates",
    "stressed",
    "stresses",
    "testified",
    "told",
    "urged",
    "urges",
    "warned",
    "warns",
    "writes",
    "wrote",
];

/// Forms of "to be", behind which a verb has no speaker.
const BEING: [&str; 8] = ["am", "are", "be", "been", "being", "is", "was", "were"];

/// Words with a capital that name nobody.
const UNNAMED: [&str; 12] = [
    "Governments",
    "Government",
    "I",
    "It",
    "Member",
    "Members",
    "No",
    "Nos",
    "Parties",
    "Party",
    "State",
    "States",
];

/// What the words before a quotation and behind it, without quoted ones, name as its source.
pub(super) fn of(before: &str, behind: &str) -> Attribution {
    let marked = behind.trim_start_matches(|c: char| c.is_whitespace() || ".,;:".contains(c));
    if [before, behind]
        .iter()
        .any(|words| has_address(words) || names_text(words))
        || has_year_in_parentheses(before)
        || is_note(marked)
    {
        return Attribution::Text;
    }
    let label = before.trim_end().strip_suffix(':').unwrap_or_default();
    let is_label = !label.trim().is_empty() && !label.trim().contains(char::is_whitespace);
    let is_said = [before, behind].iter().any(|words| has_speaker(words));
    if is_label || is_said || has_name(before, true) || has_name(marked, false) {
        return Attribution::Speaker;
    }
    Attribution::Missing
}

/// Whether quoted words end with the mark of a note.
pub(super) fn ends_with_note(quoted: &str) -> bool {
    quoted
        .trim_end_matches(['”', '"', '»', '.', ',', ';'])
        .ends_with(is_raised_figure)
}

/// Whether words open as a line does that names the author of what stands above it: "— Name".
pub(super) fn is_line(words: &str) -> bool {
    let words = words.trim_start_matches(['>', ' ', '\n', '*', '_']);
    words.starts_with(['—', '–', '―']) || words.starts_with("--")
}

/// A stretch of `text` without what is quoted in it.
pub(super) fn unquoted(text: &str, quoted: &[Range<usize>], range: &Range<usize>) -> String {
    let mut kept = String::new();
    let mut from = range.start;
    for one in quoted {
        if from < one.start.min(range.end) {
            kept.push_str(&text[from..one.start.min(range.end)]);
        }
        from = from.max(one.end);
    }
    kept.push_str(text.get(from..range.end).unwrap_or_default());
    kept
}

/// Whether anything is said.
pub(super) fn has_words(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')))
        .filter(|word| !word.is_empty())
}

fn has_address(text: &str) -> bool {
    ["](", "://", "www."].iter().any(|mark| text.contains(mark))
}

fn names_text(text: &str) -> bool {
    words(text).any(|word| {
        let word = word.to_lowercase();
        let one = word.strip_suffix('s').unwrap_or(&word);
        TEXTS.contains(&one) || TEXTS.contains(&&*word)
    })
}

/// "(2021)", "(Smith 2021, p. 14)".
fn has_year_in_parentheses(text: &str) -> bool {
    text.split('(').skip(1).any(|inside| {
        let inside = inside.split(')').next().unwrap_or(inside);
        words(inside)
            .any(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
    })
}

/// Whether a note or its mark stands at the beginning: "¹", "<sup>1</sup>", "[1]", "(Name, p. 3)".
fn is_note(behind: &str) -> bool {
    let inside = behind.strip_prefix(['(', '[']);
    let inside = inside.and_then(|rest| rest.split([')', ']']).next());
    behind.starts_with(is_raised_figure)
        || behind.starts_with("<sup")
        || inside
            .is_some_and(|inside| inside.contains(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// Whether somebody says something: "one mother told us", "according to", "as was said by".
fn has_speaker(text: &str) -> bool {
    let words: Vec<&str> = words(text).collect();
    words.iter().enumerate().any(|(index, word)| {
        let next = words.get(index + 1).copied().unwrap_or_default();
        if word.eq_ignore_ascii_case("according") {
            return next == "to";
        }
        let near = &words[index.saturating_sub(2)..index];
        // "As noted", "it is said" have no speaker but the one behind "by".
        let is_passive = near.iter().any(|one| BEING.contains(one))
            || near
                .last()
                .is_some_and(|one| one.eq_ignore_ascii_case("as"));
        SAYING.contains(word) && (next == "by" || !is_passive)
    })
}

/// Whether a word has a capital that is no beginning of a sentence.
fn has_name(text: &str, opens_sentence: bool) -> bool {
    let skipped = usize::from(opens_sentence);
    let is_acronym = |word: &str| word.len() > 2 && word.chars().all(char::is_uppercase);
    words(text).enumerate().any(|(index, word)| {
        !UNNAMED.contains(&word)
            && (index >= skipped && word.starts_with(char::is_uppercase) || is_acronym(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_named_by_its_kind_an_address_or_a_note() {
        for before in [
            "According to the 2023 report of the Ombudsman, ",
            "The Constitution provides that ",
            "Smith (2021) argues that ",
            "It is said [there](//x) that ",
            "Question 4: ",
        ] {
            assert_eq!(of(before, "."), Attribution::Text, "{before}");
        }
        for behind in [
            " (Smith, 2021, p. 14).",
            " (https://unhcr.org/x).",
            ".¹",
            ".<sup>1</sup>",
            ".[1]",
            " (interview, Port Sable)",
        ] {
            assert_eq!(
                of("It is said that ", behind),
                Attribution::Text,
                "{behind}"
            );
        }
        assert!(ends_with_note("“all of it.¹”"));
    }

    #[test]
    fn a_speaker_has_a_name_or_says_something() {
        for (before, behind) in [
            ("One mother told our team: ", ""),
            ("", " said Fatima, 24."),
            ("", "\n— Mary Smith"),
            ("UNHCR: ", ""),
            ("Fatima: ", ""),
            ("As was said by the minister, ", ""),
            ("The Chair had something to add: ", ""),
            ("It was heard from Human Rights Watch that ", ""),
        ] {
            assert_eq!(of(before, behind), Attribution::Speaker, "{before}{behind}");
        }
        for before in [
            "As has been said, ",
            "As noted, ",
            "It is often said that ",
            "States that meet standard 4 were told that ",
            "There was something to add: ",
            "It was heard that States are slow: ",
            "",
        ] {
            assert_eq!(of(before, "."), Attribution::Missing, "{before}");
        }
    }

    #[test]
    fn a_line_with_the_author_opens_with_a_dash() {
        assert!(is_line("> — Name"));
        assert!(is_line("> *-- Name*"));
        assert!(!is_line("> - an item of a list"));
        assert!(!is_line("> Much remains — all of it"));
    }
}
