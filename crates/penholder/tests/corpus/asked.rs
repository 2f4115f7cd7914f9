//! What a corpus answers and a folder of sources adds to a check, in the words of the command line.

use std::fs;
use std::process::Stdio;

use crate::home::{Home, resolution, stderr};

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
    let doctor = home.run(&["doctor"]);
    assert_eq!(doctor.status.code(), Some(2));
    let how = String::from_utf8(doctor.stdout).unwrap();
    assert!(how.contains("1 file in it gave nothing"), "{how}");
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
    assert_eq!(near.status.code(), Some(1));
    for name in ["Matter 7", "matter 7", "71/7"] {
        assert_eq!(
            home.said(&["corpus", "show", name]).lines().next(),
            Some("A/RES/71/7"),
            "{name}"
        );
    }
    assert!(
        home.said(&["cite", "Matter 7"])
            .starts_with("General Assembly resolution 71/7")
    );
    assert!(
        home.said(&["corpus", "search", "number9"])
            .contains("A/RES/71/9, para. 1")
    );
    assert_eq!(
        home.run(&["corpus", "search", "xylophone"]).status.code(),
        Some(1)
    );
    let nothing = home.run(&["corpus", "quote", " – "]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&nothing.stderr).contains("there are no words to look for"),
        "{nothing:?}"
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
        stats.contains("A/RES session 71, as of 2026-11-25"),
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
    let home = Home::with_source();
    let check = || home.checked();
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
    let place = home.path().join("corpus");
    assert!(place.join("packs").is_dir());
}

#[test]
fn who_has_no_texts_is_told_where_they_come_from() {
    let home = Home::new();
    for command in [
        &["corpus", "show", "A/RES/67/172", "--para", "15"][..],
        &["corpus", "search", "rights of migrants"],
        &["corpus", "quote", "the rights of all migrants"],
    ] {
        let said = stderr(&home.run(command));
        assert!(said.contains("penholder corpus add FOLDER"), "{said}");
    }
    let home = Home::with(1);
    home.said(&["corpus", "add", "files"]);
    let said = stderr(&home.run(&["corpus", "search", "xylophone"]));
    assert!(!said.contains("corpus add"), "{said}");
}

#[test]
fn a_treaty_has_articles_and_one_name() {
    let home = Home::new();
    home.write(
        "files/crc.md",
        "---\ntitle: Convention on the Rights of the Child\nkind: treaty\n---\n\n# Convention on the Rights of the Child\n\n\
         ## Article 1\n\nA lantern is whatever gives light to boats at night.\n\n## Article 2\n\nEvery harbour keeps one.\n",
    );
    home.said(&["corpus", "add", "files"]);
    let quoted = home.said(&["corpus", "quote", "whatever gives light to boats at night"]);
    assert!(
        quoted.contains("\nConvention on the Rights of the Child, art. 1\n"),
        "{quoted}"
    );
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_missing() {
    let home = Home::new();
    for command in [
        ["show", "A/RES/70/1"].as_slice(),
        &["search", "matter"],
        &["quote", "words of a text"],
        &["list"],
        &["stats"],
        &["verify"],
    ] {
        let arguments = [&["corpus", "--corpus", "no/such"], command].concat();
        let output = home.run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert_eq!(
            stderr(&output),
            "penholder: no/such: there is no such folder\n"
        );
    }
}
