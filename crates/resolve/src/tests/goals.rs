//! Goals and targets by their number alone, in drafts that name the 2030 Agenda or its Goals anywhere and in drafts that
//! do not.

use super::means;

#[test]
fn targets_alone_are_those_of_the_agenda_where_the_draft_names_it() {
    const ALONE: &str = "Teachers are promised in target 4.c and Goal 4.";
    means(ALONE, &[]);
    means(
        &format!("{ALONE}\n\nThe Millennium Development Goals are past."),
        &[],
    );
    for named in [
        "The SDG Summit met.",
        "The Sustainable Development\nGoals are indivisible.",
        "Few SDGs are met.",
    ] {
        let wanted = [
            "target 4.c = 2030 Agenda for Sustainable Development, exists",
            "Goal 4 = 2030 Agenda for Sustainable Development, exists",
        ];
        means(&format!("{ALONE}\n\n{named}"), &wanted);
    }
}
