//! `penholder explain`: the page of a rule, or the list of rules.

use std::io::{self, Write};

use rules::{RULES, Rule};

use crate::{CLEAN, UNCHECKED, nearest, out};

/// Prints the page of the rule with this code or name, the list of a family by its letter, or of all rules.
pub(crate) fn run(wanted: Option<&str>) -> io::Result<u8> {
    let mut out = out::standard();
    let is_of_family = |code: &str, family: &str| {
        family.len() == 1
            && code
                .get(..1)
                .is_some_and(|own| own.eq_ignore_ascii_case(family))
    };
    let family = wanted.map(str::trim).filter(|wanted| {
        let mut rules = RULES.iter();
        rules.any(|rule| is_of_family(rule.code, wanted))
    });
    let Some(wanted) = wanted.filter(|_| family.is_none()) else {
        let listed = |code: &str| family.is_none_or(|family| is_of_family(code, family));
        let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
        for rule in RULES.into_iter().filter(|rule| listed(rule.code)) {
            writeln!(
                out,
                "{}  {:<width$}  {}",
                rule.code,
                rule.name,
                rule.summary()
            )?;
        }
        out.flush()?;
        return Ok(CLEAN);
    };
    let Some(rule) = rules::rule(wanted.trim()) else {
        eprint!("penholder: there is no rule “{wanted}”");
        match nearest(wanted) {
            Some(rule) => eprintln!("; did you mean {} {}?", rule.code, rule.name),
            None => eprintln!("; “penholder explain” lists the rules"),
        }
        return Ok(UNCHECKED);
    };
    out.write_all(rule.page().as_bytes())?;
    out.flush()?;
    Ok(CLEAN)
}

/// The rule whose code or name looks most like what was asked for; none where nothing does.
fn nearest(wanted: &str) -> Option<&'static Rule> {
    let wanted = wanted.trim().to_lowercase();
    let with_noughts = wanted.split_at_checked(1).and_then(|(family, figures)| {
        let number: u16 = figures.parse().ok()?;
        rules::rule(&format!("{family}{number:03}"))
    });
    if with_noughts.is_some() {
        return with_noughts;
    }
    let rules = RULES.into_iter();
    let known = rules.flat_map(|rule| {
        [
            (rule.code.to_lowercase(), rule),
            (rule.name.to_owned(), rule),
        ]
    });
    nearest::name(&wanted, known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_code_or_name_leads_to_the_rule() {
        assert_eq!(nearest("c5").unwrap().code, "C005");
        assert_eq!(nearest("C05").unwrap().code, "C005");
        assert_eq!(nearest("mistyped-symbl").unwrap().code, "C001");
        assert_eq!(nearest("undefined acronym").unwrap().code, "A001");
        assert!(nearest("weather").is_none());
    }
}
