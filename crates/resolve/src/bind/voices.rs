//! Whose words a part of a draft is: a line of its own that names a body, as an enacting line does, or as the
//! heading of its report.
//!
//! A file may hold the texts of several bodies; what "its" means there, the nearest such line says. The heading of a
//! report or a session says no more than that: what the Secretary-General writes under it cites the Assembly's
//! numbers without a name. What a body enacts ends at the heading of the next part.

use citation::{Body, Roman, ordinal};

/// No such line is longer, in bytes.
const LONGEST: usize = 160;

/// What a line says of the words behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// The body adopts them: "The General Assembly,".
    Enacts(Body),
    /// They come under the name of the body: "The Statistical Commission:".
    Heads(Body),
    /// They are of the report or the session of the body.
    Session(Body, Option<u16>),
    /// They are of this session of an organ whose numbers make symbols.
    Meets(Body, u16),
    /// A Markdown heading of this level, with the body that it names: "## Statistical Commission".
    Heading(usize, Option<Body>),
    /// A part of the draft begins: "II. Follow-up".
    Part,
    /// An annex begins.
    Annex,
}

/// Whose words stand at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Voices {
    /// The body of the text, and whether it adopts it or only has its name above it.
    text: Option<(Body, Reach)>,
    /// The body of whose report or session the document is, with the session.
    document: Option<(Body, Option<u16>)>,
    /// The sessions of organs that its masthead names, one below the other.
    sessions: Vec<(Body, u16)>,
}

/// Which numbers without a name are those of the body of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// All that it writes so.
    All,
    /// Those that the text calls its own.
    Own,
    /// Those that the text calls its own, as far as no heading of this level or above follows.
    Section(usize),
}

impl Voices {
    /// Takes in what `line` says.
    pub(super) fn hear(&mut self, line: &Line) {
        match line {
            Line::Enacts(body) => self.text = Some((body.clone(), Reach::All)),
            Line::Heads(body) => self.text = Some((body.clone(), Reach::Own)),
            Line::Session(body, session) => {
                self.text = None;
                self.document = Some((body.clone(), *session));
            }
            Line::Heading(level, Some(body)) => {
                self.text = Some((body.clone(), Reach::Section(*level)));
            }
            Line::Heading(level, None) => {
                self.text.take_if(
                    |(_, reach)| matches!(reach, Reach::Section(above) if *above >= *level),
                );
            }
            Line::Part => self.text = None,
            Line::Meets(body, session) => {
                self.sessions.retain(|(other, _)| other != body);
                self.sessions.push((body.clone(), *session));
            }
            Line::Annex => {
                self.text = None;
                self.document = None;
            }
        }
    }

    /// The body that has adopted the `number` which the text calls its own.
    pub(super) fn own(&self, number: &str) -> Option<&Body> {
        let in_text = self.text.as_ref().map(|(body, _)| body);
        let body = in_text.or_else(|| Some(&self.document.as_ref()?.0))?;
        self.has_reached(body, number).then_some(body)
    }

    /// The body that has adopted the `number` beside which nothing says whose it is.
    pub(super) fn adopter(&self, number: &str) -> Option<&Body> {
        match &self.text {
            Some((body, Reach::All)) => self.has_reached(body, number).then_some(body),
            Some(_) => None,
            // What a report on a session cites of that very session is the body's own.
            None => {
                let (body, session) = self.document.as_ref()?;
                let of_number = number.split_once('/')?.0.parse().ok();
                (of_number.is_some() && of_number == *session).then_some(body)
            }
        }
    }

    /// The organ whose session of this number the draft is of.
    pub(super) fn meets(&self, session: u16) -> Option<&Body> {
        let mut sessions = self.sessions.iter().rev();
        Some(&sessions.find(|(_, number)| *number == session)?.0)
    }

    /// Whether `body` has come to the session of `number`, as far as the draft states its own.
    fn has_reached(&self, body: &Body, number: &str) -> bool {
        let stated = self.document.as_ref().filter(|(other, _)| other == body);
        let Some(now) = stated.and_then(|(_, session)| *session) else {
            return true;
        };
        let of_number = number.split_once('/').map(|(session, _)| session);
        // Four figures are a year.
        of_number
            .filter(|session| session.len() < 4)
            .and_then(|session| session.parse::<u16>().ok())
            .is_none_or(|session| session <= now)
    }
}

/// What the lines of the block `text` say of the words behind them, each with the byte behind it, in their order.
pub(super) fn of(text: &str) -> Vec<(usize, Line)> {
    let mut said = Vec::new();
    let mut lines = lines(text).peekable();
    let mut end = 0;
    while let Some(line) = lines.next() {
        end += line.len();
        // Most lines go on with a sentence.
        if line.starts_with(|first: char| first.is_ascii_lowercase()) {
            continue;
        }
        let bare = bare(line);
        if bare.len() > LONGEST || !bare.starts_with(char::is_uppercase) {
            continue;
        }
        let next = lines.peek().map_or("", |next| next.trim());
        let line = adopting(bare, next)
            .or_else(|| of_document(bare, next))
            .or_else(|| heading(line, bare))
            .or_else(|| division(bare));
        said.extend(line.map(|line| (end, line)));
    }
    said
}

/// The words of a line, without marks of emphasis or of a heading.
fn bare(line: &str) -> &str {
    let line = line.trim();
    // Most lines begin and end with a letter.
    match line.as_bytes() {
        [first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => line,
        _ => line.trim_matches(['*', '_', '#']).trim(),
    }
}

/// The lines of a text, each with its line break.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let line_break = memchr::memchr(b'\n', rest.as_bytes());
        let (line, behind) = rest.split_at(line_break.map_or(rest.len(), |at| at + 1));
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
}

/// "The General Assembly," and "The Statistical Commission:".
fn adopting(bare: &str, next: &str) -> Option<Line> {
    let name = bare.strip_suffix([',', ':'])?.trim_end_matches(['*', '_']);
    if !name.starts_with("The ") || goes_on(next) {
        return None;
    }
    let body = Body::named(name).filter(Body::adopts)?;
    Some(if bare.ends_with(':') {
        Line::Heads(body)
    } else {
        Line::Enacts(body)
    })
}

/// "## Statistical Commission", "## Chapter III. Statistical Commission": what the heading of a Markdown text says.
fn heading(line: &str, bare: &str) -> Option<Line> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    if level == 0 {
        return None;
    }
    let title = bare.rsplit(['.', ':', '\u{2014}', '\u{2013}']).next();
    let title = title.map(str::trim).filter(|title| *title != bare);
    let named = [Some(bare), title].into_iter().flatten();
    let body = named.filter_map(Body::named).find(Body::adopts);
    let is_part = body.is_none() && division(bare).is_some();
    (!is_part).then_some(Line::Heading(level, body))
}

/// Whether the line below goes on with the sentence, which a page has broken behind a comma.
fn goes_on(next: &str) -> bool {
    next.starts_with(char::is_lowercase)
}

/// The name of a body above a line which says that its report or the texts of its session follow.
fn of_document(bare: &str, next: &str) -> Option<Line> {
    let report = ["Report on", "Report of"];
    // Mostly the line below goes on with a sentence.
    if !next.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    if !report.iter().any(|words| next.starts_with(words)) && !is_session(next) {
        return None;
    }
    let body = Body::named(bare).filter(Body::adopts)?;
    // The mastheads of documents of several organs name them one below the other.
    if body.has_symbols() {
        return Some(Line::Meets(body, session(next)?));
    }
    Some(Line::Session(body, session(next)))
}

/// Whether a line of a masthead names a session in words: "First regular session 2023", "Sixty-eighth session".
fn is_session(line: &str) -> bool {
    let opens = line.starts_with(|c: char| c.is_ascii_uppercase());
    let mut words = line.split_whitespace();
    opens && line.len() <= SESSION && words.any(|word| word.trim_end_matches(',') == "session")
}

/// The longest such line, in bytes.
const SESSION: usize = 48;

/// The session that a line names in words: 68 in "Report on the sixty-eighth session".
fn session(line: &str) -> Option<u16> {
    let (before, _) = line.split_once(" session")?;
    ordinal(before.split_whitespace().next_back()?)
}

/// "II. Follow-up", "Chapter II", "Part two", "Annex I".
fn division(bare: &str) -> Option<Line> {
    // With another letter neither a numeral begins nor what a part is called.
    if !bare.starts_with(['A', 'C', 'I', 'L', 'P', 'V', 'X']) {
        return None;
    }
    let (first, rest) = bare.split_once(char::is_whitespace).unwrap_or((bare, ""));
    let rest = rest.trim_start();
    if let Some(numeral) = first.strip_suffix('.') {
        let is_title = rest.starts_with(char::is_uppercase) && !rest.ends_with(['.', ',', ';']);
        return (is_title && is_roman(numeral)).then_some(Line::Part);
    }
    let word = first.trim_end_matches(':');
    let is = |names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(word));
    if !is(&["Annex", "Appendix", "Part", "Chapter"]) {
        return None;
    }
    let is_annex = is(&["Annex", "Appendix"]);
    let (numeral, title) = rest
        .split_once(['.', ':', '\u{2014}'])
        .unwrap_or((rest, ""));
    let is_numbered = is_number(numeral.trim()) && !title.starts_with(char::is_alphanumeric);
    let is_alone = is_annex && (rest.is_empty() || first.ends_with(':'));
    (is_numbered || is_alone).then_some(if is_annex { Line::Annex } else { Line::Part })
}

/// Whether a part or an annex is numbered so: "II", "3", "B", "two".
fn is_number(numeral: &str) -> bool {
    const IN_WORDS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    let is_letter = numeral.len() == 1 && numeral.starts_with(|c: char| c.is_ascii_uppercase());
    let is_figure = !numeral.is_empty() && numeral.bytes().all(|byte| byte.is_ascii_digit());
    let in_words = IN_WORDS
        .iter()
        .any(|word| word.eq_ignore_ascii_case(numeral));
    is_letter || is_figure || in_words || is_roman(numeral)
}

fn is_roman(numeral: &str) -> bool {
    Roman::parse(numeral).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str) -> Vec<String> {
        let body = |(_, line)| match line {
            Line::Enacts(body)
            | Line::Heads(body)
            | Line::Heading(_, Some(body))
            | Line::Session(body, _) => Some(body.to_string()),
            Line::Heading(_, None) | Line::Meets(..) | Line::Part | Line::Annex => None,
        };
        of(text).into_iter().filter_map(body).collect()
    }

    #[test]
    fn enacting_lines_and_headings_of_reports_speak() {
        for (text, expected) in [
            ("The General Assembly,", "General Assembly"),
            (
                "*The Commission on Narcotic Drugs,*\nRecalling its resolution 45/14,",
                "Commission on Narcotic Drugs",
            ),
            ("The Statistical Commission:", "Statistical Commission"),
            (
                "Commission on the Status of Women\nReport on the sixty-eighth session\n",
                "Commission on the Status of Women",
            ),
            ("**The Human Rights Council**,", "Human Rights Council"),
            ("## Statistical Commission\n", "Statistical Commission"),
            (
                "## Chapter III. Statistical Commission\n",
                "Statistical Commission",
            ),
            (
                "Commission on the Status of Women\nSixty-eighth session\n",
                "Commission on the Status of Women",
            ),
        ] {
            assert_eq!(named(text), [expected], "{text}");
        }
    }

    #[test]
    fn other_lines_do_not() {
        for text in [
            "The General Assembly",
            "adopted by the\nCommission on Narcotic Drugs,\n",
            "The Commission on Narcotic Drugs,\nat its session, adopted",
            "The Commission,",
            "Economic and Social Council\n2024 session\n",
            "General Assembly\nSeventy-ninth session\n",
            "Recalling the decisions of the General Assembly,",
            "The Secretary-General,",
            "Board of Auditors\nReport on the accounts\n",
        ] {
            assert_eq!(named(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn parts_and_annexes_begin_where_a_heading_says_so() {
        for part in [
            "II. Follow-up",
            "## IV. Conclusions",
            "Chapter III",
            "PART TWO",
            "Part I. Texts",
        ] {
            assert_eq!(
                division(part.trim_matches(['#', ' '])),
                Some(Line::Part),
                "{part}"
            );
        }
        for annex in [
            "Annex",
            "ANNEX II",
            "Annex I: Plan of action",
            "Appendix B",
            "Annex: text",
        ] {
            assert_eq!(division(annex), Some(Line::Annex), "{annex}");
        }
        for text in [
            "I",
            "Part of the report",
            "Annex I to the Convention lists them",
            "V. Putin, President.",
            "Mr. Chair",
            "Chapter and verse",
            "Annexes",
        ] {
            assert_eq!(division(text), None, "{text}");
        }
    }

    #[test]
    fn a_session_is_read_from_the_line_below_the_name() {
        for (line, wanted) in [
            ("Report on the sixty-eighth session", Some(68)),
            ("Thirty-second session", Some(32)),
            ("Sixth session, Nairobi", Some(6)),
            ("First regular session 2023", None),
            ("2024 session", None),
        ] {
            assert_eq!(session(line), wanted, "{line}");
        }
    }
}
