//! Keeps messages in the order they came in, and one panic from taking the others with it.
//!
//! Each handler is polled once as soon as its message is read, before the next one is: a handler without an
//! `await` is then finished, and one with an `await` has taken its snapshot. The first poll has no waker, which
//! is safe because the set that the future is put into polls everything it is given once more.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures::FutureExt as _;
use futures::future::{self, BoxFuture};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_service::Service;

use crate::lifecycle::Life;
use crate::log::note;
use crate::uri_spelling::Spellings;

/// A service whose handlers run up to their first `await` in the order of the wire.
pub(crate) struct InOrder<S> {
    inner: S,
    spellings: Arc<Spellings>,
    life: Arc<Life>,
}

impl<S> InOrder<S> {
    pub(crate) fn new(inner: S, spellings: Arc<Spellings>, life: Arc<Life>) -> Self {
        Self {
            inner,
            spellings,
            life,
        }
    }
}

impl<S> Service<Request> for InOrder<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Future: Send + 'static,
    S::Error: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Option<Response>, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        self.life.saw(request.method());
        let request = self.spellings.mended(request);
        let id = request.id().cloned();
        let mut handler = AssertUnwindSafe(self.inner.call(request))
            .catch_unwind()
            .boxed();
        match (&mut handler).now_or_never() {
            Some(done) => future::ready(survived(done, id)).boxed(),
            None => handler.map(|done| survived(done, id)).boxed(),
        }
    }
}

/// What came of a handler; a panic is an internal error to whoever asked, and silence to nobody.
fn survived<E>(
    done: std::thread::Result<Result<Option<Response>, E>>,
    id: Option<Id>,
) -> Result<Option<Response>, E> {
    done.unwrap_or_else(|_| {
        note("a message could not be handled; the server goes on");
        Ok(id.map(|id| Response::from_error(id, Error::internal_error())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// Notes when each handler starts and ends; `late` waits once in between, `boom` panics at once,
    /// `late-boom` after its wait.
    struct Noting(Arc<Mutex<Vec<String>>>);

    impl Service<Request> for Noting {
        type Response = Option<Response>;
        type Error = std::convert::Infallible;
        type Future = BoxFuture<'static, Result<Option<Response>, Self::Error>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, request: Request) -> Self::Future {
            let notes = Arc::clone(&self.0);
            async move {
                let method = request.method().to_owned();
                let note = |what| notes.lock().unwrap().push(format!("{method} {what}"));
                note("starts");
                assert_ne!(method, "boom");
                if method.starts_with("late") {
                    tokio::task::yield_now().await;
                }
                assert_ne!(method, "late-boom");
                note("ends");
                Ok(None)
            }
            .boxed()
        }
    }

    fn in_order() -> (InOrder<Noting>, Arc<Mutex<Vec<String>>>) {
        let notes = Arc::new(Mutex::default());
        let noting = Noting(Arc::clone(&notes));
        (InOrder::new(noting, Arc::default(), Arc::default()), notes)
    }

    #[tokio::test]
    async fn handlers_start_when_they_are_called() {
        let (mut service, notes) = in_order();
        let first = service.call(Request::build("late").finish());
        let second = service.call(Request::build("quick").finish());
        assert_eq!(
            *notes.lock().unwrap(),
            ["late starts", "quick starts", "quick ends"]
        );
        let _ = future::join(second, first).await;
        assert_eq!(notes.lock().unwrap().last().unwrap(), "late ends");
    }

    #[tokio::test]
    async fn a_panic_answers_whoever_asked() {
        let (mut service, _) = in_order();
        for method in ["boom", "late-boom"] {
            let asked = service.call(Request::build(method).id(7).finish()).await;
            let answer = asked.unwrap().unwrap();
            assert_eq!(answer.error().unwrap().code.code(), -32603);
            let told = service.call(Request::build(method).finish()).await;
            assert_eq!(told.unwrap(), None);
        }
        let next = service.call(Request::build("quick").finish()).await;
        assert_eq!(next.unwrap(), None);
    }
}
