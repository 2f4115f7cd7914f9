//! The child process in which foreign formats are parsed.
//!
//! The parent starts the same binary with a hidden command, hands it the bytes over standard input, and
//! reads one line of JSON over standard output: the documents, or what was wrong. The child takes memory
//! and files from itself at its start, and the parent ends it when the time is over. So a parser that
//! panics, aborts or hangs costs one file.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Format, ImportError, Imported, Limits};

mod said;
mod serve;

pub use serve::{limit_self, serve_draft, serve_parent};

use said::{Said, error};

/// How often the parent looks whether a child that has said everything has ended.
const GLANCE: Duration = Duration::from_millis(1);

/// How much more memory than its file a child may use at the least, as a multiple of the file.
const PER_BYTE: u64 = 4;

/// How many bytes of what a dying child says on standard error are looked at.
const LAST_WORDS: u64 = 16 * 1024;

/// How to start the child.
#[derive(Clone, Debug)]
pub struct Child {
    program: PathBuf,
    arguments: Vec<String>,
}

impl Child {
    /// The child is `program` with `arguments`; the name of the format, the name of the file and the
    /// limit of memory in bytes are added behind them.
    pub fn new(program: PathBuf, arguments: &[&str]) -> Self {
        Self {
            program,
            arguments: arguments.iter().map(ToString::to_string).collect(),
        }
    }

    /// Has the child read `bytes`.
    ///
    /// # Errors
    /// What the child says, that it ran out of time, or that it broke off.
    pub fn read(
        &self,
        bytes: Vec<u8>,
        format: Format,
        path: &Path,
        limits: Limits,
    ) -> Result<Imported, ImportError> {
        match self.said(bytes, format, path, limits)? {
            Said::Documents {
                documents,
                replaced,
                left_out,
            } => Ok(Imported {
                documents: documents
                    .into_iter()
                    .map(|written| written.document(path))
                    .collect::<Result<_, _>>()?,
                replaced,
                left_out,
            }),
            Said::Failed { stage, reason } => Err(error(&stage, reason, format)),
            Said::Draft { .. } => Err(ImportError::Broken("it was not asked for this".into())),
        }
    }

    /// Has the child take the text of a draft out of `bytes`; it is to be one that serves with
    /// [`serve_draft`].
    ///
    /// # Errors
    /// What the child says, that it ran out of time, or that it broke off.
    pub fn draft_text(
        &self,
        bytes: Vec<u8>,
        format: Format,
        path: &Path,
        limits: Limits,
    ) -> Result<String, ImportError> {
        match self.said(bytes, format, path, limits)? {
            Said::Draft { text } => Ok(text),
            Said::Failed { stage, reason } => Err(error(&stage, reason, format)),
            Said::Documents { .. } => Err(ImportError::Broken("it was not asked for this".into())),
        }
    }

    fn said(
        &self,
        bytes: Vec<u8>,
        format: Format,
        path: &Path,
        limits: Limits,
    ) -> Result<Said, ImportError> {
        let broken = |error: std::io::Error| ImportError::Broken(error.to_string());
        let memory = limits.memory.max(bytes.len() as u64 * PER_BYTE);
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .arg(format.name())
            .arg(path)
            .arg(memory.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(broken)?;
        let (input, output) = (child.stdin.take(), child.stdout.take());
        let errors = child.stderr.take();
        // All pipes are served by threads, so that neither side waits for the other.
        let last_words = std::thread::spawn(move || {
            let mut said = Vec::new();
            if let Some(mut errors) = errors {
                // What is too long is read and dropped, and a pipe that breaks has said what it said.
                let _ = errors.by_ref().take(LAST_WORDS).read_to_end(&mut said);
                let _ = std::io::copy(&mut errors, &mut std::io::sink());
            }
            String::from_utf8_lossy(&said).into_owned()
        });
        let writer = std::thread::spawn(move || {
            // A child that does not read to the end has its reason, which it says itself.
            let _ = input.map(|mut input| input.write_all(&bytes));
        });
        let (said_all, end) = std::sync::mpsc::channel();
        let reader = std::thread::spawn(move || {
            let mut said = Vec::new();
            let whole = output.map(|mut output| output.read_to_end(&mut said));
            // Nobody hears it when the time was over before.
            let _ = said_all.send(());
            (said, matches!(whole, Some(Ok(_))))
        });
        let deadline = Instant::now() + limits.time;
        // Its output ends when the child does, or when its time is over, which is looked at below.
        let _ = end.recv_timeout(limits.time);
        let status = loop {
            match child.try_wait().map_err(broken)? {
                Some(status) => break Some(status),
                None if Instant::now() < deadline => std::thread::sleep(GLANCE),
                None => break None,
            }
        };
        if status.is_none() {
            // It may have ended by itself in between, and then there is nothing to end.
            let _ = child.kill();
            let _ = child.wait();
        }
        let _ = writer.join();
        let said = reader.join();
        let last_words = last_words.join().unwrap_or_default();
        let Some(status) = status else {
            let seconds = limits.time.as_secs();
            return Err(ImportError::BeyondLimit(format!(
                "reading it takes more than {seconds} seconds"
            )));
        };
        let ended = || end_of(&last_words, memory, &status.to_string());
        let Ok((said, true)) = said else {
            return Err(ended());
        };
        serde_json::from_slice(&said).map_err(|_| ended())
    }
}

/// Why a child ended without an answer, by what it said at its end.
fn end_of(last_words: &str, memory: u64, status: &str) -> ImportError {
    if last_words.contains("memory allocation of") || last_words.contains("out of memory") {
        let megabytes = memory / (1024 * 1024);
        return ImportError::BeyondLimit(format!(
            "reading it takes more than {megabytes} MB of memory"
        ));
    }
    if last_words.contains("overflowed its stack") {
        return ImportError::BeyondLimit("it is nested too deeply".into());
    }
    ImportError::Broken(status.to_owned())
}

#[cfg(test)]
mod tests {
    use super::said::said_as;
    use super::*;

    #[test]
    fn a_document_goes_through_the_pipe_unchanged() {
        let path = Path::new("a.md");
        let text = "---\nsymbol: A/RES/67/172\ntitle: T\n---\nThe Assembly,\n\n1. Decides.\n";
        let mut said = Vec::new();
        serve_parent(Format::Markdown, path, text.as_bytes(), &mut said).unwrap();
        let Said::Documents { documents, .. } = serde_json::from_slice(&said).unwrap() else {
            panic!("it holds a document");
        };
        let straight = sources::read::whole(text, path).unwrap();
        assert_eq!(documents[0].document(path).unwrap(), straight);
    }

    #[test]
    fn what_was_wrong_comes_back_as_it_was() {
        for wrong in [
            ImportError::Empty,
            ImportError::OldWord,
            ImportError::NoDocument,
            ImportError::NoTextLayer,
            ImportError::Encrypted,
            ImportError::NoReader(Format::Pdf),
            ImportError::BeyondLimit("it is deep".into()),
            ImportError::Damaged("page 3".into()),
        ] {
            let (stage, reason) = said_as(&wrong);
            let back = error(stage, reason, Format::Pdf);
            assert_eq!(back.to_string(), wrong.to_string());
        }
    }

    #[test]
    fn the_last_words_of_a_child_tell_why_it_ended() {
        let why = |words: &str| end_of(words, 512 << 20, "signal: 6").to_string();
        assert_eq!(
            why("memory allocation of 8589934592 bytes failed"),
            "it was given up, because reading it takes more than 512 MB of memory"
        );
        assert_eq!(
            why("thread 'main' has overflowed its stack"),
            "it was given up, because it is nested too deeply"
        );
        assert!(why("").contains("signal: 6"));
    }

    #[cfg(unix)]
    #[test]
    fn a_child_that_hangs_dies_or_babbles_costs_one_file() {
        let limits = Limits {
            time: Duration::from_millis(100),
            ..Limits::default()
        };
        let read = |script: &str| {
            Child::new("/bin/sh".into(), &["-c", script])
                .read(vec![b'x'; 1 << 20], Format::Pdf, Path::new("a.pdf"), limits)
                .unwrap_err()
        };
        assert!(matches!(read("exec sleep 60"), ImportError::BeyondLimit(_)));
        assert!(matches!(read("kill -9 $$"), ImportError::Broken(_)));
        assert!(matches!(read("echo '{'"), ImportError::Broken(_)));
        assert!(matches!(read("exit 3"), ImportError::Broken(_)));
        let missing = Child::new("/no/such/program".into(), &[]);
        let error = missing.read(Vec::new(), Format::Pdf, Path::new("a"), limits);
        assert!(matches!(error, Err(ImportError::Broken(_))));
    }
}
