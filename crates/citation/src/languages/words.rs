//! The words that stand around references, as tables: one file a language in `data/languages`.
//!
//! The grammar of a language is what its file beside this one says; which words fill it is data.

use std::collections::HashMap;

use crate::grammar;
use crate::languages::cursor;
use crate::table;
use crate::words::KeyHasher;

/// What a word does beside a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Role {
    /// "resolution", "decision"; the value says which.
    Act,
    /// An act of which the word itself says "its".
    ItsAct,
    /// "general comment", "general recommendation"; the value is the English words.
    Comment,
    /// The Sustainable Development Goals by name.
    Goals,
    /// "goal", of those.
    Goal,
    /// "target", of those.
    Target,
    /// "opinion", of the Working Group on Arbitrary Detention.
    Opinion,
    /// The subject of that Working Group, by which its opinions are told from others.
    Detention,
    /// "Working Group", which gives them.
    Group,
    /// "convention" or "recommendation" of the International Labour Organization; the value says which.
    Labour,
    /// The name of that organization.
    LabourOffice,
    /// "its".
    Its,
    /// "of": joins an act or a paragraph to the name that follows.
    Of,
    /// "to", "from": joins an annex or a paragraph to what it belongs to.
    Place,
    /// "common to": joins an article to those that all have it.
    CommonTo,
    /// "above", "of which": says that a paragraph is of something else.
    Elsewhere,
    /// "of which", behind a paragraph of what the sentence has just named.
    Relative,
    /// May stand before the name of a body: "the".
    Article,
    /// Joins an act to the body that adopted it.
    By,
    /// "of the United Nations", which may follow the name of a body.
    UnitedNations,
    /// May stand between an act and its number: "previous", "relevant".
    Filler,
    /// "No."
    Number,
    /// Introduces the date of what it follows.
    Dated,
    /// Introduces a date that the last two numbers share.
    BothDated,
    /// Introduces a date that all numbers before share.
    AllDated,
    /// Joins day, month and year.
    OfDate,
    /// "adopted".
    Adopted,
    /// "unanimously", "without a vote": how something was adopted.
    Manner,
    /// "at its", before the number of a meeting.
    AtMeeting,
    /// "meeting", behind its number.
    Meeting,
    /// "respectively", of dates one for each number.
    Respectively,
    /// "on", between "adopted" and a date.
    On,
    /// What makes the first day of a month an ordinal: "1er".
    First,
    /// May follow the year.
    Year,
    /// "of the same date".
    SameDate,
    /// "both", before a date.
    Both,
    /// "all", before a date.
    All,
    /// Joins the members of a list.
    And,
    /// Joins the ends of a range.
    To,
    /// A month; the value is its number.
    Month,
    /// What a paragraph reference counts; the value is the unit.
    Unit,
    /// A unit that is spelt alike in English.
    Shared,
    /// Introduces the paragraph reference behind a comma: "in particular".
    Lead,
    /// "at", before a paragraph reference: ", au paragraphe 46 de laquelle".
    At,
    /// "operative part", before a paragraph.
    Operative,
    /// "preamble", before a paragraph.
    Preambular,
    /// "document", behind its symbol.
    Document,
    /// "on", "entitled": the subject of what follows.
    About,
    /// "report": a document with numbered paragraphs.
    Report,
    /// A body; the value is its key, or the English name of one that has none.
    Body,
    /// A body by letters that are too short to name it anywhere but between an act and its number: "rés. AG 217 A".
    ShortBody,
    /// A noun that names bodies of its kind; the value is the English noun.
    Noun,
    /// A noun that stands for an instrument; the value is the English noun.
    ShortForm,
    /// "thereto", behind a protocol.
    Thereto,
    /// "to the Convention", behind a protocol; the value is the English noun of the treaty.
    ToTreaty,
    /// What may follow such a noun and is no part of a title: a verb, a relative.
    BehindShortForm,
    /// A letter of a lettered part; the value is the Latin letter.
    Letter,
    /// A letter of a subparagraph; the value is the Latin letter.
    Label,
    /// An ordinal; the value is its number.
    Ordinal,
    /// Stands before the number of a session; the value is the prefix of a special one.
    Session,
    /// A word that a full stop abbreviates.
    Abbreviation,
    /// A common word, by which a language is guessed.
    Common,
}

impl Role {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "act" => Self::Act,
            "its_act" => Self::ItsAct,
            "comment" => Self::Comment,
            "goals" => Self::Goals,
            "goal" => Self::Goal,
            "target" => Self::Target,
            "opinion" => Self::Opinion,
            "detention" => Self::Detention,
            "group" => Self::Group,
            "labour" => Self::Labour,
            "labour_office" => Self::LabourOffice,
            "its" => Self::Its,
            "of" => Self::Of,
            "place" => Self::Place,
            "common_to" => Self::CommonTo,
            "elsewhere" => Self::Elsewhere,
            "relative" => Self::Relative,
            "article" => Self::Article,
            "by" => Self::By,
            "united_nations" => Self::UnitedNations,
            "filler" => Self::Filler,
            "number" => Self::Number,
            "dated" => Self::Dated,
            "both_dated" => Self::BothDated,
            "all_dated" => Self::AllDated,
            "of_date" => Self::OfDate,
            "adopted" => Self::Adopted,
            "manner" => Self::Manner,
            "at_meeting" => Self::AtMeeting,
            "meeting" => Self::Meeting,
            "respectively" => Self::Respectively,
            "on" => Self::On,
            "first" => Self::First,
            "year" => Self::Year,
            "same_date" => Self::SameDate,
            "both" => Self::Both,
            "all" => Self::All,
            "and" => Self::And,
            "to" => Self::To,
            "month" => Self::Month,
            "unit" => Self::Unit,
            "shared" => Self::Shared,
            "lead" => Self::Lead,
            "at" => Self::At,
            "operative" => Self::Operative,
            "preambular" => Self::Preambular,
            "document" => Self::Document,
            "about" => Self::About,
            "report" => Self::Report,
            "body" => Self::Body,
            "short_body" => Self::ShortBody,
            "noun" => Self::Noun,
            "short_form" => Self::ShortForm,
            "thereto" => Self::Thereto,
            "to_treaty" => Self::ToTreaty,
            "behind_short_form" => Self::BehindShortForm,
            "letter" => Self::Letter,
            "label" => Self::Label,
            "ordinal" => Self::Ordinal,
            "session" => Self::Session,
            "abbreviation" => Self::Abbreviation,
            "common" => Self::Common,
            _ => return None,
        })
    }
}

/// A word of the table.
pub(super) struct Word {
    /// As it is written.
    pub(super) written: Box<str>,
    /// What it stands for; its meaning depends on the role.
    pub(super) value: &'static str,
}

/// The words of one language.
pub(super) struct Words {
    /// By role, the longest of each role first.
    of_role: HashMap<Role, Vec<Word>, KeyHasher>,
    /// The places in `of_role` of the words of a role that begin with a character, small.
    firsts: HashMap<(Role, char), Vec<usize>, KeyHasher>,
    /// The same by the character that they end with.
    lasts: HashMap<(Role, char), Vec<usize>, KeyHasher>,
}

impl Words {
    /// Reads a table of `data/languages`.
    pub(super) fn new(table: &'static str) -> Self {
        let mut words: HashMap<Role, Vec<Word>, KeyHasher> = HashMap::default();
        for [role, written, value] in table::rows::<3>(table) {
            let Some(role) = Role::of(role) else { continue };
            let entry = words.entry(role).or_default();
            for written in grammar::alternatives(written) {
                entry.push(Word {
                    written: written.into(),
                    value,
                });
            }
        }
        let mut firsts: HashMap<(Role, char), Vec<usize>, KeyHasher> = HashMap::default();
        let mut lasts: HashMap<(Role, char), Vec<usize>, KeyHasher> = HashMap::default();
        for (role, entry) in &mut words {
            entry.sort_by_key(|word| usize::MAX - word.written.len());
            for (place, word) in entry.iter().enumerate() {
                let first = cursor::next(&word.written, 0).map_or(' ', |(first, _)| first);
                let places = firsts.entry((*role, small(first))).or_default();
                places.push(place);
                let written = &word.written;
                let last = cursor::previous(written, written.len()).map_or(' ', |(last, _)| last);
                let places = lasts.entry((*role, small(last))).or_default();
                places.push(place);
            }
        }
        Self {
            of_role: words,
            firsts,
            lasts,
        }
    }

    /// The words of a role, the longest first.
    pub(super) fn all(&self, role: Role) -> &[Word] {
        self.of_role.get(&role).map_or(&[], Vec::as_slice)
    }

    /// The longest word of the role that stands at `at`: what it stands for, and the offset behind it.
    pub(super) fn at(&self, role: Role, text: &str, at: usize) -> Option<(&'static str, usize)> {
        let (found, _) = cursor::next(text, at)?;
        let places = self.firsts.get(&(role, small(found)))?;
        let words = self.all(role);
        places.iter().find_map(|place| {
            let word = &words[*place];
            let end = cursor::word(text, at, &word.written)?;
            Some((word.value, end))
        })
    }

    /// The longest word of the role that ends at `at`: what it stands for, and where it begins.
    pub(super) fn before(
        &self,
        role: Role,
        text: &str,
        at: usize,
    ) -> Option<(&'static str, usize)> {
        let (found, _) = cursor::previous(text, at)?;
        let places = self.lasts.get(&(role, small(found)))?;
        let words = self.all(role);
        places.iter().find_map(|place| {
            let word = &words[*place];
            let start = cursor::word_before(text, at, &word.written)?;
            Some((word.value, start))
        })
    }

    /// The offset behind a word of the role and the white space before it, or `at` where none stands.
    pub(super) fn skip(&self, role: Role, text: &str, at: usize) -> usize {
        self.at(role, text, cursor::skip_space(text, at))
            .map_or(at, |(_, end)| end)
    }
}

fn small(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: [(&str, &str); 6] = [
        ("en", include_str!("../../data/languages/en.tsv")),
        ("fr", include_str!("../../data/languages/fr.tsv")),
        ("es", include_str!("../../data/languages/es.tsv")),
        ("ru", include_str!("../../data/languages/ru.tsv")),
        ("ar", include_str!("../../data/languages/ar.tsv")),
        ("zh", include_str!("../../data/languages/zh.tsv")),
    ];

    #[test]
    fn every_row_has_a_role_words_and_a_source() {
        for (language, table) in TABLES {
            for [role, written, value, source] in table::rows::<4>(table) {
                let row = format!("{language}: {role} {written}");
                assert!(Role::of(role).is_some(), "{row}");
                assert!(!source.is_empty(), "{row}");
                for written in grammar::alternatives(written) {
                    assert!(!written.is_empty() && !written.contains("  "), "{row}");
                    assert_eq!(written.trim_start(), written, "{row}");
                }
                match role {
                    "month" => assert!((1..=12).contains(&value.parse::<u8>().unwrap()), "{row}"),
                    "act" | "its_act" => {
                        assert!(["resolution", "decision"].contains(&value), "{row}");
                    }
                    "letter" | "label" => assert_eq!(value.len(), 1, "{row}"),
                    "body" | "short_body" | "noun" => assert!(!value.is_empty(), "{row}"),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn each_language_has_its_months_and_principal_organs() {
        for (language, table) in &TABLES[1..] {
            let words = Words::new(table);
            let bodies: Vec<_> = words
                .all(Role::Body)
                .iter()
                .map(|word| word.value)
                .collect();
            for key in [
                "A", "S", "E", "T", "A/HRC", "E/CN.4", "E/CN.7", "E/CN.6", "E/CN.15",
            ] {
                assert!(bodies.contains(&key), "{language}: {key}");
            }
            let months = words.all(Role::Month);
            let complete =
                (1..=12).all(|month: u8| months.iter().any(|word| word.value == month.to_string()));
            assert!(complete || *language == "zh", "{language}");
        }
    }

    #[test]
    fn bodies_have_the_keys_of_the_table_of_bodies_or_a_name() {
        for (language, table) in TABLES {
            let words = Words::new(table);
            for word in words
                .all(Role::Body)
                .iter()
                .chain(words.all(Role::ShortBody))
            {
                let known = grammar::body(word.value).is_some();
                let named = word.value.contains(' ') || word.value == "Congress";
                assert!(known || named, "{language}: {}", word.value);
            }
        }
    }
}
