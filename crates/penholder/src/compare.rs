//! `penholder compare`: two versions of a draft, paragraph by paragraph.

use std::io;
use std::path::Path;

use citation::Date;
use report::{Comparison, Ink};
use workspace::{Patience, Workspaces};

use crate::arguments::{Compare, CompareFormat};
use crate::check::FAULT;
use crate::check::input::{Input, analyse};
use crate::check::{Look, wants_color};
use crate::corpus::shelves;
use crate::report_command::write;
use crate::{CLEAN, FOUND, UNCHECKED, out};

/// Prints what is different.
pub(crate) fn run(arguments: &Compare, today: Date) -> io::Result<u8> {
    let workspaces = Workspaces::new(shelves(Patience::Waits));
    let filename = arguments.stdin_filename.as_deref();
    let mut versions = Vec::new();
    for path in [&arguments.old, &arguments.new] {
        match version(path, filename, &workspaces, today) {
            Ok(version) => versions.push((path.display().to_string(), version)),
            Err(message) => {
                out::note(path, &message);
                return Ok(UNCHECKED);
            }
        }
    }
    let [(old_name, old), (new_name, new)] = versions.as_slice() else {
        return Ok(UNCHECKED);
    };
    let comparison = Comparison::of((old_name, &old.resolved), (new_name, &new.resolved));
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

fn version(
    path: &Path,
    filename: Option<&Path>,
    workspaces: &Workspaces,
    today: Date,
) -> Result<workspace::Analysis, String> {
    let input = Input::named(path, filename)?;
    out::note_damage(&input.path, input.stored.damaged());
    let workspace = workspaces.of(&input.location());
    analyse(&input, &workspace, today).ok_or_else(|| FAULT.to_owned())
}
