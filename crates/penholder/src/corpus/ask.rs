//! Commands that ask: show, search, quote. Asked is everything that a draft in this folder stands on.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;

use citation::{Pinpoint, Step, Symbol, Unit};
use sources::{
    Difference, Edit, Heading, Hit, Likeness, Origin, ParagraphAnswer, Paragraphs, Passage,
    PassageKind, Source, SourceKind, Sources,
};
use workspace::{Location, Patience, SourceSetup, Workspace, Workspaces};

use super::{Outcome, Quote, Search, Show, Trouble, source_setup};
use crate::out::{self, several};
use crate::{CLEAN, FOUND, UNCHECKED, named};

/// Passages that are listed of those that cite a document.
const CITING: usize = 10;

/// What `ask` comes to in the workspace of the current folder, with the corpus at `root`. Damage shows when it is met.
fn asked(root: &Path, ask: impl FnOnce(&Workspace) -> Outcome) -> Outcome {
    let workspace = workspace(root);
    let known = workspace.complaints();
    let outcome = ask(&workspace);
    let met = workspace.complaints();
    let met = met.iter().filter(|complaint| !known.contains(complaint));
    let met = met.inspect(|complaint| out::note(&complaint.path, &complaint.message));
    match met.count() {
        0 => outcome,
        _ => outcome.and(Ok(UNCHECKED)),
    }
}

/// The workspace of the current folder, with the corpus at `root`.
fn workspace(root: &Path) -> Arc<Workspace> {
    let setup = SourceSetup {
        corpus: Some(root.to_owned()),
        ..source_setup(Patience::Waits)
    };
    let workspace = Workspaces::new(setup).of(&Location::of_path(Path::new("draft.md")));
    for complaint in workspace.complaints() {
        out::note(&complaint.path, &complaint.message);
    }
    workspace
}

/// The document behind a name; behind a number alone, that of the only body that has it here. Without one, what is the
/// matter.
fn resolve(sources: &dyn Sources, named: &str) -> Result<Arc<Source>, &'static str> {
    let referent = named::referent(named, sources).or_else(|| named::begun(named, sources));
    let answer = referent.map(|referent| sources.resolve(&referent));
    let is_complete = answer.as_ref().is_none_or(|answer| answer.complete);
    answer
        .and_then(|answer| answer.value)
        .ok_or(if is_complete {
            "this is not in your sources"
        } else {
            "not everything in your sources could be looked at for this"
        })
}

/// `corpus show`.
pub(super) fn show(root: &Path, show: &Show) -> Outcome {
    asked(root, |workspace| shown(workspace.sources(), show))
}

fn shown(sources: &dyn Sources, show: &Show) -> Outcome {
    let source = match resolve(sources, &show.document) {
        Ok(source) => source,
        Err(matter) => {
            say_missing(sources, show, matter);
            return Ok(FOUND);
        }
    };
    let mut out = out::standard();
    let code = if let Some(label) = &show.para {
        paragraph(&mut out, sources, &source, label)?
    } else {
        facts(&mut out, sources, &source)?;
        if show.related {
            related(&mut out, sources, &source)?;
        }
        CLEAN
    };
    out.flush()?;
    Ok(code)
}

/// Says why a document is not shown, and which ones with a name like it are held.
fn say_missing(sources: &dyn Sources, show: &Show, matter: &str) {
    let near = Symbol::parse(&show.document)
        .map(|symbol| sources.nearest(&symbol, 3).value)
        .unwrap_or_default();
    let near: Vec<String> = near.iter().map(|it| it.referent.to_string()).collect();
    let hint = if near.is_empty() {
        String::new()
    } else {
        format!("; held is {}", near.join(", "))
    };
    out::say(&format!("{}: {matter}{hint}", show.document));
}

fn facts(out: &mut impl Write, sources: &dyn Sources, source: &Source) -> io::Result<()> {
    let names: Vec<String> = source.referents.iter().map(ToString::to_string).collect();
    writeln!(out, "{}", names.join(" · "))?;
    writeln!(out, "{}", source.title)?;
    let date = source.date.map(citation::Date::in_prose);
    let about: Vec<&str> = source
        .organ
        .as_deref()
        .into_iter()
        .chain(date.as_deref())
        .collect();
    if !about.is_empty() {
        writeln!(out, "{}", about.join(", "))?;
    }
    let text = match &source.paragraphs {
        Paragraphs::NotAtHand => "the text is not at hand".to_owned(),
        Paragraphs::Unnumbered => "the copy at hand has no paragraph numbers".to_owned(),
        Paragraphs::Numbered(paragraphs) => {
            let top = paragraphs
                .iter()
                .filter(|one| !one.label.contains('('))
                .count();
            let (one, more) = match source.kind {
                SourceKind::Treaty => ("article", "articles"),
                _ => ("numbered paragraph", "numbered paragraphs"),
            };
            format!("{top} {}", if top == 1 { one } else { more })
        }
    };
    writeln!(out, "{text}")?;
    let name = &source.referents[0];
    if let Some(summary) = sources.summary(name).value {
        writeln!(out, "\n{}", summary.words)?;
        if !summary.labels.is_empty() {
            writeln!(out, "(paragraphs {})", summary.labels.join(", "))?;
        }
    }
    writeln!(out)?;
    for holding in sources.holdings(name).value {
        writeln!(out, "{}: {}", holding.edition, place(&holding.origin))?;
    }
    Ok(())
}

fn related(out: &mut impl Write, sources: &dyn Sources, source: &Source) -> io::Result<()> {
    let name = &source.referents[0];
    let lineage = sources.lineage(name).value;
    for (what, headings) in [
        ("belongs to", &lineage.of),
        ("revised by", &lineage.revisions),
        ("corrected by", &lineage.corrigenda),
        ("added to by", &lineage.addenda),
        ("adopts", &lineage.adopts),
        ("adopted as", &lineage.adopted_as),
        ("earlier", &lineage.earlier),
        ("later", &lineage.later),
    ] {
        headings_line(out, what, headings)?;
    }
    let cites: Vec<String> = sources
        .cites(name)
        .value
        .iter()
        .map(ToString::to_string)
        .collect();
    if !cites.is_empty() {
        writeln!(out, "cites: {}", cites.join(", "))?;
    }
    let by = sources.cited_by(name, CITING).value;
    if by.passages > 0 {
        writeln!(out, "cited in {}:", several(by.passages, "passage"))?;
        for hit in &by.hits {
            passage(out, sources, hit)?;
        }
    }
    Ok(())
}

fn headings_line(out: &mut impl Write, what: &str, headings: &[Heading]) -> io::Result<()> {
    if headings.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = headings.iter().map(|it| it.referent.to_string()).collect();
    writeln!(out, "{what}: {}", names.join(", "))
}

fn paragraph(
    out: &mut impl Write,
    sources: &dyn Sources,
    source: &Source,
    label: &str,
) -> io::Result<u8> {
    let (from, to) = match label.split_once(['-', '\u{2013}']) {
        Some((from, to)) => (from.trim(), Some(to.trim().into())),
        None => (label.trim(), None),
    };
    let pinpoint = Pinpoint {
        steps: vec![Step {
            unit: match source.kind {
                SourceKind::Treaty => Unit::Article,
                _ => Unit::Paragraph,
            },
            labels: vec![(from.into(), to)],
        }],
        beside: Vec::new(),
        span: 0..0,
    };
    match sources.paragraph(source, &pinpoint) {
        ParagraphAnswer::Found(paragraphs) => {
            for one in paragraphs {
                writeln!(out, "{}. {}", one.label, one.words)?;
                let page = one
                    .page
                    .map(|page| format!(", page {page}"))
                    .unwrap_or_default();
                writeln!(out, "    {}{page}", place(&source.origin))?;
            }
            return Ok(CLEAN);
        }
        ParagraphAnswer::Absent(absent) => {
            let holds = absent.holds("the document");
            writeln!(out, "there is no {}: {holds}", absent.missing())?;
        }
        ParagraphAnswer::Unnumbered => {
            writeln!(out, "the copy at hand has no paragraph numbers")?;
        }
        ParagraphAnswer::NotCheckable if source.paragraphs == Paragraphs::NotAtHand => {
            writeln!(out, "its text is not in your sources")?;
            hint_at_corpus(sources);
        }
        ParagraphAnswer::NotCheckable => {
            writeln!(out, "the text at hand does not tell")?;
        }
    }
    Ok(FOUND)
}

/// `corpus search`.
pub(super) fn search(root: &Path, search: &Search) -> Outcome {
    asked(root, |workspace| searched(workspace, search))
}

fn searched(workspace: &Workspace, search: &Search) -> Outcome {
    let answer = workspace
        .sources()
        .search(&search.words.join(" "), search.limit);
    let mut out = out::standard();
    for hit in &answer.value {
        passage(&mut out, workspace.sources(), hit)?;
    }
    out.flush()?;
    if answer.value.is_empty() && answer.complete {
        eprintln!("nothing in your sources has these words");
        hint_at_corpus(workspace.sources());
    }
    Ok(code(answer.complete, answer.value.is_empty()))
}

/// `corpus quote`.
pub(super) fn quote(root: &Path, quote: &Quote) -> Outcome {
    asked(root, |workspace| quoted(workspace.sources(), quote))
}

fn quoted(sources: &dyn Sources, quote: &Quote) -> Outcome {
    if !quote.words.contains(char::is_alphanumeric) {
        out::say("there are no words to look for; write those of a quotation");
        return Ok(UNCHECKED);
    }
    let within = match &quote.within {
        None => None,
        Some(named) => {
            let source = resolve(sources, named).map_err(|matter| Trouble::at(named, matter))?;
            Some(source.referents[0].clone())
        }
    };
    let answer = sources.verbatim(&quote.words, within.as_ref());
    let mut out = out::standard();
    for quoted in &answer.value {
        let how = match &quoted.likeness {
            Likeness::Exact => "exactly".to_owned(),
            Likeness::Edited(edits) => {
                let edits: Vec<&str> = edits.iter().map(|edit| in_words(*edit)).collect();
                format!("exactly, but for {}", edits.join(", "))
            }
            Likeness::Altered(differences) => {
                let list: Vec<String> = differences
                    .iter()
                    .map(|difference| said(&quote.words, difference))
                    .collect();
                format!("altered: {}", list.join("; "))
            }
        };
        writeln!(out, "{how}")?;
        passage(&mut out, sources, &quoted.hit)?;
    }
    out.flush()?;
    if answer.value.is_empty() && answer.complete {
        eprintln!("these words, or words much like them, stand nowhere in what was looked at");
        hint_at_corpus(sources);
    }
    Ok(code(answer.complete, answer.value.is_empty()))
}

/// Says where texts come from, to somebody who has none.
fn hint_at_corpus(sources: &dyn Sources) {
    if !sources.has_texts() {
        eprintln!(
            "there are no texts in your sources yet: “penholder corpus add FOLDER” takes in those of a folder"
        );
    }
}

fn in_words(edit: Edit) -> &'static str {
    match edit {
        Edit::Ellipsis => "an ellipsis",
        Edit::Brackets => "words in brackets",
        Edit::Sic => "[sic]",
        Edit::VerbEnding => "the ending of the first verb",
    }
}

fn said(quote: &str, difference: &Difference) -> String {
    let here = quote.get(difference.in_quotation.clone()).unwrap_or("");
    match (here, &*difference.text) {
        ("", there) => format!("“{there}” is missing"),
        (here, "") => format!("“{here}” was added"),
        (here, there) => format!("“{here}” for “{there}”"),
    }
}

fn passage(out: &mut impl Write, sources: &dyn Sources, hit: &Hit) -> io::Result<()> {
    let Heading { referent, title } = &hit.heading;
    let passage = hit.passage.as_ref();
    let within = passage
        .map(|passage| within(passage, hit.is_of_treaty(sources)))
        .unwrap_or_default();
    let name = referent.to_string();
    // A treaty has no name but its title.
    if *name == **title {
        writeln!(out, "{name}{within}")?;
    } else {
        writeln!(out, "{name}{within}: {title}")?;
    }
    match &hit.passage {
        Some(passage) => writeln!(out, "    {}", passage.words),
        None => Ok(()),
    }
}

/// Where in its document a passage stands: ", para. 4 (a)", ", preamble, page 2".
fn within(passage: &Passage, is_of_treaty: bool) -> String {
    let label = passage.label.as_deref();
    let what = match (passage.kind, label) {
        (PassageKind::Numbered, Some(label)) if is_of_treaty => return format!(", art. {label}"),
        (PassageKind::Numbered, Some(label)) => return format!(", para. {label}"),
        (PassageKind::Footnote, Some(figure)) => format!(", footnote {figure}"),
        (PassageKind::Preambular, _) => ", preamble".to_owned(),
        (PassageKind::Heading, _) => ", heading".to_owned(),
        _ => String::new(),
    };
    match passage.page {
        Some(page) => format!("{what}, page {page}"),
        None => what,
    }
}

fn place(origin: &Origin) -> String {
    match origin {
        Origin::Catalogue { source } => (*source).to_owned(),
        Origin::File { path } => path.display().to_string(),
    }
}

pub(super) const fn code(complete: bool, is_empty: bool) -> u8 {
    match (complete, is_empty) {
        (false, _) => UNCHECKED,
        (true, true) => FOUND,
        (true, false) => CLEAN,
    }
}
