//! The register of customers, as it stands.

use inquiry::{Contract, ContractId};
use store::{Reader, StoreError};
use unicode_normalization::UnicodeNormalization;

use crate::register::RegisteredContract;
use crate::{Desk, DeskError};

impl Desk {
    /// Lists the contracts of the register by number, those of which the number, the company or a person holds every
    /// word that was typed.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn customers(&self, typed: &str) -> Result<Vec<RegisteredContract>, DeskError> {
        let words: Vec<String> = plain(typed).split(' ').map(str::to_owned).collect();
        let mut found = self.store().read(registered)?;
        found.retain(|it| {
            let text = plain(&searched(it));
            words.iter().all(|word| text.contains(word.as_str()))
        });
        Ok(found)
    }

    /// Gives one contract of the register, by its number or id.
    ///
    /// # Errors
    /// [`DeskError::NoSuchContract`], [`DeskError::Store`].
    pub fn customer(&self, named: &str) -> Result<RegisteredContract, DeskError> {
        let id: Option<ContractId> = named.parse().ok();
        let found = self.store().read(|reader| {
            let contracts = reader.contracts()?;
            let wanted = |it: &Contract| Some(it.id) == id || it.terms.number == named.trim();
            let contract = contracts.into_iter().find(wanted);
            contract.map(|it| with_texts(reader, it)).transpose()
        })?;
        found.ok_or_else(|| DeskError::NoSuchContract(named.to_owned()))
    }
}

/// Gives every contract of the register with its texts.
pub(crate) fn registered(reader: &Reader<'_>) -> Result<Vec<RegisteredContract>, StoreError> {
    let contracts = reader.contracts()?;
    contracts
        .into_iter()
        .map(|contract| with_texts(reader, contract))
        .collect()
}

/// Gives a contract with the texts that its events keep apart.
pub(crate) fn with_texts(
    reader: &Reader<'_>,
    contract: Contract,
) -> Result<RegisteredContract, StoreError> {
    let company = reader.text(contract.terms.company.id)?.unwrap_or_default();
    let mut people = Vec::with_capacity(contract.people.len());
    for person in &contract.people {
        let text = reader.text(person.text.id)?;
        let text = text.map(|it| serde_json::from_str(&it)).transpose()?;
        people.push(text.unwrap_or_default());
    }
    Ok(RegisteredContract {
        contract,
        company,
        people,
    })
}

fn searched(it: &RegisteredContract) -> String {
    let people = it.people.iter();
    let people = people.map(|it| format!("{} {} {} {}", it.name, it.kana, it.address, it.phone));
    let people: Vec<String> = people.collect();
    format!(
        "{} {} {}",
        it.contract.terms.number,
        it.company,
        people.join(" ")
    )
}

/// Small letters, one width, and one space for whatever separates.
fn plain(text: &str) -> String {
    let text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
