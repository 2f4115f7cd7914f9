//! Where everything of a corpus stands on disk, and where corpora stand for a user.
//!
//! ```text
//! FORMAT            which version may read it
//! LOCK LOCK.holder  who is changing it
//! packs/            documents and what was done with files: the truth, only ever appended to
//! index/CURRENT     the name of the generation that readers open
//! index/g000007/    one generation: symbols, documents, full text; derived, never changed
//! ```

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::{At, CorpusError};

/// How the name of a file begins that is not yet in the place of another.
pub(crate) const UNFINISHED: &str = ".new-";

/// The version of everything on disk.
const FORMAT: u32 = 1;

/// The places of one corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    root: PathBuf,
}

#[derive(Serialize, Deserialize)]
struct Format {
    format: u32,
    /// The lowest version that can read it.
    readable_by: u32,
}

impl Layout {
    pub(crate) fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.root.join("LOCK")
    }

    pub(crate) fn packs(&self) -> PathBuf {
        self.root.join("packs")
    }

    pub(crate) fn pack(&self, number: u32) -> PathBuf {
        self.packs().join(format!("{number:06}.pack"))
    }

    pub(crate) fn index(&self) -> PathBuf {
        self.root.join("index")
    }

    pub(crate) fn current(&self) -> PathBuf {
        self.index().join("CURRENT")
    }

    pub(crate) fn generation(&self, name: &str) -> PathBuf {
        self.index().join(name)
    }

    /// Numbers of the packs there are, in order.
    pub(crate) fn pack_numbers(&self) -> Result<Vec<u32>, CorpusError> {
        let folder = self.packs();
        let mut numbers = Vec::new();
        for entry in fs::read_dir(&folder).at(&folder)? {
            let name = entry.at(&folder)?.file_name();
            let number: Option<u32> = name
                .to_str()
                .and_then(|name| name.strip_suffix(".pack"))
                .and_then(|number| number.parse().ok());
            numbers.extend(number);
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// Looks whether this is a corpus that this version can read.
    ///
    /// # Errors
    /// When there is none, or it is newer.
    pub(crate) fn check(&self) -> Result<(), CorpusError> {
        let path = self.format();
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // Packs without their format were written by this version or an older one.
                return if self.packs().is_dir() {
                    Ok(())
                } else {
                    Err(CorpusError::Missing(self.root.clone()))
                };
            }
            read => read.at(&path)?,
        };
        match serde_json::from_slice::<Format>(&bytes) {
            Ok(format) if format.readable_by > FORMAT => Err(CorpusError::Newer(self.root.clone())),
            // A damaged file says nothing, and everything behind it is checked by itself.
            _ => Ok(()),
        }
    }

    /// Makes the folders of a new corpus; leaves one that is there as it is.
    ///
    /// # Errors
    /// When the folder belongs to something else, or may not be written.
    pub(crate) fn create(&self) -> Result<(), CorpusError> {
        match self.check() {
            Ok(()) if self.format().exists() => return Ok(()),
            Ok(()) | Err(CorpusError::Missing(_)) => {}
            checked => return checked,
        }
        let has_packs = self.packs().is_dir();
        let foreign = fs::read_dir(&self.root)
            .is_ok_and(|entries| entries.flatten().any(|entry| !is_ours(&entry.file_name())));
        if foreign && !has_packs {
            return Err(CorpusError::NotACorpus(self.root.clone()));
        }
        for folder in [self.packs(), self.index()] {
            fs::create_dir_all(&folder).at(&folder)?;
        }
        let format = Format {
            format: FORMAT,
            readable_by: FORMAT,
        };
        write_atomically(
            &self.format(),
            &serde_json::to_vec(&format).unwrap_or_default(),
        )
    }

    fn format(&self) -> PathBuf {
        self.root.join("FORMAT")
    }
}

fn is_ours(name: &std::ffi::OsStr) -> bool {
    ["FORMAT", "FOLDER", "LOCK", "LOCK.holder", "packs", "index"]
        .iter()
        .any(|known| name == *known)
}

/// Puts `bytes` in the place of the file at `path`: whoever reads it sees all of the old or all of the
/// new, even after the power has failed.
pub(crate) fn write_atomically(path: &Path, bytes: &[u8]) -> Result<(), CorpusError> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new()
        .prefix(UNFINISHED)
        .tempfile_in(folder)
        .at(folder)?;
    file.write_all(bytes).at(path)?;
    file.as_file().sync_data().at(path)?;
    file.persist(path).map_err(|error| error.error).at(path)?;
    sync_folder(folder)
}

/// Makes the names in a folder last.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), CorpusError> {
    // Windows has no such thing and needs none.
    if cfg!(unix) {
        File::open(folder)
            .and_then(|folder| folder.sync_all())
            .at(folder)?;
    }
    Ok(())
}

/// The user's own corpus: `PENHOLDER_CORPUS`, else a folder where the system keeps a user's data.
/// `None` where the system names none.
pub fn user_corpus() -> Option<PathBuf> {
    set("PENHOLDER_CORPUS").map(PathBuf::from).or_else(|| {
        let place = if cfg!(windows) {
            set("LOCALAPPDATA").map(PathBuf::from)
        } else if cfg!(target_os = "macos") {
            std::env::home_dir().map(|home| home.join("Library/Application Support"))
        } else {
            of_home("XDG_DATA_HOME", ".local/share")
        };
        place.map(|place| place.join("penholder").join("corpus"))
    })
}

/// The index of the workspace folder `sources`, in the user's cache: `PENHOLDER_CACHE`, else where the
/// system keeps caches. `None` where the system names no place.
///
/// Keyed by the folder's whole path as it is given, so two workspaces never share one: through a symbolic link the same
/// folder has an index of its own, whose files have the names under which they are opened.
pub fn folder_index(sources: &Path) -> Option<PathBuf> {
    let place = set("PENHOLDER_CACHE").map(PathBuf::from).or_else(|| {
        let place = if cfg!(windows) {
            set("LOCALAPPDATA").map(PathBuf::from)
        } else if cfg!(target_os = "macos") {
            std::env::home_dir().map(|home| home.join("Library/Caches"))
        } else {
            of_home("XDG_CACHE_HOME", ".cache")
        };
        place.map(|place| place.join("penholder"))
    })?;
    let whole = std::path::absolute(sources).unwrap_or_else(|_| sources.to_owned());
    let key = blake3::hash(whole.as_os_str().as_encoded_bytes()).to_hex();
    Some(place.join("sources").join(&key[..32]))
}

fn of_home(variable: &str, below_home: &str) -> Option<PathBuf> {
    set(variable)
        .map(PathBuf::from)
        .filter(|place| place.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(below_home)))
}

fn set(variable: &str) -> Option<OsString> {
    std::env::var_os(variable).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_something_else_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("thesis.txt"), "words").unwrap();
        let layout = Layout::new(folder.path());
        assert!(matches!(layout.create(), Err(CorpusError::NotACorpus(_))));
        assert!(!folder.path().join("packs").exists());
    }

    #[test]
    fn a_newer_corpus_is_refused_and_an_older_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        assert!(matches!(layout.check(), Err(CorpusError::Missing(_))));
        layout.create().unwrap();
        layout.create().unwrap();
        assert!(layout.check().is_ok());
        fs::write(layout.format(), r#"{"format":9,"readable_by":1}"#).unwrap();
        assert!(layout.check().is_ok());
        fs::write(layout.format(), r#"{"format":9,"readable_by":9}"#).unwrap();
        assert!(matches!(layout.check(), Err(CorpusError::Newer(_))));
        assert!(matches!(layout.create(), Err(CorpusError::Newer(_))));
    }

    #[test]
    fn two_folders_never_share_an_index() {
        let one = folder_index(Path::new("/a/sources"));
        let other = folder_index(Path::new("/b/sources"));
        assert_ne!(one, other);
        assert_eq!(one, folder_index(Path::new("/a/sources")));
    }

    #[test]
    #[cfg(unix)]
    fn a_link_to_a_folder_has_an_index_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let (sources, link) = (folder.path().join("sources"), folder.path().join("link"));
        fs::create_dir(&sources).unwrap();
        std::os::unix::fs::symlink(&sources, &link).unwrap();
        assert_ne!(folder_index(&sources), folder_index(&link));
    }
}
