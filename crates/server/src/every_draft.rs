//! Questions about every draft: those that are open, and those in the client's folders.

use std::collections::HashSet;
use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use workspace::{Location, OpenText};

use crate::folder::{drafts, lost_or, read};
use crate::pool::Lane;
use crate::session::Session;
use crate::view::View;

/// What `question` finds in every draft but the one at `except`, open ones first and then in order of
/// their paths. A draft that cannot be read has no answer.
pub(crate) async fn ask<T, Q>(
    session: &Arc<Session>,
    except: Option<&Location>,
    question: Q,
) -> Result<Vec<T>>
where
    T: Send + 'static,
    Q: Fn(&View) -> Option<T> + Send + Sync + 'static,
{
    let question = Arc::new(question);
    let mut seen: HashSet<Location> = except.into_iter().cloned().collect();
    let mut answers = Vec::new();
    for text in session.texts.all() {
        if seen.insert(text.location.clone()) {
            answers.extend(one(session, move || Some(text), &question).await);
        }
    }
    for path in drafts(session, None).await?.0 {
        let location = Location::of_path(&path);
        if seen.insert(location.clone()) {
            answers.extend(one(session, move || read(&location, &path).ok(), &question).await);
        }
    }
    Ok(answers)
}

async fn one<T, Q>(
    session: &Arc<Session>,
    text: impl FnOnce() -> Option<Arc<OpenText>> + Send + 'static,
    question: &Arc<Q>,
) -> Option<T>
where
    T: Send + 'static,
    Q: Fn(&View) -> Option<T> + Send + Sync + 'static,
{
    let (asker, question) = (Arc::clone(session), Arc::clone(question));
    let job = session.pool.run(Lane::Folder, move |stop| {
        let text = text()?;
        let uri = text.uri.parse().ok()?;
        question(&asker.view(text, uri, &|| stop.is_set())?)
    });
    lost_or(job.await).flatten()
}
