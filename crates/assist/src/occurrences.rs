//! What stands under the cursor, and every other place where the same thing stands: the ground of
//! references, highlight and rename.
//!
//! One document has many names (a symbol, a number, a title, a short form); its places are found by what
//! they name, not by their letters. Acronyms and footnotes are found by their labels.

use std::ops::Range;

use citation::Referent;
use draft::Draft;
use resolve::{Reference, Resolved};

use crate::{terms, under};

/// A thing that a draft speaks of in several places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A document, by the name that counts.
    Document(Referent),
    /// An acronym or short form that the draft introduces or uses.
    ShortForm(Box<str>),
    /// A footnote, by its label.
    Footnote(Box<str>),
}

/// Whether a thing is introduced at a place or only used there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// It is introduced: the short form in its parentheses, the text of a footnote.
    Introduced,
    /// It is used.
    Used,
}

/// A place where a thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// The words, byte range in the draft.
    pub range: Range<usize>,
    /// What they do.
    pub role: Role,
}

/// What stands at `offset`, and its words there.
pub fn subject(resolved: &Resolved, offset: usize) -> Option<(Subject, Range<usize>)> {
    let draft = &resolved.draft;
    let offset = under::floor(draft, offset);
    if let Some(found) = footnote(draft, offset) {
        return Some(found);
    }
    if let Some((letters, range)) = under::acronym(draft, offset)
        && under::introduction(draft, &letters, offset).is_some()
    {
        return Some((Subject::ShortForm(letters), range));
    }
    let document = under::reference(resolved, offset).and_then(|pointed| {
        let named = named(&pointed.reference)?.clone();
        Some((Subject::Document(named), pointed.reference.token))
    });
    document.or_else(|| term(draft, offset))
}

/// The term of the draft's own that is used at `offset`, whether or not it stands for a document.
pub(crate) fn term(draft: &Draft, offset: usize) -> Option<(Subject, Range<usize>)> {
    let (term, range) = terms::at(draft, offset)?;
    Some((Subject::ShortForm(term), range))
}

/// Every place in a draft where `subject` stands, in text order.
pub fn occurrences(resolved: &Resolved, subject: &Subject) -> Vec<Occurrence> {
    let draft = &resolved.draft;
    let mut found = match subject {
        Subject::Document(referent) => resolved
            .references
            .iter()
            .filter(|reference| names(reference, referent))
            .map(|reference| used(reference.token.clone()))
            .collect(),
        Subject::ShortForm(letters) => short_form(draft, letters),
        Subject::Footnote(label) => footnotes(draft, label),
    };
    found.sort_by_key(|place: &Occurrence| (place.range.start, place.range.end));
    found.dedup_by(|later, earlier| later.range == earlier.range);
    found
}

/// The name of a document by which two references to it are one: that of the source that is held, else
/// the one in the text.
pub(crate) fn named(reference: &Reference) -> Option<&Referent> {
    let held = reference
        .source
        .as_ref()
        .and_then(|it| it.referents.first());
    held.or(reference.referent.as_ref())
}

fn names(reference: &Reference, referent: &Referent) -> bool {
    named(reference) == Some(referent) || reference.referent.as_ref() == Some(referent)
}

const fn used(range: Range<usize>) -> Occurrence {
    Occurrence {
        range,
        role: Role::Used,
    }
}

const fn introduced(range: Range<usize>) -> Occurrence {
    Occurrence {
        range,
        role: Role::Introduced,
    }
}

fn short_form(draft: &Draft, letters: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for block in draft.blocks() {
        let uses = block.marks.acronyms.iter();
        let uses = uses.filter(|acronym| *acronym.letters == *letters);
        found.extend(uses.map(|acronym| used(under::shifted(&block, &acronym.span))));
        let introductions = block.marks.definitions.iter();
        let introductions = introductions.filter(|definition| *definition.short == *letters);
        found.extend(introductions.map(|it| introduced(under::shifted(&block, &it.short_span))));
    }
    let forms = draft.blocks().short_forms(letters);
    let is_term = forms
        .first()
        .is_some_and(|form| *form.short == *letters && !form.is_acronym);
    if is_term {
        found.extend(terms::used(draft, letters).into_iter().map(used));
    }
    found
}

fn footnotes(draft: &Draft, label: &str) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for block in draft.blocks() {
        let marks = block.marks.footnotes.iter();
        let marks = marks.filter(|mark| *mark.label == *label);
        found.extend(marks.map(|mark| used(under::shifted(&block, &mark.span))));
        let text = block
            .marks
            .label
            .iter()
            .filter(|mark| *mark.label == *label);
        found.extend(text.map(|mark| introduced(under::shifted(&block, &mark.span))));
    }
    found
}

fn footnote(draft: &Draft, offset: usize) -> Option<(Subject, Range<usize>)> {
    let block = under::block(draft, offset)?;
    let marks = block.marks.footnotes.iter().chain(&block.marks.label);
    marks
        .map(|mark| (mark, under::shifted(&block, &mark.span)))
        .find(|(_, span)| under::touches(span, offset))
        .map(|(mark, span)| (Subject::Footnote(mark.label.clone()), span))
}

/// A footnote, by a mark of it; byte ranges in the draft.
pub(crate) struct Note {
    /// The mark or label that was pointed at.
    pub(crate) mark: Range<usize>,
    /// Its text, from the label on.
    pub(crate) text: Range<usize>,
    /// The label that the text begins with.
    pub(crate) label: Range<usize>,
}

impl Note {
    /// The footnote whose mark or label stands at `offset`, where it has a text.
    pub(crate) fn at(draft: &Draft, offset: usize) -> Option<Self> {
        let (Subject::Footnote(label), mark) = footnote(draft, offset)? else {
            return None;
        };
        let mut places = footnotes(draft, &label).into_iter();
        let label = places.find(|place| place.role == Role::Introduced)?.range;
        let end = under::block(draft, label.end)?.span.end;
        Some(Self {
            mark,
            text: label.start..end,
            label,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::Drawn;

    #[track_caller]
    fn check(drawing: &str, expected: &[&str]) {
        let drawn = Drawn::markdown(drawing);
        let found = subject(&drawn.resolved, drawn.cursor);
        let places = found.map_or_else(Vec::new, |(subject, _)| {
            occurrences(&drawn.resolved, &subject)
        });
        let drawn: Vec<String> = places
            .iter()
            .map(|place| {
                let line = under::line(&drawn.resolved.draft, place.range.start);
                let sign = if place.role == Role::Introduced {
                    "="
                } else {
                    ""
                };
                format!("{line}{sign} {}", drawn.words(&place.range))
            })
            .collect();
        assert_eq!(drawn, expected);
    }

    #[test]
    fn a_document_stands_wherever_one_of_its_names_does() {
        check(
            r"
Recalling A/RES/6$07/172 and resolution 67/174,
          ^^^^^^^^^^^^^^ held A/RES/67/172
                                         ^^^^^^ held A/RES/67/174

and resolution 67/172 again.
               ^^^^^^ held A/RES/67/172
",
            &["1 A/RES/67/172", "3 67/172"],
        );
    }

    #[test]
    fn a_short_form_stands_where_it_is_introduced_and_used() {
        check(
            "The non-governmental organizations (NGOs) met. NG$0Os agreed, one NGO left; UNHCR stayed.\n",
            &["1= NGOs", "1 NGOs", "1 NGO"],
        );
        check("One N$0GO left.\n", &[]);
    }

    #[test]
    fn a_term_stands_where_it_is_defined_and_used_by_itself() {
        check(
            "The Contact Group of Friends (hereinafter “the Group”) met. The Gr$0oup agreed.\n\nThe Working Group and the \
             Group of Twenty stayed; the Group\u{2019}s report, groups and “the Group said” as well.\n",
            &["1= Group", "1 Group", "3 Group"],
        );
        check(
            "The Joint Group on Ageing (“the Joint Group”) met.\n\nThe Joint\nGr$0oup agreed, and no Joint Groups.\n",
            &["1= Joint Group", "3 Joint\nGroup"],
        );
        check("The Gr$0oup of nobody (a group) met.\n", &[]);
    }

    #[test]
    fn a_footnote_stands_at_its_marks_and_at_its_text() {
        check(
            "One.[^$0a] Two.[^b] Three.[^a]\n\n[^a]: Text.\n\n[^b]: Other.\n",
            &["1 [^a]", "1 [^a]", "3= [^a]"],
        );
    }

    #[test]
    fn nothing_stands_in_plain_words_and_nothing_is_one_with_what_names_nothing() {
        check("Plain wo$0rds.\n", &[]);
        check(
            r"
A/HC$0R/53/26 and A/HCR/53/27
^^^^^^^^^^^ malformed
                ^^^^^^^^^^^ malformed
",
            &[],
        );
    }
}
