//! A workbook as LibreOffice reads it: opened without a window, written as flat XML, and looked through.

use std::process::Command;

/// A cell, by what LibreOffice takes it for.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    Nothing,
    Number(f64),
    Percent(f64),
    Seconds(u32),
    Date(String),
    Text(String),
}

/// A sheet's name and rows.
type Sheet = (String, Vec<Vec<Value>>);

pub fn is_installed(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// Opens a workbook; gives its sheets.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.xlsx");
    std::fs::write(&file, bytes).unwrap();
    // A profile of its own, so that a LibreOffice in use is left alone.
    let profile = format!(
        "-env:UserInstallation=file://{}/profile",
        folder.path().display()
    );
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "fods", "--outdir"])
        .arg(folder.path())
        .arg(&file)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    read(&std::fs::read_to_string(folder.path().join("report.fods")).expect(&said))
}

fn read(xml: &str) -> Vec<Sheet> {
    // Charts bring tables of their own.
    let parts = xml.split("<draw:frame");
    let xml: String = parts
        .map(|it| it.split_once("</draw:frame>").map_or(it, |(_, rest)| rest))
        .collect();
    let tables = xml.split("<table:table ").skip(1);
    tables
        .filter(|it| it.contains("<table:table-row"))
        .map(|it| {
            let name = attribute(it, "table:name").unwrap();
            let sheet = it.split("</table:table>").next().unwrap();
            let rows = sheet.split("<table:table-row").skip(1).map(row);
            let mut rows: Vec<Vec<Value>> = rows.collect();
            while rows.last().is_some_and(Vec::is_empty) {
                rows.pop();
            }
            (name, rows)
        })
        .collect()
}

fn row(xml: &str) -> Vec<Value> {
    let mut cells = Vec::new();
    for cell in xml.split("<table:table-cell").skip(1) {
        let (head, body) = cell.split_once('>').unwrap();
        let times = attribute(head, "table:number-columns-repeated");
        let times = times.map_or(1, |it| it.parse().unwrap_or(1)).min(100);
        cells.extend(std::iter::repeat_n(value(head, body), times));
    }
    while cells.last() == Some(&Value::Nothing) {
        cells.pop();
    }
    cells
}

fn value(head: &str, body: &str) -> Value {
    let number = || attribute(head, "office:value").unwrap().parse().unwrap();
    match attribute(head, "office:value-type").as_deref() {
        Some("float") => Value::Number(number()),
        Some("percentage") => Value::Percent(number()),
        Some("time") => Value::Seconds(seconds(&attribute(head, "office:time-value").unwrap())),
        Some("date") => Value::Date(attribute(head, "office:date-value").unwrap()),
        Some("string") => {
            let text = body.split("<text:p>").nth(1).unwrap_or_default();
            Value::Text(text.split("</text:p>").next().unwrap().to_owned())
        }
        _ => Value::Nothing,
    }
}

/// Reads `PT04H25M00S`.
fn seconds(time: &str) -> u32 {
    let digits = |it: &str| it.split('.').next().unwrap().parse::<u32>().unwrap();
    let rest = time.trim_start_matches("PT");
    let (hours, rest) = rest.split_once('H').unwrap();
    let (minutes, rest) = rest.split_once('M').unwrap();
    digits(hours) * 3600 + digits(minutes) * 60 + digits(rest.trim_end_matches('S'))
}

fn attribute(head: &str, name: &str) -> Option<String> {
    let (_, rest) = head.split_once(&format!("{name}=\""))?;
    Some(rest.split('"').next()?.to_owned())
}
