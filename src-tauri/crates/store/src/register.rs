//! The register of customers: contracts folded from their events, and the ways to find a person.

use business_time::Instant;
use inquiry::{
    Body, Contract, ContractEvent, ContractId, Event, OperationId, PersonId, PersonText,
    PersonalId, RecordedContract, RegisteredPerson,
};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::log::{self, StoredEvent, hex};
use crate::{Reader, StoreError, personal};

/// Takes 16 bytes as a contract's id.
pub(crate) fn contract_id(bytes: [u8; 16]) -> ContractId {
    ContractId::new(Uuid::from_bytes(bytes))
}

/// Reads the events of one contract, oldest first, recorded up to an instant where one is given.
pub(crate) fn events(
    connection: &Connection,
    id: ContractId,
    until: Option<Instant>,
) -> Result<Vec<(i64, Event)>, StoreError> {
    let sql = "SELECT seq, id, operation, actor, recorded_at, version, body FROM event
               WHERE contract = ?1 AND recorded_at <= ?2 ORDER BY seq";
    let until = until.unwrap_or(Instant::MAX).as_micros();
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map((id.uuid().into_bytes(), until), StoredEvent::of)?;
    log::read(rows)
}

/// Folds the events of one contract.
pub(crate) fn fold<'a>(
    id: ContractId,
    events: impl IntoIterator<Item = &'a Event>,
) -> Option<Contract> {
    let recorded: Vec<RecordedContract<'_>> = events.into_iter().filter_map(recorded).collect();
    inquiry::fold_contract(id, &recorded)
}

fn recorded(event: &Event) -> Option<RecordedContract<'_>> {
    if let Body::Contract(_, body) = &event.body {
        return Some(RecordedContract {
            operation: event.operation,
            actor: &event.actor,
            recorded_at: event.recorded_at,
            event: body,
        });
    }
    None
}

/// Folds a contract from the log and writes what follows from it.
pub(crate) fn refold(connection: &Connection, id: ContractId) -> Result<(), StoreError> {
    let events = events(connection, id, None)?;
    let key = id.uuid().into_bytes();
    connection
        .prepare_cached("DELETE FROM contract WHERE id = ?1")?
        .execute([key])?;
    let Some(contract) = fold(id, events.iter().map(|(_, event)| event)) else {
        return Ok(());
    };
    connection
        .prepare_cached(
            "INSERT INTO contract (id, number, sample, state, applied_seq) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((
            key,
            &contract.terms.number,
            contract.terms.sample,
            serde_json::to_string(&contract)?,
            events.last().map_or(0, |(seq, _)| *seq),
        ))?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO person (id, contract, text, address) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for person in &contract.people {
        insert.execute((
            person.id.uuid().into_bytes(),
            key,
            person.text.id.uuid().into_bytes(),
            address_of(connection, person)?,
        ))?;
    }
    Ok(())
}

/// Gives the digest by which a person is found; nothing without an address, or once it is erased.
pub(crate) fn address_of(
    connection: &Connection,
    person: &RegisteredPerson,
) -> Result<Option<String>, StoreError> {
    let text = personal::text(connection, person.text.id)?;
    let text: Option<PersonText> = text.map(|it| serde_json::from_str(&it)).transpose()?;
    Ok(text.and_then(|it| key(&it.address)))
}

/// Digests a mail address: it finds the same one again without telling it.
fn key(address: &str) -> Option<String> {
    let address = address.trim().to_lowercase();
    (!address.is_empty()).then(|| hex(&Sha256::digest(address)))
}

/// Removes what finds a person by an address that is being erased.
pub(crate) fn forget_address(connection: &Connection, text: PersonalId) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE person SET address = NULL WHERE text = ?1")?
        .execute([text.uuid().into_bytes()])?;
    Ok(())
}

/// Gives the contracts that an operation touched, in the order of their ids.
pub(crate) fn contracts_of(
    connection: &Connection,
    operation: OperationId,
) -> Result<Vec<ContractId>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT contract FROM event WHERE operation = ?1 AND contract IS NOT NULL ORDER BY contract",
    )?;
    let ids = statement.query_map([operation.uuid().into_bytes()], |row| {
        row.get(0).map(contract_id)
    })?;
    Ok(ids.collect::<Result<_, _>>()?)
}

impl Reader<'_> {
    /// Gives every contract of the register, by its number.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contracts(&self) -> Result<Vec<Contract>, StoreError> {
        let mut statement = self
            .connection()
            .prepare_cached("SELECT state FROM contract ORDER BY number, id")?;
        let states = statement.query_map([], |row| row.get::<_, String>(0))?;
        states
            .map(|state| Ok(serde_json::from_str(&state?)?))
            .collect()
    }

    /// Gives the state of a contract.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contract(&self, id: ContractId) -> Result<Option<Contract>, StoreError> {
        let state: Option<String> = self
            .connection()
            .prepare_cached("SELECT state FROM contract WHERE id = ?1")?
            .query_row([id.uuid().into_bytes()], |row| row.get(0))
            .optional()?;
        Ok(state.map(|it| serde_json::from_str(&it)).transpose()?)
    }

    /// Gives the state of a contract as it was known at an instant.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contract_as_of(
        &self,
        id: ContractId,
        at: Instant,
    ) -> Result<Option<Contract>, StoreError> {
        let events = events(self.connection(), id, Some(at))?;
        Ok(fold(id, events.iter().map(|(_, event)| event)))
    }

    /// Gives the events of a contract, oldest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contract_history(&self, id: ContractId) -> Result<Vec<Event>, StoreError> {
        let events = events(self.connection(), id, None)?;
        Ok(events.into_iter().map(|(_, event)| event).collect())
    }

    /// Finds the contract that a person is one of.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn contract_of(&self, person: PersonId) -> Result<Option<ContractId>, StoreError> {
        Ok(self
            .connection()
            .prepare_cached("SELECT contract FROM person WHERE id = ?1")?
            .query_row([person.uuid().into_bytes()], |row| {
                row.get(0).map(contract_id)
            })
            .optional()?)
    }

    /// Finds the people with a mail address, whatever its case.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn people_at(&self, address: &str) -> Result<Vec<(ContractId, PersonId)>, StoreError> {
        let Some(key) = key(address) else {
            return Ok(Vec::new());
        };
        let mut statement = self.connection().prepare_cached(
            "SELECT contract, id FROM person WHERE address = ?1 ORDER BY contract, id",
        )?;
        let found = statement.query_map([key], |row| {
            let person = PersonId::new(Uuid::from_bytes(row.get(1)?));
            Ok((contract_id(row.get(0)?), person))
        })?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

/// Gives what an event does to a contract, if it is about one.
pub(crate) fn body(event: &Event) -> Option<(ContractId, &ContractEvent)> {
    if let Body::Contract(id, body) = &event.body {
        return Some((*id, body));
    }
    None
}
