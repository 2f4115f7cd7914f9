//! Files and corpora to test with.

use std::fs;
use std::path::{Path, PathBuf};

use citation::{Referent, Symbol};
use corpus::Corpus;
use corpus::update::{Go, Options, Report, add};

/// A folder of files, and a corpus beside it.
pub(crate) struct Sample {
    pub(crate) folder: tempfile::TempDir,
}

impl Sample {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("files")).unwrap();
        Self { folder }
    }

    /// With `count` resolutions of session 70.
    pub(crate) fn with(count: usize) -> Self {
        let sample = Self::new();
        for number in 1..=count {
            sample.write(&format!("r{number:03}.md"), &resolution(70, number));
        }
        sample
    }

    pub(crate) fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("corpus")
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.files().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn add(&self) -> Report {
        add(&self.root(), &[self.files()], &options(), &mut |_| Go::On).unwrap()
    }

    pub(crate) fn open(&self) -> Corpus {
        Corpus::open(&self.root(), "your corpus").unwrap()
    }
}

pub(crate) fn options() -> Options {
    Options {
        jobs: 2,
        command: "test".to_owned(),
        ..Options::default()
    }
}

/// A resolution with a preamble, two paragraphs and words of its own.
pub(crate) fn resolution(session: usize, number: usize) -> String {
    let word = own_word(number);
    format!(
        "---\nsymbol: A/RES/{session}/{number}\ntitle: Question of {word} cooperation\ndate: {}-12-17\n---\n\
         The General Assembly,\n\nRecalling its resolution {}/{number} and the report A/69/{number},\n\n\
         1. Calls upon States to strengthen {word} cooperation in all regions;\n\n\
         2. Requests the Secretary-General to report on {word} measures:\n\n(a) To the Assembly;\n\n\
         (b) To the Council.\n",
        session + 1945,
        session - 1,
    )
}

/// A word that only document `number` has.
pub(crate) fn own_word(number: usize) -> String {
    let letters: String = format!("{number:03}")
        .bytes()
        .map(|digit| char::from(b'a' + (digit - b'0')))
        .collect();
    format!("zonk{letters}ix")
}

pub(crate) fn symbol(text: &str) -> Referent {
    Referent::Symbol(Symbol::parse(text).unwrap())
}

/// Every file below a folder.
pub(crate) fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(all_files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}
