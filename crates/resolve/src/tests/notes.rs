//! What references to other notes mean, and where nobody can tell.

use super::*;

/// What each reference to another note means; nothing where it is left open.
fn pointed_to(notes: &[&str]) -> Vec<String> {
    let notes = notes.iter().enumerate();
    let notes: Vec<String> = notes
        .map(|(index, note)| format!("[^{}]: {note}\n", index + 1))
        .collect();
    let text = format!("Text.[^1][^2][^3]\n\n{}", notes.join("\n"));
    let read = resolved(&text);
    let back = read
        .references
        .iter()
        .filter(|one| one.kind == citation::Kind::Back);
    back.map(|one| {
        one.referent
            .as_ref()
            .map_or(String::new(), ToString::to_string)
    })
    .collect()
}

#[test]
fn the_note_before_is_meant_in_every_language() {
    const FIRST: &str = "General Assembly resolution 67/172, para. 3.";
    for note in [
        "Ibid., para. 4.",
        "Id., para. 4.",
        "Там же, пункт 4.",
        "المرجع نفسه، الفقرة 4.",
        "同上，第4段。",
    ] {
        assert_eq!(pointed_to(&[FIRST, note]), ["A/RES/67/172"], "{note}");
    }
    assert_eq!(
        pointed_to(&[
            "Résolution 67/172 de l’Assemblée générale, par. 3.",
            "Ibid., par. 4."
        ]),
        ["A/RES/67/172"]
    );
}

#[test]
fn nothing_is_guessed_behind_two_sources_or_another_volume() {
    const FIRST: &str = "General Assembly resolution 67/172, para. 3.";
    assert_eq!(
        pointed_to(&[FIRST, "Id. at 14; see also A/HRC/33/67.", "Ibid."]),
        ["A/RES/67/172", ""]
    );
    assert_eq!(
        pointed_to(&[
            "United Nations, Treaty Series, vol. 999, No. 14668.",
            "Там же, том 1577."
        ]),
        [""]
    );
    assert_eq!(
        pointed_to(&["Smith, The Law (Oxford, 2012), p. 3.", "Id. at 4."]),
        [""]
    );
}

#[test]
fn a_name_beside_the_number_of_a_note_says_what_is_meant() {
    const FIRST: &str = "General Assembly resolution 67/172, para. 3.";
    assert_eq!(
        pointed_to(&[FIRST, "G.A. Res. 60/147, supra note 1, para. 5."]),
        ["A/RES/60/147"]
    );
    assert_eq!(
        pointed_to(&[FIRST, "See supra note 1, para. 5."]),
        ["A/RES/67/172"]
    );
}

#[test]
fn a_number_behind_the_word_is_of_the_same_volume() {
    const FIRST: &str = "United Nations, Treaty Series, vol. 75, Nos. 970–973.";
    assert_eq!(
        pointed_to(&[FIRST, "Ibid., No. 973."]),
        ["United Nations, Treaty Series, vol. 75, No. 973"]
    );
    assert_eq!(
        pointed_to(&[FIRST, "Ibid."]),
        ["United Nations, Treaty Series, vol. 75, Nos. 970-973"]
    );
}

#[test]
fn a_document_and_its_corrigendum_are_one_source() {
    assert_eq!(
        pointed_to(&["See A/71/53 and A/71/53/Corr.1.", "Ibid., para. 120."]),
        ["A/71/53"]
    );
    assert_eq!(
        pointed_to(&["See A/71/53 and A/71/54/Corr.1.", "Ibid., para. 120."]),
        [""]
    );
}

#[test]
fn the_note_before_is_meant_in_a_numbered_list_of_notes() {
    let back = |text: &str| -> Vec<String> {
        let read = resolved(text);
        let back = read.references.iter();
        let back = back.filter(|one| one.kind == citation::Kind::Back);
        back.map(|one| {
            one.referent
                .as_ref()
                .map_or(String::new(), ToString::to_string)
        })
        .collect()
    };
    assert_eq!(
        back(
            "Text.\n\n1. General Assembly resolution 67/172, para. 3.\n2. Ibid., para. 4.\n3. Ibid.\n"
        ),
        ["A/RES/67/172", "A/RES/67/172"]
    );
    for text in [
        // A number is left out, or more stands in the item before.
        "Text.\n\n1. General Assembly resolution 67/172, para. 3.\n\n3. Ibid., para. 4.\n",
        "Text.\n\n1. They recalled resolution 67/172 at length.\n2. Ibid., para. 4.\n",
        "Text.\n\n- General Assembly resolution 67/172, para. 3.\n- Ibid., para. 4.\n",
    ] {
        assert_eq!(back(text), [""], "{text}");
    }
    // A list says nothing of footnotes.
    assert_eq!(
        back(
            "Text.[^2]\n\n1. General Assembly resolution 67/172, para. 3.\n\n[^2]: Ibid., para. 4.\n"
        ),
        [""]
    );
}

#[test]
fn a_title_before_its_symbol_is_no_other_source() {
    assert_eq!(
        pointed_to(&[
            "See the report of the Panel on quiet rivers (A/78/301).",
            "Ibid., annex II."
        ]),
        ["A/78/301"]
    );
    for first in [
        "Report of the Panel on quiet rivers; Mills and Dams (A/78/301).",
        "Mill, Dams. Report of the Panel on quiet rivers (A/78/301).",
    ] {
        assert_eq!(pointed_to(&[first, "Ibid., annex II."]), [""], "{first}");
    }
}
