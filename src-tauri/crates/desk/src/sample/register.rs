//! The register of customers of the sample set: a contract for each company, and who asks for it.

use chrono::Months;
use inquiry::{Body, ContractEvent, ContractId, PersonId, PersonalId, ReferenceEvent};
use policy::{ProductId, Role, SupportPlan};
use uuid::Uuid;

use super::script::{Registered, Script, Written};
use crate::DeskError;
use crate::act::Act;
use crate::register::{NewContract, NewPerson};

impl Act<'_, '_> {
    /// Takes the sample set's customers into the register.
    pub(super) fn register(&mut self, script: &Script) -> Result<(), DeskError> {
        let products: Vec<ProductId> = self.rules.packs.products().cloned().collect();
        for written in &script.customers {
            if let Some((contract, person)) = self.sketched(written, &products) {
                let id = ContractId::new(Uuid::now_v7());
                self.set_terms(id, &contract, true)?;
                self.set_person(id, PersonId::new(Uuid::now_v7()), &person)?;
            }
        }
        Ok(())
    }

    fn sketched(
        &self,
        written: &Written,
        products: &[ProductId],
    ) -> Option<(NewContract, NewPerson)> {
        let (registered, customer) = (written.registered, &written.customer);
        if registered == Registered::Missing {
            return None;
        }
        let today = self.rules.calendar.date_of(self.now);
        let trial = registered == Registered::Trial;
        let contract = NewContract {
            number: customer.contract.clone(),
            company: customer.company.clone(),
            plan: if trial {
                SupportPlan::Trial
            } else {
                SupportPlan::Standard
            },
            products: products.to_vec(),
            valid_from: today.checked_sub_months(Months::new(30)),
            valid_until: if registered == Registered::Ended {
                today.checked_sub_months(Months::new(1))
            } else {
                today.checked_add_months(Months::new(6))
            },
        };
        let unclear = registered == Registered::Unclear;
        let person = NewPerson {
            name: customer.person.clone(),
            kana: customer.person_kana.clone(),
            address: customer.address.clone(),
            phone: customer.phone.clone(),
            roles: (!unclear).then(|| vec![Role::SystemAdministrator]),
            has_option: (!unclear).then_some(registered != Registered::NoOption),
        };
        Some((contract, person))
    }

    /// Takes the sample set's customers out of the register again, and erases who they are.
    pub(super) fn unregister(&mut self) -> Result<(), DeskError> {
        let contracts = self.tx.reader()?.contracts()?;
        let sample: Vec<_> = contracts.into_iter().filter(|it| it.terms.sample).collect();
        let mut rows: Vec<PersonalId> = Vec::new();
        for contract in sample {
            for event in self.tx.reader()?.contract_history(contract.id)? {
                if let Body::Contract(_, body) = &event.body {
                    rows.extend(text(body));
                }
            }
            self.append(Body::Contract(contract.id, ContractEvent::ContractRemoved))?;
        }
        if !rows.is_empty() {
            self.publish(ReferenceEvent::Erased { rows })?;
        }
        Ok(())
    }
}

fn text(event: &ContractEvent) -> Option<PersonalId> {
    match event {
        ContractEvent::ContractSet(terms) => Some(terms.company.id),
        ContractEvent::PersonSet(person) => Some(person.text.id),
        ContractEvent::PersonRemoved(_)
        | ContractEvent::ContractRemoved
        | ContractEvent::Undone { .. } => None,
    }
}
