//! One row for each reference, for programs that read them. Fields are only ever added at the end.

use resolve::{Agreement, Currency, Resolved, Successor};
use serde::Serialize;

/// How places in a draft's text are found again in its file.
pub trait Stored {
    /// The byte offset in the file, byte order mark and damaged bytes included, of a byte offset in
    /// the draft.
    fn offset(&self, draft: usize) -> usize;

    /// Line and column of a byte offset in the draft, both from 1; columns count characters.
    fn place(&self, draft: usize) -> (usize, usize);
}

/// A reference as machine output gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReferenceRow {
    /// Byte offset in the file where the reference's token begins.
    pub start: usize,
    /// Byte offset in the file behind the token.
    pub end: usize,
    /// Line of the token's beginning, from 1.
    pub line: usize,
    /// Column of the token's beginning in characters, from 1.
    pub column: usize,
    /// The words of the token as they stand.
    pub text: String,
    /// `symbol`, `number`, `named`, `series`, `short` or `back`.
    pub kind: &'static str,
    /// The canonical form of what it names; null while that is not settled.
    pub canonical: Option<String>,
    /// The stated date, `2012-12-20`; null where no whole day is stated.
    pub date: Option<String>,
    /// The paragraph reference as footnotes write it, `paras. 3-5`.
    pub pinpoint: Option<String>,
    /// `malformed`, `impossible`, `unknown`, `exists` or `held`.
    pub verdict: &'static str,
    /// What it may name, the likeliest first, where the text does not settle whose number it is.
    pub candidates: Vec<String>,
    /// What had come after it by the date of the draft; null where no fact says.
    pub successors: Option<Vec<SuccessorRow>>,
    /// Whether the stated date agrees: `agrees`, `contradicts`, or null where it could not be checked.
    pub date_agreement: Option<&'static str>,
    /// Whether the stated title agrees, in the same words.
    pub title_agreement: Option<&'static str>,
    /// Whether the stated organ agrees, in the same words.
    pub organ_agreement: Option<&'static str>,
}

/// A document that came after another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SuccessorRow {
    /// The canonical form of its symbol.
    pub canonical: String,
    /// `adopted`, `revised`, `corrected`, `superseded`, `abolished`, `reissued` or `same title`.
    pub succession: &'static str,
    /// The day of adoption or issue, `2012-12-20`, where it is known.
    pub date: Option<String>,
}

/// A row for every reference of a draft, in text order.
pub fn reference_rows(resolved: &Resolved, stored: &dyn Stored) -> Vec<ReferenceRow> {
    resolved
        .references
        .iter()
        .map(|reference| {
            let token = &reference.token;
            let (line, column) = stored.place(token.start);
            ReferenceRow {
                start: stored.offset(token.start),
                end: stored.offset(token.end),
                line,
                column,
                text: resolved.draft.slice(token.clone()),
                kind: reference.kind.as_str(),
                canonical: reference.referent.as_ref().map(ToString::to_string),
                date: reference
                    .date
                    .as_ref()
                    .and_then(|stated| stated.date.day())
                    .map(|day| day.to_string()),
                pinpoint: reference.pinpoint.as_ref().map(ToString::to_string),
                verdict: reference.existence.as_str(),
                candidates: reference
                    .candidates
                    .iter()
                    .map(ToString::to_string)
                    .collect(),
                successors: successors(&reference.currency),
                date_agreement: agreement(&reference.date_agreement),
                title_agreement: agreement(&reference.title_agreement),
                organ_agreement: agreement(&reference.organ_agreement),
            }
        })
        .collect()
}

fn successors(currency: &Currency) -> Option<Vec<SuccessorRow>> {
    if *currency == Currency::NotCheckable {
        return None;
    }
    let row = |successor: &Successor| SuccessorRow {
        canonical: successor.symbol.to_string(),
        succession: successor.succession.as_str(),
        date: successor.date.map(|date| date.to_string()),
    };
    Some(currency.successors().iter().map(row).collect())
}

const fn agreement<T>(agreement: &Agreement<T>) -> Option<&'static str> {
    match agreement {
        Agreement::NotCheckable => None,
        Agreement::Agrees => Some("agrees"),
        Agreement::Contradicts(_) | Agreement::Outside(..) | Agreement::NoSuchDay(_) => {
            Some("contradicts")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use citation::{Date, Kind, Referent, StatedDate, Symbol};
    use draft::{Dialect, Draft};
    use resolve::{Existence, Reference};

    use super::*;

    /// A file that begins with a byte order mark.
    struct Marked;

    impl Stored for Marked {
        fn offset(&self, draft: usize) -> usize {
            draft + 3
        }

        fn place(&self, draft: usize) -> (usize, usize) {
            (1, draft + 1)
        }
    }

    #[test]
    fn a_row_has_the_agreed_fields_in_their_order() {
        let text = "resolution 67/172 of 20 December 2012";
        let mut reference = Reference::new(11..17, Kind::Number);
        reference.referent = Symbol::parse("A/RES/67/172").map(Referent::Symbol);
        reference.date = Some(StatedDate {
            date: Date::new(2012, 12, 20).unwrap().into(),
            span: 21..37,
        });
        reference.existence = Existence::Exists;
        reference.date_agreement = Agreement::Agrees;
        let draft = Draft::new(text, Dialect::Markdown, Arc::default());
        let resolved = Resolved::with(draft, Date::new(2013, 1, 1).unwrap(), vec![reference]);
        let rows = reference_rows(&resolved, &Marked);
        assert_eq!(
            serde_json::to_string(&rows[0]).unwrap(),
            r#"{"start":14,"end":20,"line":1,"column":12,"text":"67/172","kind":"number","canonical":"A/RES/67/172","date":"2012-12-20","pinpoint":null,"verdict":"exists","candidates":[],"successors":null,"date_agreement":"agrees","title_agreement":null,"organ_agreement":null}"#
        );
    }
}
