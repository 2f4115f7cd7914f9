//! What a reference names: symbol, title, who adopted it and when, how long it is.

use citation::facts::{self, Standing};
use citation::{Act, Adopted, Date, Referent};
use draft::Draft;
use resolve::Reference;
use sources::{Paragraph, Paragraphs, Source, SourceKind, fold};

use crate::{prose, under};

/// An observed date is shown when at least this many texts give it.
const SUPPORT: u16 = 3;
/// Other names shown.
const MOST_NAMES: usize = 3;

/// The canonical symbol or title; the words of the draft where it is not settled what they name.
pub(super) fn heading(draft: &Draft, reference: &Reference) -> String {
    let name = match &reference.referent {
        Some(referent) => referent.to_string(),
        None => under::words(draft, &reference.token),
    };
    format!("### {}", prose::escaped(&name))
}

/// The official title, where the heading is not the title.
pub(super) fn title(reference: &Reference) -> Option<String> {
    let source = reference.source.as_deref()?;
    let heading = reference.referent.as_ref().map(Referent::to_string);
    let is_heading = heading.is_some_and(|heading| *heading == *source.title);
    (!is_heading && !source.title.is_empty())
        .then(|| format!("**{}**", prose::escaped(&source.title)))
}

/// One line: "General Assembly resolution 67/172 · adopted on 20 December 2012 · 15 operative paragraphs".
pub(super) fn facts(reference: &Reference) -> Option<String> {
    let source = reference.source.as_deref();
    let mut facts = Vec::new();
    match adopted(reference) {
        Some(adopted) => {
            facts.extend(source.and_then(instrument));
            facts.push(in_words(adopted));
        }
        None => facts.extend(source.map(kind_and_organ).or_else(|| document(reference))),
    }
    facts.extend(registered(reference));
    facts.extend(date(reference));
    if let Some(source) = source {
        facts.extend(length(source));
        facts.extend(treaty_series(source));
        facts.extend(other_names(source));
    }
    (!facts.is_empty()).then(|| facts.join(" · "))
}

/// The treaty whose volume and registration number the reference gives.
fn registered(reference: &Reference) -> Option<String> {
    let Referent::Other(canonical) = reference.referent.as_ref()? else {
        return None;
    };
    let (volume, number) = facts::volume_and_number(canonical)?;
    let treaty = facts::treaty_registered(volume, number)?;
    (!treaty.is_empty()).then(|| prose::escaped(treaty))
}

/// What the source says in one to three sentences.
pub(super) fn summary(reference: &Reference) -> Option<String> {
    let summary = reference.source.as_deref()?.summary.as_deref()?;
    // The words are the catalogue's, not the document's.
    (!summary.trim().is_empty()).then(|| format!("In brief: {}", prose::escaped(summary)))
}

/// The number of the adopted text: the reference's own, else that of the resolution to which the named
/// instrument is annexed.
fn adopted(reference: &Reference) -> Option<&Adopted> {
    let own = reference.referent.as_ref().and_then(Referent::symbol);
    let of_source = || {
        let source = reference.source.as_deref()?;
        source.referents.iter().find_map(Referent::symbol)
    };
    own.or_else(of_source)?.adopted()
}

fn in_words(adopted: &Adopted) -> String {
    let body = prose::escaped(&adopted.body.to_string());
    let number = adopted.in_prose();
    match adopted.act {
        Act::PresidentialStatement => {
            format!("Statement {number} by the President of the {body}")
        }
        act => format!("{body} {} {number}", act.word()),
    }
}

fn instrument(source: &Source) -> Option<String> {
    let word = match source.kind {
        SourceKind::Treaty => "Treaty",
        SourceKind::GeneralComment => "General comment",
        _ => return None,
    };
    Some(word.to_owned())
}

fn kind_and_organ(source: &Source) -> String {
    let kind = match source.kind {
        SourceKind::Resolution => "Resolution",
        SourceKind::Decision => "Decision",
        SourceKind::Treaty => "Treaty",
        SourceKind::Outcome => "Outcome document",
        SourceKind::GeneralComment => "General comment",
        SourceKind::Document => "Document",
    };
    match source.organ.as_deref() {
        Some(organ) => format!("{kind} · {}", prose::escaped(organ)),
        None => kind.to_owned(),
    }
}

/// "Document · Second Committee": all that a symbol alone says, where its body has a name.
fn document(reference: &Reference) -> Option<String> {
    let body = reference.referent.as_ref()?.symbol()?.issuer()?;
    Some(format!("Document · {}", prose::escaped(body)))
}

/// The date in prose. A document that nobody adopts has a date of issue.
fn date(reference: &Reference) -> Option<String> {
    let source = reference.source.as_deref();
    if let Some((source, date)) = source.and_then(|source| Some((source, source.date?))) {
        let verb = match source.kind {
            SourceKind::Document if adopted(reference).is_none() => "dated",
            _ => "adopted on",
        };
        return Some(format!("{verb} {}", date.in_prose()));
    }
    let known = facts::adoption_date(reference.referent.as_ref()?.symbol()?)?;
    let adopted_on = |date: Date| format!("adopted on {}", date.in_prose());
    match known.standing {
        Standing::Verified => Some(adopted_on(known.date)),
        Standing::Observed if known.support >= SUPPORT => Some(format!(
            "{} (so dated in {} texts)",
            adopted_on(known.date),
            known.support
        )),
        _ => None,
    }
}

fn length(source: &Source) -> Option<String> {
    if let Some(articles) = source.articles {
        return Some(counted(usize::from(articles), "article"));
    }
    let Paragraphs::Numbered(paragraphs) = &source.paragraphs else {
        return None;
    };
    let noun = match source.kind {
        SourceKind::Resolution => "operative paragraph",
        SourceKind::Treaty => "article",
        _ => "paragraph",
    };
    match main_paragraphs(paragraphs) {
        0 => None,
        count => Some(counted(count, noun)),
    }
}

/// Whole paragraphs of the text itself: numbers that begin anew are those of an annex.
fn main_paragraphs(paragraphs: &[Paragraph]) -> usize {
    let numbers = paragraphs
        .iter()
        .filter_map(|paragraph| paragraph.label.parse::<u32>().ok());
    let mut last = 0;
    numbers
        .take_while(|number| *number > std::mem::replace(&mut last, *number))
        .count()
}

fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn treaty_series(source: &Source) -> Option<String> {
    let (volume, number) = source.treaty_series.as_ref()?;
    let mut words = format!(
        "United Nations, *Treaty Series*, vol. {}",
        prose::escaped(volume)
    );
    if !number.is_empty() {
        words = format!("{words}, No. {}", prose::escaped(number));
    }
    Some(words)
}

/// Names beside the title; spellings that differ in their dashes or capitals alone are one.
fn other_names(source: &Source) -> Option<String> {
    let mut known = vec![fold(&source.title)];
    let mut is_new = |name: &str| {
        let folded = fold(name);
        let is_new = !known.contains(&folded);
        known.push(folded);
        is_new
    };
    let names: Vec<String> = source
        .acronym
        .iter()
        .chain(&source.short_titles)
        .filter(|name| is_new(name))
        .take(MOST_NAMES)
        .map(|name| format!("“{}”", prose::escaped(name)))
        .collect();
    (!names.is_empty()).then(|| format!("also {}", prose::listed(&names)))
}
