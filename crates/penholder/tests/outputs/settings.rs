//! Settings with their origin; their schema and their documentation are current.

use std::fs;
use std::path::Path;

use crate::{folder, penholder, run, stderr, stdout};

#[test]
fn settings_are_shown_with_their_origin_and_their_schema_is_current() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("penholder.toml"), "[limits]\nwords = 8500\n").unwrap();
    fs::write(
        path.join("own.md"),
        "---\npenholder.unheld: warning\n---\n\nText.\n",
    )
    .unwrap();
    let shown = stdout(&run(path, &["config", "--show", "own.md"]));
    let line = |key: &str| shown.lines().find(|line| line.starts_with(key)).unwrap();
    assert!(
        line("limits.words").contains("8500") && line("limits.words").contains("penholder.toml")
    );
    assert!(line("unheld").contains("warning") && line("unheld").contains("front matter"));
    assert!(line("links.target").ends_with("(default)"));
    let schema = stdout(&run(path, &["config", "--schema"]));
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/penholder.schema.json");
    if std::env::var_os("PENHOLDER_WRITE_DOCS").is_some() {
        fs::write(&kept, &schema).unwrap();
    }
    assert_eq!(
        fs::read_to_string(kept).unwrap_or_default(),
        schema,
        "run the test with PENHOLDER_WRITE_DOCS=1"
    );
}

#[test]
fn every_setting_is_documented() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/settings.md"))
            .unwrap();
    for key in workspace::KEYS {
        let bare = key.path.strip_prefix("per-path.").unwrap_or(key.path);
        assert!(
            text.contains(&format!("`{bare}`")),
            "{} is not documented",
            key.path
        );
    }
}

#[test]
fn a_folder_that_the_settings_have_for_sources_holds_no_drafts() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::create_dir(path.join("refs")).unwrap();
    fs::write(path.join("penholder.toml"), "sources.folder = \"refs\"\n").unwrap();
    for name in ["a.md", "refs/b.md"] {
        fs::write(
            path.join(name),
            "---\nsymbol: A/RES/67/999\n---\n\nSee A/HCR/20/24.\n",
        )
        .unwrap();
    }
    let concise = |what: &str| stdout(&run(path, &["check", "--format", "concise", what]));
    let found = concise(".");
    assert!(
        found.contains("a.md:") && !found.contains("b.md:"),
        "{found}"
    );
    assert!(concise("refs").contains("b.md:"));
}

#[test]
fn words_are_compared_although_no_index_can_be_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::create_dir(path.join("sources")).unwrap();
    let source = "---\nsymbol: A/RES/67/172\n---\n\nThe General Assembly,\n\n\
                  1. Calls upon all States to keep their harbours open by day and by night;\n";
    fs::write(path.join("sources/A_RES_67_172.md"), source).unwrap();
    let draft =
        "Resolution 67/172 “calls upon all States to keep their ports open by day and by night”.\n";
    fs::write(path.join("a.md"), draft).unwrap();
    // A file stands where the folder of the cache would be made.
    fs::write(path.join("no-folder"), "").unwrap();
    let mut command = penholder(path, &["check", "--format", "concise", "a.md"]);
    let output = command
        .env("PENHOLDER_CACHE", path.join("no-folder/cache"))
        .output()
        .unwrap();
    assert!(
        stdout(&output).contains("Q001"),
        "{} {}",
        stdout(&output),
        stderr(&output)
    );
}

#[test]
fn what_is_accepted_is_left_alone_as_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let text = "States work with NGOs. They consult NGOs. The\ncolor of the color is red.\n";
    fs::write(path.join("a.md"), text).unwrap();
    let found = |settings: &str| {
        fs::write(path.join("penholder.toml"), settings).unwrap();
        let shown = stdout(&run(path, &["check", "--format", "concise", "a.md"]));
        ["A001", "E001"].map(|code| shown.matches(code).count())
    };
    assert_eq!(found(""), [1, 2]);
    assert_eq!(found("[acronyms]\nknown = [\"NGOs\"]\n"), [0, 2]);
    assert_eq!(found("[words]\naccepted = [\"the color of\"]\n"), [1, 1]);
    assert_eq!(found("[words]\naccepted = [\"color\"]\n"), [1, 0]);
    // Whole words, over any kind of line break.
    assert_eq!(found("[words]\naccepted = [\"e color o\"]\n"), [1, 2]);
    let text = text.replace('\n', "\r\n");
    fs::write(path.join("a.md"), &text).unwrap();
    assert_eq!(found("[words]\naccepted = [\"the color of\"]\n"), [1, 1]);
}

#[test]
fn a_mistake_in_the_settings_takes_no_other_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::write(
        path.join("a.md"),
        "States work with NGOs. They consult NGOs.\n",
    )
    .unwrap();
    let checked = |settings: &str| {
        fs::write(path.join("penholder.toml"), settings).unwrap();
        let output = run(path, &["check", "--format", "concise", "a.md"]);
        let said = stderr(&output);
        let is_told = stdout(&output).contains("A001");
        (output.status.code(), is_told, said)
    };
    let known = "[acronyms]\nknown = [\"NGOs\"]\n";
    let (code, is_told, said) = checked(&format!("unheld = \"loud\"\n{known}"));
    assert_eq!((code, is_told), (Some(2), false));
    assert!(
        said.contains("“unheld” (by default: silent). Everything else in the file is in force."),
        "{said}"
    );
    let (code, is_told, said) = checked(&format!("unheld = loud\n{known}"));
    assert_eq!((code, is_told), (Some(2), true));
    assert!(said.contains("the defaults are in force"), "{said}");
}

#[test]
fn a_day_in_prose_is_the_day_of_the_draft() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let codes = |date: &str| {
        let text = format!("---\ndate: {date}\n---\n\nSee A/77/999.\n");
        fs::write(path.join("a.md"), text).unwrap();
        let shown = stdout(&run(path, &["check", "--format", "concise", "a.md"]));
        (shown.contains(": error:"), shown.contains("S001"))
    };
    assert_eq!(codes("2019-05-12"), (true, false));
    assert_eq!(codes("12 May 2019"), (true, false));
    assert_eq!(codes("05/12/2019"), (false, true));
}

#[test]
fn what_is_begun_is_read_and_sets_nothing_until_it_is_switched_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let begun = run(path, &["init", "drafts"]);
    assert_eq!(begun.status.code(), Some(0), "{}", stderr(&begun));
    let said = stdout(&begun);
    assert!(
        said.contains("drafts/penholder.toml: written")
            && said.contains("drafts/sources: made")
            && said.contains("penholder check drafts"),
        "{said}"
    );
    let config = || run(path, &["config", "--show", "drafts"]);
    let before = stdout(&config());
    assert!(
        before.contains("drafts/sources") && !before.contains("(penholder.toml"),
        "{before}"
    );
    assert_eq!(run(path, &["check", "drafts"]).status.code(), Some(0));

    // Every line that waits is a setting that there is.
    let file = path.join("drafts/penholder.toml");
    let waiting = fs::read_to_string(&file).unwrap();
    let switched_on: Vec<&str> = waiting
        .lines()
        .map(|line| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase()) => rest,
            _ => line,
        })
        .collect();
    fs::write(&file, switched_on.join("\n")).unwrap();
    let after = config();
    assert_eq!(after.status.code(), Some(0), "{}", stderr(&after));
    let set = stdout(&after).matches("penholder.toml)").count();
    assert!(set >= 7, "{}", stdout(&after));

    let again = run(path, &["init", "drafts"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(
        stderr(&again).contains("is there already"),
        "{}",
        stderr(&again)
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), switched_on.join("\n"));

    // A folder of sources stays as it is.
    fs::create_dir_all(path.join("other/sources")).unwrap();
    let beside = stdout(&run(path, &["init", "other"]));
    assert!(beside.contains("was there"), "{beside}");
    assert_eq!(fs::read_dir(path.join("other/sources")).unwrap().count(), 0);
}

#[test]
fn a_day_that_there_is_not_is_told_from_one_that_is_not_understood() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    for (written, message) in [
        ("31 Feb 2024", "There is no such day as “31 Feb 2024”."),
        ("2024-02-31", "There is no such day as “2024-02-31”."),
        ("12/05/2019", "“12/05/2019” is not understood as a day"),
    ] {
        let text = format!("---\ndate: {written}\n---\n\nText.\n");
        fs::write(path.join("draft.md"), text).unwrap();
        let said = stdout(&run(path, &["check", "draft.md", "--format", "concise"]));
        assert!(said.contains(message), "{said}");
    }
}
