//! A published generation: what stands in it, and how it is opened.
//!
//! Readers follow `CURRENT`. A generation never changes once it is published, so opening it means
//! mapping three small files; the full text is opened when it is first asked for.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::dictionary::Dictionary;
use super::fields;
use super::fulltext::FullText;
use super::heads::WrittenName;
use super::mapped::Published;
use super::table::Table;
use crate::error::{At, CorpusError};
use crate::layout::{Layout, write_atomically};
use crate::locked::LockedFile;
use crate::store::{Declared, End, Failure};

/// The automaton of names.
pub(super) const NAMES: &str = "names.fst";
/// The lists that names lead to.
pub(super) const LISTS: &str = "lists.bin";
/// The table of documents.
pub(super) const DOCUMENTS: &str = "documents.bin";
/// The paths of their files.
pub(super) const PATHS: &str = "paths.bin";
/// Names of instruments, for the scanner.
pub(super) const LEXICON: &str = "lexicon.json";
/// Files that gave nothing, or not everything.
pub(super) const PROBLEMS: &str = "problems.json";
/// What stands in the generation.
const MANIFEST: &str = "generation.json";
/// Held open by readers, so that the folder is not cleared away under them.
pub(super) const IN_USE: &str = "INUSE";
/// The folder of the full text.
pub(super) const TEXT: &str = "t";

/// What stands in a generation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// Version of fields and analysis.
    pub(crate) version: u32,
    /// What tells whether the words are cut and folded as they are here.
    pub(crate) words: String,
    /// The version of the program that built it.
    pub(crate) program: String,
    /// Number of documents.
    pub(crate) documents: u32,
    /// Number of passages in the full text.
    pub(crate) passages: u64,
    /// A hash over all contents and the declared coverage: equal for equal corpora anywhere.
    pub(crate) fingerprint: String,
    /// What is declared to be held in full.
    pub(crate) coverage: Vec<Declared>,
    /// Up to where the packs are in it.
    pub(crate) end: Option<End>,
    /// Every document with a lower number is in it, unless it was taken out.
    pub(crate) next_number: u32,
    /// Length and hash of each file, by its name below the folder.
    pub(crate) files: BTreeMap<String, Mark>,
}

/// What a file was when it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mark {
    pub(crate) length: u64,
    /// Hash of its bytes; empty for those files of the full text that carry checksums of their own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) hash: String,
}

/// A file that gave nothing, or not everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Path of the file.
    pub path: String,
    /// Why it gave nothing; without one it was read, with unreadable characters replaced.
    pub failure: Option<Failure>,
}

impl Manifest {
    /// Whether this program can ask the full text.
    pub(crate) fn is_ours(&self) -> bool {
        self.version == fields::VERSION && self.words == fields::fingerprint()
    }

    /// Reads the manifest of the generation in `folder`. Its first line is a hash over the rest.
    pub(crate) fn read(folder: &Path) -> Result<Self, CorpusError> {
        let damaged = || CorpusError::damaged("the index does not say what stands in it");
        let path = folder.join(MANIFEST);
        let text = fs::read_to_string(&path).map_err(|_| damaged())?;
        let (hash, rest) = text.split_once('\n').ok_or_else(damaged)?;
        if blake3::hash(rest.as_bytes()).to_hex().as_str() != hash {
            return Err(damaged());
        }
        serde_json::from_str(rest).map_err(|_| damaged())
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), CorpusError> {
        let rest = serde_json::to_string_pretty(self).unwrap_or_default();
        let hash = blake3::hash(rest.as_bytes()).to_hex();
        write_atomically(&folder.join(MANIFEST), format!("{hash}\n{rest}").as_bytes())
    }
}

/// The name of the generation that readers are to open; `None` where none was published.
///
/// Where the pointer is damaged, the newest generation with a sound manifest stands in.
pub(crate) fn current(layout: &Layout) -> Option<String> {
    loop {
        let pointed = pointed(layout);
        let is_sound = |name: &String| Manifest::read(&layout.generation(name)).is_ok();
        if let Some(name) = pointed.clone().filter(is_sound) {
            return Some(name);
        }
        let newest = names(layout).into_iter().rev().find(is_sound);
        // A pointer that has moved meanwhile was not damaged: what it pointed to was replaced.
        if self::pointed(layout) == pointed {
            return newest;
        }
    }
}

/// What the pointer says.
fn pointed(layout: &Layout) -> Option<String> {
    let said = fs::read_to_string(layout.current()).ok()?;
    let name = said.trim();
    is_name(name).then(|| name.to_owned())
}

/// The names of all generations, oldest first.
pub(super) fn names(layout: &Layout) -> Vec<String> {
    let entries = fs::read_dir(layout.index()).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter(|name| is_name(name))
        .collect();
    names.sort_unstable();
    names
}

/// The name of the generation with this number.
pub(super) fn name(number: u64) -> String {
    format!("g{number:06}")
}

/// The number in a name.
pub(super) fn number(name: &str) -> Option<u64> {
    name.strip_prefix('g')?.parse().ok()
}

fn is_name(name: &str) -> bool {
    name.len() >= 7 && number(name).is_some()
}

/// The file whose lock keeps a generation whole as long as it is open. Where a file system knows no
/// locks, nobody can clear the generation away by asking for one either.
fn held(folder: &Path) -> Option<LockedFile> {
    let file = File::open(folder.join(IN_USE)).ok()?;
    LockedFile::together(file).ok()
}

/// A generation, open for reading.
pub(crate) struct Generation {
    pub(crate) name: String,
    pub(crate) manifest: Manifest,
    folder: PathBuf,
    pub(crate) dictionary: Dictionary,
    pub(crate) table: Table,
    text: OnceLock<Result<FullText, String>>,
    /// Keeps the folder from being cleared away.
    _in_use: Option<LockedFile>,
}

impl Generation {
    /// Opens the generation that is current. One may be replaced and cleared away between its being named
    /// and its being opened; then the next is.
    ///
    /// # Errors
    /// When there is none, or as [`Generation::open`].
    pub(crate) fn newest(layout: &Layout) -> Result<Self, CorpusError> {
        Self::newest_of(layout, current)
    }

    fn newest_of(
        layout: &Layout,
        mut named: impl FnMut(&Layout) -> Option<String>,
    ) -> Result<Self, CorpusError> {
        loop {
            let name = named(layout).ok_or_else(|| CorpusError::damaged("it has no index"))?;
            let is_replaced = || {
                !layout.generation(&name).is_dir() || current(layout).is_some_and(|now| now != name)
            };
            match Self::open(layout, name.clone()) {
                Err(_) if is_replaced() => {}
                opened => return opened,
            }
        }
    }

    /// Opens the generation `name`.
    ///
    /// # Errors
    /// When a file is missing or cut short. Damage inside of files shows when they are used.
    pub(crate) fn open(layout: &Layout, name: String) -> Result<Self, CorpusError> {
        let folder = layout.generation(&name);
        let in_use = held(&folder);
        let manifest = Manifest::read(&folder)?;
        let published = Published::scattered(&folder)?;
        let map = |file: &str| {
            let length = manifest.files.get(file).map_or(0, |mark| mark.length);
            published.map(file, length)
        };
        let dictionary = Dictionary::open(map(NAMES)?, map(LISTS)?)?;
        let table = Table::new(map(DOCUMENTS)?, map(PATHS)?);
        Ok(Self {
            name,
            dictionary,
            table,
            manifest,
            folder,
            text: OnceLock::new(),
            _in_use: in_use,
        })
    }

    /// The full text, opened when it is first asked for.
    ///
    /// # Errors
    /// When it is damaged, or was built by a version with other words.
    pub(crate) fn text(&self) -> Result<&FullText, CorpusError> {
        let opened = self.text.get_or_init(|| {
            if !self.manifest.is_ours() {
                return Err("it was built by another version".to_owned());
            }
            let folder = self.folder.join(TEXT);
            self.check_lengths()
                .and_then(|()| FullText::open(&folder))
                .map_err(|error| error.to_string())
        });
        opened
            .as_ref()
            .map_err(|what| CorpusError::damaged(format!("the full text: {what}")))
    }

    /// The names of instruments.
    ///
    /// # Errors
    /// When the file is damaged.
    pub(crate) fn lexicon(&self) -> Result<Vec<WrittenName>, CorpusError> {
        self.json(LEXICON)
    }

    /// Files that gave nothing, or not everything.
    ///
    /// # Errors
    /// When the file is damaged.
    pub(crate) fn problems(&self) -> Result<Vec<Problem>, CorpusError> {
        self.json(PROBLEMS)
    }

    fn json<T: for<'de> Deserialize<'de>>(&self, name: &str) -> Result<T, CorpusError> {
        let path = self.folder.join(name);
        let bytes = fs::read(&path).at(&path)?;
        let hash = blake3::hash(&bytes).to_hex();
        self.manifest
            .files
            .get(name)
            .filter(|mark| mark.hash == hash.as_str())
            .and_then(|_| serde_json::from_slice(&bytes).ok())
            .ok_or_else(|| CorpusError::damaged(format!("index file {name}")))
    }

    /// Looks at every byte; returns what is not as it was published.
    pub(crate) fn verify(&self) -> Vec<String> {
        let mut damaged: Vec<String> = self
            .manifest
            .files
            .iter()
            .filter(|(_, mark)| !mark.hash.is_empty())
            .filter(|(name, mark)| {
                let is_whole = |bytes: Vec<u8>| blake3::hash(&bytes).to_hex().as_str() == mark.hash;
                !fs::read(self.folder.join(name)).is_ok_and(is_whole)
            })
            .map(|(name, _)| format!("index file {name}"))
            .collect();
        if !self.dictionary.is_sound() && damaged.is_empty() {
            damaged.push(format!("index file {NAMES}"));
        }
        match self.text().and_then(FullText::verify) {
            Ok(files) => damaged.extend(files.into_iter().map(|file| format!("index file {file}"))),
            Err(error) => damaged.push(error.to_string()),
        }
        damaged
    }

    /// A file of the full text that was cut short would be met with a signal once it is mapped.
    fn check_lengths(&self) -> Result<(), CorpusError> {
        let wrong = self.manifest.files.iter().find(|(name, mark)| {
            fs::metadata(self.folder.join(name)).map_or(0, |about| about.len()) != mark.length
        });
        match wrong {
            None => Ok(()),
            Some((name, _)) => Err(CorpusError::damaged(format!(
                "the index file {name} is missing or has another length"
            ))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::publishing::clear_away;
    use super::*;
    use crate::index::Building;
    use crate::store::{Known, Store};

    /// Publishes one more generation of the corpus at `root`.
    fn publish(root: &Path) -> String {
        let (store, _) = Store::open(root, "test", |_| Known::Nothing).unwrap();
        let building = Building::begin(store.layout(), None, 1).unwrap();
        building.publish(&store).unwrap();
        current(store.layout()).unwrap()
    }

    #[test]
    fn a_generation_that_goes_between_its_name_and_its_opening_is_followed_by_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        let mut named = vec![publish(folder.path())];
        let opened = Generation::newest_of(&layout, |layout| {
            let name = current(layout);
            if named.len() < 4 {
                named.push(publish(folder.path()));
                assert!(!layout.generation(&named[named.len() - 2]).exists());
            }
            name
        });
        assert_eq!(&opened.unwrap().name, named.last().unwrap());
    }

    #[test]
    fn a_generation_that_is_held_is_never_touched() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        let first = publish(folder.path());
        let in_use = super::held(&layout.generation(&first));
        assert!(in_use.is_some());
        publish(folder.path());
        let opened = Generation::open(&layout, first.clone()).unwrap();
        assert!(opened.verify().is_empty());
        drop((in_use, opened));
        clear_away(&layout, &current(&layout).unwrap());
        assert!(!layout.generation(&first).exists());
    }

    #[test]
    fn what_is_half_cleared_away_is_no_generation_and_goes_the_next_time() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        let first = publish(folder.path());
        let second = publish(folder.path());
        // A process that was killed while it cleared away leaves this.
        let left = layout.index().join(format!("cleared-{first}"));
        fs::create_dir(&left).unwrap();
        fs::write(left.join(MANIFEST), "x").unwrap();
        fs::write(layout.index().join(".new-abc"), "x").unwrap();
        assert_eq!(names(&layout), [second.as_str()]);
        clear_away(&layout, &second);
        assert!(!left.exists() && !layout.index().join(".new-abc").exists());
        assert!(Generation::newest(&layout).is_ok());
    }

    #[test]
    fn a_damaged_pointer_is_stood_in_for_and_a_damaged_file_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout::new(folder.path());
        assert!(Generation::newest(&layout).is_err());
        let only = publish(folder.path());
        fs::write(layout.current(), "g999999\n").unwrap();
        assert_eq!(Generation::newest(&layout).unwrap().name, only);
        fs::write(layout.generation(&only).join(NAMES), "").unwrap();
        assert!(matches!(
            Generation::newest(&layout),
            Err(CorpusError::Damaged { .. })
        ));
    }
}
