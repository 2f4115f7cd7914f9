//! Completions for shells, and the manual page; both are made from the arguments themselves.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::{CLEAN, out};

/// Prints the completions for a shell.
pub(crate) fn completions(shell: Shell) -> io::Result<u8> {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "penholder", &mut text);
    print(&text)
}

/// Prints the manual page, with a section for each command.
pub(crate) fn page() -> io::Result<u8> {
    let mut text = Vec::new();
    let command = Arguments::command();
    clap_mangen::Man::new(command.clone()).render(&mut text)?;
    for inner in command
        .get_subcommands()
        .filter(|inner| !inner.is_hide_set())
    {
        let named = inner
            .clone()
            .display_name(format!("penholder {}", inner.get_name()));
        let page = clap_mangen::Man::new(named);
        writeln!(
            text,
            ".SH \"PENHOLDER {}\"",
            inner.get_name().to_uppercase()
        )?;
        page.render_synopsis_section(&mut text)?;
        page.render_description_section(&mut text)?;
        page.render_options_section(&mut text)?;
    }
    print(&text)
}

fn print(text: &[u8]) -> io::Result<u8> {
    let mut out = out::standard();
    out.write_all(text)?;
    out.flush()?;
    Ok(CLEAN)
}
