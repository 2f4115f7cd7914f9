//! Where texts and labels lie.

use std::path::{Path, PathBuf};

/// The folder of real documents: `PENHOLDER_DATA`, else `../shared/data` beside the repository.
pub fn data_folder() -> PathBuf {
    std::env::var_os("PENHOLDER_DATA").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data"),
        PathBuf::from,
    )
}

/// The folder of the labels that were made without looking at what the program says.
pub fn labels_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("labels")
}

/// The folders of labels whose texts were measured once before anybody looked at what the program says of them, the
/// last first.
pub fn batches() -> Vec<PathBuf> {
    let number = |folder: &PathBuf| folder.file_name()?.to_str()?.parse::<u32>().ok();
    let mut folders = listed(&labels_folder().join("batches"));
    folders.retain(|folder| number(folder).is_some());
    folders.sort_by_key(|folder| std::cmp::Reverse(number(folder)));
    folders
}

/// The names of all texts that are kept for measuring, of every batch.
pub fn measured_texts() -> Vec<String> {
    let folders = batches().into_iter().chain([labels_folder()]);
    folders
        .flat_map(|folder| listed(&folder))
        .filter_map(|path| {
            let name = path.file_name()?.to_str()?;
            name.strip_suffix(".jsonl").map(str::to_owned)
        })
        .collect()
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_batch_has_labels_and_its_first_run() {
        let batches = batches();
        assert!(batches.len() >= 3);
        for batch in batches {
            assert!(batch.join("first-run.md").is_file(), "{}", batch.display());
            let labelled = listed(&batch).into_iter();
            let is_labels = |path: &PathBuf| path.extension().is_some_and(|it| it == "jsonl");
            assert!(
                labelled.filter(is_labels).count() > 0,
                "{}",
                batch.display()
            );
        }
    }

    #[test]
    fn texts_of_batches_are_kept_for_measuring_as_the_others_are() {
        let names = measured_texts();
        for name in ["A_RES_78_102", "A_RES_78_175", "A_RES_78_63"] {
            assert!(names.iter().any(|one| one == name), "{name}");
        }
    }
}
