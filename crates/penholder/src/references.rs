//! `penholder references`: every reference of a draft, one JSON object on a line.

use std::io::{self, Write};

use citation::Date;
use report::reference_rows;
use workspace::{Patience, Workspaces};

use crate::arguments::{ReferenceFormat, References};
use crate::check::input::{Input, analyse};
use crate::corpus::shelves;
use crate::{CLEAN, UNCHECKED, out};

/// Prints the references of one draft.
pub(crate) fn run(arguments: &References, today: Date) -> io::Result<u8> {
    let ReferenceFormat::Jsonl = arguments.format;
    let input = match Input::named(&arguments.file, arguments.stdin_filename.as_deref()) {
        Ok(input) => input,
        Err(message) => {
            out::note(&arguments.file, &message);
            return Ok(UNCHECKED);
        }
    };
    out::note_damage(&input.path, input.stored.damaged());
    let workspace = Workspaces::new(shelves(Patience::Waits)).of(&input.location());
    let Some(analysis) = analyse(&input, &workspace, today) else {
        out::note(&input.path, crate::check::FAULT);
        return Ok(UNCHECKED);
    };
    let mut code = CLEAN;
    for complaint in workspace.complaints() {
        out::note(&complaint.path, &complaint.message);
        code = UNCHECKED;
    }
    let mut out = out::standard();
    for row in reference_rows(&analysis.resolved, &input.stored) {
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(code)
}
