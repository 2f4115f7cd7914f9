//! `penholder config`: which settings are in force for a draft and where each comes from, or the schema
//! of the settings file.

use std::io::{self, Write};
use std::path::Path;

use workspace::{From, InForce, Location, Patience, Workspace, Workspaces, schema};

use crate::arguments::Config;
use crate::check::input::Input;
use crate::corpus::source_setup;
use crate::{CLEAN, UNCHECKED, out};

/// Prints what was asked for.
pub(crate) fn run(arguments: &Config) -> io::Result<u8> {
    let mut out = out::standard();
    if arguments.schema {
        out.write_all(schema().as_bytes())?;
        out.flush()?;
        return Ok(CLEAN);
    }
    let path = &arguments.show;
    // A folder stands for a draft in it that says nothing of its own.
    let place = if path.is_dir() {
        path.join("draft.md")
    } else {
        path.clone()
    };
    let workspace = Workspaces::new(source_setup(Patience::Waits)).of(&Location::of_path(&place));
    let mut code = CLEAN;
    for complaint in workspace.complaints() {
        out::note(&complaint.path, &complaint.message);
        code = UNCHECKED;
    }
    let in_force = if path.is_file() {
        let input = match Input::file(path) {
            Ok(input) => input,
            Err(message) => {
                out::note(path, &message);
                return Ok(UNCHECKED);
            }
        };
        let draft = input.draft(&workspace);
        let settings = workspace.settings_of(&draft);
        for mistake in &settings.rules.mistakes {
            out::note(path, &mistake.message);
            code = UNCHECKED;
        }
        settings.in_force()
    } else {
        if !path.exists() {
            out::note(
                path,
                "there is no such file; these are the settings it would have",
            );
        }
        workspace.settings().in_force()
    };
    write_settings(&mut out, &in_force)?;
    write_places(&mut out, &workspace)?;
    out.flush()?;
    Ok(code)
}

/// Writes every setting with its value and where it comes from.
pub(crate) fn write_settings(out: &mut dyn Write, in_force: &[InForce]) -> io::Result<()> {
    let width = in_force.iter().map(|it| it.key.len()).max().unwrap_or(0);
    for InForce { key, value, from } in in_force {
        let from: Vec<String> = from.iter().map(From::to_string).collect();
        writeln!(out, "{key:width$}  {value}  ({})", from.join("; "))?;
    }
    Ok(())
}

/// Writes which folder of sources and which corpus are asked.
fn write_places(out: &mut dyn Write, workspace: &Workspace) -> io::Result<()> {
    let shown = |path: Option<&Path>| match path {
        Some(path) => path.display().to_string(),
        None => "none".to_owned(),
    };
    let home = workspace.home();
    writeln!(out, "\nsettings file  {}", shown(home.settings.as_deref()))?;
    writeln!(out, "sources        {}", shown(home.sources.as_deref()))?;
    for edition in workspace.sources().editions() {
        writeln!(
            out,
            "checked against {}: {} documents, fingerprint {}",
            edition.name, edition.documents, edition.fingerprint
        )?;
    }
    Ok(())
}
