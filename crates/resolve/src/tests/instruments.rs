//! Instruments that are named in part: items of a list, words of a title.

use super::means;

#[test]
fn treaties_of_a_list_are_known_by_their_places() {
    means(
        "the treaties of Tlatelolco, Rarotonga and Lagos",
        &[
            "treaties of Tlatelolco = Treaty for the Prohibition of Nuclear Weapons in Latin America and the Caribbean, held",
            "Rarotonga = South Pacific Nuclear Free Zone Treaty, held",
            "Lagos = Treaty of Lagos, unknown",
        ],
    );
}

#[test]
fn a_short_form_may_take_its_words_from_all_over_the_title() {
    const FULL: &str = "Agreement between the United Nations and the United States of America regarding the Headquarters of \
                        the United Nations";
    means(
        &format!("Recalling the {FULL},\n\nthe Headquarters Agreement provides that the host"),
        &[
            &format!("{FULL} = {FULL}, held"),
            &format!("Headquarters Agreement = {FULL}, held"),
        ],
    );
}

#[test]
fn a_title_of_treaties_is_no_list_of_them() {
    means(
        "the Rome Treaties on Fishing and the treaties\nof Rome and Lisbon",
        &[
            "Rome Treaties on Fishing = Rome Treaties on Fishing, unknown",
            "treaties of Rome = Treaty of Rome, unknown",
            "Lisbon = Treaty of Lisbon, unknown",
        ],
    );
}

#[test]
fn words_apart_count_only_where_no_title_has_them_together() {
    means(
        "The Agreement on Headquarters for the Tribunal and the Lomé Headquarters Agreement.\n\n\
         the Headquarters Agreement provides",
        &[
            "Agreement on Headquarters for the Tribunal = Agreement on Headquarters for the Tribunal, unknown",
            "Lomé Headquarters Agreement = Lomé Headquarters Agreement, unknown",
            "Headquarters Agreement = Lomé Headquarters Agreement, unknown",
        ],
    );
}
