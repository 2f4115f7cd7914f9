//! Families whose printed forms a table describes, one form a row, each with its own examples.
//!
//! A table of `data/families` is the whole of a family: what begins the search, what the form looks
//! like, how it is written canonically, what it is never to be confused with. A further form is a line
//! and no code.

use std::ops::Range;
use std::sync::OnceLock;

use super::Family;
use super::pattern::{Found, Pattern};
use super::reading::{begins_well, citation, ends_well, joint, joint_or_run, paragraph};
use crate::scan::cursor;
use crate::{Body, Citation, Form, Kind, Referent, Symbol, table};

/// How far from a reference the words may stand that a row wants near it, where the row does not say.
const NEAR: usize = 400;
/// The group that is the token where a pattern goes on over what has to follow it.
const TOKEN: &str = "token";
/// How many references one list may have.
const LONGEST_LIST: usize = 64;

/// A family read from its table, which is parsed when its anchors are first asked for.
///
/// Columns, in order: `anchors` (by `|`); `reach`, how many bytes before its anchor a reference may
/// begin; `opens`, the words before the token, which may open a list of tokens; `token`, the token
/// itself, or in a group named `token` where its pattern also says what stands around it; `canonical`, with `$0` for the token and `$1` for its groups; `kind`, of which `instrument`
/// names one of the sources by its title; `near`, words (by `|`)
/// of which one has to stand in the same paragraph, behind a distance in bytes where it is not
/// 400 (`80:PACE`), or behind `*` a body that else the draft has to name; `not_after`, words that must not stand right before; `slip`, what is wrong with a
/// form that is written wrongly, whose canonical form is then the correction; `reads`, examples as
/// `written = canonical`; `silent`, near misses; `basis`. Patterns are regular expressions in which a
/// space stands for white space with at most one line break.
pub(super) struct Tabled {
    table: &'static str,
    rows: OnceLock<Vec<Row>>,
    anchors: OnceLock<Anchors>,
}

/// The anchors of a table, sorted, and of each the rows that have it, in the order of the table.
struct Anchors {
    written: &'static [&'static str],
    rows: Vec<Vec<usize>>,
}

impl Tabled {
    pub(super) const fn new(table: &'static str) -> Self {
        Self {
            table,
            rows: OnceLock::new(),
            anchors: OnceLock::new(),
        }
    }

    fn rows(&self) -> &[Row] {
        self.rows
            .get_or_init(|| table::rows::<12>(self.table).map(Row::new).collect())
    }

    fn read_anchors(&self) -> &Anchors {
        self.anchors.get_or_init(|| {
            let rows = self.rows();
            let mut written: Vec<_> = rows.iter().flat_map(|row| &row.anchors).copied().collect();
            written.sort_unstable();
            written.dedup();
            let having = |anchor: &&str| {
                let rows = rows.iter().enumerate();
                let having = rows.filter(|(_, row)| row.anchors.contains(anchor));
                having.map(|(index, _)| index).collect()
            };
            Anchors {
                rows: written.iter().map(having).collect(),
                written: Vec::leak(written),
            }
        })
    }
}

impl Family for Tabled {
    fn anchors(&self) -> &'static [&'static str] {
        self.read_anchors().written
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let Anchors { written, rows } = self.read_anchors();
        let Ok(place) = written.binary_search(&&text[anchor.clone()]) else {
            return;
        };
        let mut rows = rows[place].iter().map(|row| &self.rows()[*row]);
        let first = rows.find_map(|row| Some((row, row.at_anchor(text, &anchor)?)));
        let Some((row, first)) = first else { return };
        let mut end = end_of(&first);
        found.push(first);
        if row.opens.is_none() {
            return;
        }
        for _ in 0..LONGEST_LIST {
            // What opens one form of a list may open its other forms.
            let further = |at| {
                let alike = |other: &&Row| other.anchors == row.anchors && other.opens.is_some();
                let mut rows = self.rows().iter().filter(alike);
                row.at(text, at, at)
                    .or_else(|| rows.find_map(|other| other.at(text, at, at)))
            };
            let run = || {
                let last = further(joint_or_run(text, end)?)?;
                let written = &text[last.token.clone()];
                written
                    .contains(|c: char| !c.is_ascii_digit())
                    .then_some(last)
            };
            let numbered = |at| cursor::any_word(text, at, &["Nos.", "No."]);
            let signless = |at| numbered(at).map_or(at, |end| cursor::skip_space(text, end));
            let joined = |at| joint(text, at).map(signless).and_then(further);
            let Some(next) = joined(end).or_else(run) else {
                return;
            };
            end = end_of(&next);
            found.push(next);
        }
    }
}

/// One printed form.
struct Row {
    anchors: Vec<&'static str>,
    reach: usize,
    opens: Option<Pattern>,
    token: Pattern,
    canonical: &'static str,
    kind: Kind,
    /// Whether the canonical form is the title of an instrument.
    is_instrument: bool,
    near: Option<(usize, Vec<&'static str>)>,
    not_after: Vec<&'static str>,
    slip: &'static str,
    #[cfg(test)]
    reads: &'static str,
    #[cfg(test)]
    silent: &'static str,
}

impl Row {
    fn new(cells: [&'static str; 12]) -> Self {
        let [
            anchors,
            reach,
            opens,
            token,
            canonical,
            kind,
            near,
            not_after,
            slip,
            reads,
            silent,
            _,
        ] = cells;
        #[cfg(not(test))]
        let _ = (reads, silent);
        Self {
            anchors: words(anchors),
            reach: reach.parse().unwrap_or(0),
            opens: (!opens.is_empty()).then(|| Pattern::new(opens)),
            token: Pattern::new(token),
            canonical,
            kind: match kind {
                "symbol" => Kind::Symbol,
                "number" => Kind::Number,
                "series" => Kind::Series,
                _ => Kind::Named,
            },
            is_instrument: kind == "instrument",
            near: (!near.is_empty()).then(|| match near.split_once(':') {
                Some((distance, near)) => (distance.parse().unwrap_or(NEAR), words(near)),
                None => (NEAR, words(near)),
            }),
            not_after: words(not_after),
            slip,
            #[cfg(test)]
            reads,
            #[cfg(test)]
            silent,
        }
    }

    /// The reference that the anchor belongs to, with the words that open it.
    fn at_anchor(&self, text: &str, anchor: &Range<usize>) -> Option<Citation> {
        let floor = anchor.start.saturating_sub(self.reach);
        (floor..=anchor.start)
            .rev()
            .filter(|start| begins_well(text, *start))
            .find_map(|start| {
                let token = match &self.opens {
                    Some(opens) => start + opens.length(text, start)?,
                    None => start,
                };
                let citation = self.at(text, token, start)?;
                (citation.token.end >= anchor.end || token >= anchor.end).then_some(citation)
            })
    }

    /// The reference whose token stands at `at` and whose words begin at `start`.
    fn at(&self, text: &str, at: usize, start: usize) -> Option<Citation> {
        let found = self.token.captures(text, at)?;
        let place = found.place_of(TOKEN).unwrap_or(0..found.length());
        let token = at + place.start..at + place.end;
        if !ends_well(text, token.end) {
            return None;
        }
        let whose = match self.context(text, &(start..token.end)) {
            Context::Fits => None,
            Context::NeedsBody(body) => Some(Body::new(body)),
            Context::IsOthers => return None,
        };
        let referent = self.referent(self.expand(&found));
        let form = if self.slip.is_empty() {
            Form::Whole(referent)
        } else {
            Form::Mistyped {
                corrections: vec![(referent, self.slip.into())],
            }
        };
        let form = match whose {
            Some(body) => Form::WhereNamed {
                body,
                form: Box::new(form),
            },
            None => form,
        };
        Some(citation(text, token, start, self.kind, form))
    }

    /// What the canonical form names: a document of the United Nations where the row writes it so.
    fn referent(&self, canonical: String) -> Referent {
        if self.is_instrument {
            return Referent::Instrument(canonical.into());
        }
        let symbol = self
            .canonical
            .starts_with("A/")
            .then(|| Symbol::parse(&canonical));
        symbol
            .flatten()
            .map_or_else(|| Referent::Other(canonical.into()), Referent::Symbol)
    }

    fn context(&self, text: &str, place: &Range<usize>) -> Context {
        let before = text[..place.start].trim_end_matches(|c: char| c.is_whitespace() || c == '(');
        if self.not_after.iter().any(|word| before.ends_with(word)) {
            return Context::IsOthers;
        }
        let Some((distance, words)) = &self.near else {
            return Context::Fits;
        };
        let around = paragraph(text, place, *distance);
        if words.iter().any(|word| around.contains(word)) {
            return Context::Fits;
        }
        let body = words.iter().find_map(|word| word.strip_prefix('*'));
        body.map_or(Context::IsOthers, Context::NeedsBody)
    }

    /// The canonical form, with one space for every run of white space.
    fn expand(&self, found: &Found<'_>) -> String {
        let written = found.expand(self.canonical);
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The offset behind a reference of a list and its place: "49/2014, para. 23, 57/2014".
fn end_of(one: &Citation) -> usize {
    one.pinpoint
        .as_ref()
        .map_or(one.token.end, |place| place.span.end.max(one.token.end))
}

/// What stands around a form.
enum Context {
    /// What the row wants.
    Fits,
    /// Nothing that tells, so that the draft has to name this body.
    NeedsBody(&'static str),
    /// What says that it is something else, or nothing.
    IsOthers,
}

fn words(cell: &'static str) -> Vec<&'static str> {
    cell.split('|').filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests;
