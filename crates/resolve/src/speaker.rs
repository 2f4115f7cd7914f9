//! Who speaks in a draft, and when: its own symbol, its body, its date.

use citation::{Body, Date, Referent, Symbol, Term, facts};
use draft::Draft;

use crate::bind::with_year;
use crate::{enacting, own_instrument};

/// What a draft says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The draft's own symbol.
    pub(crate) symbol: Option<Symbol>,
    /// The body that "its" means.
    pub(crate) body: Option<Body>,
    /// The organ to which the draft is submitted, if that is one of human rights, whose numbers stand there without its
    /// name more often than those of the Assembly or the Economic and Social Council.
    pub(crate) addressee: Option<Body>,
    /// The treaty body whose document the draft is, or which its first lines head it with, say to have adopted it or that
    /// it is submitted to; what is submitted cites the comments of other committees as well.
    pub(crate) committee: Option<Body>,
    /// Whether the draft is the committee's own, whose comments go without its name, and none that is submitted to it.
    pub(crate) is_committees: bool,
    /// The instrument that its title names.
    pub(crate) instrument: Option<Referent>,
    /// The date that what is in force is judged by.
    pub(crate) as_of: Date,
    /// The date by which what is cited must have been adopted. A dateline alone makes nothing impossible: it may
    /// be the day of an event that the draft looks back on.
    pub(crate) adopted_by: Date,
}

impl Speaker {
    /// Nobody in particular.
    pub(crate) const fn unknown(as_of: Date) -> Self {
        Self {
            symbol: None,
            body: None,
            addressee: None,
            committee: None,
            is_committees: false,
            instrument: None,
            as_of,
            adopted_by: as_of,
        }
    }

    /// Reads front matter and masthead.
    pub(crate) fn of(draft: &Draft, today: Date) -> Self {
        let front = draft.front_matter();
        let masthead = draft.masthead();
        let named = front.symbol().or_else(|| masthead.symbol.clone());
        // With its year, as the same symbol has it in the text.
        let symbol = named.map(|(symbol, _)| with_year(symbol));
        let organ = front.organ().or(masthead.adopted_by.as_deref());
        let enacting = || Some(enacting::line(draft)?.body);
        let body = symbol
            .as_ref()
            .and_then(|symbol| Some(symbol.adopted()?.body.clone()))
            .or_else(|| organ.and_then(Body::named))
            .or_else(|| {
                let is_annexed = |body: &Body| !body.has_symbols();
                let is_report = symbol.as_ref().is_some_and(is_report_to_organ);
                enacting().filter(|body| !(is_report && is_annexed(body)))
            })
            .or_else(|| body_of(symbol.as_ref()?));
        let as_of = draft.date().unwrap_or(today);
        let in_head = || {
            let is_enacted = enacting().is_some();
            (!is_enacted).then(|| committee_in_head(draft)).flatten()
        };
        let of_committee = match &symbol {
            Some(symbol) => Body::of_treaty(symbol).map(|body| (body, true)),
            None => in_head(),
        };
        let is_committees = of_committee.as_ref().is_some_and(|(_, own)| *own);
        let committee = of_committee.map(|(body, _)| body);
        Self {
            addressee: symbol.as_ref().and_then(addressee),
            committee,
            is_committees,
            instrument: own_instrument::of_title(draft),
            symbol,
            body,
            as_of,
            adopted_by: draft.declared_date().unwrap_or(today),
        }
    }

    /// The day by which what the draft cites was adopted, as far as the draft says: its own symbol has its session or its
    /// year, and was given out within two years of them.
    pub(crate) fn cites_until(&self) -> Date {
        let year = self.symbol.as_ref().and_then(year_of);
        let last = year.and_then(|year| Date::new(year + LATE, 12, 31));
        last.map_or(self.adopted_by, |last| last.min(self.adopted_by))
    }

    /// The organ whose texts of this `session` the draft may print: its own symbol is one of the session, A/58/49 or
    /// A/HRC/50/2.
    pub(crate) fn prints(&self, session: u16) -> Option<Body> {
        let symbol = self.symbol.as_ref()?;
        let keys = [Body::HUMAN_RIGHTS_COUNCIL, Body::GENERAL_ASSEMBLY];
        keys.into_iter().map(Body::new).find(|body| {
            let rest = symbol.canonical().strip_prefix(body.key());
            let mut components = rest.unwrap_or_default().split('/').skip(1);
            components.next().and_then(|first| first.parse().ok()) == Some(session)
        })
    }

    /// Whether the body that speaks may have a convention of its own, which it need not name: all but the
    /// Assembly, the Councils and what reports to them.
    pub(crate) fn has_own_instrument(&self) -> bool {
        self.symbol.as_ref().is_some_and(|symbol| {
            let symbol = symbol.canonical();
            let of_many = ["A/", "S/", "E/"]
                .iter()
                .any(|organ| symbol.starts_with(organ));
            !of_many || symbol.starts_with("E/C.12/")
        })
    }
}

/// The organ of human rights to which the document `symbol` is submitted.
fn addressee(symbol: &Symbol) -> Option<Body> {
    let organs = [Body::HUMAN_RIGHTS_COUNCIL, Body::COMMISSION_ON_HUMAN_RIGHTS];
    let of_organ = |key: &&str| {
        let rest = symbol.canonical().strip_prefix(*key);
        rest.is_some_and(|rest| rest.starts_with('/'))
    };
    organs.into_iter().find(of_organ).map(Body::new)
}

/// The treaty body that the first lines of a draft without a symbol name alone in a line, as the one that has adopted it or
/// to which it is submitted, where they name no other: "Submission to the Committee against Torture". With it whether the
/// draft is its own.
fn committee_in_head(draft: &Draft) -> Option<(Body, bool)> {
    /// So far into a draft its title reaches, in bytes.
    const HEAD: usize = 800;
    /// A longer block is running text.
    const LONGEST: usize = 300;
    let blocks = draft.blocks().iter();
    let head = blocks
        .take_while(|block| block.span.start < HEAD)
        .filter(|block| block.span.len() <= LONGEST);
    let (mut submitted, mut adopted) = (false, false);
    let mut named: Vec<Body> = Vec::new();
    for block in head {
        let text = draft.text_of(&block);
        for (at, body) in citation::bodies_named(&text) {
            if body.has_comments() {
                submitted |= is_submitted(&text[..at]);
                adopted |= is_adopter(&text, at, &body);
                named.push(body);
            }
        }
    }
    let (first, others) = named.split_first()?;
    let is_told = submitted || adopted;
    let is_only = others.iter().all(|other| other == first);
    (is_told && is_only).then(|| (first.clone(), adopted && !submitted))
}

/// Whether the name of `body` at the byte `at` stands alone in its line, or as the one that has adopted what follows.
fn is_adopter(text: &str, at: usize, body: &Body) -> bool {
    const MARKS: [char; 5] = ['#', '*', '_', ' ', '\t'];
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or(before);
    let line = line.trim_matches(MARKS).to_lowercase();
    let words = line.strip_suffix("the").map_or(&*line, str::trim_end);
    let name = text[at..].lines().next().unwrap_or_default();
    let is_alone = name
        .trim_matches(MARKS)
        .eq_ignore_ascii_case(&body.to_string());
    words.is_empty() && is_alone || words.ends_with("adopted by")
}

/// Whether the words `before` the name of a body say that something is submitted to it: "Information for the attention
/// of the", "Submission to the".
fn is_submitted(before: &str) -> bool {
    const SUBMITTED: [&str; 5] = [
        "submission",
        "submitted",
        "report",
        "comments",
        "information",
    ];
    let before = before.to_lowercase();
    let words = citation::single_spaced(&before);
    let words = words.strip_suffix(" the").unwrap_or(&words);
    let submitted = [" attention of", " to"]
        .iter()
        .find_map(|joint| words.strip_suffix(joint));
    submitted.is_some_and(|words| words.split(' ').any(|word| SUBMITTED.contains(&word)))
}

/// So many years after its session or year began a document may still be given out.
const LATE: u16 = 2;

/// The year that `symbol` states, or in which the session of the General Assembly began that it states.
fn year_of(symbol: &Symbol) -> Option<u16> {
    if let Some(year) = symbol.year() {
        return Some(year);
    }
    let Some(Term::Session(session)) = symbol.term() else {
        return None;
    };
    let mut components = symbol.canonical().split('/');
    let of_assembly = components.next() == Some("A")
        && components
            .find(|component| !component.starts_with("C.") && !matches!(*component, "RES" | "DEC"))
            == Some(session.to_string().as_str());
    of_assembly.then(|| facts::session_opens(session))
}

/// Whether `symbol` is a document of a principal organ, and no draft: a text that a commission enacts there is annexed.
fn is_report_to_organ(symbol: &Symbol) -> bool {
    let organs = [
        Body::GENERAL_ASSEMBLY,
        Body::SECURITY_COUNCIL,
        Body::ECONOMIC_AND_SOCIAL_COUNCIL,
    ];
    organs.contains(&symbol.prefix()) && !symbol.canonical().contains("/L.")
}

/// The body that speaks in the draft `symbol`: the organ whose committee drafts it, the conference that is to adopt it,
/// the commission whose report it is.
fn body_of(symbol: &Symbol) -> Option<Body> {
    let canonical = symbol.canonical();
    if let Some(body) = Body::of_text(canonical) {
        return Some(body);
    }
    let is_draft = canonical.contains("/L.");
    if !is_draft {
        return Body::of_report(symbol);
    }
    let key = if canonical.starts_with("A/HRC/") {
        Body::HUMAN_RIGHTS_COUNCIL
    } else {
        symbol.prefix()
    };
    [
        Body::GENERAL_ASSEMBLY,
        Body::SECURITY_COUNCIL,
        Body::ECONOMIC_AND_SOCIAL_COUNCIL,
        Body::HUMAN_RIGHTS_COUNCIL,
    ]
    .contains(&key)
    .then(|| Body::new(key))
}
