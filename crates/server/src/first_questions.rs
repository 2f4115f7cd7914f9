//! Gets ready what the first question would wait for: the tables that every draft needs, and those that are made when
//! somebody types a symbol, a number or a name.

use citation::Date;
use workspace::{OpenText, Workspaces};

/// What is being typed, one of each kind that is completed.
const TYPED: [&str; 3] = [
    "Recalling A/RES/67/17",
    "Recalling resolution 67/17",
    "Recalling the Convention on the R",
];

/// Makes what the first questions need. Takes some milliseconds, once in a process.
pub(crate) fn prepare_for_first_questions() {
    workspace::prepare_for_first_draft();
    let workspaces = Workspaces::default();
    let Some(today) = Date::new(2020, 1, 1) else {
        return;
    };
    for words in TYPED {
        let text = OpenText::new("untitled:ready", "plaintext", 1, words);
        let Some(analysis) = text.analysis(&workspaces, || today, &|| false) else {
            return;
        };
        let workspace = text.workspace(&workspaces);
        let sources = workspace.sources();
        assist::completion(&analysis.resolved, sources, words.len(), None);
    }
}
