//! Files of a generation, mapped into memory through the interface of the full-text engine, which is
//! safe to use; so no unsafe code is needed here.
//!
//! Published files never change. Their lengths are checked before they are mapped, because a file that
//! was cut short would be met with a signal instead of an error.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::error::{
    DeleteError, LockError, OpenDirectoryError, OpenReadError, OpenWriteError,
};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, OwnedBytes, WatchCallback,
    WatchHandle, WritePtr,
};

use crate::error::CorpusError;

/// A folder of a published generation, for reading only: nothing is written, no lock file is made, and
/// no thread looks for changes.
#[derive(Clone, Debug)]
pub(crate) struct Published {
    folder: PathBuf,
    mapped: MmapDirectory,
}

impl Published {
    /// Opens the folder.
    ///
    /// # Errors
    /// When there is no such folder.
    pub(crate) fn open(folder: &Path) -> Result<Self, CorpusError> {
        Self::of(folder, MmapDirectory::open(folder))
    }

    /// Opens the folder of files of which a question touches a page here and there. Each page is read by
    /// itself: what a system reads ahead otherwise, up to megabytes for each of a dozen pages, is most of the
    /// time of a first answer.
    ///
    /// # Errors
    /// When there is no such folder.
    pub(crate) fn scattered(folder: &Path) -> Result<Self, CorpusError> {
        #[cfg(unix)]
        let mapped = MmapDirectory::open_with_madvice(folder, tantivy::directory::Advice::Random);
        #[cfg(not(unix))]
        let mapped = MmapDirectory::open(folder);
        Self::of(folder, mapped)
    }

    fn of(
        folder: &Path,
        mapped: Result<MmapDirectory, OpenDirectoryError>,
    ) -> Result<Self, CorpusError> {
        let mapped = mapped.map_err(|error| {
            CorpusError::damaged(format!("the index cannot be opened: {error}"))
        })?;
        Ok(Self {
            folder: folder.to_owned(),
            mapped,
        })
    }

    /// Maps the file `name`, which was `length` bytes long when it was published.
    ///
    /// # Errors
    /// When it is missing or has another length.
    pub(crate) fn map(&self, name: &str, length: u64) -> Result<OwnedBytes, CorpusError> {
        let found = fs::metadata(self.folder.join(name)).map_or(0, |about| about.len());
        if found != length {
            let what = format!("the index file {name} has {found} bytes instead of {length}");
            return Err(CorpusError::damaged(what));
        }
        self.mapped
            .open_read(Path::new(name))
            .map_err(|error| error.to_string())
            .and_then(|file| file.read_bytes().map_err(|error| error.to_string()))
            .map_err(|error| CorpusError::damaged(format!("the index file {name}: {error}")))
    }
}

fn read_only(path: &Path) -> std::io::Error {
    std::io::Error::new(
        std::io::ErrorKind::PermissionDenied,
        format!("{} belongs to a published index", path.display()),
    )
}

impl Directory for Published {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.mapped.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        Err(DeleteError::IoError {
            io_error: Arc::new(read_only(path)),
            filepath: path.to_owned(),
        })
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.mapped.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        Err(OpenWriteError::wrap_io_error(
            read_only(path),
            path.to_owned(),
        ))
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.mapped.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, _: &[u8]) -> std::io::Result<()> {
        Err(read_only(path))
    }

    fn sync_directory(&self) -> std::io::Result<()> {
        Ok(())
    }

    /// What is never written needs no lock.
    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, _: WatchCallback) -> tantivy::Result<WatchHandle> {
        Ok(WatchHandle::empty())
    }
}
