//! The real binary over standard input and output.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// The binary beside the tests' own folder, where it has been built.
pub(crate) fn binary() -> Option<PathBuf> {
    let tests = std::env::current_exe().ok()?;
    let name = format!("penholder{}", std::env::consts::EXE_SUFFIX);
    let binary = tests.parent()?.parent()?.join(name);
    if !binary.exists() {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: the binary is not built (cargo build -p penholder)"
        );
        return None;
    }
    Some(binary)
}

fn started(binary: PathBuf) -> Child {
    started_with(binary, &[])
}

fn started_with(binary: PathBuf, arguments: &[&std::ffi::OsStr]) -> Child {
    serving(binary)
        .args(arguments)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// The server over pipes, without the user's corpus and with nobody to read its errors.
pub(crate) fn serving(binary: PathBuf) -> Command {
    let mut command = Command::new(binary);
    command
        .arg("lsp")
        .env("PENHOLDER_CORPUS", "no-corpus")
        .env("PENHOLDER_CACHE", env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true);
    command
}

pub(crate) async fn send(child: &mut Child, message: Value) {
    let input = child.stdin.as_mut().unwrap();
    input.write_all(framed(&message).as_bytes()).await.unwrap();
}

fn framed(message: &Value) -> String {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

pub(crate) async fn read(output: &mut BufReader<ChildStdout>) -> Value {
    let mut length = 0;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).await.unwrap();
        match line.trim().strip_prefix("Content-Length: ") {
            Some(stated) => length = stated.parse().unwrap(),
            None => break,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).await.unwrap();
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn the_binary_serves_and_exits_as_asked() {
    let Some(binary) = binary() else { return };
    let mut child = started(binary);
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let parameters = json!({ "processId": std::process::id(), "capabilities": {} });
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": parameters }),
    )
    .await;
    assert_eq!(
        read(&mut output).await["result"]["serverInfo"]["name"],
        "penholder"
    );
    let item = json!({ "uri": crate::DRAFT, "languageId": "markdown", "version": 1, "text": crate::SWAPPED });
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": item } }),
    )
    .await;
    let published = read(&mut output).await;
    assert_eq!(published["params"]["diagnostics"][0]["code"], "C001");
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }),
    )
    .await;
    assert_eq!(read(&mut output).await["result"], Value::Null);
    // The input stays open: the server has to leave all the same.
    send(&mut child, json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    let mut log = String::new();
    let mut errors = child.stderr.take().unwrap();
    errors.read_to_string(&mut log).await.unwrap();
    assert_eq!(log, "", "nothing to say, and nothing of the draft");
}

/// More than a pipe holds waits for the client, whatever it asks meanwhile; nothing of it is lost or torn.
#[tokio::test]
async fn a_client_that_reads_late_gets_every_answer_whole() {
    const QUESTIONS: i64 = 40;
    let Some(binary) = binary() else { return };
    let mut child = started(binary);
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let ask = |id: i64, method: &str, params: Value| json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params });
    let parameters = json!({ "processId": null, "capabilities": {} });
    send(&mut child, ask(0, "initialize", parameters)).await;
    read(&mut output).await;
    let text = "# Recalling resolution 67/172 of the General Assembly\n\n".repeat(200);
    let item = json!({ "uri": "untitled:a", "languageId": "markdown", "version": 1, "text": text });
    let opened = json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": item } });
    send(&mut child, opened).await;
    let about = json!({ "textDocument": { "uri": "untitled:a" } });
    for id in 1..=QUESTIONS {
        send(
            &mut child,
            ask(id, "textDocument/documentSymbol", about.clone()),
        )
        .await;
    }
    let mut waiting: Vec<i64> = (1..=QUESTIONS).collect();
    let (mut first, mut bytes) = (None, 0);
    while !waiting.is_empty() {
        let message = read(&mut output).await;
        let Some(id) = message["id"].as_i64() else {
            continue;
        };
        bytes += message.to_string().len();
        waiting.retain(|one| *one != id);
        let answer = message["result"].clone();
        assert_eq!(answer.as_array().unwrap().len(), 200, "answer {id}");
        assert_eq!(first.get_or_insert_with(|| answer.clone()), &answer);
    }
    assert!(bytes > 1 << 20, "{bytes} bytes fill no pipe");
}

#[tokio::test]
async fn a_traced_session_is_written_without_words() {
    let Some(binary) = binary() else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("session.jsonl");
    let mut child = started_with(binary, &["--trace".as_ref(), file.as_os_str()]);
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let item = json!({ "uri": crate::DRAFT, "languageId": "markdown", "version": 1, "text": crate::SWAPPED });
    let change = tests::insert(0, 7, " wichtig");
    let about = json!({ "textDocument": { "uri": crate::DRAFT } });
    let changed = json!({
        "textDocument": { "uri": crate::DRAFT, "version": 2 }, "contentChanges": [change],
    });
    let mut has_findings = false;
    for (method, params) in [
        (
            "initialize",
            json!({ "processId": null, "capabilities": {} }),
        ),
        ("initialized", json!({})),
        ("textDocument/didOpen", json!({ "textDocument": item })),
        ("textDocument/didChange", changed),
        ("textDocument/documentSymbol", about),
        ("shutdown", Value::Null),
    ] {
        let is_request = !method.contains("did") && method != "initialized";
        let mut message = json!({ "jsonrpc": "2.0", "method": method });
        if !params.is_null() {
            message["params"] = params;
        }
        if is_request {
            message["id"] = json!(method);
        }
        send(&mut child, message).await;
        while is_request || (method == "textDocument/didChange" && !has_findings) {
            let message = read(&mut output).await;
            has_findings |= message["method"] == "textDocument/publishDiagnostics";
            if message["id"] == method {
                break;
            }
        }
    }
    send(&mut child, json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    let trace = std::fs::read_to_string(&file).unwrap();
    for word in ["Recalling", "53/26", "wichtig", "and more"] {
        assert!(!trace.contains(word), "{word} in the trace");
    }
    let said = |speaker: &str| {
        let lines = trace
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.filter(|line| line["from"] == speaker).count()
    };
    assert_eq!(said("client"), 7);
    assert!(said("server") >= 4, "{trace}");
}

#[tokio::test]
async fn the_binary_fails_without_a_goodbye() {
    let Some(binary) = binary() else { return };
    let mut child = started(binary.clone());
    send(&mut child, json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(1));

    let mut child = started(binary);
    drop(child.stdin.take());
    assert_eq!(child.wait().await.unwrap().code(), Some(1));
}

/// Editors give a server pipes or sockets, and whoever looks for a fault a file.
#[cfg(unix)]
#[tokio::test]
async fn the_binary_reads_whatever_kind_of_stream_it_is_given() {
    use std::fs::File;
    use std::io::Write as _;
    use std::os::unix::net::UnixStream;

    let Some(binary) = binary() else { return };
    let item = json!({ "uri": "untitled:a", "languageId": "markdown", "version": 1, "text": "Recalling A/HCR/53/26." });
    let messages = [
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "processId": null, "capabilities": {} } }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": item } }),
        json!({ "jsonrpc": "2.0", "id": 2, "method": "textDocument/hover", "params": {
            "textDocument": { "uri": "untitled:a" }, "position": { "line": 0, "character": 12 } } }),
        json!({ "jsonrpc": "2.0", "id": 3, "method": "shutdown" }),
        json!({ "jsonrpc": "2.0", "method": "exit" }),
    ];
    let conversation = messages.each_ref().map(framed).concat();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("conversation");
    std::fs::write(&path, &conversation).unwrap();
    let (mut ours, theirs) = UnixStream::pair().unwrap();
    ours.write_all(conversation.as_bytes()).unwrap();
    let streams: [Stdio; 2] = [
        File::open(&path).unwrap().into(),
        std::os::fd::OwnedFd::from(theirs).into(),
    ];
    for stream in streams {
        let answered = Command::new(&binary)
            .arg("lsp")
            .env("PENHOLDER_CORPUS", "no-corpus")
            .stdin(stream)
            .output();
        let answered = answered.await.unwrap();
        let said = String::from_utf8(answered.stdout).unwrap();
        assert_eq!(answered.status.code(), Some(0), "{said}");
        for id in 1..=3 {
            assert!(said.contains(&format!(r#""id":{id}"#)), "{said}");
        }
    }
}

/// A change to a text that is not open is worth a line in the log.
async fn change_what_is_not_open(child: &mut Child) {
    let params = json!({
        "textDocument": { "uri": "untitled:never-opened", "version": 2 },
        "contentChanges": [tests::insert(0, 0, "x")],
    });
    send(
        child,
        json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": params }),
    )
    .await;
}

/// What the server says from its answer to the first request on.
async fn greeted(child: &mut Child) -> BufReader<ChildStdout> {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let hello = json!({ "processId": null, "capabilities": {} });
    send(
        child,
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello }),
    )
    .await;
    read(&mut output).await;
    output
}

/// Far more lines than a pipe holds.
#[tokio::test]
async fn a_client_that_never_reads_the_log_is_served_to_the_end() {
    let Some(binary) = binary() else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("server.log");
    let mut child = started_with(binary, &["--log".as_ref(), file.as_os_str()]);
    let mut output = greeted(&mut child).await;
    for _ in 0..2000 {
        change_what_is_not_open(&mut child).await;
    }
    send(
        &mut child,
        json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }),
    )
    .await;
    assert_eq!(read(&mut output).await["id"], 2);
    send(&mut child, json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert_eq!(child.wait().await.unwrap().code(), Some(0));
    let kept = std::fs::read_to_string(&file).unwrap();
    assert_eq!(kept.lines().count(), 2000, "the file waits for nobody");
}

#[tokio::test]
async fn the_last_lines_of_the_log_are_written_before_the_end() {
    let Some(binary) = binary() else { return };
    let mut child = started(binary);
    let _output = greeted(&mut child).await;
    for _ in 0..3 {
        change_what_is_not_open(&mut child).await;
    }
    send(&mut child, json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    child.wait().await.unwrap();
    let mut log = String::new();
    let mut errors = child.stderr.take().unwrap();
    errors.read_to_string(&mut log).await.unwrap();
    let line = "penholder: a change to a text that is not open was left out\n";
    assert_eq!(log, line.repeat(3));
}
