//! What stands at a mark that opens no word: a stroke, a line break, a character beyond ASCII.

use super::{Hit, Pass};
use crate::scan::{cursor, numbers, symbols};
use crate::{languages, nearest, normalise, words};

impl<See: FnMut(Hit)> Pass<'_, See> {
    /// Looks at the byte at `at`, which is marked and opens no word.
    #[inline(never)]
    pub(super) fn judge(&mut self, at: usize) {
        match self.text.as_bytes()[at] {
            b'/' => self.stroke(at),
            b'\\' => self.stretch(at),
            b'\n' => self.line_break(at),
            _ => self.beyond_ascii(at),
        }
    }

    fn stretch(&mut self, at: usize) {
        if let Some(start) = nearest::begins(self.text, at) {
            (self.see)(Hit::Stretch(start));
        }
    }

    fn stroke(&mut self, at: usize) {
        let bytes = self.text.as_bytes();
        let before = at.checked_sub(1).map(|before| bytes[before]);
        if before.is_some_and(|byte| byte.is_ascii_digit()) && self.plain_session(at) {
            return;
        }
        if is_inner(bytes, at) {
            return;
        }
        if before.is_some_and(|byte| byte.is_ascii_uppercase())
            && let Some(start) = symbols::written_component(self.text, at)
        {
            if nearest::may_be_numbered(self.text, start) {
                (self.see)(Hit::Stretch(start));
            }
            (self.see)(Hit::Component(start));
            return;
        }
        self.stretch(at);
        let (letter, digit) = (
            before.is_some_and(|byte| byte.is_ascii_alphabetic()),
            before.is_some_and(|byte| byte.is_ascii_digit()),
        );
        if letter && let Some(start) = symbols::first_component(self.text, at) {
            (self.see)(Hit::Component(start));
        } else if digit && let Some(start) = numbers::session_before(self.text, at) {
            (self.see)(Hit::Session(start..at));
        }
    }

    /// Shows the session before the stroke at `at` where figures stand on both sides and nothing before them that could
    /// be the first component of a symbol.
    fn plain_session(&mut self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        if !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            return false;
        }
        let start = numbers::session_before(self.text, at).filter(|start| {
            let before = start.checked_sub(1).map(|before| bytes[before]);
            before.is_none_or(|before| matches!(before, b' ' | b'(' | b'\n'))
        });
        if let Some(start) = start {
            (self.see)(Hit::Session(start..at));
        }
        start.is_some()
    }

    fn beyond_ascii(&mut self, at: usize) {
        // Mostly a quotation mark or an apostrophe, which stands for nothing and speaks no language.
        if let [0xE2, 0x80, 0x98..=0x9F, ..] = self.text.as_bytes()[at..] {
            return;
        }
        if languages::may_speak_at(self.text.as_bytes(), at) {
            (self.see)(Hit::OtherLanguage);
        }
        let mut rest = self.text.get(at..).unwrap_or_default().chars();
        let stands_for = rest.next().and_then(normalise::fold);
        // No anchor contains a dash; only a symbol right behind one asks what it is.
        let counts =
            |byte| byte != b'-' || rest.next().is_some_and(|next| next.is_ascii_uppercase());
        if stands_for.is_some_and(counts) {
            (self.see)(Hit::LookAlike);
        }
    }

    /// Shows the blank lines that the line break at `at` may begin.
    fn line_break(&mut self, at: usize) {
        if at < self.blank_end {
            return;
        }
        let bytes = self.text.as_bytes();
        let mut end = at + 1;
        let mut next = end;
        while let Some(byte) = bytes.get(next) {
            match byte {
                b' ' | b'\t' | b'\r' => next += 1,
                b'\n' => {
                    next += 1;
                    end = next;
                }
                _ => break,
            }
        }
        if end > at + 1 {
            self.blank_end = end;
            (self.see)(Hit::Blank(at, end));
        }
    }
}

/// Whether the letters and digits before the stroke at `at` go on what stands before them, as the inner components
/// of a symbol, a path or an address do: nothing begins there.
fn is_inner(bytes: &[u8], at: usize) -> bool {
    /// Longer than all that may stand before a first stroke.
    const LONGEST: usize = 20;
    let run = words::letters_before(bytes, at);
    let start = at - run;
    // A mistyped first component may have a full stop or a hyphen in it.
    let inside = matches!(bytes[..start], [.., b'.' | b'-']);
    (1..LONGEST).contains(&run) && !inside && cursor::goes_on_before(bytes, start)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What may stand around a stroke: components, paths, addresses, sessions.
    const AROUND: &str = "[ (./@a-]?(A|a|CCPR|Ccpr|and|67|HRC|x\\.y|C\\.3|[A-Za-z0-9]{1,4})?[-. /]?\
        (A|a|CRC|crc|67|1999|[A-Za-z0-9]{0,4})/(C|RES|67|or|L\\.4)";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]
        #[test]
        fn nothing_begins_at_an_inner_stroke(text in AROUND) {
            for (at, _) in text.match_indices('/') {
                let begins = symbols::written_component(&text, at).is_some()
                    || symbols::first_component(&text, at).is_some()
                    || numbers::session_before(&text, at).is_some();
                prop_assert!(!(is_inner(text.as_bytes(), at) && begins), "{text:?} at {at}");
            }
        }

        #[test]
        fn a_written_component_is_a_first_one(text in AROUND) {
            for (at, _) in text.match_indices('/') {
                let written = symbols::written_component(&text, at);
                let first = symbols::first_component(&text, at);
                prop_assert!(written.is_none() || written == first, "{text:?} at {at}");
            }
        }
    }
}
