//! Web and e-mail addresses that stand bare in a text.

use std::ops::Range;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use memchr::{memchr, memchr_iter};
use regex::bytes::Regex;

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
static SIGNS: LazyLock<[Finder<'static>; 2]> = LazyLock::new(|| ["://", "www."].map(Finder::new));

/// Addresses in order, without the punctuation of the sentence around them.
pub(crate) fn find(bytes: &[u8]) -> Vec<Range<usize>> {
    let has = |sign: &Finder<'_>| sign.find(bytes).is_some();
    let possible = memchr(b'@', bytes).is_some() || SIGNS.iter().any(has);
    let Some(address) = ADDRESS.as_ref().filter(|_| possible) else {
        return Vec::new();
    };
    address
        .find_iter(bytes)
        .map(|found| found.start()..found.start() + length(found.as_bytes()))
        .collect()
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
}
