//! Roman numerals, which number the sessions before 1976 and some conferences.

use std::fmt;

/// A number written in Roman numerals, 1 to 399.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Roman(u16);

const STEPS: [(u16, &str); 9] = [
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

impl Roman {
    /// The numeral for `value`, where it is 1 to 399.
    pub const fn new(value: u16) -> Option<Self> {
        if value == 0 || value > 399 {
            None
        } else {
            Some(Self(value))
        }
    }

    /// Reads a well-formed numeral in capitals; `XXVV` and `IIII` are none.
    pub fn parse(text: &str) -> Option<Self> {
        if !text
            .bytes()
            .all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
        {
            return None;
        }
        let mut rest = text;
        let mut value = 0;
        for (step, numeral) in STEPS {
            while let Some(tail) = rest.strip_prefix(numeral) {
                value += step;
                rest = tail;
            }
        }
        let parsed = Self::new(value).filter(|_| rest.is_empty())?;
        let mut rest = text;
        for numeral in parsed.numerals() {
            rest = rest.strip_prefix(numeral)?;
        }
        rest.is_empty().then_some(parsed)
    }

    /// The pieces that the numeral is written with, in order.
    fn numerals(self) -> impl Iterator<Item = &'static str> {
        let mut left = self.0;
        STEPS.into_iter().flat_map(move |(step, numeral)| {
            let count = left / step;
            left %= step;
            std::iter::repeat_n(numeral, usize::from(count))
        })
    }

    /// The value of the numeral.
    pub const fn value(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Roman {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for numeral in self.numerals() {
            out.write_str(numeral)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_numeral_round_trips() {
        for value in 1..=399 {
            let numeral = Roman::new(value).unwrap();
            assert_eq!(Roman::parse(&numeral.to_string()), Some(numeral));
        }
    }

    #[test]
    fn numerals_that_do_not_exist_are_refused() {
        for text in ["XXVV", "IIII", "VX", "IC", "", "A", "xi"] {
            assert_eq!(Roman::parse(text), None, "{text}");
        }
    }
}
