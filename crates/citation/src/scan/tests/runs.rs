//! Numbers that follow one another before their titles, and numbers beside their days.

use super::finds;

#[test]
fn numbers_before_their_titles_follow_one_another() {
    finds(
        "Texts: 61/3 Help for farmers; 61/4 Care of wells; 61/5 Roads and bridges.",
        &[
            "61/3 = A/RES/61/3",
            "61/4 = A/RES/61/4",
            "61/5 = A/RES/61/5",
        ],
    );
    finds(
        "62/18 Help for farmers ..... 3\n62/19 Care of wells ..... 5\n",
        &["62/18 = A/RES/62/18", "62/19 = A/RES/62/19"],
    );
}

#[test]
fn a_heading_on_the_same_line_announces_numbers_of_a_year() {
    finds(
        "Decisions adopted by the Board in 2017 Contents Page 2017/3 Help for farmers ... 3 2017/4 Care of wells ... 5",
        &["2017/3 = ?", "2017/4 = ?"],
    );
    finds(
        "Contents 2017/3 Help for farmers ... 3 2017/4 Care of wells",
        &[],
    );
}

#[test]
fn a_day_beside_a_number_tells_that_it_is_one() {
    for text in [
        "71/3 3 November 2016",
        "| 71/3 | 3 November 2016 |",
        "Row: 71/3: 3 November 2016",
        "71/3 \u{2013} 3 November 2016",
    ] {
        finds(text, &["71/3 = A/RES/71/3"]);
    }
}

#[test]
fn other_pairs_of_figures_before_words_are_no_numbers() {
    for text in [
        "Votes: 56/57 States agreed, 57/57 States came.",
        "Row 61/3 Help for farmers; row 64/9 Care of wells.",
        "Pages 61/3 help, 61/4 care.",
        "| 71/3 | 3 November 1990 |",
        "Days: 30/12 Closing, 31/12 Opening",
        "Slides: 1/3 Introduction, 2/3 Text, 3/3 End",
    ] {
        finds(text, &[]);
    }
}
