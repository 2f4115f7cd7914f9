//! Hits in edited texts that somebody has read: those that are slips of the text are no false alarms.
//!
//! `tests/judged-hits.tsv` has a row for each, with its reason. What it does not have counts as false, so
//! that a rule which begins to speak is noticed.

use super::Hit;

/// A hit that is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Code of the rule.
    pub code: &'static str,
    /// Name of the text, or `*` for any.
    pub text: &'static str,
    /// The words that the finding marks, or `*` for any.
    pub words: &'static str,
    /// What is wrong with the text.
    pub reason: &'static str,
}

impl Judgement {
    fn is_of(&self, code: &str, hit: &Hit) -> bool {
        let is = |said: &str, stands: &str| said == "*" || said == stands;
        self.code == code && is(self.text, &hit.text) && is(self.words, &hit.words)
    }
}

/// Every row of the table whose verdict is that the text is wrong.
pub fn slips() -> impl Iterator<Item = Judgement> {
    let rows = include_str!("../../judged-hits.tsv").lines();
    let rows = rows.filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| {
        let mut columns = line.split('\t');
        let judgement = Judgement {
            code: columns.next()?,
            text: columns.next()?,
            words: columns.next()?,
            reason: columns.nth(1)?,
        };
        line.contains("\tslip\t").then_some(judgement)
    })
}

/// Why a hit is a slip of its text; `None` where it is a false alarm or has not been judged.
pub fn slip(code: &str, hit: &Hit) -> Option<Judgement> {
    slips().find(|judgement| judgement.is_of(code, hit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_a_rule_and_a_reason() {
        let mut count = 0;
        for slip in slips() {
            assert!(rules::rule(slip.code).is_some(), "{slip:?}");
            assert!(
                !slip.words.is_empty() && !slip.reason.is_empty(),
                "{slip:?}"
            );
            count += 1;
        }
        assert!(count > 10);
    }

    #[test]
    fn a_hit_that_nobody_has_judged_is_no_slip() {
        let hit = |text: &str, words: &str| Hit {
            text: text.to_owned(),
            line: 1,
            message: String::new(),
            words: words.to_owned(),
            sentence: String::new(),
        };
        assert!(slip("C004", &hit("A_RES_78_248", "24 December 2107")).is_some());
        assert!(slip("C004", &hit("A_RES_78_248", "24 December 2017")).is_none());
        assert!(slip("C005", &hit("A_RES_78_248", "24 December 2107")).is_none());
    }
}
