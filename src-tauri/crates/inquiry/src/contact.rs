//! Who asks.

use serde::{Deserialize, Serialize};

/// The customer as far as known; each part may be empty. Kept in one erasable row.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Customer {
    /// The company's name.
    pub company: String,
    /// The person's name.
    pub person: String,
    /// How the person's name is read, in katakana (フリガナ).
    pub person_kana: String,
    /// The mail address.
    pub address: String,
    /// The telephone number.
    pub phone: String,
    /// The number to call back, where it differs.
    pub callback_phone: String,
    /// When the customer wishes to be called back, in the customer's words.
    pub callback_wish: String,
    /// The contract's number, as the customer or the form gave it.
    pub contract: String,
}

impl Customer {
    /// Gives the domain of the mail address, in lower case.
    #[must_use]
    pub fn domain(&self) -> Option<String> {
        let (_, domain) = self.address.rsplit_once('@')?;
        (!domain.is_empty()).then(|| domain.to_ascii_lowercase())
    }

    /// Joins company and person for one line.
    #[must_use]
    pub fn line(&self) -> String {
        match (self.company.is_empty(), self.person.is_empty()) {
            (false, false) => format!("{} {}", self.company, self.person),
            (false, true) => self.company.clone(),
            (true, false) => self.person.clone(),
            (true, true) => self.address.clone(),
        }
    }
}
