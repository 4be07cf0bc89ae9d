//! The texts, put together from phrases by chance.

use inquiry::{Customer, MessageText};
use serde::Deserialize;

use crate::dice::Dice;

/// All phrases, as they are written down in the file beside this one.
#[derive(Deserialize)]
pub struct Phrases {
    company_heads: Vec<String>,
    company_tails: Vec<String>,
    places: Vec<String>,
    devices: Vec<String>,
    systems: Vec<String>,
    pub agents: Vec<String>,
    families: Vec<[String; 3]>,
    givens: Vec<[String; 2]>,
    openings: Vec<String>,
    situations: Vec<String>,
    tried: Vec<String>,
    requests: Vec<String>,
    closings: Vec<String>,
    pub followups: Vec<String>,
    pub answers: Vec<String>,
    pub notes: Vec<String>,
    pub level_notes: Vec<String>,
    pub contact_notes: Vec<String>,
    pub ends: Vec<String>,
    rarities: Vec<String>,
    rare_sentence: String,
    product: Vec<Topics>,
}

/// What is asked of one product.
#[derive(Deserialize)]
struct Topics {
    id: String,
    topic: Vec<Topic>,
}

#[derive(Deserialize)]
struct Topic {
    subject: String,
    body: String,
}

/// What a first message says.
pub struct Letter {
    pub product: String,
    pub subject: String,
    pub text: String,
}

impl Phrases {
    /// Reads the file that is built in.
    pub fn built_in() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("phrases.toml"))
    }

    /// Makes the customer of a number; the same number is the same customer.
    pub fn customer(&self, number: u64) -> Customer {
        let mut dice = Dice::new(7, number);
        let company = one(&mut dice, &self.company_heads) + &one(&mut dice, &self.company_tails);
        let [family, family_kana, latin] = dice.pick(&self.families).cloned().unwrap_or_default();
        let [given, given_kana] = dice.pick(&self.givens).cloned().unwrap_or_default();
        let line = dice.below(10_000);
        Customer {
            company: format!("{company} 第{}事業所", number % 97 + 1),
            person: format!("{family} {given}"),
            person_kana: format!("{family_kana} {given_kana}"),
            address: format!("{latin}{}@c{number:05}.example.jp", dice.below(100)),
            phone: format!("03-0000-{line:04}"),
            contract: format!("EX-{:06}", 100_000 + number),
            ..Customer::default()
        }
    }

    /// Writes a first message: a greeting, the matter, some sentences round it, a request and a signature.
    pub fn letter(&self, dice: &mut Dice, customer: &Customer) -> Letter {
        let turn = dice.below(100);
        let product = self.product.get(match turn {
            0..55 => 0,
            55..80 => 1,
            _ => 2,
        });
        let topic = product.and_then(|it| dice.pick(&it.topic));
        let (subject, matter) = topic.map_or((String::new(), String::new()), |topic| {
            (
                self.fill(&topic.subject, dice),
                self.fill(&topic.body, dice),
            )
        });
        let family = customer.person.split(' ').next().unwrap_or_default();
        let mut lines = vec![
            one(dice, &self.openings),
            format!("{}の{family}です。", customer.company),
            String::new(),
            matter,
        ];
        for _ in 0..2 + dice.below(4) {
            lines.push(self.some(&self.situations, dice));
        }
        for _ in 0..dice.below(3) {
            lines.push(self.some(&self.tried, dice));
        }
        if dice.below(400) == 0 {
            lines.push(self.some(std::slice::from_ref(&self.rare_sentence), dice));
        }
        lines.extend([String::new(), self.some(&self.requests, dice)]);
        lines.push(one(dice, &self.closings));
        Letter {
            product: product.map(|it| it.id.clone()).unwrap_or_default(),
            subject,
            text: lines.join("\n") + &signature(customer),
        }
    }

    /// Picks one phrase and fills its slots.
    pub fn some(&self, from: &[String], dice: &mut Dice) -> String {
        let phrase = one(dice, from);
        self.fill(&phrase, dice)
    }

    fn fill(&self, phrase: &str, dice: &mut Dice) -> String {
        let mut filled = String::with_capacity(phrase.len() + 32);
        let mut rest = phrase;
        while let Some((before, (slot, after))) = rest
            .split_once('{')
            .and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            filled.push_str(before);
            filled.push_str(&self.slot(slot, dice));
            rest = after;
        }
        filled + rest
    }

    fn slot(&self, slot: &str, dice: &mut Dice) -> String {
        match slot {
            "device" => one(dice, &self.devices),
            "os" => one(dice, &self.systems),
            "place" => one(dice, &self.places),
            "rare" => one(dice, &self.rarities),
            "count" => (2 + dice.below(480)).to_string(),
            "code" => (1000 + dice.below(9000)).to_string(),
            "day" => format!("{} 月 {} 日", 1 + dice.below(12), 1 + dice.below(28)),
            "serial" => format!("EX-{:08X}", dice.below(1 << 32)),
            "version" => format!(
                "{}.{}.{}",
                3 + dice.below(9),
                dice.below(20),
                dice.below(40)
            ),
            _ => String::new(),
        }
    }
}

/// Makes what is kept of a message of the customer's, or of ours by `agent`.
pub fn message(
    customer: &Customer,
    subject: &str,
    text: String,
    agent: Option<&str>,
) -> MessageText {
    let theirs = (customer.person.clone(), customer.address.clone());
    let ours = |agent: &str| (format!("サポートセンター {agent}"), CENTRE.to_owned());
    let (from, to) = match agent {
        None => (theirs, CENTRE.to_owned()),
        Some(agent) => (ours(agent), theirs.1),
    };
    MessageText {
        from_name: from.0,
        from_address: from.1,
        to: vec![to],
        subject: subject.to_owned(),
        text,
        ..MessageText::default()
    }
}

/// The centre's own address.
pub const CENTRE: &str = "support@desk.example.jp";

fn one(dice: &mut Dice, from: &[String]) -> String {
    dice.pick(from).cloned().unwrap_or_default()
}

fn signature(customer: &Customer) -> String {
    format!(
        "\n\n--\n{} {}\n{}\nTEL {}\n",
        customer.company, customer.person, customer.address, customer.phone
    )
}
