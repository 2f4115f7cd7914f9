//! How far a change has come, on standard error, where somebody looks at it.

use corpus::update::{Go, Step};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar that follows the steps of a change.
pub(super) struct Bar {
    shown: ProgressBar,
    files: usize,
    read: usize,
}

impl Bar {
    /// A bar that is not there where standard error is no terminal.
    pub(super) fn new() -> Self {
        Self {
            shown: ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr()),
            files: 0,
            read: 0,
        }
    }

    /// A bar over `count` things that are called `what`.
    pub(super) fn over(count: usize, what: &str) -> Self {
        let bar = Self::new();
        bar.shown.set_length(count as u64);
        bar.shown.set_style(style(
            "{wide_bar} {human_pos} of {human_len} {prefix}, {eta} left",
        ));
        bar.shown.set_prefix(what.to_owned());
        bar
    }

    pub(super) fn at(&self, position: usize) {
        self.shown.set_position(position as u64);
    }

    /// Shows a step.
    pub(super) fn step(&mut self, step: Step<'_>) -> Go {
        match step {
            Step::Found { files, bytes } => {
                self.files = files;
                self.shown.set_length(bytes);
                self.shown.set_style(style(
                    "{wide_bar} {prefix} files, {binary_bytes_per_sec}, {eta} left",
                ));
                self.shown.set_prefix(format!("0 of {files}"));
            }
            Step::Read { bytes, .. } => {
                self.read += 1;
                self.shown
                    .set_prefix(format!("{} of {}", self.read, self.files));
                self.shown.inc(bytes);
            }
            Step::GoingOn { documents } => {
                let message = format!("going on: {documents} documents are indexed first");
                self.spin(message);
            }
            Step::Publishing => self.spin("writing the index".to_owned()),
        }
        Go::On
    }

    /// Says a line above the bar.
    pub(super) fn note(&self, path: &std::path::Path, message: &str) {
        self.shown.suspend(|| crate::out::note(path, message));
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.shown.finish_and_clear();
    }

    fn spin(&self, message: String) {
        self.shown.set_style(style("{spinner} {msg}"));
        self.shown.set_message(message);
        self.shown.tick();
    }
}

/// The templates stand above and are tried by a test; a wrong one would show the standard bar.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}
