//! Drawn tests: a text with its cursor and, underlined beneath each line, what stands there.
//!
//! `$0` is the cursor. A line of carets says what the words above it are, so that a test needs neither the
//! scanner nor the binding to be right: a feature is tested for what it makes of a [`Resolved`] alone.
//!
//! | label | what the underlined words are |
//! | --- | --- |
//! | `held A/RES/67/172` | a token; also `exists`, `unknown`, `impossible`, `malformed`, with or without referent |
//! | `phrase`, `own` | the phrase of the token drawn last; that it is the draft's own symbol |
//! | `paragraph 15`, `article 9` | its paragraph reference |
//! | `stated 2012-12-20`, `stated 2012-12-19 for 2012-12-20` | its date, right or wrong; `unchecked` after it |
//! | `because …`, `meant X: why` | the reason and a correction |
//! | `finding C001: X` | a finding whose fix writes X |

use std::ops::Range;
use std::sync::Arc;

use citation::facts::DateBasis;
use citation::{Date, Kind, Lexicon, Name, Pinpoint, Referent, StatedDate, Step, Symbol, Unit};
use draft::{Dialect, Draft};
use resolve::{Agreement, Correction, Existence, Reference, Resolved};
use rules::{Edit, Finding, Fix, Safety, Severity};
use sources::{
    Absent, Answer, Heading, Origin, Paragraph, ParagraphAnswer, Paragraphs, Source, SourceKind,
    Sources,
};

use crate::referent;

/// The sources on every test's desk: name, title, kind, date, place; then paragraphs, indented.
const DESK: &str = "\
A/RES/67/172 | Protection of migrants | resolution | 2012-12-20 | sources/A_RES_67_172.txt
  3 Calls upon States
  3 (a) To promote and protect human rights
  4 Expresses concern about *racism*
  15 Requests the Secretary-General to submit a report
A/RES/67/174 | Human rights and unilateral coercive measures | resolution | 2012-12-20 |
A/RES/68/4 | Declaration of the High-level Dialogue | resolution | 2013-10-03 | sources/bare.txt
  unnumbered
S/RES/1325 (2000) | Women and peace and security | resolution | 2000-10-31 |
A/RES/69/2 | Outcome document on Indigenous Peoples | resolution | 2014-09-22 | sources/A_RES_69_2.md
  4 Reaffirms its *solemn* commitment
A/HRC/RES/35/17 | Protection of the human rights of migrants | resolution | 2017-06-22 |
Convention on the Rights of the Child (CRC) | Convention on the Rights of the Child | treaty | 1989-11-20 | sources/crc.txt
  9 A child shall not be separated from his or her parents
Convention on the Reduction of Statelessness | Convention on the Reduction of Statelessness | treaty | 1961-08-30 |
";

/// A test's sources.
pub(crate) struct Desk(Vec<Arc<Source>>);

/// A drawn test, read.
pub(crate) struct Drawn {
    pub(crate) resolved: Resolved,
    pub(crate) sources: Desk,
    pub(crate) findings: Vec<Finding>,
    pub(crate) cursor: usize,
}

impl Drawn {
    /// Reads a drawing of a Markdown draft.
    pub(crate) fn markdown(drawing: &str) -> Self {
        Self::read(drawing, Dialect::Markdown)
    }

    /// Reads a drawing of a plain draft.
    pub(crate) fn plain(drawing: &str) -> Self {
        Self::read(drawing, Dialect::Plain)
    }

    fn read(drawing: &str, dialect: Dialect) -> Self {
        let sources = Desk::laid_out();
        let (mut text, mut cursor) = (String::new(), None);
        let (mut references, mut findings) = (Vec::new(), Vec::new());
        // The line that carets underline as drawn, where it starts in the text, and where a cursor was
        // taken out of it.
        let (mut drawn, mut line_start, mut taken) = ("", 0, usize::MAX);
        for line in drawing.trim_start_matches('\n').split_inclusive('\n') {
            let Some(label) = line.trim_start().strip_prefix('^') else {
                drawn = line;
                line_start = text.len();
                taken = line.find("$0").unwrap_or(usize::MAX);
                if taken != usize::MAX {
                    cursor = Some(line_start + taken);
                }
                text.push_str(&line.replacen("$0", "", 1));
                continue;
            };
            let column = line.len() - line.trim_start().len();
            let carets = 1 + label.bytes().take_while(|byte| *byte == b'^').count();
            let place = |column: usize| {
                let bytes: usize = drawn.chars().take(column).map(char::len_utf8).sum();
                line_start + if bytes > taken { bytes - 2 } else { bytes }
            };
            let span = place(column)..place(column + carets);
            let label = label.trim_start_matches('^').trim();
            if let Some(finding) = label.strip_prefix("finding ") {
                findings.push(read_finding(finding, span));
            } else {
                read_label(label, span, &sources, &mut references);
            }
        }
        let lexicon = sources.lexicon();
        for reference in &mut references {
            answer(reference, &sources);
        }
        Self {
            resolved: Resolved::with(
                Draft::new(&text, dialect, lexicon),
                Date::new(2013, 6, 1).unwrap(),
                references,
            ),
            sources,
            findings,
            cursor: cursor.unwrap_or(0),
        }
    }

    /// Makes something else of the first reference.
    pub(crate) fn remake(&mut self, remake: impl Fn(&mut Reference)) {
        let mut references = self.resolved.references.to_vec();
        remake(&mut references[0]);
        let (draft, as_of) = (self.resolved.draft.clone(), self.resolved.as_of);
        self.resolved = Resolved::with(draft, as_of, references);
    }

    /// The words of a range.
    pub(crate) fn words(&self, range: &Range<usize>) -> String {
        self.resolved.draft.slice(range.clone())
    }
}

fn read_label(label: &str, span: Range<usize>, sources: &Desk, references: &mut Vec<Reference>) {
    let (verb, rest) = label.split_once(' ').unwrap_or((label, ""));
    let existence = match verb {
        "held" => Some(Existence::Held),
        "exists" => Some(Existence::Exists),
        "unknown" => Some(Existence::Unknown),
        "impossible" => Some(Existence::Impossible),
        "malformed" => Some(Existence::Malformed),
        _ => None,
    };
    if let Some(existence) = existence {
        references.push(token(rest, span, existence, sources));
        return;
    }
    let reference = references.last_mut().expect("a token is drawn first");
    match verb {
        "phrase" => reference.phrase = span,
        "own" => reference.is_own = true,
        "because" => rest.clone_into(&mut reference.reason),
        "paragraph" => reference.pinpoint = Some(pinpoint(Unit::Paragraph, rest, span)),
        "article" => reference.pinpoint = Some(pinpoint(Unit::Article, rest, span)),
        "stated" => {
            let (stated, right) = rest.split_once(' ').unwrap_or((rest, "agrees"));
            let date = Date::parse_iso(stated).unwrap();
            reference.date = Some(StatedDate {
                date: date.into(),
                span,
            });
            reference.date_agreement = match right.strip_prefix("for ") {
                Some(right) => Agreement::Contradicts(Date::parse_iso(right).unwrap()),
                None if right == "agrees" => Agreement::Agrees,
                None => Agreement::NotCheckable,
            };
        }
        "meant" => {
            let (text, reason) = rest.split_once(": ").unwrap();
            reference.corrections.push(Correction {
                text: text.to_owned(),
                reason: reason.to_owned(),
            });
        }
        other => panic!("no such label: {other}"),
    }
}

fn token(name: &str, span: Range<usize>, existence: Existence, sources: &Desk) -> Reference {
    let referent = (!name.is_empty()).then(|| referent(name));
    let source = referent
        .as_ref()
        .filter(|_| existence == Existence::Held)
        .and_then(|referent| sources.resolve(referent).value);
    let kind = match (&referent, &source) {
        (Some(Referent::Instrument(title)), _) if title.len() != span.len() => Kind::Short,
        (Some(Referent::Instrument(_)), _) => Kind::Named,
        _ => Kind::Symbol,
    };
    let mut reference = Reference::new(span, kind);
    reference.referent = referent;
    reference.existence = existence;
    reference.source = source;
    reference.date_basis = Some(DateBasis::Document);
    reference
}

fn pinpoint(unit: Unit, label: &str, span: Range<usize>) -> Pinpoint {
    let labels = label.split(" and ").map(|one| (one.into(), None)).collect();
    Pinpoint {
        steps: vec![Step { unit, labels }],
        beside: Vec::new(),
        span,
    }
}

fn answer(reference: &mut Reference, sources: &Desk) {
    if let (Some(source), Some(pinpoint)) = (&reference.source, &reference.pinpoint) {
        reference.paragraph = Some(sources.paragraph(source, pinpoint));
    }
}

fn read_finding(label: &str, range: Range<usize>) -> Finding {
    let (_, text) = label.split_once(": ").unwrap();
    let edits = vec![Edit {
        range: range.clone(),
        text: text.to_owned(),
    }];
    Finding {
        code: "C001",
        rule: "mistyped-symbol",
        severity: Severity::Error,
        range,
        message: String::new(),
        related: Vec::new(),
        fixes: vec![Fix {
            title: format!("Change to “{text}”"),
            edits,
            safety: Safety::Safe,
        }],
    }
}

impl Desk {
    fn laid_out() -> Self {
        let mut sources: Vec<Source> = Vec::new();
        let mut place = 0;
        for line in DESK.lines() {
            match line.strip_prefix("  ") {
                Some(words) => add_words(sources.last_mut().unwrap(), words, &mut place),
                None => sources.push(source(line)),
            }
        }
        Self(sources.into_iter().map(Arc::new).collect())
    }
}

fn source(line: &str) -> Source {
    let fields: Vec<&str> = line.split('|').map(str::trim).collect();
    let (name, acronym) = match fields[0].split_once(" (C") {
        Some((name, letters)) => (name, Some(format!("C{}", letters.trim_end_matches(')')))),
        None => (fields[0], None),
    };
    let is_treaty = fields[2] == "treaty";
    let kind = if is_treaty {
        SourceKind::Treaty
    } else {
        SourceKind::Resolution
    };
    let origin = match fields[4] {
        "" => Origin::Catalogue { source: "test" },
        path => Origin::File { path: path.into() },
    };
    Source {
        referents: vec![referent(name)],
        acronym: acronym.as_deref().map(Into::into),
        date: Date::parse_iso(fields[3]),
        articles: is_treaty.then_some(54),
        treaty_series: is_treaty.then(|| ("1577".into(), "27531".into())),
        ..Source::new(fields[1], kind, origin)
    }
}

fn add_words(source: &mut Source, line: &str, place: &mut usize) {
    if line == "unnumbered" {
        source.paragraphs = Paragraphs::Unnumbered;
        return;
    }
    if source.paragraphs == Paragraphs::NotAtHand {
        *place = 100;
        source.paragraphs = Paragraphs::Numbered(Vec::new());
    }
    let Paragraphs::Numbered(paragraphs) = &mut source.paragraphs else {
        return;
    };
    let at = line.find(|c: char| c.is_ascii_uppercase()).unwrap();
    paragraphs.push(Paragraph {
        label: line[..at].trim().into(),
        words: line[at..].into(),
        span: *place..*place + line.len(),
        page: None,
    });
    *place += line.len();
}

fn complete<T>(value: T) -> Answer<T> {
    Answer {
        value,
        complete: true,
    }
}

impl Sources for Desk {
    fn resolve(&self, referent: &Referent) -> Answer<Option<Arc<Source>>> {
        let named = |source: &&Arc<Source>| source.referents.contains(referent);
        complete(self.0.iter().find(named).cloned())
    }

    fn paragraph(&self, source: &Source, pinpoint: &Pinpoint) -> ParagraphAnswer {
        let paragraphs = match &source.paragraphs {
            Paragraphs::NotAtHand => return ParagraphAnswer::NotCheckable,
            Paragraphs::Unnumbered => return ParagraphAnswer::Unnumbered,
            Paragraphs::Numbered(paragraphs) => paragraphs,
        };
        let mut found = Vec::new();
        for (label, _) in &pinpoint.steps[0].labels {
            match paragraphs.iter().find(|one| one.label == *label) {
                Some(paragraph) => found.push(paragraph.clone()),
                None if label.contains('(') => {
                    return ParagraphAnswer::Absent(Absent {
                        label: label.clone(),
                        last: Some("3 (a)".into()),
                        counted: "paragraphs",
                        count: 1,
                    });
                }
                None => {
                    return ParagraphAnswer::Absent(Absent {
                        label: label.clone(),
                        last: Some("15".into()),
                        counted: "operative paragraphs",
                        count: 15,
                    });
                }
            }
        }
        ParagraphAnswer::Found(found)
    }

    fn covers(&self, _symbol: &Symbol) -> bool {
        false
    }

    fn complete(&self, prefix: &str, limit: usize) -> Answer<Vec<Heading>> {
        let begins = |referent: &Referent| {
            let number = referent.symbol().and_then(Symbol::adopted);
            let number = number.map(citation::Adopted::in_prose).unwrap_or_default();
            referent.to_string().starts_with(prefix) || number.starts_with(prefix)
        };
        let mut headings: Vec<Heading> = self
            .0
            .iter()
            .filter(|source| begins(&source.referents[0]))
            .map(|source| Heading {
                referent: source.referents[0].clone(),
                title: source.title.clone(),
            })
            .collect();
        headings.sort_by(|a, b| a.referent.cmp(&b.referent));
        headings.truncate(limit);
        complete(headings)
    }

    fn lexicon(&self) -> Arc<Lexicon> {
        let mut names = Vec::new();
        for source in self.0.iter().filter(|source| source.articles.is_some()) {
            let written = [
                (Some(&source.title), false),
                (source.acronym.as_ref(), true),
            ];
            for (written, acronym) in written {
                names.extend(written.map(|written| Name {
                    written: written.clone(),
                    title: source.title.clone(),
                    acronym,
                }));
            }
        }
        Arc::new(Lexicon::new(names))
    }

    fn list(&self) -> Vec<Arc<Source>> {
        self.0.clone()
    }
}
