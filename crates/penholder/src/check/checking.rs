//! Reads and checks drafts and writes what was found, several at the same time; it is printed later and in order.

use std::path::PathBuf;
use std::sync::Arc;

use citation::Date;
use report::Tally;
use workspace::{Analysis, Workspace, Workspaces};

use super::fixing;
use super::formats::Printer;
use super::input::{Input, analyse};
use super::selection::{Selection, Shown, Trouble};
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
    pub(super) workspace: Arc<Workspace>,
    /// What was found; `None` after a fault of the program.
    pub(super) found: Option<Found>,
    /// What mending has done, or why it was left.
    pub(super) mended: Result<usize, String>,
    /// The text as it was before it was mended, for the difference.
    pub(super) before: Option<String>,
}

/// What was found in a draft.
pub(super) struct Found {
    pub(super) findings: Findings,
    /// How many references are held.
    pub(super) tally: Tally,
}

/// The findings of a draft.
pub(super) enum Findings {
    /// As they are to be shown, or why it cannot be told which are.
    Shown(Result<Shown, Trouble>),
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
    /// Reads and checks one draft; several are checked at the same time.
    pub(super) fn check(&self, named: &Named) -> Checked {
        let (path, input) = match named {
            Named::Standard => {
                let filename = self.arguments.stdin_filename.as_deref();
                (PathBuf::from("-"), Input::standard(filename))
            }
            Named::File(path) => (path.clone(), Input::file(path)),
        };
        let outcome = input.map(|input| self.outcome(named, input));
        Checked { path, outcome }
    }

    fn outcome(&self, named: &Named, mut input: Input) -> Outcome {
        let workspace = self.workspaces.of(&input.location());
        let mut analysis = analyse(&input, &workspace, self.today);
        let mut mended = Ok(0);
        let mut before = None;
        // A Word file is only read.
        if (self.arguments.fix || self.arguments.diff)
            && !input.is_word()
            && let Some(found) = &analysis
        {
            let fixed = fixing::fixed(&input, &workspace, self.today, found);
            if let Some(fixed) = fixed {
                mended = Ok(fixed.mended);
                before = Some(std::mem::take(&mut input.stored.text));
                if self.arguments.fix {
                    let file = match named {
                        Named::Standard => None,
                        Named::File(path) => Some(path.as_path()),
                    };
                    mended = fixing::write(&input, file, &fixed.text).map(|()| fixed.mended);
                }
                input = input.with_text(fixed.text);
                analysis = analyse(&input, &workspace, self.today);
            }
        }
        Outcome {
            found: analysis.map(|analysis| self.found(&input, &workspace, analysis)),
            input,
            workspace,
            mended,
            before,
        }
    }

    fn found(&self, input: &Input, workspace: &Workspace, analysis: Analysis) -> Found {
        let tally = Tally::of(&analysis.resolved);
        if self.accepts {
            let findings = Findings::Accepted(Box::new(analysis));
            return Found { findings, tally };
        }
        let selected = self.selection.of(input, analysis, workspace);
        let shown = selected.map(|(findings, accepted)| {
            let written = self.printer.map(|it| it.written(input, &findings));
            Shown {
                findings,
                accepted,
                written: written.unwrap_or_default(),
            }
        });
        let findings = Findings::Shown(shown);
        Found { findings, tally }
    }
}
