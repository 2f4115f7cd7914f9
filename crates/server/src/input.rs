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
    Told(told::Pipe<io::Stdin>),
    /// A thread of its own waits for it.
    Patient(Stdin),
}

impl Input {
    /// Standard input, to be read within a runtime.
    pub(crate) fn standard() -> Self {
        #[cfg(target_os = "linux")]
        if let Some(pipe) = told::Pipe::of(io::stdin()) {
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
            Self::Told(pipe) => Pin::new(pipe).poll_read(context, buffer),
            Self::Patient(stdin) => Pin::new(stdin).poll_read(context, buffer),
        }
    }
}

/// A stream that the system tells about.
#[cfg(target_os = "linux")]
mod told {
    use std::io;
    use std::os::fd::{AsFd, AsRawFd};
    use std::pin::Pin;
    use std::task::{Context, Poll, ready};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::{Errno, read};
    use tokio::io::unix::AsyncFd;
    use tokio::io::{AsyncRead, Interest, ReadBuf};

    use crate::inbound::PIECE;

    pub(crate) struct Pipe<F: AsRawFd>(AsyncFd<F>);

    impl<F: AsRawFd> Pipe<F> {
        #[expect(
            deprecated,
            reason = "what takes its place is unsafe for streams that are closed, which standard input never is"
        )]
        pub(super) fn of(stream: F) -> Option<Self> {
            AsyncFd::with_interest(stream, Interest::READABLE)
                .ok()
                .map(Self)
        }
    }

    impl<F: AsFd + AsRawFd + Unpin> AsyncRead for Pipe<F> {
        fn poll_read(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
            buffer: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            loop {
                let mut has_some = ready!(self.0.poll_read_ready(context))?;
                let read = has_some.try_io(|pipe| read_at_once(pipe.get_ref(), buffer));
                if let Ok(read) = read {
                    return Poll::Ready(read);
                }
            }
        }
    }

    /// Reads what is there. Others share the stream's flags, so it stays one on which a read may wait; nobody else
    /// reads from it, so one that has something is not waited for.
    fn read_at_once(stream: &impl AsFd, buffer: &mut ReadBuf<'_>) -> io::Result<()> {
        // What is read into is zeroed before, each time: no more of a long message's room than can be filled.
        let most = buffer.remaining().min(PIECE);
        loop {
            let mut asked = [PollFd::new(stream, PollFlags::IN)];
            match poll(&mut asked, Some(&Timespec::default())) {
                Ok(0) => return Err(io::ErrorKind::WouldBlock.into()),
                Ok(1..) => {}
                Err(Errno::INTR) => continue,
                Err(error) => return Err(error.into()),
            }
            match read(stream.as_fd(), buffer.initialize_unfilled_to(most)) {
                Ok(length) => {
                    buffer.advance(length);
                    return Ok(());
                }
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use std::io::{PipeReader, PipeWriter, Write as _, pipe};
        use std::thread;
        use std::time::Duration;

        use futures::StreamExt as _;
        use tokio::io::{AsyncReadExt as _, sink};

        use super::*;
        use crate::framing::framed;
        use crate::inbound::{Incoming, messages};
        use crate::outbound::pump;

        /// What the messages are called that `write` writes into a pipe, until its end.
        async fn heard(write: impl FnOnce(PipeWriter) + Send + 'static) -> Vec<(String, usize)> {
            let (reader, writer) = pipe().unwrap();
            let (answers, _) = pump(sink(), None);
            let input: Pipe<PipeReader> = Pipe::of(reader).unwrap();
            let writing = thread::spawn(move || write(writer));
            let heard = messages(input, answers, None).map(|incoming| match incoming {
                Incoming::Request(request) => {
                    let params = request.params().and_then(|params| params.as_str());
                    let length = params.map_or(0, str::len);
                    (request.method().to_owned(), length)
                }
                Incoming::Response(response) => panic!("{response:?}"),
            });
            let heard = heard.collect().await;
            writing.join().unwrap();
            heard
        }

        fn message(method: &str, length: usize) -> Vec<u8> {
            let params = "é".repeat(length / 2);
            let body = format!(r#"{{"jsonrpc":"2.0","method":"{method}","params":"{params}"}}"#);
            framed(body.as_bytes())
        }

        #[tokio::test]
        async fn a_message_may_come_byte_by_byte() {
            let written = [message("one", 20), message("two", 0), message("three", 4)].concat();
            let heard = heard(move |mut writer| {
                for (index, byte) in written.iter().enumerate() {
                    writer.write_all(&[*byte]).unwrap();
                    if index % 16 == 0 {
                        thread::sleep(Duration::from_millis(1));
                    }
                }
            });
            let names = [("one", 20), ("two", 0), ("three", 4)];
            assert_eq!(
                heard.await,
                names.map(|(name, length)| (name.into(), length))
            );
        }

        #[tokio::test]
        async fn a_message_may_be_longer_than_a_pipe_holds() {
            for length in [PIECE - 100, PIECE, PIECE + 2, 3 << 20] {
                let written = [message("long", length), message("short", 2)].concat();
                let pieces = heard(move |mut writer| {
                    for piece in written.chunks(50_001) {
                        writer.write_all(piece).unwrap();
                        thread::yield_now();
                    }
                });
                assert_eq!(pieces.await, [("long".into(), length), ("short".into(), 2)]);
            }
        }

        #[tokio::test]
        async fn a_message_that_is_cut_off_ends_the_input() {
            let heard = heard(|mut writer| {
                writer.write_all(&message("whole", 2)).unwrap();
                let cut = message("cut", 1000);
                writer.write_all(&cut[..cut.len() - 1]).unwrap();
            });
            assert_eq!(heard.await, [("whole".into(), 2)]);
        }

        #[tokio::test]
        async fn a_flood_is_heard_in_its_order() {
            let heard = heard(|mut writer| {
                for index in 0..20_000 {
                    writer.write_all(&message(&index.to_string(), 8)).unwrap();
                }
            });
            let names = (0..20_000).map(|index| (index.to_string(), 8));
            assert!(heard.await.into_iter().eq(names));
        }

        #[tokio::test]
        async fn no_more_room_is_made_ready_than_can_be_filled() {
            let (reader, mut writer) = pipe().unwrap();
            let mut input = Pipe::of(reader).unwrap();
            writer.write_all(b"few").unwrap();
            let mut room = Vec::with_capacity(50 * PIECE);
            let mut buffer = ReadBuf::uninit(room.spare_capacity_mut());
            std::future::poll_fn(|context| Pin::new(&mut input).poll_read(context, &mut buffer))
                .await
                .unwrap();
            assert_eq!(buffer.filled(), b"few");
            assert_eq!(buffer.initialized().len(), PIECE);
            drop(writer);
            assert_eq!(input.read(&mut [0; 4]).await.unwrap(), 0);
        }
    }
}
