//! The body whose act a sentence tells behind the number: "In its resolution 5/14, the Environment Assembly decided".

use super::name::{self, How};
use crate::scan::{cursor, pinpoints};
use crate::{Body, Naming, grammar, sentences, words};

/// How far before the number such a sentence may begin, in bytes.
const OPENING: usize = 120;

/// How far before a sentence the one before it may begin, in bytes.
const SENTENCE: usize = 240;

/// What a body does in its own resolution, without the ending of the verb. Of another verb ("is invited", "should find",
/// "received") the body may be what a resolution of somebody else speaks of.
const ACTS: [&str; 41] = [
    "acknowledge",
    "adopt",
    "affirm",
    "agree",
    "appeal",
    "approve",
    "ask",
    "authorize",
    "call",
    "commend",
    "condemn",
    "decide",
    "declare",
    "demand",
    "deplore",
    "determine",
    "emphasize",
    "encourage",
    "endorse",
    "establish",
    "express",
    "extend",
    "instruct",
    "invite",
    "launch",
    "mandate",
    "note",
    "proclaim",
    "reaffirm",
    "recall",
    "recognize",
    "recommend",
    "reiterate",
    "renew",
    "request",
    "resolve",
    "stress",
    "underline",
    "underscore",
    "urge",
    "welcome",
];

/// Words between a subject and its verb.
const BEFORE_A_VERB: [&str; 19] = [
    ", inter alia,",
    "inter alia",
    "already",
    "also",
    "explicitly",
    "expressly",
    "first",
    "further",
    "again",
    "previously",
    "then",
    "therefore",
    "thus",
    "later",
    "subsequently",
    "strongly",
    "unanimously",
    "has",
    "had",
];

/// How the subject that begins at `at`, mostly behind a comma, names the body, where the clause before it opens with "In its
/// resolution". `naming`, which says that no body was named before, is that of the words at `phrase`, and they stand
/// before the numbers.
pub(in crate::scan) fn behind(
    text: &str,
    naming: &Naming,
    phrase: usize,
    at: usize,
) -> Option<Naming> {
    let is_its = match naming {
        Naming::Its { previous: None } => true,
        Naming::Unnamed { previous: None } => false,
        _ => return None,
    };
    if !opens_clause(text, phrase) {
        return None;
    }
    let place = pinpoints::after(text, at);
    let end = place.map_or(at, |place| place.span.end);
    let behind = cursor::skip_space(text, cursor::skip_note(text, end));
    let comma = cursor::word(text, behind, ",");
    let subject = comma.map_or(behind, |end| cursor::skip_note(text, end));
    let article = cursor::word(text, cursor::skip_space(text, subject), "the")?;
    let mention = name::at(text, cursor::skip_space(text, article))
        .filter(|mention| !grammar::adopts_nothing(&mention.key))?;
    if !(acts(text, mention.end) || is_its && has_acted(text, mention.end)) {
        return None;
    }
    if is_its {
        return Some(Naming::Theirs(mention.body()));
    }
    Some(Naming::Unnamed {
        previous: Some(mention.body()),
    })
}

/// Words with which a subject speaks of what is its own.
const SPEAKING: [&str; 3] = ["reaffirming", "recalling", "reiterating"];

/// What may stand between such a word and "its".
const AGAIN: [&str; 2] = ["also", "further"];

/// The subject of the sentence that begins at `floor`, where "its" at `its` stands behind what that says of its own: "The
/// Commission on Narcotic Drugs, welcoming the session of the Assembly, and recalling further its".
pub(super) fn speaking(text: &str, floor: usize, its: usize) -> Option<Body> {
    let mut before = text[floor..its].split_ascii_whitespace().rev();
    let last = before.by_ref().find(|word| !AGAIN.contains(word))?;
    if !SPEAKING.iter().any(|word| word.eq_ignore_ascii_case(last)) {
        return None;
    }
    let article = cursor::word(text, cursor::skip_space(text, floor), "The")?;
    let mention = name::at(text, cursor::skip_space(text, article))?;
    let is_subject = mention.how == How::Listed && text[mention.end..].starts_with(',');
    (is_subject && !grammar::adopts_nothing(&mention.key)).then(|| mention.body())
}

/// The subject of the sentence before the one that begins at `floor`, where that goes on with "It" and tells what the
/// body did in the resolution whose words begin at `at`: "The Commission met in May. It returned to the matter in
/// resolution". What "It recalled" may be another's.
pub(super) fn taken_up(text: &str, floor: usize, at: usize) -> Option<Body> {
    let start = cursor::skip_space(text, floor);
    let it = cursor::word(text, start, "It")?;
    let acted = act(text, it)
        .or_else(|| cursor::any_word(text, verb_at(text, it), &["returned to", "took up"]))?;
    let told = text.get(acted..at)?.trim_end();
    let before = told
        .strip_suffix(" in")
        .or_else(|| told.strip_suffix(" by"));
    let is_own = match before {
        Some(before) => !ends_with_participle(before),
        None => told.is_empty() && text[..acted].ends_with(" adopted"),
    };
    if !is_own {
        return None;
    }
    let end = text[..floor].trim_end().len().checked_sub(1)?;
    let previous = sentences::start(text, end, SENTENCE);
    let first = cursor::skip_space(text, previous);
    let article = cursor::word(text, first, "The")?;
    let mention = name::at(text, cursor::skip_space(text, article))
        .filter(|mention| !grammar::adopts_nothing(&mention.key))?;
    text[mention.end..].starts_with(' ').then(|| mention.body())
}

/// Whether `words` end with what says of a thing where it stands: "the principles laid down", "the request contained".
fn ends_with_participle(words: &str) -> bool {
    let last = words.split_ascii_whitespace().next_back().unwrap_or("");
    last.ends_with("ed")
        || ["down", "forth", "found", "given", "made", "out", "set"].contains(&last)
}

/// Where the verb begins of the subject that ends at `at`.
fn verb_at(text: &str, at: usize) -> usize {
    let mut verb = cursor::skip_space(text, at);
    while let Some(end) = cursor::any_word(text, verb, &BEFORE_A_VERB) {
        verb = cursor::skip_space(text, end);
    }
    verb
}

/// Whether the subject that ends at `at` does what only the body does that adopts: "decided", "has also requested".
fn acts(text: &str, at: usize) -> bool {
    // "the Commission established in 1946": a participle, whose verb is another.
    act(text, at).is_some_and(|end| {
        let next = cursor::skip_space(text, end);
        cursor::any_word(text, next, &BEHIND_A_PARTICIPLE).is_none()
    })
}

/// Whether the subject that ends at `at` did anything, "addressed", so that "its" before it is its own: "is invited" is no
/// act, and what it "received" or "needed" another's may say.
fn has_acted(text: &str, at: usize) -> bool {
    const SUFFERED: [&str; 4] = ["included", "needed", "received", "used"];
    let verb = verb_at(text, at);
    let length = words::letters(text.as_bytes(), verb);
    let word = &text[verb..verb + length];
    let next = cursor::skip_space(text, verb + length);
    word.ends_with("ed")
        && word.bytes().all(|byte| byte.is_ascii_lowercase())
        && !SUFFERED.contains(&word)
        && cursor::any_word(text, next, &BEHIND_A_PARTICIPLE).is_none()
}

/// The offset behind the verb of the subject that ends at `at`, where that is what a body does that adopts.
fn act(text: &str, at: usize) -> Option<usize> {
    let verb = verb_at(text, at);
    let rest = &text[verb..];
    let length = rest.bytes().take_while(u8::is_ascii_lowercase).count();
    let (word, behind) = rest.split_at(length);
    let is_whole = !behind.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    let is_act = |stem: &&str| {
        let ending = word.strip_prefix(*stem);
        ending.is_some_and(|ending| ["s", "es", "d", "ed"].contains(&ending))
    };
    let took_note = cursor::any_word(text, verb, &["took note", "takes note"]);
    took_note.or_else(|| (is_whole && ACTS.iter().any(is_act)).then_some(verb + length))
}

/// Words that tell a participle from what a body did.
const BEHIND_A_PARTICIPLE: [&str; 6] = ["by", "in", "under", "pursuant", "at", "as"];

/// Whether the words that end at `at` open a clause whose subject follows: "In", "By", "In paragraph 5 of".
fn opens_clause(text: &str, at: usize) -> bool {
    // Mostly the last letter before tells.
    let before = text[..at].trim_end();
    if !before.ends_with(['n', 'N', 'y', 'Y', 'h', 'H', 'f']) {
        return false;
    }
    let start = sentences::start(text, at, OPENING);
    let words = text[start..at].trim();
    let last = words.rsplit(|c: char| c.is_ascii_whitespace()).next();
    let preposition =
        |word: &str| ["in", "by", "through"].contains(&word.to_ascii_lowercase().as_str());
    let opens = words.starts_with("In ") || words.starts_with("By ") || words.starts_with("Under ");
    last.is_some_and(preposition) || opens && last == Some("of") && !words.contains(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_takes_up_the_body_only_with_what_that_did_in_the_resolution() {
        let taken = |sentence: &str| {
            let text = format!("The Environment Assembly met in May. {sentence}");
            let floor = text.find("It ").unwrap();
            let at = text.find("resolution").unwrap();
            taken_up(&text, floor, at).is_some()
        };
        for own in [
            "It returned to the matter in resolution 5/14.",
            "It then decided in resolution 5/14 that",
            "It adopted resolution 5/14.",
            "It also requested a study by resolution 5/14.",
        ] {
            assert!(taken(own), "{own}");
        }
        for anothers in [
            "It welcomed resolution 65/1.",
            "It recalled resolution 48/13.",
            "It was noted that resolution 65/1 stands.",
            "It recalled the principles laid down in resolution 65/1.",
            "It adopted a report on resolution 65/1.",
            "It discussed the floods in resolution 65/1.",
        ] {
            assert!(!taken(anothers), "{anothers}");
        }
    }
}
