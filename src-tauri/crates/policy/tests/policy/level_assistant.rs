//! The questions that lead to a level (§17).

use std::collections::BTreeSet;

use policy::{AssistantStep, ImpactLevel, Pack, follow_answers};

/// Every way through a pack's questions: what was answered, in English, and the level.
fn ways(pack: &Pack) -> Vec<(Vec<String>, ImpactLevel)> {
    let mut found = Vec::new();
    let mut open: Vec<(Vec<usize>, Vec<String>)> = vec![Default::default()];
    while let Some((places, said)) = open.pop() {
        match follow_answers(pack, &places).expect("every way goes on or ends") {
            AssistantStep::Found { level, clause } => {
                assert_eq!(clause, 17);
                found.push((said, level));
            }
            AssistantStep::Ask(question) => {
                for (place, answer) in question.answers.iter().enumerate() {
                    let places = [places.as_slice(), &[place]].concat();
                    let said = [said.as_slice(), std::slice::from_ref(&answer.name.en)].concat();
                    open.push((places, said));
                }
            }
        }
    }
    found
}

/// Finds the level of the way whose last answer has these words; none where no way has them.
fn level_of(pack: &Pack, words: &str) -> Option<ImpactLevel> {
    ways(pack)
        .into_iter()
        .find(|(said, _)| said.last().is_some_and(|last| last.contains(words)))
        .map(|(_, level)| level)
}

#[test]
fn every_way_ends_in_a_level_within_three_questions_and_all_levels_are_found() {
    for pack in Pack::shipped() {
        let ways = ways(pack);
        assert!(ways.iter().all(|(said, _)| said.len() <= 3), "{ways:#?}");
        let levels: BTreeSet<_> = ways.iter().map(|(_, level)| *level).collect();
        assert_eq!(levels.len(), ImpactLevel::ALL.len(), "{}", pack.label());
    }
}

#[test]
fn each_pack_asks_what_its_policy_names() {
    use ImpactLevel::{Minor, Outage, Question, Serious};
    let everywhere = |level| [Some(level); 3];
    let only_clomo = |level| [Some(level), None, None];
    let rows = [
        ("question on use", everywhere(Question)),
        ("or the contract", only_clomo(Question)),
        ("Down for all users", everywhere(Outage)),
        ("Nobody can log in", everywhere(Outage)),
        ("Important data or the database", only_clomo(Outage)),
        ("Profiles for kitting", only_clomo(Outage)),
        ("A main function unusable", everywhere(Serious)),
        ("CSV import or export", only_clomo(Serious)),
        ("A security function", only_clomo(Serious)),
        ("delayed by 30 minutes or more", only_clomo(Serious)),
        ("delayed by less than 30 minutes", only_clomo(Minor)),
        ("is much slower", [None, Some(Serious), Some(Serious)]),
        ("slight delay", everywhere(Minor)),
        ("there is a way round", everywhere(Minor)),
    ];
    for (words, expected) in rows {
        let found: Vec<_> = Pack::shipped()
            .iter()
            .map(|it| level_of(it, words))
            .collect();
        assert_eq!(found, expected, "{words}");
    }
}

#[test]
fn an_answer_that_is_not_there_leads_nowhere() {
    let [clomo, ..] = Pack::shipped() else {
        panic!("a pack")
    };
    assert_eq!(follow_answers(clomo, &[9]), None);
    assert_eq!(follow_answers(clomo, &[0, 0]), None, "0 ended it");
}
