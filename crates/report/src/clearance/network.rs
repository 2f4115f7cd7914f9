//! Who is cited, how often, and what is outdated: the documents of a draft as a list and as a drawing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use citation::{Referent, Symbol};
use resolve::Reference;

use super::html::escaped;
use super::{Standing, Subject, successors};

/// A document that is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its canonical form.
    pub document: String,
    /// Its title, where it is held and that is another name.
    pub title: String,
    /// Who issued it; "other instruments" where nobody is known to have.
    pub organ: String,
    /// How often it is cited.
    pub times: usize,
    /// How it stands.
    pub standing: Standing,
    /// What came after it.
    pub later: Vec<String>,
    /// Documents of the draft that it cites itself, by their places in the list.
    pub cites: Vec<usize>,
}

/// Every document that the draft itself cites, by organ, the most cited first. A document that is cited by its
/// symbol and by its title is one.
pub(super) fn cited(subject: &Subject<'_>) -> Vec<Cited> {
    let own = subject.own();
    let mut documents: BTreeMap<&Referent, Vec<&Reference>> = BTreeMap::new();
    let settled = subject.resolved.references.iter().filter(|one| {
        !one.is_own
            && Standing::of_document(one) != Standing::Unsettled
            && !subject.is_foreign(one.token.start)
    });
    for reference in settled {
        let source = reference.source.as_deref();
        let first = source.and_then(|source| source.referents.first());
        if let Some(referent) = first.or(reference.referent.as_ref()) {
            documents.entry(referent).or_default().push(reference);
        }
    }
    let mut list: Vec<(&Referent, Cited)> = documents
        .into_iter()
        .filter_map(|(referent, references)| {
            let first = references.first()?;
            let later = successors(first, own);
            let document = referent.to_string();
            let title = first.source.as_ref().map(|source| source.title.to_string());
            let cited = Cited {
                title: title.filter(|title| *title != document).unwrap_or_default(),
                document,
                organ: organ(referent, first),
                times: references.len(),
                standing: references
                    .iter()
                    .map(|one| Standing::of_document(one))
                    .max()?,
                later: later
                    // A second printing bears the same symbol.
                    .filter(|one| referent.symbol() != Some(&one.symbol))
                    .map(|one| one.symbol.to_string())
                    .collect(),
                cites: Vec::new(),
            };
            Some((referent, cited))
        })
        .collect();
    list.sort_by(|(_, a), (_, b)| {
        let key = |one: &Cited| (one.organ.clone(), std::cmp::Reverse(one.times));
        key(a).cmp(&key(b)).then(a.document.cmp(&b.document))
    });
    let cites: Vec<Vec<usize>> = list
        .iter()
        .map(|(referent, _)| {
            let inner = subject.sources.cites(referent).value;
            let place = |one: &Referent| list.iter().position(|(other, _)| *other == one);
            inner
                .iter()
                .filter_map(place)
                .filter(|place| list[*place].0 != *referent)
                .collect()
        })
        .collect();
    list.into_iter()
        .zip(cites)
        .map(|((_, cited), cites)| Cited { cites, ..cited })
        .collect()
}

fn organ(referent: &Referent, reference: &Reference) -> String {
    let adopted = referent.symbol().and_then(Symbol::adopted);
    let by_number = adopted.and_then(|adopted| adopted.body.name());
    let by_source = reference
        .source
        .as_ref()
        .and_then(|source| source.organ.as_deref());
    let by_symbol = referent.symbol().and_then(Symbol::issuer);
    by_number
        .or(by_source)
        .or(by_symbol)
        .unwrap_or(match referent {
            Referent::Instrument(_) => "other instruments",
            _ => "other documents",
        })
        .to_owned()
}

/// Heights and widths of the drawing, in its own units.
const ROW: usize = 24;
const WIDTH: usize = 900;
const DRAFT: usize = 96;
const LEFT: usize = 230;
const RIGHT: usize = 760;

/// How many documents are drawn, so that the drawing stands on one page of paper.
pub(super) const DRAWN: usize = 40;
/// The longest names of organs and documents in the drawing, in characters.
const ORGAN: usize = 72;
const NAME: usize = 38;

/// The drawing: the draft on the left, a line to every document it cites, the thicker the more often;
/// dashed where the document is not in the sources; on the right, arcs between documents that cite one
/// another. Of many documents the most cited are drawn.
pub(super) fn svg(network: &[Cited]) -> String {
    let mut shown: Vec<usize> = (0..network.len()).collect();
    shown.sort_by_key(|index| std::cmp::Reverse(network[*index].times));
    shown.truncate(DRAWN);
    shown.sort_unstable();
    let rows: BTreeMap<usize, usize> = shown.iter().copied().zip(places(network, &shown)).collect();
    let height = rows.values().max().map_or(ROW, |row| row + ROW);
    let middle = height / 2;
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<svg viewBox=\"0 0 {WIDTH} {height}\" preserveAspectRatio=\"xMinYMin\" role=\"img\" aria-labelledby=\"network-title network-text\">\n\
         <title id=\"network-title\">Documents that the draft cites</title>\n\
         <desc id=\"network-text\">The table of documents below has the same in words.</desc>"
    );
    let mut organ = "";
    for (index, y) in &rows {
        let cited = &network[*index];
        if cited.organ != organ {
            organ = &cited.organ;
            let _ = writeln!(
                out,
                "<text class=\"organ\" x=\"{LEFT}\" y=\"{}\">{}</text>",
                y - ROW + 6,
                escaped(&cut(organ, ORGAN))
            );
        }
        let dashed = if cited.standing == Standing::Held {
            ""
        } else {
            " stroke-dasharray=\"6 4\""
        };
        let width = 1 + cited.times.min(7);
        let _ = writeln!(
            out,
            "<path class=\"line\" d=\"M{DRAFT} {middle} C{} {middle} {} {y} {} {y}\" stroke-width=\"{width}\"{dashed}/>",
            DRAFT + 60,
            LEFT - 80,
            LEFT - 8
        );
        let later = match cited.later.first() {
            Some(later) => format!(" — outdated, see {later}"),
            None => String::new(),
        };
        let name = cut(&cited.document, NAME);
        let times = if cited.times > 1 {
            format!(" ×{}", cited.times)
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "<text x=\"{LEFT}\" y=\"{}\"><tspan>{} {}</tspan><tspan class=\"times\">{times}</tspan><tspan class=\"later\">{}</tspan></text>",
            y + 4,
            cited.standing.mark(),
            escaped(&name),
            escaped(&later)
        );
        for other in &cited.cites {
            let Some(there) = rows.get(other) else {
                continue;
            };
            let bend = RIGHT + 40 + y.abs_diff(*there).min(300) / 3;
            let _ = writeln!(
                out,
                "<path class=\"arc\" d=\"M{RIGHT} {y} C{bend} {y} {bend} {there} {RIGHT} {there}\"/><circle class=\"tip\" cx=\"{RIGHT}\" cy=\"{there}\" r=\"3\"/>"
            );
        }
    }
    let _ = writeln!(
        out,
        "<rect class=\"draft\" x=\"8\" y=\"{}\" width=\"{}\" height=\"28\" rx=\"4\"/><text class=\"draft\" x=\"52\" y=\"{}\" text-anchor=\"middle\">this draft</text>\n</svg>",
        middle.saturating_sub(14),
        DRAFT - 8,
        middle + 5
    );
    out
}

/// `name` with at most so many characters.
fn cut(name: &str, longest: usize) -> String {
    if name.chars().count() <= longest {
        return name.to_owned();
    }
    let beginning: String = name.chars().take(longest - 2).collect();
    format!("{}…", beginning.trim_end())
}

/// The height at which each of the documents that are shown stands; a new organ takes a line of its own.
fn places(network: &[Cited], shown: &[usize]) -> Vec<usize> {
    let mut y = 0;
    let mut organ = "";
    shown
        .iter()
        .map(|index| {
            let cited = &network[*index];
            y += ROW;
            if cited.organ != organ {
                organ = &cited.organ;
                y += ROW;
            }
            y
        })
        .collect()
}
