//! Which lines of which files have changed since a revision, as git sees it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What has changed in a working copy.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    /// The lines of each file that are not as they were, from 1, first and last.
    lines: BTreeMap<PathBuf, Vec<(usize, usize)>>,
    /// Files that git does not keep yet, and changed ones in which it sees no lines, such as those of Word.
    whole: BTreeSet<PathBuf>,
}

/// What has changed in one file.
pub(crate) enum Changed<'a> {
    Whole,
    /// These lines, from 1, first and last.
    Lines(&'a [(usize, usize)]),
}

impl Changes {
    /// What has changed in `file`, an absolute path.
    pub(crate) fn of(&self, file: &Path) -> Changed<'_> {
        let file = file.canonicalize().unwrap_or_else(|_| file.to_owned());
        if self.whole.contains(&file) {
            return Changed::Whole;
        }
        Changed::Lines(self.lines.get(&file).map_or(&[], Vec::as_slice))
    }
}

impl Changed<'_> {
    /// Whether one of the lines `first` to `last` has changed.
    pub(crate) fn touches(&self, first: usize, last: usize) -> bool {
        match self {
            Self::Whole => true,
            Self::Lines(lines) => lines.iter().any(|(from, to)| *from <= last && first <= *to),
        }
    }
}

/// The top of the working copy that `folder` belongs to.
///
/// # Errors
/// A message for the drafter: no git, no working copy.
pub(crate) fn working_copy(folder: &Path) -> Result<PathBuf, String> {
    let top = git(folder, &["rev-parse", "--show-toplevel"])
        .map_err(|_| "--since needs git, and a folder that git keeps".to_owned())?;
    let top = PathBuf::from(top.trim_end_matches(['\n', '\r']));
    Ok(top.canonicalize().unwrap_or(top))
}

/// What has changed since `revision` in the working copy whose top is `top`.
///
/// # Errors
/// A message for the drafter: no git, no such revision.
pub(crate) fn changes_since(top: &Path, revision: &str) -> Result<Changes, String> {
    // A revision that looks like an option would be taken for one.
    if revision.starts_with('-') {
        return Err(format!("“{revision}” is no revision"));
    }
    let differ = |form: &[&str]| {
        let common = ["-c", "core.quotePath=off", "diff", "--no-renames"];
        let arguments = [&common, form, &[revision, "--"]].concat();
        git(top, &arguments).map_err(|said| {
            let said = said.lines().next().unwrap_or_default();
            format!("git does not know the revision “{revision}” ({said})")
        })
    };
    let diff = differ(&[
        "--unified=0",
        "--no-color",
        "--no-ext-diff",
        "--src-prefix=a/",
        "--dst-prefix=b/",
    ])?;
    let counts = differ(&["--numstat", "-z"])?;
    let without_lines = counts
        .split('\0')
        .filter_map(|count| count.strip_prefix("-\t-\t"));
    let others = git(top, &["ls-files", "--others", "-z"])?;
    let others = others.split('\0').filter(|path| !path.is_empty());
    Ok(Changes {
        lines: changed_lines(&diff, top),
        whole: others
            .chain(without_lines)
            .map(|path| top.join(path))
            .collect(),
    })
}

fn git(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let done = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .output()
        .map_err(|error| error.to_string())?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    Err(String::from_utf8_lossy(&done.stderr).into_owned())
}

/// The lines that a difference without context says are new.
fn changed_lines(diff: &str, top: &Path) -> BTreeMap<PathBuf, Vec<(usize, usize)>> {
    let mut lines: BTreeMap<PathBuf, Vec<(usize, usize)>> = BTreeMap::new();
    let mut file = None;
    // What stands in a hunk may look like a head; the counts say how many lines of it there are.
    let mut inside = 0;
    for line in diff.lines() {
        if inside > 0 && line.starts_with(['+', '-']) {
            inside -= 1;
        } else if let Some(name) = line.strip_prefix("+++ ") {
            file = new_name(name).map(|name| top.join(name));
        } else if let Some((removed, added)) = hunk(line) {
            inside = removed.1 + added.1;
            if let Some(file) = file.as_ref().filter(|_| added.1 > 0) {
                let (first, count) = added;
                lines
                    .entry(file.clone())
                    .or_default()
                    .push((first, first + count - 1));
            }
        }
    }
    lines
}

/// The name behind `+++ `; `None` where the file is gone.
fn new_name(written: &str) -> Option<String> {
    let written = written.trim_end_matches('\t');
    let bare = match written.strip_prefix('"') {
        Some(quoted) => quoted
            .strip_suffix('"')?
            .replace("\\\"", "\"")
            .replace("\\\\", "\\"),
        None => written.to_owned(),
    };
    bare.strip_prefix("b/").map(str::to_owned)
}

/// First line and number of lines of both sides of `@@ -12,3 +14 @@`.
fn hunk(line: &str) -> Option<((usize, usize), (usize, usize))> {
    let (sides, _) = line.strip_prefix("@@ ")?.split_once(" @@")?;
    let (removed, added) = sides.split_once(' ')?;
    let side = |written: &str| {
        let (first, count) = written.split_once(',').unwrap_or((written, "1"));
        Some((first.parse().ok()?, count.parse().ok()?))
    };
    Some((
        side(removed.strip_prefix('-')?)?,
        side(added.strip_prefix('+')?)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_name_the_new_lines() {
        let diff = "diff --git a/d/a b.md b/d/a b.md\n--- a/d/a b.md\t\n+++ b/d/a b.md\t\n@@ -3 +3,2 @@ Heading\n-old\n+new\n+++ b/not a name\n@@ -9,2 +10,0 @@\n-gone\n-gone\n@@ -20,0 +20 @@\n+one\ndiff --git a/x.md b/x.md\n--- a/x.md\n+++ /dev/null\n@@ -1 +0,0 @@\n-all\n";
        let lines = changed_lines(diff, Path::new("/top"));
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[Path::new("/top/d/a b.md")], [(3, 4), (20, 20)]);
        let changes = Changes {
            lines,
            whole: BTreeSet::new(),
        };
        let file = Path::new("/top/d/a b.md");
        assert!(changes.of(file).touches(4, 6));
        assert!(changes.of(file).touches(1, 3));
        assert!(!changes.of(file).touches(5, 19));
        assert!(!changes.of(Path::new("/top/x.md")).touches(1, 1));
    }

    #[test]
    fn a_revision_is_never_an_option() {
        assert!(changes_since(Path::new("."), "--output=x").is_err());
    }
}
