//! How far one written number is from another.

/// Whether two numbers differ by one slip of the hand: a digit wrong, missing or too many, two exchanged.
pub(crate) fn is_one_slip(written: &str, meant: &str) -> bool {
    let (written, meant) = (written.as_bytes(), meant.as_bytes());
    if written.len() == meant.len() {
        let wrong: Vec<usize> = (0..written.len())
            .filter(|place| written[*place] != meant[*place])
            .collect();
        return match wrong.as_slice() {
            [_] => true,
            [one, other] => written[*one] == meant[*other] && written[*other] == meant[*one],
            _ => false,
        };
    }
    let (short, long) = if written.len() < meant.len() {
        (written, meant)
    } else {
        (meant, written)
    };
    long.len() == short.len() + 1
        && (0..long.len())
            .any(|place| long[..place] == short[..place] && long[place + 1..] == short[place..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_one_digit_are_told_from_others() {
        for (written, meant) in [
            ("198", "189"),
            ("19", "189"),
            ("1899", "189"),
            ("188", "189"),
        ] {
            assert!(is_one_slip(written, meant), "{written}");
        }
        for (written, meant) in [("189", "189"), ("918", "189"), ("1", "189"), ("177", "189")] {
            assert!(!is_one_slip(written, meant), "{written}");
        }
    }
}
