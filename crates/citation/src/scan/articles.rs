//! Whose a paragraph reference is that two citations claim: "the Charter of Economic Rights and Duties of States,
//! proclaimed in resolution 3281 (XXIX), in particular article 32 thereof", "decision 15/4 of the Conference of the
//! Parties to the Convention on Biological Diversity, annex".

mod alone;
mod apart;
mod behind_annex;
mod corrigenda;
mod goals;
mod pairs;
mod parted;
mod respectively;
mod thereof;

pub(super) use alone::give_alone;
pub(super) use apart::give_apart;
pub(super) use behind_annex::give_to_outcome;
pub(super) use corrigenda::give_past_corrigendum;
pub(super) use goals::leave_claimed_goals;
pub(super) use pairs::give_to_pairs;
pub(super) use parted::part;
pub(super) use respectively::hand_out;
pub(super) use thereof::give_thereof;

use crate::{Citation, Form, Kind, Pinpoint, Unit};

/// Leaves to a number the paragraph reference that an instrument in the name of its body claims as well.
/// `found` is in order of tokens.
pub(super) fn leave_to_number(found: &mut [Citation]) {
    for index in 1..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let (Some(number), Some(instrument)) = (before.last(), rest.first_mut()) else {
            return;
        };
        let inside = number.kind == Kind::Number
            && instrument.kind == Kind::Named
            && number.phrase.end >= instrument.token.end;
        let shared = match (&number.pinpoint, &instrument.pinpoint) {
            (Some(one), Some(other)) => one.span == other.span,
            _ => false,
        };
        if inside && shared {
            instrument.pinpoint = None;
            instrument.phrase.end = instrument.token.end;
        }
    }
}

/// How far a number may stand behind the instrument that it adopted, in bytes.
const REACH: usize = 120;

/// What a resolution does with an instrument.
const VERBS: [&str; 5] = ["proclaimed", "adopted", "contained", "annexed", "approved"];

/// Gives the instrument the articles that stand beside the number of its resolution: resolutions have none of
/// their own. `found` is in order of tokens.
pub(super) fn give_back(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let (Some(instrument), Some(number)) = (before.last_mut(), rest.first_mut()) else {
            return;
        };
        let is_number = matches!(number.form, Form::Number { .. });
        let has_articles = number
            .pinpoint
            .as_ref()
            .is_some_and(|place| place.steps.iter().any(|step| step.unit == Unit::Article));
        let is_free = instrument.kind == Kind::Named && instrument.pinpoint.is_none();
        if is_number && has_articles && is_free && adopts(text, instrument, number) {
            instrument.pinpoint = number.pinpoint.take();
        }
    }
}

/// Gives a protocol the articles behind the treaty that it belongs to: "Protocol No. 4 to the European Convention on Human
/// Rights, art. 4", "the Optional Protocol to the Covenant, articles 10 and 11". `found` is in order of tokens.
pub(super) fn give_to_protocol(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let (Some(protocol), Some(treaty)) = (before.last_mut(), rest.first_mut()) else {
            return;
        };
        let joins = || {
            let between = text.get(protocol.token.end..treaty.token.start);
            let joint = between.is_some_and(|words| matches!(words.trim(), "to the" | "to"));
            let is_protocol = || {
                text[..protocol.token.start].ends_with("Protocol No. ")
                    || text[..protocol.token.end].ends_with("Protocol")
            };
            joint && is_protocol()
        };
        let is_behind = |place: &Pinpoint| place.span.start >= treaty.token.end;
        if protocol.pinpoint.is_none() && treaty.pinpoint.as_ref().is_some_and(is_behind) && joins()
        {
            protocol.pinpoint = treaty.pinpoint.take();
        }
    }
}

/// Gives an instrument the articles behind the volume in which it is printed, as lawyers cite it: "Convention on the Rights
/// of the Child (adopted 20 November 1989) 1577 UNTS 3, art. 12". `found` is in order of tokens.
pub(super) fn give_past_volume(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let (Some(instrument), Some(volume)) = (before.last_mut(), rest.first_mut()) else {
            return;
        };
        let is_free = volume.kind == Kind::Series
            && matches!(instrument.kind, Kind::Named | Kind::Short)
            && instrument.pinpoint.is_none();
        let is_behind = |place: &Pinpoint| {
            place.span.start >= volume.token.end
                && place.steps.iter().any(|step| step.unit == Unit::Article)
        };
        let is_beside = || {
            let between = text.get(instrument.token.end..volume.token.start);
            between.is_some_and(|words| {
                let words = words.trim().trim_end_matches(',');
                let noted = words
                    .strip_prefix('(')
                    .and_then(|rest| rest.strip_suffix(')'));
                words.is_empty() || noted.is_some_and(|noted| !noted.contains(['(', ')']))
            })
        };
        if is_free && volume.pinpoint.as_ref().is_some_and(is_behind) && is_beside() {
            instrument.pinpoint = volume.pinpoint.take();
        }
    }
}

/// Gives a general comment the paragraphs behind the treaty that ends its title, since those of a treaty stand in its articles:
/// "general comment No. 31 (2004) on the obligations of States parties to the Covenant, para. 15". `found` is in order of
/// tokens.
pub(super) fn give_to_comment(text: &str, found: &mut [Citation]) {
    for index in 1..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let (Some(comment), Some(treaty)) = (before.last_mut(), rest.first_mut()) else {
            return;
        };
        let is_paragraph = |place: &Pinpoint| {
            place.span.start >= treaty.token.end
                && place.steps.iter().all(|step| step.unit == Unit::Paragraph)
        };
        let is_comment = || {
            let words = text.get(comment.token.clone()).unwrap_or_default();
            let opens = words.get(.."general ".len());
            opens.is_some_and(|opens| opens.eq_ignore_ascii_case("general "))
        };
        let ends_title = || {
            let between = text.get(comment.phrase.end..treaty.token.start);
            let is_title = |words: &str| {
                words.len() < REACH && words.starts_with(" on ") && !words.contains([';', '.', '('])
            };
            let treaty = text.get(treaty.token.clone()).unwrap_or_default();
            let is_treaty = ["Covenant", "Convention"]
                .iter()
                .any(|noun| treaty.contains(noun));
            is_treaty && between.is_some_and(is_title)
        };
        if comment.pinpoint.is_none()
            && treaty.pinpoint.as_ref().is_some_and(is_paragraph)
            && is_comment()
            && ends_title()
        {
            comment.pinpoint = treaty.pinpoint.take();
            treaty.phrase.end = treaty.token.end;
        }
    }
}

fn adopts(text: &str, instrument: &Citation, number: &Citation) -> bool {
    let between = text.get(instrument.token.end..number.token.start);
    between
        .is_some_and(|words| words.len() < REACH && VERBS.iter().any(|verb| words.contains(verb)))
}

#[cfg(test)]
mod tests {
    use crate::{Lexicon, scan};

    /// The citations of a text, each with its place.
    pub(super) fn places(text: &str) -> Vec<String> {
        let found = scan(text, &Lexicon::default());
        let place = |one: &crate::Citation| {
            let place = one.pinpoint.as_ref().map(ToString::to_string);
            format!(
                "{} [{}]",
                &text[one.token.clone()],
                place.unwrap_or_default()
            )
        };
        found.iter().map(place).collect()
    }

    #[test]
    fn places_before_and_behind_an_instrument_are_both_its() {
        assert_eq!(
            places("article 7 of the Addis Convention, article 10"),
            ["Addis Convention [arts. 7 and 10]"]
        );
        assert_eq!(
            places(
                "article 7 of the Addis Convention, article 10 and article 12 of the Lagos Convention"
            ),
            [
                "Addis Convention [art. 7]",
                "Lagos Convention [arts. 10 and 12]"
            ]
        );
    }

    #[test]
    fn a_list_of_articles_may_have_a_word_each() {
        assert_eq!(
            places(
                "Art. 31, Art. 14, para. 2 (c), and Article 17 et seq., of the Addis Convention"
            ),
            ["Addis Convention [arts. 31, 14 (2) (c) and 17]"]
        );
        assert_eq!(
            places("Article 2 and Article 14, paragraphs 1 to 3, of the Addis Convention"),
            ["Addis Convention [arts. 2 and 14 (1)-(3)]"]
        );
        assert_eq!(
            places(
                "article 7, read in conjunction with article 2, paragraph 3, of the Addis Convention"
            ),
            ["Addis Convention [arts. 7 and 2 (3)]"]
        );
    }

    #[test]
    fn an_annex_may_be_its() {
        assert_eq!(
            places("resolution 67/172 of 20 December 2012 and its annex II, sect. V"),
            ["67/172 [annex II, sect. V]"]
        );
        assert_eq!(places("resolution 67/172 and its annexes"), ["67/172 []"]);
        assert_eq!(
            places("see A/HRC/33/4, paras. 142.20 and 142.120"),
            ["A/HRC/33/4 [paras. 142.20 and 142.120]"]
        );
    }

    #[test]
    fn the_title_of_an_annex_may_stand_before_its_paragraphs() {
        assert_eq!(
            places("resolution 67/172, annex (“Safe roads for all”), paras. 4 and 9"),
            ["67/172 [annex, paras. 4 and 9]"]
        );
    }

    #[test]
    fn a_place_behind_the_body_of_a_number_is_the_numbers() {
        assert_eq!(
            places(
                "decision 15/4 of the Conference of the Parties to the Addis Convention, annex I"
            ),
            ["15/4 [annex I]", "Addis Convention []"]
        );
        assert_eq!(
            places("resolution 67/172 and the Addis Convention, article 3"),
            ["67/172 []", "Addis Convention [art. 3]"]
        );
    }

    #[test]
    fn a_place_behind_the_treaty_of_a_protocol_is_the_protocols() {
        assert_eq!(
            places("the Optional Protocol to the Covenant, articles 10 and 11"),
            ["Optional Protocol [arts. 10 and 11]", "Covenant []"]
        );
    }

    #[test]
    fn no_volume_has_articles() {
        assert_eq!(
            places(
                "the Addis Convention (adopted 2 May 1990, entered into force 3 May 1991) 1577 UNTS 3, art 12"
            ),
            ["Addis Convention [art. 12]", "1577 UNTS 3 []"]
        );
        assert_eq!(
            places("the Addis Convention is printed in 1577 UNTS 3, art 12"),
            ["Addis Convention []", "1577 UNTS 3 [art. 12]"]
        );
    }

    #[test]
    fn articles_belong_to_the_instrument() {
        assert_eq!(
            places(
                "the Addis Charter proclaimed by the Assembly in its resolution 3281 (XXIX) of 12 December 1974, in \
                 particular article 32 thereof"
            ),
            ["Addis Charter [art. 32]", "3281 (XXIX) []"]
        );
        assert_eq!(
            places("the Addis Charter and resolution 67/172, article 3"),
            ["Addis Charter []", "67/172 [art. 3]"]
        );
        assert_eq!(
            places("the Addis Charter, contained in resolution 67/172, paragraph 3"),
            ["Addis Charter []", "67/172 [para. 3]"]
        );
    }
}
