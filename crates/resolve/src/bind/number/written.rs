//! A number taken out of its text: what has to be known to tell which bodies write their numbers so. Questions hold
//! it, so that an answer can be worked out again without the text around the number.

use citation::facts;
use citation::{Act, Body, Citation, Date, Form, Kind, Naming};

use super::forms::{excluded_by_date, has_form};
use super::{Number, is_statement_of};

/// A number by itself: its figures, and what the words around it say of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Written {
    text: Box<str>,
    act: Act,
    stem: Option<Box<str>>,
    stated: Option<Date>,
    adopted_by: Date,
    has_parenthesis: bool,
}

impl Written {
    /// `number` as of a day by which it has been adopted.
    pub(super) fn of(number: &Number<'_>, adopted_by: Date) -> Self {
        let token = number.citation.token.clone();
        let stem = match &number.citation.form {
            Form::Number { stem, .. } => stem.as_deref().map(Box::from),
            _ => None,
        };
        Self {
            has_parenthesis: number.token().contains('('),
            text: number.text.get(token).unwrap_or_default().into(),
            act: number.act,
            stem,
            stated: number.stated,
            adopted_by,
        }
    }

    /// The number in `text`, which is all of it.
    fn citation(&self) -> Citation {
        Citation {
            token: 0..self.text.len(),
            phrase: 0..self.text.len(),
            kind: Kind::Number,
            form: Form::Number {
                act: self.act,
                naming: Naming::TornOff,
                stem: self.stem.as_deref().map(String::from),
            },
            pinpoint: None,
            date: None,
        }
    }

    /// Whether `body` writes its numbers like this one, as far as the table knows.
    pub(crate) fn fits(&self, body: &Body) -> bool {
        let citation = self.citation();
        let number = Number {
            stated: self.stated,
            ..Number::new(&citation, &self.text)
        };
        fits(&number, body, self.adopted_by)
    }

    /// Whether something stands in parentheses in it, as the Security Council's numbers have their year.
    pub(crate) fn has_parenthesis(&self) -> bool {
        self.has_parenthesis
    }
}

/// Whether `body` writes its numbers like this one, as far as the table knows.
pub(super) fn fits(number: &Number<'_>, body: &Body, adopted_by: Date) -> bool {
    if !body.has_symbols() {
        return body.may_write(number.token());
    }
    number.symbol(body).is_some_and(|symbol| {
        (has_form(&symbol, number.act) || is_statement_of(&symbol, number))
            && !excluded_by_date(&symbol, number.stated)
            && !facts::is_impossible(&symbol, adopted_by)
    })
}
