//! Treaties named for the conference of their parties, and funds for their board: "CBD decision XII/23", "Montreal
//! Protocol decision XXVIII/2", "UNICEF decision 2023/5".

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::scan::cursor;
use crate::{Body, grammar};

/// What stands before the name of a treaty or a fund in that of its conference or board.
const OWNED: [&str; 2] = [" Parties to ", "Executive Board of "];

/// The treaties and funds of which the table has the conference or the board, with its key, by their last word.
static TREATIES: LazyLock<HashMap<&str, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut treaties: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for row in grammar::bodies() {
        for name in std::iter::once(row.name).chain(row.also.iter().copied()) {
            let owner = OWNED.iter().find_map(|owned| name.rsplit_once(owned));
            let Some((_, treaty)) = owner else {
                continue;
            };
            let treaty = treaty.strip_prefix("the ").unwrap_or(treaty);
            treaties
                .entry(last_word(treaty))
                .or_default()
                .push((treaty, row.key));
        }
    }
    treaties
});

/// The conference whose treaty is named right before the word at `at`, in its line: where the name begins, and the key.
///
/// The General Assembly has resolutions on treaties, and their names stand before the word as well, so the conference has
/// to be one that may have written the number behind it.
pub(super) fn before(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let head = text[..at].trim_end();
    // "the Convention on Biological Diversity (decision 15/4)".
    let head = head.strip_suffix('(').map_or(head, str::trim_end);
    if text[head.len()..at].contains('\n') {
        return None;
    }
    let named = TREATIES.get(last_word(head))?.iter();
    named
        .filter_map(|(treaty, key)| {
            let start = head.len().checked_sub(treaty.len())?;
            let written = head.get(start..)?;
            let begins = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
            (written == *treaty && begins && may_have_written(key, number_behind(text, at)))
                .then_some((start, *key))
        })
        .min()
}

/// What is written as a number behind the word at `at`.
fn number_behind(text: &str, at: usize) -> &str {
    let letters = text[at..].bytes().take_while(u8::is_ascii_alphabetic);
    let start = cursor::skip_space(text, at + letters.count());
    let start = cursor::any_word(text, start, &["Nos.", "No."])
        .map_or(start, |behind| cursor::skip_space(text, behind));
    let rest = &text[start..];
    let end = rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ')'));
    rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ':'])
}

/// Whether the body of that key may have written `number`: in another form than the principal organs, or in one that it is
/// known for, in a session that it may have reached.
fn may_have_written(key: &str, number: &str) -> bool {
    let session = number
        .split_once('/')
        .and_then(|(first, _)| first.parse().ok());
    let is_assemblys = matches!(session, Some(ASSEMBLYS_FIRST..1000));
    let figures = number.starts_with(|c: char| c.is_ascii_digit());
    !figures || Body::new(key).is_known_to_write(number) && !is_assemblys
}

/// The session from which the General Assembly wrote its sessions so, which no conference of parties has reached.
const ASSEMBLYS_FIRST: u16 = 31;

/// The letters that `text` ends with.
fn last_word(text: &str) -> &str {
    let letters = text.bytes().rev().take_while(u8::is_ascii_alphabetic);
    &text[text.len() - letters.count()..]
}
