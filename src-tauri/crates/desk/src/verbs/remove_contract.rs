use inquiry::{Body, ContractEvent, ContractId, PersonId};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Takes a person out of a contract.
    ///
    /// # Errors
    /// [`DeskError::NoSuchContract`], [`DeskError::NoSuchPerson`], [`DeskError::Store`].
    pub fn remove_person(
        &self,
        call: &Call,
        contract: ContractId,
        person: PersonId,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            if act.contract(contract)?.person(person).is_none() {
                return Err(DeskError::NoSuchPerson(person.to_string()));
            }
            act.append(Body::Contract(
                contract,
                ContractEvent::PersonRemoved(person),
            ))
        })
    }

    /// Takes a contract out of the register with all its people.
    ///
    /// # Errors
    /// [`DeskError::NoSuchContract`], [`DeskError::Store`].
    pub fn remove_contract(
        &self,
        call: &Call,
        contract: ContractId,
    ) -> Result<Done<()>, DeskError> {
        self.change(call, |act| {
            act.contract(contract)?;
            act.append(Body::Contract(contract, ContractEvent::ContractRemoved))
        })
    }
}
