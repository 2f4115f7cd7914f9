//! Paragraph labels as values: `15`, `3 (a)`, `4 (b) (ii)`, `annex I 12`.
//!
//! A label is written once when a text is read and compared whenever a paragraph reference is
//! checked, so both go through this one form.

use std::fmt;

use citation::Roman;

/// A label taken apart: a number, then bracketed steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    /// "annex", "annex I", "section II", "annex III rule", or empty for the document itself.
    pub(crate) place: String,
    /// `15`, `15 bis`.
    pub(crate) number: String,
    /// `a`, `ii`: what stands in the brackets.
    pub(crate) steps: Vec<String>,
}

impl Label {
    /// Reads `15`, `3(a)`, `4 (b) (ii)`, `annex I 12` or, with an empty number, `(c)`.
    pub(crate) fn parse(text: &str) -> Self {
        let (head, brackets) = match text.find('(') {
            Some(at) => text.split_at(at),
            None => (text, ""),
        };
        let head = head.trim();
        // "annex III rule 5" and "section II 4 bis", but "15 bis", and a Roman "VII" by itself.
        let last = head
            .strip_suffix(" bis")
            .or_else(|| head.strip_suffix(" ter"))
            .unwrap_or(head);
        let (place, number) = match last.rsplit_once(' ') {
            Some((place, _)) => (place.to_owned(), head[place.len()..].trim()),
            None if head == "annex" => (head.to_owned(), ""),
            None => (String::new(), head),
        };
        let steps = brackets
            .split(['(', ')'])
            .map(str::trim)
            .filter(|step| !step.is_empty())
            .map(str::to_owned)
            .collect();
        Self {
            place,
            number: number.to_owned(),
            steps,
        }
    }

    /// The same number and steps in another place.
    pub(crate) fn inside(&self, place: &str) -> Self {
        Self {
            place: place.to_owned(),
            ..self.clone()
        }
    }

    /// The label one level up: `4 (b)` for `4 (b) (ii)`; `None` for a number.
    pub(crate) fn parent(&self) -> Option<Self> {
        let mut parent = self.clone();
        parent.steps.pop()?;
        Some(parent)
    }

    /// Its own place on its level, from 1: 15 for `15`, 3 for `2 (c)`, 2 for `4 (b) (ii)`.
    pub(crate) fn position(&self) -> Option<usize> {
        match self.steps.as_slice() {
            [] => number(&self.number),
            [.., last] if self.steps.len() % 2 == 1 => letter(last),
            [.., last] => roman(last),
        }
    }

    /// Whether two labels name the same place; `VII` is article 7.
    pub(crate) fn names(&self, other: &Self) -> bool {
        self.place == other.place
            && self.steps == other.steps
            && (self.number == other.number
                || number(&self.number).is_some_and(|value| number(&other.number) == Some(value)))
    }

    /// Whether this label stands below `other`: `3 (a)` below `3`.
    pub(crate) fn is_below(&self, other: &Self) -> bool {
        self.steps.len() > other.steps.len()
            && self.steps.starts_with(&other.steps)
            && Self {
                steps: other.steps.clone(),
                ..self.clone()
            }
            .names(other)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.place.is_empty() {
            write!(out, "{} ", self.place)?;
        }
        out.write_str(&self.number)?;
        self.steps
            .iter()
            .try_for_each(|step| write!(out, " ({step})"))
    }
}

/// The value of `15` or `XV`.
pub(crate) fn number(text: &str) -> Option<usize> {
    text.parse()
        .ok()
        .or_else(|| Roman::parse(text).map(|numeral| usize::from(numeral.value())))
}

/// The place of a letter: 1 for `a`, 27 for `aa`.
pub(crate) fn letter(text: &str) -> Option<usize> {
    let mut letters = text.bytes();
    let first = letters.next().filter(u8::is_ascii_lowercase)?;
    let place = usize::from(first - b'a') + 1;
    match letters.next() {
        None => Some(place),
        Some(second) if second == first && letters.next().is_none() => Some(26 + place),
        Some(_) => None,
    }
}

/// The value of a small Roman numeral: 4 for `iv`.
pub(crate) fn roman(text: &str) -> Option<usize> {
    if text.bytes().any(|byte| !byte.is_ascii_lowercase()) {
        return None;
    }
    Roman::parse(&text.to_ascii_uppercase()).map(|numeral| usize::from(numeral.value()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_print_as_footnotes_write_them() {
        for (written, printed) in [
            ("15", "15"),
            ("3(a)", "3 (a)"),
            ("4 (b)(ii)", "4 (b) (ii)"),
            ("annex 12", "annex 12"),
            ("annex I 12 (c)", "annex I 12 (c)"),
            ("section II.A 4", "section II.A 4"),
            ("annex III rule 5 (1) (a)", "annex III rule 5 (1) (a)"),
            ("annex 15 bis (a)", "annex 15 bis (a)"),
            ("15 bis", "15 bis"),
        ] {
            assert_eq!(Label::parse(written).to_string(), printed);
        }
    }

    #[test]
    fn the_place_is_all_but_the_number() {
        for (written, place, number) in [
            ("15", "", "15"),
            ("15 bis", "", "15 bis"),
            ("annex 4", "annex", "4"),
            ("annex I 4 bis", "annex I", "4 bis"),
            ("section II 3 (a)", "section II", "3"),
            ("annex II section A 3", "annex II section A", "3"),
            ("VII", "", "VII"),
        ] {
            let label = Label::parse(written);
            assert_eq!((&*label.place, &*label.number), (place, number));
        }
    }

    #[test]
    fn a_label_knows_its_place_on_its_level() {
        assert_eq!(Label::parse("15").position(), Some(15));
        assert_eq!(Label::parse("VII").position(), Some(7));
        assert_eq!(Label::parse("4 (i)").position(), Some(9));
        assert_eq!(Label::parse("4 (a) (iv)").position(), Some(4));
        assert_eq!(Label::parse("8 bis").position(), None);
    }

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!(letter("z"), Some(26));
        assert_eq!(letter("bb"), Some(28));
        assert_eq!(letter("ab"), None);
    }
}
