//! The page on which customers see that a service is down, and what is done with it in an outage (§17).

use schemars::JsonSchema;
use serde::Serialize;

use super::Names;
use super::check::names;
use super::clocks::words_of;
use super::section::Section;
use crate::words::words;

words! {
    /// What is done with the status page in an outage, in the order in which it is done.
    StatusPageStep ("step of the status page") {
        /// The page was looked at.
        Checked = "checked",
        /// The outage stands on it.
        Posted = "posted",
        /// What stands on it is as things are now.
        Updated = "updated",
        /// It says that the service is back.
        Restored = "restored",
    }
}

/// The status page of a product family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatusPage {
    /// What it is called.
    pub name: Names,
    /// What is done with it: a page of the product's maker is only looked at.
    pub steps: Vec<StatusPageStep>,
}

/// Reads the section `status_page`, which packs of the first hour do not have.
pub(super) fn status_page(root: &mut Section<'_>) -> Option<StatusPage> {
    let mut section = root.section_if_there("status_page")?;
    let name = names(&mut section, "name");
    let steps = words_of(
        &mut section,
        "steps",
        StatusPageStep::ALL,
        StatusPageStep::as_str,
    );
    section.finish();
    Some(StatusPage { name: name?, steps })
}
