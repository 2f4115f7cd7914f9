//! The programs that are measured: the release build of ours, and neighbours where they are installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tests::Used;

use crate::Failure;

/// The release build that is measured: `PENHOLDER`, else the one built beside this program.
pub(crate) fn penholder() -> Result<PathBuf, Failure> {
    let this = std::env::current_exe()?;
    let penholder = std::env::var_os("PENHOLDER")
        .map_or_else(|| this.with_file_name("penholder"), PathBuf::from);
    if !penholder.exists() {
        return Err("build the binary first: cargo build --release -p penholder".into());
    }
    Ok(penholder)
}

/// Where a neighbour is: where the environment says (`TYPOS_LSP` for `typos-lsp`), else on the search path; `None`
/// where it is not installed.
pub(crate) fn installed(name: &str) -> Option<PathBuf> {
    let variable = name.replace('-', "_").to_uppercase();
    if let Some(stated) = std::env::var_os(variable) {
        return Some(PathBuf::from(stated)).filter(|path| path.exists());
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| program.exists())
}

/// A check of drafts, to which their paths are still to be added: no corpus, and the same day on every machine.
pub(crate) fn check(penholder: &Path) -> Command {
    let mut command = Command::new(penholder);
    command
        .args(["check", "--format", "concise"])
        .env("PENHOLDER_TODAY", "2025-06-01")
        .env("PENHOLDER_CORPUS", "none");
    command
}

/// Runs a command to its end, its words thrown away. Findings are no failure.
pub(crate) fn used(command: &mut Command) -> Result<Used, Failure> {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let used = Used::by(command)?;
    if used.status.code().is_none_or(|code| code > 2) {
        return Err(format!("{command:?} ended with {}", used.status).into());
    }
    Ok(used)
}
