//! The head of a document: symbol, title, organ, day of adoption, session, agenda item.
//!
//! Two dates stand there; the one below "Distr.: General" is the day of distribution and is the
//! document's date only where nothing was adopted.

use citation::{Date, Symbol};
use layout::distribution;

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
        let texts: Vec<&str> = top.iter().map(|line| &*line.text).collect();
        if let Some(report) = layout::title_of_report(&texts, self.ends) {
            self.title = Some(texts[report.title].join(" "));
            self.ends = report.author + 1;
        }
    }

    /// The title that begins with the words `first` of the line `at`, or where there are none in the next line that has
    /// any.
    fn take_title(&mut self, top: &[Line<'_>], at: usize, first: &str) {
        let is_blank = |line: &&Line<'_>| line.text.is_empty();
        let below = &top[at + 1..];
        let (first, start) = if first.is_empty() {
            let blank = below.iter().take_while(is_blank).count();
            let line = below.get(blank).map_or("", |line| &*line.text);
            if layout::is_enacting(line) {
                return;
            }
            (line, at + 1 + blank)
        } else {
            (first, at)
        };
        let below = top.get(start + 1..).unwrap_or_default();
        let more = layout::title_lines(below.iter().map(|line| &*line.text));
        let below = below[..more].iter().map(|line| &*line.text);
        let title = std::iter::once(first).chain(below);
        let title: Vec<&str> = title.flat_map(str::split_whitespace).collect();
        let title = title.join(" ");
        self.title = Some(title.trim_end_matches('*').to_owned()).filter(|title| !title.is_empty());
        self.ends = (start + 1 + more).min(top.len());
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
        let lines: Vec<&str> = before.iter().map(|line| &*line.text).collect();
        let adoption = layout::adoption(&lines.join(" "));
        if let Some(adoption) = adoption.filter(|adoption| adoption.day.is_some()) {
            self.date = adoption.day;
            self.organ = Some(adoption.organ);
        }
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

/// The date below "60th plenary meeting".
fn closing_date(lines: &[Line<'_>]) -> Option<Date> {
    let mut text = lines
        .iter()
        .map(|line| &*line.text)
        .filter(|text| !text.is_empty());
    text.find(|text| is_meeting(text))?;
    text.next().and_then(Date::parse_prose)
}

/// The day behind "Distr.: General", or below it.
fn distribution_date(top: &[Line<'_>]) -> Option<Date> {
    let mut lines = top.iter().map(|line| &*line.text);
    let stated = lines.find_map(distribution)?;
    layout::distributed(stated, lines)
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
