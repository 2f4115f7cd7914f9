//! Commands that change a corpus: add, import, remove, cover, rebuild.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use citation::Date;
use corpus::Failure;
use corpus::import::Child;
use corpus::update::{self, Options, Report, Step};
use sources::Coverage;

use super::progress::Bar;
use super::{Add, Cover, Outcome, Trouble};
use crate::out::{self, several};
use crate::{CLEAN, UNCHECKED};

/// How many files with one trouble are named one by one.
const NAMED: usize = 20;

/// `corpus add`.
pub(super) fn add(root: &Path, add: &Add) -> Outcome {
    if let Some(missing) = add.paths.iter().find(|path| !path.exists()) {
        return Err(Trouble::at(missing, "there is no such file or folder"));
    }
    let options = options(add.jobs, "corpus add");
    let mut bar = Bar::new();
    let (mut named, mut advice) = (0, Advice::default());
    let done = update::add(root, &add.paths, &options, &mut |step| {
        if let Step::Read {
            path,
            failure: Some(failure),
            ..
        } = step
        {
            named += 1;
            if named <= NAMED {
                bar.note(path, &advice.on(failure));
            }
        }
        bar.step(step)
    });
    bar.end();
    let report = done.map_err(|error| Trouble::of(root, &error))?;
    say_unlisted(&report);
    tell(&report);
    let is_whole = report.failed.is_empty() && report.damaged.is_empty();
    Ok(if is_whole { CLEAN } else { UNCHECKED })
}

/// `corpus rebuild`.
pub(super) fn rebuild(root: &Path, jobs: usize) -> Outcome {
    let mut bar = Bar::new();
    let options = options(jobs, "corpus rebuild");
    let done = update::rebuild(root, &options, &mut |step| bar.step(step));
    bar.end();
    let report = done.map_err(|error| Trouble::of(root, &error))?;
    tell(&report);
    let is_whole = report.damaged.is_empty();
    Ok(if is_whole { CLEAN } else { UNCHECKED })
}

/// `corpus remove`.
pub(super) fn remove(root: &Path, names: &[String]) -> Outcome {
    let options = options(1, "corpus remove");
    let done = update::remove(root, names, &options);
    let report = done.map_err(|error| Trouble::of(root, &error))?;
    if report.forgotten == 0 {
        return Err(Trouble::at(
            names.join(", "),
            "nothing of that name is held",
        ));
    }
    tell(&report);
    Ok(CLEAN)
}

/// `corpus cover`.
pub(super) fn cover(root: &Path, cover: &Cover, today: Date) -> Outcome {
    let said = format!("{} {}", cover.series, cover.terms);
    let Some(series) = Coverage::parse(&said) else {
        let message = format!("“{said}” names no series; write it as A/RES 60-80");
        return Err(Trouble::at(root, message));
    };
    let as_of = match cover.as_of.as_deref().map(Date::parse_iso) {
        Some(None) => {
            let message = "--as-of has to be a day, as 2026-11-25";
            return Err(Trouble::at(root, message));
        }
        Some(day) => day,
        None => (!cover.withdraw).then_some(today),
    };
    let done = update::cover(root, &series, as_of, &options(1, "corpus cover"));
    let report = done.map_err(|error| Trouble::of(root, &error))?;
    match as_of {
        Some(day) => eprintln!("{series}: declared to be held in full, as of {day}"),
        None => eprintln!("{series}: no longer declared to be held in full"),
    }
    tell(&report);
    Ok(CLEAN)
}

fn options(jobs: usize, command: &str) -> Options {
    Options {
        jobs,
        child: reader(),
        command: command.to_owned(),
        ..Options::default()
    }
}

/// The child process that reads foreign formats.
pub(super) fn reader() -> Option<Child> {
    let program = std::env::current_exe().ok()?;
    Some(Child::new(program, &["corpus", "read-file"]))
}

/// What was wrong with files, with what can be done about it said once and not behind each of them.
#[derive(Default)]
pub(super) struct Advice {
    said: HashSet<String>,
}

impl Advice {
    /// What was wrong with a file, and, the first time, what can be done about it.
    pub(super) fn on(&mut self, failure: &Failure) -> String {
        if self.said.insert(failure.advice.clone()) {
            format!("{}. {}", failure.reason, failure.advice)
        } else {
            failure.reason.clone()
        }
    }
}

/// Folders that can't be listed come without a step of their own.
fn say_unlisted(report: &Report) {
    for (path, failure) in &report.failed {
        if Path::new(path).is_dir() {
            let message = format!("{}. {}", failure.reason, failure.advice);
            out::note(&PathBuf::from(path), &message);
        }
    }
}

/// Says what was done, on standard error, so that standard output stays free.
fn tell(report: &Report) {
    for (symbol, paths) in report.twice.iter().take(NAMED) {
        let others = paths.get(1..).unwrap_or_default().join(", ");
        let first = paths.first().map_or("", String::as_str);
        let message = format!(
            "{symbol} is held with different texts; this file, the newest, counts before {others}"
        );
        out::note(Path::new(first), &message);
    }
    for path in report.replaced.iter().take(NAMED) {
        let message = "some characters are not UTF-8 and were replaced. Save the file as UTF-8.";
        out::note(Path::new(path), message);
    }
    for what in report.damaged.iter().take(NAMED) {
        out::note(Path::new(what), "this is damaged and could not be mended");
    }
    let mut parts = Vec::new();
    let seen = report.read + report.unchanged + report.failed.len();
    if seen > 0 {
        parts.push(several(report.read, "file") + " read");
    }
    let mut part = |count: usize, what: &str| {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    };
    part(report.unchanged, "unchanged");
    part(report.forgotten, "taken out");
    part(
        report.failed.len(),
        "gave nothing (`penholder corpus list --failed`)",
    );
    if !parts.is_empty() {
        eprintln!("{}", parts.join(", "));
    }
    eprintln!(
        "the corpus holds {} in {}; fingerprint {}",
        several(report.documents as usize, "document"),
        several(usize::try_from(report.passages).unwrap_or(0), "passage"),
        report.fingerprint,
    );
}
