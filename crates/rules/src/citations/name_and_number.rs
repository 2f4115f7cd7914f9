//! C017: an instrument by its name, with the number of another resolution beside it.

use citation::{Act, Body, Kind, MONTHS, Referent, Symbol};
use resolve::Reference;
use sources::SourceKind;

use super::{change_to, is_sound, wording};
use crate::sentence::{one_line, sentence_case};
use crate::{Check, Context, Family, Finding, Preset, Rule, Safety, Severity};

/// C017 name-and-number.
pub(crate) const RULE: Rule = Rule {
    code: "C017",
    name: "name-and-number",
    family: Family::Citations,
    severity: Severity::Warning,
    preset: Preset::On,
    page: include_str!("name_and_number.md"),
    check: Check::Document(check),
};

/// Name and number stand no further apart than this, in bytes.
const NEAR: usize = 120;

fn check(context: &Context<'_>, found: &mut Vec<Finding>) {
    let mut before: Option<&Reference> = None;
    for reference in context.references() {
        if let Some(named) = before.replace(reference) {
            found.extend(contradiction(context, named, reference));
        }
    }
}

fn contradiction(
    context: &Context<'_>,
    named: &Reference,
    numbered: &Reference,
) -> Option<Finding> {
    let adopted_as = adopted_as(named)?;
    let own = adopted_as.adopted()?;
    let symbol = symbol_of(numbered, &own.body)?;
    let other = symbol.adopted()?;
    if symbol == adopted_as || other.act != Act::Resolution || !stands_for(context, named, numbered)
    {
        return None;
    }
    // A resolution on the follow-up to an instrument has its name in the title.
    let token = context.text().get(named.token.clone())?;
    let is_about_it = |title: &str| title.contains(&*one_line(token));
    if numbered
        .source
        .as_ref()
        .is_some_and(|source| is_about_it(&source.title))
    {
        return None;
    }
    let name = sentence_case(&wording::name(named, context));
    let message = format!(
        "{name} was adopted in {}, not in resolution {}.",
        wording::of_symbol(adopted_as),
        other.in_prose()
    );
    let mut finding = RULE.finding(numbered.token.clone(), message);
    if numbered.kind == Kind::Number {
        let right = own.in_prose();
        finding
            .fixes
            .push(change_to(numbered.token.clone(), &right, Safety::Suggested));
    }
    Some(finding)
}

/// The one resolution by which a named instrument was adopted.
fn adopted_as(named: &Reference) -> Option<&Symbol> {
    let source = named.source.as_ref()?;
    let is_name = matches!(named.kind, Kind::Named | Kind::Short)
        && matches!(named.referent, Some(Referent::Instrument(_)))
        && source.kind == SourceKind::Outcome;
    let mut symbols = source.referents.iter().filter_map(Referent::symbol);
    let only = symbols.next().filter(|_| symbols.next().is_none())?;
    let is_resolution = only
        .adopted()
        .is_some_and(|adopted| adopted.act == Act::Resolution);
    (is_name && is_resolution).then_some(only)
}

/// What a number names. Where no body is named beside it, the instrument says whose it is.
fn symbol_of<'r>(numbered: &'r Reference, body: &Body) -> Option<&'r Symbol> {
    let is_number = matches!(numbered.kind, Kind::Number | Kind::Symbol);
    if !is_number || numbered.is_own || !is_sound(numbered) {
        return None;
    }
    let of_body = |referent: &'r Referent| {
        let symbol = referent.symbol()?;
        (symbol.adopted()?.body == *body).then_some(symbol)
    };
    if numbered.candidates.is_empty() {
        return of_body(numbered.referent.as_ref()?);
    }
    numbered.candidates.iter().find_map(of_body)
}

/// Whether the words between name and number say that it is the number of what is named: "X (resolution 70/1)",
/// "X, adopted by the General Assembly in its resolution 70/1".
fn stands_for(context: &Context<'_>, named: &Reference, numbered: &Reference) -> bool {
    let text = context.text();
    let Some(between) = text.get(named.token.end..numbered.token.start) else {
        return false;
    };
    if between.len() > NEAR || between.contains("\n\n") {
        return false;
    }
    let between = one_line(between);
    let Some(between) = between.trim().strip_suffix("resolution").map(str::trim_end) else {
        return false;
    };
    match between.strip_prefix('(') {
        Some(organ) => {
            let organs = ["", "General Assembly", "Assembly"];
            let alone = text[numbered.token.end..].starts_with([')', ',', ';']);
            organs.contains(&organ) && alone && !is_part_of_phrase(&text[..named.token.start])
        }
        None => is_adoption(between, &text[..named.token.start]),
    }
}

/// Whether the name goes on with what stands before it: "the review of the 2030 Agenda (resolution 70/299)" gives
/// the number of the review.
fn is_part_of_phrase(before: &str) -> bool {
    let before = before.trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    ["of", "to", "on", "for", "under", "and", "from", "towards"].contains(&word)
}

/// ", adopted by the General Assembly on 25 September 2015 in its", or "by its" where "adopted" stands before the name.
fn is_adoption(between: &str, before: &str) -> bool {
    const FILLING: [&str; 12] = [
        "adopted", "as", "by", "the", "General", "Assembly", "in", "its", "on", "was", "which",
        "under",
    ];
    let fits = |word: &str| {
        let word = word.trim_end_matches(',');
        FILLING.contains(&word)
            || MONTHS.contains(&word)
            || (!word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut words = between.trim_start_matches(',').split_whitespace();
    let before = before.trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    (between.contains("adopted") || before.ends_with("adopted")) && words.all(fits)
}
