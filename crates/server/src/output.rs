//! Standard output, written to by the task that has something to say.
//!
//! A client that reads has room for more: then, where the system lets one ask for that, the words go straight into
//! its pipe, and no other thread has to be woken for them. Only what finds no room is handed to a thread that may
//! wait.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncWrite, Stdout, stdout};

/// Standard output.
pub(crate) struct Output {
    /// Writes in a thread of its own.
    patient: Stdout,
    /// Whether that thread may still be writing.
    is_busy: bool,
}

impl Default for Output {
    fn default() -> Self {
        Self {
            patient: stdout(),
            is_busy: false,
        }
    }
}

impl AsyncWrite for Output {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.is_busy {
            ready!(Pin::new(&mut self.patient).poll_flush(context))?;
            self.is_busy = false;
        }
        if let Some(written) = written_at_once(bytes) {
            return Poll::Ready(Ok(written));
        }
        self.is_busy = true;
        Pin::new(&mut self.patient).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.patient).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.patient).poll_shutdown(context)
    }
}

/// How many of the bytes were written without a wait; `None` where there was no room, or something else is the
/// matter, which the patient way will say.
#[cfg(target_os = "linux")]
fn written_at_once(bytes: &[u8]) -> Option<usize> {
    use rustix::io::{ReadWriteFlags, pwritev2};

    /// Where the stream is.
    const HERE: u64 = u64::MAX;
    let words = [io::IoSlice::new(bytes)];
    pwritev2(io::stdout(), &words, HERE, ReadWriteFlags::NOWAIT).ok()
}

#[cfg(not(target_os = "linux"))]
fn written_at_once(_: &[u8]) -> Option<usize> {
    None
}
