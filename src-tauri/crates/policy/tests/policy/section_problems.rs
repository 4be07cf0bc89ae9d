//! What the checker says of bad sections `asking`, `told`, `scope`, `questions` and `status_page`: each row changes the
//! clomo pack in one place, and the last one in all of them.

use policy::{Pack, PackProblem};

/// Checks the problems of the clomo pack with each `from` made `to`, each as `code path → suggestion`.
#[track_caller]
fn check(changes: &[(&str, &str)], expected: &[&str]) {
    let [clomo, ..] = Pack::shipped_texts();
    let mut text = clomo.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is in the pack");
        text = text.replacen(from, to, 1);
    }
    let problems = Pack::check(&text).expect_err("the pack is bad");
    let told: Vec<String> = problems.iter().map(told).collect();
    assert_eq!(told, expected);
    assert!(problems.iter().all(|it| it.line > 0));
}

fn told(problem: &PackProblem) -> String {
    let suggestion = problem.suggestion.as_ref();
    let suggestion = suggestion
        .map(|word| format!(" → {word}"))
        .unwrap_or_default();
    format!("{} {}{suggestion}", problem.code, problem.path)
}

#[test]
fn who_may_ask() {
    let roles = "[asking]\nroles = [\"system-administrator\"]";
    check(
        &[(roles, "[asking]\nroles = [\"system-adminstrator\"]")],
        &["unknown-word asking.roles[0] → system-administrator"],
    );
    check(
        &[("options = 5", "options = 0")],
        &["bad-number asking.options"],
    );
    check(
        &[("options = 5", "option = 5")],
        &["unknown-key asking.option → options"],
    );
    check(&[(roles, "[asking]")], &["missing-key asking.roles"]);
    let twice = "[asking]\nroles = [\"system-administrator\", \"system-administrator\"]";
    check(&[(roles, twice)], &["duplicate asking.roles[1]"]);
}

#[test]
fn who_is_told() {
    check(
        &[("news = [\"option-holder\"]", "news = [\"option-holders\"]")],
        &["unknown-word told.news[0] → option-holder"],
    );
    check(
        &[(
            "maintenance = [\"system-administrator\"]",
            "maintenance = \"all\"",
        )],
        &["wrong-type told.maintenance"],
    );
    check(
        &[(
            "suspension = [\"system-administrator\"]",
            "suspensions = []",
        )],
        &[
            "missing-key told.suspension",
            "unknown-key told.suspensions → suspension",
        ],
    );
}

#[test]
fn what_is_left_out() {
    check(
        &[("betas = \"information\"", "betas = \"informations\"")],
        &["unknown-word scope.betas → information"],
    );
    check(
        &[("devices = \"verified-list\"", "")],
        &["missing-key scope.devices"],
    );
    check(
        &[("id = \"consulting\"", "id = \"not-japanese\"")],
        &["duplicate scope.outside[7].id"],
    );
    check(
        &[("id = \"consulting\"", "id = \"consultng\"")],
        &["unknown-word scope.outside[7].id → consulting"],
    );
}

#[test]
fn the_questions_lead_to_levels() {
    let none = "question = \"part\" },\n]";
    check(
        &[(none, "question = \"parts\" },\n]")],
        &[
            "unknown-word questions[1].answers[4].question → part",
            "never-asked questions[2]",
        ],
    );
    check(
        &[(none, "question = \"what\" },\n]")],
        &["asks-in-circles questions[1]", "never-asked questions[2]"],
    );
    check(
        &[(none, "question = \"part\", level = \"minor\" },\n]")],
        &[
            "question-or-level questions[1].answers[4]",
            "never-asked questions[2]",
        ],
    );
    check(
        &[("id = \"slow\"\n", "id = \"part\"\n")],
        &[
            "unknown-word questions[0].answers[2].question",
            "duplicate questions[3].id",
        ],
    );
}

#[test]
fn the_status_page_has_known_steps() {
    check(
        &[("steps = [\"posted\", ", "steps = [\"postd\", ")],
        &["unknown-word status_page.steps[0] → posted"],
    );
}

#[test]
fn problems_of_all_sections_come_at_once() {
    check(
        &[
            ("options = 5", "options = 0"),
            ("news = [\"option-holder\"]", "news = [\"everybody\"]"),
            ("devices = \"verified-list\"", "devices = \"list\""),
            ("steps = [\"posted\", ", "steps = [\"postd\", "),
            ("id = \"slow\"\n", "id = \"slowly\"\n"),
        ],
        &[
            "bad-number asking.options",
            "unknown-word told.news[0]",
            "unknown-word scope.devices",
            "unknown-word status_page.steps[0] → posted",
            "unknown-word questions[0].answers[2].question → slowly",
            "never-asked questions[3]",
        ],
    );
}
