//! Real English texts, where they are at hand: `PENHOLDER_DATA`, or `shared/data` beside the repository.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::languages::{complete, find};
use crate::{Language, guess_language};

/// The texts with their paths; none, and a word about it, where the folder is not at hand.
fn texts() -> Vec<(PathBuf, String)> {
    let named = std::env::var_os("PENHOLDER_DATA").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(3);
    let folder = named
        .into_iter()
        .chain(beside.map(|folder| folder.join("shared/data")))
        .map(|folder| folder.join("texts"))
        .find(|folder| folder.is_dir());
    let Some(folder) = folder else {
        println!("skipped: no data folder beside the checkout; PENHOLDER_DATA may name one");
        return Vec::new();
    };
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter_map(|path| Some((path.clone(), fs::read_to_string(path).ok()?)))
        .collect()
}

#[test]
fn english_texts_are_english_and_hold_nothing_else() {
    for (path, text) in texts() {
        let mut found = Vec::new();
        find(&text, &lexicon(), &mut found);
        assert_eq!(found, [], "{}", path.display());
        for block in text.split("\n\n") {
            assert_eq!(guess_language(block), Language::English, "{block}");
        }
    }
}

#[test]
fn nothing_is_added_to_references_in_english_texts() {
    for (path, text) in texts() {
        let mut found = scan(&text, &lexicon());
        for citation in &mut found {
            citation.pinpoint = None;
            citation.date = None;
        }
        let before = found.clone();
        complete(&text, &mut found);
        assert_eq!(found, before, "{}", path.display());
    }
}
