//! What the command line writes beside plain findings: formats for machines, mended files, reports and
//! comparisons, settings with their origin; over text and over Word files.

// A test says what failed by its panic.
#![allow(clippy::unwrap_used)]

mod automation;
mod choosing;
mod formats;
mod mending;
mod reports;
mod settings;
mod watching;
mod word_files;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn penholder(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_penholder"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null());
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    penholder(folder, arguments).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with a draft that has a finding with a safe fix, one without, and a clean draft.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    put(
        "a, b.md",
        "\u{feff}# Report\n\nSee A/HCR/20/24 & General Assembly resolution 67/172 of 19 December 2012.\n",
    );
    put("clean.md", "# Report\n\nNothing is cited here.\n");
    folder
}

fn git(folder: &Path, arguments: &[&str]) {
    let done = Command::new("git")
        .args([
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@b",
            "-c",
            "commit.gpgsign=false",
        ])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
