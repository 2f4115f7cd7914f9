//! One file per rule: a resolved draft in, findings and fixes out.

mod finding;

pub use finding::{Edit, Finding, Fix, Related, Safety, Severity};
