//! Kills, damage, full disks and missing rights: nothing is lost, and the reason is said.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

use crate::home::{Home, resolution, stderr};

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
    let home = Home::with_source();
    let check = || home.checked();
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

/// Damages every pack below a folder, in one of two ways.
fn damage_packs(folder: &Path, flips: bool) {
    for entry in fs::read_dir(folder.join("packs")).unwrap() {
        let path = entry.unwrap().path();
        let mut bytes = fs::read(&path).unwrap();
        if flips {
            bytes.iter_mut().skip(8).for_each(|byte| *byte ^= 0x10);
        } else {
            bytes.truncate(bytes.len() / 2);
        }
        fs::write(&path, bytes).unwrap();
    }
}

#[test]
fn an_index_with_damaged_packs_is_made_anew_within_the_check() {
    for flips in [false, true] {
        let home = Home::with_source();
        home.write("penholder.toml", "unheld = \"warning\"\n");
        assert!(home.checked().contains("there is no paragraph 9"));
        let mut indexes = fs::read_dir(home.path().join("cache/sources")).unwrap();
        let index = indexes.next().unwrap().unwrap().path();
        damage_packs(&index, flips);
        let output = home.run(&["check", "draft.md", "--format", "concise"]);
        let said = String::from_utf8(output.stdout.clone()).unwrap();
        assert!(said.contains("there is no paragraph 9"), "{output:?}");
        assert!(!said.contains("C003"), "{said}");
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        damage_packs(&index, flips);
        let doctor = home.run(&["doctor"]);
        assert_eq!(doctor.status.code(), Some(0), "{doctor:?}");
        assert!(home.checked().contains("there is no paragraph 9"));
    }
}

#[test]
fn a_damaged_corpus_is_said_and_nothing_is_said_to_be_missing() {
    for flips in [false, true] {
        let home = Home::with(1);
        home.write("penholder.toml", "unheld = \"warning\"\n");
        home.write(
            "draft.md",
            "# Draft\n\nParagraph 9 of resolution A/RES/71/1.\n",
        );
        home.said(&["corpus", "add", "files"]);
        assert!(home.checked().contains("there is no paragraph 9"));
        damage_packs(&home.path().join("corpus"), flips);
        for command in [&["check", "draft.md"][..], &["references", "draft.md"]] {
            let output = home.run(command);
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            let said = String::from_utf8(output.stdout.clone()).unwrap();
            assert!(!said.contains("C003"), "{said}");
            let said = stderr(&output);
            assert!(said.contains("your corpus is damaged"), "{said}");
        }
        for question in [
            &["corpus", "show", "A/RES/71/1"][..],
            &["corpus", "search", "number1"],
            &["corpus", "quote", "Decides on matter number1 as follows"],
        ] {
            let output = home.run(question);
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            let said = stderr(&output);
            assert!(said.contains("your corpus is damaged"), "{said}");
            assert!(!said.contains("not in your sources"), "{said}");
        }
        let doctor = home.run(&["doctor"]);
        assert_eq!(doctor.status.code(), Some(2), "{doctor:?}");
        let said = String::from_utf8(doctor.stdout).unwrap();
        assert!(said.contains("your corpus is damaged"), "{said}");
        home.run(&["corpus", "rebuild"]);
        home.run(&["corpus", "add", "files"]);
        assert!(home.checked().contains("there is no paragraph 9"));
    }
}

#[test]
fn damage_is_said_in_words_and_not_as_a_fault_of_the_program() {
    let home = Home::with(3);
    home.write("draft.md", "# Draft\n\nSee A/RES/71/1.\n");
    home.said(&["corpus", "add", "files"]);
    let index = home.path().join("corpus/index");
    let folders = fs::read_dir(index).unwrap().flatten();
    let mut names = folders.map(|entry| entry.path().join("names.fst"));
    let names = names.find(|names| names.is_file()).unwrap();
    let mut bytes = fs::read(&names).unwrap();
    let middle = bytes.len() / 4..bytes.len() / 2;
    bytes[middle].iter_mut().for_each(|byte| *byte ^= 0x5a);
    fs::write(&names, bytes).unwrap();
    for command in [
        &["check", "draft.md"][..],
        &["corpus", "show", "A/RES/71/1"],
        &["corpus", "list", "A/RES"],
        &["corpus", "verify"],
    ] {
        let said = stderr(&home.run(command));
        assert!(!said.contains("fault at"), "{command:?}: {said}");
    }
}

#[test]
fn where_no_index_can_be_kept_the_files_that_need_one_are_named() {
    let home = Home::with_source();
    home.write("penholder.toml", "unheld = \"warning\"\n");
    home.write("sources/A_RES_71_2.html", "<p>1. Decides.</p>");
    home.write("draft.md", "# Draft\n\nSee A/RES/71/2 and A/RES/71/3.\n");
    // No folder can be made below a file.
    home.write("blocked", "");
    let cache = home.path().join("blocked/cache");
    for command in [&["check", "draft.md"][..], &["doctor"]] {
        let mut command = home.command(command);
        let output = command.env("PENHOLDER_CACHE", &cache).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let said = String::from_utf8(output.stdout.clone()).unwrap() + &stderr(&output);
        assert!(
            said.contains("A_RES_71_2.html: this file is not used"),
            "{said}"
        );
        assert!(!said.contains("C003"), "{said}");
    }
    let output = home.run(&["check", "draft.md", "--format", "concise"]);
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("A/RES/71/3") && !said.contains("A/RES/71/2"),
        "{said}"
    );
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
        let _ = writeln!(
            std::io::stderr(),
            "skipped: nobody cannot get at the program"
        );
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
