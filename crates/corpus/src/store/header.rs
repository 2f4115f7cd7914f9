//! What the headers of records and batches have in common: four letters first, a checksum last.

/// Bytes of the checksum at the end of a header.
const CHECK: usize = 4;

/// The first `length` bytes of `bytes` without their checksum, where they are a header that begins with `letters`.
pub(super) fn said(bytes: &[u8], length: usize, letters: [u8; 4]) -> Option<&[u8]> {
    let (said, check) = bytes
        .get(..length)?
        .split_at_checked(length.checked_sub(CHECK)?)?;
    (said.starts_with(&letters) && check == checksum(said)).then_some(said)
}

/// The number in four bytes at `at`, the lowest first.
pub(super) fn number(said: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(said.get(at..at + 4)?.try_into().ok()?))
}

/// Four bytes that tell a header from anything that merely looks like one.
pub(super) fn checksum(said: &[u8]) -> [u8; CHECK] {
    let [a, b, c, d, ..] = *blake3::hash(said).as_bytes();
    [a, b, c, d]
}
