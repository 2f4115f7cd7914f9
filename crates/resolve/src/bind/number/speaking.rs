//! Whose words stand around a number: the nearest lines that say so, else the draft.

use citation::{Act, Body, Naming, Referent};

use super::forms::{candidates, is_common_to_organs};
use super::{Number, Numbers, numbered_by};
use crate::bind::voices::{Line, Voices};
use crate::bodies::may_mean;
use crate::questions::{Said, Topic};

impl Numbers<'_> {
    /// What the lines before the byte `at` of the block say of whose words stand there.
    fn voices_at(&self, at: usize) -> Voices {
        let mut voices = self.rest.voices();
        for (_, line) in self.lines.iter().take_while(|(end, _)| *end <= at) {
            voices.hear(line);
        }
        voices
    }

    /// The body that speaks of the number `written` at the byte `at` as its own.
    fn owner_at(&self, written: &str, at: usize) -> Option<Body> {
        self.voices_at(at)
            .own(written)
            .or(self.speaker.body.as_ref())
            .cloned()
    }

    /// The body whose words stand at the byte `at` of the block.
    pub(in crate::bind) fn speaks_at(&self, at: usize) -> Option<Body> {
        self.owner_at("", at)
    }

    /// The body that speaks of `number` as its own.
    pub(super) fn owner(&self, number: &Number<'_>) -> Option<Body> {
        self.owner_at(number.token(), number.citation.token.start)
    }

    /// The body whose words stand around `number`, of which the text says with `naming` whose it is.
    pub(super) fn speaks_of(&self, number: &Number<'_>, naming: &Naming) -> Option<Body> {
        // The principal organs number their decisions higher than boards and commissions do.
        let is_boards = number.act == Act::Decision
            && !candidates(number, std::iter::empty())
                .iter()
                .any(|symbol| is_common_to_organs(symbol, number.act));
        if is_boards || matches!(naming, Naming::Its { .. }) {
            return self.owner(number);
        }
        self.voices_at(number.citation.token.start)
            .adopter(number.token())
            .cloned()
            .or_else(|| self.enacts_below(number))
            .or_else(|| self.speaker.body.clone())
    }

    /// The body that enacts the text whose number stands above its title in the same block: "Resolution 67/1", a line with
    /// the title, "The Economic and Social Commission for Western Asia,".
    fn enacts_below(&self, number: &Number<'_>) -> Option<Body> {
        /// No title has more lines.
        const LINES: usize = 5;
        let token = &number.citation.token;
        let line = number.text[..token.start].rsplit('\n').next()?;
        if !matches!(line.trim(), "Resolution" | "Decision" | "") {
            return None;
        }
        let (end, below) = self.lines.iter().find(|(end, _)| *end > token.end)?;
        let Line::Enacts(body) = below else {
            return None;
        };
        let between = number.text.get(token.end..*end)?;
        (between.lines().count() <= LINES).then(|| body.clone())
    }

    /// The number `written` at the byte `at` as that of the body whose words follow, where it has no symbols and writes
    /// its numbers so.
    pub(in crate::bind) fn of_voice(&self, written: &str, at: usize) -> Option<Referent> {
        let body = self.owner_at(written, at)?;
        let writes = !body.has_symbols() && body.is_known_to_write(written);
        writes.then(|| numbered_by(&body, written))
    }

    /// The organ of whose `session` the draft is, by the lines before the byte `at` of the block.
    pub(in crate::bind) fn meets(&self, session: u16, at: usize) -> Option<Body> {
        self.voices_at(at).meets(session).cloned()
    }

    /// The body whose words stand around `number`, where `noun` may mean it: "the Commission" in what a commission says.
    pub(super) fn speaks_as(&self, noun: &Body, number: &Number<'_>) -> Option<Body> {
        let speaks = self.owner(number)?;
        may_mean(noun, &speaks).then_some(speaks)
    }

    /// Tells the blocks behind this one whose words they are.
    pub(in crate::bind) fn tell_voices(&self) {
        if self.lines.is_empty() {
            return;
        }
        let here = self.voices_at(usize::MAX);
        if here != self.rest.voices() {
            self.rest.tell(Topic::Voices, Said::Voices(here));
        }
    }
}
