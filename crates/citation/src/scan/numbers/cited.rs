//! The numbers of a list as citations: whose each is, its paragraph reference, and how far its words go.

use std::borrow::Cow;
use std::iter::Peekable;
use std::ops::Range;
use std::vec::IntoIter;

use super::list::{Behind, Item, List};
use super::{Opening, forms};
use crate::scan::{bodies, cursor, dates, pinpoints};
use crate::{Citation, Form, Kind, Naming};

impl<'t> List<'t> {
    /// Adds the list to `found` as citations.
    pub(super) fn add_to(self, found: &mut Vec<Citation>) {
        let text = self.text;
        let opening = self.opening;
        let mut namings = self.namings();
        let last = self.items.len().saturating_sub(1);
        let limit = self.limit;
        let first = found.len();
        found.reserve(self.items.len());
        for (index, item) in self.items.into_iter().enumerate() {
            if index > 0 && index < last && item.is_inner(text) && !namings.is_own(index) {
                let naming = namings.of_the_list(index);
                found.push(Citation {
                    phrase: item.token.clone(),
                    token: item.token,
                    kind: Kind::Number,
                    form: Form::Number {
                        act: opening.act,
                        naming,
                        stem: None,
                    },
                    pinpoint: None,
                    date: None,
                });
                continue;
            }
            let (naming, named_end) = namings.take(index);
            let phrase_start = if index == 0 {
                opening.phrase
            } else {
                item.token.start
            };
            let named_end = named_end.unwrap_or(item.end);
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
            let listed = phrase.end == token_end
                && (matches!(item.behind, Behind::Next(_))
                    || forms::stroked_behind(text, token_end).is_some());
            let behind = || {
                let near = match item.behind {
                    Behind::Place(asked, place) if asked == phrase.end => place.map(|place| *place),
                    _ => pinpoints::after(text, phrase.end),
                };
                let near =
                    near.and_then(|place| pinpoints::beside_one_before(text, place, phrase_start));
                near.or_else(|| {
                    let apart = phrase.end > token_end;
                    apart.then(|| pinpoints::after(text, token_end))?
                })
            };
            let pinpoint = (!listed)
                .then(behind)
                .flatten()
                .or_else(|| pinpoints::before(text, phrase_start));
            let further = || {
                pinpoints::stated(text, phrase.end, opening.phrase)
                    .filter(|_| last == 0)
                    .or_else(|| pinpoints::pointing_back(text, item.end..limit))
            };
            let pinpoint = pinpoint.or_else(|| (index == last).then(further)?);
            if let Some(pinpoint) = &pinpoint {
                phrase = pinpoint.widening(&phrase);
            }
            // The title between them is no part of the phrase.
            let pinpoint = pinpoint.or_else(|| {
                (index == last).then(|| pinpoints::behind_title(text, phrase.end, limit))?
            });
            let whole = item.whole.map(|whole| *whole);
            let form = whole.unwrap_or_else(|| Form::Number {
                act: opening.act,
                naming,
                stem: stem(&found[first..], &item.token, text),
            });
            found.push(Citation {
                token: item.token,
                phrase,
                kind: Kind::Number,
                form,
                pinpoint,
                date: item.date.or(late.map(|(date, _)| date)),
            });
        }
    }

    /// Whose number each item is, and the offset behind the words behind it that say so. A body behind the
    /// last item speaks for all, unless one is named before them: "resolutions 5/1 and 5/6 of 7 March 2022 of
    /// the United Nations Environment Assembly".
    fn namings(&self) -> Namings<'t> {
        let ends = self.items.last().map(|last| last.end.max(last.token.end));
        let subject = ends.and_then(|end| {
            let Opening { naming, phrase, .. } = self.opening;
            bodies::subject_behind(self.text, naming, *phrase, end)
        });
        let opening = subject.map_or(Cow::Borrowed(&self.opening.naming), Cow::Owned);
        let open = !matches!(*opening, Naming::Named(_));
        let own = self.items.iter().enumerate().filter_map(|(index, item)| {
            let (naming, end) = self.own_naming(index, item, &opening)?;
            Some((index, naming, end))
        });
        let own: Vec<_> = own.collect();
        let is_other = |naming: &Naming| *naming != *opening;
        let (shared, before) = match own.split_last() {
            Some(((index, naming, _), before))
                if open && index + 1 == self.items.len() && is_other(naming) =>
            {
                (Some(naming.clone()), before)
            }
            _ => (None, &own[..]),
        };
        let other = before.iter().rev().find(|(_, naming, _)| is_other(naming));
        Namings {
            shared_from: other.map_or(0, |(index, ..)| index + 1),
            shared,
            opening,
            own: own.into_iter().peekable(),
        }
    }

    /// The body that words behind the item of this `index` name, and the offset behind them, where the words before the
    /// list say what `opening` does.
    fn own_naming(&self, index: usize, item: &Item, opening: &Naming) -> Option<(Naming, usize)> {
        let open = !matches!(opening, Naming::Named(_));
        let next = self
            .items
            .get(index + 1)
            .map_or(self.limit, |next| next.token.start);
        let end = item.end.max(item.token.end);
        // No body stands behind a number that the next one follows.
        let last = !matches!(item.behind, Behind::Next(_))
            && forms::stroked_behind(self.text, end).is_none();
        let named = (open && last).then(|| {
            // "decision 15/4, target 7, of the Conference of the Parties".
            let behind_place = || match &item.behind {
                Behind::Place(_, Some(place)) => {
                    let comma = cursor::word(self.text, place.span.end, ",")?;
                    bodies::after(self.text, comma)
                }
                _ => None,
            };
            bodies::after(self.text, end).or_else(behind_place)
        });
        named
            .flatten()
            .or_else(|| self.adopter_between(item.end, next))
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

/// Whose the numbers of a list are, as far as words behind them say.
struct Namings<'l> {
    /// How the words before the list name the body.
    opening: Cow<'l, Naming>,
    /// The items behind which a body is named, by index, and the offset behind its name.
    own: Peekable<IntoIter<(usize, Naming, usize)>>,
    /// The body named behind the last item, and the first item for which it speaks.
    shared: Option<Naming>,
    shared_from: usize,
}

impl Item {
    /// Whether it is a number between two others of a list with nothing but commas around it: it has no place, and no
    /// letter that stands for another number.
    fn is_inner(&self, text: &str) -> bool {
        matches!(self.behind, Behind::Next(_))
            && self.date.is_none()
            && self.whole.is_none()
            && self.end == self.token.end
            && self.token.len() > 1
            && text.as_bytes()[..self.token.start].ends_with(b", ")
    }
}

impl Namings<'_> {
    /// Whether words behind the item of this `index` name its body.
    fn is_own(&mut self, index: usize) -> bool {
        self.own.peek().is_some_and(|(own, ..)| *own == index)
    }

    /// How the body of the item of this `index` is named, and the offset behind the words behind it that do.
    fn take(&mut self, index: usize) -> (Naming, Option<usize>) {
        let own = self.own.next_if(|(own, ..)| *own == index);
        let (own, end) = own.map(|(_, naming, end)| (naming, end)).unzip();
        let naming = match own {
            Some(own) if !self.is_shared(index) => own,
            _ => self.of_the_list(index),
        };
        (naming, end)
    }

    /// How the body is named of the item of this `index`, behind which no words name it.
    fn of_the_list(&self, index: usize) -> Naming {
        let shared = self.shared.as_ref().filter(|_| self.is_shared(index));
        shared.unwrap_or(&self.opening).clone()
    }

    /// Whether the body named behind the last item is that of the item of this `index`.
    fn is_shared(&self, index: usize) -> bool {
        self.shared.is_some() && index >= self.shared_from
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
