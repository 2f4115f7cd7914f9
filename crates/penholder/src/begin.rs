//! `penholder init`: a settings file and a folder for sources beside the drafts. Nothing that is there is changed.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::{CLEAN, UNCHECKED, out};

/// The settings file, in which nothing is set yet.
const SETTINGS: &str = include_str!("../data/begun.toml");
/// The note in the folder of sources, which is read as none.
const NOTE: &str = include_str!("../data/begun-sources.md");

/// Begins in `folder`, and says what was made.
pub(crate) fn run(folder: &Path) -> io::Result<u8> {
    let settings = folder.join("penholder.toml");
    let sources = folder.join("sources");
    let made = fs::create_dir_all(folder)
        .and_then(|()| write_new(&settings, SETTINGS))
        .map_err(|error| (settings.clone(), error))
        .and_then(|()| folder_of_sources(&sources).map_err(|error| (sources.clone(), error)));
    let made = match made {
        Ok(made) => made,
        Err((path, error)) => {
            out::note(&path, &matter(&error));
            return Ok(UNCHECKED);
        }
    };
    let mut out = out::standard();
    writeln!(
        out,
        "{}: written; every setting in it waits to be switched on",
        settings.display()
    )?;
    let what = match made {
        Made::New => "made; put the documents that you cite into it",
        Made::Before => "was there and is left as it is",
    };
    writeln!(out, "{}: {what}", sources.display())?;
    writeln!(
        out,
        "Then “penholder check {}” checks the drafts.",
        folder.display()
    )?;
    out.flush()?;
    Ok(CLEAN)
}

/// Whether a folder was made or stood there before.
enum Made {
    New,
    Before,
}

fn folder_of_sources(sources: &Path) -> io::Result<Made> {
    if sources.is_dir() {
        return Ok(Made::Before);
    }
    fs::create_dir(sources)?;
    write_new(&sources.join("README.md"), NOTE)?;
    Ok(Made::New)
}

/// Writes a file that is not there yet.
fn write_new(path: &PathBuf, text: &str) -> io::Result<()> {
    File::create_new(path)?.write_all(text.as_bytes())
}

/// Why nothing was made, in words.
fn matter(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AlreadyExists => "this is there already, and is left as it is".to_owned(),
        _ => format!("this cannot be made: {error}"),
    }
}
