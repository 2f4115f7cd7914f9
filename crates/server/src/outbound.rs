//! The way out of the process: a client that does not read never stops us from reading.
//!
//! The service writes into a queue in memory and is never told to wait; a task carries the queue to the
//! real stream. [`Backlog`] says when the client has caught up, so that what can be replaced waits.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};
use tokio::io::{AsyncWrite, AsyncWriteExt as _};
use tokio::sync::{Notify, mpsc};
use tokio::task::JoinHandle;

use crate::findings_list::FindingsArray;
use crate::framing::{framed, header};
use crate::trace::Trace;

/// Bytes that may wait for the client before findings are held back.
const ENOUGH: usize = 1 << 20;

/// Findings of fewer bytes are written together with what opens their message.
const WHOLE: usize = 64 << 10;

/// How much waits for the client to read it.
#[derive(Clone, Default)]
pub(crate) struct Backlog(Arc<Level>);

#[derive(Default)]
struct Level {
    bytes: AtomicUsize,
    sunk: Notify,
}

impl Backlog {
    /// Waits until little enough is on its way.
    pub(crate) async fn drained(&self) {
        loop {
            let sunk = self.0.sunk.notified();
            if self.0.bytes.load(Ordering::Acquire) < ENOUGH {
                return;
            }
            sunk.await;
        }
    }

    fn rise(&self, bytes: usize) {
        self.0.bytes.fetch_add(bytes, Ordering::AcqRel);
    }

    fn sink(&self, bytes: usize) {
        self.0.bytes.fetch_sub(bytes, Ordering::AcqRel);
        self.0.sunk.notify_waiters();
    }
}

/// Writes into the queue; never waits and never fails. Cloned for each writer of whole messages.
#[derive(Clone)]
pub(crate) struct Queue {
    messages: mpsc::UnboundedSender<Message>,
    backlog: Backlog,
}

/// A whole message; findings that it ends with are shared with whoever writes the next ones.
struct Message {
    opening: Vec<u8>,
    findings: Option<FindingsArray>,
}

impl Message {
    fn findings(&self) -> &[u8] {
        self.findings.as_ref().map_or(&[], FindingsArray::bytes)
    }

    fn length(&self) -> usize {
        self.opening.len() + self.findings().len()
    }
}

/// Starts the task that carries the queue to `output`; it ends when the last [`Queue`] is gone or the
/// stream is closed.
pub(crate) fn pump<O>(output: O, trace: Option<Arc<Trace>>) -> (Queue, JoinHandle<()>)
where
    O: AsyncWrite + Send + Unpin + 'static,
{
    let (messages, waiting) = mpsc::unbounded_channel();
    let backlog = Backlog::default();
    let task = tokio::spawn(carry(waiting, output, backlog.clone(), trace));
    let queue = Queue { messages, backlog };
    (queue, task)
}

async fn carry<O>(
    mut waiting: mpsc::UnboundedReceiver<Message>,
    mut output: O,
    backlog: Backlog,
    trace: Option<Arc<Trace>>,
) where
    O: AsyncWrite + Unpin,
{
    while let Some(mut message) = waiting.recv().await {
        let length = message.length();
        if message.findings().len() < WHOLE {
            let findings = message.findings.take();
            let findings = findings.as_ref().map_or(&[][..], FindingsArray::bytes);
            message.opening.extend_from_slice(findings);
        }
        let mut written = Ok(());
        for piece in [&message.opening[..], message.findings()] {
            if let Some(trace) = &trace {
                trace.said(piece);
            }
            if written.is_ok() {
                written = output.write_all(piece).await;
            }
        }
        backlog.sink(length);
        if written.is_err() {
            return;
        }
        if waiting.is_empty() && output.flush().await.is_err() {
            return;
        }
    }
    let _ = output.shutdown().await;
}

impl Queue {
    /// Puts a whole message, its header before it, into the queue.
    pub(crate) fn put(&self, message: Vec<u8>) {
        self.send(Message {
            opening: message,
            findings: None,
        });
    }

    /// Puts a message into the queue that begins with `opening` and ends with `findings`.
    pub(crate) fn put_with(&self, opening: &[u8], findings: FindingsArray) {
        let mut message = header(opening.len() + findings.bytes().len());
        message.extend_from_slice(opening);
        self.send(Message {
            opening: message,
            findings: Some(findings),
        });
    }

    /// How much of it the client has yet to read.
    pub(crate) fn backlog(&self) -> &Backlog {
        &self.backlog
    }

    fn send(&self, message: Message) {
        self.backlog.rise(message.length());
        // A closed stream has nobody left to tell.
        let _ = self.messages.send(message);
    }
}

/// Notifications that belong before an answer, such as partial results: they go into the same queue as
/// answers, in the order in which both are made.
pub(crate) struct Wire {
    queue: Mutex<Option<Queue>>,
    backlog: Backlog,
}

impl Wire {
    pub(crate) fn new(queue: Queue) -> Self {
        Self {
            backlog: queue.backlog.clone(),
            queue: Mutex::new(Some(queue)),
        }
    }

    /// Sends a notification.
    pub(crate) fn notify(&self, method: &str, params: &Value) {
        let message = json!({ "jsonrpc": "2.0", "method": method, "params": params });
        if let Some(queue) = &*self.lock() {
            queue.put(framed(message.to_string().as_bytes()));
        }
    }

    /// Waits until the client has caught up.
    pub(crate) async fn drained(&self) {
        self.backlog.drained().await;
    }

    /// Lets go of the queue, so that it can end.
    pub(crate) fn close(&self) {
        *self.lock() = None;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Queue>> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
