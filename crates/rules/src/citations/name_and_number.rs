//! C017: an instrument by its name, with the number of another resolution beside it.

use citation::{Act, Adopted, Kind, MONTHS, Referent, Symbol, single_spaced};
use resolve::Reference;
use sources::{SourceKind, adopting_resolution};

use super::{change_to, comment_symbol, is_sound, wording};
use crate::sentence::sentence_case;
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
            found.extend(comment_contradiction(context, named, reference));
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
    let symbol = symbol_of(numbered, own)?;
    let other = symbol.adopted()?;
    if is_same_number(own, other)
        || other.act != Act::Resolution
        || !stands_for(context, named, numbered)
    {
        return None;
    }
    // A resolution on the follow-up to an instrument has its name in the title.
    let token = context.text().get(named.token.clone())?;
    let is_about_it = |title: &str| title.contains(&*single_spaced(token));
    if numbered
        .source
        .as_ref()
        .is_some_and(|source| is_about_it(&source.title))
    {
        return None;
    }
    let name = sentence_case(&wording::name(named, context));
    let message = format!(
        "{name} goes with {}, not with resolution {}.",
        wording::of_symbol(adopted_as),
        other.in_prose()
    );
    let mut finding = RULE.finding(numbered.token.clone(), message);
    let right = match numbered.kind {
        Kind::Number => own.in_prose(),
        _ => adopted_as.canonical().to_owned(),
    };
    let fix = change_to(numbered.token.clone(), &right, Safety::Suggested);
    finding.fixes.push(fix);
    Some(finding)
}

/// A general comment by its number with the symbol of another one behind it.
fn comment_contradiction(
    context: &Context<'_>,
    named: &Reference,
    numbered: &Reference,
) -> Option<Finding> {
    let comment_symbol::WrongSymbol {
        comment,
        own,
        wrong,
    } = comment_symbol::wrong(context, named, numbered)?;
    let message = format!("{comment} goes with {own}, not with {wrong}.");
    let mut finding = RULE.finding(numbered.token.clone(), message);
    let fix = change_to(numbered.token.clone(), own.canonical(), Safety::Suggested);
    finding.fixes.push(fix);
    Some(finding)
}

/// The one resolution by which a named instrument was adopted.
fn adopted_as(named: &Reference) -> Option<&Symbol> {
    let Some(Referent::Instrument(title)) = &named.referent else {
        return None;
    };
    if !matches!(named.kind, Kind::Named | Kind::Short) {
        return None;
    }
    let source = named.source.as_ref()?;
    match source.kind {
        SourceKind::Treaty => adopting_resolution(title),
        SourceKind::Outcome => {
            let mut symbols = source.referents.iter().filter_map(Referent::symbol);
            let only = symbols.next().filter(|_| symbols.next().is_none())?;
            let act = only.adopted()?.act;
            (act == Act::Resolution).then_some(only)
        }
        _ => None,
    }
}

/// Whether two numbers are one; a letter that one of them lacks ("217 (III)", "217 (III) A") does not part them.
fn is_same_number(one: &Adopted, other: &Adopted) -> bool {
    let is_part_shared = one.part == other.part || one.part.is_none() || other.part.is_none();
    is_part_shared && (one.act, &one.term, one.number) == (other.act, &other.term, other.number)
}

/// What a number names. Where no body is named beside it, the instrument says whose it is; of a number with a letter that
/// is the instrument's own but for the session, too, when the session never came to it.
fn symbol_of<'r>(numbered: &'r Reference, own: &Adopted) -> Option<&'r Symbol> {
    let is_number = matches!(numbered.kind, Kind::Number | Kind::Symbol);
    if !is_number || numbered.is_own || !is_sound(numbered) {
        return None;
    }
    let of_body = |referent: &'r Referent| {
        let symbol = referent.symbol()?;
        (symbol.adopted()?.body == own.body).then_some(symbol)
    };
    let but_for_session = |referent: &'r Referent| {
        let symbol = referent.symbol()?;
        let other = symbol.adopted()?;
        (own.part.is_some() && (other.number, &other.part) == (own.number, &own.part))
            .then_some(symbol)
    };
    if numbered.candidates.is_empty() {
        return of_body(numbered.referent.as_ref()?);
    }
    let candidates = || numbered.candidates.iter();
    candidates()
        .find_map(of_body)
        .or_else(|| candidates().find_map(but_for_session))
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
    let between = single_spaced(between);
    let between = between.trim();
    // A symbol says by itself what it is: "the 2030 Agenda (A/RES/70/1)".
    let is_symbol = numbered.kind == Kind::Symbol;
    let said = between.strip_suffix("resolution").map(str::trim_end);
    let Some(between) = said.or_else(|| (is_symbol && between == "(").then_some(between)) else {
        return false;
    };
    // "paragraph 13 (a) of the New Urban Agenda": what stands before the place is what counts.
    let place = named.pinpoint.as_ref().map(|place| place.span.start);
    let start = place.map_or(named.token.start, |place| place.min(named.token.start));
    let before = text[..start].trim_end_matches(MARKS);
    if is_part_of_phrase(before, !between.starts_with('('))
        || speaks_of_another(sentence_of(before))
    {
        return false;
    }
    match between.strip_prefix('(') {
        Some(organ) => {
            let organs = ["", "General Assembly", "Assembly"];
            let behind = &text[numbered.token.end..];
            // Of a treaty many resolutions speak under its own title; the one that has its text has it in an annex.
            let alone = match named.source.as_ref().map(|source| source.kind) {
                Some(SourceKind::Treaty) => behind.starts_with(", annex"),
                _ => behind.starts_with([')', ',', ';']),
            };
            organs.contains(&organ) && alone
        }
        None if ADOPTING.iter().any(|verb| between.contains(verb)) => is_adoption(between),
        None => without_article(before).ends_with("adopted") && is_way_of_adoption(between),
    }
}

/// How an organ makes an instrument its own, and where its text stands.
const ADOPTING: [&str; 5] = ["adopted", "endorsed", "approved", "contained", "annexed"];

/// What may stand around a name or a verb and is no part of it: emphasis, quotation marks, the bracket of a link.
const MARKS: [char; 6] = ['*', '_', '“', '"', '[', ' '];

/// A text without the article at its end.
fn without_article(before: &str) -> &str {
    let before = before.trim_end();
    ["the", "its", "their", "this", "that"]
        .iter()
        .find_map(|article| {
            before
                .strip_suffix(article)?
                .strip_suffix(char::is_whitespace)
        })
        .unwrap_or(before)
        .trim_end()
}

/// The end of a text from where its last sentence begins, or a part of it behind a semicolon.
fn sentence_of(before: &str) -> &str {
    let begins = [". ", ".\n", "\n\n", ";"]
        .iter()
        .filter_map(|end| Some(before.rfind(end)? + end.len()))
        .max();
    &before[begins.unwrap_or(0)..]
}

/// Whether the name goes on with what stands before it: "the review of the 2030 Agenda (resolution 70/299)" gives
/// the number of the review, and "a text reaffirming the 2030 Agenda" that of the text. A participle that opens its
/// sentence has nothing before it. `is_told` says that a verb stands between name and number: then "and" behind a comma
/// joins another name, of which the verb does not speak, unless both may belong to a phrase that began earlier.
fn is_part_of_phrase(before: &str, is_told: bool) -> bool {
    const LINKS: [&str; 18] = [
        "of", "to", "on", "for", "under", "and", "or", "from", "towards", "with", "about",
        "against", "between", "into", "in", "within", "through", "by",
    ];
    /// What may lead up to a name at the beginning of a sentence and has no number.
    const LEADING: [&str; 22] = [
        "according",
        "accordance",
        "as",
        "by",
        "conformity",
        "consistent",
        "contained",
        "for",
        "forth",
        "guided",
        "in",
        "line",
        "of",
        "out",
        "provided",
        "pursuant",
        "set",
        "stated",
        "to",
        "under",
        "with",
        "reaffirmed",
    ];
    let before = without_article(before);
    let is_leading = |word: &str| LEADING.iter().any(|lead| lead.eq_ignore_ascii_case(word));
    if sentence_of(before).split_whitespace().all(is_leading) {
        return false;
    }
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let bare = word.trim_matches(MARKS);
    if bare.ends_with("ing") {
        let first = sentence_of(before).strip_suffix(word).unwrap_or("");
        let is_adverb = |word: &str| {
            let word = word.trim_matches(MARKS);
            word.is_empty() || word.ends_with("ly") || matches!(word, "Also" | "Further" | "-")
        };
        return !first.split_whitespace().all(is_adverb);
    }
    let joins = is_told && bare == "and" && {
        let head = before.strip_suffix(word).unwrap_or(before);
        let mut words = sentence_of(head).split_whitespace();
        head.trim_end_matches(MARKS).ends_with(',')
            && !words.any(|word| matches!(word, "of" | "to" | "on"))
    };
    LINKS.contains(&bare) && !joins
}

/// Whether a sentence speaks of another adopted text without a number of its own: what number comes may be that of
/// "resolutions that recall" the instrument.
fn speaks_of_another(sentence: &str) -> bool {
    const TEXTS: [&str; 8] = [
        "resolution",
        "resolutions",
        "decision",
        "decisions",
        "declaration",
        "declarations",
        "text",
        "texts",
    ];
    let mut words = sentence.split_whitespace().peekable();
    let mut opens = true;
    while let Some(word) = words.next() {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        // Inside a sentence a capital makes it part of a name: "the New York Declaration".
        let is_text = TEXTS.contains(&word)
            || opens && TEXTS.iter().any(|text| text.eq_ignore_ascii_case(word));
        opens = opens && word.is_empty();
        let has_number = |next: &&str| next.contains(|c: char| c.is_ascii_digit());
        if is_text && !words.peek().is_some_and(has_number) {
            return true;
        }
    }
    false
}

/// ", adopted by the General Assembly on 25 September 2015 in its". Behind a comma another sentence goes on:
/// ", adopted in 2015, the General Assembly in its".
fn is_adoption(between: &str) -> bool {
    let words = between.trim_start_matches(',');
    !words.contains(',') && words.split_whitespace().all(fills_adoption)
}

/// "by its", "in 2015 as General Assembly", where "adopted" stands before the name.
fn is_way_of_adoption(between: &str) -> bool {
    let way = ["General Assembly", "Assembly", "its", "the"]
        .iter()
        .fold(between, |way, owner| {
            way.strip_suffix(owner).unwrap_or(way).trim_end()
        });
    let is_way = way.ends_with("by") || way.ends_with("as");
    is_way && !way.contains(',') && way.split_whitespace().all(fills_adoption)
}

fn fills_adoption(word: &str) -> bool {
    const FILLING: [&str; 14] = [
        "as", "by", "the", "General", "Assembly", "in", "its", "on", "was", "is", "which", "under",
        "to", "annex",
    ];
    FILLING.contains(&word)
        || ADOPTING.contains(&word)
        || MONTHS.contains(&word)
        || word.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
