//! Work on a long text ends when a newer one has come: not a fixed time later, but a fixed number of blocks.

#![allow(clippy::unwrap_used, reason = "all of it is a test")]

use std::cell::Cell;

use citation::Date;
use workspace::{Analysis, OpenText, Workspaces};

/// Blocks that may be read after a newer text has come: one for each loop that is left.
const FEW: usize = 16;

/// A paragraph that every step has something to do with.
const PARAGRAPH: &str = "Recalling its resolution 67/172 of 20 December 2012, the Council and the Commission’s \
     resolution 51/12, NGOs noted “that everything is to be said again” in A/HRC/53/26.\n\n";

fn today() -> Date {
    Date::new(2026, 11, 24).unwrap()
}

fn text(bytes: usize) -> OpenText {
    let head = "# Title\n\nThe Human Rights Council and the Commission on Narcotic Drugs met.\n\n";
    let text = format!("{head}{}", PARAGRAPH.repeat(bytes / PARAGRAPH.len()));
    OpenText::new("untitled:a", "markdown", 1, &text)
}

/// A newer text that comes after so many questions whether one has.
struct Newer {
    after: usize,
    asked: Cell<usize>,
}

impl Newer {
    fn after(after: usize) -> Self {
        Self {
            after,
            asked: Cell::new(0),
        }
    }

    fn never() -> Self {
        Self::after(usize::MAX)
    }

    fn has_come(&self) -> bool {
        self.asked.set(self.asked.get() + 1);
        self.asked.get() > self.after
    }

    /// How often was asked after it had come.
    fn asked_in_vain(&self) -> usize {
        self.asked.get().saturating_sub(self.after)
    }
}

fn settled(text: &OpenText, newer: &Newer) -> Option<std::sync::Arc<Analysis>> {
    let workspaces = Workspaces::default();
    text.settled(&workspaces, today, &|| newer.has_come())
}

/// Interrupts at places all over `steps`, and looks at what is done after each.
fn interrupt_all_over(steps: usize, work: impl Fn(&Newer) -> bool) {
    for part in 0..12 {
        let newer = Newer::after(part * steps / 12);
        assert!(
            !work(&newer),
            "went on to the end after {} steps",
            newer.after
        );
        let vain = newer.asked_in_vain();
        assert!(
            (1..=FEW).contains(&vain),
            "{vain} steps in vain after {}",
            newer.after
        );
    }
}

#[test]
fn a_text_of_ten_megabytes_is_left_when_a_newer_one_comes() {
    let text = text(10_000_000);
    // The structure alone asks once for each block; nothing is read to the end here, which would take long.
    for after in [0, 1, 2_000, 20_000] {
        let newer = Newer::after(after);
        assert!(settled(&text, &newer).is_none());
        assert!(
            newer.asked_in_vain() <= FEW,
            "{} in vain",
            newer.asked_in_vain()
        );
    }
}

#[test]
fn every_step_of_the_first_look_can_be_interrupted() {
    let fresh = || text(400_000);
    let never = Newer::never();
    let whole = settled(&fresh(), &never).unwrap();
    let blocks = whole.resolved.draft.blocks().len();
    // Structure, references and rules that take their time ask at each block; what the cores share asks once for a
    // run of blocks, and how often depends on who was faster.
    let steps = never.asked.get();
    assert!(
        steps > 3 * blocks,
        "asked {steps} times for {blocks} blocks"
    );
    interrupt_all_over(steps, |newer| settled(&fresh(), newer).is_some());
}

#[test]
fn an_edit_that_every_block_depends_on_can_be_interrupted() {
    let before = text(400_000);
    settled(&before, &Newer::never()).unwrap();
    // Another commission leaves open which one is meant by the noun, everywhere.
    let edited = || before.edited(9..9, "The Commission on the Status of Women met too.\n\n");
    let never = Newer::never();
    let after = settled(&edited(), &never).unwrap();
    let blocks = after.resolved.draft.blocks().len();
    let steps = never.asked.get();
    assert!(steps > blocks, "asked {steps} times for {blocks} blocks");
    interrupt_all_over(steps, |newer| settled(&edited(), newer).is_some());
}

#[test]
fn what_was_interrupted_is_taken_up_again() {
    let text = text(200_000);
    assert!(settled(&text, &Newer::after(500)).is_none());
    let resumed = settled(&text, &Newer::never()).unwrap();
    let fresh = settled(&self::text(200_000), &Newer::never()).unwrap();
    assert_eq!(*resumed.findings, *fresh.findings);
    // An edit goes on from the state that is known, over one that was never read.
    let next = text.edited(0..0, "One. ");
    assert!(settled(&next, &Newer::after(1)).is_none());
    let last = next.edited(0..5, "");
    let last = settled(&last, &Newer::never()).unwrap();
    assert_eq!(*last.findings, *fresh.findings);
}
