//! A record of a conversation for `penholder lsp --trace FILE`: one JSON object on a line for each message,
//! with the second it passed and who sent it.
//!
//! Drafts are confidential, so a trace keeps the shape of every text and none of its words: each letter
//! becomes another of the same width, each figure a nought. Played back, it asks the same of the server at
//! the same positions; the tests do so.

use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use serde_json::{Map, Value, json};

use crate::framing::Frames;

/// Keys whose strings name parts of the protocol or places, and never quote a text.
const NAMES: [&str; 24] = [
    "baseUri",
    "code",
    "event",
    "globPattern",
    "href",
    "id",
    "identifier",
    "jsonrpc",
    "kind",
    "languageId",
    "locale",
    "method",
    "newUri",
    "oldUri",
    "positionEncoding",
    "positionEncodings",
    "previousResultId",
    "resultId",
    "rootUri",
    "source",
    "token",
    "trace",
    "uri",
    "version",
];

/// Messages without a word of any text: what client and server can do, and settings.
const WITHOUT_TEXT: [&str; 4] = [
    "initialize",
    "client/registerCapability",
    "workspace/configuration",
    "workspace/didChangeConfiguration",
];

/// Who sent a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Speaker {
    Client,
    Server,
}

/// A trace that is being written.
pub struct Trace {
    began: Instant,
    record: Mutex<Record>,
}

struct Record {
    out: Box<dyn io::Write + Send>,
    /// What the server has begun to say.
    spoken: Frames,
}

impl Trace {
    /// Begins a trace in a new file at `path`, in place of what was there.
    ///
    /// # Errors
    /// Where the file cannot be made.
    pub fn begin(path: &Path) -> io::Result<Self> {
        Ok(Self::into(BufWriter::new(File::create(path)?)))
    }

    /// Begins a trace that is written to `out`.
    pub fn into(out: impl io::Write + Send + 'static) -> Self {
        Self {
            began: Instant::now(),
            record: Mutex::new(Record {
                out: Box::new(out),
                spoken: Frames::default(),
            }),
        }
    }

    /// Takes down one whole message of the client.
    pub(crate) fn heard(&self, body: &[u8]) {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        self.take_down(&mut record, Speaker::Client, body);
    }

    /// Takes down what the server writes, message by message as they become whole.
    pub(crate) fn said(&self, bytes: &[u8]) {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner);
        record.spoken.push(bytes);
        while let Some(body) = record.spoken.pop() {
            self.take_down(&mut record, Speaker::Server, &body);
        }
    }

    /// A trace that cannot be written any more (a full disk) is no reason to end the conversation.
    fn take_down(&self, record: &mut Record, speaker: Speaker, body: &[u8]) {
        let Ok(message) = serde_json::from_slice::<Value>(body) else {
            return;
        };
        let line = json!({
            "seconds": self.began.elapsed().as_secs_f64(),
            "from": match speaker {
                Speaker::Client => "client",
                Speaker::Server => "server",
            },
            "message": without_words(message),
        });
        let _ = writeln!(record.out, "{line}").and_then(|()| record.out.flush());
    }
}

/// The message with every word of a text made unreadable.
fn without_words(message: Value) -> Value {
    let method = message["method"].as_str().unwrap_or_default();
    if WITHOUT_TEXT.contains(&method) {
        return message;
    }
    masked("", message)
}

fn masked(key: &str, value: Value) -> Value {
    match value {
        Value::String(words) if NAMES.contains(&key) => Value::String(words),
        Value::String(words) => Value::String(words.chars().map(shape).collect()),
        Value::Array(items) => items.into_iter().map(|item| masked(key, item)).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(key, value)| {
                let value = masked(&key, value);
                (key, value)
            })
            .collect::<Map<_, _>>()
            .into(),
        other => other,
    }
}

/// A character that takes as many bytes in UTF-8 and as many units in UTF-16.
fn shape(letter: char) -> char {
    if letter.is_numeric() && letter.is_ascii() {
        return '0';
    }
    if !letter.is_alphanumeric() {
        return letter;
    }
    match letter.len_utf8() {
        1 if letter.is_uppercase() => 'X',
        1 => 'x',
        2 => 'é',
        3 => '一',
        _ => '𝔁',
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Shared(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_text_keeps_its_shape_and_loses_its_words() {
        let text = "Sécrétaire général, 67/172 \u{1F54A} 決議 Ω\n";
        let hidden: String = text.chars().map(shape).collect();
        assert_eq!(hidden.len(), text.len());
        assert_eq!(hidden.encode_utf16().count(), text.encode_utf16().count());
        assert_eq!(hidden, "Xéxxéxxxxx xéxéxxx, 00/000 \u{1F54A} 一一 é\n");
    }

    #[test]
    fn both_sides_are_taken_down_and_names_stay() {
        let out = Shared::default();
        let trace = Trace::into(out.clone());
        trace.heard(br#"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.md","languageId":"markdown","version":1,"text":"Secret 1"}}}"#);
        let said = "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{\"contents\":\"Secret\"}}";
        let framed = format!("Content-Length: {}\r\n\r\n{said}", said.len());
        let (one, two) = framed.as_bytes().split_at(30);
        trace.said(one);
        trace.said(two);
        trace.heard(b"no JSON");
        let written = String::from_utf8(out.0.lock().unwrap().clone()).unwrap();
        let lines: Vec<Value> = written
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0]["from"], "client");
        let opened = &lines[0]["message"]["params"]["textDocument"];
        assert_eq!(opened["text"], "Xxxxxx 0");
        assert_eq!(opened["uri"], "file:///a.md");
        assert_eq!(lines[1]["from"], "server");
        assert_eq!(lines[1]["message"]["result"]["contents"], "Xxxxxx");
        assert!(!written.contains("ecret"));
    }
}
