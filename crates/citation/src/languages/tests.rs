//! What is found in sentences of each language, and what is not.

mod abbreviated;
mod arabic;
mod chinese;
mod comments;
mod dates;
mod french;
mod goals;
mod labour;
mod mixed;
mod places;
mod real_texts;
mod russian;
mod short_forms;
mod spanish;

use crate::{Body, Citation, Form, Lexicon, Name, Naming, scan};

/// Each citation as `token = meaning [pinpoint] {date}`; "its" stands for the General Assembly and is
/// marked, as is a number whose body the sentence leaves open.
fn read(text: &str) -> Vec<String> {
    scan(text, &lexicon())
        .iter()
        .map(|citation| shown(text, citation))
        .collect()
}

fn shown(text: &str, citation: &Citation) -> String {
    let assembly = Body::general_assembly();
    let symbol = |body: &Body| {
        citation
            .number(text, body)
            .map_or_else(|| "?".to_owned(), |symbol| symbol.to_string())
    };
    let meaning = match &citation.form {
        Form::Whole(referent) => referent.to_string(),
        Form::Mistyped { .. } => "mistyped".into(),
        Form::TitleLine => "title line".into(),
        Form::Title { .. } | Form::ListedTreaty { .. } => "title".into(),
        Form::OfConference { .. } => "number of a conference".into(),
        Form::WhereNamed { body, .. } => format!("where {body} is named"),
        Form::WhereGoals => "where the Goals are named".into(),
        Form::Back(_) => "back".into(),
        Form::Number { naming, .. } => match naming {
            Naming::Named(body) => citation.number(text, body).map_or_else(
                || format!("{body}: {}", citation.written(text).unwrap()),
                |symbol| symbol.to_string(),
            ),
            Naming::Its { previous: None } => format!("its {}", symbol(&assembly)),
            Naming::Its {
                previous: Some(body),
            } => format!("its {} ({body})", symbol(&assembly)),
            Naming::Unnamed { previous: None } => format!("open {}", symbol(&assembly)),
            Naming::Unnamed {
                previous: Some(body),
            } => format!("open {} ({body})", symbol(&assembly)),
            Naming::Short(body) => format!("short {body}"),
            Naming::Theirs(body) => format!("theirs {body}"),
            Naming::TornOff => "torn off".into(),
        },
    };
    let token = &text[citation.token.clone()];
    let pinpoint = citation.pinpoint.as_ref();
    let pinpoint = pinpoint.map(|p| format!(" [{p}]")).unwrap_or_default();
    let date = citation.date.as_ref();
    let date = date.map(|d| format!(" {{{}}}", d.date)).unwrap_or_default();
    format!("{token} = {meaning}{pinpoint}{date}")
}

#[track_caller]
fn finds(text: &str, wanted: &[&str]) {
    assert_eq!(read(text), wanted, "{text}");
}

#[track_caller]
fn each(cases: &[(&str, &[&str])]) {
    for (text, wanted) in cases {
        finds(text, wanted);
    }
}

#[track_caller]
fn silent(texts: &[&str]) {
    for text in texts {
        finds(text, &[]);
    }
}

fn lexicon() -> Lexicon {
    let name = |written: &str, title: &str| Name {
        written: written.into(),
        title: title.into(),
        acronym: false,
    };
    Lexicon::new(vec![
        name("Convention relative aux droits de l’enfant", "CRC"),
        name("Convención sobre los Derechos del Niño", "CRC"),
        name("Конвенция о правах ребенка", "CRC"),
        name("Конвенции о правах ребенка", "CRC"),
        name("اتفاقية حقوق الطفل", "CRC"),
        name("儿童权利公约", "CRC"),
        name("经济、社会及文化权利国际公约", "ICESCR"),
        name("Charte des Nations Unies", "Charter"),
        name("Устава Организации Объединенных Наций", "Charter"),
        name("ميثاق الأمم المتحدة", "Charter"),
    ])
}

#[test]
fn no_body_has_a_plain_name_in_another_alphabet() {
    for grammar in &super::GRAMMARS[super::LATIN..] {
        for word in grammar.words().all(super::Role::Body) {
            let folded: String = word
                .written
                .chars()
                .filter_map(super::cursor::folded)
                .collect();
            assert!(!folded.is_ascii(), "{folded}");
        }
    }
}
