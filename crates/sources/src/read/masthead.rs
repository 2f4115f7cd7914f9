//! The head of a document: symbol, title, organ, day of adoption, session, agenda item.
//!
//! Two dates stand there; the one below "Distr.: General" is the day of distribution and is the
//! document's date only where nothing was adopted.

use citation::{Date, Symbol};

use super::lines::Line;
use crate::{Reissue, reissue_in};

/// How many lines from the top may belong to the head.
const REACH: usize = 120;

/// What the head of a document says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The document's own symbols.
    pub symbols: Vec<Symbol>,
    /// Its title.
    pub title: Option<String>,
    /// Who adopted it, as printed after "adopted by the".
    pub organ: Option<String>,
    /// The day of adoption; of distribution where nothing was adopted.
    pub date: Option<Date>,
    /// The session as printed: "Sixty-seventh session".
    pub session: Option<String>,
    /// The agenda item as printed: "69 (b)".
    pub agenda_item: Option<String>,
    /// The day below "Distr.: General".
    pub distributed: Option<Date>,
    /// The language it was written in: "English" of "Original: English".
    pub original: Option<String>,
    /// The reports it was adopted on.
    pub on_report: Vec<Symbol>,
    /// The drafts it was adopted from, where no committee reported.
    pub drafts: Vec<Symbol>,
    /// That it was issued again.
    pub reissue: Option<Reissue>,
    /// The line, counted from the beginning of the body, with which the head ends.
    pub(super) ends: usize,
}

pub(super) fn read(lines: &[Line<'_>]) -> Masthead {
    let mut head = Masthead::default();
    let top = &lines[..lines.len().min(REACH)];
    head.read_symbols(top);
    head.read_title(top);
    let before = &top[..head.ends.min(top.len())];
    head.read_adoption(before);
    head.read_report(before);
    head.distributed = distribution_date(top);
    if head.organ.is_none() {
        head.date = closing_date(lines).or(head.distributed);
    }
    head.original = top
        .iter()
        .find_map(|line| original(&line.text))
        .map(str::to_owned);
    head.session = top
        .iter()
        .map(|line| &*line.text)
        .find(|text| text.len() < 60 && text.to_lowercase().ends_with(" session"))
        .map(str::to_owned);
    head.reissue = top.iter().find_map(|line| reissue_in(&line.text));
    head.agenda_item = top.iter().find_map(|line| {
        let item = line
            .text
            .strip_prefix("Agenda item")?
            .trim_start_matches('s')
            .trim();
        (item.starts_with(|first: char| first.is_ascii_digit()) && item.len() < 60)
            .then(|| item.trim_end_matches('*').trim_end().to_owned())
    });
    head
}

impl Masthead {
    /// The first line that is a symbol, alone or after "United Nations", and symbols right below it.
    fn read_symbols(&mut self, top: &[Line<'_>]) {
        for (at, line) in top
            .iter()
            .enumerate()
            .filter(|(_, line)| !line.text.is_empty())
        {
            let symbols = symbols_of(&line.text);
            if symbols.is_empty() {
                if !self.symbols.is_empty() {
                    return;
                }
                continue;
            }
            self.symbols.extend(symbols);
            self.ends = at + 1;
        }
    }

    /// "67/172. Protection of migrants" after the symbol; else a Markdown heading; else what stands
    /// above "Report of the …".
    fn read_title(&mut self, top: &[Line<'_>]) {
        let numbers: Vec<String> = self
            .symbols
            .iter()
            .filter_map(Symbol::adopted)
            .map(citation::Adopted::in_prose)
            .collect();
        let numbered = top.iter().enumerate().find_map(|(at, line)| {
            let title = numbers.iter().find_map(|number| {
                let text = line.text.trim_start_matches(['#', '*', ' ']);
                let rest = text.strip_prefix(number.as_str())?;
                rest.strip_prefix('.')
                    .or_else(|| rest.is_empty().then_some(rest))
            })?;
            Some((at, title.trim()))
        });
        if let Some((at, first)) = numbered {
            self.take_title(top, at, first);
            return;
        }
        let heading = top.iter().position(|line| line.text.starts_with("# "));
        if let Some(at) = heading {
            self.title = Some(top[at].text.trim_start_matches('#').trim().to_owned());
            self.ends = self.ends.max(at + 1);
            return;
        }
        let author = top.iter().position(|line| {
            ["Report of ", "Note by ", "Report by "]
                .iter()
                .any(|begin| line.text.starts_with(begin))
        });
        if let Some(at) = author {
            self.take_title_above(top, at);
        }
    }

    fn take_title(&mut self, top: &[Line<'_>], at: usize, first: &str) {
        let mut words = vec![first];
        let mut end = at + 1;
        while let Some(line) = top.get(end) {
            let started = words.iter().any(|word| !word.is_empty());
            if is_enacting(&line.text) || (line.text.is_empty() && started) {
                break;
            }
            words.push(&line.text);
            end += 1;
        }
        let title = words.join(" ");
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        self.title = Some(title.trim_end_matches('*').to_owned()).filter(|title| !title.is_empty());
        self.ends = end;
    }

    fn take_title_above(&mut self, top: &[Line<'_>], at: usize) {
        let above: Vec<&str> = top[self.ends.min(at)..at]
            .iter()
            .rev()
            .map(|line| &*line.text)
            .skip_while(|text| text.is_empty())
            .take_while(|text| !text.is_empty())
            .collect();
        let title: Vec<&str> = above.into_iter().rev().collect();
        self.title = Some(title.join(" ")).filter(|title| !title.is_empty());
        self.ends = at + 1;
    }

    /// "[on the report of the Third Committee (A/67/457/Add.2 and Corr.1)]", "[without reference to a Main
    /// Committee (A/78/L.9)]", over one line or more.
    fn read_report(&mut self, before: &[Line<'_>]) {
        let Some(first) = before.iter().position(|line| line.text.starts_with('[')) else {
            return;
        };
        let mut words = String::new();
        for line in before[first..].iter().take(6) {
            words.push_str(&line.text);
            words.push(' ');
            if line.text.contains(']') {
                break;
            }
        }
        let symbols = symbols_in(&words);
        if words.contains("without reference") {
            self.drafts = symbols;
        } else if words.contains("report of") {
            self.on_report = symbols;
        }
    }

    /// "Resolution adopted by the General Assembly on 20 December 2012", over one line or more.
    fn read_adoption(&mut self, before: &[Line<'_>]) {
        let words: Vec<&str> = before
            .iter()
            .flat_map(|line| line.text.split_whitespace())
            .collect();
        let Some(at) = words
            .windows(2)
            .position(|pair| pair[0].eq_ignore_ascii_case("adopted") && pair[1] == "by")
        else {
            return;
        };
        let rest = &words[at + 2..];
        let on = rest
            .windows(4)
            .position(|four| four[0] == "on" && Date::parse_prose(&four[1..].join(" ")).is_some());
        let Some(on) = on else {
            return;
        };
        self.date = Date::parse_prose(&rest[on + 1..on + 4].join(" "));
        let organ = rest[..on].iter().take_while(|word| **word != "at").copied();
        let organ = organ
            .skip_while(|word| *word == "the")
            .collect::<Vec<_>>()
            .join(" ");
        self.organ = Some(organ.trim_end_matches(',').to_owned());
    }
}

/// The symbols that a line consists of.
fn symbols_of(text: &str) -> Vec<Symbol> {
    let text = text
        .trim_start_matches(['#', '*', ' '])
        .trim_start_matches("United Nations")
        .trim_start_matches("Symbol:")
        .trim_end_matches('*')
        .trim();
    if !text.contains('/') || text.len() > 80 {
        return Vec::new();
    }
    if let Some(symbol) = Symbol::parse(text) {
        return vec![symbol];
    }
    let both: Vec<Option<Symbol>> = text
        .split(['\u{2013}', '\u{2212}', '-'])
        .map(Symbol::parse)
        .collect();
    both.into_iter()
        .collect::<Option<Vec<_>>>()
        .unwrap_or_default()
}

/// The symbols in the last brackets of `text`; "Add.1" and "Corr.1" go on from the one before.
fn symbols_in(text: &str) -> Vec<Symbol> {
    let inside = text.rsplit_once('(').map_or("", |(_, inside)| inside);
    let inside = inside.split([')', ']']).next().unwrap_or("");
    let mut symbols: Vec<Symbol> = Vec::new();
    for piece in inside
        .split([',', ';'])
        .flat_map(|piece| piece.split(" and "))
    {
        let piece = piece.trim();
        let added = ["Add.", "Corr.", "Rev."]
            .iter()
            .any(|suffix| piece.starts_with(suffix));
        let symbol = match symbols.last() {
            Some(last) if added => {
                let whole = last.canonical();
                let base = if piece.starts_with("Add.") {
                    whole.split("/Add.").next().unwrap_or(whole)
                } else {
                    whole
                };
                Symbol::parse(&format!("{base}/{piece}"))
            }
            _ => Symbol::parse(piece).filter(|_| piece.contains('/')),
        };
        symbols.extend(symbol);
    }
    symbols
}

/// "The General Assembly,": the words with which a resolution begins.
pub(super) fn is_enacting(text: &str) -> bool {
    let text = text.trim_matches(['*', '_', ' ']);
    let opens = text.starts_with("The ") && text.ends_with(',') && text.len() < 100;
    // Where but one act follows, the comma is left out.
    opens
        || [
            "The General Assembly",
            "The Security Council",
            "The Human Rights Council",
        ]
        .contains(&text)
}

/// The date below "60th plenary meeting".
fn closing_date(lines: &[Line<'_>]) -> Option<Date> {
    let mut text = lines
        .iter()
        .map(|line| &*line.text)
        .filter(|text| !text.is_empty());
    text.find(|text| is_meeting(text))?;
    text.next().and_then(Date::parse_prose)
}

/// The day behind "Distr.: General", or below it, where another column may stand on its left.
fn distribution_date(top: &[Line<'_>]) -> Option<Date> {
    let mut lines = top.iter().map(|line| &*line.text);
    let beside = lines.find_map(distribution)?;
    let last_column = |line: &str| Date::parse_prose(line.rsplit("  ").next()?);
    Date::first_in(beside).or_else(|| lines.take(4).find_map(last_column))
}

/// What a line says from "Distr." on, with which it begins or which stands behind the name of the organ.
fn distribution(line: &str) -> Option<&str> {
    if line.starts_with("Distr.") {
        return Some(line);
    }
    let at = line.find(" Distr.: ")?;
    line.get(at..)
}

/// The language behind "Original:", which begins a line or ends that of the distribution.
fn original(line: &str) -> Option<&str> {
    let (before, language) = line.rsplit_once("Original:")?;
    let language = language.trim();
    let is_alone = before.is_empty() || before.ends_with("  ") || distribution(before).is_some();
    (is_alone && !language.is_empty() && language.len() < 40).then_some(language)
}

/// "60th plenary meeting", "94th (resumed) plenary meeting", "4213th meeting".
pub(super) fn is_meeting(text: &str) -> bool {
    text.len() < 60
        && text.ends_with("meeting")
        && text.starts_with(|first: char| first.is_ascii_digit())
        && !text.contains(',')
}
