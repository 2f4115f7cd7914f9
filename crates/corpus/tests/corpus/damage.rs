//! Damage of every kind: answers become incomplete, never wrong, and there is always a way back.

use std::fs;
use std::panic::catch_unwind;

use corpus::update::{Go, rebuild};
use corpus::{Corpus, CorpusError};
use sources::{Paragraphs, Sources};

use crate::sample::{Sample, all_files, options, own_word, symbol};

/// Asks everything; whatever is answered has to be what the file says.
fn ask(corpus: &Corpus, count: usize) {
    for number in [1, 2, count] {
        let referent = symbol(&format!("A/RES/70/{number}"));
        let word = own_word(number);
        if let Some(source) = corpus.resolve(&referent).value {
            assert_eq!(*source.title, *format!("Question of {word} cooperation"));
            let Paragraphs::Numbered(paragraphs) = &source.paragraphs else {
                panic!("it is numbered");
            };
            let expected =
                format!("Calls upon States to strengthen {word} cooperation in all regions;");
            assert_eq!(*paragraphs[0].words, *expected);
        }
        for hit in corpus.search(&word, 5).value {
            let words = hit
                .passage
                .map_or(hit.heading.title.to_string(), |it| it.words.into());
            assert!(
                words.contains("zonk") || words.contains("Assembly"),
                "{words}"
            );
        }
        let quote = format!("strengthen {word} cooperation");
        let _ = corpus.verbatim(&quote, None);
        let _ = corpus.verbatim(&quote, Some(&referent));
        let _ = corpus.cited_by(&referent, 5);
        let _ = corpus.cites(&referent);
        let _ = corpus.lineage(&referent);
        let _ = corpus.complete("a/res", 5);
        let _ = corpus.nearest(referent.symbol().unwrap(), 5);
        let _ = corpus.mentions("The \u{201c}Question of zonkaabix cooperation\u{201d}.");
        let _ = corpus.lexicon();
        let _ = corpus.holdings(&referent);
    }
}

#[test]
fn a_flipped_bit_in_any_file_never_shows_a_wrong_word_and_can_be_mended() {
    let count = 6;
    let sample = Sample::with(count);
    let first = sample.add();
    let files = all_files(&sample.root());
    let mut damages = 0;
    for file in &files {
        let sound = fs::read(file).unwrap();
        if sound.is_empty() {
            continue;
        }
        let steps = [3, 7, 11].map(|part| sound.len() * part / 13);
        for at in steps {
            let mut flipped = sound.clone();
            flipped[at] ^= 0x10;
            fs::write(file, &flipped).unwrap();
            damages += 1;
            let name = file.strip_prefix(sample.root()).unwrap();
            let asked = catch_unwind(|| match Corpus::open(&sample.root(), "your corpus") {
                Ok(corpus) => {
                    ask(&corpus, count);
                    let _ = corpus.verify(|_| ());
                }
                Err(
                    CorpusError::Damaged { .. } | CorpusError::Missing(_) | CorpusError::Newer(_),
                ) => {}
                Err(other) => panic!("{other}"),
            });
            assert!(asked.is_ok(), "{} at byte {at}", name.display());
        }
        fs::write(file, &sound).unwrap();
    }
    assert!(damages > 30);
    assert_eq!(sample.add().fingerprint, first.fingerprint);
}

#[test]
fn verify_names_what_is_damaged_and_rebuild_mends_it() {
    let sample = Sample::with(6);
    let first = sample.add();
    for place in 0.. {
        let mut files = all_files(&sample.root().join("index"));
        files.extend(all_files(&sample.root().join("packs")));
        let Some(file) = files.get(place) else {
            break;
        };
        let mut bytes = fs::read(file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if bytes.is_empty() {
            continue;
        }
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(file, &bytes).unwrap();
        let damaged = Corpus::open(&sample.root(), "x").map_or_else(
            |error| vec![error.to_string()],
            |corpus| corpus.verify(|_| ()),
        );
        // The pointer has a stand-in, and what the engine notes for writers is not used by readers.
        let spared = ["CURRENT", ".managed.json"].contains(&name.as_str());
        assert!(!damaged.is_empty() || spared, "{name}");
        let report = rebuild(&sample.root(), &options(), &mut |_| Go::On).unwrap();
        assert_eq!(report.fingerprint, first.fingerprint, "{name}");
        let corpus = sample.open();
        assert_eq!(corpus.verify(|_| ()), Vec::<String>::new(), "{name}");
        ask(&corpus, 6);
    }
}

#[test]
fn no_byte_of_what_describes_the_full_text_is_changed_unseen() {
    let sample = Sample::with(3);
    sample.add();
    let files = all_files(&sample.root().join("index"));
    let file = files.iter().find(|file| file.ends_with("meta.json"));
    let file = file.expect("the engine describes its files");
    let sound = fs::read(file).unwrap();
    for at in (0..sound.len()).step_by(7) {
        let mut flipped = sound.clone();
        flipped[at] ^= 1;
        fs::write(file, &flipped).unwrap();
        let damaged = Corpus::open(&sample.root(), "x").map_or_else(
            |error| vec![error.to_string()],
            |corpus| corpus.verify(|_| ()),
        );
        assert!(!damaged.is_empty(), "byte {at}");
    }
}

#[test]
fn a_document_that_is_damaged_in_its_pack_is_read_again_from_its_file() {
    let sample = Sample::with(4);
    let first = sample.add();
    let pack = sample.root().join("packs/000001.pack");
    let mut bytes = fs::read(&pack).unwrap();
    bytes[200] ^= 1;
    fs::write(&pack, &bytes).unwrap();
    let corpus = sample.open();
    let answer = corpus.resolve(&symbol("A/RES/70/1"));
    assert!(answer.value.is_none() && !answer.complete);
    assert!(corpus.is_suspect());
    assert!(corpus.resolve(&symbol("A/RES/70/2")).complete);
    let damaged = corpus.verify(|_| ());
    assert_eq!(
        damaged,
        [sample.files().join("r001.md").display().to_string()]
    );
    let report = rebuild(&sample.root(), &options(), &mut |_| Go::On).unwrap();
    assert_eq!(report.fingerprint, first.fingerprint);
    assert!(report.damaged.is_empty());
    // Without its file it is gone, which is said, and the rest stays.
    let pack = sample.root().join("packs/000002.pack");
    bytes = fs::read(&pack).unwrap();
    bytes[200] ^= 1;
    fs::write(&pack, &bytes).unwrap();
    let damaged = sample.open().verify(|_| ());
    fs::remove_file(&damaged[0]).unwrap();
    let report = rebuild(&sample.root(), &options(), &mut |_| Go::On).unwrap();
    assert_eq!((report.documents, report.damaged.len()), (3, 1));
}

#[test]
fn a_document_that_could_not_be_read_for_a_while_is_found_again() {
    let sample = Sample::with(3);
    sample.add();
    let pack = sample.root().join("packs/000001.pack");
    let sound = fs::read(&pack).unwrap();
    let mut damaged = sound.clone();
    damaged[200] ^= 1;
    fs::write(&pack, &damaged).unwrap();
    sample.write("r004.md", &crate::sample::resolution(70, 4));
    let report = sample.add();
    assert_eq!((report.documents, report.damaged.len()), (3, 1));
    // The damage was none of the disk's, and is over.
    let grown = fs::read(&pack).unwrap();
    fs::write(&pack, [&sound, &grown[sound.len()..]].concat()).unwrap();
    let report = sample.add();
    assert_eq!((report.documents, report.damaged.len()), (4, 0));
    let corpus = sample.open();
    for number in 1..=4 {
        let found = corpus.search(&own_word(number), 9).value.len();
        assert_eq!(found, 3, "{number}");
    }
    assert_eq!(corpus.verify(|_| ()), Vec::<String>::new());
}

#[test]
fn files_that_are_cut_short_or_missing_are_damage_and_no_crash() {
    let sample = Sample::with(4);
    let first = sample.add();
    for file in all_files(&sample.root().join("index")) {
        let sound = fs::read(&file).unwrap();
        for length in [Some(sound.len() / 2), Some(0), None] {
            match length {
                Some(length) => fs::write(&file, &sound[..length]).unwrap(),
                None => fs::remove_file(&file).unwrap(),
            }
            if let Ok(corpus) = Corpus::open(&sample.root(), "x") {
                ask(&corpus, 4);
            }
        }
        fs::write(&file, &sound).unwrap();
    }
    assert_eq!(sample.add().fingerprint, first.fingerprint);
}

#[test]
fn without_an_index_everything_is_built_again_from_the_packs() {
    let sample = Sample::with(9);
    let first = sample.add();
    fs::remove_dir_all(sample.root().join("index")).unwrap();
    fs::create_dir(sample.root().join("index")).unwrap();
    fs::remove_dir_all(sample.files()).unwrap();
    fs::create_dir(sample.files()).unwrap();
    let report = sample.add();
    assert_eq!(report.fingerprint, first.fingerprint);
    ask(&sample.open(), 9);
}

#[test]
fn a_newer_corpus_is_left_alone() {
    let sample = Sample::with(1);
    sample.add();
    fs::write(
        sample.root().join("FORMAT"),
        r#"{"format":7,"readable_by":7}"#,
    )
    .unwrap();
    assert!(matches!(
        Corpus::open(&sample.root(), "x"),
        Err(CorpusError::Newer(_))
    ));
    let added = corpus::update::add(&sample.root(), &[sample.files()], &options(), &mut |_| {
        Go::On
    });
    assert!(matches!(added, Err(CorpusError::Newer(_))));
}

#[test]
fn an_index_of_another_version_answers_by_symbol_and_is_built_anew() {
    let sample = Sample::with(5);
    let first = sample.add();
    let manifest = sample.root().join("index/g000001/generation.json");
    let written = fs::read_to_string(&manifest).unwrap();
    let (_, said) = written.split_once('\n').unwrap();
    let newer = said.replacen("\"version\": ", "\"version\": 9", 1);
    assert_ne!(newer, said);
    let hash = blake3::hash(newer.as_bytes()).to_hex();
    fs::write(&manifest, format!("{hash}\n{newer}")).unwrap();
    let corpus = sample.open();
    let held = corpus.resolve(&symbol("A/RES/70/3"));
    assert!(held.complete && held.value.is_some());
    let found = corpus.search(&own_word(3), 5);
    assert!(!found.complete && found.value.is_empty());
    drop(corpus);
    assert_eq!(sample.add().fingerprint, first.fingerprint);
    let found = sample.open().search(&own_word(3), 5);
    assert!(found.complete && !found.value.is_empty());
}

#[cfg(unix)]
#[test]
fn readers_need_no_permission_to_write() {
    use std::os::unix::fs::PermissionsExt;
    let sample = Sample::with(5);
    sample.add();
    let set = |mode: u32, folder_mode: u32| {
        for file in all_files(&sample.root()) {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        }
        for folder in ["packs", "index", "."] {
            let folder = sample.root().join(folder);
            fs::set_permissions(&folder, fs::Permissions::from_mode(folder_mode)).unwrap();
        }
    };
    set(0o444, 0o555);
    let corpus = sample.open();
    ask(&corpus, 5);
    assert!(corpus.search(&own_word(3), 5).complete);
    // Whoever may do everything meets no refusal, so there is nothing to see then.
    if fs::write(sample.root().join("probe"), "x").is_err() {
        sample.write("new.md", &crate::sample::resolution(70, 77));
        let added = corpus::update::add(&sample.root(), &[sample.files()], &options(), &mut |_| {
            Go::On
        });
        assert!(matches!(added, Err(CorpusError::ReadOnly(_))), "{added:?}");
    } else {
        fs::remove_file(sample.root().join("probe")).unwrap();
    }
    set(0o644, 0o755);
}
