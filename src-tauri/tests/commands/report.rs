//! The report page: its figures are those of the files, and what lies behind each is as many as it says.

use desk::ReportForm;
use report::{Period, Selection};
use report_files::Format;
use tauri::Manager;

use super::*;

const NOVEMBER: [&str; 2] = ["2026-11-01", "2026-11-30"];

pub fn selection() -> Value {
    json!({ "period": { "from": NOVEMBER[0], "to": NOVEMBER[1] }, "by": "receipt", "products": [], "levels": [],
        "channels": [], "agents": [], "customers": [] })
}

impl Window {
    fn with_sample() -> Self {
        let window = Self::open();
        window.call("add_sample", json!({})).unwrap();
        window
    }

    fn page(&self, selection: &Value) -> Value {
        self.call("report_page", json!({ "selection": selection }))
            .unwrap()
    }

    fn behind(&self, part: &Value, slice: &Value) -> Value {
        let asked = json!({ "selection": selection(), "part": part, "slice": slice, "offset": 0 });
        self.call("report_behind", asked).unwrap()
    }

    /// The same as a program reads it from a file.
    fn exported(&self) -> Value {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.json");
        let [from, to] = NOVEMBER.map(|on| on.parse().unwrap());
        let form = ReportForm {
            format: Format::Json,
            table: String::new(),
            language: desk::Language::Ja,
        };
        let desk = self.webview.state::<Shell>().desk().unwrap();
        let selection = Selection::of(Period { from, to });
        desk.write_report(selection, &form, &path, &mut |_, _| true)
            .unwrap();
        serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
    }
}

/// Writes a cell of the page as the file has it.
fn as_in_the_file(cell: &Value) -> Value {
    let code = |name: &str| cell[name].clone();
    match cell["kind"].as_str().unwrap() {
        "nothing" => Value::Null,
        "count" => code("count"),
        "share" => cell["permille"]
            .as_u64()
            .map_or(Value::Null, |it| json!(it as f64 / 10.0)),
        "time" => code("seconds"),
        "on" => code("on"),
        "figure" => code("code"),
        "level" => code("level"),
        "channel" => code("channel"),
        "product" => code("product"),
        "text" => code("text"),
        "weekday" => {
            let day = cell["weekday"].as_u64().unwrap() as usize;
            json!(["mon", "tue", "wed", "thu", "fri", "sat", "sun"][day])
        }
        "without" => json!(format!("no_{}", cell["dimension"].as_str().unwrap())),
        other => unreachable!("{other} stands in no table that counts"),
    }
}

#[test]
fn every_cell_of_the_page_is_that_of_the_file() {
    let window = Window::with_sample();
    let (page, file) = (window.page(&selection()), window.exported());
    let mut cells = 0;
    for table in page["tables"].as_array().unwrap() {
        let name = table["name"].as_str().unwrap();
        let columns = table["columns"].as_array().unwrap();
        let rows = table["rows"].as_array().unwrap();
        let told = file["tables"][name].as_array().unwrap();
        assert_eq!(rows.len(), told.len(), "{name}");
        for (row, told) in rows.iter().zip(told) {
            for (column, cell) in columns.iter().zip(row["cells"].as_array().unwrap()) {
                let code = column["code"].as_str().unwrap();
                assert_eq!(as_in_the_file(cell), told[code], "{name} {code} {told}");
                cells += 1;
            }
        }
    }
    assert!(cells > 500, "{cells}");
    assert_eq!(
        page["inquiries"],
        file["tables"]["inquiries"].as_array().unwrap().len()
    );
    assert_eq!(page["before"]["from"], file["before"]["from"]);
}

#[test]
fn behind_a_count_stand_as_many_inquiries() {
    let window = Window::with_sample();
    let page = window.page(&selection());
    let tables = page["tables"].as_array().unwrap();
    let mut counts = 0;
    for table in tables {
        for row in table["rows"].as_array().unwrap() {
            let cells = row["cells"].as_array().unwrap();
            let columns = table["columns"].as_array().unwrap();
            for (column, cell) in columns.iter().zip(cells) {
                let is_figure = column["code"] == "value";
                let part = if is_figure {
                    &row["part"]
                } else {
                    &column["part"]
                };
                let narrowed = is_figure || !row["slice"].is_null();
                if part.is_null() || cell["kind"] != "count" || !narrowed {
                    continue;
                }
                let found = window.behind(part, &row["slice"]);
                assert_eq!(
                    found["total"], cell["count"],
                    "{} {part} {row}",
                    table["name"]
                );
                counts += 1;
            }
        }
    }
    assert!(counts > 100, "{counts}");
    let hour = json!({ "kind": "hour", "weekday": 1, "hour": 10 });
    let heat = tables.iter().find(|it| it["name"] == "receipts").unwrap();
    let told = &heat["rows"][1]["cells"][11]["count"];
    assert_eq!(&window.behind(&json!("received"), &hour)["total"], told);
    let bucket = json!({ "kind": "bucket", "level": "question", "place": 1 });
    let lengths = tables
        .iter()
        .find(|it| it["name"] == "distribution")
        .unwrap();
    let row = lengths["rows"].as_array().unwrap().iter();
    let row = row.clone().find(|it| it["cells"][0]["level"] == "question");
    let told = &row.unwrap()["cells"][2]["count"];
    assert_eq!(&window.behind(&json!("answered"), &bucket)["total"], told);
}

#[test]
fn what_lies_behind_a_figure_is_told_with_subject_times_and_verdict() {
    let window = Window::with_sample();
    let found = window.behind(&json!("breached"), &Value::Null);
    let rows = found["rows"].as_array().unwrap();
    assert_eq!(found["total"], rows.len());
    for row in rows {
        assert_eq!(row["standing"], "breached");
        assert_ne!(row["subject"], "");
        assert!(row["answeredAt"].as_str() > row["limit"].as_str(), "{row}");
        assert!(row["overrunS"].as_i64() > Some(0), "{row}");
    }
    let next = json!({ "selection": selection(), "part": "breached", "slice": null, "offset": rows.len() });
    let next = window.call("report_behind", next).unwrap();
    assert_eq!(
        (&next["rows"], &next["total"]),
        (&json!([]), &found["total"])
    );
}

impl Window {
    fn incident(&self, title: &str, detected_at: &str) -> Value {
        let matter = json!({ "kind": "incident", "detectedAt": detected_at, "incident": "malware", "affected": "yes" });
        let text = json!({ "title": title, "detail": "", "reason": "", "customers": "", "recipients": "", "notice": "" });
        let new = json!({ "request": { "products": ["clomo"], "matter": matter, "text": text } });
        self.call("open_obligation", new).unwrap();
        let asked = json!({ "which": "open", "kinds": ["incident"] });
        let all = self.call("obligations", asked).unwrap();
        let mut all = all.as_array().unwrap().iter();
        all.find(|it| it["text"]["title"] == title).unwrap()["id"].clone()
    }
}

#[test]
fn behind_a_count_of_the_other_clocks_stand_as_many_obligations() {
    let window = Window::open();
    // Two hours later it was due: done in time, done too late, not done.
    let done_at = [("kept", "00:59"), ("missed", "01:01")];
    for (title, at) in done_at {
        let id = window.incident(title, "2026-11-23T23:00:00Z");
        let at = format!("2026-11-24T{at}:00Z");
        window
            .call(
                "fulfil_obligation",
                json!({ "id": id, "at": at, "by": "鈴木" }),
            )
            .unwrap();
    }
    window.incident("overdue", "2026-11-23T22:00:00Z");
    let page = window.page(&selection());
    let mut tables = page["tables"].as_array().unwrap().iter();
    let table = tables.find(|it| it["name"] == "by_clock").unwrap();
    let row = &table["rows"][0];
    assert_eq!(row["obligations"], "incident");
    let columns = table["columns"].as_array().unwrap();
    let mut told = Vec::new();
    for (column, cell) in columns.iter().zip(row["cells"].as_array().unwrap()).skip(1) {
        let asked = json!({ "selection": selection(), "kind": "incident", "part": column["part"] });
        let found = window.call("report_obligations", asked).unwrap();
        let titles = found.as_array().unwrap().iter();
        let titles: Vec<_> = titles
            .map(|it| {
                it["obligation"]["text"]["title"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        assert_eq!(cell["count"], titles.len(), "{column}");
        told.push(titles.join(" "));
    }
    assert_eq!(told[1..], ["kept", "missed", "overdue", ""]);
    let asked = json!({ "selection": selection(), "kind": "incident", "part": "clock_missed" });
    let found = &window.call("report_obligations", asked).unwrap()[0];
    assert_eq!(found["dueAt"], "2026-11-24T01:00:00Z");
    assert_eq!(found["standing"], "clock_missed");
    assert_eq!(found["obligation"]["doneBy"], "鈴木");
    let asked = json!({ "selection": selection(), "kind": "incident", "part": "late" });
    check_refusal(&window, "report_obligations", asked, "malformed");
}

#[test]
fn a_report_is_narrowed_down_and_finds_its_customers() {
    let window = Window::with_sample();
    let all = window.page(&selection());
    let agent = &all["agents"][0];
    let mut narrowed = selection();
    narrowed["agents"] = json!([agent]);
    let some = window.page(&narrowed);
    assert!(some["inquiries"].as_u64() < all["inquiries"].as_u64());
    let found = window
        .call("report_customers", json!({ "typed": "例示" }))
        .unwrap();
    let names = found.as_array().unwrap();
    assert!(!names.is_empty() && names.iter().all(|it| it.as_str().unwrap().contains("例示")));
    narrowed["agents"] = json!([]);
    narrowed["customers"] = json!([names[0]]);
    let theirs = window.page(&narrowed)["inquiries"].as_u64();
    assert!(theirs > Some(0) && theirs < all["inquiries"].as_u64());
}

#[test]
fn what_cannot_be_reported_crosses_as_a_code() {
    let window = Window::open();
    let mut reversed = selection();
    reversed["period"] = json!({ "from": "2026-11-30", "to": "2026-11-01" });
    check_refusal(
        &window,
        "report_page",
        json!({ "selection": reversed }),
        "period-reversed",
    );
    reversed["period"] = json!({ "from": "yesterday", "to": "2026-11-01" });
    check_refusal(
        &window,
        "report_page",
        json!({ "selection": reversed }),
        "malformed",
    );
    let asked = json!({ "selection": selection(), "part": "lost", "slice": null, "offset": 0 });
    check_refusal(&window, "report_behind", asked, "malformed");
}
