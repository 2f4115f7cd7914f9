//! What a settings file goes without because of its mistakes, in a drafter's words.

use super::SettingsError;

impl SettingsError {
    /// What is said of a file with these mistakes, which was read but for them.
    pub(crate) fn all_of(mistakes: &[Self]) -> String {
        let said: Vec<String> = mistakes.iter().map(ToString::to_string).collect();
        let mut left_out: Vec<String> = mistakes.iter().map(Self::left_out).collect();
        left_out.dedup();
        format!(
            "{}. Left out until that is mended: {}. Everything else in the file is in force.",
            said.join(". And "),
            left_out.join("; ")
        )
    }

    /// What is left out because of it, and of a setting what holds without it.
    fn left_out(&self) -> String {
        match self {
            Self::Unreadable(_) | Self::NotToml { .. } => "all that it says".to_owned(),
            Self::WrongValue { key, line, .. } if key == "per-path.paths" => {
                format!("the entry for paths of line {line}")
            }
            Self::WrongValue {
                key,
                default: Some(default),
                ..
            } => format!("“{key}” (by default: {default})"),
            Self::WrongValue { key, .. } => {
                format!("“{key}” (these drafts have what all have)")
            }
            Self::NotPerPath { key, .. } => format!("“{key}” under [[per-path]]"),
            Self::UnknownKey { key, .. }
            | Self::NotATable { key, .. }
            | Self::NotInADraft { key } => format!("“{key}”"),
            Self::UnknownRule { rule, .. } => format!("“{rule}”"),
            Self::Contradictory { rule, .. } => format!("“{rule}”, off and on alike"),
            Self::NotAPattern { pattern, .. } => {
                format!("the entry for paths with “{pattern}”")
            }
        }
    }
}
