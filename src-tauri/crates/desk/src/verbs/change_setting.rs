use business_time::BusinessDuration;
use inquiry::{ReferenceEvent, Setting};
use policy::{ReminderRules, Threshold, Thresholds};

use crate::{Call, Desk, DeskError, Done};

impl Desk {
    /// Changes a setting that all desktops of the centre share. Addresses are kept in lower case, each once.
    ///
    /// # Errors
    /// [`DeskError::SettingOutOfRange`] for a value that makes no sense, [`DeskError::Store`].
    pub fn change_setting(&self, call: &Call, setting: Setting) -> Result<Done<()>, DeskError> {
        let setting = match setting {
            Setting::OwnAddresses(addresses) => Setting::OwnAddresses(own_addresses(&addresses)?),
            Setting::Thresholds(thresholds) => Setting::Thresholds(checked_thresholds(thresholds)?),
            Setting::Reminders(rules) => Setting::Reminders(checked_reminders(rules)?),
        };
        self.change(call, |act| {
            act.publish(ReferenceEvent::SettingChanged(setting))
        })
    }
}

/// An own address is `name@host`, or `@host` for all of a domain.
fn own_addresses(addresses: &[String]) -> Result<Vec<String>, DeskError> {
    let mut kept: Vec<String> = Vec::new();
    for address in addresses
        .iter()
        .map(|it| it.trim().to_lowercase())
        .filter(|it| !it.is_empty())
    {
        let host = address.rsplit_once('@').map_or("", |(_, host)| host);
        if host.is_empty() || address.contains(char::is_whitespace) {
            return Err(DeskError::SettingOutOfRange("own_addresses"));
        }
        if !kept.contains(&address) {
            kept.push(address);
        }
    }
    Ok(kept)
}

/// Soon comes no later than urgent, and no allowance is aimed at in no time.
fn checked_thresholds(thresholds: Thresholds) -> Result<Thresholds, DeskError> {
    let shares = thresholds.urgent_share_percent <= thresholds.soon_share_percent
        && thresholds.soon_share_percent <= 100;
    if !shares {
        return Err(DeskError::SettingOutOfRange("shares"));
    }
    if thresholds.urgent_business.is_negative() {
        return Err(DeskError::SettingOutOfRange("urgent_business"));
    }
    if thresholds.triage_aim <= BusinessDuration::ZERO {
        return Err(DeskError::SettingOutOfRange("triage_aim"));
    }
    Ok(thresholds)
}

fn checked_reminders(rules: ReminderRules) -> Result<ReminderRules, DeskError> {
    let mut all = rules
        .general
        .iter()
        .chain(rules.by_level.values().flatten());
    let in_range = all.all(|threshold| match threshold {
        Threshold::ShareLeft(percent) => (1..100).contains(percent),
        Threshold::BusinessLeft(minutes) => (1..=60_000).contains(minutes),
        Threshold::Target | Threshold::Limit => true,
    });
    if in_range {
        Ok(rules)
    } else {
        Err(DeskError::SettingOutOfRange("reminders"))
    }
}
