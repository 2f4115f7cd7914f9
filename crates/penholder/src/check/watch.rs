//! `penholder check --watch`: checks again whenever a draft, a source, the corpus, the settings or the day
//! change.
//!
//! The files' times and sizes are looked at twice a second, which every file system has and which costs
//! a moment; what an editor saves in several steps is checked once, when it has come to rest.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use citation::Date;
use workspace::{Drafts, Home, Location, Workspaces};

use crate::arguments::Check;

/// How often the files are looked at.
const GLANCE: Duration = Duration::from_millis(500);

/// When each file was written, and its size in bytes.
type Seen = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Checks until it is ended from outside.
pub(super) fn run(
    arguments: &Check,
    today: &dyn Fn() -> Date,
    workspaces: &Workspaces,
) -> io::Result<u8> {
    let mut seen = look(arguments, workspaces);
    loop {
        if io::stdout().is_terminal() {
            // Clears the screen and goes to its first place.
            print!("\x1b[2J\x1b[H");
        }
        let day = today();
        super::once(arguments, day, workspaces)?;
        io::stdout().flush()?;
        seen = wait_for_change(arguments, workspaces, &seen, &|| today() != day);
        workspaces.forget();
    }
}

/// Waits until something is different and has stayed the same for one glance, or another day has come.
fn wait_for_change(
    arguments: &Check,
    workspaces: &Workspaces,
    seen: &Seen,
    is_another_day: &dyn Fn() -> bool,
) -> Seen {
    let mut last = seen.clone();
    loop {
        std::thread::sleep(GLANCE);
        let now = look(arguments, workspaces);
        if now == last && (now != *seen || is_another_day()) {
            return now;
        }
        last = now;
    }
}

fn look(arguments: &Check, workspaces: &Workspaces) -> Seen {
    let mut seen = Seen::new();
    if let Some(accepted) = &arguments.baseline {
        note(accepted, &mut seen);
    }
    for path in &arguments.paths {
        let drafts = if path.is_dir() {
            workspaces.drafts_under(path, Drafts::AndWordFiles).0
        } else {
            vec![path.clone()]
        };
        for draft in drafts {
            let location = Location::of_path(&draft);
            let workspace = workspaces.of(&location);
            let folder = location.path().and_then(Path::parent);
            // What the workspace has been made from, and what has come since.
            let now = folder.map(Home::of_folder).unwrap_or_default();
            for home in [workspace.home(), &now] {
                look_at_home(home, &mut seen);
            }
            let settings = workspace.settings();
            if let Some(accepted) = &settings.baseline {
                note(accepted, &mut seen);
            }
            let corpus = workspace.corpus_root().map(Path::to_owned);
            if let Some(corpus) = corpus.or_else(corpus::user_corpus) {
                note(&corpus::pointer(&corpus), &mut seen);
            }
            note(&draft, &mut seen);
        }
    }
    seen
}

fn look_at_home(home: &Home, seen: &mut Seen) {
    if let Some(settings) = &home.settings {
        note(settings, seen);
    }
    if let Some(sources) = &home.sources
        && !seen.contains_key(sources)
    {
        // The folder itself first, so that an empty one is not listed again for the next draft.
        note(sources, seen);
        for file in corpus::files_below(sources) {
            note(&file, seen);
        }
    }
}

fn note(path: &Path, seen: &mut Seen) {
    if let Ok(about) = std::fs::metadata(path) {
        seen.insert(path.to_owned(), (about.modified().ok(), about.len()));
    }
}
