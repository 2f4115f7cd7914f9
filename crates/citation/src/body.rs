//! The organ or subsidiary body that adopts or issues a document.

use std::fmt;

/// A body, identified by the components that begin its symbols: `A`, `S`, `A/HRC`, `E/CN.7`.
///
/// Names come from the table `data/bodies.tsv`; a body that is not in it still has its key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Body(Box<str>);

impl Body {
    /// Key of the General Assembly.
    pub const GENERAL_ASSEMBLY: &'static str = "A";
    /// Key of the Security Council.
    pub const SECURITY_COUNCIL: &'static str = "S";
    /// Key of the Economic and Social Council.
    pub const ECONOMIC_AND_SOCIAL_COUNCIL: &'static str = "E";
    /// Key of the Human Rights Council.
    pub const HUMAN_RIGHTS_COUNCIL: &'static str = "A/HRC";
    /// Key of the Commission on Human Rights.
    pub const COMMISSION_ON_HUMAN_RIGHTS: &'static str = "E/CN.4";
    /// Key of the Trusteeship Council.
    pub const TRUSTEESHIP_COUNCIL: &'static str = "T";

    /// The body whose symbols begin with `key`.
    pub fn new(key: &str) -> Self {
        Self(key.into())
    }

    /// The body of the table that texts in any official language call `name`, with or without its
    /// article.
    pub fn named(name: &str) -> Option<Self> {
        let name = name
            .trim()
            .trim_start_matches("the ")
            .trim_start_matches("The ");
        let mut english = crate::grammar::bodies();
        let key = english
            .find(|(_, known)| known.eq_ignore_ascii_case(name))
            .map(|(key, _)| key)
            .or_else(|| crate::languages::body_named(name))?;
        Some(Self::new(key))
    }

    /// The components that begin the body's symbols, without a closing stroke.
    pub fn key(&self) -> &str {
        &self.0
    }

    /// The General Assembly.
    pub fn general_assembly() -> Self {
        Self::new(Self::GENERAL_ASSEMBLY)
    }

    /// The name as United Nations English texts write it, where the table has the body.
    pub fn name(&self) -> Option<&'static str> {
        crate::grammar::body_name(&self.0)
    }
}

impl fmt::Display for Body {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name().unwrap_or(&self.0))
    }
}
