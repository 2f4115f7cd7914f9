//! The way into the process: whole messages only, and readable ones.
//!
//! A message that cannot be decoded is mended where that keeps client and server of one mind about the text (half
//! an emoji, bytes that are no UTF-8), and otherwise answered with an error and left out. A request or a
//! notification, as nearly every message is one, is decoded once; an answer of the client is decoded twice.

mod readable;

use std::io;
use std::sync::Arc;

use futures::{Stream, stream};
use tokio::io::BufReader;
use tokio::io::{AsyncBufRead, AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _};

use crate::framing::{content_length, framed};
use crate::log::note;
use crate::outbound::Queue;
use crate::trace::Trace;
pub(crate) use readable::Incoming;

/// The longest header that is read, in bytes.
const LONGEST_HEADER: u64 = 8 << 10;

/// So many bytes are read at once: what a pipe holds.
pub(crate) const PIECE: usize = 64 << 10;

/// Every readable message of `input`; ends with the input. What cannot be read is answered by way of `answers`.
pub(crate) fn messages<I>(
    input: I,
    answers: Queue,
    trace: Option<Arc<Trace>>,
) -> impl Stream<Item = Incoming>
where
    I: AsyncRead + Unpin,
{
    let input = BufReader::with_capacity(PIECE, input);
    stream::unfold(
        (input, answers, trace),
        |(mut input, answers, trace)| async {
            loop {
                let mut body = next(&mut input).await.ok()??;
                let Some(message) = readable::decoded(&mut body) else {
                    note("a message that cannot be read was left out");
                    answers.put(framed(PARSE_ERROR.as_bytes()));
                    continue;
                };
                if let Some(trace) = &trace {
                    trace.heard(&body);
                }
                return Some((message, (input, answers, trace)));
            }
        },
    )
}

const PARSE_ERROR: &str =
    r#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}"#;

/// The body of the next message; `None` at the end of the input. Lines that are no header are skipped,
/// so that something printed into the stream by accident costs nothing.
async fn next(input: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    let mut line = Vec::new();
    loop {
        line.clear();
        if (&mut *input)
            .take(LONGEST_HEADER)
            .read_until(b'\n', &mut line)
            .await?
            == 0
        {
            return Ok(None);
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            match length.take() {
                Some(length) => return body(input, length).await.map(Some),
                None => continue,
            }
        }
        if let Some(stated) = content_length(text) {
            length = Some(stated);
        }
    }
}

/// Grows with what arrives, so that a length that lies costs no memory.
async fn body(input: &mut (impl AsyncBufRead + Unpin), length: u64) -> io::Result<Vec<u8>> {
    let mut body = Vec::with_capacity(length.min(1 << 16) as usize);
    let read = input.take(length).read_to_end(&mut body).await?;
    if (read as u64) < length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(body)
}
