//! The conversation itself: every message to the service in the order of the wire, every answer out as it is ready.
//!
//! Each handler is called before the next message is read, however many others are still at work; nothing that waits
//! keeps the loop from reading on. It is left at `exit` or the end of the input, when what is at work may still answer
//! for a moment.

use std::time::Duration;

use futures::stream::FuturesUnordered;
use futures::{SinkExt as _, Stream, StreamExt as _, future};
use serde::Serialize;
use tokio::time::timeout;
use tower_lsp::ClientSocket;
use tower_lsp::jsonrpc::{Request, Response};
use tower_service::Service;

use crate::framing::framed;
use crate::inbound::Incoming;
use crate::outbound::Queue;

/// How long answers that are still worked on may take after the last message.
const GRACE: Duration = Duration::from_secs(5);

/// Converses until `exit` or the end of the messages. There is no limit to what is worked on: a message that waits
/// for a slot would keep the one that frees it from being read. What takes time is limited where it runs, in the pool.
pub(crate) async fn converse<S>(
    messages: impl Stream<Item = Incoming>,
    service: S,
    client: ClientSocket,
    queue: Queue,
) where
    S: Service<Request, Response = Option<Response>>,
{
    let (mut ours, answers) = client.split();
    let asking = async {
        while let Some(request) = ours.next().await {
            put(&queue, &request);
        }
    };
    let answering = answer(messages, service, answers, &queue);
    tokio::pin!(answering);
    tokio::select! {
        biased;
        () = &mut answering => return,
        () = asking => {}
    }
    answering.await;
}

async fn answer<S>(
    messages: impl Stream<Item = Incoming>,
    mut service: S,
    mut answers: impl futures::Sink<Response> + Unpin,
    queue: &Queue,
) where
    S: Service<Request, Response = Option<Response>>,
{
    tokio::pin!(messages);
    let mut at_work = FuturesUnordered::new();
    loop {
        let incoming = tokio::select! {
            biased;
            Some(answer) = at_work.next(), if !at_work.is_empty() => {
                say(queue, answer);
                continue;
            }
            incoming = messages.next() => incoming,
        };
        match incoming {
            None => break,
            Some(Incoming::Response(response)) => {
                if answers.send(response).await.is_err() {
                    break;
                }
            }
            Some(Incoming::Request(request)) => {
                let is_ready = future::poll_fn(|context| service.poll_ready(context)).await;
                if is_ready.is_err() {
                    return;
                }
                // Some clients leave their end open after it.
                let is_last = request.method() == "exit";
                at_work.push(service.call(request));
                if is_last {
                    break;
                }
            }
        }
    }
    let rest = async {
        while let Some(answer) = at_work.next().await {
            say(queue, answer);
        }
    };
    let _ = timeout(GRACE, rest).await;
}

/// Whoever failed to handle a message has nothing to say.
fn say<E>(queue: &Queue, answer: Result<Option<Response>, E>) {
    if let Ok(Some(response)) = answer {
        put(queue, &response);
    }
}

fn put(queue: &Queue, message: &impl Serialize) {
    // Requests and answers are made of what was decoded, so they can be written down.
    if let Ok(body) = serde_json::to_vec(message) {
        queue.put(framed(&body));
    }
}
