//! Messages cut out of a stream of bytes that comes in pieces of any size.

/// Bytes that have come and are not yet whole messages.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    bytes: Vec<u8>,
}

const END_OF_HEADER: &[u8] = b"\r\n\r\n";

impl Frames {
    /// Takes the next piece.
    pub(crate) fn push(&mut self, piece: &[u8]) {
        self.bytes.extend_from_slice(piece);
    }

    /// The body of the next whole message; `None` while it is not all there.
    pub(crate) fn pop(&mut self) -> Option<Vec<u8>> {
        let header = self
            .bytes
            .windows(END_OF_HEADER.len())
            .position(|four| four == END_OF_HEADER)?;
        let length = self.bytes[..header]
            .split(|byte| *byte == b'\n')
            .find_map(content_length)?;
        let start = header + END_OF_HEADER.len();
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        let body = self.bytes.get(start..end)?.to_vec();
        self.bytes.drain(..end);
        Some(body)
    }
}

/// The number that a header line states as the length of its message, in bytes.
pub(crate) fn content_length(line: &[u8]) -> Option<u64> {
    let (name, value) = std::str::from_utf8(line).ok()?.split_once(':')?;
    if !name.trim().eq_ignore_ascii_case("content-length") {
        return None;
    }
    value.trim().parse().ok()
}

/// A body with its header before it.
pub(crate) fn framed(body: &[u8]) -> Vec<u8> {
    let mut message = header(body.len());
    message.extend_from_slice(body);
    message
}

/// The header of a body of so many bytes.
pub(crate) fn header(length: usize) -> Vec<u8> {
    format!("Content-Length: {length}\r\n\r\n").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_come_out_whole_however_they_went_in() {
        let stream = [framed(b"one"), framed(b""), framed("zwö".as_bytes())].concat();
        for size in 1..stream.len() {
            let mut frames = Frames::default();
            let mut bodies = Vec::new();
            for piece in stream.chunks(size) {
                frames.push(piece);
                while let Some(body) = frames.pop() {
                    bodies.push(body);
                }
            }
            assert_eq!(bodies, [b"one".to_vec(), Vec::new(), "zwö".into()]);
        }
    }
}
