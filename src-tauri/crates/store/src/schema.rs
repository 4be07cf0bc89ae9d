//! The schema, its upgrades, and how a connection is set up.

use std::time::Duration;

use rusqlite::{Connection, OptionalExtension};
use rusqlite_migration::{M, Migrations};

use crate::StoreError;

/// The numbered upgrades, oldest first. Once released, a file never changes again.
const UPGRADES: &[M<'_>] = &[
    M::up(include_str!("migrations/001_record.sql")),
    M::up(include_str!("migrations/002_not_completed.sql")),
    M::up(include_str!("migrations/003_obligations.sql")),
    M::up(include_str!("migrations/004_judged.sql")),
    M::up(include_str!("migrations/005_register.sql")),
    M::up(include_str!("migrations/006_outline.sql")),
    M::up(include_str!("migrations/007_outline_columns.sql")),
    M::up(include_str!("migrations/008_search_threes.sql")),
    M::up(include_str!("migrations/009_in_work.sql")),
];

/// The schema's number that this program writes.
pub(crate) const KNOWN: i64 = 9;

const MIGRATIONS: Migrations<'_> = Migrations::from_slice(UPGRADES);

/// How long a writer waits for another program's transaction.
const PATIENCE: Duration = Duration::from_secs(10);

/// Statements that a connection keeps prepared.
const PREPARED: usize = 96;

/// Brings the file to the newest schema.
pub(crate) fn upgrade(connection: &mut Connection) -> Result<(), StoreError> {
    Ok(MIGRATIONS.to_latest(connection)?)
}

/// Reads the schema's number; 0 in an empty file. A file with tables but no number is none of this program's.
pub(crate) fn found(connection: &Connection) -> Result<i64, StoreError> {
    let tables = count(connection, "SELECT count(*) FROM sqlite_schema")?;
    let number = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if number == 0 && tables > 0 {
        Err(StoreError::Damaged { moved_to: None })
    } else {
        Ok(number)
    }
}

/// Sets up a connection that writes. These do nothing inside a migration's transaction, hence here.
pub(crate) fn prepare_writer(connection: &Connection) -> Result<(), StoreError> {
    prepare(connection)?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    // An acknowledged write outlives a power failure; an erased text leaves no trace in free pages.
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    Ok(())
}

/// Sets up a connection that only reads.
pub(crate) fn prepare_reader(connection: &Connection) -> Result<(), StoreError> {
    prepare(connection)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(())
}

fn prepare(connection: &Connection) -> Result<(), StoreError> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(PREPARED);
    connection.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;
         PRAGMA cache_size = -8000;",
    )?;
    Ok(())
}

/// Counts: runs a statement whose one value is a count.
pub(crate) fn count(connection: &Connection, sql: &str) -> Result<u64, StoreError> {
    let count: i64 = connection
        .prepare_cached(sql)?
        .query_row([], |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

/// Tells with which version of the program's rules a cache was made.
pub(crate) fn cache_version(
    connection: &Connection,
    cache: &str,
) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT version FROM cache_version WHERE cache = ?1";
    Ok(connection
        .query_row(sql, [cache], |row| row.get(0))
        .optional()?)
}

/// Notes with which version of the program's rules a cache is made now.
pub(crate) fn set_cache_version(
    connection: &Connection,
    cache: &str,
    version: i64,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO cache_version (cache, version) VALUES (?1, ?2)
               ON CONFLICT (cache) DO UPDATE SET version = excluded.version";
    connection.execute(sql, (cache, version))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn upgrades_stay_as_they_were_released() {
        let frozen = [
            (
                include_str!("migrations/001_record.sql"),
                "fc2dcefb378df1d6e68809bfc3abd4f4a00a5eb920d901e851d019326b4d10e0",
            ),
            (
                include_str!("migrations/002_not_completed.sql"),
                "207442e37bdcca7924ca539d13e33d02bfaff69c644776afdb488a0ea4105f34",
            ),
            (
                include_str!("migrations/003_obligations.sql"),
                "8df19d127e06481b1ff1e8fa2e2a23e2b6ad3b00c7e9fb61e49847159b355b12",
            ),
            (
                include_str!("migrations/004_judged.sql"),
                "5d293dbb649bef26ad405c72e634c040b65d1ee8f58e0168f5503d8f34b38438",
            ),
            (
                include_str!("migrations/005_register.sql"),
                "776425d123b88e895b9d224b68b6c94ae57a6fb5f1ceceafcea96730a4aa6f80",
            ),
            (
                include_str!("migrations/006_outline.sql"),
                "0768511b0e63203f240a090b93643fd8d4f38765e3b25b82991465dc875b671e",
            ),
            (
                include_str!("migrations/007_outline_columns.sql"),
                "72f25d3a42a2ef87730d8d29f1145d6b5ed6a9c42349d2e3ef7f2b0091428ab9",
            ),
            (
                include_str!("migrations/008_search_threes.sql"),
                "a55fb1a5f3bac384d9945d8073366fde3ee73cf9965ed90f8d277e348f5e0e05",
            ),
            (
                include_str!("migrations/009_in_work.sql"),
                "8b8bb826dc087a597e49c88d658d45536fd9070f1e3964266a2e8da5a15bc020",
            ),
        ];
        for (sql, digest) in frozen {
            assert_eq!(
                crate::log::hex(&Sha256::digest(sql)),
                digest,
                "a released upgrade never changes"
            );
        }
    }

    #[test]
    fn the_known_number_is_that_of_the_last_upgrade() {
        assert_eq!(usize::try_from(KNOWN).unwrap(), UPGRADES.len());
        MIGRATIONS.validate().unwrap();
    }
}
