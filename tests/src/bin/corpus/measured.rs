//! The library that is measured, and the table of what it takes to build and to ask.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tests::Used;
use tests::library::asking::QUESTIONS;
use tests::library::{generator, speed};

use crate::{ASKED, Failure};

/// The largest library of which a build is broken off.
const LARGEST_BROKEN_OFF: usize = 5_000;

/// How often a whole process is measured, and how often a corpus is opened.
const STARTED: usize = 11;

/// Builds and asks a library of as many documents as `words` say.
pub(crate) fn measure(words: &[&str]) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let texts = folder.path().join("texts");
    let began = (Instant::now(), speed::busy());
    let documents = words
        .iter()
        .find_map(|word| word.parse().ok())
        .unwrap_or(2000);
    let measured = Measured {
        alone: folder.path().join("bare"),
        ours: folder.path().join("ours"),
        size: generator::write(&texts, documents)?,
        threads: std::thread::available_parallelism().map_or(1, usize::from),
        texts,
        documents,
    };
    let mut table = measured.table()?;
    let part = measured.part(folder.path(), documents.min(LARGEST_BROKEN_OFF))?;
    part.build("build-ours", &part.ours)?;
    let again = part.resumed(&part.alone)?;
    writeln!(
        table,
        "\nA build of {} documents that is killed when it has written half of its packs, and run again, reads \
         {again} of the files.{}",
        part.documents,
        others_since(began)
    )?;
    Ok(tests::show_section("corpus speed", &table, words)?)
}

/// What other processes have taken of the processors meanwhile, in a sentence.
fn others_since((start, before): (Instant, Option<(f64, f64)>)) -> String {
    let Some(((busy, own), (busy_before, own_before))) = speed::busy().zip(before) else {
        return String::new();
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let all = start.elapsed().as_secs_f64() * cores as f64;
    let others = (busy - busy_before) - (own - own_before);
    format!(
        "\n\nOther processes took {:.0} % of the time of the processors during these measures.",
        100.0 * (others / all).clamp(0.0, 1.0)
    )
}

/// The library that is measured: its texts, the bare engine's index, our corpus.
struct Measured {
    texts: PathBuf,
    alone: PathBuf,
    ours: PathBuf,
    documents: usize,
    threads: usize,
    /// Size of the texts in bytes.
    size: u64,
}

impl Measured {
    /// Builds in a process of its own: seconds, peak in MiB, processor seconds, files read.
    fn build(&self, how: &str, place: &Path) -> Result<[f64; 4], Failure> {
        let output = self.builder(how, place)?.output()?;
        let said = String::from_utf8(output.stdout)?;
        let numbers: Vec<f64> = said
            .split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect();
        numbers
            .try_into()
            .map_err(|_| format!("{how} failed").into())
    }

    fn builder(&self, how: &str, place: &Path) -> Result<Command, Failure> {
        let mut command = Command::new(std::env::current_exe()?);
        command
            .arg(how)
            .arg(&self.texts)
            .arg(place)
            .arg(self.threads.to_string());
        Ok(command)
    }

    /// Kills a build when its packs have half of what they will have, and builds again; returns how many
    /// files the second one read.
    fn resumed(&self, place: &Path) -> Result<f64, Failure> {
        let packs = |place: &Path| speed::size(&place.join("packs")).unwrap_or(0);
        let half = packs(&self.ours) / 2;
        let mut child = self
            .builder("build-ours", place)?
            .stdout(Stdio::null())
            .spawn()?;
        while child.try_wait()?.is_none() && packs(place) < half {
            std::thread::sleep(Duration::from_millis(5));
        }
        child.kill()?;
        child.wait()?;
        let [.., files] = self.build("build-ours", place)?;
        Ok(files)
    }

    /// The median time of a whole process to its first answer.
    fn first(&self, temperature: Temperature) -> Result<[Duration; 2], Failure> {
        let this = std::env::current_exe()?;
        let symbol = generator::symbol(self.documents / 2).0;
        median(|| {
            self.bring(temperature);
            let mut command = Command::new(&this);
            command.arg("first").arg(&self.ours).arg(&symbol);
            command
        })
    }

    fn bring(&self, temperature: Temperature) {
        match temperature {
            // What cannot be read fails where it is asked for.
            Temperature::Warm => drop(speed::warm(&self.ours)),
            Temperature::Cold => speed::cool(&self.ours),
        }
    }

    /// What a process with these arguments says: times in nanoseconds or other numbers, a line for each.
    fn said(&self, temperature: Temperature, arguments: &[&str]) -> Result<Vec<Vec<u64>>, Failure> {
        self.bring(temperature);
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(arguments[0]).arg(&self.ours);
        let output = command.args(&arguments[1..]).output()?;
        if !output.status.success() {
            return Err(format!(
                "{}: {}",
                arguments[0],
                String::from_utf8_lossy(&output.stderr)
            )
            .into());
        }
        let numbers = |line: &str| line.split(' ').filter_map(|it| it.parse().ok()).collect();
        Ok(String::from_utf8(output.stdout)?
            .lines()
            .map(numbers)
            .collect())
    }

    /// The table of questions, and what memory of the process that was asked them all is its own, in MiB.
    fn questions(&self) -> Result<(String, u64), Failure> {
        let documents = self.documents.to_string();
        let mut rows = vec![(
            "open the index and search once",
            self.said(Temperature::Warm, &["open", "100"])?.concat(),
            self.opened_cold()?,
        )];
        let mut warm = self.said(Temperature::Warm, &["ask", &documents])?;
        let memory = warm.pop().and_then(|line| line.first().copied());
        for (at, (what, warm)) in QUESTIONS.iter().zip(warm).enumerate() {
            let cold = self.said(Temperature::Cold, &["ask", &documents, &at.to_string()])?;
            rows.push((what, warm, cold.concat()));
        }
        let mut table = String::new();
        for (what, warm, cold) in rows {
            let times = warm.iter().chain(&cold).map(|time| nanoseconds(*time));
            let times: Vec<String> = times.collect();
            writeln!(table, "| {what} | {} |", times.join(" | "))?;
        }
        Ok((
            table,
            memory.ok_or("the process said nothing of its memory")?,
        ))
    }

    /// Opens the corpus from a cold cache in several processes: the middle of their times, and the longest.
    fn opened_cold(&self) -> Result<Vec<u64>, Failure> {
        let mut taken = Vec::with_capacity(STARTED);
        for _ in 0..STARTED {
            taken.extend(
                self.said(Temperature::Cold, &["open", "1"])?
                    .concat()
                    .first(),
            );
        }
        taken.sort_unstable();
        Ok(vec![taken[STARTED / 2], taken[STARTED - 1]])
    }

    /// A library of the first `documents` of this one.
    fn part(&self, folder: &Path, documents: usize) -> Result<Self, Failure> {
        let folder = folder.join("part");
        let texts = folder.join("texts");
        Ok(Self {
            size: generator::write(&texts, documents)?,
            alone: folder.join("again"),
            ours: folder.join("ours"),
            threads: self.threads,
            texts,
            documents,
        })
    }

    fn table(&self) -> Result<String, Failure> {
        let share = |place: &Path| -> Result<f64, Failure> {
            Ok(speed::size(place)? as f64 / self.size as f64)
        };
        let alone = self.build("build-bare", &self.alone)?;
        let alone_share = share(&self.alone)?;
        // A large library needs the room.
        std::fs::remove_dir_all(&self.alone)?;
        let ours = self.build("build-ours", &self.ours)?;
        let (warm, cold) = (
            self.first(Temperature::Warm)?,
            self.first(Temperature::Cold)?,
        );
        let nothing = median(|| Command::new("true"))?;
        let (asked, memory) = self.questions()?;
        Ok(format!(
            "## Corpus of {documents} documents\n\n\
             Made by `cargo run --release -p tests --bin corpus -- speed {documents} --write`: generated \
             documents, {size} MB of text, {threads} threads on {}. The bare engine indexes the same paragraphs \
             with its own defaults, in the same run.\n\n\
             | what | ours | bare engine | ratio |\n| --- | ---: | ---: | ---: |\n\
             | build, wall time | {:.1} s | {:.1} s | {:.2} |\n\
             | build, processor time | {:.1} s | {:.1} s | {:.2} |\n\
             | build, peak memory | {:.0} MiB | {:.0} MiB | |\n\
             | size on disk, of the text | {:.2} | {:.2} | |\n\n\
             A whole process, from its start to its end:\n\n\
             | process | on the clock | of the processor |\n| --- | ---: | ---: |\n\
             | an empty one | {} |\n\
             | first symbol, warm | {} |\n\
             | first symbol, cold | {} |\n\n\
             Each question is asked {ASKED} times, each time about something else. Warm: the files are in the \
             page cache. Cold: they were taken out of it before the first of the {ASKED}, and the process is \
             new; of opening, the longest of {STARTED} stands in the last column.\n\n\
             | question | warm: median | 99 of 100 within | cold: median | 99 of 100 within |\n\
             | --- | ---: | ---: | ---: | ---: |\n\
             {asked}\n\
             Memory of the asking process that is its own, after all these questions: {memory} MiB.\n",
            speed::processor(),
            ours[0],
            alone[0],
            ours[0] / alone[0],
            ours[2],
            alone[2],
            ours[2] / alone[2],
            ours[1],
            alone[1],
            share(&self.ours)?,
            alone_share,
            both(nothing),
            both(warm),
            both(cold),
            documents = self.documents,
            size = self.size / 1_000_000,
            threads = self.threads,
        ))
    }
}

/// Whether files are in the page cache.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Temperature {
    Warm,
    Cold,
}

/// The medians of several runs of a command that has to succeed: time on the clock, time of the processor.
fn median(mut command: impl FnMut() -> Command) -> Result<[Duration; 2], Failure> {
    let mut runs = Vec::with_capacity(STARTED);
    for _ in 0..STARTED {
        let used = Used::by(&mut command())?;
        if !used.status.success() {
            return Err("a measured process failed".into());
        }
        runs.push(used);
    }
    Ok(Used::middle(&runs))
}

/// "2.1 ms | 1.9 ms".
fn both([taken, worked]: [Duration; 2]) -> String {
    format!("{} | {}", milliseconds(taken), milliseconds(worked))
}

fn milliseconds(time: Duration) -> String {
    format!("{:.3} ms", time.as_secs_f64() * 1000.0)
}

fn nanoseconds(time: u64) -> String {
    milliseconds(Duration::from_nanos(time))
}
