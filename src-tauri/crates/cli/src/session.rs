//! One run of the program: where the record is, who asks, and how to answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::{Access, Call, Clock, Desk, SystemClock};
use inquiry::{Actor, InquiryId};
use serde::Serialize;

use crate::arguments::Common;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::output;
use crate::progress::Progress;
use crate::tongue::Tongue;

/// The file by which a data folder shows that it holds a record.
const RECORD: &str = "ichiji.db";

/// One run of the program.
pub struct Session {
    data_dir: Option<PathBuf>,
    actor: Option<String>,
    json: bool,
    /// The catalogue.
    pub words: &'static Words,
}

impl Session {
    /// Takes what every command takes.
    pub fn new(common: Common, words: &'static Words) -> Self {
        Self {
            // A variable that is there and empty names no folder.
            data_dir: common
                .data_dir
                .filter(|it| !it.is_empty())
                .map(PathBuf::from),
            actor: common.actor,
            json: common.json,
            words,
        }
    }

    /// Begins an operation of the one who was named; a command that writes is signed.
    pub fn call(&self) -> Result<Call, Failure> {
        let actor = self.actor.as_deref().map(Actor::new);
        let actor = actor.filter(|it| !it.as_str().is_empty());
        actor.map(Call::new).ok_or(Failure::ActorMissing)
    }

    /// Gives the data folder.
    pub fn data_dir(&self) -> Result<PathBuf, Failure> {
        self.data_dir
            .clone()
            .or_else(desk::data_dir)
            .ok_or(Failure::NoDataDir)
    }

    /// Opens the record to read; begins none.
    pub fn read(&self) -> Result<Desk, Failure> {
        let dir = self.data_dir()?;
        if !has_record(&dir) {
            return Err(Failure::NoRecord(dir));
        }
        Ok(Desk::open(&dir, Access::Beside, Arc::new(SystemClock))?)
    }

    /// Opens the record to write; begins one where there is none.
    pub fn write(&self) -> Result<Desk, Failure> {
        Ok(Desk::open(
            &self.data_dir()?,
            Access::Beside,
            Arc::new(SystemClock),
        )?)
    }

    /// Opens the record to read, or an empty one in memory: rules, calendar and packs are known without a record.
    pub fn look(&self) -> Result<Desk, Failure> {
        match self.read() {
            Err(Failure::NoRecord(_)) => {
                if !self.json {
                    output::complain(&format!("{}\n", self.words.told.built_in));
                }
                Ok(Desk::in_memory(Arc::new(SystemClock))?)
            }
            other => other,
        }
    }

    /// Gives the present instant.
    pub fn now(&self) -> business_time::Instant {
        SystemClock.now()
    }

    /// Gives the language at the desk's place and time.
    pub fn tongue(&self, desk: &Desk) -> Tongue {
        Tongue::of(desk, self.words)
    }

    /// Prepares to show how far a long command is.
    pub fn progress(&self) -> Progress {
        Progress::new(self.words, self.json)
    }

    /// Answers: as JSON where that was asked for, else in words.
    pub fn show<T: Serialize>(
        &self,
        shape: impl FnOnce() -> T,
        text: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        let printed = if self.json {
            output::print_json(&shape())
        } else {
            output::print(&text())
        };
        printed.map_err(Failure::Output)
    }
}

/// Finds the inquiries that were named by number or id.
pub fn find_all(desk: &Desk, named: &[String]) -> Result<Vec<InquiryId>, Failure> {
    named.iter().map(|it| Ok(desk.find(it)?)).collect()
}

/// Where a folder may not be looked into, opening tells why.
fn has_record(dir: &Path) -> bool {
    dir.join(RECORD).try_exists().unwrap_or(true)
}
