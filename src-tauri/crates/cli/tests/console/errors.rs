//! What goes wrong, and how a script sees it.

use serde_json::json;

use super::*;

#[test]
fn reading_begins_no_record() {
    let console = Console::new();
    for arguments in [
        &["queue"][..],
        &["show", "A-1001"],
        &["explain", "A-1001"],
        &["search", "x"],
        &["verify"],
        &["backup", "to"],
        &["undo"],
        &["level", "A-1001", "minor"],
        &["sample", "remove"],
    ] {
        console.check_refused(arguments, 5, "no-record");
    }
    assert!(!console.data().exists());
    for arguments in [
        &["calendar", "show", "2026"][..],
        &["policy", "list"],
        &["policy", "show", "clomo"],
    ] {
        let output = console.run(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(
            !output.stderr.is_empty(),
            "it says that this comes with the program"
        );
    }
    assert!(!console.data().exists());
}

#[test]
fn an_empty_variable_names_no_folder() {
    let console = Console::new();
    let mut command = console.command(&["queue", "--json"]);
    for name in ["HOME", "XDG_DATA_HOME", "APPDATA"] {
        command.env(name, console.data());
    }
    let output = command.env("ICHIJI_DATA_DIR", "").output().unwrap();
    let error: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(error["error"]["code"], "no-record", "{error}");
}

#[test]
fn the_state_and_what_is_not_there_have_their_statuses() {
    let console = Console::new();
    let number = console.call("端末の件");
    console.check_refused(&["show", "A-9999"], 4, "no-such-inquiry");
    console.check_refused(&["show", "nonsense"], 4, "no-such-inquiry");
    console.check_refused(
        &["new", "--product", "other", "--subject", "x"],
        4,
        "no-such-product",
    );
    console.check_refused(&["policy", "show", "other"], 4, "no-such-product");
    console.check_refused(
        &["respond", &number, "--kind", "answer"],
        3,
        "level-missing",
    );
    console.check_refused(&["status", &number, "completed"], 3, "ending-missing");
    console.check_refused(&["status", &number, "on-hold"], 3, "hold-reason-missing");
    console.check_refused(&["assign", &number, "鈴木", "--none"], 4, "no-such-inquiry");
    console.check_refused(&["note", &number, "  "], 2, "empty-name");
    console.check_refused(&["new", "--product", "clomo"], 2, "empty-name");
    let future = [
        "new",
        "--product",
        "clomo",
        "--subject",
        "x",
        "--received-at",
        "2099-01-01T00:00:00Z",
    ];
    console.check_refused(&future, 3, "receipt-in-future");
    console.check_refused(&["calendar", "show", "1900"], 2, "out-of-range");
    console.check_refused(
        &["policy", "check", "/nonexistent.toml"],
        7,
        "unreadable-file",
    );
    let early = [
        "respond",
        &number,
        "--kind",
        "receipt",
        "--at",
        "2026-01-01T00:00:00Z",
    ];
    let (_, error) = console.refused(&early);
    assert_eq!(error["params"]["number"], json!(number));
    let latest = error["params"]["latest"].as_str().unwrap();
    assert!(
        latest.ends_with("+09:00"),
        "by the centre's clock: {latest}"
    );
}

#[test]
fn a_wrong_call_says_so() {
    let console = Console::new();
    console.check_refused(&["quux"], 2, "usage");
    console.check_refused(&["queue", "--band", "purple"], 2, "usage");
    console.check_refused(&["show", "A-1", "--as-of", "yesterday"], 2, "usage");
    console.check_refused(&["new", "--subject", "x"], 2, "usage");
    let unsigned = console.run(&["sample", "--lang", "en"]);
    assert_eq!(unsigned.status.code(), Some(2));
    let expected = "error[actor-missing]: Nobody is named as the one who does this.\nhint: Add `--actor NAME`, or set ICHIJI_ACTOR.\n";
    assert_eq!(text(&unsigned.stderr), expected);
    assert!(!console.data().exists(), "nothing was begun");
    let bare = console.run(&[]);
    assert_eq!(bare.status.code(), Some(2));
    assert!(text(&bare.stderr).contains("deadlines"));
}

#[test]
fn a_record_that_cannot_be_opened_is_told_of() {
    let console = Console::new();
    std::fs::create_dir(console.data()).unwrap();
    std::fs::write(
        console.data().join("ichiji.db"),
        "this is no database at all, ".repeat(200),
    )
    .unwrap();
    let (status, error) = console.refused(&["queue"]);
    assert_eq!((status, &error["code"]), (5, &json!("damaged")));
    let message = error["message"].as_str().unwrap();
    let aside = shown(&console.data().join("ichiji.db.damaged-"));
    assert!(message.contains(&aside), "{message}");
    assert!(!message.contains("Some("), "{message}");
    let kept = std::fs::read_dir(console.data()).unwrap();
    let mut names = kept.map(|it| it.unwrap().file_name().into_string().unwrap());
    assert!(
        names.any(|name| name.contains("damaged")),
        "moved aside, not deleted"
    );
}

#[test]
fn a_closed_pipe_is_silent() {
    let console = Console::new();
    console.call("端末の件");
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("ichiji"));
    command
        .args(["queue", "--json"])
        .env("ICHIJI_DATA_DIR", console.data());
    command
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(
        (output.status.code(), text(&output.stderr)),
        (Some(0), String::new())
    );
}
