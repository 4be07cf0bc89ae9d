//! The settings.

use business_time::BusinessDuration;
use inquiry::Actor;
use policy::{ImpactLevel, ReminderRules, Threshold, Thresholds};

use super::mirror::Mirror;
use crate::ipc::wire::settings as wire;

impl wire::LocalSettings {
    /// Shows this desktop's settings.
    pub(crate) fn show(settings: &desk::LocalSettings) -> Self {
        Self {
            name: settings.name.clone(),
            role: wire::Role::show(settings.role),
            language: wire::Language::show(settings.language),
            theme: wire::Theme::show(settings.theme),
            density: wire::Density::show(settings.density),
            zoom_percent: settings.zoom.percent(),
            watched_folder: settings.watched_folder.clone(),
            do_not_disturb: settings.do_not_disturb,
            sound: settings.sound,
            native_notifications: settings.native_notifications,
            opening_digest: settings.opening_digest,
            away: settings.away.iter().map(ToString::to_string).collect(),
        }
    }

    /// Puts these settings in the place of earlier ones; what they do not tell of stays.
    pub(crate) fn over(self, earlier: desk::LocalSettings) -> desk::LocalSettings {
        desk::LocalSettings {
            name: self.name,
            role: self.role.inside(),
            language: self.language.inside(),
            theme: self.theme.inside(),
            density: self.density.inside(),
            zoom: self.zoom_percent.into(),
            watched_folder: self.watched_folder.filter(|path| !path.trim().is_empty()),
            do_not_disturb: self.do_not_disturb,
            sound: self.sound,
            native_notifications: self.native_notifications,
            opening_digest: self.opening_digest,
            away: self.away.iter().map(|name| Actor::new(name)).collect(),
            ..earlier
        }
    }
}

impl wire::SharedSettings {
    /// Shows the centre's settings.
    pub(crate) fn show(settings: &desk::SharedSettings) -> Self {
        let thresholds = &settings.thresholds;
        Self {
            own_addresses: settings.own_addresses.clone(),
            urgent_percent: thresholds.urgent_share_percent,
            urgent_minutes: minutes(thresholds.urgent_business),
            soon_percent: thresholds.soon_share_percent,
            triage_aim_minutes: minutes(thresholds.triage_aim),
            reminders: wire::ReminderSettings::show(&settings.reminders),
        }
    }

    /// Reads the centre's settings.
    pub(crate) fn parse(&self) -> desk::SharedSettings {
        desk::SharedSettings {
            own_addresses: self.own_addresses.clone(),
            thresholds: Thresholds {
                urgent_share_percent: self.urgent_percent,
                urgent_business: BusinessDuration::from_minutes(i64::from(self.urgent_minutes)),
                soon_share_percent: self.soon_percent,
                triage_aim: BusinessDuration::from_minutes(i64::from(self.triage_aim_minutes)),
            },
            reminders: self.reminders.parse(),
        }
    }
}

impl wire::ReminderSettings {
    fn show(rules: &ReminderRules) -> Self {
        let of = |level| {
            rules
                .by_level
                .get(&level)
                .map(|thresholds| wire::ReminderRule::show(thresholds))
        };
        Self {
            usual: wire::ReminderRule::show(&rules.general),
            outage: of(ImpactLevel::Outage),
            serious: of(ImpactLevel::Serious),
            minor: of(ImpactLevel::Minor),
            question: of(ImpactLevel::Question),
        }
    }

    fn parse(&self) -> ReminderRules {
        let levels = [
            (ImpactLevel::Outage, &self.outage),
            (ImpactLevel::Serious, &self.serious),
            (ImpactLevel::Minor, &self.minor),
            (ImpactLevel::Question, &self.question),
        ];
        let own = levels
            .into_iter()
            .filter_map(|(level, rule)| Some((level, rule.as_ref()?.parse())));
        ReminderRules {
            general: self.usual.parse(),
            by_level: own.collect(),
        }
    }
}

impl wire::ReminderRule {
    fn show(thresholds: &[Threshold]) -> Self {
        let mut rule = Self {
            shares_left: Vec::new(),
            minutes_left: Vec::new(),
            at_target: false,
            at_limit: false,
        };
        for threshold in thresholds {
            match threshold {
                Threshold::ShareLeft(percent) => rule.shares_left.push(*percent),
                Threshold::BusinessLeft(minutes) => rule.minutes_left.push(*minutes),
                Threshold::Target => rule.at_target = true,
                Threshold::Limit => rule.at_limit = true,
            }
        }
        rule
    }

    fn parse(&self) -> Vec<Threshold> {
        let shares = self.shares_left.iter().copied().map(Threshold::ShareLeft);
        let minutes = self
            .minutes_left
            .iter()
            .copied()
            .map(Threshold::BusinessLeft);
        let target = self.at_target.then_some(Threshold::Target);
        let limit = self.at_limit.then_some(Threshold::Limit);
        shares.chain(minutes).chain(target).chain(limit).collect()
    }
}

fn minutes(time: BusinessDuration) -> u32 {
    u32::try_from(time.as_secs() / 60).unwrap_or(0)
}
