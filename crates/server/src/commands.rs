//! `workspace/executeCommand`: the commands, each with what it does.

use std::sync::Arc;

use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::ExecuteCommandParams;

use crate::session::Session;
use crate::{cleaning, folder};

/// The commands that there are.
pub(crate) const ALL: [&str; 3] = [folder::CHECK, folder::CLEAR, cleaning::CLEAN_UP];

/// Does what the client has commanded.
pub(crate) async fn run(
    session: Arc<Session>,
    params: ExecuteCommandParams,
) -> Result<Option<Value>> {
    let arguments = &params.arguments;
    match &*params.command {
        folder::CHECK => folder::check(session, arguments).await.map(Some),
        folder::CLEAR => {
            folder::clear(&session, |_| true);
            Ok(None)
        }
        cleaning::CLEAN_UP => cleaning::command(&session, arguments).await,
        _ => Err(Error::invalid_params("there is no such command")),
    }
}

/// The address that a command is about: alone, or as `uri` of an object.
pub(crate) fn address(arguments: &[Value]) -> Option<&str> {
    let first = arguments.first()?;
    first.as_str().or_else(|| first.get("uri")?.as_str())
}
