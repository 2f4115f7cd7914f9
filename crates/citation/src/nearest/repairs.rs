//! The repairs: each undoes one kind of slip and returns every text that may have been meant.

use crate::grammar;

fn components(written: &str) -> Vec<&str> {
    written.split('/').collect()
}

pub(super) fn without_spaces(written: &str) -> Vec<String> {
    if !written.contains(' ') {
        return Vec::new();
    }
    vec![written.replace(' ', "")]
}

/// `L49`, `Rev1`, `C3`: a stem and its number grown together, in any number of components.
pub(super) fn with_full_stops(written: &str) -> Vec<String> {
    let mended: Vec<String> = components(written)
        .iter()
        .map(|component| with_full_stop(component))
        .collect();
    vec![mended.join("/")]
}

fn with_full_stop(component: &str) -> String {
    let letters = component
        .bytes()
        .take_while(u8::is_ascii_alphabetic)
        .count();
    let (stem, number) = component.split_at(letters);
    let known = grammar::component(stem).is_some_and(|known| known.dotted);
    let capital = stem.starts_with(|c: char| c.is_ascii_uppercase());
    if known && capital && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{stem}.{number}");
    }
    component.to_owned()
}

/// `P.V.86`.
pub(super) fn without_inner_stops(written: &str) -> Vec<String> {
    let mended: Vec<String> = components(written)
        .iter()
        .map(|component| match component.rsplit_once('.') {
            Some((stem, number)) if stem.contains('.') => {
                let stem = stem.replace('.', "");
                match grammar::component(&stem) {
                    Some(known) if known.dotted => format!("{stem}.{number}"),
                    _ => (*component).to_owned(),
                }
            }
            _ => (*component).to_owned(),
        })
        .collect();
    vec![mended.join("/")]
}

/// `79.SR.37`, `L.40.Rev.1`, `L.40Rev.1`, `D1968`: two components grown together.
pub(super) fn with_strokes(written: &str) -> Vec<String> {
    let mut found = Vec::new();
    let bytes = written.as_bytes();
    for at in 1..bytes.len() {
        let behind_digit = bytes[at - 1].is_ascii_digit();
        if bytes[at] == b'.'
            && behind_digit
            && bytes.get(at + 1).is_some_and(u8::is_ascii_uppercase)
        {
            found.push(format!("{}/{}", &written[..at], &written[at + 1..]));
        } else if behind_digit && bytes[at].is_ascii_uppercase()
            || bytes[at - 1] == b'D'
                && bytes[at].is_ascii_digit()
                && at > 1
                && bytes[at - 2] == b'/'
        {
            found.push(format!("{}/{}", &written[..at], &written[at..]));
        }
    }
    found
}

/// `A/RES/67-172`, `A/RES/67.172`.
pub(super) fn number_joint(written: &str) -> Vec<String> {
    let Some((head, last)) = written.rsplit_once('/') else {
        return Vec::new();
    };
    if !head.ends_with("/RES") && !head.ends_with("/DEC") {
        return Vec::new();
    }
    let joint = last
        .find(['-', '.'])
        .filter(|at| *at > 0 && !last.starts_with("S-"));
    joint
        .map(|at| format!("{head}/{}/{}", &last[..at], &last[at + 1..]))
        .into_iter()
        .collect()
}

/// `A/HCR/53/26`: two neighbouring letters of the second component changed places.
pub(super) fn component_swapped(written: &str) -> Vec<String> {
    let parts = components(written);
    let (Some(first), Some(second)) = (parts.first(), parts.get(1)) else {
        return Vec::new();
    };
    let Some(prefix) = grammar::prefix(first) else {
        return Vec::new();
    };
    if second.len() < 3 || prefix.allows_any() {
        return Vec::new();
    }
    transpositions(second)
        .into_iter()
        .filter(|word| prefix.allows_word(word))
        .map(|word| replaced(&parts, 1, &word))
        .collect()
}

fn replaced(parts: &[&str], index: usize, word: &str) -> String {
    let mut parts: Vec<&str> = parts.to_vec();
    parts[index] = word;
    parts.join("/")
}

fn transpositions(word: &str) -> Vec<String> {
    let bytes = word.as_bytes();
    (1..bytes.len())
        .filter(|at| word.is_ascii() && bytes[at - 1] != bytes[*at])
        .map(|at| {
            format!(
                "{}{}{}{}",
                &word[..at - 1],
                &word[at..=at],
                &word[at - 1..at],
                &word[at + 1..]
            )
        })
        .collect()
}

/// `Rey.1`, `Rav.2`, `Corl.1`: one wrong letter in the word of a suffix.
pub(super) fn suffix_misspelt(written: &str) -> Vec<String> {
    let parts = components(written);
    let mut found = Vec::new();
    for (index, part) in parts.iter().enumerate().skip(2) {
        let Some((stem, number)) = part.split_once('.') else {
            continue;
        };
        if grammar::component(stem).is_some() || number.parse::<u16>().is_err() {
            continue;
        }
        for suffix in ["Rev", "Add", "Corr", "Amend"] {
            if differs_by_one(stem, suffix) {
                found.push(replaced(&parts, index, &format!("{suffix}.{number}")));
            }
        }
    }
    found
}

fn differs_by_one(left: &str, right: &str) -> bool {
    left.len() == right.len()
        && left
            .bytes()
            .zip(right.bytes())
            .filter(|(a, b)| !a.eq_ignore_ascii_case(b))
            .count()
            == 1
}

/// `A/67/RES/172`, `A/HRC/35/RES/17`.
pub(super) fn act_in_front(written: &str) -> Vec<String> {
    let mut parts = components(written);
    let Some(at) = parts.iter().position(|part| matches!(*part, "RES" | "DEC")) else {
        return Vec::new();
    };
    if at < 2 || !parts[at - 1].bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    parts.swap(at - 1, at);
    vec![parts.join("/")]
}

/// `S/RES/1325/2000`, `S/PRST/13/2012`.
pub(super) fn year_elsewhere(written: &str) -> Vec<String> {
    match components(written).as_slice() {
        ["S", "RES", number, year] if year.len() == 4 => vec![format!("S/RES/{number} ({year})")],
        ["S", "PRST", number, year] if year.len() == 4 => vec![format!("S/PRST/{year}/{number}")],
        _ => Vec::new(),
    }
}

/// `E/2005/CN.4/131`.
pub(super) fn subsidiary_first(written: &str) -> Vec<String> {
    match components(written).as_slice() {
        [organ, year, body, rest @ ..]
            if year.len() == 4
                && ["CN.", "C.", "AC."]
                    .iter()
                    .any(|stem| body.starts_with(stem)) =>
        {
            vec![format!("{organ}/{body}/{year}/{}", rest.join("/"))]
        }
        _ => Vec::new(),
    }
}

/// `A/C.3/L.40/67`.
pub(super) fn session_first(written: &str) -> Vec<String> {
    match components(written).as_slice() {
        ["A", committee, draft, session]
            if committee.starts_with("C.") && draft.starts_with("L.") && session.len() <= 3 =>
        {
            vec![format!("A/{committee}/{session}/{draft}")]
        }
        _ => Vec::new(),
    }
}

/// `CAT/DZA/CO/3`.
pub(super) fn committee_inserted(written: &str) -> Vec<String> {
    let Some((first, rest)) = written.split_once('/') else {
        return Vec::new();
    };
    let committee = grammar::prefix(first).is_some_and(|prefix| {
        prefix.allows_word("C") && prefix.allows_word("SP") && !prefix.allows_any()
    });
    let country = rest
        .split('/')
        .next()
        .is_some_and(|part| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_uppercase()));
    if committee && country {
        vec![format!("{first}/C/{rest}")]
    } else {
        Vec::new()
    }
}

/// `E/CN.4/l983/55`, `A/42/iO`: letters that a scan or a slip put for digits.
pub(super) fn letters_for_digits(written: &str) -> Vec<String> {
    let mended: Vec<String> = components(written)
        .iter()
        .enumerate()
        .map(|(index, part)| {
            let (stem, number) = part
                .rsplit_once('.')
                .map_or(("", *part), |(stem, number)| (stem, number));
            let looks = index > 0
                && !number.is_empty()
                && number
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || b"lIiOoZ".contains(&byte))
                && (number.bytes().any(|byte| byte.is_ascii_digit())
                    || index > 1 && number.len() == 2);
            if !looks {
                return (*part).to_owned();
            }
            let digits: String = number
                .chars()
                .map(|letter| match letter {
                    'l' | 'I' | 'i' => '1',
                    'O' | 'o' => '0',
                    'Z' => '2',
                    other => other,
                })
                .collect();
            if stem.is_empty() {
                digits
            } else {
                format!("{stem}.{digits}")
            }
        })
        .collect();
    vec![mended.join("/")]
}

/// `CPRD/C/GC/6`, `HRC/RES/35/17`: the first component of a treaty body or of the Human Rights Council.
pub(super) fn prefix_misspelt(written: &str) -> Vec<String> {
    let Some((first, rest)) = written.split_once('/') else {
        return Vec::new();
    };
    if grammar::prefix(first).is_some() {
        return Vec::new();
    }
    if first == "HRC" {
        return vec![format!("A/{written}")];
    }
    let committee_form = rest.starts_with("C/") && rest.split('/').count() > 2;
    if first.len() < 3 || !committee_form {
        return Vec::new();
    }
    let swapped = transpositions(first);
    let committees = || {
        grammar::prefixes().filter(|known| {
            known.len() >= 3
                && grammar::prefix(known).is_some_and(|prefix| prefix.allows_word("SP"))
        })
    };
    // Letters that changed places are the likelier slip.
    let mut meant: Vec<&str> = committees()
        .filter(|known| swapped.iter().any(|word| word == known))
        .collect();
    let mut near: Vec<&str> = committees()
        .filter(|known| differs_by_one(first, known))
        .collect();
    near.sort_unstable();
    meant.extend(near);
    meant
        .iter()
        .map(|known| format!("{known}/{rest}"))
        .collect()
}
