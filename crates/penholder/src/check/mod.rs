//! `penholder check`: what is wrong in drafts, and how many references are held.

mod concise;
pub(crate) mod input;
mod json;
mod pretty;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use citation::Date;
use report::{Tally, closing_line};
use rules::{Finding, Severity};
use workspace::{Patience, Workspaces, drafts_under};

use crate::arguments::{Check, Color, Format};
use crate::corpus::shelves;
use crate::{CLEAN, FOUND, UNCHECKED, out};
use input::{Input, analyse};

/// What is said where a fault of the program kept a draft from being checked.
pub(crate) const FAULT: &str =
    "this draft could not be checked because of a fault in penholder; please report it";

/// Checks what the arguments name.
pub(crate) fn run(arguments: &Check, today: Date) -> io::Result<u8> {
    let mut run = Run {
        arguments,
        today,
        workspaces: Workspaces::new(shelves(Patience::Waits)),
        out: Box::new(out::standard()),
        said: BTreeSet::new(),
        seen: BTreeSet::new(),
        summary: Summary::default(),
        json: json::Array::default(),
        renderer: pretty::renderer(wants_color(arguments.color)),
    };
    for path in &arguments.paths {
        run.path(path)?;
    }
    run.close()
}

/// One run of the command.
struct Run<'a> {
    arguments: &'a Check,
    today: Date,
    workspaces: Workspaces,
    out: Box<dyn Write>,
    /// Complaints that have been said.
    said: BTreeSet<(PathBuf, String)>,
    /// Files that have been checked.
    seen: BTreeSet<PathBuf>,
    summary: Summary,
    json: json::Array,
    renderer: annotate_snippets::Renderer,
}

/// What was found in all drafts together.
#[derive(Default)]
struct Summary {
    drafts: usize,
    errors: usize,
    warnings: usize,
    others: usize,
    tally: Tally,
    unchecked: bool,
}

impl Summary {
    fn count(&mut self, finding: &Finding) {
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Information | Severity::Hint => self.others += 1,
        }
    }

    fn code(&self) -> u8 {
        if self.unchecked {
            UNCHECKED
        } else if self.errors + self.warnings > 0 {
            FOUND
        } else {
            CLEAN
        }
    }

    /// "2 drafts: 1 error, 0 warnings, 3 suggestions".
    fn line(&self) -> String {
        let several = |count: usize, word: &str| {
            let ending = if count == 1 { "" } else { "s" };
            format!("{count} {word}{ending}")
        };
        format!(
            "{}: {}, {}, {}",
            several(self.drafts, "draft"),
            several(self.errors, "error"),
            several(self.warnings, "warning"),
            several(self.others, "suggestion"),
        )
    }
}

impl Run<'_> {
    fn path(&mut self, path: &Path) -> io::Result<()> {
        if path == Path::new("-") {
            let input = Input::standard(self.arguments.stdin_filename.as_deref());
            return self.input(path, input);
        }
        if !path.is_dir() {
            return self.file(path);
        }
        let (drafts, problems) = drafts_under(path);
        for problem in problems {
            self.left_unchecked(path, &problem);
        }
        if drafts.is_empty() {
            out::note(path, "there are no drafts (.md, .txt) in this folder");
        }
        for draft in drafts {
            self.file(&draft)?;
        }
        Ok(())
    }

    /// Checks a file, unless a path before has led to it already.
    fn file(&mut self, path: &Path) -> io::Result<()> {
        let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        if !self.seen.insert(whole) {
            return Ok(());
        }
        self.input(path, Input::file(path))
    }

    fn input(&mut self, path: &Path, input: Result<Input, String>) -> io::Result<()> {
        match input {
            Ok(input) => self.draft(&input),
            Err(message) => {
                self.left_unchecked(path, &message);
                Ok(())
            }
        }
    }

    fn draft(&mut self, input: &Input) -> io::Result<()> {
        out::note_damage(&input.path, input.stored.damaged());
        let workspace = self.workspaces.of(&input.location());
        for complaint in workspace.complaints() {
            let said = (complaint.path.clone(), complaint.message.clone());
            if self.said.insert(said) {
                self.left_unchecked(&complaint.path, &complaint.message);
            }
        }
        let Some(analysis) = analyse(input, &workspace, self.today) else {
            self.left_unchecked(&input.path, FAULT);
            return Ok(());
        };
        self.summary.drafts += 1;
        self.summary.tally += Tally::of(&analysis.resolved);
        for finding in &analysis.findings {
            self.summary.count(finding);
            match self.arguments.format {
                Format::Pretty => pretty::write(&mut self.out, &self.renderer, input, finding)?,
                Format::Concise => concise::write(&mut self.out, input, finding)?,
                Format::Json => self.json.write(&mut self.out, input, finding)?,
            }
        }
        Ok(())
    }

    fn left_unchecked(&mut self, path: &Path, message: &str) {
        self.summary.unchecked = true;
        out::note(path, message);
    }

    fn close(mut self) -> io::Result<u8> {
        let closing = closing_line(&self.summary.tally);
        match self.arguments.format {
            Format::Pretty => {
                writeln!(self.out, "{}", self.summary.line())?;
                writeln!(self.out, "{closing}")?;
            }
            Format::Concise => eprintln!("{closing}"),
            Format::Json => self.json.close(&mut self.out)?,
        }
        self.out.flush()?;
        Ok(self.summary.code())
    }
}

fn wants_color(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
            set("NO_COLOR").is_none()
                && set("TERM").is_none_or(|term| term != "dumb")
                && io::stdout().is_terminal()
        }
    }
}

/// The severity in a word.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "info",
        Severity::Hint => "hint",
    }
}
