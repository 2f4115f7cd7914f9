//! The body whose act a sentence tells behind the number: "In its resolution 5/14, the Environment Assembly decided".

use super::name::{self, How};
use crate::scan::{cursor, pinpoints};
use crate::{Naming, grammar};

/// How far before the number such a sentence may begin, in bytes.
const OPENING: usize = 120;

/// Verbs behind which the body is what is acted on: "the Council is invited".
const ACTED_ON: [&str; 7] = ["is", "are", "was", "were", "had", "has", "would"];

/// How the subject that begins behind a comma at `at` names the body, where the clause before it opens with "In its
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
    let comma = cursor::word(
        text,
        cursor::skip_space(text, cursor::skip_note(text, end)),
        ",",
    )?;
    let comma = cursor::skip_note(text, comma);
    let article = cursor::word(text, cursor::skip_space(text, comma), "the")?;
    let mention = name::at(text, cursor::skip_space(text, article))
        .filter(|mention| !grammar::adopts_nothing(&mention.key))?;
    if is_its {
        return Some(Naming::Theirs(mention.body()));
    }
    let verb = cursor::skip_space(text, mention.end);
    let is_acted_on = cursor::any_word(text, verb, &ACTED_ON).is_some();
    (!is_acted_on && mention.how != How::Noun).then(|| Naming::Unnamed {
        previous: Some(mention.body()),
    })
}

/// Whether the words that end at `at` open a clause whose subject follows: "In", "By", "In paragraph 5 of".
fn opens_clause(text: &str, at: usize) -> bool {
    // Mostly the last letter before tells.
    let before = text[..at].trim_end();
    if !before.ends_with(['n', 'N', 'y', 'Y', 'h', 'H', 'f']) {
        return false;
    }
    let start = cursor::sentence_start(text, at, OPENING);
    let words = text[start..at].trim();
    let last = words.rsplit(|c: char| c.is_ascii_whitespace()).next();
    let preposition =
        |word: &str| ["in", "by", "through"].contains(&word.to_ascii_lowercase().as_str());
    let opens = words.starts_with("In ") || words.starts_with("By ") || words.starts_with("Under ");
    last.is_some_and(preposition) || opens && last == Some("of") && !words.contains(',')
}
