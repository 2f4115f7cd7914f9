//! The numbers of a list as citations: whose each is, its paragraph reference, and how far its words go.

use std::ops::Range;

use super::list::List;
use super::{Opening, forms};
use crate::scan::{bodies, dates, pinpoints};
use crate::{Citation, Form, Kind, Naming};

impl List<'_> {
    /// The list as citations.
    pub(super) fn citations(self) -> Vec<Citation> {
        let text = self.text;
        let opening = self.opening;
        let namings = self.namings();
        let last = self.items.len().saturating_sub(1);
        let limit = self.limit;
        let mut citations: Vec<Citation> = Vec::with_capacity(self.items.len());
        for (index, (item, (naming, named_end))) in self.items.into_iter().zip(namings).enumerate()
        {
            let phrase_start = if index == 0 {
                opening.phrase
            } else {
                item.token.start
            };
            let mut phrase = phrase_start..named_end.max(item.end).max(item.token.end);
            // "resolution 36 (III) of the Trusteeship Council of 8 July 1948".
            let late = (item.date.is_none() && named_end > item.end)
                .then(|| dates::after(text, named_end))
                .flatten();
            if let Some((_, end)) = &late {
                phrase.end = *end;
            }
            let token_end = item.token.end;
            // Where the next number follows the comma, no place does.
            let listed =
                phrase.end == token_end && forms::stroked_behind(text, token_end).is_some();
            let behind = || {
                pinpoints::after(text, phrase.end).or_else(|| {
                    let apart = phrase.end > token_end;
                    apart.then(|| pinpoints::after(text, token_end))?
                })
            };
            let pinpoint = (!listed)
                .then(behind)
                .flatten()
                .or_else(|| pinpoints::before(text, phrase_start));
            let further = || pinpoints::pointing_back(text, item.end..limit);
            let pinpoint = pinpoint.or_else(|| (index == last).then(further)?);
            if let Some(pinpoint) = &pinpoint {
                phrase = pinpoint.widening(&phrase);
            }
            let form = item.whole.unwrap_or_else(|| Form::Number {
                act: opening.act,
                naming,
                stem: stem(&citations, &item.token, text),
            });
            citations.push(Citation {
                token: item.token,
                phrase,
                kind: Kind::Number,
                form,
                pinpoint,
                date: item.date.or(late.map(|(date, _)| date)),
            });
        }
        citations
    }

    /// Whose number each item is, and the offset behind the words behind it that say so. A body behind the
    /// last item speaks for all, unless one is named before them: "resolutions 5/1 and 5/6 of 7 March 2022 of
    /// the United Nations Environment Assembly".
    fn namings(&self) -> Vec<(Naming, usize)> {
        let ends = self.items.last().map(|last| last.end.max(last.token.end));
        let subject = ends.and_then(|end| {
            let Opening { naming, phrase, .. } = self.opening;
            bodies::subject_behind(self.text, naming, *phrase, end)
        });
        let opening = subject.as_ref().unwrap_or(&self.opening.naming);
        let open = !matches!(opening, Naming::Named(_));
        let mut namings: Vec<(Naming, usize)> = Vec::with_capacity(self.items.len());
        for (index, item) in self.items.iter().enumerate() {
            let next = self
                .items
                .get(index + 1)
                .map_or(self.limit, |next| next.token.start);
            let end = item.end.max(item.token.end);
            // No body stands behind a number that the next one follows.
            let last = forms::stroked_behind(self.text, end).is_none();
            let behind = (open && last)
                .then(|| bodies::after(self.text, end))
                .flatten()
                .or_else(|| self.adopter_between(item.end, next));
            namings.push(behind.unwrap_or_else(|| (opening.clone(), item.end)));
        }
        if let Some((last, _)) = namings.last().cloned()
            && open
            && last != *opening
        {
            for (naming, _) in namings.iter_mut().rev().skip(1) {
                if naming != opening {
                    break;
                }
                *naming = last.clone();
            }
        }
        namings
    }

    /// "resolution 4/6 on marine litter, adopted by the Environment Assembly", "the adoption of resolution 2000/22 on
    /// dialogue, by the Subcommission".
    fn adopter_between(&self, from: usize, to: usize) -> Option<(Naming, usize)> {
        let unnamed = matches!(self.opening.naming, Naming::Unnamed { .. });
        if !unnamed {
            return None;
        }
        let adoption = self.text[..self.opening.start]
            .trim_end()
            .ends_with("adoption of");
        let naming = bodies::adopted_in(self.text, from..to)
            .or_else(|| adoption.then(|| bodies::adopter_in(self.text, from..to))?)?;
        Some((naming, from))
    }
}

/// For the "B" of "53/243 A and B": the number before it, without its letter.
fn stem(before: &[Citation], token: &Range<usize>, text: &str) -> Option<String> {
    if token.len() != 1 || !text.as_bytes()[token.start].is_ascii_uppercase() {
        return None;
    }
    let last = before.last()?;
    if let Form::Number {
        stem: Some(stem), ..
    } = &last.form
    {
        return Some(stem.clone());
    }
    Some(
        text[last.token.clone()]
            .trim_end_matches(|c: char| c.is_ascii_uppercase())
            .trim_end()
            .into(),
    )
}
