//! Web and e-mail addresses that stand bare in a text.

use std::ops::Range;

use memchr::memmem;

/// Longest part of an e-mail address before the `@`, in bytes.
const LONGEST_NAME: usize = 64;

/// Addresses in order, without the punctuation of the sentence around them.
pub(crate) fn find(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let schemes = memmem::find_iter(bytes, "://").filter_map(|at| scheme_start(bytes, at));
    let hosts = memmem::find_iter(bytes, "www.").filter(|at| starts_word(bytes, *at));
    for start in schemes.chain(hosts) {
        let end = start + length(&bytes[start..]);
        found.push(start..end);
    }
    found.extend(memchr::memchr_iter(b'@', bytes).filter_map(|at| mail(bytes, at)));
    found.sort_by_key(|range| (range.start, usize::MAX - range.end));
    let mut end = 0;
    found.retain(|range| {
        let apart = range.start >= end;
        end = end.max(range.end);
        apart
    });
    found
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    at == 0 || !bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'/'
}

fn scheme_start(bytes: &[u8], at: usize) -> Option<usize> {
    let letters = bytes[..at]
        .iter()
        .rev()
        .take(10)
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    (letters >= 2).then_some(at - letters)
}

/// Length of the address at the beginning of `bytes`.
fn length(bytes: &[u8]) -> usize {
    let stop = |byte: &u8| {
        byte.is_ascii_whitespace() || byte.is_ascii_control() || b"<>\"`|\\^{}".contains(byte)
    };
    let mut end = bytes.iter().position(stop).unwrap_or(bytes.len());
    // Typographic quotation marks end an address too; their first byte is E2 80.
    if let Some(quote) = memmem::find(&bytes[..end], b"\xe2\x80") {
        end = quote;
    }
    while let Some(last) = bytes[..end].last() {
        let unbalanced = *last == b')' && {
            let count = |mark: u8| memchr::memchr_iter(mark, &bytes[..end]).count();
            count(b')') > count(b'(')
        };
        if !unbalanced && !b".,;:!?'*]".contains(last) {
            break;
        }
        end -= 1;
    }
    end
}

fn mail(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let name = bytes[..at]
        .iter()
        .rev()
        .take(LONGEST_NAME)
        .take_while(|byte| byte.is_ascii_alphanumeric() || b"._%+-".contains(byte))
        .count();
    let host = bytes[at + 1..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte))
        .count();
    let domain = &bytes[at + 1..at + 1 + host];
    let dots = domain
        .iter()
        .rev()
        .take_while(|byte| **byte == b'.')
        .count();
    let domain = &domain[..host - dots];
    let whole = name > 0 && domain.contains(&b'.');
    whole.then(|| at - name..at + 1 + domain.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find(text.as_bytes())
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn an_address_ends_before_the_sentence_does() {
        assert_eq!(
            found("See http://www.iom.int/cms/hld2013."),
            ["http://www.iom.int/cms/hld2013"]
        );
        assert_eq!(found("(see https://a.org/b_(c))."), ["https://a.org/b_(c)"]);
        assert_eq!(found("E-mail: hq@iom.int."), ["hq@iom.int"]);
        assert_eq!(found("“www.un.org”, 5@6"), ["www.un.org"]);
        assert_eq!(found("://"), [""; 0]);
    }
}
