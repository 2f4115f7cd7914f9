//! Where a draft is at home: the settings file and the sources folder that are in force for it.
//!
//! Found from the draft's folder upwards and from nothing else, so that an editor and the command line,
//! whatever folder they were started in, find the same.

use std::path::{Path, PathBuf};

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
            .find(|found| found.is_dir());
        Self { settings, sources }
    }
}

/// Without a settings file to mark the top, the search ends below the user's own folder and below the
/// top of the disk: a `sources` there belongs to something else.
fn may_hold_sources(place: &Path) -> bool {
    place.parent().is_some() && std::env::home_dir().is_none_or(|home| home != place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

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
    fn the_nearest_settings_win() {
        let top = folder(&["penholder.toml", "a/penholder.toml", "a/b"]);
        let home = Home::of_folder(&top.path().join("a/b"));
        assert_eq!(home.settings, Some(top.path().join("a/penholder.toml")));
    }
}
