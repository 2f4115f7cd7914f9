//! From the first byte to the exit code.
//!
//! The service races against the end of its input and the death of the editor that started it, so that
//! no server is ever left behind; and standard error never shows a panic's own words, which may quote
//! the draft.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Duration;

use citation::Date;
use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;
use tower_lsp::ls_types::notification::{Notification as _, WorkDoneProgressCancel};
use workspace::{SourceSetup, Workspaces};

use crate::conversation::converse;
use crate::handlers::Handlers;
use crate::in_order::InOrder;
use crate::input::Input;
use crate::log::{self, note};
use crate::outbound::Wire;
use crate::output::Output;
use crate::session::Session;
use crate::trace::Trace;
use crate::uri_spelling::Spellings;
use crate::{first_questions, inbound, indexing, outbound};

/// How long a client may take to read the last messages.
const FAREWELL: Duration = Duration::from_secs(2);

/// How often the server looks whether its parent still lives.
const HEARTBEAT: Duration = Duration::from_secs(3);

/// How serving came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// `shutdown`, then `exit` or the end of the input.
    Clean,
    /// `exit` without `shutdown`.
    ExitWithoutShutdown,
    /// The input ended without `shutdown`.
    EndOfInput,
    /// The process that started the server is gone.
    ParentDied,
}

impl Ending {
    /// The exit code that the protocol asks for: 0 after `shutdown`, else 1.
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::ExitWithoutShutdown | Self::EndOfInput | Self::ParentDied => 1,
        }
    }
}

/// What is kept of a conversation beside the answers, and what answers stand on.
#[derive(Debug, Default)]
pub struct Options {
    /// A file for the shape of every message, in place of what it holds.
    pub trace: Option<PathBuf>,
    /// A file for the log, behind what it holds already.
    pub log: Option<PathBuf>,
    /// What drafts stand on besides their own folders.
    pub source_setup: SourceSetup,
}

/// Serves standard input and output until the client leaves, and gives the process's exit code. `today`
/// is asked whenever a draft is analysed, so a server that runs for days keeps up.
pub fn run(today: impl Fn() -> Date + Send + Sync + 'static, options: &Options) -> ExitCode {
    let _log = log::Flushed;
    if let Some(path) = &options.log
        && let Err(error) = log::keep_in(path)
    {
        let path = path.display();
        note(format_args!("the log cannot be kept in {path}: {error}"));
    }
    let trace = match options.trace.as_deref().map(Trace::begin).transpose() {
        Ok(trace) => trace,
        Err(error) => {
            note(format_args!("the trace cannot be written: {error}"));
            return ExitCode::FAILURE;
        }
    };
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        _ if workspace::is_fault_of_damage() => {}
        Some(place) => note(format_args!("internal error at {place}")),
        None => note("internal error"),
    }));
    // One thread carries every message: each that takes over from another costs more than what is done here. What
    // takes time is done in the pool.
    let runtime = match tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            note(format_args!("the server cannot start: {error}"));
            return ExitCode::FAILURE;
        }
    };
    // While the client says hello, there is time for it.
    std::thread::spawn(first_questions::prepare_for_first_questions);
    let workspaces = Workspaces::new(options.source_setup.clone());
    let ending = runtime.block_on(async {
        let (input, output) = (Input::standard(), Output::default());
        serve_with(input, output, today, trace, workspaces).await
    });
    // Reading standard input cannot be interrupted; nothing waits for it.
    runtime.shutdown_background();
    ExitCode::from(ending.code())
}

/// Serves a client over two streams until it leaves. `today` is asked whenever a draft is analysed; `trace`
/// takes down what is said.
pub async fn serve<I, O>(
    input: I,
    output: O,
    today: impl Fn() -> Date + Send + Sync + 'static,
    trace: Option<Trace>,
) -> Ending
where
    I: AsyncRead + Send + Unpin + 'static,
    O: AsyncWrite + Send + Unpin + 'static,
{
    serve_with(input, output, today, trace, Workspaces::default()).await
}

async fn serve_with<I, O>(
    input: I,
    output: O,
    today: impl Fn() -> Date + Send + Sync + 'static,
    trace: Option<Trace>,
    workspaces: Workspaces,
) -> Ending
where
    I: AsyncRead + Send + Unpin + 'static,
    O: AsyncWrite + Send + Unpin + 'static,
{
    let life = Arc::new(Life::default());
    let spellings = Arc::new(Spellings::default());
    let trace = trace.map(Arc::new);
    let (queue, pump) = outbound::pump(output, trace.clone());
    let session = Session::new(
        today,
        workspaces,
        Arc::clone(&spellings),
        Arc::clone(&life),
        Wire::new(queue.clone()),
    );
    indexing::listen(&session);
    let (service, client) = LspService::build(|client| {
        tokio::spawn(session.outbox.clone().deliver(client, queue.clone()));
        Handlers::new(Arc::clone(&session))
    })
    .custom_method(WorkDoneProgressCancel::METHOD, Handlers::cancel_progress)
    .finish();
    let service = InOrder::new(service, spellings, Arc::clone(&life));
    let messages = inbound::messages(input, queue.clone(), trace);

    tokio::select! {
        biased;
        () = converse(messages, service, client, queue) => {}
        () = life.parent_dies() => {}
    }
    session.close();
    drop(session);
    let _ = tokio::time::timeout(FAREWELL, pump).await;
    life.ending()
}

/// What the messages so far say about the end.
#[derive(Default)]
pub(crate) struct Life {
    shut_down: AtomicBool,
    exited: AtomicBool,
    parent: AtomicU32,
    parent_died: AtomicBool,
}

impl Life {
    /// Takes note of a message.
    pub(crate) fn saw(&self, method: &str) {
        match method {
            "shutdown" => self.shut_down.store(true, Ordering::Relaxed),
            "exit" => self.exited.store(true, Ordering::Relaxed),
            _ => {}
        }
    }

    /// Takes the process that the client says it is, where it is one of this system: that of a client outside the
    /// server's container is not.
    pub(crate) fn set_parent(&self, process: Option<u32>) {
        let seen = process.filter(|process| !is_gone(*process));
        self.parent.store(seen.unwrap_or(0), Ordering::Relaxed);
    }

    fn ending(&self) -> Ending {
        if self.shut_down.load(Ordering::Relaxed) {
            Ending::Clean
        } else if self.exited.load(Ordering::Relaxed) {
            Ending::ExitWithoutShutdown
        } else if self.parent_died.load(Ordering::Relaxed) {
            Ending::ParentDied
        } else {
            Ending::EndOfInput
        }
    }

    /// Returns when the client's process is gone. Where that cannot be seen, the end of the input has to
    /// tell.
    async fn parent_dies(&self) {
        loop {
            tokio::time::sleep(HEARTBEAT).await;
            let parent = self.parent.load(Ordering::Relaxed);
            if parent != 0 && is_gone(parent) {
                note("the editor is gone");
                self.parent_died.store(true, Ordering::Relaxed);
                return;
            }
        }
    }
}

/// Linux lists living processes as folders.
fn is_gone(process: u32) -> bool {
    let list = std::path::Path::new("/proc");
    cfg!(target_os = "linux")
        && list.join("self").exists()
        && !list.join(process.to_string()).exists()
}
