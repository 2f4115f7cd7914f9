//! The Sustainable Development Goals by number: "objectif de développement durable no 14", "ODS 5", "metas 1.3 y 3.8 de los
//! ODS", "задачи 10.2 и 10.3 Целей в области устойчивого развития", "可持续发展目标的具体目标10.2和10.3".
//!
//! They are looked for where the Goals stand by name, before and behind it. Each place is a citation of its own.

use std::ops::Range;
use std::sync::LazyLock;

use super::words::Role;
use super::{GRAMMARS, Grammar, Language, cursor, guess, pinpoints, sentences};
use crate::families::goals::AGENDA;
use crate::scan::searcher::Searcher;
use crate::{Citation, Form, Kind, Pinpoint, Referent, Step, Unit};

/// How far before the name of the Goals the first of their numbers may stand, in bytes.
const REACH: usize = 240;

/// How many goals there are.
const GOALS: u32 = 17;

/// No goal has a target with a higher figure.
const TARGETS: u32 = 19;

/// What Chinese counts with: "17个" is no goal.
const COUNTERS: &str = "个個项項年月日号號届屆条條段";

/// What is searched for: the names of the Goals as the tables write them.
struct Names {
    searcher: Searcher,
    grammars: Vec<&'static dyn Grammar>,
}

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let of_all = GRAMMARS.iter().flat_map(|grammar| {
        let words = grammar.words().all(Role::Goals).iter();
        words.map(move |word| (&*word.written, *grammar))
    });
    let (written, grammars): (Vec<&str>, Vec<_>) = of_all.unzip();
    Names {
        searcher: Searcher::new(&written),
        grammars,
    }
});

/// Adds every goal and target that `text` cites by number beside the name of the Goals.
pub(super) fn find(text: &str, found: &mut Vec<Citation>) {
    for (written, name) in NAMES.searcher.find_iter(text) {
        let grammar = NAMES.grammars[written];
        let is_glued = cursor::follows_word(text, name.start)
            || cursor::next(text, name.end).is_some_and(|(next, _)| cursor::is_alphabetic(next));
        // In English "ODS" are substances that deplete the ozone layer.
        let is_acronym = || name.len() == "ODS".len();
        let is_english = || guess::told_language(text) == Some(Language::English);
        let is_of_another = is_acronym() && is_english();
        if grammar.language() == Language::Chinese || !is_glued && !is_of_another {
            around(text, &name, grammar, found);
        }
    }
}

/// Goals or targets, and where their words stand.
struct Place {
    step: Step,
    span: Range<usize>,
}

/// Adds the places before and behind the `name` of the Goals.
fn around(text: &str, name: &Range<usize>, grammar: &dyn Grammar, found: &mut Vec<Citation>) {
    let mut before = before(text, name.start, grammar);
    let own = numbered(text, name.end, grammar);
    let end = own.as_ref().map_or(name.end, |place| place.span.end);
    let mut behind = behind(text, end, grammar);
    // The name belongs to the place beside it; the others stand by their own words.
    let beside = own.or_else(|| before.pop()).or_else(|| {
        let first = behind.first()?;
        let between = &text[name.end..first.span.start];
        (!between.contains(',')).then(|| behind.remove(0))
    });
    found.extend(beside.map(|place| citation(place, Some(name.clone()))));
    let others = before.into_iter().chain(behind);
    found.extend(others.map(|place| citation(place, None)));
}

fn citation(place: Place, name: Option<Range<usize>>) -> Citation {
    let span = place.span;
    let token = name.unwrap_or_else(|| span.clone());
    Citation {
        phrase: token.start.min(span.start)..token.end.max(span.end),
        token,
        kind: Kind::Short,
        form: Form::Whole(Referent::Instrument(AGENDA.into())),
        pinpoint: Some(Pinpoint {
            steps: vec![place.step],
            beside: Vec::new(),
            span,
        }),
        date: None,
    }
}

/// "ODS 5", "objectif de développement durable no 14": the numbers right behind the name that ends at `at`.
fn numbered(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Place> {
    let start = cursor::skip_space(text, at);
    counted(text, start, Unit::Goal, grammar)
}

/// The places behind `at`, each joined to the one before.
fn behind(text: &str, at: usize, grammar: &dyn Grammar) -> Vec<Place> {
    let mut places = Vec::new();
    let mut end = at;
    while let Some(next) = joint(text, end, grammar)
        && let Some(place) = place(text, next, grammar)
    {
        end = place.span.end;
        places.push(place);
    }
    places
}

/// The places before the name at `name`, to which "of" joins the last of them.
fn before(text: &str, name: usize, grammar: &dyn Grammar) -> Vec<Place> {
    let words = grammar.words();
    let floor = sentences::sentence_start(text, name, REACH, words.all(Role::Abbreviation));
    let is_chinese = grammar.language() == Language::Chinese;
    text[floor..name]
        .char_indices()
        .map(|(offset, character)| (floor + offset, character))
        .filter(|(at, character)| {
            cursor::is_alphabetic(*character) && (is_chinese || !cursor::follows_word(text, *at))
        })
        .find_map(|(at, _)| chain(text, at, name, grammar))
        .unwrap_or_default()
}

/// The places from `start` on, when they reach the name at `name`.
fn chain(text: &str, start: usize, name: usize, grammar: &dyn Grammar) -> Option<Vec<Place>> {
    let mut places = vec![place(text, start, grammar)?];
    loop {
        let end = places.last()?.span.end;
        let words = grammar.words();
        let skipped = |role, at| cursor::skip_space(text, words.skip(role, text, at));
        let owner = skipped(
            Role::Article,
            skipped(Role::Of, cursor::skip_space(text, end)),
        );
        if owner == name {
            return Some(places);
        }
        let next = joint(text, end, grammar).filter(|next| *next < name)?;
        places.push(place(text, next, grammar)?);
    }
}

/// The offset behind what joins a place to the one before: a comma, "and", "in particular", an article.
fn joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let words = grammar.words();
    let comma = |at| {
        let end = cursor::sign(text, cursor::skip_space(text, at), ',');
        end.unwrap_or(at)
    };
    let and = |at| {
        grammar
            .and(text, cursor::skip_space(text, at))
            .unwrap_or(at)
    };
    let skipped = |role, at| words.skip(role, text, at);
    let led = comma(skipped(Role::Lead, comma(and(comma(at)))));
    let end = skipped(Role::Article, skipped(Role::Of, skipped(Role::Its, led)));
    // "可持续发展目标的具体目标10.2"; in Arabic "and" is glued to the next word.
    let is_loose = match grammar.language() {
        Language::Chinese => return Some(cursor::sign(text, end, '的').unwrap_or(end)),
        Language::Arabic => true,
        _ => false,
    };
    (end > at || is_loose).then(|| cursor::skip_space(text, end))
}

/// "metas 1.3 y 3.8", "objectif 4" at `at`.
fn place(text: &str, at: usize, grammar: &dyn Grammar) -> Option<Place> {
    let of = |role, unit| {
        let (_, end) = grammar.word(role, text, at)?;
        let counted = counted(text, cursor::skip_space(text, end), unit, grammar)?;
        let span = at..counted.span.end;
        Some(Place { span, ..counted })
    };
    of(Role::Target, Unit::Target).or_else(|| of(Role::Goal, Unit::Goal))
}

/// The numbers at `at`, behind a word for "No." or without.
fn counted(text: &str, at: usize, unit: Unit, grammar: &dyn Grammar) -> Option<Place> {
    let signed = grammar.words().skip(Role::Number, text, at);
    let mut next = cursor::skip_space(text, signed);
    let mut labels = Vec::new();
    let mut end = at;
    while let Some((from, behind)) = label(text, next, unit, grammar) {
        end = behind;
        let to = range_joint(text, end, grammar)
            .and_then(|joint| label(text, joint, unit, grammar))
            .map(|(to, behind)| {
                end = behind;
                to
            });
        labels.push((from, to));
        let Some(joint) = pinpoints::list_joint(text, end, grammar) else {
            break;
        };
        next = joint;
    }
    let step = Step { unit, labels };
    (!step.labels.is_empty()).then_some(Place {
        step,
        span: at..end,
    })
}

/// The offset behind "to" or a dash at `at`.
fn range_joint(text: &str, at: usize, grammar: &dyn Grammar) -> Option<usize> {
    let spaced = cursor::skip_space(text, at);
    let to = grammar.word(Role::To, text, spaced).map(|(_, end)| end);
    let end = to.or_else(|| cursor::sign(text, spaced, '-'))?;
    Some(cursor::skip_space(text, end))
}

/// The number of a goal or of a target at `at`, and the offset behind it.
fn label(text: &str, at: usize, unit: Unit, grammar: &dyn Grammar) -> Option<(Box<str>, usize)> {
    let goal = cursor::digits(text, at).filter(|run| (1..=GOALS).contains(&run.value))?;
    if unit == Unit::Goal {
        return ends(text, goal.end).then(|| (goal.value.to_string().into(), goal.end));
    }
    let stop = cursor::sign(text, goal.end, '.').or_else(|| {
        // Arabic writes "10-2".
        let dash = cursor::sign(text, goal.end, '-')?;
        (grammar.language() == Language::Arabic).then_some(dash)
    })?;
    let figure = cursor::digits(text, stop)
        .filter(|run| (1..=TARGETS).contains(&run.value))
        .map(|run| (run.value.to_string(), run.end));
    let letter = || {
        let (letter, end) = cursor::next(text, stop)?;
        matches!(letter, 'a'..='d').then(|| (letter.to_string(), end))
    };
    let (target, end) = figure.or_else(letter)?;
    ends(text, end).then(|| (format!("{}.{target}", goal.value).into(), end))
}

/// Whether a number may end at `end`: no stroke, decimal, word or counter goes on.
fn ends(text: &str, end: usize) -> bool {
    match cursor::next(text, end) {
        None => true,
        Some(('/' | '%', _)) => false,
        Some(('.' | ',', behind)) => cursor::digits(text, behind).is_none(),
        Some((found, _)) if cursor::is_han(found) => !COUNTERS.contains(found),
        Some((found, _)) => !cursor::is_alphanumeric(found),
    }
}
