//! The store as power cuts, kills, full disks and flipped bits meet it.

use std::fs::{self, File};
use std::path::Path;

use sources::Document;

use super::*;

fn document(number: usize) -> Document {
    let text = format!(
        "---\nsymbol: A/RES/70/{number}\ntitle: Title {number}\n---\n1. Decides to act {number} times.\n"
    );
    sources::read::whole(&text, Path::new("a.md")).unwrap()
}

fn entry(number: usize, held: Held) -> FileEntry {
    FileEntry {
        size: 10,
        modified: 20,
        hash: Some(held.identity),
        documents: vec![held],
        ..FileEntry::blank(format!("{number}.md"))
    }
}

fn add(store: &mut Store, numbers: std::ops::Range<usize>) {
    for number in numbers {
        let held = store.put(&Record::of(&document(number))).unwrap();
        store.note(entry(number, held));
    }
    store.commit().unwrap();
}

fn open(root: &Path) -> (Store, Recovery) {
    Store::open(root, "test", |_| Known::Nothing).unwrap()
}

/// The titles that the store holds, read from the packs.
fn titles(store: &Store) -> Vec<String> {
    store
        .ledger()
        .documents()
        .iter()
        .map(|(held, path)| {
            let (head, body) = store.packs().whole(held).unwrap();
            let (facts, _) = crate::form::read_head(&head, Path::new(&**path)).unwrap();
            let passages = crate::form::read_passages(&body).unwrap();
            assert!(passages[0].words.starts_with("Decides to act"));
            facts.title.to_string()
        })
        .collect()
}

fn expected(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("Title {number}")).collect()
}

#[test]
fn what_was_committed_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    add(&mut store, 0..5);
    add(&mut store, 5..8);
    let end = store.end();
    drop(store);
    for known in [Known::Nothing, Known::At(end.unwrap()), Known::Lost] {
        let (store, recovery) = Store::open(folder.path(), "test", |_| known).unwrap();
        assert_eq!(titles(&store), expected(8));
        assert_eq!(recovery, Recovery::default());
        assert_eq!(store.end(), end);
    }
}

#[test]
fn equal_content_is_written_once_and_the_later_entry_wins() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    add(&mut store, 0..2);
    let first = store.end().unwrap().end;
    let again = store.put(&Record::of(&document(1))).unwrap();
    store.note(entry(7, again));
    store.commit().unwrap();
    assert!(store.end().unwrap().end - first < 500);
    let changed = store.put(&Record::of(&document(3))).unwrap();
    store.note(entry(0, changed));
    store.forget("1.md");
    store.commit().unwrap();
    assert_eq!(titles(&store), ["Title 1", "Title 3"]);
    drop(store);
    assert_eq!(titles(&open(folder.path()).0), ["Title 1", "Title 3"]);
}

#[test]
fn a_tail_cut_off_anywhere_loses_only_the_unfinished_step() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    add(&mut store, 0..3);
    let first = store.end().unwrap();
    add(&mut store, 3..6);
    let whole = store.end().unwrap().end;
    drop(store);
    let pack = Layout::new(folder.path()).pack(1);
    let bytes = fs::read(&pack).unwrap();
    for length in (first.end..whole).step_by(23).chain([8, 5, 0]) {
        fs::write(&pack, &bytes[..usize::try_from(length).unwrap()]).unwrap();
        let (mut store, recovery) = open(folder.path());
        let kept = if length >= first.end { 3 } else { 0 };
        assert_eq!(titles(&store), expected(kept), "cut at {length}");
        assert!(recovery.damaged.is_empty());
        add(&mut store, kept..6);
        drop(store);
        assert_eq!(titles(&open(folder.path()).0), expected(6));
    }
}

#[test]
fn a_flipped_bit_costs_one_document_and_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    add(&mut store, 0..3);
    add(&mut store, 3..6);
    let end = store.end().unwrap();
    drop(store);
    let pack = Layout::new(folder.path()).pack(1);
    let bytes = fs::read(&pack).unwrap();
    for at in (0..bytes.len()).step_by(37) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x20;
        fs::write(&pack, &flipped).unwrap();
        for known in [Known::Lost, Known::At(end)] {
            let (store, recovery) = Store::open(folder.path(), "test", |_| known).unwrap();
            let sound = store
                .ledger()
                .documents()
                .iter()
                .filter(|(held, _)| store.packs().whole(held).is_ok())
                .count();
            let orphans = recovery.orphans.len();
            assert!(
                sound + orphans >= 5,
                "{sound} + {orphans} sound at byte {at}"
            );
            for (held, path) in store.ledger().documents() {
                if let Ok((head, _)) = store.packs().whole(&held) {
                    let (facts, _) = crate::form::read_head(&head, Path::new(&*path)).unwrap();
                    assert!(expected(6).contains(&facts.title.to_string()));
                }
            }
        }
        // What was there before is never cut away for the sake of a damaged byte in front of it.
        assert_eq!(fs::read(&pack).unwrap().len(), bytes.len(), "byte {at}");
    }
}

#[test]
fn a_pack_that_was_only_begun_gives_its_place_to_the_next() {
    for begun in [&b""[..], b"PHP", b"PHPACK1\n"] {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        layout.create().unwrap();
        fs::write(layout.pack(1), begun).unwrap();
        let (mut store, _) = open(folder.path());
        add(&mut store, 0..3);
        // The same store reads what it has just written.
        assert_eq!(titles(&store), expected(3), "{begun:?}");
        drop(store);
        assert_eq!(titles(&open(folder.path()).0), expected(3));
    }
}

#[test]
fn a_full_disk_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    add(&mut store, 0..3);
    let pack = Layout::new(folder.path()).pack(1);
    let before = fs::read(&pack).unwrap();
    // A file that is open for reading only refuses as a full disk does, in the same place.
    let writer = store.writer.as_mut().unwrap();
    writer.file = File::open(&pack).unwrap();
    let held = store.put(&Record::of(&document(3))).unwrap();
    store.note(entry(3, held));
    assert!(store.commit().is_err());
    drop(store);
    assert_eq!(fs::read(&pack).unwrap(), before);
    assert_eq!(titles(&open(folder.path()).0), expected(3));
}

#[test]
fn the_declared_coverage_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, _) = open(folder.path());
    let declared = vec![Declared {
        series: "A/RES sessions 60-80".into(),
        as_of: "2026-11-25".into(),
    }];
    store.declare(declared.clone());
    store.commit().unwrap();
    drop(store);
    assert_eq!(open(folder.path()).0.ledger().coverage(), declared);
}
