//! Who may ask (§12), who may have a support option, and which channels a plan offers (§1).

use policy::{
    AskingFacts, Channel, Eligibility, EligibilityReason, OptionRefusal, Pack, Role, SupportPlan,
    grant_option, judge_eligibility, warns_of_channel,
};

const ADMIN: &[Role] = &[Role::SystemAdministrator];
const OWN: &[Role] = &[Role::ProductAdministrator];

#[track_caller]
fn check(roles: Option<&[Role]>, has_option: Option<bool>, expected: [EligibilityReason; 3]) {
    let facts = AskingFacts {
        roles: roles.map(<[Role]>::to_vec),
        has_option,
    };
    let found: Vec<_> = Pack::shipped()
        .iter()
        .map(|pack| judge_eligibility(pack, &facts))
        .collect();
    assert_eq!(found, expected, "{facts:?}");
}

#[test]
fn a_person_may_ask_by_the_packs_own_roles() {
    use EligibilityReason::{Entitled, NoOption, NoRole, OptionUnknown, RolesUnknown};
    check(Some(ADMIN), Some(true), [Entitled; 3]);
    check(Some(ADMIN), Some(false), [NoOption, Entitled, Entitled]);
    check(Some(ADMIN), None, [OptionUnknown, Entitled, Entitled]);
    check(Some(OWN), Some(true), [NoRole, Entitled, Entitled]);
    check(Some(&[]), Some(true), [NoRole; 3]);
    check(None, Some(true), [RolesUnknown; 3]);
    check(None, Some(false), [NoOption, RolesUnknown, RolesUnknown]);
    check(None, None, [RolesUnknown; 3]);
}

#[test]
fn what_nobody_knows_never_passes() {
    for reason in EligibilityReason::ALL {
        let unknown = reason.as_str().contains("unknown") || *reason == EligibilityReason::NoRule;
        assert_eq!(
            reason.eligibility() == Eligibility::ToBeChecked,
            unknown,
            "{reason:?}"
        );
        assert_eq!(reason.clause(), 12);
    }
}

#[test]
fn the_sixth_option_and_one_for_somebody_else_are_refused() {
    let [clomo, deep_instinct, harmony] = Pack::shipped() else {
        panic!("three packs")
    };
    assert_eq!(grant_option(clomo, ADMIN, 0), Ok(()));
    assert_eq!(grant_option(clomo, ADMIN, 4), Ok(()));
    let full = Err(OptionRefusal::TooMany { most: 5 });
    assert_eq!(grant_option(clomo, ADMIN, 5), full);
    assert_eq!(
        grant_option(clomo, OWN, 0),
        Err(OptionRefusal::NotAdministrator)
    );
    for other in [deep_instinct, harmony] {
        assert_eq!(grant_option(other, ADMIN, 0), Err(OptionRefusal::NoOptions));
    }
}

#[test]
fn a_trial_customer_on_the_phone_is_shown_the_way() {
    for pack in Pack::shipped() {
        assert!(warns_of_channel(pack, SupportPlan::Trial, Channel::Phone));
        for channel in [Channel::Form, Channel::Mail] {
            assert!(!warns_of_channel(pack, SupportPlan::Trial, channel));
        }
        for channel in Channel::ALL {
            assert!(!warns_of_channel(pack, SupportPlan::Standard, *channel));
        }
    }
}
