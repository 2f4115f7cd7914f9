//! The six official languages, and how each writes a date.

use super::words::Role;
use super::{GRAMMARS, Grammar};
use crate::Date;

/// An official language of the United Nations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, and whatever is none of the others.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Russian.
    Russian,
    /// Arabic.
    Arabic,
    /// Chinese.
    Chinese,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Self; 6] = [
        Self::English,
        Self::French,
        Self::Spanish,
        Self::Russian,
        Self::Arabic,
        Self::Chinese,
    ];

    /// The language that a code names, with or without a region: `fr`, `fr-CH`, `zh_CN`.
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.split(['-', '_']).next()?.trim();
        let is_meant = |language: &Self| language.code().eq_ignore_ascii_case(code);
        Self::ALL.into_iter().find(is_meant)
    }

    /// The code that document addresses use: `en`, `fr`, `es`, `ru`, `ar`, `zh`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Russian => "ru",
            Self::Arabic => "ar",
            Self::Chinese => "zh",
        }
    }

    /// The language in which `written` is a whole date; `None` where it is a date in none.
    pub fn of_date(written: &str) -> Option<Self> {
        if Date::parse_prose(written).is_some() {
            return Some(Self::English);
        }
        let whole = |grammar: &&&dyn Grammar| {
            grammar
                .date(written, 0)
                .is_some_and(|(stated, _)| stated.span == (0..written.len()))
        };
        GRAMMARS
            .iter()
            .find(whole)
            .map(|grammar| grammar.language())
    }

    /// `date` as this language writes it, without a word for "year": "20 décembre 2012",
    /// "2012年12月20日".
    pub fn date(self, date: Date) -> String {
        let month = GRAMMARS
            .iter()
            .find(|grammar| grammar.language() == self)
            .and_then(|grammar| {
                let months = grammar.words().all(Role::Month);
                months
                    .iter()
                    .find(|word| word.value == date.month().to_string())
            })
            .map_or("", |word| &*word.written);
        match (self, date.day()) {
            (Self::English, _) => date.in_prose(),
            (Self::Chinese, day) => format!("{}年{}月{day}日", date.year(), date.month()),
            (Self::Spanish, day) => format!("{day} de {month} de {}", date.year()),
            (Self::French, 1) => format!("1er {month} {}", date.year()),
            (_, day) => format!("{day} {month} {}", date.year()),
        }
    }
}
