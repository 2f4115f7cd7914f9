//! A text as a question sees it: with what it names, and, for those that ask about findings, with what is found in it.
//! The former does not wait for the latter.

use std::cell::Cell;
use std::ops::Deref;
use std::sync::Arc;

use resolve::Resolved;
use rules::Placed;
use tower_lsp::ls_types as lsp;
use workspace::{Analysis, Home, Location, OpenText, Workspace};

use crate::capabilities::Agreed;
use crate::draft_task::DraftTask;
use crate::positions::Positions;
use crate::session::Session;
use crate::watching;

/// Work that asks no oftener whether to stop is short: a block or two, and a look at what rests on them.
const SHORT_WORK: usize = 128;

/// How a text is looked at; `None` where it was told to stop.
pub(crate) type Look<V> =
    fn(&Arc<Session>, Arc<OpenText>, lsp::Uri, &dyn Fn() -> bool) -> Option<V>;

/// A text with what it names, as it was when the question came.
#[derive(Clone)]
pub(crate) struct View {
    pub(crate) uri: lsp::Uri,
    pub(crate) text: Arc<OpenText>,
    /// Where somebody is typing, as a byte offset; `None` once typing rests.
    pub(crate) caret: Option<usize>,
    pub(crate) resolved: Resolved,
    pub(crate) workspace: Arc<Workspace>,
    /// Whether it is one of the sources: other people's words, in which nothing is found.
    pub(crate) is_source: bool,
    pub(crate) agreed: Agreed,
}

impl View {
    /// Translates between positions and byte offsets in this text.
    pub(crate) fn positions(&self) -> Positions<'_> {
        Positions::new(self.text.rope(), self.agreed.encoding)
    }
}

/// A view with what is found in the text.
#[derive(Clone)]
pub(crate) struct CheckedView {
    pub(crate) view: View,
    pub(crate) analysis: Arc<Analysis>,
}

impl Deref for CheckedView {
    type Target = View;

    fn deref(&self) -> &View {
        &self.view
    }
}

impl Session {
    /// The head of a long text with those of its findings that hold whatever follows; `None` where there are none,
    /// or `stop` said so. Takes time: for the pool.
    pub(crate) fn head_findings(
        &self,
        text: Arc<OpenText>,
        uri: lsp::Uri,
        stop: &dyn Fn() -> bool,
    ) -> Option<(View, Vec<Placed>)> {
        let head = text.head_findings(&self.workspaces, || self.today(), stop)?;
        let is_source = self.is_source(&head.workspace, &text.location);
        if is_source {
            return None;
        }
        let view = View {
            is_source,
            uri,
            caret: text.caret,
            text,
            resolved: head.analysis.resolved.clone(),
            workspace: head.workspace,
            agreed: self.agreed(),
        };
        Some((view, head.found))
    }

    /// A text with its references; `None` where `stop` said so before they were known. Takes time: for the pool.
    pub(crate) fn view(
        self: &Arc<Self>,
        text: Arc<OpenText>,
        uri: lsp::Uri,
        stop: &dyn Fn() -> bool,
    ) -> Option<View> {
        let resolved = text.resolved(&self.workspaces, || self.today(), stop)?;
        Some(self.view_of(resolved, text, uri))
    }

    /// The same where it takes no time: a change or two since the last look, in a draft whose sources are in memory.
    /// For the thread that carries the messages.
    pub(crate) fn view_at_once(
        self: &Arc<Self>,
        text: &Arc<OpenText>,
        uri: &lsp::Uri,
    ) -> Option<View> {
        let steps = Cell::new(0);
        let is_long = || steps.replace(steps.get() + 1) > SHORT_WORK;
        self.view_within(text, uri, &is_long)
    }

    /// The same with its findings.
    pub(crate) fn checked_at_once(
        self: &Arc<Self>,
        text: &Arc<OpenText>,
        uri: &lsp::Uri,
    ) -> Option<CheckedView> {
        let steps = Cell::new(0);
        let is_long = || steps.replace(steps.get() + 1) > SHORT_WORK;
        let view = self.view_within(text, uri, &is_long)?;
        let analysis = text.analysis_at_once(&self.workspaces, || self.today(), &is_long)?;
        Some(CheckedView { view, analysis })
    }

    fn view_within(
        self: &Arc<Self>,
        text: &Arc<OpenText>,
        uri: &lsp::Uri,
        is_long: &dyn Fn() -> bool,
    ) -> Option<View> {
        let workspace = text.workspace_at_once()?;
        if !workspace.has_sources_in_memory() {
            return None;
        }
        let resolved = text.resolved_at_once(&self.workspaces, || self.today(), is_long)?;
        Some(self.view_of(resolved, Arc::clone(text), uri.clone()))
    }

    fn view_of(self: &Arc<Self>, resolved: Resolved, text: Arc<OpenText>, uri: lsp::Uri) -> View {
        let workspace = text.workspace(&self.workspaces);
        self.complain(&workspace);
        let has_rested = |task: &DraftTask| task.has_rested_at(text.version);
        let caret = text.caret.filter(|_| {
            !self
                .draft_tasks
                .get(&text.location)
                .is_some_and(|it| has_rested(&it))
        });
        View {
            uri,
            caret,
            is_source: self.is_source(&workspace, &text.location),
            text,
            resolved,
            workspace,
            agreed: self.agreed(),
        }
    }

    /// Whether a text lies in the sources folder of its workspace, or in one that drafts elsewhere in the client's folders
    /// may have. Whoever has opened that folder, or one in it, as the place to work in has drafts there.
    fn is_source(&self, workspace: &Workspace, location: &Location) -> bool {
        let Some(path) = location.path() else {
            return false;
        };
        match workspace.home() {
            Home {
                sources: Some(sources),
                ..
            } => path.starts_with(sources) && !self.works_in(sources),
            Home {
                settings: Some(_), ..
            } => false,
            Home { .. } => watching::is_below_sources(self, path),
        }
    }

    /// The same with its findings.
    pub(crate) fn checked(
        self: &Arc<Self>,
        text: Arc<OpenText>,
        uri: lsp::Uri,
        stop: &dyn Fn() -> bool,
    ) -> Option<CheckedView> {
        let analysis = text.analysis(&self.workspaces, || self.today(), stop)?;
        let view = self.view(text, uri, stop)?;
        Some(CheckedView { view, analysis })
    }

    /// The same with every rule asked; `None` where `stop` said so. Takes time: for the pool.
    pub(crate) fn settled(
        self: &Arc<Self>,
        checked: CheckedView,
        stop: &dyn Fn() -> bool,
    ) -> Option<CheckedView> {
        let text = &checked.text;
        let analysis = text.settled(&self.workspaces, || self.today(), stop)?;
        // The rules that read sources may have met damage.
        self.complain(&checked.workspace);
        let view = View {
            resolved: analysis.resolved.clone(),
            ..checked.view
        };
        Some(CheckedView { view, analysis })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hover;

    #[tokio::test]
    async fn what_takes_no_time_is_seen_at_once_and_nothing_else() {
        let session = Session::unheard();
        let uri: lsp::Uri = "untitled:a".parse().unwrap();
        let at_once = |text: &OpenText| session.view_at_once(&Arc::new(text.clone()), &uri);
        let words = "<!-- penholder: ignore C002 -->\n\nWords.\n\n1. See paragraph 1 above.\n";
        let opened = Arc::new(OpenText::new("untitled:a", "markdown", 1, words));
        assert!(at_once(&opened).is_none());
        let seen = session.checked(Arc::clone(&opened), uri.clone(), &|| false);
        assert!(seen.is_some());

        let typed = at_once(&opened.edited(33..33, "x")).unwrap();
        let checked = |words: &str| {
            let text = Arc::new(opened.edited(33..33, words));
            session.checked_at_once(&text, &uri)
        };
        let findings = checked("A/HCR/53/26. ").map(|seen| seen.analysis.in_place().len());
        assert!(findings > Some(0), "{findings:?}");
        assert!(checked(&"A.\n\n".repeat(4 * SHORT_WORK)).is_none());
        let is_short = |line, character| hover::is_short(&typed, lsp::Position { line, character });
        assert!(!is_short(0, 8), "a comment that accepts findings");
        assert!(is_short(2, 2), "a word");
        assert!(!is_short(4, 10), "a reference to another place");

        let paragraph = format!("{}A/RES/67/172.\n\n", "Words. ".repeat(1000));
        assert!(at_once(&opened.edited(33..33, &paragraph.repeat(10))).is_none());
        let blocks = "A.\n\n".repeat(4 * SHORT_WORK);
        assert!(at_once(&opened.edited(33..33, &blocks)).is_none());
    }
}
