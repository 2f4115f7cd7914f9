//! A citation: a place in a text that identifies one document.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use crate::families::general_comments;
use crate::{
    Act, Adopted, Body, LabourInstrument, Pinpoint, Symbol, UnionAct, WrittenDate, languages,
};

/// The kind of a citation, as `penholder references` prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A document symbol with an organ prefix: `A/RES/67/172`.
    Symbol,
    /// The number of a resolution or decision in prose: `67/172`, `1325 (2000)`.
    Number,
    /// A treaty or other instrument by its title.
    Named,
    /// A volume of the Treaty Series, or a supplement without a symbol.
    Series,
    /// An acronym or a short form that stands for an instrument: `ICRMW`.
    Short,
    /// A back-reference: *ibid.*
    Back,
}

impl Kind {
    /// The name of the kind in machine output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Symbol => "symbol",
            Self::Number => "number",
            Self::Named => "named",
            Self::Series => "series",
            Self::Short => "short",
            Self::Back => "back",
        }
    }
}

/// What a citation names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Referent {
    /// A document that has a symbol.
    Symbol(Symbol),
    /// An instrument by its official title.
    Instrument(Arc<str>),
    /// A convention, recommendation or protocol of the International Labour Organization.
    Labour(LabourInstrument),
    /// An act of the European Union.
    UnionAct(UnionAct),
    /// Anything else with a fixed form: `Commission on Narcotic Drugs: 51/12`.
    Other(Arc<str>),
}

impl Referent {
    /// The symbol, where the document has one.
    pub fn symbol(&self) -> Option<&Symbol> {
        match self {
            Self::Symbol(symbol) => Some(symbol),
            _ => None,
        }
    }

    /// The words by which a general comment of a committee goes on once the committee has been named: "general comment No.
    /// 13".
    pub fn comment_without_committee(&self) -> Option<String> {
        general_comments::without_committee(self)
    }

    /// What `words`, a general comment without its committee, name where the committee is that of this one; `None` where this
    /// is none of a committee, or that committee has no such comment.
    pub fn comment_beside(&self, words: &str) -> Option<Self> {
        general_comments::beside(self, words)
    }

    /// The year of the general comment that this is, where the tables have it from texts and neither its adoption nor its
    /// issue can have been in the `stated` one.
    pub fn comment_year_instead_of(&self, stated: u16) -> Option<u16> {
        general_comments::year_instead_of(stated, self)
    }
}

impl fmt::Display for Referent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Symbol(symbol) => symbol.fmt(out),
            Self::Labour(instrument) => instrument.fmt(out),
            Self::UnionAct(act) => act.fmt(out),
            Self::Instrument(title) | Self::Other(title) => out.write_str(title),
        }
    }
}

/// How the text says whose number it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The body is named beside the number, or earlier in the same sentence: "General Assembly
    /// resolution", or it is part of the symbol.
    Named(Body),
    /// "Council resolution", "resolution 66/1 of the Commission": a noun for a body that the text spells
    /// out elsewhere. The body's key is that noun.
    Short(Body),
    /// "its resolution": the body that speaks, which the document decides unless the sentence named
    /// another (`previous`) before.
    Its {
        /// The body named last before "its" in the same sentence, if any.
        previous: Option<Body>,
    },
    /// "mandated by the Human Rights Council in its resolutions": "its" may be the named body's own.
    Theirs(Body),
    /// A number that may be the rest of a list, torn by a page break from the words that open it; a
    /// reference only where the block before breaks off in such a list or in front of a number.
    TornOff,
    /// "resolution 67/172", with no body.
    Unnamed {
        /// The body named last in the same sentence, if any.
        previous: Option<Body>,
    },
}

/// What the token is, before anybody decides whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// The token names its document by itself: a symbol, a title, a series volume.
    Whole(Referent),
    /// A symbol, or another document's fixed form, that is written wrongly; the corrections are ranked,
    /// best first.
    Mistyped {
        /// What was probably meant, in the words that replace the token, and the slip in words ("letters
        /// swapped: A/HRC").
        corrections: Vec<(Referent, Cow<'static, str>)>,
    },
    /// A number in prose whose body comes from the context; [`Citation::number`] makes its symbol.
    Number {
        /// "resolution" or "decision".
        act: Act,
        /// How the text says whose number it is.
        naming: Naming,
        /// For a letter that stands for a whole number (the "B" of "53/243 A and B"): the number
        /// without its letter.
        stem: Option<String>,
    },
    /// A number that opens a line as the number of a resolution opens its title ("78/217. Protection of
    /// migrants"); a reference where it is the document's own, or where the document tells whose texts it prints or lists.
    TitleLine,
    /// The title of an instrument that the lexicon does not have; the token's words are its name.
    Title {
        /// Where the noun that the title is built on stands: "Accord" in "Nouméa Accord".
        noun: Range<usize>,
    },
    /// A treaty in a list that shares its noun: "treaties of Tlatelolco", "Rarotonga", "Basel" before "Rotterdam and
    /// Stockholm Conventions".
    ListedTreaty {
        /// Where its place or year stands.
        place: Range<usize>,
        /// What one of them is called: "Treaty".
        noun: &'static str,
    },
    /// What a conference adopted under a number of its own: "resolution 1" behind its report, "decision 1 of the Fifth
    /// Review Conference".
    OfConference {
        /// Where the conference is named.
        name: Range<usize>,
    },
    /// What has the form in which a body writes its own, with nothing near it that says so ("By 418 (1977) it acted",
    /// "opinion No. 28/2014"): a reference only where the draft names that body.
    WhereNamed {
        /// Whose it is.
        body: Body,
        /// What it is there.
        form: Box<Form>,
    },
    /// A goal of the 2030 Agenda, a target or an indicator by its number alone, "target 10.7": a reference only where the
    /// draft names that Agenda or its Goals.
    WhereGoals,
    /// *Ibid.*, *idem*, "note 12 above", "the Convention": what another place names.
    Back(Back),
}

/// Where a back-reference points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Back {
    /// *Ibid.*, *idem*: the source of the note before.
    NoteBefore,
    /// "note 12 above": the source of that note.
    Note(u16),
    /// "the Convention", "that Protocol": the instrument that the text has named so, or the only one of its kind.
    Noun,
    /// "la Charte", "del Pacto": the same in another language, by the English noun that titles are known by.
    Called(&'static str),
    /// "et le Protocole facultatif s’y rapportant", "y su Protocolo Facultativo": the protocol, by its English noun, to the
    /// instrument named before.
    Thereto(&'static str),
    /// "le Protocole facultatif se rapportant à la Convention": the protocol, by its English noun, to the instrument that the
    /// second noun stands for.
    ToTreaty(&'static str, &'static str),
    /// "that resolution": the only one that the sentence has named.
    Adopted(Act),
    /// "resolution 2" behind *ibid.*: the number in the report of a conference that the note before cites.
    InReport,
    /// *Op. cit.*: a work of the same author, cited somewhere before.
    Cited,
}

impl Back {
    /// Whether a noun for an instrument is referred back with.
    pub const fn is_instrument(self) -> bool {
        matches!(
            self,
            Self::Noun | Self::Called(_) | Self::Thereto(_) | Self::ToTreaty(..)
        )
    }
}

/// A date stated for a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedDate {
    /// The date as written.
    pub date: WrittenDate,
    /// Byte range of the words ("20 December 2012").
    pub span: Range<usize>,
}

/// A place in a text that identifies one document. All ranges are byte offsets into the scanned text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The smallest stretch that identifies the document; for labels and underlines.
    pub token: Range<usize>,
    /// The token with its organ, act, date and paragraph reference; for links and rewriting.
    pub phrase: Range<usize>,
    /// The kind.
    pub kind: Kind,
    /// What the token is.
    pub form: Form,
    /// Paragraph reference attached to it.
    pub pinpoint: Option<Pinpoint>,
    /// Date stated for it.
    pub date: Option<StatedDate>,
}

impl Citation {
    /// The symbol of a number in prose if `body` adopted it; `None` where the body has no such form.
    ///
    /// `text` is the scanned text.
    pub fn number(&self, text: &str, body: &Body) -> Option<Symbol> {
        self.number_as(&self.written(text)?, body)
    }

    /// The same, where the token is known as English writes it: what [`Self::written`] says.
    pub fn number_as(&self, token: &str, body: &Body) -> Option<Symbol> {
        let (act, stem) = match &self.form {
            Form::Number { act, stem, .. } => (*act, stem.as_deref()),
            Form::TitleLine => (Act::Resolution, None),
            _ => return None,
        };
        if stem.is_none() && Adopted::is_read_from_figures(body, act, token) {
            return Adopted::from_figures(body, act, token).map(Symbol::of);
        }
        let mut symbol = String::with_capacity(64);
        symbol.extend([body.key(), "/", act.component(), "/"]);
        if stem.is_none() && is_plain(token) {
            symbol.push_str(token);
            return Symbol::parse(&symbol);
        }
        let words = stem.into_iter().flat_map(str::split_whitespace);
        let words: Vec<&str> = words.chain(token.split_whitespace()).collect();
        symbol.push_str(&words.join(" ").replace("/ ", "/"));
        Symbol::parse(&symbol)
    }

    /// The resolution of the General Assembly that a number without its session is, `2758`; for a number that is known to
    /// be the Assembly's.
    ///
    /// `text` is the scanned text.
    pub fn running_number(&self, text: &str) -> Option<Symbol> {
        let Form::Number {
            act: Act::Resolution,
            stem: None,
            ..
        } = &self.form
        else {
            return None;
        };
        Adopted::running(&self.written(text)?).map(Symbol::of)
    }

    /// The token as English writes it: `217 A (III)` for `217 ألف (د - 3)`, else as it stands.
    ///
    /// `text` is the scanned text.
    pub fn written<'t>(&self, text: &'t str) -> Option<Cow<'t, str>> {
        let token = text.get(self.token.clone())?;
        if is_plain(token) {
            return Some(Cow::Borrowed(token));
        }
        let in_latin = || languages::in_latin(token).map(Cow::Owned);
        Some(match self.form {
            // A range of letters ("A a E") is joined by a word of its language, in whatever script.
            Form::Number { .. } if token.len() > 1 || !token.is_ascii() => {
                in_latin().unwrap_or(Cow::Borrowed(token))
            }
            _ => Cow::Borrowed(token),
        })
    }
}

/// Whether a number is written as all languages write it, and on one line: `67/172`, `1325 (2000)`.
fn is_plain(token: &str) -> bool {
    let is_figure = |byte: &u8| byte.is_ascii_digit();
    let bytes = token.as_bytes();
    let figures = bytes
        .iter()
        .take_while(|byte| is_figure(byte) || **byte == b'/');
    match &bytes[figures.count()..] {
        [] => true,
        [b' ', b'(', year @ .., b')'] => year.iter().all(is_figure),
        _ => false,
    }
}
