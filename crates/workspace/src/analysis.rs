//! One home's settings and sources, and the single path from a draft to its findings.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use citation::{Date, Lexicon};
use corpus::Corpus;
use draft::{Dialect, Draft};
use resolve::{Change, Resolved};
use ropey::Rope;
use rules::{Checked, Placed};
use sources::Sources;

use crate::complaint::{self, Complaint};
use crate::findings::Findings;
use crate::linked_files::FilesOfFolder;
use crate::settings::{From as Origin, Layer, stated_in};
use crate::source_layers::{FOLDER, OpenSources};
use crate::{AcceptedFindings, Home, Location, OpenFindings, ReadFrom, Settings};

/// Up to so many bytes a draft is checked to the end at every change: then the rules that look at the whole of
/// it take no longer than those that look at the block.
pub(crate) const AT_ONCE: usize = 4096;

/// Blocks further than this from where somebody is typing hear of what is named there when the typing pauses: in some
/// hundred kilobytes to both sides they hear of it at once.
const NEAR: usize = 256;

/// A draft with every reference bound, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Analysis {
    /// The draft, bound.
    pub resolved: Resolved,
    /// The findings, in order of their ranges and then their codes; put together for whoever looks first.
    pub findings: Findings,
}

impl Analysis {
    fn new(resolved: Resolved, checked: Checked) -> Self {
        Self {
            resolved,
            findings: Findings::of(checked),
        }
    }

    /// The findings, each shared with the analyses before and after this one.
    pub fn in_place(&self) -> Vec<Placed> {
        self.findings.checked.in_place()
    }

    /// The findings that hold whatever text follows this draft.
    pub(crate) fn lasting(&self) -> Vec<Placed> {
        self.findings.checked.lasting(&self.resolved)
    }

    /// Whether every rule has been asked about this very draft. In a draft of more than a page or two that somebody
    /// is changing, the rules that look at the whole of it, and those that read sources, have yet to be: what they
    /// have said before stays where its words stand.
    pub fn is_settled(&self) -> bool {
        self.findings.checked.is_settled()
    }
}

/// A draft with every reference bound, and where it differs from the one before.
#[derive(Clone, Debug)]
pub(crate) struct Bound {
    pub(crate) resolved: Resolved,
    change: Change,
}

/// The settings and sources of one home. Never changes; a change beside the drafts makes a new one.
pub struct Workspace {
    home: Home,
    settings: Settings,
    sources: Arc<OpenSources>,
    accepted: Option<AcceptedFindings>,
    complaints: Vec<Complaint>,
    beside: Vec<ReadFrom>,
}

impl Workspace {
    /// The workspace of `home` that stands on `sources`. What could not be used is a complaint, and the
    /// rest goes on.
    pub(crate) fn new(
        home: Home,
        settings: Settings,
        sources: Arc<OpenSources>,
        mut complaints: Vec<Complaint>,
    ) -> Self {
        complaints.extend(sources.complaints.iter().cloned());
        let accepted = settings.baseline.as_deref().and_then(|file| {
            let trouble = |message| Complaint {
                path: file.to_owned(),
                message,
            };
            let read = AcceptedFindings::read(file).map_err(trouble);
            read.map_err(|complaint| complaints.push(complaint)).ok()
        });
        let corpus = sources.corpus.as_deref().map(corpus::pointer);
        let files = [home.settings.clone(), settings.baseline.clone(), corpus];
        let files = files.into_iter().flatten().map(ReadFrom::File);
        let folder = home.sources.clone().map(ReadFrom::Sources);
        Self {
            beside: files.chain(folder).collect(),
            home,
            settings,
            sources,
            accepted,
            complaints,
        }
    }

    /// The folder of sources whose index turned out to be damaged.
    pub(crate) fn suspect_folder(&self) -> Option<&Path> {
        let suspect = |corpus: &Arc<Corpus>| corpus.is_suspect() && **corpus.name() == *FOLDER;
        self.home
            .sources
            .as_deref()
            .filter(|_| self.sources.open.iter().any(suspect))
    }

    /// Looks at every byte of the indexes behind it, so that [`Workspace::complaints`] says what is damaged.
    pub fn verify(&self) {
        for corpus in &self.sources.open {
            corpus.verify(|_| ());
        }
    }

    /// Whether these are its sources.
    pub(crate) fn stands_on(&self, sources: &Arc<OpenSources>) -> bool {
        Arc::ptr_eq(&self.sources, sources)
    }

    /// Where the corpus lies that stands behind the sources folder, if it is open.
    pub fn corpus_root(&self) -> Option<&Path> {
        let mut open = self.sources.open.iter();
        open.find(|corpus| **corpus.name() != *FOLDER)
            .map(|corpus| corpus.root())
    }

    /// Whether no newer index has been published since it was opened. Costs one small read for each.
    pub(crate) fn is_current(&self) -> bool {
        self.sources.open.iter().all(|corpus| corpus.is_current())
    }

    /// Binds every reference of `draft` and applies the rules. `today` counts where the draft states no
    /// date of its own.
    pub fn analyse(&self, draft: &Draft, today: Date) -> Analysis {
        self.analyse_at(draft, &Location::Elsewhere("".into()), today)
    }

    /// The same for a draft that lives at `location`, whose links may lead to files beside it.
    pub fn analyse_at(&self, draft: &Draft, location: &Location, today: Date) -> Analysis {
        let sources = &self.sources.library;
        let resolved = resolve::resolve(draft, sources, today);
        let settings = self.settings_at(draft, location);
        let checked = rules::check(&resolved, sources, &settings.rules);
        let analysis = Analysis::new(resolved, checked);
        let settled = self.settle(&analysis, location, &|| false);
        settled.unwrap_or(analysis)
    }

    /// The same for a draft that somebody is changing, from an analysis that this workspace made of an earlier
    /// state of it, if there is one. Costs what the edits between the two have touched; a draft of more than a page
    /// or two is left to [`Workspace::settle`]. `None` where `stop` said so, which is asked before each block; once it has said so it
    /// has to go on saying so.
    pub fn analyse_again(
        &self,
        before: Option<&Analysis>,
        draft: &Draft,
        location: &Location,
        today: Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Analysis> {
        let bound = self.bind(before, draft, today, stop)?;
        self.check(before, &bound, location, stop)
    }

    /// The first half of [`Workspace::analyse_again`]: the references, before any rule is asked.
    pub(crate) fn bind(
        &self,
        before: Option<&Analysis>,
        draft: &Draft,
        today: Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Bound> {
        let sources = &self.sources.library;
        let Some(before) = before else {
            let resolved = resolve::resolve_unless(draft, sources, today, stop)?;
            let change = Change::Everything;
            return Some(Bound { resolved, change });
        };
        let earlier = &before.resolved;
        let (resolved, change) =
            resolve::resolve_near_unless(earlier, draft, sources, today, NEAR, stop)?;
        Some(Bound { resolved, change })
    }

    /// The same from what an earlier state of the draft names, of which no rule has been asked.
    pub(crate) fn bind_anew(
        &self,
        before: &Resolved,
        draft: &Draft,
        today: Date,
        stop: &dyn Fn() -> bool,
    ) -> Option<Bound> {
        let sources = &self.sources.library;
        let (resolved, _) =
            resolve::resolve_near_unless(before, draft, sources, today, NEAR, stop)?;
        let change = Change::Everything;
        Some(Bound { resolved, change })
    }

    /// The second half: what the rules say of what was bound, from the same analysis `before`.
    pub(crate) fn check(
        &self,
        before: Option<&Analysis>,
        bound: &Bound,
        location: &Location,
        stop: &dyn Fn() -> bool,
    ) -> Option<Analysis> {
        let sources = &self.sources.library;
        let Bound { resolved, change } = bound;
        let settings = self.settings_at(&resolved.draft, location);
        let rules = &settings.rules;
        let checked = match before {
            Some(before) => {
                let known = &before.findings.checked;
                known.again_unless(resolved, change, sources, rules, stop)?
            }
            None => rules::check_unless(resolved, sources, rules, stop)?,
        };
        let analysis = Analysis::new(resolved.clone(), checked);
        if resolved.draft.length() > AT_ONCE {
            return Some(analysis);
        }
        self.settle(&analysis, location, stop)
    }

    /// The analysis of a draft at `location` carried to the end; `None` where `stop` said so, which is asked
    /// again and again.
    pub fn settle(
        &self,
        analysis: &Analysis,
        location: &Location,
        stop: &dyn Fn() -> bool,
    ) -> Option<Analysis> {
        let library = &self.sources.library;
        let linked_files = FilesOfFolder(location.path().and_then(Path::parent));
        let Analysis { resolved, findings } = analysis;
        if resolved.is_complete() {
            let settled = findings
                .checked
                .settled(resolved, library, &linked_files, stop)?;
            return Some(Analysis::new(resolved.clone(), settled));
        }
        let (resolved, change) = resolve::resolve_to_the_end_unless(resolved, library, stop)?;
        let rules = &self.settings_at(&resolved.draft, location).rules;
        let known = &findings.checked;
        let checked = known.again_unless(&resolved, &change, library, rules, stop)?;
        let settled = checked.settled(&resolved, library, &linked_files, stop)?;
        Some(Analysis::new(resolved, settled))
    }

    /// The findings of a draft at `location` that are shown: those that the file of accepted findings in the
    /// settings does not have.
    pub fn open_findings(&self, location: &Location, analysis: &Analysis) -> OpenFindings {
        match &self.accepted {
            Some(accepted) => accepted.open(location, analysis),
            None => OpenFindings::all(analysis.in_place()),
        }
    }

    /// What it was read from, beside its drafts.
    pub fn beside(&self) -> &[ReadFrom] {
        &self.beside
    }

    /// The files it was made from.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The file of accepted findings of the settings.
    pub fn accepted_findings(&self) -> Option<&AcceptedFindings> {
        self.accepted.as_ref()
    }

    /// Whether a file of accepted findings keeps some from being shown.
    pub(crate) fn accepts_findings(&self) -> bool {
        self.accepted.is_some()
    }

    /// The settings in force for the drafts of this workspace that say nothing of their own.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The settings in force for `draft`, which lives at `location`.
    pub fn settings_at(&self, draft: &Draft, location: &Location) -> Cow<'_, Settings> {
        let mut settings = self.settings_of(draft);
        if settings.rules.link_target == rules::LinkTarget::Local {
            let folder = location.path().and_then(Path::parent);
            settings.to_mut().rules.folder = folder.map(Path::to_owned);
        }
        settings
    }

    /// The settings in force for `draft`, whose front matter may say `penholder.` and a key.
    pub fn settings_of(&self, draft: &Draft) -> Cow<'_, Settings> {
        let mut settings = Cow::Borrowed(&self.settings);
        let mut mistakes = Vec::new();
        for stated in stated_in(draft) {
            match stated {
                Ok(drafts) => {
                    let from = Origin::FrontMatter;
                    settings = Cow::Owned(settings.under(Layer { from, drafts }));
                }
                Err(mistake) => mistakes.push(mistake),
            }
        }
        if !mistakes.is_empty() {
            settings.to_mut().rules.mistakes = mistakes;
        }
        settings
    }

    /// `text` as a draft of this workspace, with the names that its sources know and in the language that its
    /// settings say.
    pub fn draft(&self, text: &str, dialect: Dialect) -> Draft {
        Draft::new(text, dialect, self.lexicon()).in_language(self.settings.language)
    }

    /// The same; `None` where `stop` said so, which is asked before each block.
    pub fn draft_unless(
        &self,
        text: &str,
        dialect: Dialect,
        stop: &dyn Fn() -> bool,
    ) -> Option<Draft> {
        let draft = Draft::new_unless(text, dialect, self.lexicon(), stop)?;
        Some(draft.in_language(self.settings.language))
    }

    /// The same of a text that is kept as a rope, which both share.
    pub(crate) fn draft_of_rope_unless(
        &self,
        rope: &Rope,
        dialect: Dialect,
        stop: &dyn Fn() -> bool,
    ) -> Option<Draft> {
        let draft = Draft::of_rope_unless(rope, dialect, self.lexicon(), stop)?;
        Some(draft.in_language(self.settings.language))
    }

    /// Everything that can be asked: the sources folder, the user's corpus, the built-in catalogue.
    pub fn sources(&self) -> &dyn Sources {
        &self.sources.library
    }

    /// Whether its sources answer from memory, and nobody who asks them waits for a file to be read.
    pub fn has_sources_in_memory(&self) -> bool {
        self.sources.is_in_memory
    }

    /// Names of instruments, for drafts to be scanned with.
    pub fn lexicon(&self) -> Arc<Lexicon> {
        self.sources.library.lexicon()
    }

    /// Whether damage was met in an index behind it.
    pub fn is_damaged(&self) -> bool {
        self.sources.open.iter().any(|corpus| corpus.is_suspect())
    }

    /// What could not be used, as far as it was asked: damage shows when it is met.
    pub fn complaints(&self) -> Vec<Complaint> {
        let mut complaints = self.complaints.clone();
        complaints.extend(self.suspect_folder().map(complaint::of_damaged_index));
        let corpora = self.sources.open.iter().filter(|it| it.is_suspect());
        let own = corpora.filter(|it| **it.name() != *FOLDER);
        complaints.extend(own.map(|corpus| complaint::of_damaged_corpus(corpus)));
        complaints
    }
}
