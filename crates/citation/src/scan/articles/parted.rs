//! Places of two documents that stand between them: "the Convention on the Rights of the Child, art. 37, and article 10 of the
//! Covenant".

use crate::scan::pinpoints;
use crate::{Citation, Form, Kind, Pinpoint, Unit};

/// Of the places between two documents leaves to the second those that its "of" is about, and gives the first what stands right
/// behind it. `found` is in order of tokens.
pub(in crate::scan) fn part(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let [first, second] = &mut found[index - 1..=index] else {
            return;
        };
        let Some(between) = second.pinpoint.as_ref().filter(|place| {
            place.span.start >= first.token.end && place.span.end <= second.token.start
        }) else {
            continue;
        };
        if !is_right_behind(text, first, between) || has_place_before(first) {
            continue;
        }
        let Some((of_first, of_second)) = parts(text, [first, second], between) else {
            continue;
        };
        let is_told = is_told(text, &of_first, &of_second);
        first.pinpoint = is_told.then_some(of_first);
        second.pinpoint = Some(of_second);
    }
}

/// Whether nothing but a comma and a date stands between `first` and `place`.
fn is_right_behind(text: &str, first: &Citation, place: &Pinpoint) -> bool {
    let dated = first.date.as_ref().map_or(0, |date| date.span.end);
    let words = text.get(first.token.end.max(dated)..place.span.start);
    words.is_some_and(|words| matches!(words.trim(), "" | "," | ")" | "),"))
}

/// Whether `one` has a place of its own before its name: then a list goes on behind it.
fn has_place_before(one: &Citation) -> bool {
    let place = one.pinpoint.as_ref();
    place.is_some_and(|place| place.span.end <= one.token.start)
}

/// The place right behind the first of two documents and the rest of `between`, where there are two.
fn parts(
    text: &str,
    [first, second]: [&Citation; 2],
    between: &Pinpoint,
) -> Option<(Pinpoint, Pinpoint)> {
    let start = between.span.start;
    let mut own = pinpoints::first_at(text, start)?;
    let has_articles = |place: &Pinpoint| {
        let outermost = place.steps.first();
        outermost.is_some_and(|step| step.unit == Unit::Article)
    };
    // Resolutions have no articles: "resolution 67/172, article 3 and article 5 of the Convention", "the Convention, art. 12,
    // paragraph 9 of resolution 67/172".
    if matches!(first.form, Form::Number { .. }) && has_articles(&own) {
        return None;
    }
    let is_paragraphs = matches!(second.kind, Kind::Number | Kind::Symbol);
    if is_paragraphs && has_articles(&own) && own.span.end >= between.span.end {
        own = pinpoints::outermost_at(text, start)?;
    }
    let rest = pinpoints::ending_at(text, own.span.end, between.span.end)?;
    Some((own, rest))
}

/// Whether the first place is told from the second by a comma, its unit or the way it is written; "article 5 and article 7 of
/// the Covenant" may be one list.
fn is_told(text: &str, first: &Pinpoint, second: &Pinpoint) -> bool {
    let unit = |place: &Pinpoint| place.steps.first().map(|step| step.unit);
    let word = |place: &Pinpoint| {
        let words = text.get(place.span.clone())?;
        words.split(|c: char| !c.is_alphabetic()).next()
    };
    let singular = |place: &Pinpoint| word(place).map(|word| word.trim_end_matches('s'));
    let joint = text.get(first.span.end..second.span.start);
    unit(first) != unit(second)
        || singular(first) != singular(second)
        || joint.is_some_and(|joint| joint.contains(','))
}

#[cfg(test)]
mod tests {
    use crate::scan::articles::tests::places;

    #[test]
    fn the_place_right_behind_a_document_is_its_own() {
        for (text, wanted) in [
            (
                "See Lomé Convention, art. 37, and article 10 of the Addis Covenant.",
                ["Lomé Convention [art. 37]", "Addis Covenant [art. 10]"],
            ),
            (
                "See Lomé Convention, art. 37 and article 10 of the Addis Covenant.",
                ["Lomé Convention [art. 37]", "Addis Covenant [art. 10]"],
            ),
            (
                "See Lomé Convention, article 37, articles 10 and 12 of the Addis Covenant.",
                [
                    "Lomé Convention [art. 37]",
                    "Addis Covenant [arts. 10 and 12]",
                ],
            ),
            (
                "See General Assembly resolution 70/1, para. 75 and paragraph 5 of resolution 60/251.",
                ["70/1 [para. 75]", "60/251 [para. 5]"],
            ),
            (
                "A/HRC/44/9, paras. 12 and 13 and paragraph 5 of General Assembly resolution 60/251",
                ["A/HRC/44/9 [paras. 12 and 13]", "60/251 [para. 5]"],
            ),
            (
                "General Assembly resolution 60/251, para. 9 and article 6 of the Lomé Convention",
                ["60/251 [para. 9]", "Lomé Convention [art. 6]"],
            ),
            (
                "General Assembly resolution 60/251, para. 16, article 6 of the Lomé Convention and",
                ["60/251 [para. 16]", "Lomé Convention [art. 6]"],
            ),
            (
                "the Lomé Convention, art. 12, paragraph 9 of resolution 60/251 and",
                ["Lomé Convention [art. 12]", "60/251 [para. 9]"],
            ),
            (
                "the Lomé Convention, art. 12, para. 3, and paragraph 9 of resolution 60/251",
                ["Lomé Convention [art. 12, para. 3]", "60/251 [para. 9]"],
            ),
        ] {
            assert_eq!(places(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_list_that_may_be_one_gives_the_first_nothing() {
        assert_eq!(
            places("the Lomé Convention, article 5 and article 7 of the Addis Covenant"),
            ["Lomé Convention []", "Addis Covenant [art. 7]"]
        );
    }

    #[test]
    fn an_article_with_its_paragraph_before_a_comma_is_of_what_follows() {
        for (text, wanted) in [
            (
                "article 11 of the Addis Covenant, article 40, paragraph 2, of the Lomé Convention and",
                [
                    "Addis Covenant [art. 11]",
                    "Lomé Convention [art. 40, para. 2]",
                ],
            ),
            (
                "article 9 of the Addis Covenant, article 37 (a) and article 40, paragraph 2 (b), of the Lomé Convention",
                [
                    "Addis Covenant [art. 9]",
                    "Lomé Convention [arts. 37 (a) and 40 (2) (b)]",
                ],
            ),
            (
                "paragraph 4 of General Assembly resolution 60/251, paragraph 12, subparagraph (a), of resolution 68/268 and",
                ["60/251 [para. 4]", "68/268 [para. 12 (a)]"],
            ),
            (
                "paragraph 13 of General Assembly resolution 60/251, article 17, paragraph 3, of the Lomé Convention and",
                ["60/251 [para. 13]", "Lomé Convention [art. 17, para. 3]"],
            ),
        ] {
            assert_eq!(places(text), wanted, "{text}");
        }
        assert_eq!(
            places("the Lomé Convention, article 45, paragraph 2, of the Constitution and"),
            ["Lomé Convention []"]
        );
        assert_eq!(
            places("resolution 5/1, annex, paragraph 2, of the Human Rights Council"),
            ["5/1 [annex, para. 2]"]
        );
    }
}
