//! Keeps messages in the order they came in, and one panic from taking the others with it.
//!
//! tower-lsp starts a handler only when its turn comes. Here each is polled once as soon as its message
//! is read, before the next one is: a handler without an `await` is then finished, and one with an
//! `await` has taken its snapshot. The first poll has no waker, which is safe because the set that
//! tower-lsp puts the future into polls everything it is given once more.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures::FutureExt as _;
use futures::future::{self, BoxFuture};
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_service::Service;

use crate::lifecycle::Life;
use crate::log::note;
use crate::spelling::Spellings;

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
