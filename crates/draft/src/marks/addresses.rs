//! Web and e-mail addresses that stand bare in a text.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr, memchr_iter};
use regex::bytes::Regex;

use super::{Sign, Signs};

/// A scheme or `www.` and what follows, or an e-mail address. Typographic quotation marks, whose first
/// byte is E2, end an address like straight ones.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r#"(?x-u)
        (?: \b[A-Za-z]{2,10}:// | \bwww\. ) [^\s\x00-\x1f<>"`|\\^{}\xe2]+
        | [A-Za-z0-9._%+-]{1,64} @ [A-Za-z0-9-]+ (?: \. [A-Za-z0-9-]+ )+
        "#,
    )
    .ok()
});

/// What every address but one of e-mail has one of.
static SIGNS: LazyLock<[Finder<'static>; 2]> =
    LazyLock::new(|| [Sign::Scheme, Sign::Web].map(|sign| Finder::new(sign.written())));

/// No address begins further before its sign, in bytes.
const REACH: usize = 64;

/// Whether `text`, which has these `signs`, may have an address.
pub(crate) fn may_have(text: &str, signs: Signs) -> bool {
    signs.have(Sign::Scheme) || signs.have(Sign::Web) || memchr(b'@', text.as_bytes()).is_some()
}

/// Addresses in order, without the punctuation of the sentence around them.
pub(crate) fn find(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut places = Places::of(bytes);
    let mut at = 0;
    // The pattern has no fixed beginning, so it is tried only near a sign.
    while let Some(sign) = places.next_from(at)
        && let Some(address) = ADDRESS.as_ref()
        && let Some(next) = address.find_at(bytes, at.max(sign.saturating_sub(REACH)))
    {
        found.push(next.start()..next.start() + length(next.as_bytes()));
        at = next.end();
    }
    found
}

/// The signs of a text, each looked for once: where the next of its kind stands is kept until it is passed.
struct Places<'b> {
    bytes: &'b [u8],
    /// Of each kind; `None` where there is no further one.
    next: [Option<usize>; 3],
}

impl<'b> Places<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        let next = [0, 1, 2].map(|kind| place(kind, bytes));
        Self { bytes, next }
    }

    /// Where the next sign of any kind stands, from `from` on.
    fn next_from(&mut self, from: usize) -> Option<usize> {
        for (kind, next) in self.next.iter_mut().enumerate() {
            if next.is_some_and(|at| at < from) {
                *next = place(kind, &self.bytes[from..]).map(|at| from + at);
            }
        }
        self.next.into_iter().flatten().min()
    }
}

/// Where the first sign of a kind stands.
fn place(kind: usize, bytes: &[u8]) -> Option<usize> {
    match SIGNS.get(kind) {
        Some(sign) => sign.find(bytes),
        None => memchr(b'@', bytes),
    }
}

/// Length of an address without closing punctuation and parentheses that it does not open.
fn length(address: &[u8]) -> usize {
    let mut end = address.len();
    while let Some(last) = address[..end].last() {
        let count = |mark: u8| memchr_iter(mark, &address[..end]).count();
        let unbalanced = *last == b')' && count(b')') > count(b'(');
        if !unbalanced && !b".,;:!?'*]".contains(last) {
            break;
        }
        end -= 1;
    }
    end
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

    #[test]
    fn addresses_are_found_wherever_they_stand() {
        let far = " and so on".repeat(20);
        let text =
            format!("5@6{far} hq@iom.int,x@y.org{far} xhttp://a.b www.c.d{far}://{far} e@f.gh");
        assert_eq!(
            found(&text),
            ["hq@iom.int", "x@y.org", "xhttp://a.b", "www.c.d", "e@f.gh"]
        );
        // A local part has 64 letters at most, and begins nowhere else than where they begin.
        let long = format!("{}@un.org", "a".repeat(70));
        assert_eq!(found(&long), [&long[6..]]);
    }
}
