//! What an editor waits for: the time from the start of a server to its first findings, and what of it the
//! wire and the process cost by themselves.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::Failure;

/// The time from the start of a server to its first findings for `draft`.
pub(crate) fn first_findings(server: &mut Command, draft: &Path) -> Result<Duration, Failure> {
    let text = std::fs::read_to_string(draft)?;
    let uri = format!("file://{}", draft.canonicalize()?.display());
    let start = Instant::now();
    let mut child = server
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let time = talk(&mut child, &uri, &text, start);
    child.kill()?;
    child.wait()?;
    time
}

fn talk(child: &mut Child, uri: &str, text: &str, start: Instant) -> Result<Duration, Failure> {
    let mut input = child.stdin.take().ok_or("the server has no input")?;
    let mut output = BufReader::new(child.stdout.take().ok_or("the server has no output")?);
    send(
        &mut input,
        &json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": null, "rootUri": null}}),
    )?;
    while receive(&mut output)?["id"] != 1 {}
    send(
        &mut input,
        &json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}),
    )?;
    let item = json!({"uri": uri, "languageId": "markdown", "version": 1, "text": text});
    send(
        &mut input,
        &json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}}),
    )?;
    while receive(&mut output)?["method"] != "textDocument/publishDiagnostics" {}
    Ok(start.elapsed())
}

fn send(out: &mut impl Write, message: &Value) -> Result<(), Failure> {
    let body = message.to_string();
    write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
    out.flush()?;
    Ok(())
}

fn receive(input: &mut impl BufRead) -> Result<Value, Failure> {
    Ok(serde_json::from_slice(&body(input)?)?)
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

/// A server that answers at once and finds nothing: what the wire and the process cost by themselves.
pub(crate) fn null_server() -> ExitCode {
    let mut input = BufReader::new(std::io::stdin());
    let mut output = std::io::stdout();
    while let Ok(message) = receive(&mut input) {
        let answer = match message["method"].as_str() {
            Some("initialize") => {
                json!({"jsonrpc": "2.0", "id": message["id"], "result": {"capabilities": {"textDocumentSync": 2}}})
            }
            Some("textDocument/didOpen" | "textDocument/didChange") => {
                let text = &message["params"]["textDocument"];
                json!({"jsonrpc": "2.0", "method": "textDocument/publishDiagnostics", "params": {"uri": text["uri"], "version": text["version"], "diagnostics": []}})
            }
            Some(_) if message.get("id").is_some() => {
                json!({"jsonrpc": "2.0", "id": message["id"], "result": null})
            }
            _ => continue,
        };
        if send(&mut output, &answer).is_err() {
            break;
        }
    }
    ExitCode::SUCCESS
}
