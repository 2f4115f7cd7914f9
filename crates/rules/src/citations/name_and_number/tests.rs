//! What is told of a name and the number beside it.

use citation::Date;
use draft::{Dialect, Draft};
use sources::{Catalogue, Sources};

use super::*;
use crate::{Settings, findings};

/// What the rule says of a text, with what is built in.
fn told(text: &str) -> Vec<String> {
    let draft = Draft::new(text, Dialect::Markdown, Catalogue.lexicon());
    let today = Date::new(2026, 6, 1).unwrap();
    let resolved = resolve::resolve(&draft, &Catalogue, today);
    let found = findings(&resolved, &Catalogue, &Settings::default());
    let own = found.into_iter().filter(|one| one.code == RULE.code);
    own.map(|one| text[one.range].to_owned()).collect()
}

#[test]
fn the_number_of_a_text_about_the_instrument_is_silent() {
    for text in [
        "The political declaration on the 2030 Agenda for Sustainable Development, adopted by the General Assembly in its resolution 74/4, says so.",
        "The modalities for the summit on the New Urban Agenda, adopted by the General Assembly in its resolution 75/224, are known.",
        "The General Assembly, which in 2015 adopted the 2030 Agenda for Sustainable Development, in its resolution 78/135 requested a report.",
        "The General Assembly, which in 2016 adopted the *New Urban Agenda*, by its resolution 75/224 asked for a review.",
        "Recalling the 2030 Agenda for Sustainable Development, adopted in 2015, the General Assembly in its resolution 78/135 asked for more.",
        "A resolution reaffirming the Sendai Framework for Disaster Risk Reduction (resolution 77/289) is at hand.",
        "There are resolutions concerning the Global Compact for Safe, Orderly and Regular Migration (resolution 73/326) and regarding the Nelson Mandela Rules (resolution 72/193).",
        "Resolutions that reaffirm the New Urban Agenda (resolution 75/224) are many.",
        "The summit issued a declaration, which recalled the New Urban Agenda, adopted by the General Assembly in its resolution 74/4.",
        "They saw the review of the *2030 Agenda for Sustainable Development* (resolution 70/299).",
        "It rests on the Universal Declaration of Human Rights, adopted by the General Assembly in its resolution 217 (III) A.",
        "They recalled the Universal Declaration of Human Rights (resolution 217 (III)).",
        "The arrangements for follow-up and review set out in the 2030 Agenda for Sustainable Development, endorsed by the General Assembly in its resolution 70/299, stand.",
        "The follow-up to the Addis Ababa Action Agenda, and the 2030 Agenda for Sustainable Development, endorsed by the General Assembly in its resolution 70/299, goes on.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn a_place_before_the_name_and_words_that_lead_up_to_it_have_no_number() {
    for text in [
        "Paragraph 13 (a) of the New Urban Agenda (resolution 71/265, annex) says so.",
        "Recalling paragraph 13 (a) of the New Urban Agenda (resolution 71/265, annex),",
        "In accordance with the New Urban Agenda (resolution 71/265, annex), States act.",
        "As set out in the New Urban Agenda (resolution 71/265), States act.",
    ] {
        assert_eq!(told(text), ["71/265"], "{text}");
    }
    let review = "The review of paragraph 13 of the New Urban Agenda (resolution 71/265) began.";
    assert_eq!(told(review), [""; 0]);
}

#[test]
fn a_participle_that_opens_its_paragraph_leaves_the_number_to_the_name() {
    for opening in ["Recalling", "*Reaffirming*", "*Also recalling*"] {
        let text = format!("{opening} the New Urban Agenda (resolution 71/265),\n");
        assert_eq!(told(&text), ["71/265"], "{text}");
    }
    let text = "Recalling the New Urban Agenda, adopted in resolution 71/256, and the Global Compact for Safe, Orderly and Regular Migration, endorsed by the General Assembly in its resolution 73/159,\n";
    assert_eq!(told(text), ["73/159"]);
    let text = "In its resolution 75/224 the General Assembly adopted the New Urban Agenda as its resolution 71/265.";
    assert_eq!(told(text), ["71/265"]);
}

#[test]
fn a_treaty_goes_with_the_resolution_that_has_its_text() {
    for (text, number) in [
        (
            "The Convention on the Rights of the Child (resolution 44/52, annex) counts.",
            "44/52",
        ),
        (
            "The Convention on the Rights of the Child (General Assembly resolution 44/52, annex) counts.",
            "44/52",
        ),
        (
            "It recalls the International Covenant on Civil and Political Rights, adopted in resolution 34/180.",
            "34/180",
        ),
        (
            "The Universal Declaration of Human Rights was adopted by resolution 217 A (IV).",
            "217 A (IV)",
        ),
        (
            "The Convention on the Rights of Persons with Disabilities is contained in the annex to resolution 61/160.",
            "61/160",
        ),
    ] {
        assert_eq!(told(text), [number], "{text}");
    }
    for text in [
        "The Convention on the Rights of the Child (resolution 44/25, annex) counts.",
        "The Convention on the Rights of the Child (resolution 78/187) counts.",
        "The International Covenant on Civil and Political Rights was adopted by the General Assembly in its resolution 2200 (XXI).",
        "The amendment to the Convention on the Elimination of All Forms of Discrimination against Women, adopted in resolution 50/202, is in force.",
        "The Arms Trade Treaty was adopted by the General Assembly in its resolution 67/234.",
        "The International Convention on the Elimination of All Forms of Racial Discrimination was noted in resolution 79/193.",
        "They spoke of the Convention on the Rights of the Child and its Optional Protocols, adopted in resolution 54/263.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}
