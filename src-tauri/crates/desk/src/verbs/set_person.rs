use std::collections::BTreeMap;

use inquiry::{Body, Contract, ContractEvent, ContractId, PersonId, RegisteredPerson};
use policy::Role;

use crate::act::Act;
use crate::register::{
    Entitled, NewPerson, PersonForm, Reading, RegisterColumn, RegisterProblemCode, check_options,
};
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Takes a person into a contract of the register, or corrects one (§12).
    ///
    /// # Errors
    /// [`DeskError::Register`] with all that is wrong with the form: among it a support option for somebody who is no
    /// system administrator, and one more than the contract may have. [`DeskError::NoSuchContract`],
    /// [`DeskError::NoSuchPerson`], [`DeskError::Store`].
    pub fn set_person(
        &self,
        call: &Call,
        contract: ContractId,
        person: Option<PersonId>,
        form: &PersonForm,
    ) -> Result<Done<PersonId>, DeskError> {
        let id = person.unwrap_or_else(|| PersonId::new(call.operation.uuid()));
        self.write(
            call,
            |_| Some(id),
            |act| {
                let known = act.contract(contract)?;
                if person.is_some() && known.person(id).is_none() {
                    return Err(DeskError::NoSuchPerson(id.to_string()));
                }
                let new = act.read_person(&known, id, form)?;
                act.set_person(contract, id, &new)?;
                Ok(id)
            },
        )
    }
}

impl Act<'_, '_> {
    /// Records a person of a contract.
    pub fn set_person(
        &mut self,
        contract: ContractId,
        id: PersonId,
        new: &NewPerson,
    ) -> Result<(), DeskError> {
        let person = RegisteredPerson {
            id,
            text: self.text(&serde_json::to_string(&new.text())?)?,
            roles: new.roles.clone(),
            has_option: new.has_option,
        };
        self.append(Body::Contract(contract, ContractEvent::PersonSet(person)))
    }

    /// Finds a contract as it stands inside the transaction.
    pub fn contract(&mut self, id: ContractId) -> Result<Contract, DeskError> {
        self.tx
            .contract(id)?
            .ok_or_else(|| DeskError::NoSuchContract(id.to_string()))
    }

    fn read_person(
        &mut self,
        contract: &Contract,
        id: PersonId,
        form: &PersonForm,
    ) -> Result<NewPerson, DeskError> {
        let (rules, headers) = (self.rules.clone(), BTreeMap::new());
        let mut reading = Reading::new(&rules.packs, None, &headers);
        let read = reading.person(form);
        if let Some(new) = &read {
            let found = self.tx.reader()?.people_at(&new.address)?;
            if found
                .iter()
                .any(|(of, other)| *of == contract.id && *other != id)
            {
                let code = RegisterProblemCode::DuplicatePerson;
                reading.note(RegisterColumn::Address, code, &new.address, None);
            }
            let others = contract.people.iter().filter(|it| it.id != id);
            let mut people: Vec<(&[Role], bool)> = others
                .map(|it| (roles(it.roles.as_ref()), it.has_option == Some(true)))
                .collect();
            people.push((roles(new.roles.as_ref()), new.has_option == Some(true)));
            let own = people.len() - 1;
            let entitled: Vec<Entitled<'_>> = people
                .into_iter()
                .map(|(roles, has_option)| Entitled { roles, has_option })
                .collect();
            let on = rules.calendar.date_of(self.now);
            let products = &contract.terms.products;
            let refused = check_options(&rules.packs, on, products, &entitled);
            // Only this person's option is asked for; what stands on record was granted then.
            if let Some((_, code)) = refused.iter().find(|(place, _)| *place == own) {
                reading.note(RegisterColumn::Option, *code, &contract.terms.number, None);
            }
        }
        match read.filter(|_| reading.problems.is_empty()) {
            Some(new) => Ok(new),
            None => Err(DeskError::Register(reading.problems)),
        }
    }
}

fn roles(roles: Option<&Vec<Role>>) -> &[Role] {
    roles.map(Vec::as_slice).unwrap_or_default()
}
