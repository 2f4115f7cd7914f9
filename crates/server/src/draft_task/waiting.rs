//! How long the checker of a draft waits for more to be typed, and how it learns that a newer text has come.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;
use workspace::OpenText;

/// How long typing has to pause in a long draft before the rules are asked that take their time.
const PAUSE: Duration = Duration::from_millis(300);

/// Up to so many bytes a draft is short: the rules that take their time need a few milliseconds, and are asked
/// as soon as what stands in the changed block has been said.
const SHORT: usize = 64 << 10;

/// The newest text of a draft, and word of each newer one.
pub(super) type Texts = watch::Receiver<Arc<OpenText>>;

/// How long the rules that take their time wait for more to be typed.
pub(super) fn pause(text: &OpenText) -> Duration {
    // Nobody is typing in a text that was just opened or saved.
    if text.caret.is_none() || text.rope().len_bytes() <= SHORT {
        return Duration::ZERO;
    }
    PAUSE
}

/// Whether a newer text comes before `moment`. It is not taken.
pub(super) async fn is_overtaken(texts: &Texts, moment: Instant) -> bool {
    let newer = tokio::time::timeout_at(moment, overtaken(texts));
    newer.await.is_ok()
}

/// Returns when a newer text comes, or the draft is closed.
pub(super) async fn overtaken(texts: &Texts) {
    let mut looker = texts.clone();
    let _ = looker.changed().await;
}
