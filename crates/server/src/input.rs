//! Standard input, read by the thread that handles what is said there.
//!
//! Where the system tells when a pipe has something in it, no other thread has to be woken for each message. A file
//! always has something, and the system will not tell; that is read by a thread that may wait.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, ReadBuf, Stdin, stdin};

/// Standard input.
pub(crate) enum Input {
    /// The system tells when it has something in it.
    #[cfg(target_os = "linux")]
    Told(told::Pipe),
    /// A thread of its own waits for it.
    Patient(Stdin),
}

impl Input {
    /// Standard input, to be read within a runtime.
    pub(crate) fn standard() -> Self {
        #[cfg(target_os = "linux")]
        if let Some(pipe) = told::pipe() {
            return Self::Told(pipe);
        }
        Self::Patient(stdin())
    }
}

impl AsyncRead for Input {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        match &mut *self {
            #[cfg(target_os = "linux")]
            Self::Told(pipe) => told::poll_read(pipe, context, buffer),
            Self::Patient(stdin) => Pin::new(stdin).poll_read(context, buffer),
        }
    }
}

/// A stream that the system tells about.
#[cfg(target_os = "linux")]
mod told {
    use std::io;
    use std::os::fd::AsFd as _;
    use std::task::{Context, Poll, ready};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};
    use tokio::io::unix::AsyncFd;
    use tokio::io::{Interest, ReadBuf};

    pub(crate) type Pipe = AsyncFd<io::Stdin>;

    #[expect(
        deprecated,
        reason = "what takes its place is unsafe for streams that are closed, which standard input never is"
    )]
    pub(super) fn pipe() -> Option<Pipe> {
        AsyncFd::with_interest(io::stdin(), Interest::READABLE).ok()
    }

    pub(super) fn poll_read(
        pipe: &Pipe,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        loop {
            let mut has_some = ready!(pipe.poll_read_ready(context))?;
            let read = has_some.try_io(|pipe| read_at_once(pipe.get_ref(), buffer));
            if let Ok(read) = read {
                return Poll::Ready(read);
            }
        }
    }

    /// Reads what is there. Others share the stream's flags, so it stays one on which a read may wait; nobody else
    /// reads from it, so one that has something is not waited for.
    fn read_at_once(stdin: &io::Stdin, buffer: &mut ReadBuf<'_>) -> io::Result<()> {
        loop {
            let mut asked = [PollFd::new(stdin, PollFlags::IN)];
            match poll(&mut asked, Some(&Timespec::default())) {
                Ok(0) => return Err(io::ErrorKind::WouldBlock.into()),
                Ok(_) | Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
            match read(stdin.as_fd(), buffer.initialize_unfilled()) {
                Ok(length) => {
                    buffer.advance(length);
                    return Ok(());
                }
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
