//! Binds each citation of a block to the document it names.
//!
//! What needs more than the citation's own block is decided here: whose number "67/172" is, what a list
//! that a page break tears apart goes on with.

mod alone;
mod broken_off;
mod charter;
mod committee;
mod companions;
mod instruments;
mod introduced;
mod notes;
mod number;
mod rivals;
mod short_forms;
mod title_line;
mod voices;

pub(crate) use number::with_year;

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use citation::{AGENDA, Lexicon};
use citation::{Act, Back, Citation, Form, Kind, Naming, Pinpoint, Referent, StatedDate, Symbol};
use draft::Block;

use crate::notices::Rest;
use crate::speaker::Speaker;
pub(crate) use broken_off::{BrokenOff, Ending};
use notes::Notes;
use number::Numbers;
pub(crate) use number::Written;
use short_forms::{ShortForms, is_definition};
pub(crate) use voices::Voices;

/// A citation with what it names; ranges are byte offsets into its block.
pub(crate) struct Bound {
    pub(crate) token: Range<usize>,
    pub(crate) phrase: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) referent: Option<Referent>,
    pub(crate) certainty: Certainty,
    pub(crate) is_own: bool,
    /// Whether it is *ibid.*, which goes on with the note before.
    pub(crate) is_note_before: bool,
    pub(crate) pinpoint: Option<Pinpoint>,
    pub(crate) date: Option<StatedDate>,
    /// The words of the token.
    pub(crate) written: String,
    pub(crate) mistyped: Vec<(Referent, Cow<'static, str>)>,
    /// The name of a known instrument that the token has but for small words.
    pub(crate) misnamed: Option<Arc<str>>,
}

impl Bound {
    /// Whether the text settles what is named, so that a verdict may be passed.
    pub(crate) fn is_settled(&self) -> bool {
        self.certainty == Certainty::Named
    }
}

/// How sure it is what a citation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// The text settles it.
    Named,
    /// Words that point back, and can mean nothing else: what their document lacks is worth saying.
    PointedTo,
    /// The text leaves it open.
    Open,
}

/// What a citation names, and whether the text settles it.
pub(crate) type Meaning = (Option<Referent>, bool);

/// Binds every citation of `block`, in text order. `before` is what the blocks before leave open.
pub(crate) fn citations(
    block: &Block<'_>,
    text: &str,
    before: &BrokenOff,
    speaker: &Speaker,
    lexicon: &Lexicon,
    rest: &Rest<'_>,
) -> Vec<Bound> {
    let mut binder = Binder {
        speaker,
        numbers: Numbers {
            speaker,
            rest,
            lines: voices::of(text),
        },
        before,
        notes: Notes { rest },
        short_forms: ShortForms::new(rest, lexicon),
    };
    let mut bound = Vec::new();
    let mut numbers = Vec::new();
    let mut acronyms = 0;
    for citation in &block.marks.citations {
        binder.introduced(block, text, citation.token.start, &mut acronyms, &mut bound);
        let Some(citation) = binder.mended(citation, text, block) else {
            continue;
        };
        let Some(one) = binder.bind(&citation, text, block, &bound) else {
            continue;
        };
        if matches!(citation.form, Form::Number { .. }) {
            numbers.push((bound.len(), citation));
        }
        binder.short_forms.named(&one);
        bound.push(one);
    }
    binder.introduced(block, text, usize::MAX, &mut acronyms, &mut bound);
    binder.numbers.agree(&mut bound, &numbers, text);
    binder.numbers.tell_voices();
    binder.notes.behind(block, text, &bound);
    binder
        .short_forms
        .defined_before(block, text, usize::MAX, &bound);
    bound
}

/// So near before a general comment without its committee stands another that may tell it, in bytes.
const NEAR_COMMENT: usize = 200;

/// What the general comment `referent` at the byte `at`, beside which no committee is named, is where those that stand near
/// before it are one committee's: "its general recommendation No. 35 (2017), updating general recommendation No. 19".
fn comment_beside(referent: &Referent, earlier: &[Bound], at: usize) -> Option<Referent> {
    let Referent::Other(words) = referent else {
        return None;
    };
    let near = earlier.iter().rev();
    let near = near.take_while(|one| one.token.end + NEAR_COMMENT >= at);
    let mut told = near.filter_map(|one| one.referent.as_ref()?.comment_beside(words));
    let first = told.next()?;
    told.all(|other| other == first).then_some(first)
}

/// How many citations before "that resolution" may be what it means.
const NEAR: usize = 40;

/// What words that point back mean, and whether they can mean nothing else.
pub(crate) type Antecedent = (Referent, bool);

/// The resolution or decision that "that resolution" at the byte `at` of its block means: for certain the only one
/// of its sentence or of the one before, with no other resolution spoken of in between, or that of the block where the
/// sentence has none.
fn antecedent(act: Act, earlier: &[Bound], text: &str, at: usize) -> Option<Antecedent> {
    let sentence = short_forms::sentence_start(text, at);
    let only = |from: usize| -> Option<Option<Referent>> {
        let mut named = earlier
            .iter()
            .rev()
            .take(NEAR)
            .filter(|one| one.token.start >= from && one.kind != Kind::Back)
            .filter_map(|one| one.referent.as_ref())
            .filter(|referent| {
                referent
                    .symbol()
                    .and_then(Symbol::adopted)
                    .is_some_and(|adopted| adopted.act == act)
            });
        let first = named.next()?;
        Some(named.all(|other| other == first).then(|| first.clone()))
    };
    if let Some(named) = only(sentence) {
        return Some((named?, true));
    }
    let meant = only(0).flatten()?;
    let before = short_forms::sentence_start(text, sentence.saturating_sub(1));
    let mut near = earlier.iter().filter(|one| one.token.start >= before);
    let certain = near.next().is_some_and(|one| {
        let between = text.get(one.phrase.end..at).unwrap_or_default();
        one.referent.as_ref() == Some(&meant)
            && one.certainty != Certainty::Open
            && !between.contains(act.word())
    });
    Some((meant, certain && near.next().is_none()))
}

/// What a conference adopted under `number`.
fn numbered(conference: &str, number: &str) -> Referent {
    Referent::Other(format!("{conference}: {number}").into())
}

/// The words of a token without line breaks.
fn one_line(written: &str) -> String {
    let words = citation::single_spaced(written);
    if words.contains("- ") {
        return words.replace("- ", "-");
    }
    words.into_owned()
}

struct Binder<'d> {
    speaker: &'d Speaker,
    numbers: Numbers<'d>,
    before: &'d BrokenOff,
    notes: Notes<'d>,
    short_forms: ShortForms<'d>,
}

impl Binder<'_> {
    /// What a general comment or a communication at `at` without the name of a committee is in a document of one: "The
    /// Committee, in its general recommendation No. 19".
    fn own_comment(&self, referent: &Referent, text: &str, at: usize) -> Option<Referent> {
        let Referent::Other(written) = referent else {
            return None;
        };
        // What is submitted to a committee may cite another's: there the number has to have its year.
        let is_told = self.speaker.is_committees || written.contains('(');
        let is_ones =
            written.starts_with("general ") && is_told || written.starts_with("communication ");
        let committee = is_ones.then_some(self.speaker.committee.as_ref())??;
        committee.own_comment(written, text, at)
    }

    /// What the general comment `referent` is, beside which no committee is named, where the draft has cited it with one before;
    /// takes note of one that has its committee.
    fn comment_again(&self, referent: &Referent, kind: Kind) -> Option<Referent> {
        if kind != Kind::Named {
            return None;
        }
        if let Some(words) = referent.comment_without_committee() {
            self.short_forms.comment(words.into(), referent);
            return None;
        }
        match referent {
            Referent::Other(words) if words.starts_with("general ") => {
                self.short_forms.defined_as(words)
            }
            _ => None,
        }
    }

    /// The citation with what the block before says of it; `None` where it is none after all.
    fn mended<'c>(
        &self,
        citation: &'c Citation,
        text: &str,
        block: &Block<'_>,
    ) -> Option<Cow<'c, Citation>> {
        match &citation.form {
            Form::Number {
                naming: Naming::TornOff,
                ..
            } => {
                let rest = self.before.mended(citation, text, block);
                rest.or_else(|| {
                    alone::opening(citation, text, self.numbers.rest, self.speaker.adopted_by)
                })
                .map(Cow::Owned)
            }
            Form::TitleLine => Some(Cow::Owned(self.title_line(citation, text, block)?)),
            Form::WhereNamed { body, form } => self.numbers.rest.names(body).then(|| {
                Cow::Owned(Citation {
                    form: Form::clone(form),
                    ..citation.clone()
                })
            }),
            Form::WhereGoals => self.numbers.rest.names_goals().then(|| {
                let agenda = Referent::Instrument(AGENDA.into());
                Cow::Owned(Citation {
                    form: Form::Whole(agenda),
                    ..citation.clone()
                })
            }),
            _ => Some(Cow::Borrowed(citation)),
        }
    }

    /// The citation bound; `None` where it is none after all. `earlier` are those before it in its block.
    fn bind(
        &mut self,
        citation: &Citation,
        text: &str,
        block: &Block<'_>,
        earlier: &[Bound],
    ) -> Option<Bound> {
        self.short_forms
            .defined_before(block, text, citation.token.start, earlier);
        let written = text
            .get(citation.token.clone())
            .unwrap_or_default()
            .to_owned();
        let mut mistyped = Vec::new();
        let mut misnamed = None;
        let defined = match &citation.form {
            Form::Title { .. } | Form::Back(Back::Noun) => {
                let token = &citation.token;
                self.short_forms.define(token, text, earlier)
            }
            _ => None,
        };
        let mut pointed_to = false;
        let (referent, settled) = match &citation.form {
            Form::Whole(referent) => {
                let own = self.own_comment(referent, text, citation.token.start);
                let own = own
                    .or_else(|| self.comment_again(referent, citation.kind))
                    .or_else(|| comment_beside(referent, earlier, citation.token.start));
                let whole = own.unwrap_or_else(|| referent.clone());
                (Some(number::with_its_year(whole)), true)
            }
            Form::Mistyped { corrections } if let Some(meant) = escaped(&written, corrections) => {
                (Some(meant), true)
            }
            Form::Mistyped { corrections } => {
                mistyped.clone_from(corrections);
                (None, false)
            }
            Form::Title { .. } => {
                let (title, right) = match defined {
                    Some(defined) => (defined, None),
                    None => self.titled(&written, citation, text, block),
                };
                misnamed = right;
                (Some(title), true)
            }
            Form::ListedTreaty { place, noun } => {
                let place = text.get(place.clone()).unwrap_or_default();
                if short_forms::is_year(place)
                    && !self.short_forms.binds_years(citation, block, text)
                {
                    return None;
                }
                let listed = self.short_forms.listed(&one_line(place), noun)?;
                (Some(listed), true)
            }
            Form::Back(back)
                if back.is_instrument()
                    && (defined.is_some() || is_definition(block, &citation.token)) =>
            {
                return None;
            }
            Form::Back(back) if back.is_instrument() => {
                let (meant, certain) = self.called(*back, citation, text, block)?;
                pointed_to = certain && !self.speaker.has_own_instrument();
                (Some(meant), false)
            }
            Form::Back(Back::Adopted(act)) => {
                let (meant, certain) = antecedent(*act, earlier, text, citation.token.start)?;
                pointed_to = certain;
                (Some(meant), false)
            }
            Form::OfConference { name } => {
                let name = text.get(name.clone()).unwrap_or_default();
                (Some(numbered(&one_line(name), &written)), true)
            }
            Form::Back(Back::InReport) => (Some(self.notes.in_report(&written)?), true),
            Form::Back(back) => {
                let token = &citation.token;
                let meant = self.notes.meant(*back, block, earlier, text, token);
                pointed_to = meant.as_ref().is_some_and(|(_, certain)| *certain);
                (meant.map(|(meant, _)| meant), false)
            }
            Form::Number { .. } => self.numbers.meaning(citation, text),
            // What opens a title, and what the draft names, has become what it is there.
            Form::TitleLine | Form::WhereNamed { .. } | Form::WhereGoals => return None,
        };
        let own = self.speaker.symbol.as_ref();
        let is_own = own.is_some() && referent.as_ref().and_then(Referent::symbol) == own;
        Some(Bound {
            token: citation.token.clone(),
            phrase: citation.phrase.clone(),
            kind: citation.kind,
            referent,
            certainty: match (settled, pointed_to) {
                (true, _) => Certainty::Named,
                (false, true) => Certainty::PointedTo,
                (false, false) => Certainty::Open,
            },
            is_own,
            is_note_before: citation.form == Form::Back(Back::NoteBefore),
            pinpoint: citation.pinpoint.clone(),
            date: citation.date.clone(),
            written,
            mistyped,
            misnamed,
        })
    }
}

/// What a symbol means that has nothing wrong with it but the strokes that Markdown does not print: `A\/HRC\/20\/24`.
fn escaped(written: &str, corrections: &[(Referent, Cow<'static, str>)]) -> Option<Referent> {
    let (meant, _) = corrections.first().filter(|_| written.contains('\\'))?;
    (written.replace('\\', "") == meant.to_string()).then(|| meant.clone())
}
