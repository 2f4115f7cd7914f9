//! What else in its sentence tells whose a general comment is.

use crate::families::test::{finds, read};

#[test]
fn a_symbol_further_on_with_the_number_tells_the_committee() {
    for (text, wanted) in [
        (
            "General Comment No. 20 on equal rights (E/C.12/GC/20), para. 7",
            "General Comment No. 20 = E/C.12/GC/20",
        ),
        (
            "see General Comment No. 2 of the Committee (CAT/C/GC/2), para. 13",
            "General Comment No. 2 = CAT/C/GC/2",
        ),
        // Another number's.
        (
            "General Comment No. 7 on rivers (E/C.12/GC/20), and",
            "General Comment No. 7 = general comment No. 7",
        ),
    ] {
        let read = read(text);
        assert!(read.iter().any(|one| one == wanted), "{text}: {read:?}");
    }
}

#[test]
fn letters_stand_for_the_words_that_the_text_has_written_out() {
    for (text, wanted) in [
        (
            "General Recommendation No. 35 of the CEDAW Committee, updating GR 19, and",
            "GR 19 = general recommendation No. 19",
        ),
        (
            "The Committee on the Elimination of Discrimination against Women adopted General Recommendation 35 in 2017",
            "General Recommendation 35 = CEDAW/C/GC/35",
        ),
    ] {
        let read = read(text);
        assert!(read.iter().any(|one| one == wanted), "{text}: {read:?}");
    }
    finds("It was updated with GR 19, and", &[]);
}

#[test]
fn paragraphs_stand_behind_a_committee_and_a_subject() {
    finds(
        "general comment No. 7 (1997) of the Committee on Economic, Social and Cultural Rights on lost homes (paras. 13–15)",
        &["general comment No. 7 (1997) = E/C.12/1997/4 [paras. 13-15]"],
    );
    finds(
        "General comment No. 25 (2021) on children’s rights in relation to quiet rivers, paras 99–105",
        &["General comment No. 25 (2021) = CRC/C/GC/25 [paras. 99-105]"],
    );
}

#[test]
fn the_words_may_stand_on_two_indented_lines() {
    for text in [
        "See general\n     comment No. 36 (2018), para. 4.",
        "See general comment\n     No. 36 (2018), para. 4.",
    ] {
        let found = read(text);
        assert!(found[0].ends_with("= CCPR/C/GC/36 [para. 4]"), "{found:?}");
    }
}
