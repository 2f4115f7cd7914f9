//! `penholder doctor`: how things stand on this machine, in words that a drafter can send to a colleague.
//!
//! Nothing of a draft is in it: names of folders and numbers only.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use corpus::Corpus;
use workspace::{Drafts, Location, Patience, Workspace, Workspaces};

use crate::corpus::source_setup;
use crate::out::several;
use crate::{CLEAN, UNCHECKED, config, out};

/// Editors that are looked for, by the names of their programs.
const EDITORS: [(&str, &[&str]); 7] = [
    (
        "VS Code",
        &["code", "code-insiders", "codium", "code-server"],
    ),
    ("Neovim", &["nvim"]),
    ("Helix", &["hx", "helix"]),
    ("Emacs", &["emacs"]),
    ("Kakoune", &["kak"]),
    ("Sublime Text", &["subl"]),
    ("Zed", &["zed"]),
];

/// Prints how things stand for the drafts in `folder`.
pub(crate) fn run(folder: &Path) -> io::Result<u8> {
    let mut out = out::standard();
    let program = std::env::current_exe().map_or_else(
        |_| "unknown place".to_owned(),
        |path| path.display().to_string(),
    );
    writeln!(out, "penholder {} ({program})", env!("CARGO_PKG_VERSION"))?;
    writeln!(
        out,
        "on {} ({})",
        std::env::consts::OS,
        std::env::consts::ARCH
    )?;

    let workspaces = Workspaces::new(source_setup(Patience::Waits));
    let location = Location::of_path(&folder.join("draft.md"));
    let (workspace, ()) = workspaces.asked(&location, Workspace::verify);
    let home = workspace.home();
    writeln!(out, "\nSettings for drafts in {}", shown(folder))?;
    match &home.settings {
        Some(file) => writeln!(out, "  from {}", file.display())?,
        None => writeln!(
            out,
            "  there is no penholder.toml; the defaults are in force"
        )?,
    }
    let mut lines = Vec::new();
    config::write_settings(&mut lines, &workspace.settings().in_force())?;
    for line in String::from_utf8_lossy(&lines).lines() {
        writeln!(out, "  {line}")?;
    }
    let (drafts, problems) = workspaces.drafts_under(folder, Drafts::AndWordFiles);
    writeln!(out, "  {} in this folder", several(drafts.len(), "draft"))?;

    writeln!(out, "\nSources")?;
    match &home.sources {
        Some(sources) => writeln!(out, "  the sources folder: {}", sources.display())?,
        None => writeln!(out, "  there is no sources folder beside the drafts")?,
    }
    for edition in workspace.sources().editions() {
        writeln!(
            out,
            "  {}: {}, fingerprint {}",
            edition.name,
            several(edition.documents, "document"),
            edition.fingerprint
        )?;
        for (series, as_of) in &edition.coverage {
            writeln!(out, "    holds {series} in full as of {as_of}")?;
        }
    }
    let corpus_is_well = own_corpus(&mut out)?;

    writeln!(out, "\nEditors")?;
    let mut found = 0;
    for (name, programs) in EDITORS {
        let Some(program) = programs.iter().find_map(|program| on_path(program)) else {
            continue;
        };
        found += 1;
        let version = version_of(&program).unwrap_or_else(|| "it does not say its version".into());
        writeln!(out, "  {name}: {version} ({})", program.display())?;
    }
    if found == 0 {
        writeln!(out, "  none of those known was found on the search path")?;
    }

    let complaints = workspace.complaints();
    writeln!(out, "\nTo be looked at")?;
    for complaint in &complaints {
        writeln!(out, "  {}: {}", complaint.path.display(), complaint.message)?;
    }
    for problem in &problems {
        writeln!(out, "  {problem}")?;
    }
    if !corpus_is_well {
        writeln!(out, "  your own corpus, as said above")?;
    }
    let is_well = complaints.is_empty() && problems.is_empty() && corpus_is_well;
    if is_well {
        writeln!(out, "  nothing; all is in order")?;
    }
    out.flush()?;
    Ok(if is_well { CLEAN } else { UNCHECKED })
}

/// Says how the user's own corpus is, and whether it is well.
fn own_corpus(out: &mut dyn Write) -> io::Result<bool> {
    let Some(path) = corpus::user_corpus() else {
        writeln!(
            out,
            "  your own corpus: there is no place for one on this machine"
        )?;
        return Ok(true);
    };
    if !path.exists() {
        writeln!(
            out,
            "  your own corpus: none yet; “penholder corpus add FOLDER” makes one at {}",
            path.display()
        )?;
        return Ok(true);
    }
    match Corpus::open(&path, "your corpus") {
        Ok(corpus) => {
            writeln!(
                out,
                "  your own corpus: opens; “penholder corpus verify” looks at every byte ({})",
                path.display()
            )?;
            let problems = corpus.problems().into_iter();
            let failed = problems.filter(|one| one.failure.is_some()).count();
            if failed > 0 {
                writeln!(
                    out,
                    "    {} in it gave nothing; “penholder corpus list --failed” says why",
                    several(failed, "file")
                )?;
            }
            Ok(failed == 0)
        }
        Err(error) => {
            writeln!(out, "  your own corpus: {error} ({})", path.display())?;
            Ok(false)
        }
    }
}

fn shown(folder: &Path) -> String {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    whole.display().to_string()
}

/// The program of this name on the search path.
fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path)
        .map(|folder| folder.join(&file))
        .find(|program| program.is_file())
}

/// The first line that a program says about its version.
fn version_of(program: &Path) -> Option<String> {
    let said = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    let first = text.lines().next()?.trim();
    (!first.is_empty()).then(|| first.to_owned())
}
