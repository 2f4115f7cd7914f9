//! Settings as drafters write them, and as they miswrite them.

use std::path::Path;

use super::*;

#[test]
fn every_key_is_read() {
    let stated = sound(
        "unheld = \"warning\"\nlanguage = \"en\"\ndocument = \"report\"\nbaseline = \"accepted.tsv\"\n\
         [rules]\noff = [\"A001\", \"E\", \"D\", \"i\"]\non = [\"stated-date\"]\nseverity = { C = \"hint\", C001 = \"error\" }\n\
         [citations]\nstyle = \"short\"\n[links]\ntarget = \"local\"\n\
         [acronyms]\nknown = [\"UNDP\"]\nnames = { NGO = \"non-governmental organization\" }\n\
         [words]\naccepted = [\"programme\"]\n[limits]\nwords = 8500\n\
         [sources]\nfolder = \"../documents\"\n[corpus]\npath = \"c\"\nfingerprint = \"f\"\n\
         [[per-path]]\npaths = [\"inputs/**\"]\ndocument = \"communication\"\nrules.off = [\"C\"]\n",
    );
    assert_eq!(stated.drafts.unheld, Some(UnheldWish::Warning));
    assert_eq!(stated.drafts.limits.words, Some(8500));
    assert_eq!(stated.drafts.rules.severity["C001"], SeverityWish::Error);
    assert_eq!(stated.per_path[0].paths, ["inputs/**"]);
    assert_eq!(
        stated.per_path[0].drafts.document,
        Some(DocumentType::Communication)
    );
    let written = toml::to_string(&stated).unwrap();
    assert_eq!(sound(&written), stated, "{written}");
    let pinned = stated.corpus.in_folder(Some(Path::new("/home/team")));
    assert_eq!(pinned.path, Some("/home/team/c".into()));
    let complaint = pinned.complaint(None).unwrap();
    assert!(complaint.message.contains("you have none"));
    assert_eq!(sound(""), Stated::default());
}

#[test]
fn a_mistake_names_its_line_and_what_would_be_right() {
    for (text, message) in [
        (
            "\nunhold = 1",
            "line 2: there is no setting “unhold”; the nearest one is “unheld”",
        ),
        (
            "[rules]\n\nof = []",
            "line 3: there is no setting “rules.of”; the nearest one is “rules.off”",
        ),
        (
            "off = []",
            "line 1: there is no setting “off”; the nearest one is “rules.off”",
        ),
        (
            "[rule]\noff = []",
            "line 1: there is no setting “rule”; the nearest one is “rules”",
        ),
        (
            "[limits]\nword = 4",
            "line 2: there is no setting “limits.word”; the nearest one is “limits.words”",
        ),
        (
            "paths = [\"a\"]",
            "line 1: there is no setting “paths”; the nearest one is “per-path.paths”",
        ),
        (
            "unhold = 1",
            "line 1: there is no setting “unhold”; the nearest one is “unheld”",
        ),
        (
            "unheld = true",
            "line 1: “unheld” has to be “silent” or “warning”",
        ),
        (
            "[rules]\noff = [\"C0004\"]",
            "line 2: there is no rule “C0004”; the nearest one is “C004”",
        ),
        (
            "[rules]\noff = [\"Z999\"]",
            "line 2: there is no rule “Z999”",
        ),
        (
            "unheld = warning",
            "line 1: words have to stand between quotation marks, such as \"warning\"",
        ),
        (
            "\n[rules",
            "line 2: a bracket is not closed: “]” is missing",
        ),
        (
            "[rules]\noff = [\"A001\"",
            "line 2: a bracket is not closed: “]” is missing",
        ),
        (
            "language \"fr\"",
            "line 1: between a setting and its value there has to be “=”",
        ),
        (
            "language = \"fr",
            "line 1: a quotation mark is missing, or stands where none can",
        ),
        (
            "language = \"fr\"\nlanguage = \"en\"",
            "line 2: this stands here for the second time; keep one of the two",
        ),
        (
            "[rules]\non = [\"stated-dates\"]",
            "line 2: there is no rule “stated-dates”; the nearest one is “stated-date”",
        ),
        (
            "[rules.severity]\nC001 = \"fatal\"",
            "line 1: “rules.severity” has to be a table of “error”, “warning”, “info” or “hint” for each rule, such as { C006 = \"error\" }",
        ),
        (
            "[rules]\noff = [\"A001\"]\non = [\"undefined-acronym\"]",
            "line 1: “A001” is both off and on; keep one of the two",
        ),
        ("rules = 3", "line 1: “rules” has to be a table: [rules]"),
        (
            "[limits]\nwords = -1",
            "line 2: “limits.words” has to be a number of words",
        ),
        (
            "language = \"de\"",
            "line 1: “language” has to be “ar”, “zh”, “en”, “fr”, “ru” or “es”",
        ),
        (
            "[[per-path]]\nunheld = \"silent\"",
            "line 1: “per-path.paths” has to be a list of patterns, such as [\"inputs/**\"]",
        ),
        (
            "[[per-path]]\npaths = []",
            "line 1: “per-path.paths” has to be a list of patterns, such as [\"inputs/**\"]",
        ),
        (
            "[[per-path]]\npaths = 3",
            "line 2: “per-path.paths” has to be a list of patterns, such as [\"inputs/**\"]",
        ),
        (
            "[[per-path]]\npaths = [\"a\"]\ncorpus.path = \"c\"",
            "line 3: “corpus.path” holds for all drafts and cannot stand under [[per-path]]",
        ),
        (
            "per-path = 1",
            "line 1: “per-path” has to be tables that begin with [[per-path]]",
        ),
    ] {
        // The line of a table that is written out may be that of its head or of its first value.
        assert_eq!(mistakes(text), [message], "{text}");
    }
    let (_, mistakes) = Stated::read("[[per-path]]\npaths = [\"a[\"]").unwrap();
    assert!(matches!(mistakes[..], [SettingsError::NotAPattern { .. }]));
}

/// What is wrong with a file, in words.
fn mistakes(text: &str) -> Vec<String> {
    let mistakes = match Stated::read(text) {
        Ok((_, mistakes)) => mistakes,
        Err(error) => vec![error],
    };
    mistakes.iter().map(ToString::to_string).collect()
}

/// What a file says in which nothing is wrong.
fn sound(text: &str) -> Stated {
    let (stated, mistakes) = Stated::read(text).unwrap();
    assert_eq!(mistakes, [], "{text}");
    stated
}

#[test]
fn a_mistake_takes_nothing_else_with_it() {
    for (text, same_as) in [
        ("unhold = 1\nlanguage = \"fr\"", "language = \"fr\""),
        ("unheld = true\n[limits]\nwords = 5", "[limits]\nwords = 5"),
        (
            "rules = 3\n[acronyms]\nknown = [\"NGO\"]",
            "[acronyms]\nknown = [\"NGO\"]",
        ),
        (
            "[rules]\noff = [\"A001\", \"Z999\"]",
            "[rules]\noff = [\"A001\"]",
        ),
        (
            "[rules.severity]\nC001 = \"hint\"\nC0001 = \"hint\"",
            "[rules.severity]\nC001 = \"hint\"",
        ),
        // Neither off nor on, by whichever name.
        (
            "[rules]\noff = [\"A001\", \"E\"]\non = [\"C004\", \"undefined-acronym\"]",
            "[rules]\noff = [\"E\"]\non = [\"C004\"]",
        ),
        // An entry holds for all of its paths or for none.
        (
            "unheld = \"warning\"\n[[per-path]]\npaths = [\"b\", \"a[\"]\nlanguage = \"fr\"\n\
             [[per-path]]\npaths = [\"c\"]\nlanguage = \"es\"",
            "unheld = \"warning\"\n[[per-path]]\npaths = [\"c\"]\nlanguage = \"es\"",
        ),
        (
            "[[per-path]]\nlanguage = \"fr\"\n[[per-path]]\npaths = 3\nlanguage = \"fr\"",
            "",
        ),
        (
            "[[per-path]]\npaths = [\"a\"]\ncorpus.path = \"c\"\nunheld = 1\nlanguage = \"fr\"",
            "[[per-path]]\npaths = [\"a\"]\nlanguage = \"fr\"",
        ),
    ] {
        let (stated, mistakes) = Stated::read(text).unwrap();
        assert_eq!(stated, sound(same_as), "{text}");
        assert!(!mistakes.is_empty(), "{text}");
    }
}

#[test]
fn what_is_left_out_is_said_with_what_holds_without_it() {
    let text = "unheld = true\nunhold = 1\n[rules]\noff = [\"A001\", \"Z999\"]\non = [\"A001\"]\n\
                [[per-path]]\npaths = [\"a\"]\nunheld = 1\n[[per-path]]\npaths = []\n[[per-path]]\npaths = [\"a[\"]\n";
    let (_, mistakes) = Stated::read(text).unwrap();
    let said = SettingsError::all_of(&mistakes);
    let (_, left_out) = said
        .split_once(". Left out until that is mended: ")
        .unwrap();
    assert_eq!(
        left_out,
        "“unheld” (by default: silent); “unhold”; “A001”, off and on alike; “Z999”; \
         “unheld” (these drafts have what all have); the entry for paths of line 9; the entry for paths with “a[”. \
         Everything else in the file is in force."
    );
}

#[test]
fn every_mistake_is_said_at_once() {
    let text = "unhold = 1\nlanguage = \"de\"\n[rules]\noff = [\"A01\", \"A001\", \"X99\"]\n[[per-path]]\npaths = [\"a[\"]\n\
                corpus.path = \"c\"\n";
    let lines: Vec<String> = mistakes(text)
        .iter()
        .map(|mistake| {
            mistake
                .split_once(':')
                .map_or("", |(line, _)| line)
                .to_owned()
        })
        .collect();
    assert_eq!(
        lines,
        ["line 1", "line 2", "line 4", "line 4", "line 6", "line 7"]
    );
}

#[test]
fn a_half_written_file_is_an_error_with_a_line() {
    let error = Stated::read("unheld = \"silent\"\n[rules").unwrap_err();
    assert!(
        matches!(error, SettingsError::NotToml { line: 2, .. }),
        "{error:?}"
    );
    let error = Stated::read("unheld = \"sil").unwrap_err();
    assert!(matches!(error, SettingsError::NotToml { line: 1, .. }));
}

#[test]
fn an_editor_is_taken_as_far_as_it_is_understood() {
    let client = serde_json::json!({
        "path": "/usr/bin/penholder",
        "unheld": "warning",
        "document": "essay",
        "rules": { "off": ["A001"], "on": ["Z999"], "trace": true },
        "corpus": { "path": "elsewhere" },
    });
    let stated = Stated::of_client(&client);
    assert_eq!(stated.drafts.unheld, Some(UnheldWish::Warning));
    assert_eq!(stated.drafts.rules.off, Some(vec!["A001".to_owned()]));
    assert_eq!(stated.drafts.rules.on, None);
    assert_eq!(stated.drafts.document, None);
    assert_eq!(stated.corpus, Pinned::default());
    assert_eq!(
        Stated::of_client(&serde_json::Value::Null),
        Stated::default()
    );
}

#[test]
fn front_matter_is_read_by_the_same_rules() {
    let drafts = |path: &str, written: &str| ForDrafts::of_front_matter(path, written);
    assert_eq!(
        drafts("limits.words", "8500").unwrap().limits.words,
        Some(8500)
    );
    assert_eq!(
        drafts("rules.off", "A001, E").unwrap().rules.off,
        Some(vec!["A001".to_owned(), "E".to_owned()])
    );
    assert_eq!(
        drafts("rules.off", "[\"A001\"]").unwrap().rules.off,
        Some(vec!["A001".to_owned()])
    );
    let severity = drafts("rules.severity", "{ C006 = \"error\" }").unwrap();
    assert_eq!(severity.rules.severity["C006"], SeverityWish::Error);
    let names = drafts("acronyms.names", "{ GMG = \"Group, on Migration\" }").unwrap();
    assert_eq!(names.acronyms.names["GMG"], "Group, on Migration");
    assert!(drafts("rules.severity", "{ C006 = \"grave\" }").is_err());
    assert_eq!(
        drafts("unheld", "loud").unwrap_err().to_string(),
        "“penholder.unheld” has to be “silent” or “warning”"
    );
    assert_eq!(
        drafts("rules.of", "A001").unwrap_err().to_string(),
        "there is no setting “rules.of”; the nearest one is “rules.off”"
    );
    for key in ["corpus.path", "baseline"] {
        assert_eq!(
            drafts(key, "c").unwrap_err().to_string(),
            format!("“penholder.{key}” cannot stand in a draft; say it in penholder.toml")
        );
    }
    assert!(drafts("rules.off", "A999").is_err());
}

fn layer(from: From, text: &str) -> Layer {
    Layer {
        from,
        drafts: sound(text).drafts,
    }
}

#[test]
fn the_upper_layer_wins_and_switches_add_up() {
    let file = From::File("/t/penholder.toml".into());
    let settings = Settings::of(vec![
        layer(From::Editor, "unheld = \"warning\"\n[limits]\nwords = 1"),
        layer(
            file.clone(),
            "[rules]\noff = [\"A\", \"C004\"]\nseverity = { C001 = \"hint\" }\n[limits]\nwords = 8500",
        ),
        layer(
            From::FrontMatter,
            "[rules]\non = [\"A001\"]\noff = [\"C\"]\nseverity = { C006 = \"error\" }",
        ),
    ]);
    assert_eq!(settings.rules.unheld, rules::Unheld::Warning);
    assert_eq!(settings.rules.most_words, Some(8500));
    assert_eq!(settings.rules.off, ["A", "C"]);
    assert_eq!(settings.rules.on, ["A001"]);
    assert_eq!(settings.rules.severity.len(), 2);
    let in_force = settings.in_force();
    let shown = |key: &str| in_force.iter().find(|it| it.key == key).unwrap();
    assert_eq!(shown("limits.words").from, std::slice::from_ref(&file));
    assert_eq!(shown("rules.off").from, [file, From::FrontMatter]);
    assert_eq!(shown("rules.off").value, "[\"A\", \"C\"]");
    assert_eq!(shown("links.target").from, [From::Default]);
    assert_eq!(shown("links.target").value, "official");
}

#[test]
fn a_severity_is_that_of_the_upper_layer_however_the_rule_is_called() {
    let settings = Settings::of(vec![
        layer(
            From::Editor,
            "[rules.severity]\nmistyped-symbol = \"hint\"\nA001 = \"error\"\nE = \"hint\"",
        ),
        layer(
            From::FrontMatter,
            "[rules.severity]\nC001 = \"error\"\nA = \"hint\"\nE003 = \"error\"",
        ),
    ]);
    let severity = settings.rules.severity.iter();
    let severity: Vec<_> = severity
        .map(|(rule, severity)| (rule.as_str(), *severity))
        .collect();
    let (error, hint) = (rules::Severity::Error, rules::Severity::Hint);
    let wanted = [("A", hint), ("C001", error), ("E", hint), ("E003", error)];
    assert_eq!(severity, wanted);
}

#[test]
fn the_schema_has_every_key() {
    let schema: serde_json::Value = serde_json::from_str(&schema()).unwrap();
    let definitions = &schema["$defs"];
    let properties = |of: &serde_json::Value| -> Vec<String> {
        let keys = of["properties"].as_object().unwrap().keys();
        keys.cloned().collect()
    };
    for key in KEYS {
        let (table, bare) = key.path.split_once('.').unwrap_or(("", key.path));
        let holder = match table {
            "" => &schema,
            "per-path" => &definitions["PerPath"],
            _ => {
                let name = schema["properties"][table].to_string();
                let name = name.split("$defs/").nth(1).unwrap();
                &definitions[name.split('"').next().unwrap()]
            }
        };
        assert!(
            properties(holder).contains(&bare.to_owned()),
            "{} is not in the schema",
            key.path
        );
    }
}
