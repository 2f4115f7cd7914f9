//! What is beyond the last article of a treaty or the last part of an outcome.

use super::*;
use crate::Unit;

#[test]
fn treaties_end_with_their_last_article() {
    let migrants = "International Convention on the Protection of the Rights of All Migrant \
                    Workers and Members of Their Families";
    assert_eq!(treaty_articles(migrants), Some(93));
    assert_eq!(
        treaty_articles("the Convention on the Rights of the Child"),
        Some(54)
    );
    assert_eq!(
        treaty_articles("International Covenant on Economic Social and Cultural Rights"),
        Some(31)
    );
    assert_eq!(treaty_articles("Convention on Something Else"), None);
}

#[test]
fn outcomes_end_with_their_last_numbered_part() {
    let compact = "Global Compact for Safe, Orderly and Regular Migration";
    assert_eq!(numbered_parts(compact, Unit::Objective), Some(23));
    assert_eq!(numbered_parts(compact, Unit::Goal), None);
    let covenant = "International Covenant on Civil and Political Rights";
    assert_eq!(
        numbered_parts(covenant, Unit::Article),
        treaty_articles(covenant)
    );
    let lawyers = "Basic Principles on the Role of Lawyers";
    assert_eq!(numbered_parts(lawyers, Unit::Principle), None, "recalled");
    let targets: Vec<GoalTargets> = (1..).map_while(goal_targets).collect();
    assert_eq!(targets.len(), 17);
    let all = targets
        .iter()
        .map(|goal| u32::from(goal.numbered + goal.lettered));
    assert_eq!(all.sum::<u32>(), 169);
    assert_eq!(goal_targets(0), None);
}
