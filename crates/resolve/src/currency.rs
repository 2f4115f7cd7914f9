//! Whether a document is the latest of its kind, as of the draft's date.
//!
//! An old text is not full of outdated references: only what had come by the day of the draft counts.

use citation::facts::{self, Replacing, Standing};
use citation::{Date, Referent, Symbol};
use sources::{Source, SourceKind, Sources};

/// No document has been revised or corrected more often than this.
const MOST_REVISIONS: u16 = 20;

/// The currency part of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Currency {
    /// No fact says what came after it.
    NotCheckable,
    /// The facts would say if anything had taken its place by the draft's date, and they name nothing.
    Current,
    /// Something has come after it; what takes its place first.
    Outdated(Vec<Successor>),
}

impl Currency {
    /// What has come after it, if anything is known to.
    pub fn successors(&self) -> &[Successor] {
        match self {
            Self::Outdated(successors) => successors,
            Self::NotCheckable | Self::Current => &[],
        }
    }
}

/// A document that came after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// The later document.
    pub symbol: Symbol,
    /// What it is to the earlier one.
    pub succession: Succession,
    /// When it was adopted, or issued, where that is known.
    pub date: Option<Date>,
    /// How it is known that it followed.
    pub standing: Standing,
}

/// What a later document is to an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Succession {
    /// The draft became it.
    Adopted,
    /// It is a revision and takes its place.
    Revised,
    /// It corrects it.
    Corrected,
    /// It takes its place, by its own words.
    Superseded,
    /// It ends it, by its own words, and puts nothing in its place.
    Abolished,
    /// It is the same document, issued again; its symbol is mostly the same.
    Reissued,
    /// It has the same title and takes up the same item. Citing the earlier one is often right.
    SameTitle,
}

impl Succession {
    const fn of(does: Replacing) -> Self {
        match does {
            Replacing::Supersedes => Self::Superseded,
            Replacing::Abolishes => Self::Abolished,
            Replacing::Reissues => Self::Reissued,
        }
    }

    /// The word in machine output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Adopted => "adopted",
            Self::Revised => "revised",
            Self::Corrected => "corrected",
            Self::Superseded => "superseded",
            Self::Abolished => "abolished",
            Self::Reissued => "reissued",
            Self::SameTitle => "same title",
        }
    }
}

/// The currency of the document behind `referent`, whose source is `source` where it is held.
pub(crate) fn of(
    referent: Option<&Referent>,
    source: Option<&Source>,
    sources: &dyn Sources,
    as_of: Date,
) -> Currency {
    let Some(symbol) = referent.and_then(Referent::symbol) else {
        return Currency::NotCheckable;
    };
    let replaced = replaced(symbol, sources, as_of);
    if symbol.adopted().is_some() {
        return of_adopted(symbol, source, replaced, as_of);
    }
    let mut successors = Vec::new();
    let outcome = facts::draft_outcome(symbol);
    if let Some(outcome) = &outcome {
        successors.extend(adopted(outcome, as_of));
        successors.extend(revision(symbol, outcome, as_of));
    }
    successors.extend(issued_later(symbol, sources, as_of));
    successors.extend(replaced);
    match (successors.is_empty(), outcome) {
        (false, _) => Currency::Outdated(successors),
        (true, Some(_)) => Currency::Current,
        (true, None) => Currency::NotCheckable,
    }
}

/// A resolution, which another may supersede, or with its title follow.
fn of_adopted(
    symbol: &Symbol,
    source: Option<&Source>,
    replaced: Vec<Successor>,
    as_of: Date,
) -> Currency {
    let mut successors = replaced;
    // What a resolution declares or opens for signature is not taken up again by a report on it.
    let stands = |source: &Source| matches!(source.kind, SourceKind::Treaty | SourceKind::Outcome);
    let later = (!source.is_some_and(stands))
        .then(|| facts::later_in_series(symbol, as_of))
        .flatten();
    let is_last = later.as_ref().is_some_and(Option::is_none);
    successors.extend(later.flatten().map(|later| Successor {
        date: facts::adoption_date(&later).map(|known| known.date),
        symbol: later,
        succession: Succession::SameTitle,
        standing: Standing::Observed,
    }));
    match (successors.is_empty(), is_last) {
        (false, _) => Currency::Outdated(successors),
        (true, true) => Currency::Current,
        (true, false) => Currency::NotCheckable,
    }
}

/// What had superseded, abolished or reissued the document by `as_of`, as the table and the texts held say.
/// A text without a day cannot be said to have come before the draft.
fn replaced(symbol: &Symbol, sources: &dyn Sources, as_of: Date) -> Vec<Successor> {
    let known = facts::replaced(symbol).filter(|known| known.known_by <= as_of);
    let of_table = known.map(|known| Successor {
        symbol: known.by,
        succession: Succession::of(known.does),
        date: known.date,
        standing: known.standing,
    });
    let of_texts = sources
        .replaced(symbol)
        .value
        .into_iter()
        .filter_map(|one| {
            Some(Successor {
                symbol: one.by,
                succession: Succession::of(one.does),
                date: Some(one.date.filter(|date| *date <= as_of)?),
                standing: Standing::Verified,
            })
        });
    let mut all: Vec<Successor> = Vec::new();
    for one in of_table.into_iter().chain(of_texts) {
        if !all.iter().any(|other| other.symbol == one.symbol) {
            all.push(one);
        }
    }
    // A second printing is the least that can come after a document.
    all.sort_by_key(|one| one.succession == Succession::Reissued);
    all
}

fn adopted(outcome: &facts::DraftOutcome, as_of: Date) -> Option<Successor> {
    facts::is_adopted_by(&outcome.adopted, as_of).then(|| Successor {
        symbol: outcome.adopted.clone(),
        succession: Succession::Adopted,
        date: facts::adoption_date(&outcome.adopted).map(|known| known.date),
        standing: outcome.standing,
    })
}

fn revision(symbol: &Symbol, outcome: &facts::DraftOutcome, as_of: Date) -> Option<Successor> {
    let revision = outcome
        .revision
        .clone()
        .filter(|revision| revision != symbol)?;
    let had_come = match outcome.revised {
        Some(day) => day <= as_of,
        None => facts::is_adopted_by(&outcome.adopted, as_of),
    };
    had_come.then_some(Successor {
        symbol: revision,
        succession: Succession::Revised,
        date: outcome.revised,
        standing: outcome.standing,
    })
}

/// The last revision and corrigendum among the sources that had been issued by `as_of`.
fn issued_later(symbol: &Symbol, sources: &dyn Sources, as_of: Date) -> Vec<Successor> {
    if !sources.may_have_revised() {
        return Vec::new();
    }
    let canonical = symbol.canonical();
    if canonical.contains("/Corr.") || canonical.contains("/Add.") {
        return Vec::new();
    }
    let (base, revised) = match canonical.split_once("/Rev.") {
        Some((base, number)) => {
            let base = Symbol::parse(base).unwrap_or_else(|| symbol.base());
            (base, number.parse().unwrap_or(MOST_REVISIONS))
        }
        None => (symbol.clone(), 0),
    };
    let kinds = [
        (Succession::Revised, &base, "Rev", revised + 1),
        (Succession::Corrected, symbol, "Corr", 1),
    ];
    let mut successors = Vec::new();
    for (succession, earlier, suffix, first) in kinds {
        let last = (first..=MOST_REVISIONS)
            .map_while(|number| issued(earlier.with_suffix(suffix, number), sources))
            .take_while(|(_, date)| *date <= as_of)
            .last();
        successors.extend(last.map(|(symbol, date)| Successor {
            symbol,
            succession,
            date: Some(date),
            standing: Standing::Verified,
        }));
    }
    successors
}

/// The source with this symbol, and when it was issued.
fn issued(symbol: Symbol, sources: &dyn Sources) -> Option<(Symbol, Date)> {
    let source = sources.resolve(&Referent::Symbol(symbol.clone())).value?;
    Some((symbol, source.date?))
}
