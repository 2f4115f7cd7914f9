//! `penholder check`: what is wrong in drafts, and how many references are held.

mod checking;
mod fixing;
mod formats;
pub(crate) mod input;
mod kept;
mod selection;
mod summary;
mod watch;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use citation::Date;
use report::closing_line;
use workspace::{AcceptedFindings, Drafts, Patience, Workspaces};

use crate::arguments::{Check, Color, Format};
use crate::corpus::source_setup;
use crate::{UNCHECKED, out};
use checking::{Checked, Checker, Findings, Found, Named};
use formats::{Printer, printer};
use selection::Selection;
use summary::Summary;

pub(crate) use formats::Look;

/// What is said where a fault of the program kept a draft from being checked.
pub(crate) const FAULT: &str =
    "this draft could not be checked because of a fault in penholder; please report it";

/// How many drafts are checked before their findings are printed. Findings come in the order of the
/// drafts, whichever is ready first.
const AT_ONCE: usize = 128;

/// Checks what the arguments name.
pub(crate) fn run(arguments: &Check, today: &dyn Fn() -> Date) -> io::Result<u8> {
    let workspaces = Workspaces::new(source_setup(Patience::Waits));
    if arguments.watch {
        return watch::run(arguments, today, &workspaces);
    }
    once(arguments, today(), &workspaces)
}

/// Checks everything once.
fn once(arguments: &Check, today: Date, workspaces: &Workspaces) -> io::Result<u8> {
    let look = wants_color(arguments.color);
    if arguments.statistics && !matches!(arguments.format, Format::Pretty | Format::Concise) {
        out::say(
            "statistics are a table to be read; leave out --format, or count in what it gives",
        );
        return Ok(UNCHECKED);
    }
    let accepting = match &arguments.write_baseline {
        Some(file) => match AcceptedFindings::to_renew(file) {
            Ok((accepted, others)) => {
                if others > 0 {
                    let lines = out::several(others, "line");
                    let message =
                        format!("this list is written anew without {lines} that could not be read");
                    out::note(file, &message);
                }
                Some(accepted)
            }
            Err(message) => {
                out::note(file, &message);
                return Ok(UNCHECKED);
            }
        },
        None => None,
    };
    prepare_beside();
    let selection = Selection::new(arguments);
    let mut run = Run {
        arguments,
        selection: &selection,
        lists: BTreeSet::new(),
        out: Box::new(out::standard()),
        said: BTreeSet::new(),
        summary: Summary::default(),
        printer: printer(arguments.format, look),
        accepting,
    };
    let named = run.named(workspaces);
    // What has changed since a revision is known when the last draft is mended.
    let mends_all_first = arguments.fix && arguments.since.is_some();
    let at_once = if mends_all_first {
        named.len().max(1)
    } else {
        AT_ONCE
    };
    for some in named.chunks(at_once) {
        let checker = Checker {
            arguments,
            today,
            workspaces,
            selection: &selection,
            printer: (!arguments.statistics).then_some(&*run.printer),
            accepts: run.accepting.is_some(),
        };
        let mut drafts = draft::in_shares(some, &|| false, |named| {
            let mut draft = checker.check(named);
            if !mends_all_first {
                checker.choose(&mut draft);
            }
            draft
        });
        if mends_all_first {
            for draft in &mut drafts {
                checker.choose(draft);
            }
        }
        for draft in drafts {
            run.take(draft)?;
        }
    }
    run.close()
}

/// Makes the tables of the rules while the names of the sources are read, with which the first draft begins. Where the
/// system has no processor or thread to spare, the first draft makes them.
fn prepare_beside() {
    let spare = std::thread::available_parallelism().is_ok_and(|count| count.get() > 1);
    if spare {
        let _no_thread = std::thread::Builder::new().spawn(rules::prepare_for_first_check);
    }
}

/// One run of the command.
struct Run<'a> {
    arguments: &'a Check,
    selection: &'a Selection,
    /// The files of accepted findings whose drafts were looked for.
    lists: BTreeSet<PathBuf>,
    /// Where drafts and their differences go, and findings where there is nothing of the kind.
    out: Box<dyn Write>,
    /// What was said to be unchecked.
    said: BTreeSet<(PathBuf, String)>,
    summary: Summary,
    printer: Box<dyn Printer>,
    /// The findings that are being accepted, where that was asked for.
    accepting: Option<AcceptedFindings>,
}

impl Run<'_> {
    /// Every draft to check, in the order of the arguments and then of their paths, each once.
    fn named(&mut self, workspaces: &Workspaces) -> Vec<Named> {
        let mut named = Vec::new();
        let mut seen = BTreeSet::new();
        let mut add = |path: PathBuf| {
            let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
            if seen.insert(whole) {
                named.push(Named::File(out::from_here(&path).to_owned()));
            }
        };
        let mut standard = false;
        let mut unchecked = Vec::new();
        for path in &self.arguments.paths {
            if path == Path::new("-") {
                standard = true;
            } else if path.is_dir() {
                let (drafts, problems) = workspaces.drafts_under(path, Drafts::AndWordFiles);
                unchecked.extend(problems.into_iter().map(|problem| (path, problem)));
                if drafts.is_empty() {
                    out::note(
                        path,
                        "there are no drafts (.md, .txt, .docx) in this folder",
                    );
                }
                drafts.into_iter().for_each(&mut add);
            } else {
                add(path.clone());
            }
        }
        if standard {
            named.insert(0, Named::Standard);
        }
        for (path, problem) in unchecked {
            self.left_unchecked(path, &problem);
        }
        named
    }

    /// Prints and counts what was found in a draft.
    fn take(&mut self, checked: Checked) -> io::Result<()> {
        let outcome = match checked.outcome {
            Ok(outcome) => outcome,
            Err(message) => {
                self.left_unchecked(&checked.path, &message);
                return Ok(());
            }
        };
        let input = &outcome.input;
        out::note_encoding(&input.path, &input.stored);
        if input.is_word() && (self.arguments.fix || self.arguments.diff) {
            out::note(
                &input.path,
                "a Word file is only read; nothing is mended in it",
            );
        }
        for complaint in outcome.workspace.complaints() {
            // What is wrong with the file that this run writes is mended by that.
            if self.writes(&complaint.path) {
                continue;
            }
            self.left_unchecked(&complaint.path, &complaint.message);
        }
        match outcome.mended {
            Ok(mended) => self.summary.mended += mended,
            Err(message) => self.left_unchecked(&input.path, &message),
        }
        let Found { findings, tally } = match outcome.found {
            Ok(found) => found,
            Err((path, message)) => {
                self.left_unchecked(&path, &message);
                return Ok(());
            }
        };
        let shown = match findings {
            Findings::Accepted(analysis) => {
                if let Some(accepting) = &mut self.accepting {
                    let resolved = &analysis.resolved;
                    accepting.accept(&input.location(), resolved, &analysis.findings);
                }
                self.summary.accepted_now += analysis.findings.len();
                self.summary.drafts += 1;
                self.summary.tally += tally;
                return Ok(());
            }
            Findings::Shown(shown) => shown,
        };
        self.summary.drafts += 1;
        self.summary.accepted += shown.accepted;
        self.summary.without_effect += shown.without_effect;
        if let Some(list) = self.selection.list(&outcome.workspace)
            && self.lists.insert(list.file().to_owned())
        {
            self.summary.without_effect += list.of_gone_drafts();
        }
        self.summary.tally += tally;
        self.summary.counted += &shown.counted;
        if self.arguments.diff {
            if let Some(after) = &outcome.proposed {
                fixing::difference(&mut self.out, &input.path, &input.stored.text, after)?;
            }
        } else if self.writes_text() && outcome.is_standard {
            self.out.write_all(input.stored.byte_order_mark())?;
            self.out.write_all(input.stored.text.as_bytes())?;
        }
        if self.arguments.statistics {
            return Ok(());
        }
        if self.prints_findings() {
            self.printer.draft(&mut self.out, input, &shown)
        } else {
            self.printer.draft(&mut io::stderr(), input, &shown)
        }
    }

    /// Whether this run puts accepted findings into the file at `path`.
    fn writes(&self, path: &Path) -> bool {
        let whole = |path: &Path| {
            let path = std::path::absolute(path).ok()?;
            Some(path.parent()?.canonicalize().ok()?.join(path.file_name()?))
        };
        let written = self.arguments.write_baseline.as_deref();
        written.is_some_and(|file| whole(path).is_some_and(|path| whole(file) == Some(path)))
    }

    /// Says that something could not be checked, and why; what holds for several drafts is said once.
    fn left_unchecked(&mut self, path: &Path, message: &str) {
        let path = out::from_here(path);
        if self.said.insert((path.to_owned(), message.to_owned())) {
            out::note(path, message);
            self.summary
                .unchecked
                .push((path.to_owned(), message.to_owned()));
        }
    }

    fn close(mut self) -> io::Result<u8> {
        if let (Some(accepted), Some(file)) = (
            self.accepting.take(),
            self.arguments.write_baseline.as_deref(),
        ) && let Err(message) = accepted.write(file)
        {
            self.left_unchecked(file, &message);
        }
        let closing = closing_line(&self.summary.tally);
        let is_pretty = self.arguments.format == Format::Pretty;
        let prints_findings = self.prints_findings();
        let out: &mut dyn Write = if prints_findings {
            &mut self.out
        } else {
            &mut io::stderr()
        };
        if self.arguments.statistics {
            self.summary.statistics(out)?;
        }
        // A difference leaves out what would be mended, so it cannot be counted with the rest.
        if !self.arguments.diff && (!self.arguments.statistics || is_pretty) {
            self.printer.close(out, &self.summary)?;
        }
        if prints_findings && is_pretty {
            writeln!(out, "{closing}")?;
        } else {
            out::say(&closing);
        }
        self.out.flush()?;
        Ok(self.summary.code())
    }

    /// Whether standard output is about findings.
    fn prints_findings(&self) -> bool {
        !self.arguments.diff && !self.writes_text()
    }

    /// Whether standard output is the mended text of standard input.
    fn writes_text(&self) -> bool {
        self.arguments.fix
            && self
                .arguments
                .paths
                .iter()
                .any(|path| path == Path::new("-"))
    }
}

pub(crate) fn wants_color(color: Color) -> Look {
    let colours = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
            set("NO_COLOR").is_none()
                && set("TERM").is_none_or(|term| term != "dumb")
                && io::stdout().is_terminal()
        }
    };
    if colours { Look::Coloured } else { Look::Plain }
}

/// What is asked for by the words behind `penholder check`.
#[cfg(test)]
fn arguments(words: &[&str]) -> Check {
    use clap::{Args, FromArgMatches};

    let command = Check::augment_args(clap::Command::new("check").no_binary_name(true));
    Check::from_arg_matches(&command.get_matches_from(words)).unwrap()
}
