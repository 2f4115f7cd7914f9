//! What is shown and what is changed: mending, differences, revisions of git, accepted findings, statistics.

use std::fs;

use crate::word_files::{plain_word_draft, word_draft};
use crate::{folder, git, run, stderr, stdout};

#[test]
fn mending_changes_the_file_and_the_difference_only_shows_it() {
    let folder = folder();
    let file = folder.path().join("a, b.md");
    let before = fs::read_to_string(&file).unwrap();
    let shown = run(folder.path(), &["check", "--diff", "a, b.md"]);
    assert!(
        stdout(&shown)
            .contains("+See A/HCR/20/24 & General Assembly resolution 67/172 of 20 December 2012.")
    );
    assert_eq!(shown.status.code(), Some(1));
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    let mended = run(folder.path(), &["check", "--fix", "a, b.md"]);
    assert!(stdout(&mended).contains("1 mended"), "{}", stdout(&mended));
    let after = fs::read_to_string(&file).unwrap();
    assert_eq!(after, before.replace("19 December", "20 December"));
    assert!(stdout(&run(folder.path(), &["check", "--diff", "a, b.md"])).is_empty());
    let wrong_date = before.replace("A/HCR", "A/HRC");
    fs::write(&file, &wrong_date).unwrap();
    let only_safe = run(folder.path(), &["check", "--diff", "a, b.md"]);
    assert_eq!(only_safe.status.code(), Some(1), "{}", stderr(&only_safe));
    assert_eq!(fs::read_to_string(&file).unwrap(), wrong_date);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn only_lines_that_changed_are_shown_since_a_revision() {
    let folder = folder();
    let path = folder.path();
    git(path, &["init", "-q"]);
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "first"]);
    let lines = |arguments: &[&str]| stdout(&run(path, arguments)).lines().count();
    let since = ["check", "--format", "concise", "--since", "HEAD"];
    assert_eq!(lines(&since), 0);
    let file = path.join("a, b.md");
    let text = fs::read_to_string(&file).unwrap() + "\nSee A/HCR/21/7 too.\n";
    fs::write(&file, text).unwrap();
    fs::write(path.join("new.md"), "See A/HCR/22/1.\n").unwrap();
    assert_eq!(lines(&since), 2);
    assert!(lines(&["check", "--format", "concise"]) > 2);
    let unknown = run(path, &["check", "--since", "no-such-revision"]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(stderr(&unknown).contains("git does not know the revision “no-such-revision”"));
}

#[test]
fn what_was_mended_in_any_draft_has_changed_since_a_revision() {
    // Past the drafts that are looked at together.
    const DRAFTS: usize = 140;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    for number in 0..DRAFTS {
        let text =
            "Recalling its resolution 67/999 of 3 May 2012, the organisation of A/RES/67/999.\n";
        fs::write(path.join(format!("{number}.md")), text).unwrap();
    }
    git(path, &["init", "-q"]);
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "first"]);
    let arguments = ["check", "--format", "concise", "--since", "HEAD", "--fix"];
    let mended = run(path, &arguments);
    assert_eq!(
        stdout(&mended).lines().count(),
        2 * DRAFTS,
        "{}",
        stderr(&mended)
    );
}

#[test]
fn a_word_file_that_changed_is_shown_whole() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("draft.docx"), word_draft()).unwrap();
    git(path, &["init", "-q"]);
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "first"]);
    let since = ["check", "--since", "HEAD", "draft.docx"];
    assert_eq!(run(path, &since).status.code(), Some(0));
    let changed = plain_word_draft(&["15. The report A/HCR/22/4"]);
    fs::write(path.join("draft.docx"), changed).unwrap();
    let shown = run(path, &since);
    assert_eq!(shown.status.code(), Some(1), "{}", stderr(&shown));
    assert!(stdout(&shown).contains("A/HCR/22/4"));
}

#[test]
fn accepted_findings_are_left_out_and_a_newer_list_is_refused() {
    let folder = folder();
    let path = folder.path();
    let written = run(path, &["check", "--write-baseline", "accepted.tsv"]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    assert!(stdout(&written).contains("accepted now"));
    let refused = run(path, &["check", "--write-baseline", "clean.md"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        fs::read_to_string(path.join("clean.md"))
            .unwrap()
            .starts_with("# Report")
    );
    fs::write(path.join("penholder.toml"), "baseline = \"accepted.tsv\"\n").unwrap();
    let quiet = run(path, &["check"]);
    assert_eq!(quiet.status.code(), Some(0));
    assert!(stdout(&quiet).contains("accepted before"));
    fs::write(path.join("clean.md"), "See A/HCR/22/1.\n").unwrap();
    assert_eq!(run(path, &["check"]).status.code(), Some(1));
    fs::write(
        path.join("accepted.tsv"),
        "clean.md\tC001\ta/hcr/1/1\tmended since\n",
    )
    .unwrap();
    assert!(
        stdout(&run(path, &["check", "clean.md"]))
            .contains("; 1 accepted before but no longer there")
    );
    fs::write(
        path.join("accepted.tsv"),
        "# Findings that penholder leaves out, version 9\n",
    )
    .unwrap();
    let newer = run(path, &["check"]);
    assert_eq!(newer.status.code(), Some(2));
    assert!(stderr(&newer).contains("version 9"));
}

#[test]
fn a_list_that_the_settings_name_is_written_counted_and_left_out_of_the_report() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("ci")).unwrap();
    fs::write(path.join("penholder.toml"), "baseline = \"ci/list.tsv\"\n").unwrap();
    let written = run(path, &["check", "--write-baseline", "ci/list.tsv"]);
    assert_eq!(written.status.code(), Some(0), "{}", stderr(&written));
    let list = fs::read_to_string(path.join("ci/list.tsv")).unwrap();
    assert!(list.contains("\n../a, b.md\tC001\t"), "{list}");
    assert_eq!(run(path, &["check"]).status.code(), Some(0));
    let report = stdout(&run(path, &["report", "--format", "markdown", "a, b.md"]));
    assert!(
        report.contains("2 findings were accepted before"),
        "{report}"
    );
    assert!(report.contains("Nothing was found."), "{report}");
    // A note on standard error keeps nothing from being written.
    fs::create_dir(path.join("sources")).unwrap();
    fs::write(path.join("sources/notes.txt"), "Call Geneva.\n").unwrap();
    let output = run(path, &["report", "a, b.md"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("notes.txt"), "{}", stderr(&output));
    fs::rename(path.join("a, b.md"), path.join("c.md")).unwrap();
    let counted = stdout(&run(path, &["check", "clean.md"]));
    assert!(
        counted.contains("; 2 accepted before but no longer there"),
        "{counted}"
    );
}

#[test]
fn a_damaged_list_is_written_anew_with_its_reasons() {
    let folder = folder();
    let path = folder.path();
    let list = "# Findings that penholder leaves out, version 2\n<<<<<<< HEAD\na, b.md\tC001\ta/hcr/20/24\tas printed\n";
    fs::write(path.join("list.tsv"), list).unwrap();
    let refused = run(path, &["check", "--baseline", "list.tsv"]);
    assert_eq!(refused.status.code(), Some(2));
    let written = run(path, &["check", "--write-baseline", "list.tsv"]);
    assert!(
        stderr(&written).contains("without 1 line"),
        "{}",
        stderr(&written)
    );
    let list = fs::read_to_string(path.join("list.tsv")).unwrap();
    assert!(
        list.contains("\tas printed\n") && !list.contains("HEAD"),
        "{list}"
    );
}

#[test]
fn what_cannot_be_had_together_is_refused() {
    let folder = folder();
    for arguments in [
        &["check", "--since", "HEAD", "--write-baseline", "list.tsv"][..],
        &["check", "--statistics", "--format", "json"],
        &["check", "--diff", "--format", "json"],
        &["compare", "-", "-"],
    ] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stdout(&output), "", "{arguments:?}");
    }
}

#[test]
fn statistics_count_by_rule() {
    let output = run(folder().path(), &["check", "--statistics"]);
    assert!(stdout(&output).contains("1  C001  mistyped-symbol"));
    assert!(!stdout(&output).contains("-->"));
}
