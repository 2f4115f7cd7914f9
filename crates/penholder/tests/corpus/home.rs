//! A place of its own for each test, and the binary run there.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// A place of its own for the corpus, the cache and the files of one test.
pub(super) struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("files")).unwrap();
        Self { folder }
    }

    pub(super) fn with(count: usize) -> Self {
        let home = Self::new();
        for number in 1..=count {
            home.write(&format!("files/r{number:04}.md"), &resolution(number));
        }
        home
    }

    /// A source with two paragraphs, and a draft that cites its ninth.
    pub(super) fn with_source() -> Self {
        let home = Self::new();
        home.write("sources/a.md", &resolution(1));
        home.write(
            "draft.md",
            "# Draft\n\nParagraph 9 of resolution A/RES/71/1.\n",
        );
        home
    }

    /// What a check of the draft finds.
    pub(super) fn checked(&self) -> String {
        let output = self.run(&["check", "draft.md", "--format", "concise"]);
        String::from_utf8(output.stdout).unwrap()
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_penholder"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env("PENHOLDER_CORPUS", self.path().join("corpus"))
            .env("PENHOLDER_CACHE", self.path().join("cache"))
            .env("PENHOLDER_TODAY", "2025-06-01")
            .stdin(Stdio::null());
        command
    }

    pub(super) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that has to succeed, and returns what it prints.
    pub(super) fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    pub(super) fn pack_bytes(&self) -> u64 {
        fs::read_dir(self.path().join("corpus/packs")).map_or(0, |entries| {
            let lengths = entries
                .flatten()
                .map(|entry| entry.metadata().unwrap().len());
            lengths.sum()
        })
    }
}

/// A resolution of its own, of which no other has the words.
pub(super) fn resolution(number: usize) -> String {
    let words: Vec<String> = (0..60)
        .map(|place| format!("word{}", (number * 31 + place * place) % 997))
        .collect();
    format!(
        "---\nsymbol: A/RES/71/{number}\ntitle: Matter {number}\ndate: 2016-12-19\n---\n\
         The General Assembly,\n\nRecalling its resolution 70/{number},\n\n\
         1. Decides on matter number{number} as follows: {};\n\n2. Requests a report.\n",
        words.join(" ")
    )
}

/// What a command says beside its answer.
pub(super) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
