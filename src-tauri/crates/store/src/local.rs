//! What concerns this desktop alone and stands in no log: reminders given, snoozes, drafts, window state, and files
//! that could not be read.

use business_time::Instant;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::{Store, StoreError};

/// The values of this desktop.
pub struct Local<'a> {
    store: &'a Store,
}

/// A reminder that was given; no second toast is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct GivenReminder {
    /// Which clock: by custom the inquiry's id and the clock's name.
    pub clock: String,
    /// Which of its thresholds.
    pub threshold: String,
    /// The target that it warned of: another target is another reminder.
    pub target: Instant,
}

/// Something that came in and could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RefusedIntake {
    /// Names the entry.
    pub id: Uuid,
    /// The file's name, or what else tells where it came from.
    pub name: String,
    /// The reason's code.
    pub reason: String,
    /// When it was refused.
    pub at: Instant,
}

impl<'a> Local<'a> {
    pub(crate) fn new(store: &'a Store) -> Self {
        Self { store }
    }

    /// Gives a value.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.read(|reader| {
            let sql = "SELECT value FROM local_value WHERE key = ?1";
            Ok(reader
                .connection()
                .prepare_cached(sql)?
                .query_row([key], |row| row.get(0))
                .optional()?)
        })
    }

    /// Sets a value.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn put(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.store.write(|connection| set(connection, key, value))
    }

    /// Sets values, all or none.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn put_all(&self, values: &[(String, String)]) -> Result<(), StoreError> {
        self.store.write(|connection| {
            values
                .iter()
                .try_for_each(|(key, value)| set(connection, key, value))
        })
    }

    /// Removes a value; tells whether there was one.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn remove(&self, key: &str) -> Result<bool, StoreError> {
        self.store.write(|connection| {
            Ok(connection.execute("DELETE FROM local_value WHERE key = ?1", [key])? > 0)
        })
    }

    /// Gives the keys and values whose key begins with `prefix`, by key.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn by_prefix(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        self.store.read(|reader| {
            let sql =
                "SELECT key, value FROM local_value WHERE key >= ?1 AND key < ?2 ORDER BY key";
            let mut statement = reader.connection().prepare_cached(sql)?;
            // No character comes after the last one.
            let end = format!("{prefix}{}", char::MAX);
            let pairs =
                statement.query_map([prefix, &end], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(pairs.collect::<Result<_, _>>()?)
        })
    }

    /// Notes that reminders are given, all in one transaction; tells how many are for the first time. Only then they may
    /// be shown.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn give_reminders(
        &self,
        reminders: &[GivenReminder],
        at: Instant,
    ) -> Result<usize, StoreError> {
        self.store.write(|connection| {
            let mut statement = connection.prepare_cached(
                "INSERT OR IGNORE INTO reminder_given (clock, threshold, target, given_at) VALUES (?1, ?2, ?3, ?4)",
            )?;
            let mut given = 0;
            for it in reminders {
                given += statement.execute((
                    &it.clock,
                    &it.threshold,
                    it.target.as_micros(),
                    at.as_micros(),
                ))?;
            }
            Ok(given)
        })
    }

    /// Tells whether a reminder was given.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn reminder_given(&self, reminder: &GivenReminder) -> Result<bool, StoreError> {
        self.store.read(|reader| {
            let sql =
                "SELECT 1 FROM reminder_given WHERE clock = ?1 AND threshold = ?2 AND target = ?3";
            let key = (
                &reminder.clock,
                &reminder.threshold,
                reminder.target.as_micros(),
            );
            Ok(reader.connection().prepare_cached(sql)?.exists(key)?)
        })
    }

    /// Gives the reminders of clocks that were given.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn reminders_given(&self, clocks: &[String]) -> Result<Vec<GivenReminder>, StoreError> {
        self.store.read(|reader| {
            let sql = "SELECT clock, threshold, target FROM reminder_given WHERE clock = ?1 ORDER BY target, threshold";
            let mut statement = reader.connection().prepare_cached(sql)?;
            let mut given = Vec::new();
            for clock in clocks {
                for reminder in statement.query_map([clock], |row| {
                    let target = Instant::from_micros(row.get(2)?);
                    Ok(GivenReminder { clock: row.get(0)?, threshold: row.get(1)?, target })
                })? {
                    given.push(reminder?);
                }
            }
            Ok(given)
        })
    }

    /// Forgets the reminders that were given before an instant.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn forget_reminders_before(&self, at: Instant) -> Result<(), StoreError> {
        self.store.write(|connection| {
            connection.execute(
                "DELETE FROM reminder_given WHERE given_at < ?1",
                [at.as_micros()],
            )?;
            Ok(())
        })
    }

    /// Keeps what could not be read, with its bytes where they are at hand, for another try.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn refuse(&self, refused: &RefusedIntake, bytes: Option<&[u8]>) -> Result<(), StoreError> {
        self.store.write(|connection| {
            connection.execute(
                "INSERT INTO refused_intake (id, name, reason, refused_at, bytes) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (id) DO UPDATE SET reason = excluded.reason, refused_at = excluded.refused_at",
                (refused.id.into_bytes(), &refused.name, &refused.reason, refused.at.as_micros(), bytes),
            )?;
            Ok(())
        })
    }

    /// Lists what could not be read, the newest first.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn refused(&self) -> Result<Vec<RefusedIntake>, StoreError> {
        self.store.read(|reader| {
            let sql = "SELECT id, name, reason, refused_at FROM refused_intake ORDER BY refused_at DESC, id DESC";
            let mut statement = reader.connection().prepare_cached(sql)?;
            let refused = statement.query_map([], |row| {
                Ok(RefusedIntake {
                    id: Uuid::from_bytes(row.get(0)?),
                    name: row.get(1)?,
                    reason: row.get(2)?,
                    at: Instant::from_micros(row.get(3)?),
                })
            })?;
            Ok(refused.collect::<Result<_, _>>()?)
        })
    }

    /// Gives the bytes of something that could not be read, where they were kept.
    ///
    /// # Errors
    /// What hinders the reading.
    pub fn refused_bytes(&self, id: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.read(|reader| {
            let sql = "SELECT bytes FROM refused_intake WHERE id = ?1";
            let bytes = reader
                .connection()
                .query_row(sql, [id.into_bytes()], |row| row.get(0))
                .optional()?;
            Ok(bytes.flatten())
        })
    }

    /// Takes something off the list: it was read at last, or a person let it go.
    ///
    /// # Errors
    /// What hinders the writing.
    pub fn forget_refused(&self, id: Uuid) -> Result<bool, StoreError> {
        self.store.write(|connection| {
            Ok(connection.execute(
                "DELETE FROM refused_intake WHERE id = ?1",
                [id.into_bytes()],
            )? > 0)
        })
    }
}

fn set(connection: &Connection, key: &str, value: &str) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO local_value (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )?;
    Ok(())
}
