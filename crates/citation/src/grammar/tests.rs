//! The tables hold what they say they hold.

use super::*;

#[test]
fn patterns_expand() {
    assert_eq!(alternatives("a|b"), ["a", "b"]);
    assert_eq!(alternatives("x{|s}|y"), ["x", "xs", "y"]);
    assert_eq!(
        alternatives("x{a|o} y{e|i}"),
        ["xa ye", "xa yi", "xo ye", "xo yi"]
    );
}

fn lines(table: &str) -> usize {
    let rows = table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.count() - 1
}

#[test]
fn every_row_of_the_tables_is_read() {
    let prefixes = include_str!("../../data/prefixes.tsv");
    assert_eq!(PREFIXES.entries.len(), lines(prefixes));
    for [written, kind, name, may_follow] in rows::<4>(prefixes) {
        assert!(
            ["organ", "treaty-body", "series", "short"].contains(&kind),
            "{written}: {kind}"
        );
        assert!(!name.is_empty() && !may_follow.is_empty(), "{written}");
        assert_eq!(
            prefix(&written.to_ascii_lowercase()).map(|entry| entry.written),
            Some(written)
        );
    }
    for [written, shape, numbers, kind, then, meaning] in
        rows::<6>(include_str!("../../data/components.tsv"))
    {
        assert!(
            ["word", "dotted", "either"].contains(&shape),
            "{written}: {shape}"
        );
        assert!(
            ["act", "body", "nature", "suffix", "other"].contains(&kind),
            "{written}: {kind}"
        );
        assert!(
            ["#", "# @", "# +", "+", "*"].contains(&then),
            "{written}: {then}"
        );
        assert_eq!(numbers == "-", shape == "word", "{written}: {numbers}");
        assert!(!meaning.is_empty(), "{written}");
        assert!(shape == "dotted" || word(written).is_some(), "{written}");
        assert!(shape == "word" || dotted(written).is_some(), "{written}");
    }
}

#[test]
fn no_entry_stands_twice() {
    assert!(
        PREFIXES
            .entries
            .windows(2)
            .all(|pair| pair[0].written < pair[1].written)
    );
    for components in COMPONENTS.iter() {
        let twice = |pair: &[Component]| pair[0].written.eq_ignore_ascii_case(pair[1].written);
        assert!(!components.entries.windows(2).any(twice));
    }
    let mut keys: Vec<_> = bodies().map(|row| row.key).collect();
    keys.sort_unstable();
    assert!(keys.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn every_body_with_symbols_begins_with_a_first_component() {
    for row in bodies() {
        assert!(!row.name.is_empty(), "{}", row.key);
        let first = row.key.split(['/', '.']).next().unwrap_or(row.key);
        if row.adopts == Adopts::Symbols {
            assert!(prefix(first).is_some(), "{}", row.key);
        }
    }
}

#[test]
fn no_word_behind_a_prefix_is_a_number() {
    for entry in &PREFIXES.entries {
        let listed = entry.words.iter().chain(&entry.words_before_year);
        for word in listed.chain(&entry.words_before_any) {
            let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
            assert!(!is_number, "{} {word}", entry.written);
        }
    }
}
