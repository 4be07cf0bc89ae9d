//! What `verify` found, as codes and places.

use super::VerifyProblem;

impl VerifyProblem {
    /// Gives the stable code, by which window and command line find their sentence.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::FileDamaged { .. } => "file-damaged",
            Self::EventMissing { .. } => "event-missing",
            Self::EventAltered { .. } => "event-altered",
            Self::ChainBroken { .. } => "chain-broken",
            Self::EventUnreadable { .. } => "event-unreadable",
            Self::EventMislabelled { .. } => "event-mislabelled",
            Self::HeadDiffers { .. } => "head-differs",
            Self::TextAltered { .. } => "text-altered",
            Self::TextMissing { .. } => "text-missing",
            Self::RawAltered { .. } => "raw-altered",
            Self::RawMissing { .. } => "raw-missing",
            Self::ProjectionDiffers { .. } => "projection-differs",
            Self::IndexDiffers { .. } => "index-differs",
            Self::RegisterDiffers { .. } => "register-differs",
        }
    }

    /// Names the place: an id, a digest, a device with the place in its chain, or what SQLite said.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::FileDamaged { detail } => detail.clone(),
            Self::EventMissing { device, device_seq }
            | Self::ChainBroken { device, device_seq }
            | Self::HeadDiffers { device, device_seq } => format!("{device} #{device_seq}"),
            Self::EventAltered { event, seq } => format!("{event} #{seq}"),
            Self::EventUnreadable { seq } | Self::EventMislabelled { seq } => format!("#{seq}"),
            Self::TextAltered { text } | Self::TextMissing { text } => text.to_string(),
            Self::RawAltered { digest } | Self::RawMissing { digest } => digest.clone(),
            Self::ProjectionDiffers { inquiry } | Self::IndexDiffers { inquiry } => {
                inquiry.to_string()
            }
            Self::RegisterDiffers { contract } => contract.to_string(),
        }
    }
}
