//! References to another note: *ibid.*, *id.*, *idem*, *op. cit.*, "see note 12 above", "supra note 12". What they
//! mean, another block says.

use std::ops::Range;

use super::{Family, with_place_behind};
use crate::normalise::OTHER;
use crate::scan::{cursor, pinpoints};
use crate::{Back, Citation, Form, Kind};

/// *Ibid.* of every spelling, *idem*, *loc. cit.*, *op. cit.* and notes by their number.
pub(super) struct BackReferences;

impl Family for BackReferences {
    fn anchors(&self) -> &'static [&'static str] {
        &[
            "Ibid",
            "ibid",
            "IBID",
            "Idem",
            "idem,",
            "Id.",
            "op. cit.",
            "Op. cit.",
            "loc. cit.",
            "note 1",
            "note 2",
            "note 3",
            "note 4",
            "note 5",
            "note 6",
            "note 7",
            "note 8",
            "note 9",
        ]
    }

    fn read(&self, text: &str, anchor: Range<usize>, found: &mut Vec<Citation>) {
        let start = text[..anchor.start]
            .strip_suffix("foot")
            .map_or(anchor.start, str::len);
        let anchor = start..anchor.end;
        let word_before = text.as_bytes()[..start]
            .last()
            .is_some_and(u8::is_ascii_alphanumeric);
        if word_before {
            return;
        }
        let read = match text.as_bytes()[anchor.start] {
            b'n' | b'f' => note(text, anchor),
            b'I' if text[anchor.clone()] == *"Id." => id(text, anchor),
            b'I' | b'i' => ibid(text, anchor),
            _ => Some((anchor, Back::Cited)),
        };
        let Some((token, back)) = read else { return };
        let behind = token.end;
        found.push(with_place_behind(text, token, Kind::Back, Form::Back(back)));
        if back == Back::NoteBefore {
            let number = number_in_report(text, behind);
            found.extend(number.map(|token| {
                with_place_behind(text, token, Kind::Number, Form::Back(Back::InReport))
            }));
        }
    }
}

/// "Ibid." with its full stop, "Idem".
fn ibid(text: &str, anchor: Range<usize>) -> Option<(Range<usize>, Back)> {
    let mut end = anchor.end;
    if text[anchor.clone()].ends_with(',') {
        end -= 1;
    }
    if text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    end = cursor::word(text, end, ".").unwrap_or(end);
    Some((anchor.start..end, Back::NoteBefore))
}

/// "Id. at 14", "Id., para. 5", "Id." as all that is left of a text: what else is written so may be a card.
fn id(text: &str, anchor: Range<usize>) -> Option<(Range<usize>, Back)> {
    let rest = &text[anchor.end..];
    let page = rest
        .strip_prefix(" at ")
        .is_some_and(|page| page.starts_with(|c: char| c.is_ascii_digit() || c == OTHER));
    let goes_on = page || pinpoints::after(text, anchor.end).is_some() || rest.trim().is_empty();
    goes_on.then_some((anchor, Back::NoteBefore))
}

/// "note 12 above", "footnote 3 above", "supra note 12".
fn note(text: &str, anchor: Range<usize>) -> Option<(Range<usize>, Back)> {
    let at = anchor.end - 1;
    let digits = cursor::digits(text, at);
    let end = at + digits.len();
    let number = digits.parse().ok().filter(|_| digits.len() <= 3)?;
    let above = cursor::any_word(text, cursor::skip_space(text, end), &["above", "supra"]);
    let token = match above {
        Some(above) => anchor.start..above,
        None => supra_before(text, anchor.start)?..end,
    };
    Some((token, Back::Note(number)))
}

/// Where "supra" begins that ends before `at`, in italics or not.
fn supra_before(text: &str, at: usize) -> Option<usize> {
    let head = text[..at].trim_end_matches([' ', '\n', '\r', '*', '_']);
    let start = head.len().checked_sub("supra".len())?;
    let is_supra = head
        .get(start..)
        .is_some_and(|word| word.eq_ignore_ascii_case("supra"));
    let alone = !head[..start].ends_with(|c: char| c.is_ascii_alphanumeric());
    (is_supra && alone).then_some(start)
}

/// The "2" of ", resolution 2" at `at`, where the report of a conference is meant: it numbers what was adopted from 1.
fn number_in_report(text: &str, at: usize) -> Option<Range<usize>> {
    let mut next = cursor::word(text, at, ",")?;
    // "Ibid., chap. I, resolution 2".
    if let Some(place) = pinpoints::after(text, at) {
        next = cursor::word(text, place.span.end, ",")?;
    }
    let act = cursor::any_word(
        text,
        cursor::skip_space(text, next),
        &["resolution", "decision"],
    )?;
    let start = cursor::skip_space(text, act);
    let digits = cursor::digits(text, start);
    let end = start + digits.len();
    // "Resolution 82 (1950)", "46 (III)" and "58.3" are numbers of their own.
    let rest = &text[end..];
    let ends = match rest.as_bytes() {
        [b' ' | b'\n', behind, ..] => *behind != b'(',
        [b'.', behind, ..] => !behind.is_ascii_digit(),
        [] | [b',' | b'.' | b';' | b' ' | b'\n', ..] => true,
        _ => false,
    };
    ((1..=2).contains(&digits.len()) && ends).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use crate::families::test::read;

    #[test]
    fn references_to_other_notes_are_found() {
        for (text, wanted) in [
            ("Ibid., para. 4.", "Ibid. = NoteBefore [para. 4]"),
            ("ibid., p. 12", "ibid. = NoteBefore [p. 12]"),
            ("Idem, chap. II", "Idem = NoteBefore [chap. II]"),
            ("Smith, op. cit., p. 3", "op. cit. = Cited [p. 3]"),
            (
                "See note 12 above, paras. 3–5",
                "note 12 above = Note(12) [paras. 3-5]",
            ),
            (
                "Smith, supra note 12, para. 3",
                "supra note 12 = Note(12) [para. 3]",
            ),
            ("Id. at 14.", "Id. = NoteBefore"),
            ("Id., art. 3.", "Id. = NoteBefore [art. 3]"),
        ] {
            assert_eq!(read(text), [wanted], "{text}");
        }
        for (text, wanted) in [
            ("Ibid., resolution 2, annex.", "2 = InReport [annex]"),
            (
                "Ibid., chap. I, resolution 1, annexes I and II",
                "1 = InReport [annexes I and II]",
            ),
            ("Ibid., decision\n12.", "12 = InReport"),
        ] {
            assert_eq!(read(text)[1..], [wanted], "{text}");
        }
        for text in [
            "Ibid., resolution 67/172.",
            "Ibid., resolution 123",
            "Ibid., resolution 82 (1950), para. 3",
            "Ibid., decision 46 (III)",
            "Ibid., resolution 58.3",
            "Ibid., advisory opinion, para. 8",
        ] {
            assert!(
                !read(text).iter().any(|one| one.contains("InReport")),
                "{text}"
            );
        }
        for text in [
            "note 12 below",
            "takes note of",
            "Ibidem",
            "an idem potent",
            "note verbale 5",
            "Id. No. 12345",
            "Id. cards",
            "Covid. at 14",
            "infra note 12",
            "ultrasupra note 12",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }
}
