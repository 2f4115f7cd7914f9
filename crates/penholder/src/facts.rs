//! `penholder facts`: the tables that references are judged by, one range on a line.

use std::io::{self, Write};

use citation::facts::{Standing, inventory};

use crate::{CLEAN, out};

/// Prints the inventory with a heading line, columns separated by tabs.
pub(crate) fn run() -> io::Result<u8> {
    let mut out = out::standard();
    writeln!(out, "what\trange\tstanding\tas of\tsource")?;
    for row in inventory() {
        let standing = match row.standing {
            Standing::Recalled => "recalled",
            Standing::Observed => "observed",
            Standing::Verified => "verified",
        };
        writeln!(
            out,
            "{}\t{}\t{standing}\t{}\t{}",
            row.what, row.range, row.as_of, row.source
        )?;
    }
    out.flush()?;
    Ok(CLEAN)
}
