//! What recomputing finds.

/// What came of recomputing a report from its evidence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EvidenceVerdict {
    /// Events read with their bytes.
    pub events: u64,
    /// Verdicts given again.
    pub verdicts: u64,
    /// Inquiries counted again.
    pub inquiries: u64,
    /// The hash over all events of the evidence, in hex; to be compared with one that was kept elsewhere.
    pub hash: String,
    /// What differs; nothing where all is identical.
    pub differences: Vec<Difference>,
}

impl EvidenceVerdict {
    /// Tells whether everything is as it was stated.
    #[must_use]
    pub fn is_identical(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Something that is not as the evidence states, with where it was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Difference {
    /// A line of `events.jsonl` cannot be read.
    LineUnreadable {
        /// Counts from 1.
        line: u64,
    },
    /// An event's bytes or envelope are not those that were written.
    EventAltered {
        /// The line of `events.jsonl`.
        line: u64,
        /// The event's place in its device's chain.
        seq: i64,
    },
    /// An event does not link to the one before it: one of the two was altered, put here or taken away.
    ChainBroken {
        /// The line of `events.jsonl`.
        line: u64,
        /// The event's place in its device's chain.
        seq: i64,
    },
    /// A chain does not end in the stated head; holds the device's letter.
    HeadDiffers {
        /// The device's letter.
        letter: String,
    },
    /// The events together are not those that the hash was made over.
    HashDiffers,
    /// A version of a pack or calendar is not the one that the events published; holds the file's name.
    VersionDiffers {
        /// The file.
        file: String,
    },
    /// A verdict given again is another one.
    VerdictDiffers {
        /// The inquiry's number.
        number: String,
        /// The stated verdict with target and limit.
        stated: String,
        /// The same as it comes out.
        found: String,
    },
    /// What a sign-off states does not follow from the events before it: received, answered, in time, late, breached, open
    /// past the target and past the limit.
    SignOffDiffers {
        /// Who signed.
        by: String,
        /// What is stated.
        stated: String,
        /// What comes out.
        found: String,
    },
    /// The ends of the chains that a sign-off states are not those before it.
    SignedHeadsDiffer {
        /// The line of `events.jsonl`.
        line: u64,
    },
    /// Verdicts and figures cannot be given again from these events; holds the error's code.
    NotRecomputable {
        /// Why.
        code: &'static str,
    },
    /// A figure counted again is another one.
    FigureDiffers {
        /// Where it stands in `figures.json`.
        place: String,
        /// What is stated.
        stated: String,
        /// What comes out.
        found: String,
    },
}

impl Difference {
    /// Gives the stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::LineUnreadable { .. } => "line-unreadable",
            Self::EventAltered { .. } => "event-altered",
            Self::ChainBroken { .. } => "chain-broken",
            Self::HeadDiffers { .. } => "head-differs",
            Self::HashDiffers => "hash-differs",
            Self::VersionDiffers { .. } => "version-differs",
            Self::VerdictDiffers { .. } => "verdict-differs",
            Self::SignOffDiffers { .. } => "sign-off-differs",
            Self::SignedHeadsDiffer { .. } => "signed-heads-differ",
            Self::NotRecomputable { .. } => "not-recomputable",
            Self::FigureDiffers { .. } => "figure-differs",
        }
    }

    /// Names where it was found.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::LineUnreadable { line } | Self::SignedHeadsDiffer { line } => {
                format!("events.jsonl:{line}")
            }
            Self::EventAltered { line, seq } | Self::ChainBroken { line, seq } => {
                format!("events.jsonl:{line} (#{seq})")
            }
            Self::HeadDiffers { letter } => format!("heads.json ({letter})"),
            Self::HashDiffers => "heads.json".to_owned(),
            Self::NotRecomputable { code } => format!("events.jsonl: {code}"),
            Self::VersionDiffers { file } => format!("versions/{file}"),
            Self::VerdictDiffers {
                number,
                stated,
                found,
            } => format!("{number}: {stated} / {found}"),
            Self::SignOffDiffers { by, stated, found } => format!("{by}: {stated} | {found}"),
            Self::FigureDiffers {
                place,
                stated,
                found,
            } => format!("figures.json {place}: {stated} / {found}"),
        }
    }
}
