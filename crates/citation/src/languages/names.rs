//! Names of instruments in Cyrillic, Arabic and Chinese.
//!
//! `scan` looks for names at Latin capitals and figures; here they are looked for at Cyrillic capitals, at
//! Arabic words, some of whose first letters are words of their own, behind 《, and in Chinese texts without such
//! marks at the words with which names end.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem;

use super::cursor;
use crate::scan::searcher::Searcher;
use crate::{Citation, Form, Kind, Lexicon, Name, Referent};

/// Letters glued before an Arabic name: and, so, in, to, like.
const GLUED: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// Adds every name of the lexicon in `text` that begins with a letter of these scripts.
pub(super) fn find(text: &str, lexicon: &Lexicon, found: &mut Vec<Citation>) {
    let mut done = 0;
    for at in places(text.as_bytes()) {
        if at < done || !begins(text, at) {
            continue;
        }
        if let Some((token, name)) = name_at(text, at, done, lexicon) {
            done = token.end;
            if !is_of_protocol(text, token.start) {
                found.push(citation(token, lexicon.name(name)));
            }
        }
    }
    if text
        .as_bytes()
        .iter()
        .any(|byte| matches!(byte, 0xE4..=0xE9))
    {
        unmarked(text, lexicon, found);
    }
}

/// The words with which Chinese names of instruments end.
const ENDINGS: [&str; 9] = [
    "公约",
    "公約",
    "宣言",
    "宪章",
    "憲章",
    "议定书",
    "議定書",
    "规约",
    "規約",
];

static ENDING: LazyLock<Searcher> = LazyLock::new(|| Searcher::new(&ENDINGS));

/// What goes on behind a name that is only the first part of another's: a committee, a protocol, an amendment.
const GOES_ON: [&str; 12] = [
    "委员会",
    "委員會",
    "任择",
    "任擇",
    "第二",
    "关于",
    "關於",
    "的任择",
    "的任擇",
    "修正",
    "附加",
    "》",
];

/// Characters behind which a name begins in running text: they end other words, and no longer name has them there.
const BEFORE: &str = "据照按依准入反行署过循守背称述用合于对在和与及由从以为至的了是即或而并有载據準過稱於對與為並載同";

/// Adds the names in Chinese that stand without 《 and 》 in `text`: "根据儿童权利公约第十二条".
fn unmarked(text: &str, lexicon: &Lexicon, found: &mut Vec<Citation>) {
    for (_, hit) in ENDING.find_iter(text) {
        let Some((start, name)) = lexicon.han_ending_at(text, hit.end) else {
            continue;
        };
        let before = text[..start]
            .trim_end_matches("联合国")
            .trim_end_matches("聯合國");
        let begins = before
            .chars()
            .next_back()
            .is_none_or(|last| last != '《' && (!cursor::is_han(last) || BEFORE.contains(last)));
        let goes_on = GOES_ON.iter().any(|next| text[hit.end..].starts_with(next));
        if begins && !goes_on {
            found.push(citation(start..hit.end, lexicon.name(name)));
        }
    }
}

/// Where names may begin, in order: at what may be a Cyrillic capital or an Arabic letter, and behind 《.
fn places(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut letters = memchr::memchr3_iter(0xD0, 0xD8, 0xD9, bytes).peekable();
    let mut quoted = memmem::find_iter(bytes, "《")
        .map(|at| at + "《".len())
        .peekable();
    std::iter::from_fn(move || match (letters.peek(), quoted.peek()) {
        (Some(letter), Some(behind)) if behind < letter => quoted.next(),
        (None, _) => quoted.next(),
        _ => letters.next(),
    })
}

/// Whether a name may begin at `at`.
fn begins(text: &str, at: usize) -> bool {
    let Some(first) = text[at..].chars().next() else {
        return false;
    };
    let before = text[..at].chars().next_back().unwrap_or(' ');
    match first {
        '\u{400}'..='\u{42F}' | '\u{620}'..='\u{64A}' => {
            // Quotation marks and dashes, without a look into the tables of all alphabets.
            matches!(before, '\u{2010}'..='\u{2027}') || !before.is_alphanumeric()
        }
        _ => before == '《' && cursor::is_han(first),
    }
}

/// The longest name at `at`, with small words before it from `floor` on, or behind Arabic letters glued there.
fn name_at(
    text: &str,
    at: usize,
    floor: usize,
    lexicon: &Lexicon,
) -> Option<(Range<usize>, usize)> {
    if text[at..].starts_with(|first| matches!(first, '\u{400}'..='\u{42F}')) {
        return lexicon.longest_around(text, at, floor);
    }
    let mut start = at;
    loop {
        if let Some((end, name)) = lexicon.longest_at(text, start) {
            return Some((start..end, name));
        }
        let letter = text[start..].chars().next().filter(|c| GLUED.contains(c))?;
        start += letter.len_utf8();
        if start - at > 3 * letter.len_utf8() {
            return None;
        }
    }
}

/// What joins a protocol to its treaty: in Arabic the last letters are glued to the treaty.
const TO_TREATY: [&str; 5] = [" к", " ل", " الملحق ب", " المتعلق ب", " الإضافي ل"];

/// The noun of a protocol, in Russian without its endings.
const PROTOCOL: [&str; 3] = ["ротокол", "بروتوكول", "للبروتوكول"];

/// Whether what begins at `start` is the treaty in the name of a protocol that no lexicon has: "Факультативный протокол
/// к Конвенции", "البروتوكول الاختياري لاتفاقية".
fn is_of_protocol(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let mut joints = TO_TREATY.iter();
    let Some(head) = joints.find_map(|joint| before.strip_suffix(joint)) else {
        return false;
    };
    // One word may stand between: "البروتوكول الاختياري".
    let mut words = head.split_whitespace().rev().take(2);
    words.any(|word| {
        PROTOCOL.iter().any(|noun| {
            let ending = word.find(noun).map(|at| &word[at + noun.len()..]);
            ending.is_some_and(|ending| matches!(ending, "" | "а" | "у" | "ом" | "е"))
        })
    })
}

fn citation(token: Range<usize>, name: &Name) -> Citation {
    Citation {
        phrase: token.clone(),
        token,
        kind: if name.acronym {
            Kind::Short
        } else {
            Kind::Named
        },
        form: Form::Whole(Referent::Instrument(name.title.clone())),
        pinpoint: None,
        date: None,
    }
}
