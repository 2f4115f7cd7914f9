//! A reference: a citation of the draft, bound to what it names, with its verdict.

use std::ops::Range;
use std::sync::Arc;

use citation::facts::{DateBasis, Standing};
use citation::{Body, Date, Kind, Pinpoint, Referent, StatedDate};
use sources::{ParagraphAnswer, Source};

use crate::Currency;

/// The existence part of a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Existence {
    /// No such form.
    Malformed,
    /// A fact leaves no room for it.
    Impossible,
    /// Possible, not held.
    Unknown,
    /// In the built-in catalogue, or inside a range verified without gaps, and not held.
    Exists,
    /// In the sources of the user: a file of the sources folder or of the corpus.
    Held,
}

impl Existence {
    /// The word in machine output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::Impossible => "impossible",
            Self::Unknown => "unknown",
            Self::Exists => "exists",
            Self::Held => "held",
        }
    }
}

/// What was probably meant: words to put in place of the reference's token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The text that replaces the token: `A/HRC/53/26`, `1325 (2000)`.
    pub text: String,
    /// Why, in words: "letters swapped".
    pub reason: String,
}

/// How a stated detail compares with what the sources or fact tables say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Agreement<T> {
    /// Nothing is stated, or nothing is known to compare it with.
    NotCheckable,
    /// It agrees.
    Agrees,
    /// It contradicts; the value is what would be right.
    Contradicts(T),
    /// It contradicts whatever would be right: that lies between these two, first and last.
    Outside(T, T),
    /// There is no such day in the calendar; the value is what would be right, where that is known.
    NoSuchDay(Option<T>),
}

/// The title that a text gives a document, beside its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedTitle {
    /// The words without quotation marks, on one line.
    pub words: String,
    /// Byte range of the words in the draft.
    pub span: Range<usize>,
}

/// A citation of the draft, bound. All ranges are byte offsets into the draft, unless whoever hands it out says
/// otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The smallest stretch that identifies the document.
    pub token: Range<usize>,
    /// The token with organ, date and paragraph reference.
    pub phrase: Range<usize>,
    /// The kind.
    pub kind: Kind,
    /// What it names, or the likeliest of its candidates; `None` while nothing is likely or it is
    /// malformed.
    pub referent: Option<Referent>,
    /// What it may name where the text does not settle whose number it is, the likeliest first. Such a
    /// reference has no verdict.
    pub candidates: Vec<Referent>,
    /// The draft's own symbol or number: masthead, running heads, title line.
    pub is_own: bool,
    /// The paragraph reference attached to it, ranges in the draft.
    pub pinpoint: Option<Pinpoint>,
    /// The stated date, range in the draft.
    pub date: Option<StatedDate>,
    /// The stated title: in quotation marks, or after "on".
    pub title: Option<StatedTitle>,
    /// The existence part of the verdict.
    pub existence: Existence,
    /// Why it is malformed, impossible or, though unknown, probably a slip: one sentence in a drafter's
    /// words; empty otherwise.
    pub reason: String,
    /// How well the fact behind the reason is known: what is no more than observed calls for a hint.
    pub reason_standing: Standing,
    /// What was probably meant, best first: by a malformed or impossible reference, or by one whose date is
    /// that of another number.
    pub corrections: Vec<Correction>,
    /// The currency part of the verdict, as of the draft's date.
    pub currency: Currency,
    /// The source, where it is held.
    pub source: Option<Arc<Source>>,
    /// The stated date against the date of adoption.
    pub date_agreement: Agreement<Date>,
    /// How it is known that the stated date is right or wrong, where it is.
    pub date_basis: Option<DateBasis>,
    /// The stated title against the held one.
    pub title_agreement: Agreement<Arc<str>>,
    /// The organ that the text names against the one that numbers its texts in this way.
    pub organ_agreement: Agreement<Body>,
    /// What the source says at the paragraph reference, where both are there.
    pub paragraph: Option<ParagraphAnswer>,
}

impl Reference {
    /// A reference at `token` of which nothing is known.
    pub const fn new(token: Range<usize>, kind: Kind) -> Self {
        Self {
            phrase: token.start..token.end,
            token,
            kind,
            referent: None,
            candidates: Vec::new(),
            is_own: false,
            pinpoint: None,
            date: None,
            title: None,
            existence: Existence::Unknown,
            reason: String::new(),
            reason_standing: Standing::Verified,
            corrections: Vec::new(),
            currency: Currency::NotCheckable,
            source: None,
            date_agreement: Agreement::NotCheckable,
            date_basis: None,
            title_agreement: Agreement::NotCheckable,
            organ_agreement: Agreement::NotCheckable,
            paragraph: None,
        }
    }

    /// The same reference with every range moved behind `start`.
    #[must_use]
    pub fn moved(&self, start: usize) -> Self {
        self.with_places(|place| place.wrapping_add(start))
    }

    /// The reverse of [`Reference::moved`].
    #[must_use]
    pub(crate) fn moved_back(&self, start: usize) -> Self {
        // What a reference has before its block wraps around, and comes back when it is moved.
        self.with_places(|place| place.wrapping_sub(start))
    }

    fn with_places(&self, place: impl Fn(usize) -> usize) -> Self {
        let moved = |range: &mut Range<usize>| *range = place(range.start)..place(range.end);
        let mut reference = self.clone();
        moved(&mut reference.token);
        moved(&mut reference.phrase);
        if let Some(pinpoint) = &mut reference.pinpoint {
            moved(&mut pinpoint.span);
        }
        if let Some(date) = &mut reference.date {
            moved(&mut date.span);
        }
        if let Some(title) = &mut reference.title {
            moved(&mut title.span);
        }
        reference
    }
}
