//! Whether a person may ask (§1, §12), and who may be given a support option (§12).

use crate::pack::{Asking, Pack, Role};
use crate::words::{Channel, SupportPlan, words};

/// What is known of the one who asks. What nobody knows is none, and never passes silently.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskingFacts {
    /// The person's roles; an employee of the customer or a contractor, it makes no difference.
    pub roles: Option<Vec<Role>>,
    /// Whether the person's support option is on.
    pub has_option: Option<bool>,
}

words! {
    /// Whether a person may ask.
    Eligibility ("eligibility") {
        /// The person may.
        Eligible = "eligible",
        /// The person may not.
        NotEligible = "not-eligible",
        /// A person has to look (要確認).
        ToBeChecked = "to-be-checked",
    }
}

words! {
    /// Why a person may ask, may not, or has to be looked up.
    EligibilityReason ("reason for an eligibility") {
        /// Has all that is asked for.
        Entitled = "entitled",
        /// Has none of the roles.
        NoRole = "no-role",
        /// Has a role, but no support option.
        NoOption = "no-option",
        /// The roles are not known.
        RolesUnknown = "roles-unknown",
        /// Whether there is a support option is not known.
        OptionUnknown = "option-unknown",
        /// The pack does not say who may ask.
        NoRule = "no-rule",
    }
}

impl EligibilityReason {
    /// Gives the number of the clause that it rests on.
    pub const fn clause(self) -> u8 {
        12
    }

    /// Gives what it comes to.
    pub const fn eligibility(self) -> Eligibility {
        match self {
            Self::Entitled => Eligibility::Eligible,
            Self::NoRole | Self::NoOption => Eligibility::NotEligible,
            Self::RolesUnknown | Self::OptionUnknown | Self::NoRule => Eligibility::ToBeChecked,
        }
    }
}

/// Tells whether a person may ask under a pack, and why (§12).
pub fn judge_eligibility(pack: &Pack, facts: &AskingFacts) -> EligibilityReason {
    let Some(asking) = &pack.content().asking else {
        return EligibilityReason::NoRule;
    };
    let has_role = facts
        .roles
        .as_ref()
        .map(|roles| roles.iter().any(|role| asking.roles.contains(role)));
    match (has_role, asking.options.and(Some(facts.has_option))) {
        (Some(false), _) => EligibilityReason::NoRole,
        // Without an option the roles do not matter any more.
        (_, Some(Some(false))) => EligibilityReason::NoOption,
        (None, _) => EligibilityReason::RolesUnknown,
        (Some(true), Some(None)) => EligibilityReason::OptionUnknown,
        (Some(true), Some(Some(true)) | None) => EligibilityReason::Entitled,
    }
}

/// Tells whether an inquiry came by a channel that its plan does not offer (§1): it is logged all the same, and the
/// person is shown the way by form or mail.
pub fn warns_of_channel(pack: &Pack, plan: SupportPlan, channel: Channel) -> bool {
    !pack.offers(plan, channel)
}

/// Why a support option is refused (§12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OptionRefusal {
    /// The pack knows no support options.
    #[error("the policy knows no support options")]
    NoOptions,
    /// The person has none of the roles that may have one.
    #[error("the person is no system administrator")]
    NotAdministrator,
    /// The base contract has as many as it may have.
    #[error("the contract has its {most} options already")]
    TooMany {
        /// How many it may have.
        most: u32,
    },
}

/// Tells whether a person may be given a support option (§12), where so many others of the base contract have one.
pub fn grant_option(pack: &Pack, roles: &[Role], others: u32) -> Result<(), OptionRefusal> {
    let asking = pack.content().asking.as_ref();
    let Some(Asking {
        roles: wanted,
        options: Some(most),
    }) = asking
    else {
        return Err(OptionRefusal::NoOptions);
    };
    if !roles.iter().any(|role| wanted.contains(role)) {
        return Err(OptionRefusal::NotAdministrator);
    }
    if others >= *most {
        return Err(OptionRefusal::TooMany { most: *most });
    }
    Ok(())
}
