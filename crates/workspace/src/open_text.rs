//! A text as an editor has it open.
//!
//! An [`OpenText`] never changes; a change makes a new one that shares the rope. Making it costs the
//! edit and no more, because the structure is only worked out when somebody asks: then the changes since
//! the last worked-out state are applied to it as one.

mod at_once;

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use citation::Date;
use draft::{Dialect, Draft};
use resolve::Resolved;
use ropey::Rope;

use crate::analysis::Bound;
use crate::recent_edits::{ChangesSince, EditedStretch, RecentEdits};
use crate::{Analysis, Location, Workspace, Workspaces};

/// A text as an editor has it open, at one version. Never changes.
#[derive(Clone)]
pub struct OpenText {
    /// Where it lives.
    pub location: Location,
    /// The address as the client spells it, for answers.
    pub uri: Arc<str>,
    /// The version the client gave it.
    pub version: i32,
    /// Where the last change ended, as a byte offset: where the writer's cursor is. `None` for a text that
    /// was just opened, saved or replaced as a whole.
    pub caret: Option<usize>,
    rope: Rope,
    recent_edits: RecentEdits,
    dialect: Dialect,
    before: Option<Before>,
    read: OnceLock<Read>,
    /// The last analysis of an earlier state, from which the next one goes on; let go of when that has been carried
    /// to its end, so that nobody who types waits until its memory is free.
    ancestor: Arc<Mutex<Option<Arc<Analysis>>>>,
    /// What an earlier state names, where none has been analysed yet: in a long draft somebody types before the rules
    /// have been asked for the first time.
    bound_before: Option<Resolved>,
    /// How many bytes were inserted since the state from which the next reading goes on.
    inserted: usize,
    bound: OnceLock<Bound>,
    /// Held by whoever is working the structure out, so that nobody does it twice.
    turn: Arc<Mutex<()>>,
    /// Held by whoever is asking the rules. Who only wants to know what is bound does not wait for it.
    rules_turn: Arc<Mutex<()>>,
    analysis: OnceLock<Arc<Analysis>>,
    settled: OnceLock<Arc<Analysis>>,
}

/// An earlier state whose structure is known, and what has changed since.
#[derive(Clone)]
struct Before {
    read: Read,
    changed: Option<EditedStretch>,
}

/// A text's structure, and the workspace that it was read for.
#[derive(Clone)]
struct Read {
    workspace: Arc<Workspace>,
    draft: Draft,
}

impl OpenText {
    /// A text that was just opened. `language` is the client's name for its format, which counts only
    /// where the text is no file.
    pub fn new(uri: &str, language: &str, version: i32, text: &str) -> Self {
        let location = Location::of_uri(uri);
        let dialect = match location.path() {
            Some(path) => Dialect::of_path(&path.to_string_lossy()),
            None if language == "markdown" => Dialect::Markdown,
            None => Dialect::Plain,
        };
        Self {
            location,
            uri: uri.into(),
            version,
            caret: None,
            rope: Rope::from_str(text),
            recent_edits: RecentEdits::default(),
            dialect,
            before: None,
            read: OnceLock::new(),
            ancestor: Arc::default(),
            bound_before: None,
            inserted: 0,
            bound: OnceLock::new(),
            turn: Arc::default(),
            rules_turn: Arc::default(),
            analysis: OnceLock::new(),
            settled: OnceLock::new(),
        }
    }

    /// The text.
    pub fn rope(&self) -> &Rope {
        &self.rope
    }

    /// How many changes it has been through since it was opened.
    pub fn changes(&self) -> usize {
        self.recent_edits.length()
    }

    /// Where it differs from its own state after so many changes.
    pub fn since(&self, changes: usize) -> ChangesSince {
        self.recent_edits.since(changes)
    }

    pub(crate) fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The text after the bytes `range` are replaced by `words`, still under the same version. A range
    /// outside the text or inside a character is moved to the nearest valid place before it.
    #[must_use]
    pub fn edited(&self, range: Range<usize>, words: &str) -> Self {
        let start = self
            .rope
            .byte_to_char(range.start.min(self.rope.len_bytes()));
        let end = self
            .rope
            .byte_to_char(range.end.min(self.rope.len_bytes()))
            .max(start);
        let bytes = self.rope.char_to_byte(start)..self.rope.char_to_byte(end);
        let mut rope = self.rope.clone();
        rope.remove(start..end);
        rope.insert(start, words);
        let ancestor = self.last_analysis();
        Self {
            caret: Some(bytes.start + words.len()),
            rope,
            recent_edits: self
                .recent_edits
                .followed_by(EditedStretch::of(bytes.clone(), words.len())),
            before: self
                .known_before()
                .map(|before| before.widened(bytes, words.len())),
            bound_before: match &ancestor {
                Some(_) => None,
                None => self.known_bound(),
            },
            inserted: words.len() + self.inserted_before(ancestor.as_deref()),
            ancestor: Arc::new(Mutex::new(ancestor)),
            ..self.unread()
        }
    }

    /// The text replaced as a whole.
    #[must_use]
    pub fn replaced(&self, text: &str) -> Self {
        Self {
            caret: None,
            ..self.edited(0..self.rope.len_bytes(), text)
        }
    }

    /// Whether `other` is the same state of the text, whatever is known of either.
    pub fn is_same_state(&self, other: &Self) -> bool {
        self.version == other.version && self.rope.is_instance(&other.rope)
    }

    /// The same text under another version.
    #[must_use]
    pub fn at_version(self, version: i32) -> Self {
        Self { version, ..self }
    }

    /// The same text when it has been saved: nobody is typing in it, and what lies beside it may be another.
    #[must_use]
    pub fn saved(&self) -> Self {
        Self {
            caret: None,
            ..self.edited(0..0, "")
        }
    }

    /// The same text with nothing known of its structure, because something beside it has changed.
    #[must_use]
    pub fn unread(&self) -> Self {
        Self {
            before: None,
            read: OnceLock::new(),
            ancestor: Arc::default(),
            bound_before: None,
            inserted: 0,
            bound: OnceLock::new(),
            turn: Arc::default(),
            rules_turn: Arc::default(),
            analysis: OnceLock::new(),
            settled: OnceLock::new(),
            ..self.clone()
        }
    }

    /// The text's structure and references; worked out by whoever asks first, while others wait. `None` where `stop`
    /// said so, which is asked before each block and again and again; then the next one who asks works them out.
    /// `today` is only asked then.
    pub fn resolved(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Resolved> {
        if let Some(settled) = self.settled.get() {
            return Some(settled.resolved.clone());
        }
        let bound = self.bound(workspaces, today, stop)?;
        Some(bound.resolved.clone())
    }

    fn bound(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<&Bound> {
        if let Some(known) = self.bound.get() {
            return Some(known);
        }
        let _turn = lock(&self.turn);
        self.bind(workspaces, today, stop)
    }

    /// Works out what the text names, for whoever has the turn, unless whoever had it before has done so.
    fn bind(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<&Bound> {
        if let Some(known) = self.bound.get() {
            return Some(known);
        }
        let Read { workspace, draft } = self.read(workspaces, stop)?;
        let bound = match (self.ancestor(), &self.bound_before) {
            (None, Some(before)) => workspace.bind_anew(before, draft, today(), stop)?,
            (before, _) => workspace.bind(before.as_deref(), draft, today(), stop)?,
        };
        Some(self.bound.get_or_init(|| bound))
    }

    /// What the next state still has to read of what was inserted before its own change, if it goes on from `ancestor`.
    fn inserted_before(&self, ancestor: Option<&Analysis>) -> usize {
        let is_ancestor = self.known_analysis().is_some();
        if is_ancestor || ancestor.is_none() && self.bound.get().is_some() {
            return 0;
        }
        self.inserted
    }

    fn known_bound(&self) -> Option<Resolved> {
        let known = self.bound.get().map(|bound| &bound.resolved);
        known.or(self.bound_before.as_ref()).cloned()
    }

    /// The same with the findings.
    pub fn analysis(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Arc<Analysis>> {
        if let Some(known) = self.known_analysis() {
            return Some(Arc::clone(known));
        }
        let _turn = lock(&self.rules_turn);
        if let Some(known) = self.known_analysis() {
            return Some(Arc::clone(known));
        }
        let bound = self.bound(workspaces, today, stop)?;
        self.check(workspaces, bound, stop)
    }

    /// Asks the rules, for whoever has their turn.
    fn check(
        &self,
        workspaces: &Workspaces,
        bound: &Bound,
        stop: &dyn Fn() -> bool,
    ) -> Option<Arc<Analysis>> {
        let before = self.ancestor();
        let workspace = self.workspace(workspaces);
        let analysis = workspace.check(before.as_deref(), bound, &self.location, stop)?;
        Some(Arc::clone(self.analysis.get_or_init(|| Arc::new(analysis))))
    }

    /// The same with every rule asked.
    pub fn settled(
        &self,
        workspaces: &Workspaces,
        today: impl Fn() -> Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Arc<Analysis>> {
        let analysis = self.analysis(workspaces, today, stop)?;
        if analysis.is_settled() {
            return Some(analysis);
        }
        let settled = self
            .workspace(workspaces)
            .settle(&analysis, &self.location, stop)?;
        let settled = self.settled.get_or_init(|| Arc::new(settled));
        let no_longer_needed = lock(&self.ancestor).take();
        drop(no_longer_needed);
        Some(Arc::clone(settled))
    }

    /// The analysis from which that of the next state goes on.
    fn last_analysis(&self) -> Option<Arc<Analysis>> {
        // In this order: an ancestor that has just been let go of has an analysis after it.
        let ancestor = self.ancestor();
        self.known_analysis().cloned().or(ancestor)
    }

    fn ancestor(&self) -> Option<Arc<Analysis>> {
        lock(&self.ancestor).clone()
    }

    fn known_analysis(&self) -> Option<&Arc<Analysis>> {
        self.settled.get().or_else(|| self.analysis.get())
    }

    /// The workspace its analysis is made for.
    pub fn workspace(&self, workspaces: &Workspaces) -> Arc<Workspace> {
        let known = self.workspace_at_once();
        known.unwrap_or_else(|| workspaces.of(&self.location))
    }

    /// The same where it is known already.
    pub fn workspace_at_once(&self) -> Option<Arc<Workspace>> {
        let before = self.before.as_ref().map(|before| &before.read);
        let read = self.read.get().or(before)?;
        Some(Arc::clone(&read.workspace))
    }

    fn read(&self, workspaces: &Workspaces, stop: &dyn Fn() -> bool) -> Option<&Read> {
        if self.read.get().is_none() {
            let read = if let Some(before) = &self.before {
                before.brought_up_to(&self.rope, stop)?
            } else {
                let workspace = workspaces.of(&self.location);
                let draft = workspace.draft_of_rope_unless(&self.rope, self.dialect, stop)?;
                Read { workspace, draft }
            };
            return Some(self.read.get_or_init(|| read));
        }
        self.read.get()
    }

    fn known_before(&self) -> Option<Before> {
        match self.read.get() {
            Some(read) => Some(Before {
                read: read.clone(),
                changed: None,
            }),
            None => self.before.clone(),
        }
    }
}

/// Whoever panicked while a lock was held has left nothing behind.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Before {
    fn widened(mut self, bytes: Range<usize>, inserted: usize) -> Self {
        let stretch = EditedStretch::of(bytes, inserted);
        self.changed = Some(match self.changed {
            Some(before) => before.followed_by(&stretch),
            None => stretch,
        });
        self
    }

    fn brought_up_to(&self, rope: &Rope, stop: &dyn Fn() -> bool) -> Option<Read> {
        let Some(stretch) = &self.changed else {
            return Some(self.read.clone());
        };
        let words = rope.byte_slice(stretch.start..stretch.new_end).to_string();
        let old = stretch.start..stretch.old_end;
        Some(Read {
            workspace: Arc::clone(&self.read.workspace),
            draft: self.read.draft.edited_unless(old, &words, stop)?,
        })
    }
}

#[cfg(test)]
mod tests;
