//! `penholder corpus` as a drafter meets it: the real binary, its child processes, and kills in between.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

/// A place of its own for the corpus, the cache and the files of one test.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("files")).unwrap();
        Self { folder }
    }

    fn with(count: usize) -> Self {
        let home = Self::new();
        for number in 1..=count {
            home.write(&format!("files/r{number:04}.md"), &resolution(number));
        }
        home
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
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

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that has to succeed, and returns what it prints.
    fn said(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn pack_bytes(&self) -> u64 {
        fs::read_dir(self.path().join("corpus/packs")).map_or(0, |entries| {
            let lengths = entries
                .flatten()
                .map(|entry| entry.metadata().unwrap().len());
            lengths.sum()
        })
    }
}

fn resolution(number: usize) -> String {
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

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_corpus_is_added_to_asked_and_looked_at() {
    let home = Home::with(12);
    home.write("files/notes.txt", "Remember to call Geneva.\n");
    let added = home.run(&["corpus", "add", "files"]);
    assert_eq!(added.status.code(), Some(2));
    let said = stderr(&added);
    assert!(said.contains("notes.txt: this file is not used"), "{said}");
    assert!(said.contains("12 files read, 1 gave nothing"), "{said}");
    assert!(
        home.said(&["corpus", "list", "--failed"])
            .contains("notes.txt")
    );
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), 12);
    assert_eq!(
        home.said(&["corpus", "list", "A/RES/71/1"]).lines().count(),
        4
    );
    let shown = home.said(&["corpus", "show", "A/RES/71/7", "--related"]);
    for part in [
        "Matter 7",
        "19 December 2016",
        "2 numbered paragraphs",
        "your corpus: ",
        "cites: A/RES/70/7",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let paragraph = home.said(&["corpus", "show", "A/RES/71/7", "--para", "2"]);
    assert!(
        paragraph.starts_with("2. Requests a report.\n"),
        "{paragraph}"
    );
    let missing = home.run(&["corpus", "show", "A/RES/71/7", "--para", "3"]);
    assert_eq!(missing.status.code(), Some(1));
    let near = home.run(&["corpus", "show", "A/RES/71/77"]);
    assert!(stderr(&near).contains("held is A/RES/71/7"), "{near:?}");
    assert!(
        home.said(&["corpus", "search", "number9"])
            .contains("A/RES/71/9, para. 1")
    );
    assert_eq!(
        home.run(&["corpus", "search", "xylophone"]).status.code(),
        Some(1)
    );
    let quoted = home.said(&["corpus", "quote", "Deciding on matter number5 as follows"]);
    assert!(
        quoted.starts_with("exactly, but for the ending"),
        "{quoted}"
    );
    let altered = home.said(&[
        "corpus",
        "quote",
        "Decides on subject number5 as follows",
        "--within",
        "A/RES/71/5",
    ]);
    assert!(
        altered.starts_with("altered: “subject” for “matter”"),
        "{altered}"
    );
    let stats = home.said(&["corpus", "stats"]);
    assert!(
        stats.contains("documents\t12") && stats.contains("fingerprint\t"),
        "{stats}"
    );
    assert_eq!(home.run(&["corpus", "verify"]).status.code(), Some(0));
    home.said(&["corpus", "remove", "A/RES/71/3"]);
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), 11);
    assert_eq!(
        home.run(&["corpus", "remove", "A/RES/9/9"]).status.code(),
        Some(2)
    );
    home.said(&["corpus", "rebuild"]);
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), 11);
}

#[test]
fn what_is_missing_is_said_in_words() {
    let home = Home::new();
    for arguments in [
        &["corpus", "list"][..],
        &["corpus", "stats"],
        &["corpus", "verify"],
    ] {
        let output = home.run(arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(
            stderr(&output).contains("there is no corpus yet"),
            "{output:?}"
        );
    }
    let output = home.run(&["corpus", "add", "nowhere"]);
    assert!(stderr(&output).contains("there is no such file or folder"));
    let output = home.run(&["corpus", "cover", "everything", "always"]);
    assert!(stderr(&output).contains("names no series"), "{output:?}");
    let output = home.run(&["corpus", "add", "files", "--corpus", "files/.."]);
    assert!(
        stderr(&output).contains("is not empty and is no corpus"),
        "{output:?}"
    );
}

#[test]
fn a_declared_series_makes_what_is_missing_a_warning() {
    let home = Home::with(3);
    home.said(&["corpus", "add", "files"]);
    home.write(
        "draft.md",
        "# Draft\n\nSee General Assembly resolution 71/2 and A/RES/71/332.\n",
    );
    assert_eq!(home.run(&["check", "draft.md"]).status.code(), Some(0));
    home.said(&["corpus", "cover", "A/RES", "71-71", "--as-of", "2026-11-25"]);
    let stats = home.said(&["corpus", "stats"]);
    assert!(
        stats.contains("A/RES sessions 71-71, as of 2026-11-25"),
        "{stats}"
    );
    let checked = home.run(&["check", "draft.md", "--format", "concise"]);
    let printed = String::from_utf8(checked.stdout).unwrap();
    assert!(
        printed.contains("71/332") && !printed.contains("71/2 "),
        "{printed}"
    );
    assert_eq!(checked.status.code(), Some(1));
    home.said(&["corpus", "cover", "A/RES", "71-71", "--withdraw"]);
    assert_eq!(home.run(&["check", "draft.md"]).status.code(), Some(0));
}

#[test]
fn a_pinned_corpus_that_is_another_one_is_said() {
    let home = Home::with(2);
    home.said(&["corpus", "add", "files"]);
    home.write("draft.md", "# Draft\n\nNo reference.\n");
    let stats = home.said(&["corpus", "stats"]);
    let fingerprint = stats
        .lines()
        .find_map(|line| line.strip_prefix("fingerprint\t"))
        .unwrap();
    home.write(
        "penholder.toml",
        &format!("[corpus]\nfingerprint = \"{fingerprint}\"\n"),
    );
    assert_eq!(home.run(&["check", "draft.md"]).status.code(), Some(0));
    home.write("files/more.md", &resolution(90));
    home.said(&["corpus", "add", "files"]);
    let output = home.run(&["check", "draft.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains(fingerprint), "{output:?}");
}

#[test]
fn the_sources_folder_is_indexed_by_a_child_and_followed() {
    let home = Home::new();
    home.write("sources/a.md", &resolution(1));
    home.write(
        "draft.md",
        "# Draft\n\nParagraph 9 of resolution A/RES/71/1.\n",
    );
    let check = || {
        let output = home.run(&["check", "draft.md", "--format", "concise"]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(check().contains("there is no paragraph 9"));
    let indexes = || {
        fs::read_dir(home.path().join("cache/sources"))
            .unwrap()
            .count()
    };
    assert_eq!(indexes(), 1);
    assert!(check().contains("there is no paragraph 9"));
    let numbered: Vec<String> = (3..=9)
        .map(|number| format!("\n{number}. Also decides.\n"))
        .collect();
    let longer = numbered.concat();
    home.write("sources/a.md", &(resolution(1) + &longer));
    assert!(!check().contains("there is no paragraph 9"));
    assert_eq!(indexes(), 1);
    // Where no index can be written, the folder is read all the same.
    home.write("blocked", "a file");
    let output = home
        .command(&["check", "draft.md"])
        .env("PENHOLDER_CACHE", home.path().join("blocked"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

#[test]
fn killed_at_any_moment_it_goes_on_and_loses_nothing() {
    const COUNT: usize = 300;
    let home = Home::with(COUNT);
    let mut seed: u64 = 20_121_220;
    let mut finished = false;
    for _ in 0..50 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let pause = Duration::from_micros((seed >> 33) % 250_000);
        let mut child = home
            .command(&["corpus", "add", "files"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(pause);
        finished |= child.try_wait().unwrap().is_some();
        let _ = child.kill();
        child.wait().unwrap();
        // Whatever a reader finds now is sound.
        let output = home.run(&["corpus", "verify"]);
        let code = output.status.code();
        assert!(
            code == Some(0) || stderr(&output).contains("no "),
            "{output:?}"
        );
    }
    home.said(&["corpus", "add", "files"]);
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), COUNT);
    assert_eq!(home.run(&["corpus", "verify"]).status.code(), Some(0));
    let found = home.said(&["corpus", "search", "number299", "--limit", "50"]);
    assert_eq!(found.matches("A/RES/71/299, para. 1").count(), 1, "{found}");
    let undisturbed = Home::with(COUNT);
    undisturbed.said(&["corpus", "add", "files"]);
    println!("one run came to its end: {finished}");
    assert!(home.pack_bytes() < undisturbed.pack_bytes() * 3 / 2);
}

#[test]
fn a_damaged_index_of_the_folder_is_made_anew() {
    let home = Home::new();
    home.write("sources/a.md", &resolution(1));
    home.write(
        "draft.md",
        "# Draft\n\nParagraph 9 of resolution A/RES/71/1.\n",
    );
    let check = || {
        let output = home.run(&["check", "draft.md", "--format", "concise"]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(check().contains("there is no paragraph 9"));
    let index = fs::read_dir(home.path().join("cache/sources"))
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let generations = || {
        let mut folders: Vec<PathBuf> = fs::read_dir(index.join("index"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        folders
    };
    for name in ["names.fst", "documents.bin", "generation.json"] {
        let file = generations().last().unwrap().join(name);
        let bytes = fs::read(&file).unwrap();
        fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
        assert!(check().contains("there is no paragraph 9"), "{name}");
        assert!(check().contains("there is no paragraph 9"), "{name}");
        assert_ne!(
            fs::read(generations().last().unwrap().join(name))
                .unwrap()
                .len(),
            bytes.len() / 2,
            "{name}"
        );
    }
    let pack = index.join("packs/000001.pack");
    fs::write(&pack, b"PHPACK1\n").unwrap();
    assert!(check().contains("there is no paragraph 9"));
}

/// The system refuses to let any file grow beyond a limit, as a full disk does.
#[cfg(unix)]
#[test]
fn where_there_is_no_more_room_nothing_is_lost_and_it_goes_on_later() {
    const COUNT: usize = 300;
    let home = Home::with(COUNT);
    home.write("few/a.md", &resolution(900));
    home.said(&["corpus", "add", "few"]);
    for blocks in [1, 16, 80, 160, 240] {
        let script = format!(
            "trap '' XFSZ; ulimit -f {blocks}; exec '{}' corpus add files",
            env!("CARGO_BIN_EXE_penholder")
        );
        let output = Command::new("sh")
            .args(["-c", &script])
            .current_dir(home.path())
            .env("PENHOLDER_CORPUS", home.path().join("corpus"))
            .output()
            .unwrap();
        if output.status.code() != Some(0) {
            assert_eq!(output.status.code(), Some(2), "{blocks}: {output:?}");
            let said = stderr(&output);
            assert!(!said.contains("panicked"), "{blocks}: {said}");
            println!("{blocks}: {said}");
        }
        assert_eq!(
            home.run(&["corpus", "verify"]).status.code(),
            Some(0),
            "{blocks}"
        );
        assert!(home.said(&["corpus", "list"]).contains("A/RES/71/900"));
    }
    home.said(&["corpus", "add", "files"]);
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), COUNT + 1);
    assert_eq!(home.run(&["corpus", "verify"]).status.code(), Some(0));
}

/// What a command gives that is run by somebody without special rights, for root is refused nothing. `None`
/// where such a user cannot get at the program.
#[cfg(unix)]
fn without_rights(mut command: Command) -> Option<Output> {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let is_root = fs::metadata("/proc/self").is_ok_and(|about| about.uid() == 0);
    if is_root {
        command.uid(NOBODY).gid(NOBODY);
    }
    let output = command.output().ok();
    if output.is_none() {
        println!("skipped: nobody cannot get at the program");
    }
    output
}

/// Gives everything below a folder these rights.
#[cfg(unix)]
fn allow(folder: &Path, files: u32, folders: u32) {
    use std::os::unix::fs::PermissionsExt;
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    set(folder, 0o777);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            allow(&path, files, folders);
        } else {
            set(&path, files);
        }
    }
    set(folder, folders);
}

#[cfg(unix)]
#[test]
fn a_corpus_that_may_not_be_written_answers_and_says_why_it_does_not_grow() {
    let home = Home::with(3);
    home.said(&["corpus", "add", "files"]);
    home.write("files/new.md", &resolution(9));
    allow(home.path(), 0o444, 0o555);
    let run = |arguments: &[&str]| without_rights(home.command(arguments));
    for question in [
        &["corpus", "list"][..],
        &["corpus", "verify"],
        &["corpus", "search", "number2"],
    ] {
        let Some(output) = run(question) else { return };
        assert_eq!(output.status.code(), Some(0), "{question:?}: {output:?}");
    }
    for change in [
        &["corpus", "add", "files"][..],
        &["corpus", "remove", "A/RES/71/1"],
        &["corpus", "rebuild"],
        &["corpus", "cover", "A/RES", "60-80"],
    ] {
        let Some(output) = run(change) else { return };
        assert_eq!(output.status.code(), Some(2), "{change:?}: {output:?}");
        let said = stderr(&output);
        assert!(said.contains("may not be written"), "{change:?}: {said}");
    }
    allow(home.path(), 0o644, 0o755);
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), 3);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_opened_is_said_and_the_rest_is_read() {
    let home = Home::with(2);
    home.write("files/closed/a.md", &resolution(7));
    allow(home.path(), 0o666, 0o777);
    allow(&home.path().join("files/closed"), 0o000, 0o000);
    let output = without_rights(home.command(&["corpus", "add", "files"]));
    allow(home.path(), 0o666, 0o777);
    let Some(output) = output else { return };
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("closed"), "{said}");
    assert_eq!(home.said(&["corpus", "list"]).lines().count(), 2);
}

#[test]
fn two_who_check_at_once_share_one_index() {
    let home = Home::new();
    for number in 1..=60 {
        home.write(&format!("sources/r{number}.md"), &resolution(number));
    }
    home.write(
        "draft.md",
        "# Draft\n\nParagraph 9 of resolution A/RES/71/1.\n",
    );
    let mut children: Vec<_> = (0..4)
        .map(|_| {
            home.command(&["check", "draft.md", "--format", "concise"])
                .stdout(Stdio::piped())
                .spawn()
                .unwrap()
        })
        .collect();
    for child in children.drain(..) {
        let output = child.wait_with_output().unwrap();
        let printed = String::from_utf8(output.stdout).unwrap();
        assert!(printed.contains("there is no paragraph 9"), "{printed}");
    }
}

#[test]
fn nothing_of_a_bar_is_seen_in_a_pipe() {
    let home = Home::with(3);
    let output = home.run(&["corpus", "add", "files"]);
    assert!(output.stdout.is_empty());
    assert!(!output.stderr.contains(&0x1b), "{output:?}");
    let place: PathBuf = home.path().join("corpus");
    assert!(place.join("packs").is_dir());
}
