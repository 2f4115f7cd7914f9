//! C009: a number that another organ than the one named has adopted.

use citation::facts::{self, Judgement};
use citation::{Act, Body, Kind, Symbol};
use resolve::{Agreement, Existence, Reference};

use super::surroundings::last_word;
use crate::sentence::one_line;
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
    let message = format!("{number} is not a {word} of the {wrong}; it is one of the {right}.");
    let mut finding = RULE.finding(reference.token.clone(), message);
    finding
        .fixes
        .extend(change_organ(context, reference, wrong, right));
    found.push(finding);
}

/// A number under the name of an organ that has not adopted it.
struct Mistaken {
    wrong: &'static str,
    right: &'static str,
    word: &'static str,
    number: String,
}

impl Mistaken {
    /// The number has a form that the organ uses, and the organ never came to it.
    fn by_number(reference: &Reference) -> Option<Self> {
        let right = right_organ(reference)?.name()?;
        let named = reference.referent.as_ref()?.symbol()?.adopted()?;
        Some(Self {
            wrong: named.body.name()?,
            right,
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
        if word != Act::Resolution.word() || around.is_quoted(reference.token.start) {
            return None;
        }
        let before = before.trim_end();
        let named = ORGANS
            .into_iter()
            .map(Body::new)
            .find(|body| body.name().is_some_and(|name| before.ends_with(name)))?;
        let token = draft.slice(reference.token.clone());
        let number = one_line(&token);
        // A number alone tells no organ: the Assembly numbered through until 1975, as the Council does.
        let is_alone = number.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if named.may_write(&number) || is_alone && named.key() == Body::GENERAL_ASSEMBLY {
            return None;
        }
        let mut others = ORGANS.into_iter().map(Body::new).filter(|body| {
            let symbol = Symbol::parse(&format!("{}/RES/{number}", body.key()));
            *body != named
                && body.is_known_to_write(&number)
                && symbol.is_some_and(|symbol| {
                    facts::judge(&symbol, context.resolved.as_of) == Judgement::Exists
                })
        });
        let right = others.next()?;
        if others.next().is_some() {
            return None;
        }
        Some(Self {
            wrong: named.name()?,
            right: right.name()?,
            word: Act::Resolution.word(),
            number: number.into_owned(),
        })
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
