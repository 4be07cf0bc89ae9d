use chrono::NaiveDate;
use desk::{Desk, NewObligation, NewRelease};
use inquiry::{Affected, ChangeException, IncidentKind, Matter, Measure, ObligationText};
use policy::{OsFamily, ProductId, ReleaseKind};

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::when::When;
use crate::word;

/// Records an obligation
#[derive(clap::Subcommand)]
pub enum Command {
    /// An Enterprise app that was asked for (§4)
    EnterpriseApp {
        #[command(flatten)]
        about: About,
        /// When it was asked for; without it now
        #[arg(long, value_name = "INSTANT")]
        requested_at: Option<When>,
    },
    /// Maintenance or an update that is announced (§5)
    Maintenance {
        #[command(flatten)]
        about: About,
        /// When the work starts
        #[arg(long, value_name = "INSTANT")]
        starts_at: When,
        /// When it ends
        #[arg(long, value_name = "INSTANT")]
        ends_at: When,
        /// A service stops, or many are hit
        #[arg(long)]
        heavy: bool,
        /// It cannot wait; says why with `--why`
        #[arg(long)]
        emergency: bool,
    },
    /// A change of a specification, or a retirement (§6)
    Change {
        #[command(flatten)]
        about: About,
        /// The day from which it holds
        #[arg(long, value_name = "DATE")]
        takes_effect_on: NaiveDate,
        /// What softens it; may be repeated
        #[arg(long = "measure", value_name = "MEASURE", value_parser = word::measure())]
        measures: Vec<Measure>,
        /// Why nothing does; says more with `--why`
        #[arg(long, value_name = "EXCEPTION", value_parser = word::change_exception())]
        exception: Option<ChangeException>,
    },
    /// What is to be verified after a release of an operating system, for every product (§9)
    OsVerification {
        /// The operating system
        #[arg(long, value_name = "OS", value_parser = word::os())]
        os: OsFamily,
        /// The version
        #[arg(long, value_name = "VERSION")]
        version: String,
        /// How much it changes
        #[arg(long, value_name = "KIND", value_parser = word::release_kind())]
        release: ReleaseKind,
        /// The day on which it came out
        #[arg(long, value_name = "DATE")]
        released_on: NaiveDate,
    },
    /// A suspension of phone intake (§15); says why with `--why`
    Suspension {
        #[command(flatten)]
        about: About,
        /// Its beginning
        #[arg(long, value_name = "INSTANT")]
        from: When,
        /// Its end
        #[arg(long, value_name = "INSTANT")]
        until: When,
    },
    /// A security incident (§20)
    Incident {
        #[command(flatten)]
        about: About,
        /// When it was detected; without it now
        #[arg(long, value_name = "INSTANT")]
        detected_at: Option<When>,
        /// What happened
        #[arg(long = "as", value_name = "KIND", value_parser = word::incident_kind(), default_value = "other")]
        incident: IncidentKind,
        /// Whether customers are affected
        #[arg(long, value_name = "WORD", value_parser = word::affected(), default_value = "unknown")]
        affected: Affected,
        /// Which customers
        #[arg(
            long,
            value_name = "TEXT",
            default_value = "",
            hide_default_value = true
        )]
        customers: String,
    },
}

/// What every obligation has.
#[derive(clap::Args)]
pub struct About {
    /// The product; one obligation for each that is named
    #[arg(long = "product", value_name = "ID", required = true)]
    products: Vec<ProductId>,
    /// One line that tells it from others
    #[arg(long, value_name = "TEXT")]
    title: String,
    /// Whatever else is to be said
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    detail: String,
    /// Why
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    why: String,
}

/// Records an obligation.
pub fn run(command: Command, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.write()?;
    let done = match command.read(&desk) {
        Asked::Release(release) => desk.open_verifications(&call, &release)?,
        Asked::Obligation(new) => desk.open_obligation(&call, &new)?,
    };
    written(session, &desk, &done)
}

/// What is to be recorded.
enum Asked {
    /// A release, whose obligations follow from the packs.
    Release(NewRelease),
    /// Anything else.
    Obligation(NewObligation),
}

impl Command {
    fn read(self, desk: &Desk) -> Asked {
        let (now, zone) = (desk.now(), desk.rules().calendar.time_zone());
        let instant = |at: When| at.in_zone(zone);
        match self {
            Self::EnterpriseApp {
                about,
                requested_at,
            } => about.of(Matter::EnterpriseApp {
                requested_at: requested_at.map_or(now, instant),
            }),
            Self::Maintenance {
                about,
                starts_at,
                ends_at,
                heavy,
                emergency,
            } => about.of(Matter::Maintenance {
                planned_at: now,
                starts_at: instant(starts_at),
                ends_at: instant(ends_at),
                is_heavy: heavy,
                is_emergency: emergency,
            }),
            Self::Change {
                about,
                takes_effect_on,
                measures,
                exception,
            } => about.of(Matter::Change {
                planned_at: now,
                takes_effect_on,
                measures,
                exception,
            }),
            Self::Suspension { about, from, until } => about.of(Matter::Suspension {
                planned_at: now,
                from: instant(from),
                until: instant(until),
            }),
            Self::Incident {
                about,
                detected_at,
                incident,
                affected,
                customers,
            } => {
                let matter = Matter::Incident {
                    detected_at: detected_at.map_or(now, instant),
                    incident,
                    affected,
                };
                about.with_customers(matter, customers)
            }
            Self::OsVerification {
                os,
                version,
                release,
                released_on,
            } => Asked::Release(NewRelease {
                os,
                version,
                kind: release,
                released_on,
            }),
        }
    }
}

impl About {
    fn of(self, matter: Matter) -> Asked {
        self.with_customers(matter, String::new())
    }

    fn with_customers(self, matter: Matter, customers: String) -> Asked {
        Asked::Obligation(NewObligation {
            products: self.products,
            matter,
            text: ObligationText {
                title: self.title,
                detail: self.detail,
                reason: self.why,
                customers,
                ..ObligationText::default()
            },
        })
    }
}
