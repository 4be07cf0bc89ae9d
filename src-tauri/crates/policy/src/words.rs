//! The words of the field that have a fixed spelling in files, on the wire and on the command line.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A word that is not one of the known spellings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown {what}: {word}")]
pub struct UnknownWord {
    /// What kind of word was expected, such as "impact level".
    pub what: &'static str,
    /// The word that was found.
    pub word: String,
}

/// Defines an enum by the table of its spellings: one list for serde, `Display` and `FromStr`.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident ($what:literal) { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of the definition.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Gives the spelling used in files, on the wire and on the command line.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|known| known.as_str() == word).ok_or_else(|| {
                    $crate::words::UnknownWord { what: $what, word: word.to_owned() }
                })
            }
        }
    };
}
pub(crate) use words;

words! {
    /// How badly the customer is hit (§17), gravest first.
    ImpactLevel ("impact level") {
        /// The service is down for everyone, or nobody can log in (サービス障害).
        Outage = "outage",
        /// A main function cannot be used and there is no way round (主要機能不全).
        Serious = "serious",
        /// A slight delay, a part that fails, or a failure with a way round (軽微な不具合).
        Minor = "minor",
        /// A question about use, specification or contract (質問).
        Question = "question",
    }
}

words! {
    /// The support a customer has (§1).
    SupportPlan ("support plan") {
        /// The support of every paying customer.
        Standard = "standard",
        /// The support before the contract: no phone, all else equal.
        Trial = "trial",
    }
}

words! {
    /// The way an inquiry came in (§13).
    Channel ("channel") {
        /// The inquiry form of a console.
        Form = "form",
        /// Electronic mail.
        Mail = "mail",
        /// The telephone.
        Phone = "phone",
    }
}

words! {
    /// What an inquiry is about (§16).
    InquiryKind ("inquiry kind") {
        /// Settings and use of the product.
        Usage = "usage",
        /// What the product is meant to do.
        Specification = "specification",
        /// Finding the cause of a malfunction and a way out of it.
        Troubleshooting = "troubleshooting",
        /// Trouble when installing or upgrading the product's applications.
        Installation = "installation",
        /// Working together with the services of the OS platforms.
        PlatformIntegration = "platform_integration",
        /// A defect report or a wish for a function.
        FeedbackOrRequest = "feedback_or_request",
        /// What fits none of the clause's kinds, such as contract questions.
        Other = "other",
    }
}

words! {
    /// What a reply to an inquiry amounts to (§18).
    ResponseKind ("response kind") {
        /// An answer or a way to solve it.
        Answer = "answer",
        /// A question that narrows the problem down.
        Question = "question",
        /// Word that the matter is outside standard support.
        OutOfScope = "out-of-scope",
        /// Word that the inquiry was received.
        Receipt = "receipt",
    }
}

impl ResponseKind {
    /// Tells whether the reply is a first response and stops the clock (§18): a mere receipt does not.
    pub const fn counts(self) -> bool {
        match self {
            Self::Answer | Self::Question | Self::OutOfScope => true,
            Self::Receipt => false,
        }
    }
}

words! {
    /// How an inquiry ended without a first response: outside the figures.
    EndKind ("way to end") {
        /// It asked nothing of the support centre.
        NotAnInquiry = "not-an-inquiry",
        /// It was merged into another inquiry.
        Duplicate = "duplicate",
        /// The customer took it back.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// Which of the two defensible readings of §18 gives the limit of a day target.
    DayLimit ("day limit") {
        /// The close of the business day onto which the target carried over.
        Carried = "carried",
        /// The close of the N-th business day after the day of the start.
        WholeDays = "whole-days",
    }
}

words! {
    /// Why a first response missed its target or limit, as somebody of the centre says. Ours: the policies name none.
    Cause ("cause") {
        /// The level was decided late, or nobody took it up in time.
        LateTriage = "late-triage",
        /// The level that was decided first was a wrong one.
        WrongLevel = "wrong-level",
        /// The product's vendor had to answer first.
        WaitingOnVendor = "waiting-on-vendor",
        /// More came in than could be answered.
        Volume = "volume",
        /// Somebody was away.
        Absence = "absence",
        /// The business calendar did not say when the centre was open.
        CalendarError = "calendar-error",
        /// The centre's own systems were down.
        SystemOutage = "system-outage",
        /// None of these; a note tells more.
        Other = "other",
    }
}

/// The id of a product family, which is the id of its pack, such as `clomo`: lower-case letters, digits and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ProductId(Arc<str>);

impl ProductId {
    /// Takes an id that starts with a letter and has at most 64 lower-case letters, digits and hyphens.
    pub fn new(id: &str) -> Result<Self, UnknownWord> {
        let spelled = id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if spelled && id.len() <= 64 && id.starts_with(|c: char| c.is_ascii_lowercase()) {
            Ok(Self(id.into()))
        } else {
            Err(UnknownWord {
                what: "product id",
                word: id.to_owned(),
            })
        }
    }

    /// Gives the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ProductId {
    type Error = UnknownWord;

    fn try_from(id: String) -> Result<Self, UnknownWord> {
        Self::new(&id)
    }
}

impl std::str::FromStr for ProductId {
    type Err = UnknownWord;

    fn from_str(id: &str) -> Result<Self, UnknownWord> {
        Self::new(id)
    }
}

impl From<ProductId> for String {
    fn from(id: ProductId) -> Self {
        id.as_str().to_owned()
    }
}

impl fmt::Display for ProductId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Lets maps keyed by product be asked with plain text.
impl std::borrow::Borrow<str> for ProductId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T>(all: &[T], spellings: &[&str])
    where
        T: Copy + PartialEq + fmt::Debug + fmt::Display + std::str::FromStr<Err = UnknownWord>,
        T: Serialize + for<'de> Deserialize<'de>,
    {
        assert_eq!(all.iter().map(T::to_string).collect::<Vec<_>>(), spellings);
        for (value, word) in all.iter().zip(spellings) {
            assert_eq!(word.parse(), Ok(*value));
            assert_eq!(serde_json::to_string(value).unwrap(), format!("\"{word}\""));
            assert_eq!(
                serde_json::from_str::<T>(&format!("\"{word}\"")).unwrap(),
                *value
            );
        }
        assert!("Outage".parse::<T>().is_err(), "spellings are exact");
    }

    #[test]
    fn words_are_spelled_alike_everywhere() {
        check(
            ImpactLevel::ALL,
            &["outage", "serious", "minor", "question"],
        );
        check(SupportPlan::ALL, &["standard", "trial"]);
        check(Channel::ALL, &["form", "mail", "phone"]);
        check(
            InquiryKind::ALL,
            &[
                "usage",
                "specification",
                "troubleshooting",
                "installation",
                "platform_integration",
                "feedback_or_request",
                "other",
            ],
        );
        check(
            ResponseKind::ALL,
            &["answer", "question", "out-of-scope", "receipt"],
        );
        check(EndKind::ALL, &["not-an-inquiry", "duplicate", "withdrawn"]);
        check(DayLimit::ALL, &["carried", "whole-days"]);
        check(
            Cause::ALL,
            &[
                "late-triage",
                "wrong-level",
                "waiting-on-vendor",
                "volume",
                "absence",
                "calendar-error",
                "system-outage",
                "other",
            ],
        );
    }

    #[test]
    fn only_a_receipt_leaves_the_clock_running() {
        let counting: Vec<_> = ResponseKind::ALL
            .iter()
            .filter(|kind| kind.counts())
            .collect();
        assert_eq!(
            counting,
            [
                &ResponseKind::Answer,
                &ResponseKind::Question,
                &ResponseKind::OutOfScope
            ]
        );
    }

    #[test]
    fn product_ids_have_one_spelling() {
        assert_eq!(
            ProductId::new("deep-instinct").unwrap().as_str(),
            "deep-instinct"
        );
        for bad in ["", "CLOMO", "1st", "-a", "a b", "製品", &"a".repeat(65)] {
            assert!(ProductId::new(bad).is_err(), "{bad:?}");
            assert!(
                serde_json::from_str::<ProductId>(&format!("{bad:?}")).is_err(),
                "{bad:?}"
            );
        }
    }
}
