//! Bytes looked at eight at a time, in plain numbers: which are letters, digits or capitals.

use std::ops::Range;

use crate::places::{self, STRIDE};

/// What a letter has in small alone, for eight of them.
pub(crate) const CASE: u64 = 0x20 * EVERY;

/// A number below two to the power of `bits` for the lowest three of `bytes`, whatever the case of letters.
#[inline]
pub(crate) const fn three_bytes(bytes: u32, bits: u32) -> usize {
    let three = (bytes | CASE as u32) << 8;
    (three.wrapping_mul(0x9E37_79B1) >> (u32::BITS - bits)) as usize
}

/// Eight bytes from `at` on, the first lowest; zeros behind the end.
#[inline]
pub(crate) fn eight_at(bytes: &[u8], at: usize) -> u64 {
    // The end is asked for at once: two steps make two comparisons, and this is read for every word of a text.
    if let Some(eight) = bytes.get(at..at.wrapping_add(8))
        && let Some(eight) = eight.first_chunk()
    {
        return u64::from_le_bytes(*eight);
    }
    fewer_than_eight(bytes.get(at..).unwrap_or_default())
}

/// The bytes of `rest`, the first lowest, from reads that overlap: cheaper than a copy of unknown length.
///
/// Only the end of a text comes here, so it stays out of the loops that read eight bytes.
#[cold]
#[inline(never)]
fn fewer_than_eight(rest: &[u8]) -> u64 {
    if let (Some(first), Some(last)) = (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
        let last = u64::from(u32::from_le_bytes(*last));
        return u64::from(u32::from_le_bytes(*first)) | last << (8 * (rest.len() - 4));
    }
    let Some(last) = rest.len().checked_sub(1) else {
        return 0;
    };
    let byte = |at: usize| u64::from(rest[at]) << (8 * at);
    byte(0) | byte(last / 2) | byte(last)
}

/// How many ASCII letters stand at `at`.
#[inline]
pub(crate) fn letters(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let (letters, _) = letters_and_digits(eight_at(bytes, end));
        let run = (!letters & HIGH).trailing_zeros() as usize / 8;
        end += run;
        if run < 8 {
            return end - at;
        }
    }
}

/// How many ASCII letters and digits stand at `at`.
#[inline]
pub(crate) fn letters_or_digits(bytes: &[u8], at: usize) -> usize {
    let mut end = at;
    loop {
        let (letters, digits) = letters_and_digits(eight_at(bytes, end));
        let run = (!(letters | digits) & HIGH).trailing_zeros() as usize / 8;
        end += run;
        if run < 8 {
            return end - at;
        }
    }
}

/// How many ASCII letters and digits stand right before `at`.
#[inline]
pub(crate) fn letters_before(bytes: &[u8], at: usize) -> usize {
    run_before(bytes, at, |eight| {
        let (letters, digits) = letters_and_digits(eight);
        letters | digits
    })
}

/// How many ASCII digits stand right before `at`.
#[inline]
pub(crate) fn digits_before(bytes: &[u8], at: usize) -> usize {
    run_before(bytes, at, |eight| letters_and_digits(eight).1)
}

/// How many bytes stand right before `at` of those whose high bits `class` tells.
#[inline]
fn run_before(bytes: &[u8], at: usize, class: impl Fn(u64) -> u64) -> usize {
    let mut start = at;
    while let Some(eight) = bytes.get(..start).and_then(<[u8]>::last_chunk) {
        let run = (!class(u64::from_le_bytes(*eight)) & HIGH).leading_zeros() as usize / 8;
        start -= run;
        if run < 8 {
            return at - start;
        }
    }
    let rest = bytes[..start].iter().rev();
    at - start
        + rest
            .take_while(|byte| class(u64::from(**byte)) != 0)
            .count()
}

/// One in every byte.
const EVERY: u64 = 0x0101_0101_0101_0101;

/// The high bit of every byte.
pub(crate) const HIGH: u64 = 0x80 * EVERY;

/// Where in `range` the next word begins with a capital: an ASCII one, behind neither letter nor digit.
pub(crate) fn next_capital(bytes: &[u8], range: Range<usize>) -> Option<usize> {
    let bytes = bytes.get(..range.end)?;
    let mut start = range.start;
    loop {
        let rest = bytes.get(start..).filter(|rest| !rest.is_empty())?;
        let mut capitals = places::of(rest, &places::Capitals);
        while capitals != 0 {
            let at = start + capitals.trailing_zeros() as usize;
            if begins_word(bytes, at) {
                return Some(at);
            }
            capitals &= capitals - 1;
        }
        start += STRIDE;
    }
}

/// Where in `range` the last such word begins.
pub(crate) fn last_capital(bytes: &[u8], range: Range<usize>) -> Option<usize> {
    let mut end = range.end;
    while end > range.start {
        let start = end.saturating_sub(8).max(range.start);
        let mut capitals = capitals(eight_at(bytes.get(..end)?, start));
        while capitals != 0 {
            let last = capitals.ilog2();
            let at = start + last as usize / 8;
            if begins_word(bytes, at) {
                return Some(at);
            }
            capitals ^= 1 << last;
        }
        end = start;
    }
    None
}

/// Whether neither letter nor digit stands before `at`.
fn begins_word(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| bytes[before]);
    !before.is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// The high bits of the bytes that are ASCII capitals.
const fn capitals(eight: u64) -> u64 {
    at_least(eight, b'A') & !at_least(eight, b'Z' + 1) & !eight & HIGH
}

/// The high bits of the bytes that are ASCII letters, and of those that are digits.
pub(super) const fn letters_and_digits(eight: u64) -> (u64, u64) {
    let small = eight | CASE;
    let letters = at_least(small, b'a') & !at_least(small, b'z' + 1);
    let digits = at_least(eight, b'0') & !at_least(eight, b'9' + 1);
    (letters & !eight & HIGH, digits & !eight & HIGH)
}

/// The high bit of each byte tells whether the byte, taken without its own, is at least `floor`.
const fn at_least(bytes: u64, floor: u8) -> u64 {
    (bytes & !HIGH).wrapping_add((0x80 - floor) as u64 * EVERY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_told_from_every_other_byte() {
        for byte in 0..=u8::MAX {
            let (letters, digits) = letters_and_digits(u64::from(byte));
            assert_eq!(letters & 0x80 != 0, byte.is_ascii_alphabetic(), "{byte}");
            assert_eq!(digits & 0x80 != 0, byte.is_ascii_digit(), "{byte}");
        }
    }

    #[test]
    fn capitals_begin_words_behind_neither_letter_nor_digit() {
        let text = "The UN’s aUNit, 5A, sub-Committee  Ärger Z";
        for start in 0..text.len() {
            for end in start..=text.len() {
                let begins = |at: usize| {
                    let bytes = text.as_bytes();
                    bytes[at].is_ascii_uppercase()
                        && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
                };
                let plain = (start..end).find(|&at| begins(at));
                assert_eq!(next_capital(text.as_bytes(), start..end), plain);
                let last = (start..end).rev().find(|&at| begins(at));
                assert_eq!(last_capital(text.as_bytes(), start..end), last);
            }
        }
    }

    #[test]
    fn runs_before_a_place_are_as_long_as_they_are() {
        let text = "12345678901234567/172, A/RES/6789abcdefghijklmnopq1 é12345678 9".as_bytes();
        for at in 0..=text.len() {
            let plain = |is: fn(&u8) -> bool| {
                let before = text[..at].iter().rev();
                before.take_while(|byte| is(byte)).count()
            };
            assert_eq!(digits_before(text, at), plain(u8::is_ascii_digit), "{at}");
            let letters = plain(u8::is_ascii_alphanumeric);
            assert_eq!(letters_before(text, at), letters, "{at}");
        }
    }

    #[test]
    fn behind_the_end_are_zeros() {
        let bytes: Vec<u8> = (1..=9).collect();
        for length in 0..=9 {
            let mut wanted = [0; 8];
            let kept = length.min(8);
            wanted[..kept].copy_from_slice(&bytes[..kept]);
            assert_eq!(eight_at(&bytes[..length], 0), u64::from_le_bytes(wanted));
        }
        assert_eq!(eight_at(&bytes, 10), 0);
    }
}
