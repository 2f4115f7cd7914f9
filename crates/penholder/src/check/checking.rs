//! Reads and checks drafts and writes what was found, several at the same time; it is printed later and in order.
//!
//! Two steps: [`Checker::check`] reads, mends and checks a draft, [`Checker::choose`] leaves what is to be shown of
//! it and writes that. What mending changes has changed since any revision, so the second step waits for the
//! first of every draft where both are asked for.

use std::path::PathBuf;
use std::sync::Arc;

use citation::Date;
use report::Tally;
use workspace::{Analysis, Workspace, Workspaces};

use super::FAULT;
use super::fixing;
use super::formats::Printer;
use super::input::{Input, analyse, guarded};
use super::selection::{Selection, Shown, Trouble};
use super::summary::Counted;
use crate::arguments::Check;

/// Something to check.
pub(super) enum Named {
    Standard,
    File(PathBuf),
}

/// A draft that was looked at.
pub(super) struct Checked {
    pub(super) path: PathBuf,
    pub(super) outcome: Result<Outcome, String>,
}

/// A draft that was read.
pub(super) struct Outcome {
    pub(super) input: Input,
    /// Whether it came from standard input.
    pub(super) is_standard: bool,
    pub(super) workspace: Arc<Workspace>,
    /// What was found, or why it cannot be told.
    pub(super) found: Result<Found, Trouble>,
    /// What mending has done, or why it was left.
    pub(super) mended: Result<usize, String>,
    /// The text as mending would make it, where the difference is asked for.
    pub(super) proposed: Option<String>,
}

/// What was found in a draft.
pub(super) struct Found {
    pub(super) findings: Findings,
    /// How many references are held.
    pub(super) tally: Tally,
}

/// The findings of a draft.
pub(super) enum Findings {
    /// As they are to be shown, once they were chosen.
    Shown(Shown),
    /// All of them, where they are being accepted.
    Accepted(Box<Analysis>),
}

/// What every draft is checked with.
pub(super) struct Checker<'a> {
    pub(super) arguments: &'a Check,
    pub(super) today: Date,
    pub(super) workspaces: &'a Workspaces,
    pub(super) selection: &'a Selection,
    /// What writes the findings, where they are printed.
    pub(super) printer: Option<&'a dyn Printer>,
    /// Whether what is found is being accepted.
    pub(super) accepts: bool,
}

impl Checker<'_> {
    /// Reads, mends and checks one draft; several are checked at the same time.
    pub(super) fn check(&self, named: &Named) -> Checked {
        let (path, input) = match named {
            Named::Standard => {
                let filename = self.arguments.stdin_filename.as_deref();
                (PathBuf::from("-"), Input::standard(filename))
            }
            Named::File(path) => (path.clone(), Input::file(path)),
        };
        let outcome = input.and_then(|input| {
            guarded(|| self.outcome(named, input)).ok_or_else(|| FAULT.to_owned())
        });
        Checked { path, outcome }
    }

    /// Leaves the findings that are to be shown and writes them; several drafts are written at the same time.
    pub(super) fn choose(&self, checked: &mut Checked) {
        let Ok(outcome) = &mut checked.outcome else {
            return;
        };
        let input = &outcome.input;
        let Ok(Found {
            findings: Findings::Shown(shown),
            ..
        }) = &mut outcome.found
        else {
            return;
        };
        let done = guarded(|| {
            self.selection.leave_changed(input, &mut shown.findings)?;
            shown.counted = Counted::of(&shown.findings);
            if self.arguments.diff {
                // What would be mended is in the difference.
                shown.findings.retain(|finding| !fixing::is_safe(finding));
            }
            let written = match self.printer {
                Some(printer) => printer.written(input, &shown.findings),
                None => Some(Vec::new()),
            };
            if let Some(written) = written {
                shown.written = written;
                shown.findings = Vec::new();
            }
            Ok(())
        });
        if let Err(trouble) = done.unwrap_or_else(|| Err(fault(input))) {
            outcome.found = Err(trouble);
        }
    }

    fn outcome(&self, named: &Named, mut input: Input) -> Outcome {
        let (workspace, mut analysis) = self
            .workspaces
            .asked(&input.location(), |it| analyse(&input, it, self.today));
        let mut mended = Ok(0);
        let mut proposed = None;
        // A Word file is only read.
        if (self.arguments.fix || self.arguments.diff)
            && !input.is_word()
            && let Some(found) = &analysis
            && let Some(fixed) = fixing::fixed(&input, &workspace, self.today, found)
        {
            if self.arguments.diff {
                proposed = Some(fixed.text);
            } else {
                let file = match named {
                    Named::Standard => None,
                    Named::File(path) => Some(path.as_path()),
                };
                mended = fixing::write(&input, file, &fixed.text).map(|()| fixed.mended);
                // What could not be written is still in the file.
                if mended.is_ok() {
                    input = input.with_text(fixed.text);
                    analysis = analyse(&input, &workspace, self.today);
                }
            }
        }
        let found = match analysis {
            Some(analysis) => self.found(&input, &workspace, analysis),
            None => Err(fault(&input)),
        };
        Outcome {
            input,
            is_standard: matches!(named, Named::Standard),
            workspace,
            found,
            mended,
            proposed,
        }
    }

    /// What was found, before it is chosen what of it is shown.
    fn found(
        &self,
        input: &Input,
        workspace: &Workspace,
        analysis: Analysis,
    ) -> Result<Found, Trouble> {
        let tally = Tally::of(&analysis.resolved);
        let findings = if self.accepts {
            Findings::Accepted(Box::new(analysis))
        } else {
            Findings::Shown(self.selection.open(input, analysis, workspace)?)
        };
        Ok(Found { findings, tally })
    }
}

fn fault(input: &Input) -> Trouble {
    (input.path.clone(), FAULT.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::arguments;
    use super::super::formats::{Look, printer};
    use super::super::summary::Summary;
    use super::*;
    use crate::arguments::Format;
    use rules::Finding;
    use std::io::{self, Write};
    use std::path::Path;

    /// Cannot write what was found in `bad.md`.
    struct Failing;

    impl Printer for Failing {
        fn written(&self, input: &Input, _: &[Finding]) -> Option<Vec<u8>> {
            assert!(!input.path.ends_with("bad.md"));
            None
        }

        fn draft(&mut self, _: &mut dyn Write, _: &Input, _: &Shown) -> io::Result<()> {
            Ok(())
        }

        fn close(&mut self, _: &mut dyn Write, _: &Summary) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is found in a draft of this name, with findings to be printed by `printer`.
    fn found(folder: &Path, name: &str, printer: &dyn Printer) -> Result<Found, Trouble> {
        let arguments = arguments(&[]);
        let checker = Checker {
            arguments: &arguments,
            today: Date::new(2025, 6, 1).unwrap(),
            workspaces: &Workspaces::default(),
            selection: &Selection::new(&arguments),
            printer: Some(printer),
            accepts: false,
        };
        let path = folder.join(name);
        std::fs::write(&path, "See A/HCR/22/1.\n").unwrap();
        let mut draft = checker.check(&Named::File(path));
        checker.choose(&mut draft);
        draft.outcome.unwrap().found
    }

    #[test]
    fn a_fault_in_writing_costs_one_draft() {
        let folder = tempfile::tempdir().unwrap();
        let bad = found(folder.path(), "bad.md", &Failing).err();
        assert_eq!(bad, Some((folder.path().join("bad.md"), FAULT.to_owned())));
        assert!(found(folder.path(), "good.md", &Failing).is_ok());
    }

    #[test]
    fn findings_are_kept_only_where_they_are_not_written_yet() {
        let folder = tempfile::tempdir().unwrap();
        for (format, kept) in [(Format::Concise, 0), (Format::Junit, 1)] {
            let found = found(folder.path(), "a.md", &*printer(format, Look::Plain)).unwrap();
            let Findings::Shown(shown) = found.findings else {
                panic!("nothing is being accepted");
            };
            assert_eq!(shown.findings.len(), kept);
            assert_eq!(shown.written.is_empty(), kept > 0);
        }
    }
}
