//! What somebody names on the command line: a document by its symbol, its title, or an acronym.

use std::sync::Arc;

use citation::{Date, Referent, Symbol};
use draft::Dialect;
use sources::{Sources, fold};
use workspace::Workspace;

/// Of so many answers to the words of a title one may bear it.
const ANSWERS: usize = 20;

/// What `written` names: by a symbol whether it is held or not, by words what is known under them. Of several documents with
/// one title, as the resolutions of several sessions have it, the latest.
pub(crate) fn referent(written: &str, sources: &dyn Sources) -> Option<Referent> {
    if let Some(symbol) = Symbol::parse(written) {
        return Some(Referent::Symbol(symbol));
    }
    let instrument = Referent::Instrument(written.into());
    if let Some(found) = sources.resolve(&instrument).value {
        return found.referents.first().cloned();
    }
    let lexicon = sources.lexicon();
    let mut names = lexicon.names_like(written);
    let name = names.find(|name| name.written.eq_ignore_ascii_case(written));
    name.map(|name| Referent::Instrument(Arc::clone(&name.title)))
        .or_else(|| {
            // A number alone may be that of several bodies.
            let is_title = written.starts_with(char::is_alphabetic);
            is_title.then(|| begun(written, sources))?
        })
        .or_else(|| titled(written, sources))
}

/// What `written` names where a draft cites it, behind "resolution" or before an article where it needs that to be read: of
/// `2417 (2018)`, the resolution of the Security Council.
pub(crate) fn as_in_a_draft(written: &str, workspace: &Workspace, today: Date) -> Option<Referent> {
    let around = [
        ("See ", "."),
        ("See resolution ", "."),
        ("See ", ", art. 1."),
    ];
    around.into_iter().find_map(|(before, behind)| {
        let text = format!("{before}{written}{behind}");
        let analysis = workspace.analyse(&workspace.draft(&text, Dialect::Markdown), today);
        let end = before.len() + written.len();
        match &analysis.resolved.references[..] {
            [only] if only.candidates.len() <= 1 && only.token.end == end => only.referent.clone(),
            _ => None,
        }
    })
}

/// The only document with a name that begins with `written`.
pub(crate) fn begun(written: &str, sources: &dyn Sources) -> Option<Referent> {
    match sources.complete(written, 2).value.as_slice() {
        [only] => Some(only.referent.clone()),
        _ => None,
    }
}

fn titled(written: &str, sources: &dyn Sources) -> Option<Referent> {
    let title = fold(written);
    let answers = sources.search(written, ANSWERS).value;
    let bearing = answers
        .into_iter()
        .filter(|hit| fold(&hit.heading.title) == title);
    bearing
        .max_by_key(|hit| hit.date)
        .map(|hit| hit.heading.referent)
}
