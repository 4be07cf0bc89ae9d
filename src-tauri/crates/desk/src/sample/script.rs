//! The sample set as it is written down, in the files beside this one.

use inquiry::Customer;
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, ResponseKind, SupportPlan};
use serde::Deserialize;

use inquiry::Status;

/// The whole set.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Script {
    pub customers: Vec<Written>,
    pub inquiries: Vec<Sketch>,
}

#[derive(Deserialize)]
struct Customers {
    customer: Vec<Written>,
}

#[derive(Deserialize)]
struct Inquiries {
    inquiry: Vec<Sketch>,
}

/// A customer with the name by which inquiries call it.
#[derive(Clone, PartialEq, Debug, Deserialize)]
pub(super) struct Written {
    pub key: String,
    #[serde(flatten)]
    pub customer: Customer,
    /// What the register of customers knows of it.
    #[serde(default)]
    pub registered: Registered,
}

/// What the register of customers knows of a customer of the sample set.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Registered {
    /// A system administrator with a support option.
    #[default]
    Whole,
    /// A system administrator without one.
    NoOption,
    /// Of whom the roles are not known.
    Unclear,
    /// In a trial.
    Trial,
    /// Under a contract that has ended.
    Ended,
    /// Not at all.
    Missing,
}

/// One inquiry. Times are business minutes: before now, or after the clock's start.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sketch {
    /// Its name among the others.
    pub key: Option<String>,
    pub subject: String,
    pub customer: String,
    pub product: ProductId,
    #[serde(default = "standard")]
    pub plan: SupportPlan,
    pub channel: Channel,
    /// How long before now it was received.
    pub age: Option<i64>,
    /// Or: in the last closed period, after this share of it.
    pub overnight: Option<f64>,
    /// Where `age` falls on an opening: in the closed period before it, after this share of it.
    pub eve: Option<f64>,
    pub level: Option<ImpactLevel>,
    /// The wrong level that was set before.
    pub corrected_from: Option<Correction>,
    pub kind: Option<InquiryKind>,
    pub assignee: Option<String>,
    pub status: Option<Status>,
    pub status_reason: Option<String>,
    pub text: String,
    pub html: Option<String>,
    #[serde(default)]
    pub attachments: Vec<File>,
    #[serde(default)]
    pub callback_phone: String,
    #[serde(default)]
    pub callback_wish: String,
    /// Whether nothing but the sender's own date tells when it came.
    #[serde(default)]
    pub unproven: bool,
    pub answer: Option<Answer>,
    #[serde(default)]
    pub messages: Vec<Later>,
    #[serde(default)]
    pub notes: Vec<Remark>,
    pub next_contact: Option<Contact>,
    pub ended: Option<End>,
    /// The older inquiry that it follows, by name.
    pub follows: Option<String>,
}

const fn standard() -> SupportPlan {
    SupportPlan::Standard
}

/// A level that turned out wrong.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Correction {
    pub level: ImpactLevel,
    pub after: i64,
    pub note: String,
}

/// An attachment, as text or in base64.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub name: String,
    pub media_type: String,
    pub text: Option<String>,
    pub base64: Option<String>,
}

/// The first response.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answer {
    pub after: i64,
    pub kind: ResponseKind,
    pub text: String,
}

/// From whom a later message is.
#[derive(Copy, Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Side {
    Customer,
    Us,
}

/// A later message.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Later {
    pub from: Side,
    pub after: i64,
    pub text: String,
}

/// An internal note.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Remark {
    pub after: i64,
    pub by: String,
    pub text: String,
}

/// The next contact, so long after now.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Contact {
    pub within: i64,
    pub note: String,
}

/// An end without a first response.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct End {
    #[serde(rename = "as")]
    pub how: policy::EndKind,
    /// The inquiry that it was merged into, by name.
    pub of: Option<String>,
    pub after: i64,
    pub reason: String,
}

impl Script {
    /// Reads the files that are built in.
    pub fn built_in() -> Result<Self, toml::de::Error> {
        let customers: Customers = toml::from_str(include_str!("customers.toml"))?;
        let mut inquiries = Vec::new();
        for text in [
            include_str!("open.toml"),
            include_str!("answered.toml"),
            include_str!("ended.toml"),
        ] {
            inquiries.extend(toml::from_str::<Inquiries>(text)?.inquiry);
        }
        Ok(Self {
            customers: customers.customer,
            inquiries,
        })
    }

    /// Gives an inquiry's customer, with what the inquiry itself tells of the call back.
    pub fn customer(&self, sketch: &Sketch) -> Customer {
        let known = self.customers.iter().find(|it| it.key == sketch.customer);
        let mut customer = known.map(|it| it.customer.clone()).unwrap_or_default();
        customer.callback_phone.clone_from(&sketch.callback_phone);
        customer.callback_wish.clone_from(&sketch.callback_wish);
        customer
    }

    /// Finds an inquiry's place by its name.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.inquiries
            .iter()
            .position(|it| it.key.as_deref() == Some(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_whole() {
        let script = Script::built_in().unwrap();
        assert!((50..=70).contains(&script.inquiries.len()), "some sixty");
        for it in &script.inquiries {
            assert!(
                script
                    .customers
                    .iter()
                    .any(|known| known.key == it.customer),
                "{}",
                it.subject
            );
            assert!(it.age.is_some() != it.overnight.is_some(), "{}", it.subject);
            let named = it
                .follows
                .iter()
                .chain(it.ended.iter().filter_map(|it| it.of.as_ref()));
            for key in named {
                assert!(script.place(key).is_some(), "{key}");
            }
            let later = it
                .messages
                .iter()
                .map(|it| it.after)
                .chain(it.answer.iter().map(|it| it.after));
            let last = later.chain(it.ended.iter().map(|it| it.after)).max();
            assert!(
                last.is_none_or(|last| it.age.is_some_and(|age| last < age)),
                "{}: in the future",
                it.subject
            );
        }
    }

    #[test]
    fn every_word_of_the_policy_occurs() {
        let script = Script::built_in().unwrap();
        for level in ImpactLevel::ALL {
            assert!(
                script.inquiries.iter().any(|it| it.level == Some(*level)),
                "{level}"
            );
        }
        assert!(script.inquiries.iter().any(|it| it.level.is_none()));
        for channel in Channel::ALL {
            assert!(
                script.inquiries.iter().any(|it| it.channel == *channel),
                "{channel}"
            );
        }
        for kind in InquiryKind::ALL {
            assert!(
                script.inquiries.iter().any(|it| it.kind == Some(*kind)),
                "{kind}"
            );
        }
        for how in policy::EndKind::ALL {
            assert!(
                script
                    .inquiries
                    .iter()
                    .flat_map(|it| &it.ended)
                    .any(|it| it.how == *how),
                "{how}"
            );
        }
        for plan in SupportPlan::ALL {
            assert!(script.inquiries.iter().any(|it| it.plan == *plan), "{plan}");
        }
    }

    #[test]
    fn customers_are_plainly_fictional() {
        for it in Script::built_in().unwrap().customers {
            let company = &it.customer.company;
            assert!(
                ["例示", "見本", "サンプル"]
                    .iter()
                    .any(|mark| company.starts_with(mark)),
                "{company}"
            );
            assert!(
                it.customer.address.ends_with(".example.jp"),
                "{}",
                it.customer.address
            );
            assert!(it.customer.phone.contains("000"), "{}", it.customer.phone);
        }
    }
}
