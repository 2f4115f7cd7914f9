//! The organ or subsidiary body that adopts or issues a document.

use std::borrow::Cow;
use std::fmt;

use crate::facts::GeneralComment;
use crate::families::{communications, general_comments};
use crate::grammar::{self, Adopts, PrefixKind};
use crate::{Referent, Symbol};

/// A body, identified by the components that begin its symbols: `A`, `S`, `A/HRC`, `E/CN.7`.
///
/// Names come from the table `data/bodies.tsv`; a body that is not in it still has its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Body(Cow<'static, str>);

/// Nouns that stand for a body by themselves once the text has named it.
pub(crate) const NOUNS: [&str; 8] = [
    "Commission",
    "Committee",
    "Council",
    "Conference",
    "Board",
    "Congress",
    "Parliament",
    "Forum",
];

impl Body {
    /// Key of the General Assembly.
    pub const GENERAL_ASSEMBLY: &'static str = "A";
    /// Key of the Security Council.
    pub const SECURITY_COUNCIL: &'static str = "S";
    /// Key of the Economic and Social Council.
    pub const ECONOMIC_AND_SOCIAL_COUNCIL: &'static str = "E";
    /// Key of the Human Rights Council.
    pub const HUMAN_RIGHTS_COUNCIL: &'static str = "A/HRC";
    /// Key of the Commission on Human Rights.
    pub const COMMISSION_ON_HUMAN_RIGHTS: &'static str = "E/CN.4";
    /// Key of the Trusteeship Council.
    pub const TRUSTEESHIP_COUNCIL: &'static str = "T";

    /// The body whose symbols begin with `key`.
    pub fn new(key: &str) -> Self {
        // Most bodies are in the table, whose keys need no copy.
        grammar::body(key).map_or_else(|| Self(Cow::Owned(key.into())), |row| Self::listed(row.key))
    }

    /// The body whose key is at hand for good.
    pub(crate) const fn listed(key: &'static str) -> Self {
        Self(Cow::Borrowed(key))
    }

    /// The body of the table that texts in any official language call `name`, by any of its names and with
    /// or without its article.
    pub fn named(name: &str) -> Option<Self> {
        let name = name
            .trim()
            .trim_start_matches("the ")
            .trim_start_matches("The ");
        let english = grammar::body_called(name).map(|row| row.key);
        let key = english.or_else(|| crate::languages::body_named(name))?;
        Some(Self::new(key))
    }

    /// Every body of the table whose name begins with `words`, with the rest of its name.
    pub fn beginning(words: &str) -> impl Iterator<Item = (Self, &'static str)> {
        grammar::bodies().filter_map(move |row| {
            let rest = row.name.strip_prefix(words)?;
            Some((Self::new(row.key), rest.trim_start()))
        })
    }

    /// The body that adopts what stands in the document `symbol` and numbers it in prose alone: of `CBD/COP/DEC/16/32`
    /// and `UNEP/EA.6/L.4` the conference and the assembly. `None` where it is neither a draft nor adopted.
    pub fn of_text(symbol: &str) -> Option<Self> {
        let marks = ["/L.", "/DEC/", "/RES/", "/Res.", "/Dec."];
        if !marks.iter().any(|mark| symbol.contains(mark)) {
            return None;
        }
        let begins = |key: &str| {
            let rest = symbol.strip_prefix(key);
            key.contains('/') && rest.is_some_and(|rest| rest.starts_with(['/', '.']))
        };
        let numbering = grammar::bodies().filter(|row| row.adopts == Adopts::Numbers);
        let keys = numbering.map(|row| row.key).filter(|key| begins(key));
        keys.max_by_key(|key| key.len()).map(Self::new)
    }

    /// The body whose resolutions and decisions the report `symbol` prints: the Commission on the Status of Women for
    /// `E/2020/27`.
    pub fn of_report(symbol: &Symbol) -> Option<Self> {
        let printed = |half: Symbol| grammar::body_of_report(half.canonical());
        symbol.issued_under().find_map(printed).map(Self::new)
    }

    /// The treaty body whose document `symbol` is: of `CEDAW/C/FRA/Q/9` the Committee on the Elimination of
    /// Discrimination against Women. The subcommittee that shares a prefix with its committee is none.
    pub fn of_treaty(symbol: &Symbol) -> Option<Self> {
        const SOCIAL_RIGHTS: &str = "E/C.12";
        const SUBCOMMITTEE: &str = "CAT/OP/";
        if symbol.canonical().starts_with(SUBCOMMITTEE) {
            return None;
        }
        let rest = symbol.canonical().strip_prefix(SOCIAL_RIGHTS);
        if rest.is_some_and(|rest| rest.starts_with('/')) {
            return Some(Self::new(SOCIAL_RIGHTS));
        }
        let prefix = grammar::prefix(symbol.prefix())?;
        let is_treaty_body = prefix.kind == PrefixKind::TreatyBody;
        is_treaty_body.then(|| Self::named(&format!("{} Committee", prefix.written)))?
    }

    /// What the general comment or the communication at `at` of `text` names in a document of this committee: `comment` is
    /// its canonical form, "general comment No. 4 (2009)", "communication No. 12/1999". `None` where it is no comment, where
    /// the words beside it leave it to somebody else, and where the committee has not come to its number.
    pub fn own_comment(&self, comment: &str, text: &str, at: usize) -> Option<Referent> {
        if let Some(own) = communications::of_committee(comment, self) {
            return Some(own);
        }
        let own = general_comments::of_committee(comment, self)?;
        general_comments::is_left_to(self, text, at).then_some(own)
    }

    /// Whether it is a committee that adopts general comments or general recommendations, as far as the table of them goes.
    pub fn has_comments(&self) -> bool {
        GeneralComment::is_author(self)
    }

    /// The components that begin the body's symbols, without a closing stroke.
    pub fn key(&self) -> &str {
        &self.0
    }

    /// The General Assembly.
    pub fn general_assembly() -> Self {
        Self::listed(Self::GENERAL_ASSEMBLY)
    }

    /// The name as United Nations English texts write it, where the table has the body.
    pub fn name(&self) -> Option<&'static str> {
        grammar::body(&self.0).map(|row| row.name)
    }

    /// The name that the body had when it adopted `number`: the Sub-Commission was called otherwise until 1999.
    pub fn name_at(&self, number: &str) -> &str {
        let former = grammar::former_name(&self.0, number);
        former.or_else(|| self.name()).unwrap_or(&self.0)
    }

    /// Whether it is a noun that a text has for a body, and not a name.
    pub fn is_noun(&self) -> bool {
        NOUNS.contains(&&*self.0)
            || matches!(
                &*self.0,
                "Conference of the Parties" | "Governing Council" | "Working Group"
            )
    }

    /// Whether the table has it as one that adopts texts with numbers.
    pub fn adopts(&self) -> bool {
        grammar::body(&self.0).is_some_and(|row| row.adopts != Adopts::Nothing)
    }

    /// Whether the number of a resolution makes a symbol of its own, as 67/172 makes A/RES/67/172.
    pub fn has_symbols(&self) -> bool {
        grammar::body(&self.0).is_some_and(|row| row.adopts == Adopts::Symbols)
    }

    /// Whether `number` ("66/1", "574 (XXVII)") has a form that the body uses, as far as the table knows its
    /// forms.
    pub fn may_write(&self, number: &str) -> bool {
        match grammar::body(&self.0) {
            _ if grammar::adopts_nothing(&self.0) => false,
            // Special sessions have been counted so by organs alone, which the table has.
            None => form_of(number) != Some("S-session/n"),
            Some(row) if row.numbers.is_empty() || form_of(number).is_none() => true,
            Some(_) => self.is_known_to_write(number),
        }
    }

    /// Whether the table has the form of `number` among those of the body.
    pub fn is_known_to_write(&self, number: &str) -> bool {
        let form = form_of(number);
        grammar::body(&self.0)
            .is_some_and(|row| form.is_some_and(|form| row.numbers.contains(&form)))
    }
}

/// The form of a number, as the table names it; `None` for the rarer ones.
fn form_of(number: &str) -> Option<&'static str> {
    let figures = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_year = |text: &str| figures(text) && text.len() == 4;
    let number = number.trim_end_matches(|c: char| c.is_ascii_uppercase() || c == ' ');
    if let Some((first, second)) = number.split_once('/') {
        if first.strip_prefix("S-").is_some_and(figures) && figures(second) {
            return Some("S-session/n");
        }
        if crate::Roman::parse(first).is_some() && figures(second) {
            return Some("roman/n");
        }
        return match (figures(first), figures(second.trim())) {
            (true, true) if is_year(first) => Some("year/n"),
            (true, true) if is_year(second) => Some("n/year"),
            (true, true) => Some("session/n"),
            (true, false) => Some("n/code"),
            _ => None,
        };
    }
    if let Some((first, inner)) = number.split_once('(') {
        let inner = inner.trim_end_matches(')');
        return match first.trim_end_matches(|c: char| c.is_ascii_uppercase() || c == ' ') {
            first if !figures(first) => None,
            _ if is_year(inner) => Some("n(year)"),
            _ if figures(inner) => None,
            _ => Some("n(session)"),
        };
    }
    if let Some((first, second)) = number.split_once('.') {
        return (figures(first) && figures(second)).then_some("n.n");
    }
    figures(number).then_some("n")
}

impl fmt::Display for Body {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name().unwrap_or(&self.0))
    }
}
