//! The conversation itself: every message to the service in the order of the wire, every answer out as it is ready.
//!
//! Each handler is called before the next message is read, however many others are still at work; nothing that waits
//! keeps the loop from reading on. After a few messages without a pause everything else on the thread has its turn:
//! what goes out, and the clocks. It is left at `exit` or the end of the input, when what is at work may still answer
//! for a moment.

use std::time::Duration;

use futures::stream::FuturesUnordered;
use futures::{SinkExt as _, Stream, StreamExt as _, future};
use serde::Serialize;
use tokio::task::yield_now;
use tokio::time::timeout;
use tower_lsp::ClientSocket;
use tower_lsp::jsonrpc::{Request, Response};
use tower_service::Service;

use crate::framing::framed;
use crate::inbound::Incoming;
use crate::outbound::Queue;

/// How long answers that are still worked on may take after the last message.
const GRACE: Duration = Duration::from_secs(5);

/// So many messages are heard at most before whatever else the thread carries has its turn. A turn costs a look at
/// the system's events, far less than most messages.
const TURN: usize = 8;

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
    let mut heard = 0;
    loop {
        let incoming = tokio::select! {
            biased;
            Some(answer) = at_work.next(), if !at_work.is_empty() => {
                say(queue, answer);
                continue;
            }
            () = yield_now(), if heard == TURN => {
                heard = 0;
                continue;
            }
            incoming = messages.next(), if heard < TURN => incoming,
        };
        heard += 1;
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

#[cfg(test)]
mod tests {
    use std::iter;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::task::{Context, Poll};

    use futures::{future::Ready, sink, stream};
    use tokio::io::{AsyncReadExt as _, duplex};

    use super::*;
    use crate::outbound::pump;

    /// Answers every request, and counts them.
    struct Counting<'c>(&'c AtomicUsize);

    impl Service<Request> for Counting<'_> {
        type Response = Option<Response>;
        type Error = ();
        type Future = Ready<Result<Self::Response, ()>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ()>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            self.0.fetch_add(1, Ordering::Relaxed);
            let id = request.id().cloned();
            future::ready(Ok(id.map(|id| Response::from_ok(id, 1.into()))))
        }
    }

    /// How many of 100,000 messages are heard, the first of which asks something, until the answer has been read.
    async fn heard_before_the_answer(others: Incoming) -> usize {
        let (output, mut client) = duplex(1 << 10);
        let (queue, _pump) = pump(output, None);
        let is_answered = Arc::new(AtomicBool::new(false));
        let reading = Arc::clone(&is_answered);
        tokio::spawn(async move {
            client.read_u8().await.unwrap();
            reading.store(true, Ordering::Relaxed);
        });
        let asked = Request::build("asked").id(1).finish();
        let others = iter::repeat_with(|| match &others {
            Incoming::Request(request) => Incoming::Request(request.clone()),
            Incoming::Response(response) => Incoming::Response(response.clone()),
        });
        let heard = AtomicUsize::new(0);
        let messages = iter::once(Incoming::Request(asked)).chain(others.take(100_000));
        let messages = stream::iter(messages)
            .inspect(|_| _ = heard.fetch_add(1, Ordering::Relaxed))
            .take_while(|_| future::ready(!is_answered.load(Ordering::Relaxed)));
        let called = AtomicUsize::new(0);
        let answers = sink::drain();
        answer(messages, Counting(&called), answers, &queue).await;
        assert!(called.into_inner() > 0);
        heard.into_inner()
    }

    #[tokio::test]
    async fn what_is_asked_is_answered_while_messages_keep_coming() {
        let told = Incoming::Request(Request::build("told").finish());
        let asked = Incoming::Request(Request::build("asked").id(2).finish());
        let answered = Incoming::Response(Response::from_ok(1.into(), 1.into()));
        for others in [told, asked, answered] {
            let heard = heard_before_the_answer(others).await;
            assert!(heard < 20 * TURN, "{heard}");
        }
    }
}
