//! References in French, Spanish, Russian, Arabic and Chinese, behind one trait.
//!
//! The finders of `scan` read a folded copy in which only look-alikes of ASCII survive; what stands
//! here reads the text itself. Each reference is a [`Citation`] like any other, so that binding and
//! verdicts do not know the language. The words are data: `data/languages`.

mod arabic;
mod bodies;
mod by_table;
mod chinese;
mod comments;
mod complete;
mod cursor;
mod dates;
mod goals;
mod guess;
mod labour;
mod language;
mod list;
mod names;
mod notes;
mod number;
mod opinions;
mod pinpoints;
mod sentences;
mod short_forms;
mod traditional;
mod words;

use std::ops::Range;
use std::sync::LazyLock;

use self::bodies::Speech;
use self::words::{Role, Words};
use crate::scan::searcher::Searcher;
use crate::{Act, Body, Citation, Date, Lexicon, Term};

pub(crate) use complete::complete;
pub use guess::{guess_language, told_language};
pub use language::Language;

/// Words that [`find`] reads and that may stand in a text without any letter beyond ASCII.
pub(crate) const PLAIN_ANCHORS: [&str; 30] = [
    "resoluciones",
    "decisiones",
    "Res. AG",
    "Res. A.G.",
    "Res. CS",
    "Res. C.S.",
    "la Charte",
    "la Convention",
    "du Pacte",
    "du Statut",
    "du Protocole",
    "la Carta",
    "del Pacto",
    "su Estatuto",
    "del Estatuto",
    "del Convenio",
    "del Protocolo",
    "su Protocolo",
    "Protocole facultatif",
    "del Tratado",
    "son Statut",
    "sa Charte",
    "ODD",
    "ODS",
    "esarrollo Sostenible",
    "dudit Pacte",
    "ladite Convention",
    "son Protocole",
    "ses Protocoles",
    "sus Protocolos",
];

/// Whether [`find`] may find something for the sake of the character beyond ASCII at `at`: a Cyrillic,
/// Arabic or Chinese letter, or an accent of "résolution", "décision", "générale", "resolución", "decisión",
/// "observación", "recomendación", "convención", "núms." or "rés.".
pub(crate) fn may_speak_at(bytes: &[u8], at: usize) -> bool {
    match bytes[at..] {
        [0xD0..=0xD3 | 0xD8..=0xDB | 0xE4..=0xE9, ..] => true,
        // é, É, ó, Ó, ú and the accent by itself.
        [0xC3, 0xA9 | 0x89 | 0xB3 | 0x93 | 0xBA, ..] | [0xCC, 0x81, ..] => {
            let (before, behind) = (&bytes[..at], &bytes[at + 2..]);
            let goes_on = |word: &str| {
                let here = behind.get(..word.len());
                here.is_some_and(|here| here.eq_ignore_ascii_case(word.as_bytes()))
            };
            let ends = |word: &str| {
                let start = before.len().saturating_sub(word.len());
                before[start..].eq_ignore_ascii_case(word.as_bytes())
            };
            goes_on("solution")
                || goes_on("cision")
                || goes_on("rale")
                || goes_on("veloppement durable")
                || goes_on("tention arb")
                || goes_on("ms. ")
                || goes_on("m. ")
                || goes_on("s. ") && ends("r")
                || ENDINGS.into_iter().any(ends)
        }
        _ => false,
    }
}

/// What stands before the accent of a word that counts resolutions, decisions and general comments.
const ENDINGS: [&str; 9] = [
    "convenci",
    "convencio",
    "resoluci",
    "resolucio",
    "decisi",
    "decisio",
    "observaci",
    "recomendaci",
    "detenci",
];

/// Stretches of text, one of which stands in every number that [`find`] finds, with their language: the
/// words for "resolution" and "decision" without the beginnings and endings that change, in the bytes of
/// each common spelling, and what they are shortened to.
const ANCHORS: [(&str, &dyn Grammar); 30] = [
    ("ésolution", &by_table::FRENCH),
    ("e\u{301}solution", &by_table::FRENCH),
    ("ÉSOLUTION", &by_table::FRENCH),
    ("rés. ", &by_table::FRENCH),
    ("Rés. ", &by_table::FRENCH),
    ("écision", &by_table::FRENCH),
    ("e\u{301}cision", &by_table::FRENCH),
    ("ÉCISION", &by_table::FRENCH),
    ("esoluci", &by_table::SPANISH),
    ("ESOLUCI", &by_table::SPANISH),
    ("Res. AG", &by_table::SPANISH),
    ("Res. A.G.", &by_table::SPANISH),
    ("Res. CS", &by_table::SPANISH),
    ("Res. C.S.", &by_table::SPANISH),
    ("ecisión", &by_table::SPANISH),
    ("ecisio\u{301}n", &by_table::SPANISH),
    ("ecisiones", &by_table::SPANISH),
    ("ECISIÓN", &by_table::SPANISH),
    ("ECISIONES", &by_table::SPANISH),
    ("езолюци", &by_table::RUSSIAN),
    ("ЕЗОЛЮЦИ", &by_table::RUSSIAN),
    ("рез. ", &by_table::RUSSIAN),
    ("Рез. ", &by_table::RUSSIAN),
    ("ешени", &by_table::RUSSIAN),
    ("قرار", &arabic::Arabic),
    ("مقرر", &arabic::Arabic),
    ("决议", &chinese::Chinese),
    ("决定", &chinese::Chinese),
    ("決議", &chinese::Chinese),
    ("決定", &chinese::Chinese),
];

/// How many of [`GRAMMARS`], the first, are of the Latin alphabet.
const LATIN: usize = 2;

const GRAMMARS: [&dyn Grammar; 5] = [
    &by_table::FRENCH,
    &by_table::SPANISH,
    &by_table::RUSSIAN,
    &arabic::Arabic,
    &chinese::Chinese,
];

static SEARCHER: LazyLock<Searcher> =
    LazyLock::new(|| Searcher::new(&ANCHORS.map(|(written, _)| written)));

/// The word "resolution" or "decision" in a text.
struct ActWord {
    start: usize,
    end: usize,
    act: Act,
    /// Whether the word itself says "its", as Arabic endings do.
    its: bool,
}

/// How one language writes references. What all have in common is the default; a language's own file
/// says where it differs.
trait Grammar: Sync {
    fn language(&self) -> Language;

    fn words(&self) -> &'static Words;

    /// What a word of `role` at `at` stands for, and the offset behind it.
    fn word(&self, role: Role, text: &str, at: usize) -> Option<(&'static str, usize)> {
        self.words().at(role, text, at)
    }

    /// Whether a name may begin at `at`.
    fn begins_word(&self, text: &str, at: usize) -> bool {
        text[at..].starts_with(char::is_uppercase) && !cursor::follows_word(text, at)
    }

    /// The act that the anchor at `hit` is a part of.
    fn act(&self, text: &str, hit: Range<usize>) -> Option<ActWord> {
        let start = cursor::anchored_start(text, hit.start)?;
        let (value, end) = self.words().at(Role::Act, text, start)?;
        // Behind an abbreviation the anchor has more than the word.
        let whole = end >= hit.end || text[..end].ends_with('.');
        whole.then(|| ActWord {
            start,
            end,
            act: act(value),
            its: false,
        })
    }

    /// A letter of a lettered part at `at`.
    fn letter(&self, text: &str, at: usize) -> Option<(char, usize)> {
        let (letter, end) = cursor::capital(text, at)?;
        let alone = !cursor::next(text, end)
            .is_some_and(|(found, _)| cursor::is_alphanumeric(found) && !cursor::is_han(found));
        alone.then_some((letter, end))
    }

    /// What begins the number of a special session at `at`: `S-` or `ES-`.
    fn special(&self, text: &str, at: usize) -> Option<(&'static str, usize)> {
        let (first, end) = cursor::capital(text, at)?;
        match first {
            'S' => Some(("S-", cursor::sign(text, end, '-')?)),
            'E' => {
                let (_, end) = cursor::capital(text, end).filter(|(letter, _)| *letter == 'S')?;
                Some(("ES-", cursor::sign(text, end, '-')?))
            }
            _ => None,
        }
    }

    /// The session or year in parentheses at `at`.
    fn term(&self, text: &str, at: usize) -> Option<(Term, usize)> {
        number::term(text, at)
    }

    /// The date that begins at `at`, and the offset behind it.
    fn date(&self, text: &str, at: usize) -> Option<(crate::StatedDate, usize)>;

    /// The offset behind a word at `at` that joins a list.
    fn and(&self, text: &str, at: usize) -> Option<usize> {
        self.word(Role::And, text, at).map(|(_, end)| end)
    }

    /// A body whose joining word is glued to it.
    fn joined_body(&self, _text: &str, _at: usize) -> Option<(bodies::Name, usize)> {
        None
    }

    /// Whether the word at `at` is one that follows a number and its part letter.
    fn may_follow_number(&self, text: &str, at: usize) -> bool {
        let follows = [
            Role::And,
            Role::To,
            Role::Of,
            Role::By,
            Role::Dated,
            Role::Adopted,
            Role::Place,
        ];
        follows
            .into_iter()
            .any(|role| self.word(role, text, at).is_some())
    }

    /// Whether a number that a word for "No." marks needs a body to be one of the United Nations'.
    fn needs_body_when_marked(&self, act: Act) -> bool {
        act == Act::Decision
    }

    /// Whether a number can have been meant as it stands.
    fn is_credible(&self, _latin: &str, _body: Option<&Body>, _date: Option<Date>) -> bool {
        true
    }

    /// The paragraph reference behind a citation that ends at `at`.
    fn pinpoint_after(&self, text: &str, at: usize) -> Option<crate::Pinpoint>;

    /// The paragraph reference before a citation whose words begin at `at`.
    fn pinpoint_before(&self, text: &str, at: usize) -> Option<crate::Pinpoint>;

    /// Adds the citations that the act at `word` opens or closes; nothing outside `within` belongs to it.
    fn read(
        &self,
        text: &str,
        word: &ActWord,
        within: Range<usize>,
        speech: &mut Speech,
        found: &mut Vec<Citation>,
    );
}

fn act(value: &str) -> Act {
    if value == "decision" {
        Act::Decision
    } else {
        Act::Resolution
    }
}

/// Adds every number of a resolution or decision that `text` cites in one of these languages, and every
/// instrument, general comment and labour convention that it names in one, whatever the language around it.
///
/// `text` is a block as it stands; ranges are byte offsets into it.
pub(crate) fn find(text: &str, lexicon: &Lexicon, found: &mut Vec<Citation>) {
    names::find(text, lexicon, found);
    comments::find(text, found);
    goals::find(text, found);
    opinions::find(text, found);
    notes::find(text, found);
    short_forms::find(text, found);
    labour::find(text, found);
    numbers(text, found);
}

/// Without one of [`ANCHORS`] in the text there is nothing to find, and nothing is allocated.
fn numbers(text: &str, found: &mut Vec<Citation>) {
    // A list may go on from what this reader has found, never from what another has.
    let mut numbers = Vec::new();
    let mut acts = SEARCHER
        .find_iter(text)
        .filter_map(|(anchor, hit)| {
            let (_, grammar) = ANCHORS[anchor];
            Some((grammar, grammar.act(text, hit)?))
        })
        .peekable();
    let mut from = 0;
    let mut speeches: [Speech; GRAMMARS.len()] = Default::default();
    while let Some((grammar, word)) = acts.next() {
        let limit = acts.peek().map_or(text.len(), |(_, next)| next.start);
        let spoken = GRAMMARS.iter().zip(&mut speeches);
        let mut speech = spoken.filter(|(known, _)| known.language() == grammar.language());
        if let Some((_, speech)) = speech.next() {
            grammar.read(text, &word, from..limit.max(word.end), speech, &mut numbers);
        }
        from = word.end;
    }
    found.append(&mut numbers);
}

/// A number as written in one of these languages, in Latin letters and European digits: `217 A (III)` for
/// `217 ألف (د - 3)`, the letter alone for a part of a number before. `None` where it is no such number.
pub(crate) fn in_latin(written: &str) -> Option<String> {
    GRAMMARS.iter().find_map(|grammar| {
        let whole = |end: usize| end == written.len();
        let number = number::at(written, 0, *grammar).filter(|number| whole(number.end));
        let letter = || {
            let (letter, end) = grammar.letter(written, 0)?;
            whole(end).then(|| letter.to_string())
        };
        let alone = || number::alone(written, 0).filter(|number| whole(number.end));
        number
            .map(|number| number.latin)
            .or_else(letter)
            .or_else(|| alone().map(|number| number.latin))
    })
}

/// The first date in `text` that one of these languages writes.
pub(crate) fn first_date(text: &str) -> Option<Date> {
    text.char_indices()
        .filter(|(at, character)| {
            cursor::is_alphanumeric(*character)
                && (cursor::is_han(*character) || !cursor::follows_word(text, *at))
                || cursor::digits(text, *at).is_some_and(|run| run.count == 4)
        })
        .flat_map(|(at, _)| GRAMMARS.map(|grammar| grammar.date(text, at)))
        .find_map(|stated| stated?.0.date.day())
}

/// The key of the body that is called `name` in one of these languages, with or without an article.
pub(crate) fn body_named(name: &str) -> Option<&'static str> {
    // Of the other alphabets no name has plain letters alone.
    let grammars = if name.is_ascii() {
        &GRAMMARS[..LATIN]
    } else {
        &GRAMMARS
    };
    grammars.iter().find_map(|grammar| {
        let words = grammar.words();
        let [article, behind] = [Role::Article, Role::UnitedNations]
            .map(|role| cursor::skip_space(name, words.skip(role, name, 0)));
        let other = (behind != article).then_some(behind);
        std::iter::once(article).chain(other).find_map(|start| {
            let (key, end) = words.at(Role::Body, name, start)?;
            let whole = end == name.len() && crate::grammar::body(key).is_some();
            whole.then_some(key)
        })
    })
}

#[cfg(test)]
mod tests;
