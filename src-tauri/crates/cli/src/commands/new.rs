use desk::{NewInquiry, NewResponse};
use inquiry::{Actor, Customer};
use policy::{Channel, ImpactLevel, InquiryKind, ProductId, ResponseKind, SupportPlan};

use super::written;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::session::Session;
use crate::tongue::Tongue;
use crate::when::When;
use crate::word;

/// Records an inquiry by hand: a call, or what came in another way than by file
#[derive(clap::Args)]
pub struct Arguments {
    /// The product
    #[arg(long, value_name = "ID")]
    product: ProductId,
    /// The subject; without it the first line of the text
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    subject: String,
    /// What was said
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    text: String,
    /// The channel (§13)
    #[arg(long, value_name = "CHANNEL", value_parser = word::channel(), default_value = "phone")]
    channel: Channel,
    /// The support plan (§1)
    #[arg(long, value_name = "PLAN", value_parser = word::plan(), default_value = "standard")]
    plan: SupportPlan,
    /// When it was received, for a call its start; without it now
    #[arg(long, value_name = "INSTANT")]
    received_at: Option<When>,
    #[command(flatten)]
    customer: CustomerArguments,
    /// The impact level (§17)
    #[arg(long, value_name = "LEVEL", value_parser = word::level())]
    level: Option<ImpactLevel>,
    /// The kind of inquiry (§16)
    #[arg(long, value_name = "KIND", value_parser = word::kind())]
    kind: Option<InquiryKind>,
    /// Who takes it
    #[arg(long, value_name = "NAME")]
    assignee: Option<String>,
    /// The answer given at once; needs a level
    #[arg(long, value_name = "TEXT")]
    answer: Option<String>,
    /// What that answer is (§18)
    #[arg(long, value_name = "KIND", value_parser = word::counting_response(), requires = "answer", default_value = "answer")]
    answer_as: ResponseKind,
    /// When that answer was given; without it now
    #[arg(long, value_name = "INSTANT", requires = "answer")]
    answered_at: Option<When>,
    /// Why that answer is recorded more than five minutes later
    #[arg(long, value_name = "TEXT", requires = "answer")]
    why: Option<String>,
}

/// Who asks.
#[derive(clap::Args)]
struct CustomerArguments {
    /// The customer's company
    #[arg(
        long,
        value_name = "NAME",
        default_value = "",
        hide_default_value = true
    )]
    company: String,
    /// The person who asks
    #[arg(
        long,
        value_name = "NAME",
        default_value = "",
        hide_default_value = true
    )]
    person: String,
    /// How the person's name is read, in katakana
    #[arg(
        long,
        value_name = "KANA",
        default_value = "",
        hide_default_value = true
    )]
    person_kana: String,
    /// The mail address
    #[arg(
        long,
        value_name = "ADDRESS",
        default_value = "",
        hide_default_value = true
    )]
    address: String,
    /// The telephone number
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "",
        hide_default_value = true
    )]
    phone: String,
    /// The number to call back
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "",
        hide_default_value = true
    )]
    callback_phone: String,
    /// When the customer wishes to be called back
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    callback_wish: String,
    /// The contract's number
    #[arg(
        long,
        value_name = "NUMBER",
        default_value = "",
        hide_default_value = true
    )]
    contract: String,
}

/// Records an inquiry.
pub fn run(arguments: Arguments, session: &Session) -> Result<Exit, Failure> {
    let call = session.call()?;
    let desk = session.write()?;
    let new = arguments.inquiry(&session.tongue(&desk));
    let done = desk.record_call(&call, &new)?;
    written::show(session, &desk, &done, session.words.told.recorded)
}

impl Arguments {
    fn inquiry(self, tongue: &Tongue) -> NewInquiry {
        let zone = tongue.zone();
        let answer = self.answer.map(|text| NewResponse {
            at: self.answered_at.map(|it| it.in_zone(zone)),
            text: Some(text),
            why: self.why,
            ..NewResponse::now(self.answer_as)
        });
        NewInquiry {
            product: self.product,
            plan: self.plan,
            channel: self.channel,
            received_at: self.received_at.map(|it| it.in_zone(zone)),
            customer: self.customer.into(),
            subject: self.subject,
            text: self.text,
            level: self.level,
            kind: self.kind,
            assignee: self.assignee.as_deref().map(Actor::new),
            answer,
        }
    }
}

impl From<CustomerArguments> for Customer {
    fn from(it: CustomerArguments) -> Self {
        Self {
            company: it.company,
            person: it.person,
            person_kana: it.person_kana,
            address: it.address,
            phone: it.phone,
            callback_phone: it.callback_phone,
            callback_wish: it.callback_wish,
            contract: it.contract,
        }
    }
}
