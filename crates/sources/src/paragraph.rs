//! What the place that a paragraph reference names says, or why there is no such place.
//!
//! "There is no paragraph 16" is said only of a copy whose own numbering proves it: from 1 without a
//! gap, once, and in every annex that the reference might mean. Everything else is not checkable.

mod absent;
mod dotted;
mod last;
mod wish;

use citation::{Pinpoint, Unit};

use crate::label::Label;
use crate::read::UNITS;
use crate::{Paragraph, ParagraphAnswer, Paragraphs, Source, SourceKind};
pub use absent::Absent;
use wish::{Wanted, Wish, expand, wish};

/// What `pinpoint` of `source` says.
pub(crate) fn answer(source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
    let Some(Wish {
        unit,
        places,
        labels,
    }) = wish(&pinpoint.steps)
    else {
        return ParagraphAnswer::NotCheckable;
    };
    let labels = match unit {
        Unit::Article => dotted::taken_apart(source, labels),
        _ => labels,
    };
    let is_treaty = source.kind == SourceKind::Treaty;
    let stands_apart = match unit {
        Unit::Paragraph => false,
        Unit::Article => !is_treaty,
        _ => true,
    };
    if !places.is_empty() || stands_apart {
        let inside = match &source.paragraphs {
            Paragraphs::Numbered(paragraphs) => {
                Text::new(source, paragraphs).find_inside(unit, &places, &labels)
            }
            _ => ParagraphAnswer::NotCheckable,
        };
        return match inside {
            ParagraphAnswer::NotCheckable if places.is_empty() => {
                last::beyond(source, unit, &labels)
            }
            inside => inside,
        };
    }
    if (unit == Unit::Article) != is_treaty {
        return ParagraphAnswer::NotCheckable;
    }
    match &source.paragraphs {
        Paragraphs::NotAtHand => last::beyond(source, unit, &labels),
        Paragraphs::Unnumbered => ParagraphAnswer::Unnumbered,
        Paragraphs::Numbered(paragraphs) => Text::new(source, paragraphs).find(&labels),
    }
}

/// Numbered paragraphs, with their labels taken apart once.
struct Text<'a> {
    source: &'a Source,
    paragraphs: Vec<(Label, &'a Paragraph)>,
}

impl<'a> Text<'a> {
    fn new(source: &'a Source, paragraphs: &'a [Paragraph]) -> Self {
        Self {
            source,
            paragraphs: paragraphs
                .iter()
                .map(|paragraph| (Label::parse(&paragraph.label), paragraph))
                .collect(),
        }
    }

    /// The paragraphs of an annex or a section, or the articles of an annexed text; not checkable where this
    /// copy does not show them for certain.
    fn find_inside(&self, unit: Unit, places: &[String], labels: &[Wanted]) -> ParagraphAnswer {
        let Some(place) = self.place_of(unit, places) else {
            return ParagraphAnswer::NotCheckable;
        };
        let mut found = Vec::new();
        for (from, to) in labels {
            for label in expand(from, to.as_ref()) {
                let label = label.inside(&place);
                if place.is_empty() && self.stands_in_a_place(&label) {
                    return ParagraphAnswer::NotCheckable;
                }
                let own = self.with_all_below(&label);
                if own.is_empty() {
                    return self.absent_inside(unit, places, &label);
                }
                found.extend(own);
            }
        }
        ParagraphAnswer::Found(found)
    }

    /// Whether an annex or a section has the number of `label` as well. The section that is asked for may then be
    /// one of that annex, through which the numbers count on.
    fn stands_in_a_place(&self, label: &Label) -> bool {
        let mut known = self.paragraphs.iter().map(|(known, _)| known);
        known.any(|known| !known.place.is_empty() && self.has_number(&known.place, label))
    }

    /// That an annex or section has no such paragraph. "Annex" alone may be one whose numbers this copy does
    /// not show, and a section without numbers of its own may be one of an annex.
    fn absent_inside(&self, unit: Unit, places: &[String], label: &Label) -> ParagraphAnswer {
        let is_named = match label.place.as_str() {
            "" => self
                .paragraphs
                .iter()
                .all(|(known, _)| known.place.is_empty()),
            place => places.join(" ") == place,
        };
        if unit != Unit::Paragraph || !is_named || self.level(&label.place).next().is_none() {
            return ParagraphAnswer::NotCheckable;
        }
        self.absent(label)
    }

    /// The one place of this text that `places` names. Where the numbers count on through the sections,
    /// the labels have no section in them, and the number alone finds its paragraph.
    fn place_of(&self, unit: Unit, places: &[String]) -> Option<String> {
        let own = own_place(unit).map(str::to_owned);
        let whole: Vec<String> = places.iter().cloned().chain(own).collect();
        let without_sections: Vec<String> = whole
            .iter()
            .filter(|place| !place.starts_with("section"))
            .cloned()
            .collect();
        [whole, without_sections]
            .into_iter()
            .map(|place| place.join(" "))
            .find_map(|wanted| {
                let mut fitting: Vec<&str> = self
                    .paragraphs
                    .iter()
                    .map(|(known, _)| known.place.as_str())
                    .filter(|known| fits(known, &wanted))
                    .collect();
                fitting.sort_unstable();
                fitting.dedup();
                match fitting.as_slice() {
                    [one] => Some((*one).to_owned()),
                    _ => None,
                }
            })
    }

    fn find(&self, labels: &[Wanted]) -> ParagraphAnswer {
        let mut found: Vec<Paragraph> = Vec::new();
        for (from, to) in labels {
            for label in expand(from, to.as_ref()) {
                match self.one(&label) {
                    Ok(paragraphs) => found.extend(paragraphs),
                    Err(answer) => return answer,
                }
            }
        }
        ParagraphAnswer::Found(found)
    }

    /// The paragraph with that label and all below it.
    fn one(&self, label: &Label) -> Result<Vec<Paragraph>, ParagraphAnswer> {
        let own = self.with_all_below(label);
        if !own.is_empty() {
            return Ok(own);
        }
        let mut places: Vec<&str> = self
            .paragraphs
            .iter()
            .map(|(known, _)| known.place.as_str())
            .filter(|place| !place.is_empty())
            .collect();
        places.dedup();
        // "Paragraph 30 of resolution 71/1" may mean the annex, where only that has a paragraph 30.
        let mut in_annexes = places
            .iter()
            .map(|place| self.with_all_below(&label.inside(place)));
        if let ([_], Some(found)) = (places.as_slice(), in_annexes.next())
            && !found.is_empty()
        {
            return Ok(found);
        }
        if !places.iter().all(|place| self.lacks(place, label)) {
            return Err(ParagraphAnswer::NotCheckable);
        }
        let mut numbered = places
            .iter()
            .filter(|place| !numbers_units(place) && self.has_number(place, label));
        if self.has_number("", label) {
            return Err(self.absent(label));
        }
        Err(match (numbered.next(), numbered.next()) {
            (Some(only), None) => self.absent(&label.inside(only)),
            (Some(_), Some(_)) => ParagraphAnswer::NotCheckable,
            (None, _) if self.level("").next().is_some() => self.absent(label),
            (None, _) => self.beyond_every_place(label),
        })
    }

    /// Whether a place certainly has no such paragraph: it ends before the number, or its paragraph of that number
    /// has no such sub-paragraph. Rules and articles are no paragraphs.
    fn lacks(&self, place: &str, label: &Label) -> bool {
        if numbers_units(place) || !self.has_number(place, label) {
            return self.ends_before(place, label);
        }
        let absent = || self.absent(&label.inside(place));
        !label.steps.is_empty() && matches!(absent(), ParagraphAnswer::Absent(_))
    }

    /// Whether a place has the number of a label.
    fn has_number(&self, place: &str, label: &Label) -> bool {
        let number = Label {
            steps: Vec::new(),
            ..label.inside(place)
        };
        self.holds(&number)
    }

    /// The numbers of a place, "annex I", or of the document itself where the place is empty.
    fn level<'b>(&'b self, place: &'b str) -> impl Iterator<Item = &'b Label> {
        let known = self.paragraphs.iter().map(|(known, _)| known);
        known.filter(move |known| known.place == place && known.steps.is_empty())
    }

    /// Whether the numbers of a place are whole and end before the number of `label`. Those of rules and articles
    /// are no numbers of paragraphs.
    fn ends_before(&self, place: &str, label: &Label) -> bool {
        let Some(number) = crate::label::number(&label.number) else {
            return false;
        };
        let mut counted = self.level(place).map(Label::position).zip(1..);
        numbers_units(place)
            || counted.all(|(known, position)| known == Some(position) && position < number)
    }

    /// That a resolution whose numbers all stand in annexes or sections has no such number in any of them.
    fn beyond_every_place(&self, label: &Label) -> ParagraphAnswer {
        if self.source.kind != SourceKind::Resolution {
            return ParagraphAnswer::NotCheckable;
        }
        let numbers = self.paragraphs.iter().map(|(known, _)| known);
        let numbers =
            numbers.filter(|known| known.steps.is_empty() && !numbers_units(&known.place));
        let Some(last) = numbers.clone().max_by_key(|known| known.position()) else {
            return ParagraphAnswer::NotCheckable;
        };
        let count = numbers.clone().count();
        let alone = numbers.clone().all(|known| known.place == last.place);
        let place = if alone {
            last.place.clone()
        } else {
            String::new()
        };
        let asked = Label {
            place,
            steps: Vec::new(),
            ..label.clone()
        };
        ParagraphAnswer::Absent(Absent {
            label: asked.to_string().into(),
            last: Some(last.to_string().into()),
            counted: "paragraphs",
            count,
        })
    }

    fn with_all_below(&self, label: &Label) -> Vec<Paragraph> {
        self.paragraphs
            .iter()
            .filter(|(known, _)| known.names(label) || known.is_below(label))
            .map(|(_, paragraph)| (*paragraph).clone())
            .collect()
    }

    /// Says that a label is missing, on the uppermost level on which it is; or that this copy does not
    /// prove it.
    fn absent(&self, label: &Label) -> ParagraphAnswer {
        let mut missing = label.clone();
        let parent = loop {
            match missing.parent() {
                None => break None,
                Some(parent) if self.holds(&parent) => break Some(parent),
                Some(parent) => missing = parent,
            }
        };
        let treaty = self.source.kind == SourceKind::Treaty;
        if missing.position().is_none() || (treaty && parent.is_some()) {
            return ParagraphAnswer::NotCheckable;
        }
        // A copy of a few articles does not unmake the others.
        if treaty && self.source.articles.is_some() {
            return last::beyond(self.source, Unit::Article, &[(missing, None)]);
        }
        let level: Vec<&Label> = match &parent {
            None => self.level(&missing.place).collect(),
            Some(parent) => {
                let known = self.paragraphs.iter().map(|(known, _)| known);
                let depth = parent.steps.len() + 1;
                known
                    .filter(|known| known.is_below(parent) && known.steps.len() == depth)
                    .collect()
            }
        };
        let counted_through = level
            .iter()
            .zip(1..)
            .all(|(known, position)| known.position() == Some(position));
        if !counted_through || self.mentions(&missing, parent.as_ref()) {
            return ParagraphAnswer::NotCheckable;
        }
        let counted = match missing.place.as_str() {
            "" => self.counted(),
            _ => "paragraphs",
        };
        ParagraphAnswer::Absent(Absent {
            label: missing.to_string().into(),
            last: level.last().map(|last| last.to_string().into()),
            counted,
            count: level.len(),
        })
    }

    fn holds(&self, label: &Label) -> bool {
        self.paragraphs.iter().any(|(known, _)| known.names(label))
    }

    /// Whether the words of the paragraph contain the bracketed letter, as "(a) … and (b) …" in one
    /// sentence do, and "a) …" on a line of a French or Spanish text.
    fn mentions(&self, missing: &Label, parent: Option<&Label>) -> bool {
        let (Some(parent), Some(step)) = (parent, missing.steps.last()) else {
            return false;
        };
        let bracketed = format!("{step})");
        let is_lettered = |words: &str| {
            words
                .match_indices(&bracketed)
                .any(|(at, _)| !words[..at].ends_with(char::is_alphanumeric))
        };
        self.paragraphs
            .iter()
            .filter(|(known, _)| known.names(parent) || known.is_below(parent))
            .any(|(_, paragraph)| is_lettered(&paragraph.words))
    }

    fn counted(&self) -> &'static str {
        match self.source.kind {
            SourceKind::Treaty => "articles",
            SourceKind::Resolution => "operative paragraphs",
            _ => "paragraphs",
        }
    }
}

/// Whether the numbers of a place are those of its rules, articles or principles.
fn numbers_units(place: &str) -> bool {
    let last = place.rsplit(' ').next().unwrap_or_default();
    UNITS.contains(&last)
}

/// The place in which texts number what is no paragraph: "rule" in the label `annex rule 45`.
fn own_place(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Paragraph => None,
        Unit::Article => Some("article"),
        other => Some(other.short()),
    }
}

/// Whether the place of a label is the one that is wanted. "annex" is any annex, and "article" or "rule" that of
/// any annex; one of several is then none.
fn fits(known: &str, wanted: &str) -> bool {
    let loosely = match wanted {
        "annex" => known.split(' ').count() == 2 && known.starts_with("annex "),
        unit if UNITS.contains(&unit) => known
            .strip_suffix(unit)
            .is_some_and(|outer| outer.ends_with(' ')),
        _ => false,
    };
    known == wanted || loosely
}

#[cfg(test)]
mod tests;
