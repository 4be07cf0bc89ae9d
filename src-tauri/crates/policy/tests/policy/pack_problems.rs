//! What the checker says of bad packs: each row changes the clomo pack in one place.

use policy::{Pack, PackProblem};

fn problems(text: &str) -> Vec<PackProblem> {
    Pack::check(text).expect_err("the pack is bad")
}

/// Checks the problems of the clomo pack with `from` made `to`, each as `code path → suggestion`.
#[track_caller]
fn check(from: &str, to: &str, expected: &[&str]) {
    let [clomo, ..] = Pack::shipped_texts();
    assert!(clomo.contains(from), "{from:?} is in the pack");
    let text = clomo.replacen(from, to, 1);
    let found: Vec<String> = problems(&text).iter().map(told).collect();
    assert_eq!(found, expected);
}

fn told(problem: &PackProblem) -> String {
    let suggestion = problem
        .suggestion
        .as_ref()
        .map(|word| format!(" → {word}"))
        .unwrap_or_default();
    format!("{} {}{suggestion}", problem.code, problem.path)
}

const OUTAGE: &str = "id = \"outage\"";

#[test]
fn keys() {
    check(
        "day_limit = ",
        "daylimit = ",
        &["missing-key day_limit", "unknown-key daylimit → day_limit"],
    );
    check("precedence = 1", "", &["missing-key precedence"]);
    check(
        "business_hours = 2",
        "busines_hours = 2",
        &[
            "hours-or-days levels[0]",
            "unknown-key levels[0].busines_hours → business_hours",
        ],
    );
    check(
        "administrator = ",
        "owner = {}\nadministrator = ",
        &["unknown-key owner"],
    );
    check(
        "{ ja = \"電話\", en = \"Phone\" }",
        "{ ja = \"電話\" }",
        &["missing-key channels[2].name.en"],
    );
    check(
        "{ ja = \"電話\", en = \"Phone\" }",
        "{ ja = \"電話\", en = \"Phone\", fr = \"x\" }",
        &["unknown-key channels[2].name.fr"],
    );
}

#[test]
fn types() {
    check("id = \"clomo\"", "id = 1", &["wrong-type id"]);
    check(
        "precedence = 1",
        "precedence = \"1\"",
        &["wrong-type precedence"],
    );
    check(
        "effective_on = 2020-04-01",
        "effective_on = 20200401",
        &["wrong-type effective_on"],
    );
    check(
        "recognise = [\"CLOMO PANEL\"]",
        "recognise = \"CLOMO PANEL\"",
        &["wrong-type products[1].recognise"],
    );
    check(
        "recognise = [\"CLOMO PANEL\"]",
        "recognise = [5]",
        &["wrong-type products[1].recognise[0]"],
    );
    check(
        "name = { ja = \"CLOMO\", en = \"CLOMO\" }",
        "name = \"CLOMO\"",
        &["wrong-type name"],
    );
}

#[test]
fn words() {
    check(
        OUTAGE,
        "id = \"outge\"",
        &[
            "missing-entry levels → outage",
            "unknown-word levels[0].id → outage",
        ],
    );
    check(
        "id = \"phone\"",
        "id = \"fax\"",
        &[
            "unknown-word channels[2].id",
            "channel-not-offered plans[0].channels[2]",
        ],
    );
    check(
        "day_limit = \"carried\"",
        "day_limit = \"whole_days\"",
        &["unknown-word day_limit → whole-days"],
    );
    check(
        "\"mail\", \"phone\"]",
        "\"mial\", \"phone\"]",
        &["unknown-word plans[0].channels[1] → mail"],
    );
}

#[test]
fn texts_ids_and_dates() {
    check("id = \"clomo\"", "id = \"CLOMO\"", &["bad-id id"]);
    check(
        "version = \"2020-04-01\"",
        "version = \"April 2020\"",
        &["bad-id version"],
    );
    check(
        "en = \"Phone\"",
        "en = \" \"",
        &["empty channels[2].name.en"],
    );
    check(
        "[\"CLOMO PANEL\"]",
        "[\"\"]",
        &["empty products[1].recognise[0]"],
    );
    check(
        "effective_on = 2020-04-01",
        "effective_on = 2020-13-01",
        &["bad-date effective_on"],
    );
    check(
        "effective_on = 2020-04-01",
        "effective_on = \"2020-02-30\"",
        &["bad-date effective_on"],
    );
    check(
        "effective_on = 2020-04-01",
        "effective_on = \"2020-4-1\"",
        &["bad-date effective_on"],
    );
    check(
        "effective_on = 2020-04-01",
        "effective_on = 09:30:00",
        &["bad-date effective_on"],
    );
    check(
        "\"09:30-17:30\"",
        "\"9.30 to 17.30\"",
        &["bad-time channels[2].hours"],
    );
    check(
        "\"09:30-17:30\"",
        "\"09:30-25:00\"",
        &["bad-time channels[2].hours"],
    );
    check(
        "\"09:30-17:30\"",
        "\"17:30-09:30\"",
        &["hours-reversed channels[2].hours"],
    );
}

#[test]
fn numbers() {
    check(
        "business_hours = 2",
        "business_hours = 0",
        &["bad-number levels[0].business_hours"],
    );
    check(
        "business_hours = 2",
        "business_hours = -2",
        &["bad-number levels[0].business_hours"],
    );
    check(
        "business_hours = 2",
        "business_hours = 1.5",
        &["bad-number levels[0].business_hours"],
    );
    check(
        "business_days = 2",
        "business_days = 10001",
        &["bad-number levels[3].business_days"],
    );
    check(
        "business_day_hours = 8",
        "business_day_hours = 25",
        &["bad-number business_day_hours"],
    );
    check(
        "business_day_hours = 8",
        "business_day_hours = 99999999999999999999",
        &["bad-number business_day_hours"],
    );
}

#[test]
fn contradictions() {
    check(
        "id = \"serious\"",
        OUTAGE,
        &["missing-entry levels → serious", "duplicate levels[1].id"],
    );
    check(
        "business_hours = 2",
        "business_hours = 2\nbusiness_days = 1",
        &["hours-or-days levels[0]"],
    );
    check(
        "business_hours = 4",
        "business_hours = 20",
        &["level-order levels[1]"],
    );
    check(
        "business_day_hours = 8",
        "business_day_hours = 3",
        &["level-order levels[1]"],
    );
    check(
        "[\"form\", \"mail\"]",
        "[\"form\", \"form\"]",
        &["duplicate plans[1].channels[1]"],
    );
    check(
        "[\"CLOMO PANEL\"]",
        "[\"clomo\"]",
        &["duplicate products[1].recognise[0]"],
    );
    check(
        "\"levels.name\"",
        "\"level.name\"",
        &["unknown-path ours[4] → levels.name"],
    );
    check("\"levels.name\"", "\"kinds.name\"", &["duplicate ours[4]"]);
}

#[test]
fn the_other_clocks() {
    check(
        "{ business_days = 3 }",
        "{ business_day = 3 }",
        &[
            "unknown-key clocks.enterprise_app.business_day → business_days",
            "missing-key clocks.enterprise_app.business_days",
        ],
    );
    check(
        "suspension_notice = { weeks = 1 }",
        "suspension_notice = { weeks = 1, days = 1 }",
        &["one-unit clocks.suspension_notice"],
    );
    check(
        "maintenance_notice = { months = 1 }",
        "maintenance_notice = {}",
        &["one-unit clocks.maintenance_notice"],
    );
    check(
        "{ wall_hours = 2 }",
        "{ wall_hours = 0 }",
        &["bad-number clocks.incident_notice.wall_hours"],
    );
    check(
        "systems = [\"ios\", \"ipados\"",
        "systems = [\"iso\", \"ios\", \"ios\"",
        &[
            "unknown-word clocks.os_verification[0].systems[0] → ios",
            "duplicate clocks.os_verification[0].systems[2]",
        ],
    );
    check(
        "by = \"us\"",
        "by = \"uss\"",
        &["unknown-word clocks.os_verification[0].by → us"],
    );
    check("[clocks]", "[clock]", &["unknown-key clock"]);
}

#[test]
fn the_systems() {
    check(
        "generations = 4",
        "generations = 4\nas_in = \"clomo\"",
        &["generations-or-as-in systems"],
    );
    check("generations = 4", "", &["generations-or-as-in systems"]);
    check(
        "generations = 4",
        "generations = 4\nrequirements = [{ os = \"ios\", kind = \"at-least\" }]",
        &["missing-key systems.requirements[0].version"],
    );
    check(
        "generations = 4",
        "generations = 4\nrequirements = [{ os = \"ios\", kind = \"none\", version = \"9\" }, { os = \"ios\", kind = \"nun\" }]",
        &[
            "unknown-key systems.requirements[0].version",
            "unknown-word systems.requirements[1].kind",
            "duplicate systems.requirements[1].os",
        ],
    );
}

#[test]
fn all_problems_come_at_once_with_their_lines() {
    let text = "id = \"x y\"\neffective_on = 2020-13-01\nlevels = []\n\n[name]\nja = \"名\"\nnom = \"name\"\n";
    let found: Vec<String> = problems(text)
        .iter()
        .map(|problem| format!("{} {}", problem.line, told(problem)))
        .collect();
    insta::assert_snapshot!(found.join("\n"));
}

#[test]
fn what_is_not_toml_is_told_with_its_lines() {
    let [clomo, ..] = Pack::shipped_texts();
    let text = clomo
        .replacen("day_limit = \"carried\"", "day_limit = carried\"", 1)
        .replacen("[[plans]]", "[[plans]", 1);
    let found: Vec<_> = problems(&text)
        .iter()
        .filter(|problem| told(problem) == "syntax ")
        .map(|p| p.line)
        .collect();
    let line = |part: &str| {
        text.lines()
            .position(|line| line.starts_with(part))
            .unwrap()
            + 1
    };
    assert!(
        found.contains(&line("day_limit")) && found.contains(&line("[[plans]")),
        "{found:?}"
    );
}

#[test]
fn nothing_at_all_lacks_everything() {
    assert!(
        problems("")
            .iter()
            .all(|problem| told(problem).starts_with("missing-key ") && problem.line == 1)
    );
    assert_eq!(problems("").len(), 13);
}
