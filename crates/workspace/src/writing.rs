//! Writes a file so that it is whole or as it was.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use tempfile::NamedTempFile;

/// Writes `bytes` to `file`, which keeps its permissions; behind a symbolic link, to the file that it leads to.
///
/// # Errors
/// A message for the drafter; then the file is as it was.
pub fn replace_file(file: &Path, bytes: &[u8]) -> Result<(), String> {
    replaced(file, bytes).map_err(|error| match error.kind() {
        ErrorKind::NotFound => "there is no such folder".to_owned(),
        ErrorKind::PermissionDenied => {
            "you may not write this file, or not into its folder".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem => "this folder can only be read".to_owned(),
        ErrorKind::StorageFull => "there is no room left for it".to_owned(),
        _ => error.to_string(),
    })
}

fn replaced(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = match file.canonicalize() {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return fs::write(file, bytes),
        Err(error) => return Err(error),
    };
    let about = fs::metadata(&file)?;
    if !about.is_file() {
        // A pipe or a device is written to, not replaced.
        return fs::write(&file, bytes);
    }
    let permissions = about.permissions();
    if permissions.readonly() {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    fs::set_permissions(beside.path(), permissions)?;
    beside.as_file().sync_all()?;
    beside.persist(&file).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_made_or_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        for text in ["one", "two"] {
            replace_file(&file, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        let nowhere = folder.path().join("no/a.md");
        assert!(replace_file(&nowhere, b"").is_err());
    }

    #[test]
    fn a_file_that_may_only_be_read_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "one").unwrap();
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions).unwrap();
        assert!(replace_file(&file, b"two").unwrap_err().contains("write"));
        assert_eq!(fs::read_to_string(&file).unwrap(), "one");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a.md"), folder.path().join("b.md"));
        fs::write(&file, "one").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        replace_file(&link, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(&file).unwrap(), "two");
    }
}
