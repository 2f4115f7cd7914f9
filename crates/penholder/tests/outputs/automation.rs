//! The GitHub action and the pre-commit hook as far as they go without GitHub: the shell of the action's steps,
//! and a commit that the hook lets through or stops.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{folder, git};

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The shell of the action's last step, which is a block at the end of the file.
fn last_step() -> String {
    let action = fs::read_to_string(house().join("action.yml")).unwrap();
    let (_, block) = action.rsplit_once("run: |\n").unwrap();
    let lines = block
        .lines()
        .map(|line| line.strip_prefix("        ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// Runs the step as a runner does: the program under its folder, the inputs in the environment.
fn step(at: &Path, runner: &Path, paths: &str, format: &str, output: &str) -> Output {
    let bin = runner.join("penholder/bin");
    fs::create_dir_all(&bin).unwrap();
    let program = bin.join("penholder");
    if !program.exists() {
        fs::hard_link(env!("CARGO_BIN_EXE_penholder"), &program)
            .or_else(|_| fs::copy(env!("CARGO_BIN_EXE_penholder"), &program).map(drop))
            .unwrap();
    }
    Command::new("bash")
        .args([
            "--noprofile",
            "--norc",
            "-e",
            "-o",
            "pipefail",
            "-c",
            &last_step(),
        ])
        .current_dir(at)
        .env("RUNNER_TEMP", runner)
        .env("PATHS", paths)
        .env("SINCE", "")
        .env("FORMAT", format)
        .env("OUTPUT", output)
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .output()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn the_action_annotates_or_writes_a_file_and_fails_where_something_is_wrong() {
    let (folder, runner) = (folder(), tempfile::tempdir().unwrap());
    let text = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let all = step(folder.path(), runner.path(), ".", "github", "");
    assert_eq!(all.status.code(), Some(1));
    assert!(text(&all).starts_with("::error file=a%2C b.md,line=3"));
    let clean = step(folder.path(), runner.path(), "clean.md", "github", "");
    assert_eq!(clean.status.code(), Some(0));
    fs::copy(folder.path().join("a, b.md"), folder.path().join("one.md")).unwrap();
    fs::copy(folder.path().join("a, b.md"), folder.path().join("two.md")).unwrap();
    for paths in ["one.md two.md", "one.md\ntwo.md\n"] {
        let several = step(folder.path(), runner.path(), paths, "concise", "");
        assert_eq!(several.status.code(), Some(1), "{paths}");
        for name in ["one.md:", "two.md:"] {
            assert!(text(&several).contains(name), "{paths}: {name}");
        }
    }
    let written = step(folder.path(), runner.path(), ".", "sarif", "out.sarif");
    assert_eq!(written.status.code(), Some(1));
    assert!(text(&written).is_empty());
    let sarif = fs::read_to_string(folder.path().join("out.sarif")).unwrap();
    assert!(sarif.contains("\"version\": \"2.1.0\""));
}

#[test]
fn the_action_hands_every_input_to_its_step() {
    let action = fs::read_to_string(house().join("action.yml")).unwrap();
    let (inputs, steps) = action.split_once("runs:").unwrap();
    let (_, inputs) = inputs.split_once("inputs:").unwrap();
    let names = inputs.lines().filter_map(|line| {
        let name = line.strip_prefix("  ")?.strip_suffix(':')?;
        (!name.starts_with(' ')).then_some(name)
    });
    let names: Vec<&str> = names.collect();
    assert_eq!(names, ["paths", "since", "format", "output"]);
    for name in names {
        assert!(
            steps.contains(&format!("${{{{ inputs.{name} }}}}")),
            "{name}"
        );
        assert!(
            last_step().contains(&format!("${}", name.to_uppercase())),
            "{name}"
        );
    }
    assert!(steps.contains("crates/penholder"));
}

/// A git hook with the entry of `.pre-commit-hooks.yaml`, given the staged drafts as pre-commit gives them.
fn hook() -> String {
    let hooks = fs::read_to_string(house().join(".pre-commit-hooks.yaml")).unwrap();
    let value = |key: &str| {
        let line = hooks.lines().find_map(|line| line.trim().strip_prefix(key));
        line.unwrap().trim().to_owned()
    };
    assert_eq!(value("types_or:"), "[markdown, plain-text]");
    let (entry, exclude) = (value("entry:"), value("exclude:"));
    let program = env!("CARGO_BIN_EXE_penholder");
    let entry = entry.replacen("penholder", program, 1);
    format!(
        "#!/bin/sh\ngit diff --cached --name-only -z -- '*.md' '*.txt' | grep -zvE '{exclude}' | xargs -0 -r {entry}\n"
    )
}

#[cfg(unix)]
#[test]
fn a_commit_with_a_mistyped_symbol_is_stopped_by_the_hook() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let put = |name: &str, text: &str| fs::write(path.join(name), text).unwrap();
    git(path, &["init", "-q"]);
    let file = path.join(".git/hooks/pre-commit");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, hook()).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    fs::create_dir(path.join("sources")).unwrap();
    put(
        "sources/copy.md",
        "---\nsymbol: A/67/299\n---\n\nSee A/HCR/53/26 for this.\n",
    );
    put("a draft.md", "Nothing is cited here.\n");
    git(path, &["add", "."]);
    git(path, &["commit", "-qm", "clean"]);

    put("a draft.md", "See A/HCR/53/26 for this.\n");
    git(path, &["add", "."]);
    let stopped = Command::new("git")
        .args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@b",
            "commit",
            "-qm",
            "wrong",
        ])
        .current_dir(path)
        .output()
        .unwrap();
    assert!(!stopped.status.success());
    let said = String::from_utf8_lossy(&stopped.stdout) + String::from_utf8_lossy(&stopped.stderr);
    assert!(
        said.contains("a draft.md:1:5: error: “A/HCR/53/26” is mistyped"),
        "{said}"
    );
    assert!(!said.contains("copy.md"), "{said}");
}
