use super::*;

fn lexicon(names: &[(&str, &str)]) -> Lexicon {
    let name = |(written, title): &(&str, &str)| Name {
        written: (*written).into(),
        title: (*title).into(),
        acronym: false,
    };
    Lexicon::new(names.iter().map(name).collect())
}

#[test]
fn small_words_before_a_name_may_make_another() {
    let lexicon = lexicon(&[
        ("The Addis Charter", "Addis Charter"),
        ("Addis Charter", "Addis Charter"),
        ("second Addis Charter", "Second Addis Charter"),
        ("четвертая Аддисская хартия", "Fourth Addis Charter"),
    ]);
    for (text, words) in [
        ("the second\nAddis Charter", Some("second\nAddis Charter")),
        ("the Addis Charter", Some("Addis Charter")),
        ("a second, Addis Charter", Some("Addis Charter")),
        ("Second Addis Charter", Some("Addis Charter")),
        (
            "и четвертая Аддисская хартия",
            Some("четвертая Аддисская хартия"),
        ),
        ("пятая Аддисская хартия", None),
    ] {
        let at = text.find(['A', 'А']).unwrap();
        let found = lexicon.longest_around(text, at, 0);
        assert_eq!(found.map(|(place, _)| &text[place]), words, "{text}");
    }
}

fn cyrillic() -> Vec<Name> {
    let name = |written: &str| Name {
        written: written.into(),
        title: "Addis Charter".into(),
        acronym: false,
    };
    ["Аддисская хартия", "Аддисская хартия прав", "ОХ"]
        .map(name)
        .to_vec()
}

#[test]
fn names_in_cyrillic_letters_are_found_with_the_others() {
    let plain = lexicon(&[
        ("Addis Charter", "Addis Charter"),
        ("Аддисская хартия", "Charter of Addis"),
    ]);
    let both = plain.with_cyrillic(cyrillic);
    for (text, title) in [
        ("Addis Charter", Some("Addis Charter")),
        // Of equal spellings the first wins, of others the longest.
        ("Аддисская хартия", Some("Charter of Addis")),
        ("АДДИССКАЯ ХАРТИЯ ПРАВ", Some("Addis Charter")),
        ("Хартия", None),
    ] {
        assert_eq!(both.title_of(text).map(|title| &**title), title, "{text}");
    }
    assert_eq!(both.names().count(), 5);
    assert_eq!(both.names_like("Аддис").count(), 5);
    assert_eq!(both.names_like("Addis").count(), 2);
}

#[test]
fn several_lexicons_together_know_the_names_of_each() {
    let own = lexicon(&[("Addis Charter", "Own Charter"), ("Own Pact", "Own Pact")]);
    let other = lexicon(&[("Addis Charter", "Addis Charter")]).with_cyrillic(cyrillic);
    let all = Lexicon::of_all([&own, &Lexicon::default(), &other]);
    for (text, title) in [
        ("Addis Charter", "Own Charter"),
        ("Own Pact", "Own Pact"),
        ("Аддисская хартия", "Addis Charter"),
    ] {
        assert_eq!(
            all.title_of(text).map(|title| &**title),
            Some(title),
            "{text}"
        );
    }
    assert!(!Lexicon::default().with_cyrillic(cyrillic).is_empty());
    assert!(Lexicon::of_all([]).is_empty());
}
