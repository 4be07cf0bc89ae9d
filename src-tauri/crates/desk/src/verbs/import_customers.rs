use inquiry::{ContractId, PersonId};
use uuid::Uuid;

use crate::act::Act;
use crate::register::{Changes, CustomerImport, read_rows};
use crate::views::register::registered;
use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Says what a table of customers would change, with everything that is wrong with it; writes nothing.
    ///
    /// # Errors
    /// [`DeskError::Store`].
    pub fn preview_customers(&self, bytes: &[u8]) -> Result<CustomerImport, DeskError> {
        let rules = self.rules();
        let rows = read_rows(bytes, &rules.packs);
        let register = self.store().read(registered)?;
        let on = rules.calendar.date_of(self.now());
        Ok(Changes::of(rows, &rules.packs, on, &register).import)
    }

    /// Takes a table of customers into the register (§1, §12): who is new comes in, who says something else is corrected,
    /// who is not in it stays. All of it, or nothing.
    ///
    /// # Errors
    /// [`DeskError::Register`] with all problems, each with line and column; [`DeskError::Store`].
    pub fn import_customers(
        &self,
        call: &Call,
        bytes: &[u8],
    ) -> Result<Done<CustomerImport>, DeskError> {
        let again = |_: &[inquiry::Inquiry]| Some(CustomerImport::default());
        self.write(call, again, |act| {
            let rows = read_rows(bytes, &act.rules.packs);
            let register = registered(&act.tx.reader()?)?;
            let on = act.rules.calendar.date_of(act.now);
            let changes = Changes::of(rows, &act.rules.packs, on, &register);
            if !changes.import.problems.is_empty() {
                return Err(DeskError::Register(changes.import.problems));
            }
            act.apply(&changes, &register)?;
            Ok(changes.import)
        })
    }
}

impl Act<'_, '_> {
    fn apply(
        &mut self,
        changes: &Changes,
        register: &[crate::register::RegisteredContract],
    ) -> Result<(), DeskError> {
        for change in &changes.contracts {
            let id = change.id.unwrap_or_else(|| ContractId::new(Uuid::now_v7()));
            let known = register.iter().find(|it| it.contract.id == id);
            if let Some(terms) = &change.terms {
                let sample = known.is_some_and(|it| it.contract.terms.sample);
                self.set_terms(id, terms, sample)?;
            }
            for (person, new) in &change.people {
                let person = person.unwrap_or_else(|| PersonId::new(Uuid::now_v7()));
                self.set_person(id, person, new)?;
            }
        }
        Ok(())
    }
}
