//! C009: a number that the organ which is named beside it cannot have adopted.

use citation::facts::{self, Judgement};
use citation::{Act, Body, Date, Kind, Symbol, single_spaced};
use resolve::{Agreement, Existence, Reference};

use super::surroundings::last_word;
use crate::{Check, Context, Edit, Family, Finding, Fix, Preset, Rule, Safety, Severity};

/// C009 wrong-organ.
pub(crate) const RULE: Rule = Rule {
    code: "C009",
    name: "wrong-organ",
    family: Family::Citations,
    severity: Severity::Error,
    preset: Preset::On,
    page: include_str!("wrong_organ.md"),
    check: Check::Reference(check),
};

/// The organ that numbers its texts in this way, where it is another than the one that the text names.
pub(super) fn right_organ(reference: &Reference) -> Option<&Body> {
    match &reference.organ_agreement {
        Agreement::Contradicts(body) => Some(body),
        _ => None,
    }
}

/// The principal organs and the Human Rights Council, which write numbers in different forms.
const ORGANS: [&str; 4] = [
    Body::GENERAL_ASSEMBLY,
    Body::SECURITY_COUNCIL,
    Body::ECONOMIC_AND_SOCIAL_COUNCIL,
    Body::HUMAN_RIGHTS_COUNCIL,
];

fn check(context: &Context<'_>, reference: &Reference, found: &mut Vec<Finding>) {
    let Some(mistaken) =
        Mistaken::by_number(reference).or_else(|| Mistaken::by_form(context, reference))
    else {
        return;
    };
    let Mistaken {
        wrong,
        right,
        word,
        number,
    } = &mistaken;
    let message = match right {
        Right::Organ(right) => {
            format!("{number} is not a {word} of the {wrong}; it is one of the {right}.")
        }
        Right::Open { usual } => format!(
            "{number} is not a {word} of the {wrong}, whose numbers are written like {usual}."
        ),
    };
    let mut finding = RULE.finding(reference.token.clone(), message);
    if let Right::Organ(right) = right {
        finding
            .fixes
            .extend(change_organ(context, reference, wrong, right));
    }
    found.push(finding);
}

/// A number under the name of an organ that has not adopted it.
struct Mistaken {
    wrong: &'static str,
    right: Right,
    word: &'static str,
    number: String,
}

/// Whose the number is.
enum Right {
    /// The only organ that can have adopted it.
    Organ(&'static str),
    /// That of several, or of none; `usual` is a number as the organ that is named writes them.
    Open { usual: &'static str },
}

impl Mistaken {
    /// The number has a form that the organ uses, and the organ never came to it.
    fn by_number(reference: &Reference) -> Option<Self> {
        let right = right_organ(reference)?.name()?;
        let named = reference.referent.as_ref()?.symbol()?.adopted()?;
        Some(Self {
            wrong: named.body.name()?,
            right: Right::Organ(right),
            word: named.act.word(),
            number: named.in_prose(),
        })
    }

    /// The number has a form that the organ never uses: "General Assembly resolution 1325 (2000)".
    fn by_form(context: &Context<'_>, reference: &Reference) -> Option<Self> {
        if reference.kind != Kind::Number || reference.existence == Existence::Malformed {
            return None;
        }
        let draft = &context.resolved.draft;
        let around = context.around(reference.token.start)?;
        let (before, word) = last_word(around.before(reference.token.start));
        let is_resolution =
            ["resolution", "Resolution", "résolution", "Résolution"].contains(&word);
        if !is_resolution || around.is_quoted(reference.token.start) {
            return None;
        }
        let before = before.trim_end();
        let named = ORGANS
            .into_iter()
            .map(Body::new)
            .find(|body| body.name().is_some_and(|name| before.ends_with(name)))
            .or_else(|| organ_of_sentence(before))
            .or_else(|| organ_behind(around.behind(reference.token.end, REACH)))?;
        let token = draft.slice(reference.token.clone());
        let number = single_spaced(&token);
        // A number alone tells no organ: the Assembly numbered through until 1975, as the Council does.
        let is_alone = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if named.may_write(&number) || is_alone && named.key() == Body::GENERAL_ASSEMBLY {
            return None;
        }
        let right = match only_writer(&number, &named, reference, context.resolved.as_of) {
            Some(right) => Right::Organ(right.name()?),
            None => Right::Open {
                usual: usual_number(&named, &number)?,
            },
        };
        Some(Self {
            wrong: named.name()?,
            right,
            word: Act::Resolution.word(),
            number: number.into_owned(),
        })
    }
}

/// The organ whose sentence comes to its own number: "The Security Council, in its resolution 70/1". Where others stand
/// before it, "its" may be theirs.
fn organ_of_sentence(before: &str) -> Option<Body> {
    let (before, its) = last_word(before);
    let (before, preposition) = last_word(before);
    if its != "its" || !["in", "by", "with", "under"].contains(&preposition) {
        return None;
    }
    let before = single_spaced(before.trim_end().trim_end_matches(','));
    ORGANS.into_iter().map(Body::new).find(|body| {
        let ahead = body.name().and_then(|name| before.strip_suffix(name));
        ahead.is_some_and(|ahead| {
            let (ahead, article) = last_word(ahead);
            let ahead = ahead.trim_end();
            article.eq_ignore_ascii_case("the")
                && (ahead.is_empty() || ahead.ends_with(['.', ';', ':']) || ahead.ends_with("that"))
        })
    })
}

/// So far behind a number the name of its organ ends, in bytes.
const REACH: usize = 80;

/// The organ that the words behind a number name: "resolution 1325 (2000) of the General Assembly", "de l’Assemblée
/// générale". One of another organization has that behind it.
fn organ_behind(behind: &str) -> Option<Body> {
    const JOINTS: [&str; 5] = ["of the ", "de l’", "de l'", "du ", "de la "];
    let rest = behind.trim_start();
    let rest = JOINTS.iter().find_map(|joint| rest.strip_prefix(joint))?;
    let ends = rest.match_indices(|c: char| !c.is_alphabetic() && c != '’' && c != '\'');
    let ends = ends.map(|(at, _)| at).chain([rest.len()]);
    let mut named = ends.filter_map(|end| {
        let body = Body::named(&rest[..end])?;
        ORGANS.contains(&body.key()).then_some((body, end))
    });
    let (body, end) = named.next_back()?;
    let goes_on = ["of ", "de ", "du ", "des ", "d’", "d'"];
    let rest = rest[end..].trim_start();
    (!goes_on.iter().any(|word| rest.starts_with(word))).then_some(body)
}

/// The organ that has adopted `number`, where no other than the one that is `named` can have.
fn only_writer(number: &str, named: &Body, reference: &Reference, as_of: Date) -> Option<Body> {
    let stated = reference.date.as_ref().map(|stated| stated.date);
    let writers = ORGANS.into_iter().chain([Body::COMMISSION_ON_HUMAN_RIGHTS]);
    let mut possible = writers.map(Body::new).filter_map(|body| {
        let symbol = Symbol::parse(&format!("{}/RES/{number}", body.key()))?;
        let is_dated_elsewhere =
            stated.is_some_and(|stated| facts::is_dated_elsewhere(&symbol, stated));
        let judged = facts::judge(&symbol, as_of);
        let may_be = body != *named
            && body.is_known_to_write(number)
            && !is_dated_elsewhere
            && !matches!(judged, Judgement::Impossible(_));
        may_be.then_some((body, judged))
    });
    match (possible.next(), possible.next()) {
        (Some((body, Judgement::Exists)), None) => Some(body),
        _ => None,
    }
}

/// A number as `organ` writes them, where `number` has the form of another organ of the United Nations and no other
/// body goes by the name of `organ`: an Assembly is everybody's.
fn usual_number(organ: &Body, number: &str) -> Option<&'static str> {
    if !number.contains(['/', '(']) {
        return None;
    }
    match organ.key() {
        Body::SECURITY_COUNCIL => Some("1325 (2000)"),
        Body::ECONOMIC_AND_SOCIAL_COUNCIL => Some("2022/5"),
        Body::HUMAN_RIGHTS_COUNCIL => Some("48/13"),
        _ => None,
    }
}

/// The right organ in place of the wrong one, where the wrong one is named beside the number.
fn change_organ(
    context: &Context<'_>,
    reference: &Reference,
    wrong: &str,
    right: &str,
) -> Option<Fix> {
    let around = context.around(reference.token.start)?;
    let (before, _) = last_word(around.before(reference.token.start));
    let trimmed = before.trim_end().strip_suffix(wrong)?;
    let behind = around.before(reference.token.start).len() - trimmed.len();
    let start = reference.token.start - behind;
    Some(Fix {
        title: format!("Change to “{right}”"),
        edits: vec![Edit {
            range: start..start + wrong.len(),
            text: right.to_owned(),
        }],
        safety: Safety::Suggested,
    })
}
