//! What goes over the pipe between parent and child, each answer one line of JSON.

use std::path::Path;

use serde::{Deserialize, Serialize};
use sources::Document;

use super::super::{Format, ImportError};
use crate::form;

/// What the child says.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Said {
    Documents {
        documents: Vec<Written>,
        replaced: bool,
        #[serde(default)]
        left_out: Option<String>,
    },
    Draft {
        text: String,
    },
    Failed {
        stage: String,
        reason: String,
    },
}

/// A document between the processes: its head and its passages, each as JSON in a string.
#[derive(Serialize, Deserialize)]
pub(super) struct Written {
    head: String,
    passages: String,
}

impl Written {
    pub(super) fn of(document: &Document) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap_or_default();
        Self {
            head: text(form::write_head(document)),
            passages: text(form::write_passages(&document.passages)),
        }
    }

    pub(super) fn document(&self, path: &Path) -> Result<Document, ImportError> {
        form::read_document(self.head.as_bytes(), self.passages.as_bytes(), path)
            .map_err(|error| ImportError::Broken(error.to_string()))
    }
}

/// An error in the words between the processes.
pub(super) fn said_as(error: &ImportError) -> (&'static str, String) {
    match error {
        ImportError::Empty => ("empty", String::new()),
        ImportError::OldWord => ("old-word", String::new()),
        ImportError::NoDocument | ImportError::NoCatalogue => ("no-document", String::new()),
        ImportError::NoTextLayer => ("no-text-layer", String::new()),
        ImportError::Encrypted => ("encrypted", String::new()),
        ImportError::NoReader(_) | ImportError::UnknownFormat => ("no-reader", String::new()),
        ImportError::BeyondLimit(reason) => ("limit", reason.clone()),
        ImportError::Damaged(reason) | ImportError::Broken(reason) => ("damaged", reason.clone()),
        ImportError::Unread(error) => ("damaged", error.to_string()),
    }
}

/// The error that those words stand for.
pub(super) fn error(stage: &str, reason: String, format: Format) -> ImportError {
    match stage {
        "empty" => ImportError::Empty,
        "old-word" => ImportError::OldWord,
        "no-document" => ImportError::NoDocument,
        "no-text-layer" => ImportError::NoTextLayer,
        "encrypted" => ImportError::Encrypted,
        "no-reader" => ImportError::NoReader(format),
        "limit" => ImportError::BeyondLimit(reason),
        _ => ImportError::Damaged(reason),
    }
}
