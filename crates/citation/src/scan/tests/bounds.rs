//! What the scanner looks at beside the places it reads is bounded, whatever stands there again and again.

use super::*;

/// Texts in which each place could look through all that stands before it or behind it, with the most that is looked at
/// for a byte.
const REPEATED: [(&str, usize); 11] = [
    ("RES ", 1),
    ("A RES ", 1),
    ("RES 67 ", 250),
    ("Council RES ", 1),
    ("A/RES/78/115 67/172, ", 32),
    ("73/263 = A/RES/73/263 ", 2),
    ("E/2018/99 67/172, ", 1),
    ("A/B/", 1),
    ("the Convention (67/290) ", 1),
    ("HRC 5/1, ", 250),
    ("| Resolution |\n", 9),
];

#[test]
fn what_is_looked_at_grows_with_the_text_and_no_faster() {
    for (piece, most) in REPEATED {
        for length in [8_000, 32_000] {
            let text = piece.repeat(length / piece.len());
            let looked_at = looked_at::during(|| drop(scan(&text, &lexicon())));
            assert!(
                looked_at <= most * length,
                "{piece:?}, {length} bytes: {looked_at}"
            );
        }
    }
}
