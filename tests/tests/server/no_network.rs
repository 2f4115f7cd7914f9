//! A draft under embargo stays on the machine: neither the server nor the check opens a socket.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::SWAPPED;
use crate::binary::binary;

/// A command whose network calls are written to `log`; `None` where they cannot be watched.
fn watched(binary: &Path, log: &Path) -> Option<Command> {
    let works = Command::new("strace")
        .args(["-o", "/dev/null", "true"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !works {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: strace is missing, or may not watch here"
        );
        return None;
    }
    let mut command = Command::new("strace");
    command
        .args([
            "-f",
            "-qq",
            "-e",
            "trace=%network",
            "-e",
            "signal=none",
            "-o",
        ])
        .arg(log)
        .arg(binary)
        .env("PENHOLDER_CORPUS", "no-corpus");
    Some(command)
}

/// The calls that open or connect a socket. A pair of sockets inside the process is a pipe.
fn calls(log: &Path) -> Vec<String> {
    let log = fs::read_to_string(log).unwrap();
    let opening = |line: &&str| line.contains("socket(") || line.contains("connect(");
    log.lines().filter(opening).map(str::to_owned).collect()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("sources")).unwrap();
    let source = "---\nsymbol: A/RES/67/172\ntitle: Protection of migrants\n---\n1. Decides.\n";
    fs::write(folder.path().join("sources/one.md"), source).unwrap();
    fs::write(folder.path().join("draft.md"), SWAPPED).unwrap();
    folder
}

#[test]
fn the_watch_sees_a_socket() {
    let folder = folder();
    let log = folder.path().join("calls");
    let bash = "exec 3<>/dev/udp/127.0.0.1/9";
    let Some(mut command) = watched(Path::new("bash"), &log) else {
        return;
    };
    let _ = command.args(["-c", bash]).stderr(Stdio::null()).status();
    assert!(!calls(&log).is_empty());
}

#[test]
fn a_check_opens_no_socket() {
    let Some(binary) = binary() else { return };
    let folder = folder();
    let log = folder.path().join("calls");
    let Some(mut command) = watched(&binary, &log) else {
        return;
    };
    let status = command
        .arg("check")
        .arg(folder.path())
        .env("PENHOLDER_CACHE", folder.path().join("cache"))
        .stdout(Stdio::null())
        .status()
        .unwrap();
    assert_eq!(status.code(), Some(1), "the planted finding is found");
    assert_eq!(calls(&log), [""; 0]);
}

#[test]
fn a_server_opens_no_socket() {
    let Some(binary) = binary() else { return };
    let folder = folder();
    let log = folder.path().join("calls");
    let Some(mut command) = watched(&binary, &log) else {
        return;
    };
    let uri = format!("file://{}", folder.path().join("draft.md").display());
    let place =
        json!({ "textDocument": { "uri": uri }, "position": { "line": 2, "character": 12 } });
    let item = json!({ "uri": uri, "languageId": "markdown", "version": 1, "text": SWAPPED });
    let mut id = 0;
    let mut request = |method: &str, params: &Value| {
        id += 1;
        json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })
    };
    let notification = |method: &str, params: &Value| json!({ "jsonrpc": "2.0", "method": method, "params": params });
    let root = format!("file://{}", folder.path().display());
    let messages = [
        request(
            "initialize",
            &json!({ "capabilities": {}, "rootUri": root }),
        ),
        notification("initialized", &json!({})),
        notification("textDocument/didOpen", &json!({ "textDocument": item })),
        request("textDocument/hover", &place),
        request("textDocument/documentLink", &place),
        request("textDocument/completion", &place),
        request(
            "workspace/executeCommand",
            &json!({ "command": "penholder.checkFolder" }),
        ),
        request("shutdown", &Value::Null),
        notification("exit", &Value::Null),
    ];
    let mut input = String::new();
    for message in messages {
        let body = message.to_string();
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    }
    let said = folder.path().join("input");
    fs::write(&said, input).unwrap();
    let output = command
        .arg("lsp")
        .env("PENHOLDER_CACHE", folder.path().join("cache"))
        .stdin(fs::File::open(&said).unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).contains("serverInfo"));
    assert_eq!(calls(&log), [""; 0]);
}
