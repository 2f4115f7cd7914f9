//! The formats for machines: each validates against its published schema, and says of a finding what is true.

use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};
use serde_json::Value;

use crate::word_files::word_draft;
use crate::{folder, run, stderr, stdout};

/// What a format makes of drafts with every kind of finding, a clean one, a Word file, a draft with evidence in
/// a source, and a file that is not there.
fn printed(format: &str) -> String {
    let folder = folder();
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/drafts");
    for name in ["report.md", "resolution.md", "sources/A_RES_67_172.md"] {
        let to = folder.path().join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(samples.join(name), to).unwrap();
    }
    fs::write(folder.path().join("d.docx"), word_draft()).unwrap();
    let arguments = ["check", "--format", format, ".", "gone.md"];
    let output = run(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(2));
    stdout(&output)
}

/// Fails where `value` is not what the schema in `file`, from the folder of this crate, asks for.
fn validates(value: &Value, file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    // The published schema of SARIF has a bracket too many in its pattern for languages, which no reader of
    // regular expressions takes.
    let text = fs::read_to_string(path).unwrap();
    let text = text.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    let schema: Value = serde_json::from_str(&text).unwrap();
    let validator = jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap();
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{file}: {}", errors.join("\n"));
}

#[test]
fn json_formats_validate_against_their_schemas() {
    for (format, schema) in [
        ("sarif", "tests/schemas/sarif-2.1.0.json"),
        ("gitlab", "tests/schemas/gitlab-code-quality.json"),
        ("json", "../../docs/findings.schema.json"),
    ] {
        let value: Value = serde_json::from_str(&printed(format)).unwrap();
        validates(&value, schema);
        let clean = run(folder().path(), &["check", "--format", format, "clean.md"]);
        validates(&serde_json::from_slice(&clean.stdout).unwrap(), schema);
    }
}

/// Names of attributes or elements.
type Names = &'static [&'static str];

/// The elements of a report, with the attributes that they have to have, those that they may have, and the
/// elements that may stand in them, in this order.
///
/// Source: the schema of the Jenkins xUnit plug-in for `JUnit` reports (`junit-10.xsd`), as its readers agree.
const ELEMENTS: [(&str, Names, Names, Names); 6] = [
    (
        "testsuites",
        &[],
        &["name", "time", "tests", "failures", "errors"],
        &["testsuite"],
    ),
    (
        "testsuite",
        &["name", "tests"],
        &[
            "failures",
            "errors",
            "time",
            "skipped",
            "timestamp",
            "hostname",
            "id",
            "package",
        ],
        &["properties", "testcase", "system-out", "system-err"],
    ),
    (
        "testcase",
        &["name"],
        &["classname", "time", "status", "assertions"],
        &["skipped", "error", "failure", "system-out", "system-err"],
    ),
    ("failure", &[], &["message", "type"], &[]),
    ("error", &[], &["message", "type"], &[]),
    ("system-out", &[], &[], &[]),
];

fn is_as_agreed(node: Node<'_, '_>) {
    let name = node.tag_name().name();
    let (_, needed, allowed, inner) = ELEMENTS
        .into_iter()
        .find(|(known, ..)| *known == name)
        .unwrap_or_else(|| panic!("an element {name}"));
    for attribute in needed {
        assert!(node.has_attribute(*attribute), "{name} without {attribute}");
    }
    for attribute in node.attributes() {
        let known = attribute.name();
        assert!(
            needed.contains(&known) || allowed.contains(&known),
            "{name} {known}"
        );
        if ["tests", "failures", "errors", "time"].contains(&known) {
            assert!(attribute.value().parse::<f64>().is_ok(), "{known}");
        }
    }
    let mut last = 0;
    for child in node.children().filter(Node::is_element) {
        let place = inner.iter().position(|one| *one == child.tag_name().name());
        let place = place.unwrap_or_else(|| panic!("{:?} in {name}", child.tag_name()));
        assert!(place >= last, "{name} has its elements in another order");
        last = place;
        is_as_agreed(child);
    }
}

#[test]
fn junit_has_the_elements_that_its_readers_know() {
    let text = printed("junit");
    let document = Document::parse(&text).unwrap();
    is_as_agreed(document.root_element());
    let suites = document.root_element().children().filter(Node::is_element);
    let mut cases = 0;
    for suite in suites {
        let inside = |name: &str| {
            let inner = suite.descendants();
            inner.filter(|node| node.has_tag_name(name)).count()
        };
        let stated = |name: &str| suite.attribute(name).unwrap().parse::<usize>().unwrap();
        assert_eq!(stated("tests"), inside("testcase"));
        assert_eq!(stated("failures"), inside("failure"));
        assert_eq!(stated("errors"), inside("error"));
        cases += inside("testcase");
    }
    assert_eq!(
        document.root_element().attribute("tests"),
        Some(&*cases.to_string())
    );
}

#[test]
fn sarif_has_what_the_standard_asks_for() {
    let output = run(folder().path(), &["check", "--format", "sarif"]);
    assert_eq!(output.status.code(), Some(1));
    let log: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "penholder");
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let rules = driver["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 2);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a,%20b.md");
        assert!(place["region"]["startLine"].as_u64().unwrap() >= 1);
        assert!(place["region"]["endColumn"].as_u64().unwrap() >= 1);
    }
    let text = fs::read(folder().path().join("a, b.md")).unwrap();
    let fixed = results.iter().find(|one| one["ruleId"] == "C004").unwrap();
    let change = &fixed["fixes"][0]["artifactChanges"][0]["replacements"][0];
    let number =
        |key: &str| usize::try_from(change["deletedRegion"][key].as_u64().unwrap()).unwrap();
    let (start, length) = (number("byteOffset"), number("byteLength"));
    // Offsets count bytes of the file, its byte order mark among them.
    assert_eq!(&text[start..start + length], b"19 December 2012");
}

#[test]
fn junit_counts_its_cases_and_is_well_formed() {
    let folder = folder();
    let output = run(
        folder.path(),
        &["check", "--format", "junit", ".", "gone.md"],
    );
    assert_eq!(output.status.code(), Some(2));
    let text = stdout(&output);
    let count = |name: &str| text.matches(&format!("<{name} ")).count();
    let stated = |name: &str| -> usize {
        let head = text.lines().nth(1).unwrap();
        let value = head.split(&format!("{name}=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().parse().unwrap()
    };
    assert_eq!(stated("tests"), count("testcase"));
    assert_eq!(stated("failures"), count("failure"));
    assert_eq!(stated("errors"), count("error"));
    assert_eq!(count("testsuite"), text.matches("</testsuite>").count());
    assert!(text.contains("name=\"clean.md\" tests=\"1\""));
    assert!(!text.contains(" & "));
}

#[test]
fn github_and_gitlab_get_one_entry_for_each_finding() {
    let folder = folder();
    let json: Value =
        serde_json::from_slice(&run(folder.path(), &["check", "--format", "json"]).stdout).unwrap();
    let findings = json.as_array().unwrap().len();
    let github = stdout(&run(folder.path(), &["check", "--format", "github"]));
    assert_eq!(github.lines().count(), findings);
    assert!(
        github.starts_with("::error file=a%2C b.md,line=3,endLine=3,col=5,endColumn=16,title=")
    );
    let gitlab: Value =
        serde_json::from_slice(&run(folder.path(), &["check", "--format", "gitlab"]).stdout)
            .unwrap();
    let mut prints: Vec<&str> = gitlab
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| issue["fingerprint"].as_str().unwrap())
        .collect();
    assert_eq!(prints.len(), findings);
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), findings);
}

#[test]
fn paths_are_relative_to_the_folder_of_the_command() {
    let folder = folder();
    let here = folder.path().canonicalize().unwrap();
    fs::create_dir(here.join("sources")).unwrap();
    let source = "A/RES/67/172\n\n67/172. Ports\n\nThe General Assembly,\n\n1. Decides to meet.\n";
    fs::write(here.join("sources/A_RES_67_172.md"), source).unwrap();
    fs::write(here.join("sources/broken.pdf"), "no document").unwrap();
    let text = "See General Assembly resolution 67/172, para. 9.\n";
    fs::write(here.join("own.md"), text).unwrap();
    let whole = here.join("own.md").display().to_string();
    for format in [
        "pretty", "concise", "json", "sarif", "github", "gitlab", "junit",
    ] {
        let output = run(&here, &["check", "--format", format, &whole]);
        // A source that cannot be read leaves something unchecked.
        assert_eq!(output.status.code(), Some(2), "{format}");
        let said = stdout(&output) + &stderr(&output);
        assert!(said.contains("own.md"), "{format}: {said}");
        let here = here.display().to_string();
        assert!(!said.contains(&here), "{format}: {said}");
    }
}
