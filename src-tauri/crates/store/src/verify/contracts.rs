//! The register of customers: what its events give, and what its tables say.

use std::collections::{BTreeMap, BTreeSet};

use inquiry::{Contract, ContractId, Event};
use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::VerifyProblem;
use super::content::Walk;
use crate::log::StoredEvent;
use crate::{StoreError, event_parts, register};

impl Walk<'_> {
    /// Checks the texts of all contracts' events, folds each contract and compares.
    pub(super) fn check_contracts(&mut self) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare(
            "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
             WHERE contract IS NOT NULL ORDER BY contract, seq",
        )?;
        let mut contracts: BTreeMap<ContractId, Vec<(i64, Event)>> = BTreeMap::new();
        for row in statement.query_map([], StoredEvent::of)? {
            let stored = row?;
            let seq = stored.seq;
            // What cannot be read was told of along the chain of events.
            let Ok(event) = stored.event() else { continue };
            let Some((id, body)) = register::body(&event) else {
                continue;
            };
            if let Some(text) = event_parts::contract_text(body) {
                self.check_text(text)?;
            }
            contracts.entry(id).or_default().push((seq, event));
        }
        for id in self.rows_without(&contracts)? {
            self.differs(id);
        }
        for (id, events) in &contracts {
            if !self.agrees(*id, events)? {
                self.differs(*id);
            }
        }
        Ok(())
    }

    fn differs(&mut self, contract: ContractId) {
        self.report
            .problems
            .push(VerifyProblem::RegisterDiffers { contract });
    }

    /// Gives the rows of contracts that no event tells of.
    fn rows_without(
        &self,
        told: &BTreeMap<ContractId, Vec<(i64, Event)>>,
    ) -> Result<Vec<ContractId>, StoreError> {
        let mut statement = self.connection.prepare("SELECT id FROM contract")?;
        let ids = statement.query_map([], |row| row.get(0).map(register::contract_id))?;
        let ids: Vec<ContractId> = ids.collect::<Result<_, _>>()?;
        Ok(ids
            .into_iter()
            .filter(|id| !told.contains_key(id))
            .collect())
    }

    fn agrees(&self, id: ContractId, events: &[(i64, Event)]) -> Result<bool, StoreError> {
        let state = register::fold(id, events.iter().map(|(_, event)| event));
        let row: Option<(String, String, i64)> = self
            .connection
            .prepare_cached("SELECT number, state, applied_seq FROM contract WHERE id = ?1")?
            .query_row([id.uuid().into_bytes()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        Ok(match (row, state) {
            (None, None) => self.people(id)?.is_empty(),
            (Some((number, kept, applied)), Some(contract)) => {
                number == contract.terms.number
                    && kept == serde_json::to_string(&contract)?
                    && events.last().is_some_and(|(seq, _)| *seq == applied)
                    && self.people(id)? == self.people_of(&contract)?
            }
            (Some(_), None) | (None, Some(_)) => false,
        })
    }

    /// Gives the people of a contract as the table has them: each with what finds them by their address.
    fn people(&self, id: ContractId) -> Result<BTreeSet<(Uuid, Option<String>)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT id, address FROM person WHERE contract = ?1")?;
        let people = statement.query_map([id.uuid().into_bytes()], |row| {
            Ok((Uuid::from_bytes(row.get(0)?), row.get(1)?))
        })?;
        Ok(people.collect::<Result<_, _>>()?)
    }

    fn people_of(
        &self,
        contract: &Contract,
    ) -> Result<BTreeSet<(Uuid, Option<String>)>, StoreError> {
        let people = contract.people.iter();
        people
            .map(|it| Ok((it.id.uuid(), register::address_of(self.connection, it)?)))
            .collect()
    }
}
