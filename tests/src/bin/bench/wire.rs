//! An editor at the other end of a server's standard streams: opens one text, types into it, asks, and says how
//! long each answer took. Knows no server in particular.
//!
//! A message is written from bytes that were made before the clock starts, and an answer is stamped when its last
//! byte is read, before it is decoded.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use ropey::Rope;
use serde_json::{Value, json};
use server::{Encoding, Positions};

use crate::Failure;

/// How long one answer may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// The address of the text.
const DRAFT: &str = "file:///draft.md";

/// An editor with one text open.
pub(crate) struct Editor {
    child: Child,
    input: ChildStdin,
    output: Receiver<(Instant, Vec<u8>)>,
    text: Rope,
    version: i32,
    last_id: i64,
    /// Whether the server wants the whole text at every change.
    wants_all: bool,
}

impl Editor {
    /// Starts a server, opens `text`, and gives the time from the start to the first findings.
    pub(crate) fn open(server: &mut Command, text: &str) -> Result<(Self, Duration), Failure> {
        let item = json!({ "uri": DRAFT, "languageId": "markdown", "version": 1, "text": text });
        let opening = notification("textDocument/didOpen", &json!({ "textDocument": item }));
        let start = Instant::now();
        let mut child = server
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let input = child.stdin.take().ok_or("the server has no input")?;
        let output = child.stdout.take().ok_or("the server has no output")?;
        let mut editor = Self {
            child,
            input,
            output: read(output),
            text: Rope::from_str(text),
            version: 1,
            last_id: 0,
            wants_all: false,
        };
        let hello = editor.request("initialize", &hello());
        editor.send(&hello)?;
        let capabilities = editor.answer()?.1["result"]["capabilities"].clone();
        let sync = &capabilities["textDocumentSync"];
        editor.wants_all = sync == 1 || sync["change"] == 1;
        editor.send(&notification("initialized", &json!({})))?;
        editor.send(&opening)?;
        let first = editor.findings()?;
        Ok((editor, first - start))
    }

    /// The text as it is.
    pub(crate) fn text(&self) -> &Rope {
        &self.text
    }

    /// Types a letter at a byte offset, and gives the time to the findings of the text with it.
    pub(crate) fn key(&mut self, at: usize, letter: char) -> Result<Duration, Failure> {
        let change = self.change(at, letter);
        let start = Instant::now();
        self.send(&change)?;
        Ok(self.findings()? - start)
    }

    /// Types a letter and asks right behind it; gives the time to the answer.
    pub(crate) fn ask_behind_key(
        &mut self,
        method: &str,
        at: usize,
        letter: char,
    ) -> Result<Duration, Failure> {
        let mut sent = self.change(at, letter);
        let position = Positions::new(&self.text, Encoding::Utf16).position(at);
        let params = json!({ "textDocument": { "uri": DRAFT }, "position": position });
        sent.extend(self.request(method, &params));
        let start = Instant::now();
        self.send(&sent)?;
        let time = self.answer()?.0 - start;
        Ok(time)
    }

    /// Memory of the server that is its own, in MB.
    pub(crate) fn memory(&self) -> Result<f64, Failure> {
        anonymous(self.child.id())
    }

    /// Takes in whatever comes within `time`.
    pub(crate) fn rest(&mut self, time: Duration) -> Result<(), Failure> {
        let end = Instant::now() + time;
        while let Ok((_, message)) = self
            .output
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            self.reply(&head_of(&message))?;
        }
        Ok(())
    }

    fn change(&mut self, at: usize, letter: char) -> Vec<u8> {
        let position = Positions::new(&self.text, Encoding::Utf16).position(at);
        self.text.insert_char(self.text.byte_to_char(at), letter);
        self.version += 1;
        let change = if self.wants_all {
            json!({ "text": self.text.to_string() })
        } else {
            json!({ "range": { "start": position, "end": position }, "text": letter.to_string() })
        };
        let params = json!({
            "textDocument": { "uri": DRAFT, "version": self.version },
            "contentChanges": [change],
        });
        notification("textDocument/didChange", &params)
    }

    fn request(&mut self, method: &str, params: &Value) -> Vec<u8> {
        self.last_id += 1;
        framed(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }))
    }

    fn send(&mut self, message: &[u8]) -> Result<(), Failure> {
        self.input.write_all(message)?;
        self.input.flush()?;
        Ok(())
    }

    /// When the findings of the text as it is came.
    fn findings(&mut self) -> Result<Instant, Failure> {
        loop {
            let (stamp, message) = self.output.recv_timeout(PATIENCE)?;
            let head = head_of(&message);
            let is_new = head.version.is_none_or(|version| version >= self.version);
            if head.method.as_deref() == Some("textDocument/publishDiagnostics") && is_new {
                return Ok(stamp);
            }
            self.reply(&head)?;
        }
    }

    /// The answer to the last request, and when it came.
    fn answer(&mut self) -> Result<(Instant, Value), Failure> {
        loop {
            let (stamp, message) = self.output.recv_timeout(PATIENCE)?;
            let head = head_of(&message);
            if head.method.is_none() && head.id == Some(json!(self.last_id)) {
                return Ok((stamp, serde_json::from_slice(&message)?));
            }
            self.reply(&head)?;
        }
    }

    /// Answers what the server asks, as an editor without settings does.
    fn reply(&mut self, head: &Head) -> Result<(), Failure> {
        let (Some(id), Some(method)) = (&head.id, head.method.as_deref()) else {
            return Ok(());
        };
        let result = match method {
            "workspace/configuration" => json!([null]),
            _ => Value::Null,
        };
        self.send(&framed(
            &json!({ "jsonrpc": "2.0", "id": id, "result": result }),
        ))
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Memory of a process that is its own, in MB.
pub(crate) fn anonymous(process: u32) -> Result<f64, Failure> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("RssAnon:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix("kB"));
    let kilobytes: f64 = kilobytes.ok_or("the system does not say")?.trim().parse()?;
    Ok(kilobytes * 1024.0 / 1e6)
}

/// What a message is, as far as the clock needs to know.
struct Head {
    id: Option<Value>,
    method: Option<String>,
    version: Option<i32>,
}

fn head_of(message: &[u8]) -> Head {
    let message: Value = serde_json::from_slice(message).unwrap_or_default();
    let version = message["params"]["version"].as_i64();
    Head {
        id: message.get("id").cloned(),
        method: message["method"].as_str().map(str::to_owned),
        version: version.and_then(|version| i32::try_from(version).ok()),
    }
}

fn read(output: impl Read + Send + 'static) -> Receiver<(Instant, Vec<u8>)> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut output = BufReader::with_capacity(1 << 16, output);
        while let Ok(body) = body(&mut output) {
            if sender.send((Instant::now(), body)).is_err() {
                return;
            }
        }
    });
    receiver
}

/// The body of the next message.
pub(crate) fn body(input: &mut impl BufRead) -> Result<Vec<u8>, Failure> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            return Err("the server ended".into());
        }
        match line.trim_end().split_once(": ") {
            Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                length = value.parse()?;
            }
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length];
    input.read_exact(&mut body)?;
    Ok(body)
}

fn notification(method: &str, params: &Value) -> Vec<u8> {
    framed(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
}

/// A message as it is sent.
pub(crate) fn framed(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn hello() -> Value {
    json!({
        "processId": null,
        "rootUri": null,
        "capabilities": {
            "general": { "positionEncodings": ["utf-16"] },
            "textDocument": {
                "publishDiagnostics": { "versionSupport": true, "relatedInformation": true },
                "hover": { "contentFormat": ["markdown"] },
            },
        },
    })
}
