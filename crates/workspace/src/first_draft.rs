//! Gets ready what every draft needs: tables of facts and names, and the automata made of them.
//!
//! They are made at first use. A server has time for that while its client says hello; whoever opens a draft
//! then does not wait.

use citation::Date;

use crate::{OpenText, Workspaces};

/// Makes what every draft needs. Takes some milliseconds, once in a process.
pub fn prepare_for_first_draft() {
    let text = OpenText::new("untitled:ready", "markdown", 1, rules::SAMPLE);
    if let Some(today) = Date::new(2020, 1, 1) {
        let _ = text.settled(&Workspaces::default(), || today, &|| false);
    }
}
