//! Reading a document: from the text of a file to a [`Source`].
//!
//! Texts come as they are found: extracted from PDF with running heads and footnotes cut into the
//! sentences, or as Markdown with front matter. What is certain is taken over; a copy without
//! paragraph numbers is said to have none, and is never counted through.

mod articles;
mod figures;
mod file_name;
mod front_matter;
mod lines;
mod markers;
mod masthead;
mod notes;
mod numbering;
mod pages;
mod passages;
mod places;
mod words;

use std::path::Path;
use std::sync::Arc;

use citation::facts::Replacing;
use citation::{Act, Referent, Symbol};

use crate::replacing::may_speak_of_others;
use crate::{
    Document, Origin, Paragraph, Paragraphs, Particulars, Source, SourceKind, replaced_by_text,
};
use front_matter::FrontMatter;
pub use masthead::Masthead;
pub(crate) use places::UNITS;
use words::Words;

/// Reads the text of one file. `None` where it shows neither a document symbol nor a title in its
/// front matter, and the name of the file is no symbol and no title of an instrument either.
///
/// All spans are byte offsets into `text` as given.
pub fn document(text: &str, path: &Path) -> Option<Source> {
    let reading = Reading::of(text, path)?;
    let paragraphs = reading.numbered();
    Some(reading.source(paragraphs))
}

/// The same, with what the document says besides. Its passages are read only where it may say that it takes the
/// place of others.
pub fn described(text: &str, path: &Path) -> Option<(Source, Particulars)> {
    let reading = Reading::of(text, path)?;
    let paragraphs = reading.numbered();
    let replaces = if may_speak_of_others(text) {
        let kind = reading.facts.kind;
        let passages = passages::all(&reading.body, kind, paragraphs.clone(), &reading.words);
        replaced_by_text(&reading.facts, &passages)
    } else {
        Vec::new()
    };
    let particulars = reading.particulars(replaces);
    Some((reading.source(paragraphs), particulars))
}

/// The same, with every passage of the text: what an index is made of.
pub fn whole(text: &str, path: &Path) -> Option<Document> {
    let reading = Reading::of(text, path)?;
    let passages = passages::all(
        &reading.body,
        reading.facts.kind,
        reading.numbered(),
        &reading.words,
    );
    Some(Document {
        particulars: reading.particulars(replaced_by_text(&reading.facts, &passages)),
        facts: reading.facts,
        passages,
    })
}

/// A text whose head has been read.
struct Reading<'a> {
    facts: Source,
    masthead: Masthead,
    body: lines::Body<'a>,
    words: Words,
}

impl<'a> Reading<'a> {
    fn of(text: &'a str, path: &Path) -> Option<Self> {
        let (front, body) = front_matter::split(text);
        let lines = lines::all(text, body);
        let masthead = masthead::read(&lines);
        let mut symbols = if front.symbols.is_empty() {
            masthead.symbols.clone()
        } else {
            front.symbols.clone()
        };
        if symbols.is_empty() && front.title.is_none() {
            symbols.extend(file_name::symbol(path));
        }
        let title = front.title.clone().or_else(|| masthead.title.clone());
        let of_file = symbols.is_empty().then(|| file_name::title(path)).flatten();
        let title = match (title, symbols.first()) {
            (Some(title), Some(_)) => title,
            (None, Some(symbol)) => symbol.canonical().to_owned(),
            (Some(title), None) if front.title.is_some() => title,
            (_, None) => (*of_file?).to_owned(),
        };
        let kind = kind(&front, &symbols, &title);
        let title: Arc<str> = title.into();
        let facts = Source {
            referents: referents(&front, &symbols, kind, &title),
            short_titles: front
                .short_titles
                .iter()
                .map(|name| name.as_str().into())
                .collect(),
            acronym: front.acronym.as_deref().map(Arc::from),
            organ: organ(&masthead, &symbols),
            date: front.date.or(masthead.date),
            kind,
            summary: None,
            articles: None,
            treaty_series: None,
            paragraphs: Paragraphs::NotAtHand,
            title,
            origin: Origin::File {
                path: path.to_owned(),
            },
        };
        let body = lines::body(&lines, &masthead);
        let words = Words::of(&body);
        Some(Self {
            facts,
            masthead,
            body,
            words,
        })
    }

    fn source(self, paragraphs: Vec<Paragraph>) -> Source {
        Source {
            paragraphs: if paragraphs.is_empty() {
                Paragraphs::Unnumbered
            } else {
                Paragraphs::Numbered(paragraphs)
            },
            ..self.facts
        }
    }

    fn particulars(&self, replaces: Vec<(Replacing, Symbol)>) -> Particulars {
        Particulars {
            session: self.masthead.session.as_deref().map(Arc::from),
            agenda_item: self.masthead.agenda_item.as_deref().map(Arc::from),
            distributed: self.masthead.distributed,
            original_language: self.masthead.original.as_deref().map(Box::from),
            on_report: self.masthead.on_report.clone(),
            related: self.masthead.drafts.clone(),
            reissue: self.masthead.reissue.clone(),
            replaces,
            ..Particulars::default()
        }
    }

    fn numbered(&self) -> Vec<Paragraph> {
        if self.facts.kind == SourceKind::Treaty {
            articles::read(&self.body, &self.words)
        } else {
            numbering::read(&self.body, self.facts.kind, &self.words)
        }
    }
}

/// What the head of a document says about it. `None` of its parts are taken from front matter.
pub fn masthead(text: &str) -> Masthead {
    let (_, body) = front_matter::split(text);
    masthead::read(&lines::all(text, body))
}

/// Symbols first; the title where the document is cited by it.
fn referents(
    front: &FrontMatter,
    symbols: &[Symbol],
    kind: SourceKind,
    title: &Arc<str>,
) -> Vec<Referent> {
    let named = symbols.is_empty()
        || !front.short_titles.is_empty()
        || front.acronym.is_some()
        || matches!(kind, SourceKind::Treaty | SourceKind::Outcome);
    symbols
        .iter()
        .cloned()
        .map(Referent::Symbol)
        .chain(named.then(|| Referent::Instrument(Arc::clone(title))))
        .collect()
}

fn kind(front: &FrontMatter, symbols: &[Symbol], title: &str) -> SourceKind {
    if let Some(kind) = front.kind {
        return kind;
    }
    if let Some(adopted) = symbols.iter().find_map(Symbol::adopted) {
        return match adopted.act {
            Act::Resolution => SourceKind::Resolution,
            Act::Decision => SourceKind::Decision,
            Act::PresidentialStatement => SourceKind::Document,
        };
    }
    let folded = title.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| folded.starts_with(word));
    if begins(&["general comment", "general recommendation", "joint general"])
        || symbols
            .iter()
            .any(|symbol| symbol.canonical().contains("/GC/"))
    {
        return SourceKind::GeneralComment;
    }
    if symbols.is_empty() && is_title_of_treaty(&folded) {
        return SourceKind::Treaty;
    }
    SourceKind::Document
}

/// Whether a title in small letters is that of a treaty: "international covenant on …", "worst forms of child labour
/// convention, 1999". "Handbook on the refugee convention" is a book about one.
fn is_title_of_treaty(title: &str) -> bool {
    const TREATIES: [&str; 6] = [
        "convention",
        "covenant",
        "protocol",
        "treaty",
        "statute",
        "charter",
    ];
    const BEHIND_A_HEAD: [&str; 9] = [
        "on",
        "of",
        "for",
        "to",
        "in",
        "against",
        "concerning",
        "relating",
        "regarding",
    ];
    let is_treaty = |word: &str| TREATIES.contains(&word);
    let mut words = title.split(|c: char| !c.is_alphabetic());
    let is_head = words
        .by_ref()
        .take_while(|word| !BEHIND_A_HEAD.contains(word))
        .any(is_treaty);
    // Those of the International Labour Organization have their year behind them.
    let has_year = || {
        TREATIES.iter().any(|word| {
            let behind = title.split_once(&format!("{word}, "));
            behind.is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
        })
    };
    is_head || has_year()
}

fn organ(masthead: &Masthead, symbols: &[Symbol]) -> Option<Arc<str>> {
    masthead.organ.as_deref().map(Arc::from).or_else(|| {
        symbols
            .iter()
            .find_map(Symbol::adopted)
            .and_then(|adopted| adopted.body.name())
            .map(Arc::from)
    })
}

#[cfg(test)]
mod tests;
