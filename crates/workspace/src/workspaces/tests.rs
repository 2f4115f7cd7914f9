use super::*;
use std::fs;

#[test]
fn settings_outrank_the_editor_and_survive_a_broken_file() {
    let top = tempfile::tempdir().unwrap();
    let file = top.path().join("penholder.toml");
    let draft = Location::of_path(&top.path().join("drafts/a.md"));
    fs::write(&file, "unheld = \"warning\"").unwrap();

    let workspaces = Workspaces::default();
    let (client, _) = Stated::read("unheld = \"silent\"\n[rules]\noff = [\"A001\"]").unwrap();
    workspaces.set_client_settings(client);
    let first = workspaces.of(&draft);
    assert!(first.complaints().is_empty());
    assert_eq!(first.settings().rules.unheld, rules::Unheld::Warning);
    assert!(!first.settings().rules.off.is_empty());
    let from = |workspace: &Workspace, key: &str| {
        let in_force = workspace.settings().in_force();
        in_force.into_iter().find(|it| it.key == key).unwrap().from
    };
    assert_eq!(from(&first, "unheld"), [From::File(file.clone())]);
    assert_eq!(from(&first, "rules.off"), [From::Editor]);

    fs::write(&file, "unheld = \"sil").unwrap();
    workspaces.forget();
    let second = workspaces.of(&draft);
    assert_eq!(second.settings().rules.unheld, rules::Unheld::Warning);
    assert_eq!(second.complaints().len(), 1);
    assert_eq!(second.complaints()[0].path, file);
    assert!(second.complaints()[0].message.contains("line 1"));
    assert!(
        second.complaints()[0]
            .message
            .ends_with("What it said before stays in force.")
    );
}

#[test]
fn a_mistake_leaves_the_other_settings_in_force() {
    let top = tempfile::tempdir().unwrap();
    let file = top.path().join("penholder.toml");
    let draft = Location::of_path(&top.path().join("a.md"));
    let workspaces = Workspaces::default();
    fs::write(&file, "unheld = \"warning\"\n[limits]\nwords = 5\n").unwrap();
    assert!(workspaces.of(&draft).complaints().is_empty());

    // What was right before is not kept: an editor finds what the command line finds.
    fs::write(&file, "unheld = \"loud\"\n[limits]\nwords = 7\n").unwrap();
    workspaces.forget();
    let mistaken = workspaces.of(&draft);
    assert_eq!(mistaken.settings().rules.most_words, Some(7));
    assert_eq!(mistaken.settings().rules.unheld, rules::Unheld::Silent);
    assert_eq!(
        mistaken.complaints()[0].message,
        "line 1: “unheld” has to be “silent” or “warning”. Left out until that is mended: \
         “unheld” (by default: silent). Everything else in the file is in force."
    );

    fs::write(&file, "[limits").unwrap();
    workspaces.forget();
    let broken = workspaces.of(&draft);
    assert_eq!(broken.settings().rules.most_words, Some(7));
}

#[test]
fn drafts_of_one_home_share_a_workspace() {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir_all(top.path().join("sources")).unwrap();
    fs::write(top.path().join("penholder.toml"), "").unwrap();
    let workspaces = Workspaces::default();
    let a = workspaces.of(&Location::of_path(&top.path().join("a/x.md")));
    let b = workspaces.of(&Location::of_path(&top.path().join("b/y.txt")));
    assert!(Arc::ptr_eq(&a, &b));
    workspaces.forget();
    let c = workspaces.of(&Location::of_path(&top.path().join("a/x.md")));
    assert!(!Arc::ptr_eq(&a, &c));
}

#[test]
fn a_text_without_a_file_belongs_to_the_root() {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir_all(top.path().join("sources")).unwrap();
    let workspaces = Workspaces::default();
    let untitled = Location::of_uri("untitled:Untitled-1");
    assert_eq!(workspaces.of(&untitled).home(), &Home::default());
    workspaces.set_root(Some(top.path().to_owned()));
    assert_eq!(
        workspaces.of(&untitled).home().sources,
        Some(top.path().join("sources"))
    );
}

#[test]
fn entries_for_paths_hold_for_their_drafts_and_share_the_sources() {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir_all(top.path().join("documents")).unwrap();
    fs::write(
        top.path().join("penholder.toml"),
        "[sources]\nfolder = \"documents\"\n[[per-path]]\npaths = [\"inputs/**\", \"*.txt\"]\n\
         document = \"communication\"\n[[per-path]]\npaths = [\"inputs/own/*\"]\ndocument = \"report\"\n",
    )
    .unwrap();
    let workspaces = Workspaces::default();
    let of = |path: &str| workspaces.of(&Location::of_path(&top.path().join(path)));
    let document = |path: &str| of(path).settings().rules.document;
    let communication = Some(rules::DocumentType::Communication);
    assert_eq!(document("a.md"), None);
    assert_eq!(document("inputs/state.md"), communication);
    assert_eq!(document("deep/b.txt"), communication);
    assert_eq!(
        document("inputs/own/a.md"),
        Some(rules::DocumentType::Report)
    );
    assert!(Arc::ptr_eq(&of("a.md"), &of("b.md")));
    assert_eq!(
        of("a.md").home().sources,
        Some(top.path().join("documents"))
    );
}

#[test]
fn front_matter_outranks_the_settings_of_the_folder() {
    let top = tempfile::tempdir().unwrap();
    fs::write(
        top.path().join("penholder.toml"),
        "[rules]\noff = [\"A001\"]\n",
    )
    .unwrap();
    let workspace = Workspaces::default().of(&Location::of_path(&top.path().join("a.md")));
    let text =
        "---\ndocument: Report\npenholder.rules.on: A001\npenholder.limits.word: 3\n---\nText.\n";
    let draft = workspace.draft(text, draft::Dialect::Markdown);
    let settings = workspace.settings_of(&draft);
    assert_eq!(settings.rules.on, ["A001"]);
    assert!(settings.rules.off.is_empty());
    assert_eq!(settings.rules.document, Some(rules::DocumentType::Report));
    let [mistake] = &settings.rules.mistakes[..] else {
        panic!("{:?}", settings.rules.mistakes);
    };
    assert_eq!(&text[mistake.range.clone()], "limits.word");
    assert_eq!(mistake.instead, Some("limits.words"));
    assert_eq!(
        mistake.message,
        "There is no setting “limits.word”; the nearest one is “limits.words”."
    );
}

#[test]
fn mistakes_in_front_matter_have_their_places() {
    let workspace = Workspaces::default().of(&Location::of_uri("untitled:a"));
    let of = |line: &str| {
        let text = format!("---\n{line}\nunheld: its own affair\n---\nText.\n");
        let draft = workspace.draft(&text, draft::Dialect::Markdown);
        let mistakes = workspace.settings_of(&draft).rules.mistakes.clone();
        let place = |it: &rules::Mistake| (text[it.range.clone()].to_owned(), it.instead);
        mistakes.iter().map(place).collect::<Vec<_>>()
    };
    let one = |words: &str, instead| vec![(words.to_owned(), instead)];
    assert_eq!(
        of("penholder.unhold: warning"),
        one("unhold", Some("unheld"))
    );
    assert_eq!(of("penholder.rule: A"), one("rule", None));
    assert_eq!(
        of("penholder.rules.off: A001, A09"),
        one("A09", Some("A009"))
    );
    assert_eq!(of("penholder.unheld: loud"), one("loud", None));
    assert_eq!(of("penholder.unheld:"), one("unheld", None));
    assert_eq!(of("penholder.corpus.path: c"), one("corpus.path", None));
    assert_eq!(of("penholder.unheld: warning"), []);
    assert_eq!(of("date: May 2019"), one("May 2019", None));
    assert_eq!(of("session: 68/2"), one("68/2", None));
    assert_eq!(of("date: 12 May 2019"), []);
}

#[test]
fn the_language_of_the_settings_counts_where_the_draft_says_none() {
    let top = tempfile::tempdir().unwrap();
    fs::write(top.path().join("penholder.toml"), "language = \"fr\"\n").unwrap();
    let workspace = Workspaces::default().of(&Location::of_path(&top.path().join("a.md")));
    let language = |text: &str| {
        let draft = workspace.draft(text, draft::Dialect::Markdown);
        draft.language()
    };
    let english = "The work of the Organization goes on in the regions.\n";
    assert_eq!(language(english), Some(citation::Language::French));
    for own in ["language: es", "penholder.language: es"] {
        let text = format!("---\n{own}\n---\n\n{english}");
        assert_eq!(language(&text), Some(citation::Language::Spanish), "{own}");
    }
}

/// Workspaces whose indexes are made by what the shell does with `script`.
#[cfg(unix)]
fn indexed_by(script: &str, patience: crate::Patience) -> Workspaces {
    Workspaces::new(SourceSetup {
        corpus: None,
        indexer: Some(crate::Indexer {
            program: "/bin/sh".into(),
            arguments: vec!["-c".into(), script.into()],
            patience,
        }),
    })
}

/// A folder with sources that are read here and one that only an index holds, and a draft that cites it.
#[cfg(unix)]
fn with_foreign_source() -> (tempfile::TempDir, Location) {
    let top = tempfile::tempdir().unwrap();
    fs::create_dir(top.path().join("sources")).unwrap();
    fs::write(top.path().join("penholder.toml"), "unheld = \"warning\"\n").unwrap();
    let text = "---\nsymbol: A/RES/70/1\ntitle: Matter 1\n---\n1. Decides.\n";
    fs::write(top.path().join("sources/a.md"), text).unwrap();
    fs::write(
        top.path().join("sources/A_RES_70_2.html"),
        "<p>Decides.</p>",
    )
    .unwrap();
    let draft = Location::of_path(&top.path().join("draft.md"));
    (top, draft)
}

#[cfg(unix)]
fn missing_in(workspace: &Workspace) -> Vec<String> {
    let text = "See A/RES/70/1, A/RES/70/2 and A/RES/70/3.\n";
    let draft = workspace.draft(text, draft::Dialect::Markdown);
    let today = citation::Date::new(2026, 6, 1).unwrap();
    let findings = workspace.analyse(&draft, today).findings;
    let missing = findings.iter().filter(|it| it.code == "C003");
    missing
        .map(|it| text[it.range.clone()].to_owned())
        .collect()
}

#[cfg(unix)]
#[test]
fn nothing_is_said_to_be_missing_while_an_index_is_made() {
    let (top, draft) = with_foreign_source();
    let workspaces = indexed_by("exec sleep 60", crate::Patience::Leaves);
    let workspace = workspaces.of(&draft);
    assert_eq!(missing_in(&workspace), [""; 0]);
    assert!(workspace.complaints().is_empty());
    workspaces.cancel_indexing(&top.path().join("sources"));
    // Where everything is read here, what is missing is missing.
    fs::remove_file(top.path().join("sources/A_RES_70_2.html")).unwrap();
    workspaces.forget();
    assert_eq!(
        missing_in(&workspaces.of(&draft)),
        ["A/RES/70/2", "A/RES/70/3"]
    );
    workspaces.cancel_indexing(&top.path().join("sources"));
}

#[cfg(unix)]
#[test]
fn sources_without_an_index_are_a_complaint_and_nothing_is_said_to_be_missing() {
    let (top, draft) = with_foreign_source();
    let workspace = indexed_by("exit 1", crate::Patience::Waits).of(&draft);
    assert_eq!(missing_in(&workspace), [""; 0]);
    let [complaint] = &workspace.complaints()[..] else {
        panic!("{:?}", workspace.complaints());
    };
    assert_eq!(complaint.path, top.path().join("sources/A_RES_70_2.html"));
    assert!(complaint.message.contains("not used"), "{complaint:?}");
}

#[test]
fn a_pattern_names_a_folder_with_all_that_is_in_it() {
    let top = tempfile::tempdir().unwrap();
    let file = top.path().join("penholder.toml");
    let limit = |pattern: &str, draft: &str| {
        let entry = format!("[[per-path]]\npaths = [\"{pattern}\"]\nlimits.words = 3\n");
        fs::write(&file, entry).unwrap();
        let workspace = Workspaces::default().of(&Location::of_path(&top.path().join(draft)));
        workspace.settings().rules.most_words
    };
    for pattern in [
        "inputs",
        "inputs/",
        "./inputs",
        "./inputs/**",
        "inputs/*",
        ".",
    ] {
        assert_eq!(limit(pattern, "inputs/new/a.md"), Some(3), "{pattern}");
    }
    assert_eq!(limit("inputs", "inputs.md"), None);
    assert_eq!(limit("*.md", "a.txt"), None);
}

#[test]
fn an_empty_table_of_rules_is_a_choice_too() {
    let top = tempfile::tempdir().unwrap();
    let file = top.path().join("penholder.toml");
    let off = |text: &str| {
        fs::write(&file, text).unwrap();
        let client = serde_json::json!({ "rules": { "off": ["A001"] } });
        let workspaces = Workspaces::default();
        workspaces.set_client_settings(Stated::of_client(&client));
        let workspace = workspaces.of(&Location::of_path(&top.path().join("a.md")));
        workspace.settings().rules.off.clone()
    };
    assert_eq!(off(""), ["A001"]);
    for text in [
        "[rules]\n",
        "[[per-path]]\npaths = [\"*\"]\n[per-path.rules]\n",
    ] {
        assert_eq!(off(text), [""; 0], "{text}");
    }
}
