//! Who may ask, and who is told, under a pack (§1, §5, §9, §12, §15).

use schemars::JsonSchema;
use serde::Serialize;

use super::clocks::words_of;
use super::section::Section;
use crate::words::words;

words! {
    /// What a person is to a customer's products (§1, §12, §15).
    Role ("role") {
        /// Administers CLOMO with all rights.
        SystemAdministrator = "system-administrator",
        /// Administers the pack's own product with all rights.
        ProductAdministrator = "product-administrator",
        /// Was named as administrator when the product was applied for.
        NamedAtApplication = "named-at-application",
        /// Has a support option.
        OptionHolder = "option-holder",
    }
}

/// Who may ask (§12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Asking {
    /// The roles of which one is needed.
    pub roles: Vec<Role>,
    /// How many support options one base contract has, where an option is needed as well; absent: none is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1_000))]
    pub options: Option<u32>,
}

/// Who is told of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Told {
    /// Of important news of the product (§1).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub news: Vec<Role>,
    /// Of updates and maintenance (§5).
    pub maintenance: Vec<Role>,
    /// Of a late verification, and of systems that are no longer supported (§9).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(default)]
    pub verification: Vec<Role>,
    /// Of a suspension of phone intake (§15).
    pub suspension: Vec<Role>,
}

/// Reads the section `asking`, which packs of the first hour do not have.
pub(super) fn asking(root: &mut Section<'_>) -> Option<Asking> {
    let mut section = root.section_if_there("asking")?;
    let roles = roles(&mut section, "roles");
    let options = if section.has("options") {
        section.number("options", 1_000)
    } else {
        None
    };
    section.finish();
    Some(Asking { roles, options })
}

/// Reads the section `told`, which packs of the first hour do not have.
pub(super) fn told(root: &mut Section<'_>) -> Option<Told> {
    let mut section = root.section_if_there("told")?;
    let told = Told {
        news: roles_if_there(&mut section, "news"),
        maintenance: roles(&mut section, "maintenance"),
        verification: roles_if_there(&mut section, "verification"),
        suspension: roles(&mut section, "suspension"),
    };
    section.finish();
    Some(told)
}

fn roles(section: &mut Section<'_>, key: &'static str) -> Vec<Role> {
    words_of(section, key, Role::ALL, Role::as_str)
}

fn roles_if_there(section: &mut Section<'_>, key: &'static str) -> Vec<Role> {
    if section.has(key) {
        roles(section, key)
    } else {
        Vec::new()
    }
}
