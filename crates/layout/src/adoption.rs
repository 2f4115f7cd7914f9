//! Who adopted a text, and when: "Resolution adopted by the General Assembly on 20 December 2012".

use citation::Date;

/// What a line of adoption says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The organ, without article: "General Assembly".
    pub organ: String,
    /// The day, where it is said.
    pub day: Option<Date>,
}

/// The first adoption that `words` tell of. Line ends count as spaces: the day may be broken between two lines.
pub fn adoption(words: &str) -> Option<Adoption> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let at = words
        .windows(2)
        .position(|pair| pair[0].eq_ignore_ascii_case("adopted") && pair[1] == "by")?;
    let rest = &words[at + 2..];
    let dated = rest
        .windows(4)
        .enumerate()
        .filter(|(_, four)| four[0] == "on")
        .find_map(|(on, four)| Some((on, Date::first_in(&four[1..].join(" "))?)));
    let end = dated.map_or(rest.len(), |(on, _)| on);
    let organ = rest[..end]
        .iter()
        .skip_while(|word| **word == "the")
        .take_while(|word| **word != "at");
    let organ = organ.copied().collect::<Vec<_>>().join(" ");
    Some(Adoption {
        organ: organ.trim_end_matches(',').to_owned(),
        day: dated.map(|(_, day)| day),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_may_be_broken_between_lines() {
        for words in [
            "Resolution adopted by the General Assembly on 4 December 2034",
            "Resolution adopted by the General Assembly on 4 December \n2034 \n[without a report]",
            "Resolution adopted by the General Assembly\non 4\nDecember 2034",
            "Adopted by the General Assembly, at its 5th meeting, on 4 December 2034",
        ] {
            let adoption = adoption(words).unwrap();
            assert_eq!(adoption.organ, "General Assembly", "{words}");
            assert_eq!(adoption.day, Date::new(2034, 12, 4), "{words}");
        }
    }

    #[test]
    fn the_name_of_an_organ_may_hold_small_words() {
        let words =
            "Decision adopted by the Committee on Ports, Lights and Buoys on 4 December 2034";
        let adoption = adoption(words).unwrap();
        assert_eq!(adoption.organ, "Committee on Ports, Lights and Buoys");
    }

    #[test]
    fn an_adoption_may_have_no_day() {
        let alone = adoption("Resolution adopted by the Security Council at its 4213th meeting");
        assert_eq!(
            alone.map(|one| (one.organ, one.day)),
            Some(("Security Council".to_owned(), None))
        );
        assert_eq!(adoption("The text was adopted."), None);
    }
}
