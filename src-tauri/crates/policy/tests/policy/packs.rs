//! The shipped packs: what they say, and that schema, checker and files agree.

use std::path::Path;

use policy::{Channel, ImpactLevel, Pack, PackContent, PackProblemCode, SupportPlan};
use serde_json::Value;

#[test]
fn the_packs_hold_the_first_response_data_of_each_policy() {
    let rows: Vec<String> = Pack::shipped().iter().map(row).collect();
    insta::assert_snapshot!(rows.join("\n\n"));
}

/// One pack as a short table: what §1, §12, §13, §14, §16 and §17 say.
fn row(pack: &Pack) -> String {
    let content = pack.content();
    let mut lines = vec![
        format!("{} from {}", pack.label(), pack.effective_on()),
        format!("§1  {} · {}", content.name.ja, content.name.en),
        format!(
            "§12 {} · {}",
            content.administrator.ja, content.administrator.en
        ),
    ];
    lines.extend(content.plans.iter().map(|plan| {
        let channels: Vec<_> = plan
            .channels
            .iter()
            .map(|channel| channel.as_str())
            .collect();
        format!("§1  {}: {}", plan.id, channels.join(" "))
    }));
    lines.extend(content.channels.iter().map(|channel| {
        let hours = channel
            .hours
            .map_or("always".to_owned(), |hours| hours.to_string());
        format!(
            "§13 {}: {} [{}]",
            channel.id,
            hours,
            channel.places.join(", ")
        )
    }));
    lines.extend(
        content
            .kinds
            .iter()
            .map(|kind| format!("§16 {}: {}", kind.id, kind.name.ja)),
    );
    lines.extend(content.levels.iter().map(|level| {
        let minutes = pack.allowance(level.id).as_secs() / 60;
        format!(
            "§17 {} {}: {:?}, {minutes} min",
            level.id, level.name.ja, level.allowance
        )
    }));
    lines.join("\n")
}

#[test]
fn the_packs_differ_where_the_policies_do_and_nowhere_else() {
    let [clomo, deep_instinct, harmony] = Pack::shipped() else {
        panic!("three packs")
    };
    // The promise of §17, §18 and the plans of §1 are the same in all three policies.
    for other in [deep_instinct, harmony] {
        assert_eq!(other.content().levels, clomo.content().levels);
        assert_eq!(other.content().plans, clomo.content().plans);
        assert_eq!(other.day_limit(), clomo.day_limit());
        assert_eq!(
            other.content().business_day_hours,
            clomo.content().business_day_hours
        );
    }
    // §1 administrators, §13 form places, and the product of §16's fourth kind are each policy's own.
    let own = |read: fn(&PackContent) -> String| {
        Pack::shipped()
            .iter()
            .map(|pack| read(pack.content()))
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    };
    assert_eq!(own(|content| content.administrator.en.clone()), 3);
    assert_eq!(own(|content| content.kinds[3].name.en.clone()), 3);
    assert_eq!(
        own(|content| content.channels[0].places.join(", ")),
        2,
        "only clomo has a second place"
    );
    assert_eq!(
        clomo.content().channels[0].places,
        ["CLOMO PANEL", "CLOMO SECURED APPs MANAGER"]
    );
}

#[test]
fn a_trial_has_no_phone() {
    for pack in Pack::shipped() {
        let offered = |plan| {
            Channel::ALL
                .iter()
                .copied()
                .filter(|c| pack.offers(plan, *c))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            offered(SupportPlan::Standard),
            [Channel::Form, Channel::Mail, Channel::Phone]
        );
        assert_eq!(offered(SupportPlan::Trial), [Channel::Form, Channel::Mail]);
    }
}

#[test]
fn a_pack_is_named_by_the_hash_of_its_text() {
    let [clomo, ..] = Pack::shipped_texts();
    let changed = Pack::check(&format!("{clomo}\n# A word more.\n")).unwrap();
    assert_eq!(changed.content(), Pack::shipped()[0].content());
    assert_ne!(changed.hash(), Pack::shipped()[0].hash());
    assert_eq!(changed.hash().len(), 64);
}

/// The packs as they were first published: records in use hold them.
const FIRST: [&str; 3] = [
    include_str!("../fixtures/packs/clomo-2020-04-01.toml"),
    include_str!("../fixtures/packs/deep-instinct-2023-07-01.toml"),
    include_str!("../fixtures/packs/harmony-mobile-2024-07-01.toml"),
];

#[test]
fn packs_of_the_first_hour_load_and_judge_first_responses_alike() {
    for (text, now) in FIRST.iter().zip(Pack::shipped()) {
        let then = Pack::check(text).unwrap();
        assert_eq!(then.label(), now.label());
        assert_ne!(then.hash(), now.hash());
        assert!(then.clocks().is_none());
        let first_response = PackContent {
            ours: then.content().ours.clone(),
            ..without_later_sections(now.content())
        };
        assert_eq!(then.content(), &first_response);
    }
}

/// Takes away the sections that packs of the first hour do not have.
fn without_later_sections(content: &PackContent) -> PackContent {
    PackContent {
        clocks: None,
        systems: None,
        asking: None,
        told: None,
        scope: None,
        questions: Vec::new(),
        status_page: None,
        ..content.clone()
    }
}

#[test]
fn what_a_pack_says_is_written_as_it_is_read() {
    for pack in Pack::shipped() {
        let written = toml::to_string(pack.content()).unwrap();
        assert_eq!(Pack::check(&written).unwrap().content(), pack.content());
    }
}

#[test]
fn every_required_key_of_the_schema_is_required_by_the_checker() {
    let schema = serde_json::to_value(schemars::schema_for!(PackContent)).unwrap();
    let [text, ..] = Pack::shipped_texts();
    let whole: toml::Table = text.parse().unwrap();
    let properties = schema["properties"].as_object().unwrap();
    let required: Vec<&str> = schema["required"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key.as_str().unwrap())
        .collect();
    for key in properties.keys() {
        let mut part = whole.clone();
        assert!(
            part.remove(key).is_some(),
            "the file uses each key of the schema: {key}"
        );
        let missing = Pack::check(&toml::to_string(&part).unwrap()).is_err_and(|problems| {
            problems
                .iter()
                .any(|problem| problem.code == PackProblemCode::MissingKey && problem.path == *key)
        });
        assert_eq!(missing, required.contains(&key.as_str()), "{key}");
    }
}

/// Writes the schema anew where `UPDATE_SCHEMA` is set; else it must be up to date.
#[test]
fn the_schema_for_editors_is_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/pack.schema.json");
    let schema = schemars::schema_for!(PackContent);
    let text = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, text, "run the tests with UPDATE_SCHEMA=1");
    assert_eq!(
        serde_json::from_str::<Value>(&found).unwrap()["additionalProperties"],
        false
    );
}

#[test]
fn levels_are_asked_by_their_words() {
    let hours = |level| Pack::shipped()[0].allowance(level).as_secs() / 3600;
    assert_eq!(
        ImpactLevel::ALL
            .iter()
            .map(|level| hours(*level))
            .collect::<Vec<_>>(),
        [2, 4, 8, 16]
    );
}
