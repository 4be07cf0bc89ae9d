//! The clocks of the obligations, by the packs in force.

use business_time::Instant;
use chrono::NaiveDate;
use inquiry::{Affected, ClockJudgement, Matter, Obligation};
use policy::{
    ClockEvaluation, ClockExplanation, ClockFacts, ClockRule, Pack, ProductId, evaluate_clock,
    explain_clock,
};

use super::Rules;
use crate::DeskError;

impl Rules {
    /// Gives the clock of a matter by the pack in force when it began (§21); none where no time is promised for it.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`] where no pack covers the product.
    pub fn clock_rule(
        &self,
        product: &ProductId,
        matter: &Matter,
    ) -> Result<Option<ClockRule>, DeskError> {
        let Some(clocks) = self.pack_of_matter(product, matter)?.clocks() else {
            return Ok(None);
        };
        Ok(match matter {
            Matter::EnterpriseApp { requested_at } => {
                ClockRule::enterprise_app(clocks, *requested_at)
            }
            Matter::Maintenance {
                planned_at,
                starts_at,
                is_heavy: true,
                is_emergency: false,
                ..
            } => {
                let starts_on = self.calendar.date_of(*starts_at);
                ClockRule::maintenance_notice(clocks, *planned_at, starts_on)
            }
            Matter::OsVerification {
                os,
                release,
                released_on,
                part,
                ..
            } => clocks
                .verifications(*os, *release)
                .find(|it| it.product.en == *part)
                .and_then(|it| ClockRule::os_verification(it, *released_on)),
            Matter::Suspension {
                planned_at, from, ..
            } => {
                let starts_on = self.calendar.date_of(*from);
                ClockRule::suspension_notice(clocks, *planned_at, starts_on)
            }
            Matter::Incident {
                detected_at,
                affected: Affected::Yes | Affected::Unknown,
                ..
            } => ClockRule::incident_notice(clocks, *detected_at),
            Matter::Incident { .. } | Matter::Maintenance { .. } | Matter::Change { .. } => None,
        })
    }

    /// Gives the pack that judges a matter.
    pub(crate) fn pack_of_matter(
        &self,
        product: &ProductId,
        matter: &Matter,
    ) -> Result<&Pack, DeskError> {
        self.packs
            .in_force(product.as_str(), self.began_on(matter))
            .ok_or_else(|| DeskError::NoSuchProduct(product.to_string()))
    }

    fn began_on(&self, matter: &Matter) -> NaiveDate {
        match matter {
            Matter::OsVerification { released_on, .. } => *released_on,
            Matter::EnterpriseApp { requested_at: at }
            | Matter::Maintenance { planned_at: at, .. }
            | Matter::Change { planned_at: at, .. }
            | Matter::Suspension { planned_at: at, .. }
            | Matter::Incident {
                detected_at: at, ..
            } => self.calendar.date_of(*at),
        }
    }

    /// Evaluates the clock of an obligation as of an instant; nothing where no time is promised.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProduct`], [`DeskError::Evaluate`].
    pub fn evaluate_obligation(
        &self,
        obligation: &Obligation,
        now: Instant,
    ) -> Result<Option<ClockEvaluation>, DeskError> {
        let facts = self.clock_facts(obligation)?;
        let evaluate = |it| evaluate_clock(&self.calendar, &self.thresholds, &it, now);
        Ok(facts.map(evaluate).transpose()?)
    }

    /// Explains the clock of an obligation step by step.
    ///
    /// # Errors
    /// As [`Rules::evaluate_obligation`].
    pub fn explain_obligation(
        &self,
        obligation: &Obligation,
    ) -> Result<Option<ClockExplanation>, DeskError> {
        let facts = self.clock_facts(obligation)?;
        let explain = |it| explain_clock(&self.calendar, &it);
        Ok(facts.map(explain).transpose()?)
    }

    /// Gives what the engine needs to know of an obligation.
    pub(crate) fn clock_facts(
        &self,
        obligation: &Obligation,
    ) -> Result<Option<ClockFacts>, DeskError> {
        let rule = self.clock_rule(&obligation.product, &obligation.matter)?;
        Ok(rule.map(|rule| ClockFacts {
            rule,
            done_at: obligation.done.as_ref().map(|(it, _)| it.at),
        }))
    }

    /// Judges an obligation that is done at an instant; nothing where no time is promised.
    pub(crate) fn judge_obligation(
        &self,
        obligation: &Obligation,
        at: Instant,
    ) -> Result<Option<ClockJudgement>, DeskError> {
        let rule = self.clock_rule(&obligation.product, &obligation.matter)?;
        let Some(rule) = rule else {
            return Ok(None);
        };
        let facts = ClockFacts {
            rule,
            done_at: Some(at),
        };
        let found = evaluate_clock(&self.calendar, &self.thresholds, &facts, at)?;
        let pack = self.pack_of_matter(&obligation.product, &obligation.matter)?;
        Ok(Some(ClockJudgement {
            late: found.late == Some(true),
            due: found.due.into(),
            pack: pack.label(),
            pack_hash: pack.hash().to_owned(),
            calendar_hash: self.calendar_hash.clone(),
        }))
    }
}
