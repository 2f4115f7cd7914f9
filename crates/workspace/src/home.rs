//! Where a draft is at home: the settings file and the sources folder that are in force for it.
//!
//! Found from the draft's folder upwards and from nothing else, so that an editor and the command line,
//! whatever folder they were started in, find the same.

use std::fs;
use std::path::{Path, PathBuf};

use crate::is_draft;
use crate::settings::FILE_NAME;

/// The name of the folder of sources.
const SOURCES: &str = "sources";

/// Where a draft is at home. Equal for every draft with the same settings and sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Home {
    /// The `penholder.toml` in force.
    pub settings: Option<PathBuf>,
    /// The `sources/` folder in force.
    pub sources: Option<PathBuf>,
}

impl Home {
    /// The home of the drafts in `folder`. Looks at file names only.
    pub fn of_folder(folder: &Path) -> Self {
        let settings = folder
            .ancestors()
            .map(|place| place.join(FILE_NAME))
            .find(|file| file.is_file());
        let top = settings.as_deref().and_then(Path::parent);
        let sources = folder
            .ancestors()
            .take_while(|place| top.is_some() || may_hold_sources(place))
            .scan(false, |past_top, place| {
                if *past_top {
                    return None;
                }
                *past_top = match top {
                    Some(top) => place == top,
                    None => place.join(".git").exists(),
                };
                Some(place.join(SOURCES))
            })
            .find(|found| {
                let is_inside = folder.starts_with(found);
                found.is_dir() && (!is_inside || top.is_some() || is_of_drafts(found))
            });
        Self { settings, sources }
    }
}

/// Whether a folder with that name that holds the draft itself is one of sources all the same: there are drafts beside
/// it, or a repository is around it. Else it is a place to work in.
fn is_of_drafts(sources: &Path) -> bool {
    let Some(place) = sources.parent() else {
        return false;
    };
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.path())
        .any(|path| is_draft(&path))
        || place.ancestors().any(|place| place.join(".git").exists())
}

/// Without a settings file to mark the top, the search ends below the user's own folder and below the
/// top of the disk: a `sources` there belongs to something else.
fn may_hold_sources(place: &Path) -> bool {
    place.parent().is_some() && std::env::home_dir().is_none_or(|home| home != place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(of: &[&str]) -> tempfile::TempDir {
        let top = tempfile::tempdir().unwrap();
        for path in of {
            let path = top.path().join(path);
            if path.extension().is_some() {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, "").unwrap();
            } else {
                fs::create_dir_all(path).unwrap();
            }
        }
        top
    }

    #[test]
    fn settings_and_sources_are_found_upwards() {
        let top = folder(&["penholder.toml", "team/sources", "team/drafts/new"]);
        let home = Home::of_folder(&top.path().join("team/drafts/new"));
        assert_eq!(home.settings, Some(top.path().join("penholder.toml")));
        assert_eq!(home.sources, Some(top.path().join("team/sources")));
    }

    #[test]
    fn sources_above_the_settings_are_somebody_elses() {
        let top = folder(&["sources", "team/penholder.toml", "team/drafts"]);
        let home = Home::of_folder(&top.path().join("team/drafts"));
        assert_eq!(home.sources, None);
    }

    #[test]
    fn sources_above_a_repository_are_somebody_elses() {
        let top = folder(&["sources", "team/.git", "team/drafts"]);
        let home = Home::of_folder(&top.path().join("team/drafts"));
        assert_eq!(home, Home::default());
    }

    #[test]
    fn sources_around_a_draft_are_its_own_where_something_beside_them_says_so() {
        for (beside, is_own) in [
            (&[][..], false),
            (&["drafts"], false),
            (&["draft.md"], true),
            (&[".git"], true),
            (&["penholder.toml"], true),
        ] {
            let top = folder(&[beside, &["sources/project"]].concat());
            let home = Home::of_folder(&top.path().join("sources/project"));
            let sources = is_own.then(|| top.path().join("sources"));
            assert_eq!(home.sources, sources, "{beside:?}");
        }
    }

    #[test]
    fn the_nearest_settings_win() {
        let top = folder(&["penholder.toml", "a/penholder.toml", "a/b"]);
        let home = Home::of_folder(&top.path().join("a/b"));
        assert_eq!(home.settings, Some(top.path().join("a/penholder.toml")));
    }
}
