use std::collections::BTreeMap;

use inquiry::{Body, ContractEvent, ContractId, Terms};

use crate::act::Act;
use crate::register::{
    ContractForm, Entitled, NewContract, Reading, RegisterColumn, RegisterProblemCode,
    check_options,
};
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Takes a contract into the register, or corrects one (§1, §12).
    ///
    /// # Errors
    /// [`DeskError::Register`] with all that is wrong with the form, the number of another contract among it, and support
    /// options that its products do not know; [`DeskError::NoSuchContract`], [`DeskError::Store`].
    pub fn set_contract(
        &self,
        call: &Call,
        contract: Option<ContractId>,
        form: &ContractForm,
    ) -> Result<Done<ContractId>, DeskError> {
        // One operation brings one contract, so that doing it twice brings the same.
        let id = contract.unwrap_or_else(|| ContractId::new(call.operation.uuid()));
        self.write(
            call,
            |_| Some(id),
            |act| {
                let known = contract.map(|id| act.contract(id)).transpose()?;
                let new = act.read_contract(id, form)?;
                let sample = known.is_some_and(|it| it.terms.sample);
                act.set_terms(id, &new, sample)?;
                Ok(id)
            },
        )
    }
}

impl Act<'_, '_> {
    /// Records the terms of a contract.
    pub fn set_terms(
        &mut self,
        id: ContractId,
        new: &NewContract,
        sample: bool,
    ) -> Result<(), DeskError> {
        let terms = Terms {
            number: new.number.clone(),
            company: self.text(&new.company)?,
            plan: new.plan,
            products: new.products.clone(),
            valid_from: new.valid_from,
            valid_until: new.valid_until,
            sample,
        };
        self.append(Body::Contract(id, ContractEvent::ContractSet(terms)))
    }

    fn read_contract(
        &mut self,
        id: ContractId,
        form: &ContractForm,
    ) -> Result<NewContract, DeskError> {
        let (rules, headers) = (self.rules.clone(), BTreeMap::new());
        let mut reading = Reading::new(&rules.packs, None, &headers);
        let read = reading.contract(form);
        if let Some(new) = &read {
            let number = RegisterColumn::Contract;
            let contracts = self.tx.reader()?.contracts()?;
            let taken = |it: &&inquiry::Contract| it.terms.number == new.number && it.id != id;
            if contracts.iter().find(taken).is_some() {
                let code = RegisterProblemCode::DuplicateContract;
                reading.note(number, code, &new.number, None);
            }
            let people = contracts.iter().filter(|it| it.id == id);
            let entitled: Vec<Entitled<'_>> = people
                .flat_map(|it| &it.people)
                .map(|it| Entitled {
                    roles: it.roles.as_deref().unwrap_or_default(),
                    has_option: it.has_option == Some(true),
                })
                .collect();
            let on = rules.calendar.date_of(self.now);
            let refused = check_options(&rules.packs, on, &new.products, &entitled);
            if let Some((_, code)) = refused.first() {
                reading.note(RegisterColumn::Products, *code, &form.products, None);
            }
        }
        match read.filter(|_| reading.problems.is_empty()) {
            Some(new) => Ok(new),
            None => Err(DeskError::Register(reading.problems)),
        }
    }
}
