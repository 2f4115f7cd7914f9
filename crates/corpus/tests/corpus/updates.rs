//! Adding, changing and removing, in any order and broken off anywhere.

use std::fs;

use citation::Date;
use corpus::update::{Go, Options, Step, add, cover, index_folder, rebuild, remove};
use corpus::{Corpus, CorpusError, is_fresh, state_of};
use sources::{Coverage, Origin, Sources};

use crate::sample::{Sample, options, own_word, resolution, symbol};

#[test]
fn what_is_added_is_found_and_adding_again_does_nothing() {
    let sample = Sample::with(12);
    let report = sample.add();
    assert_eq!((report.read, report.documents), (12, 12));
    let corpus = sample.open();
    let source = corpus.resolve(&symbol("A/RES/70/7")).value.unwrap();
    assert_eq!(&*source.title, "Question of zonkaahix cooperation");
    assert_eq!(
        source.origin,
        Origin::File {
            path: sample.files().join("r007.md")
        }
    );
    let packs = fs::read_dir(sample.root().join("packs")).unwrap().count();
    let again = sample.add();
    assert_eq!((again.read, again.unchanged), (0, 12));
    assert_eq!(again.fingerprint, report.fingerprint);
    assert!(corpus.is_current());
    assert_eq!(
        fs::read_dir(sample.root().join("packs")).unwrap().count(),
        packs
    );
}

#[test]
fn a_file_that_was_only_touched_is_not_read_again() {
    let sample = Sample::with(2);
    let first = sample.add();
    let text = fs::read(sample.files().join("r001.md")).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    fs::write(sample.files().join("r001.md"), text).unwrap();
    let corpus = sample.open();
    let report = sample.add();
    assert_eq!((report.read, report.unchanged), (0, 2));
    assert_eq!(report.fingerprint, first.fingerprint);
    assert!(corpus.is_current());
}

#[test]
fn a_changed_file_takes_the_place_of_what_it_said() {
    let sample = Sample::with(3);
    let first = sample.add();
    let before = sample.open();
    sample.write(
        "r002.md",
        &resolution(70, 2).replace("all regions", "every region"),
    );
    let report = sample.add();
    assert_eq!((report.read, report.unchanged, report.documents), (1, 2, 3));
    assert_ne!(report.fingerprint, first.fingerprint);
    assert!(!before.is_current());
    let after = sample.open();
    let words = |corpus: &Corpus, words: &str| corpus.search(words, 5).value.len();
    // What was open still answers as it did; what is opened now has the new words.
    assert_eq!(
        before
            .verbatim("cooperation in every region", None)
            .value
            .len(),
        0
    );
    assert_eq!(
        after
            .verbatim("cooperation in every region", None)
            .value
            .len(),
        1
    );
    assert_eq!(words(&before, &own_word(2)), 3);
    assert_eq!(words(&after, &own_word(2)), 3);
}

#[test]
fn one_symbol_with_two_texts_keeps_both_and_says_so() {
    let sample = Sample::with(1);
    sample.add();
    sample.write(
        "later.md",
        &resolution(70, 1).replace("all regions", "no region"),
    );
    let report = sample.add();
    let later = sample.files().join("later.md").display().to_string();
    assert_eq!(report.twice.len(), 1);
    assert_eq!(report.twice[0].0, "A/RES/70/1");
    assert_eq!(report.twice[0].1[0], later);
    let corpus = sample.open();
    assert_eq!(corpus.len(), 2);
    assert_eq!(corpus.holdings(&symbol("A/RES/70/1")).value.len(), 2);
    let source = corpus.resolve(&symbol("A/RES/70/1")).value.unwrap();
    assert_eq!(source.origin, Origin::File { path: later.into() });
}

#[test]
fn a_copy_in_another_language_is_no_other_text_and_counts_behind() {
    let sample = Sample::with(1);
    let french = "---\nsymbol: A/RES/70/1\ntitle: La question des salles\n---\n\
        1. Prie le comite de faire des rapports que les salles demandent pour la session;\n";
    sample.write("z-french.md", french);
    let report = sample.add();
    assert_eq!((report.documents, report.twice.len()), (2, 0));
    let corpus = sample.open();
    assert_eq!(corpus.holdings(&symbol("A/RES/70/1")).value.len(), 2);
    let source = corpus.resolve(&symbol("A/RES/70/1")).value.unwrap();
    assert!(source.title.starts_with("Question of"), "{}", source.title);
    let document = corpus.document(&symbol("A/RES/70/1")).value.unwrap();
    assert_eq!(document.particulars.language.as_deref(), Some("en"));
    // Where there is no other, it is what is held.
    std::fs::remove_file(sample.files().join("r001.md")).unwrap();
    remove(
        &sample.root(),
        &[sample.files().join("r001.md").display().to_string()],
        &options(),
    )
    .unwrap();
    let source = sample.open().resolve(&symbol("A/RES/70/1")).value.unwrap();
    assert_eq!(&*source.title, "La question des salles");
}

#[test]
fn equal_contents_have_one_fingerprint_wherever_they_lie_and_however_they_came() {
    let one = Sample::with(6);
    let other = Sample::new();
    for number in (1..=6).rev() {
        other.write(&format!("x/{number}.md"), &resolution(70, number));
        other.add();
    }
    assert_eq!(one.add().fingerprint, other.add().fingerprint);
    let series = Coverage::parse("A/RES 70-70").unwrap();
    let declared = cover(&one.root(), &series, Date::new(2026, 11, 25), &options()).unwrap();
    assert_ne!(declared.fingerprint, other.add().fingerprint);
}

#[test]
fn coverage_is_declared_and_taken_back() {
    let sample = Sample::with(1);
    sample.add();
    let covered = |corpus: &Corpus, text: &str| corpus.covers(symbol(text).symbol().unwrap());
    let series = Coverage::parse("A/RES 60-70").unwrap();
    let as_of = Date::new(2026, 11, 25);
    cover(&sample.root(), &series, as_of, &options()).unwrap();
    let corpus = sample.open();
    assert!(covered(&corpus, "A/RES/65/1") && !covered(&corpus, "A/RES/71/1"));
    assert_eq!(corpus.declared()[0].as_of, "2026-11-25");
    cover(&sample.root(), &series, None, &options()).unwrap();
    assert!(!covered(&sample.open(), "A/RES/65/1"));
}

#[test]
fn documents_are_taken_out_by_symbol_file_and_folder() {
    let sample = Sample::with(4);
    sample.write("deep/r9.md", &resolution(70, 9));
    sample.add();
    let out = |name: &str| remove(&sample.root(), &[name.to_owned()], &options()).unwrap();
    assert_eq!(out("A/RES/70/1").documents, 4);
    assert_eq!(
        out(&sample.files().join("r002.md").display().to_string()).documents,
        3
    );
    assert_eq!(
        out(&sample.files().join("deep").display().to_string()).documents,
        2
    );
    let nothing = out("A/RES/99/1");
    assert_eq!((nothing.forgotten, nothing.documents), (0, 2));
    let corpus = sample.open();
    assert!(corpus.resolve(&symbol("A/RES/70/1")).value.is_none());
    assert!(corpus.search(&own_word(1), 5).value.is_empty());
    assert!(corpus.resolve(&symbol("A/RES/70/3")).value.is_some());
    // What was taken out comes back when it is added again.
    assert_eq!(sample.add().documents, 5);
}

#[test]
fn a_file_that_gives_nothing_costs_itself_and_is_remembered() {
    let sample = Sample::with(2);
    sample.write("notes.txt", "Remember to call Geneva.\n");
    sample.write("scan.txt", "%PDF-1.4 \u{0}");
    // Half of a pair of UTF-16 is no character.
    let torn: Vec<u8> = "\u{feff}---\nsymbol: A/70/9\ntitle: Caf"
        .encode_utf16()
        .chain([0xd800])
        .chain("\n---\n".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    fs::write(sample.files().join("torn.md"), torn).unwrap();
    let report = sample.add();
    assert_eq!(
        (report.read, report.failed.len(), report.replaced.len()),
        (3, 2, 1)
    );
    let stages: Vec<&str> = report
        .failed
        .iter()
        .map(|(_, why)| why.stage.as_str())
        .collect();
    assert_eq!(stages, ["document", "format"]);
    let problems = sample.open().problems();
    assert_eq!(problems.len(), 3);
    assert!(problems.iter().all(|problem| {
        problem
            .failure
            .as_ref()
            .is_none_or(|failure| !failure.advice.is_empty())
    }));
    // It is not read again as long as it stays as it is.
    assert_eq!(sample.add().unchanged, 5);
}

#[test]
fn a_file_that_gives_nothing_any_more_takes_nothing_away() {
    let sample = Sample::with(2);
    let (first, second) = (
        sample.files().join("r001.md"),
        sample.files().join("r002.md"),
    );
    sample.add();
    fs::write(&first, "").unwrap();
    fs::remove_file(&second).unwrap();
    let named = [first.clone(), second];
    let again = || add(&sample.root(), &named, &options(), &mut |_| Go::On).unwrap();
    let report = again();
    assert_eq!((report.documents, report.failed.len()), (2, 2));
    for (_, why) in &report.failed {
        let kept = why.reason.ends_with("; what it held before is kept");
        assert!(kept, "{}", why.reason);
    }
    for name in ["A/RES/70/1", "A/RES/70/2"] {
        assert!(
            sample.open().resolve(&symbol(name)).value.is_some(),
            "{name}"
        );
    }
    assert_eq!(again().fingerprint, report.fingerprint);
    // It is read as soon as it is whole again.
    fs::write(&first, resolution(70, 1)).unwrap();
    assert_eq!((sample.add().read, sample.open().problems().len()), (1, 1));
}

#[test]
fn the_index_of_a_folder_has_what_the_folder_has() {
    let sample = Sample::with(3);
    let (root, files) = (sample.root(), sample.files());
    let update = || index_folder(&root, &files, &options(), &mut |_| Go::On).unwrap();
    assert!(!is_fresh(&root, &state_of(&files)));
    assert_eq!(update().documents, 3);
    assert!(is_fresh(&root, &state_of(&files)));
    fs::remove_file(files.join("r001.md")).unwrap();
    sample.write("r004.md", &resolution(70, 4));
    assert!(!is_fresh(&root, &state_of(&files)));
    let report = update();
    assert_eq!((report.documents, report.forgotten, report.read), (3, 1, 1));
    assert!(is_fresh(&root, &state_of(&files)));
    assert!(sample.open().resolve(&symbol("A/RES/70/1")).value.is_none());
}

#[test]
fn what_was_stopped_goes_on_where_it_was() {
    let sample = Sample::with(40);
    let mut read = 0;
    let stopped = add(&sample.root(), &[sample.files()], &options(), &mut |step| {
        read += usize::from(matches!(step, Step::Read { .. }));
        if read == 25 { Go::Stop } else { Go::On }
    })
    .unwrap();
    assert!(stopped.stopped);
    assert!(matches!(
        Corpus::open(&sample.root(), "x"),
        Err(CorpusError::Damaged { .. })
    ));
    let mut again = Vec::new();
    let report = add(&sample.root(), &[sample.files()], &options(), &mut |step| {
        if let Step::Read { path, .. } = step {
            again.push(path.to_owned());
        }
        Go::On
    })
    .unwrap();
    assert_eq!(
        (report.read, report.unchanged, report.documents),
        (15, 25, 40)
    );
    assert_eq!(again.len(), 15);
    let corpus = sample.open();
    for number in 1..=40 {
        assert_eq!(
            corpus.search(&own_word(number), 9).value.len(),
            3,
            "{number}"
        );
    }
}

#[test]
fn a_rebuilt_corpus_is_the_same_corpus() {
    let sample = Sample::with(10);
    sample.add();
    for number in 1..=5 {
        sample.write(&format!("r{number:03}.md"), &resolution(71, number));
    }
    let before = sample.add();
    let size = |root: &std::path::Path| -> u64 {
        crate::sample::all_files(&root.join("packs"))
            .iter()
            .map(|file| file.metadata().unwrap().len())
            .sum()
    };
    let old = size(&sample.root());
    let report = rebuild(&sample.root(), &options(), &mut |_| Go::On).unwrap();
    assert_eq!(report.fingerprint, before.fingerprint);
    assert_eq!(
        (report.documents, report.passages),
        (before.documents, before.passages)
    );
    assert!(size(&sample.root()) < old);
    let corpus = sample.open();
    assert!(corpus.verify(|_| ()).is_empty());
    assert!(corpus.resolve(&symbol("A/RES/71/3")).value.is_some());
    assert!(corpus.resolve(&symbol("A/RES/70/3")).value.is_none());
    // Nothing was forgotten about the files either.
    assert_eq!(sample.add().unchanged, 10);
}

#[test]
fn the_second_writer_is_told_and_readers_are_not_kept_waiting() {
    let sample = Sample::with(5);
    sample.add();
    sample.write("new.md", &resolution(70, 50));
    let mut seen = false;
    add(&sample.root(), &[sample.files()], &options(), &mut |_| {
        let second = add(
            &sample.root(),
            &[sample.files()],
            &Options::default(),
            &mut |_| Go::On,
        );
        assert!(matches!(second, Err(CorpusError::Locked(holder)) if holder.command == "test"));
        assert!(sample.open().resolve(&symbol("A/RES/70/5")).value.is_some());
        seen = true;
        Go::On
    })
    .unwrap();
    assert!(seen);
}

#[test]
fn readers_see_one_state_or_the_other_while_a_writer_is_at_work() {
    let sample = Sample::with(8);
    sample.add();
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for round in 0..6 {
                sample.write("changing.md", &resolution(72, round + 1));
                sample.add();
            }
        });
        while !writer.is_finished() {
            let corpus = sample.open();
            assert!(corpus.resolve(&symbol("A/RES/70/8")).value.is_some());
            let answer = corpus.search(&own_word(8), 9);
            assert!(answer.complete && answer.value.len() >= 3);
        }
    });
    // Generations that nobody reads are cleared away.
    sample.add();
    let generations = fs::read_dir(sample.root().join("index"))
        .unwrap()
        .flatten()
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .count();
    assert!(generations <= 2, "{generations}");
}
