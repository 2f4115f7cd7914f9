//! What is made from the heads of all documents: the dictionary, the names for the scanner, the
//! fingerprint, and what is to be told about files and symbols.

use std::path::Path;
use std::sync::Arc;

use citation::Referent;
use serde::{Deserialize, Serialize};
use sources::{Particulars, Source, fold, names, names_for_completion};

use super::dictionary::{Class, Gathered};
use super::generation::Problem;
use crate::form;
use crate::store::{Held, Identity, Store};

/// The language in which drafts are written.
const DRAFTED: &str = "en";

/// What is made from the heads of all documents.
#[derive(Default)]
pub(super) struct Heads {
    /// The documents that can be read, with the paths of their files, in the order of their numbers.
    pub(super) documents: Vec<(Held, Arc<str>)>,
    /// Paths of those that cannot.
    pub(super) unreadable: Vec<Arc<str>>,
    pub(super) dictionary: Gathered,
    pub(super) lexicon: Vec<WrittenName>,
}

/// A name of an instrument as it stands in the generation.
#[derive(Serialize, Deserialize)]
pub(crate) struct WrittenName {
    pub(crate) written: Arc<str>,
    pub(crate) title: Arc<str>,
    pub(crate) acronym: bool,
}

impl Heads {
    /// Reads the head of every document; one that is damaged is left out and named.
    pub(super) fn of(store: &Store) -> Self {
        let mut heads = Self::default();
        for (held, path) in store.ledger().documents() {
            let read = store
                .packs()
                .head(&held)
                .ok()
                .and_then(|head| form::read_head(&head, Path::new("")).ok());
            let Some((facts, particulars)) = read else {
                heads.unreadable.push(path);
                continue;
            };
            heads.add(&facts, &particulars, heads.documents.len() as u32);
            heads.documents.push((held, path));
        }
        heads
    }

    fn add(&mut self, facts: &Source, particulars: &Particulars, row: u32) {
        if let Some(language) = particulars.language.as_deref().filter(|it| *it != DRAFTED) {
            self.dictionary.note_foreign(row, language);
        }
        for symbol in particulars.related.iter().chain(&particulars.on_report) {
            let folded = fold(symbol.canonical());
            self.dictionary.add(Class::Related, &folded, row);
        }
        let own = facts.referents.iter().filter_map(Referent::symbol);
        let reissued = own.filter(|_| particulars.reissue.is_some());
        let replaced = particulars.replaces.iter().map(|(_, symbol)| symbol);
        for symbol in replaced.chain(reissued) {
            let folded = fold(symbol.canonical());
            self.dictionary.add(Class::Replaced, &folded, row);
        }
        for referent in &facts.referents {
            match referent {
                Referent::Symbol(symbol) => {
                    let folded = fold(symbol.canonical());
                    self.dictionary.add(Class::Symbol, &folded, row);
                    if let Some(adopted) = symbol.adopted() {
                        self.dictionary
                            .add(Class::Number, &fold(&adopted.in_prose()), row);
                    }
                }
                named => {
                    let folded = fold(&named.to_string());
                    self.dictionary.add(Class::Instrument, &folded, row);
                }
            }
        }
        for name in names_for_completion(facts) {
            self.dictionary.add(Class::Title, &name, row);
        }
        self.lexicon
            .extend(names(facts).into_iter().map(|name| WrittenName {
                written: name.written,
                title: name.title,
                acronym: name.acronym,
            }));
    }
}

/// Files that gave nothing, or not everything.
pub(super) fn problems(store: &Store) -> Vec<Problem> {
    store
        .ledger()
        .files()
        .filter(|(_, file)| file.failure.is_some() || file.replaced)
        .map(|(path, file)| Problem {
            path: path.to_string(),
            failure: file.failure.clone(),
        })
        .collect()
}

/// Symbols under which documents with different contents are held, with their files, the one that counts
/// first. Copies in other languages are no other texts.
pub(super) fn twice(
    dictionary: &Gathered,
    documents: &[(Held, Arc<str>)],
) -> Vec<(String, Vec<String>)> {
    dictionary
        .shared(Class::Symbol)
        .filter_map(|(symbol, rows)| {
            let ranked = dictionary.in_rank(rows);
            let language = dictionary.foreign(*ranked.first()?);
            let copies: Vec<&(Held, Arc<str>)> = ranked
                .iter()
                .filter(|row| dictionary.foreign(**row) == language)
                .filter_map(|row| documents.get(*row as usize))
                .collect();
            let first = copies.first()?.0.identity;
            let differ = copies.iter().any(|(held, _)| held.identity != first);
            let paths = copies.iter().map(|(_, path)| path.to_string()).collect();
            differ.then(|| (symbol.to_uppercase(), paths))
        })
        .collect()
}

/// A hash over all contents, whatever their order, and the declared coverage.
pub(super) fn fingerprint(documents: &[(Held, Arc<str>)], store: &Store) -> String {
    let mut identities: Vec<Identity> = documents.iter().map(|(held, _)| held.identity).collect();
    identities.sort_unstable();
    identities.dedup();
    let mut hasher = blake3::Hasher::new();
    for identity in identities {
        hasher.update(&identity.0);
    }
    for declared in store.ledger().coverage() {
        hasher.update(declared.series.as_bytes());
        hasher.update(declared.as_of.as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}
