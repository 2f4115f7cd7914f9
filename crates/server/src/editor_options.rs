//! What the drafter wants to see beside the text, which editors show only where somebody asks for it.

use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::Value;

use crate::outbox::Refresh;

/// Those among the settings of the client. Nothing is shown unless it is wanted.
#[derive(Default)]
pub(crate) struct EditorOptions {
    hints: AtomicBool,
    lenses: AtomicBool,
}

impl EditorOptions {
    /// `"inlayHints": true`.
    pub(crate) fn hints(&self) -> bool {
        self.hints.load(Ordering::Relaxed)
    }

    /// `"codeLens": true`.
    pub(crate) fn lenses(&self) -> bool {
        self.lenses.load(Ordering::Relaxed)
    }

    /// Takes what `settings` say; what the client has to ask for again because of it.
    pub(crate) fn take(&self, settings: &Value) -> impl Iterator<Item = Refresh> + use<> {
        let wanted = |key: &str| settings.get(key).and_then(Value::as_bool) == Some(true);
        let hints = wanted("inlayHints");
        let lenses = wanted("codeLens");
        let hints =
            (self.hints.swap(hints, Ordering::Relaxed) != hints).then_some(Refresh::InlayHints);
        let lenses =
            (self.lenses.swap(lenses, Ordering::Relaxed) != lenses).then_some(Refresh::CodeLenses);
        hints.into_iter().chain(lenses)
    }
}
