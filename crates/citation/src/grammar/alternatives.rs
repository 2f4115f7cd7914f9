//! The notation of the tables for several spellings of one thing: `a|b` and `x{|s}`.

/// The spellings that a cell of a table stands for: alternatives are parted by `|`, and braces hold the
/// endings of what stands before them.
///
/// ```
/// assert_eq!(citation::alternatives("a|x{|s} y"), ["a", "x y", "xs y"]);
/// ```
pub fn alternatives(pattern: &str) -> Vec<String> {
    split_outside_braces(pattern)
        .into_iter()
        .flat_map(expanded)
        .collect()
}

fn split_outside_braces(pattern: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, character) in pattern.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            '|' if depth == 0 => {
                parts.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&pattern[start..]);
    parts
}

fn expanded(pattern: &str) -> Vec<String> {
    let Some((head, rest)) = pattern.split_once('{') else {
        return vec![pattern.to_owned()];
    };
    let Some((endings, tail)) = rest.split_once('}') else {
        return vec![pattern.to_owned()];
    };
    let tails = expanded(tail);
    endings
        .split('|')
        .flat_map(|ending| tails.iter().map(move |tail| [head, ending, tail].concat()))
        .collect()
}
