//! `penholder compare`: two versions of a draft, paragraph by paragraph.

use std::io;
use std::path::Path;

use citation::Date;
use report::{Comparison, Ink};
use workspace::{Patience, Workspaces};

use crate::arguments::{Compare, CompareFormat};
use crate::check::{Look, wants_color};
use crate::corpus::source_setup;
use crate::one_draft::OneDraft;
use crate::report_command::write;
use crate::{CLEAN, FOUND, UNCHECKED, out};

/// Prints what is different.
pub(crate) fn run(arguments: &Compare, today: Date) -> io::Result<u8> {
    let standard = Path::new("-");
    if (arguments.old.as_path(), arguments.new.as_path()) == (standard, standard) {
        out::say("standard input can be one of the two versions; name a file for the other");
        return Ok(UNCHECKED);
    }
    let workspaces = Workspaces::new(source_setup(Patience::Waits));
    let filename = arguments.stdin_filename.as_deref();
    let mut versions = Vec::new();
    for path in [&arguments.old, &arguments.new] {
        let Some(version) = OneDraft::read(path, filename, &workspaces, today) else {
            return Ok(UNCHECKED);
        };
        let name = filename.filter(|_| path == standard).unwrap_or(path);
        versions.push((name.display().to_string(), version.analysis.resolved));
    }
    let [(old_name, old), (new_name, new)] = versions.as_slice() else {
        return Ok(UNCHECKED);
    };
    let comparison = Comparison::of((old_name, old), (new_name, new));
    let text = match arguments.format {
        CompareFormat::Html => comparison.html(),
        CompareFormat::Text => comparison.text(match wants_color(arguments.color) {
            Look::Coloured if arguments.output.is_none() => Ink::Coloured,
            _ => Ink::Plain,
        }),
    };
    let code = if comparison.is_same() { CLEAN } else { FOUND };
    Ok(write(arguments.output.as_deref(), &text)?.max(code))
}
