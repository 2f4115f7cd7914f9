//! Which files are drafts: Markdown and plain text under a folder, without sources and hidden files.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

/// Folders that hold no drafts.
const NOT_DRAFTS: [&str; 2] = ["sources", "node_modules"];

/// The drafts under a folder in order of their paths, and what could not be looked into.
pub(crate) fn under(folder: &Path) -> (Vec<PathBuf>, Vec<String>) {
    let mut drafts = Vec::new();
    let mut problems = Vec::new();
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .filter_entry(|entry| {
            // A folder that was named itself is searched whatever its name.
            entry.depth() == 0
                || !NOT_DRAFTS.contains(&entry.file_name().to_string_lossy().as_ref())
        })
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                if is_draft(entry.path()) {
                    let path = entry.path();
                    drafts.push(path.strip_prefix(".").unwrap_or(path).to_owned());
                }
            }
            Ok(_) => {}
            Err(error) => problems.push(error.to_string()),
        }
    }
    drafts.sort();
    (drafts, problems)
}

fn is_draft(path: &Path) -> bool {
    path.extension().is_some_and(|ending| {
        ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("txt")
    })
}
