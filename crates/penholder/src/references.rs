//! `penholder references`: every reference of a draft, one JSON object on a line.

use std::io::{self, Write};

use citation::Date;
use report::reference_rows;
use workspace::{Patience, Workspaces};

use crate::arguments::{ReferenceFormat, References};
use crate::corpus::source_setup;
use crate::one_draft::OneDraft;
use crate::{UNCHECKED, out};

/// Prints the references of one draft.
pub(crate) fn run(arguments: &References, today: Date) -> io::Result<u8> {
    let ReferenceFormat::Jsonl = arguments.format;
    let workspaces = Workspaces::new(source_setup(Patience::Waits));
    let filename = arguments.stdin_filename.as_deref();
    let Some(draft) = OneDraft::read(&arguments.file, filename, &workspaces, today) else {
        return Ok(UNCHECKED);
    };
    let code = draft.say_complaints();
    let mut out = out::standard();
    for row in reference_rows(&draft.analysis.resolved, &draft.input.stored) {
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(code)
}
