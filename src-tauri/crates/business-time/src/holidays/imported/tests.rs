use HolidayProblemKind::{
    Duplicate, Empty, NoName, NoSuchDate, NotADate, Undecodable, YearOutOfRange,
};

use super::*;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[track_caller]
fn reads(bytes: &[u8], expected: &[(&str, &str)]) {
    let days: Vec<(NaiveDate, String)> = read_holidays(bytes)
        .unwrap()
        .years
        .into_values()
        .flatten()
        .collect();
    let expected: Vec<_> = expected
        .iter()
        .map(|(date, name)| (on(date), (*name).to_owned()))
        .collect();
    assert_eq!(days, expected);
}

#[track_caller]
fn refuses(bytes: &[u8], expected: &[(usize, HolidayProblemKind)]) {
    let problems = read_holidays(bytes).unwrap_err();
    let problems: Vec<_> = problems.into_iter().map(|p| (p.line, p.kind)).collect();
    assert_eq!(problems, expected);
}

#[test]
fn reads_either_encoding() {
    let text =
        "国民の祝日・休日月日,国民の祝日・休日名称\r\n2028/1/1,元日\r\n2028/1/10,成人の日\r\n";
    let days = [("2028-01-01", "元日"), ("2028-01-10", "成人の日")];
    reads(text.as_bytes(), &days);
    reads(format!("\u{feff}{text}").as_bytes(), &days);
    reads(&encoding_rs::SHIFT_JIS.encode(text).0, &days);
}

#[test]
fn reads_any_header_and_layout() {
    let day = [("2028-01-01", "元日")];
    reads(
        "date,name,published\n2028-01-01,元日,computed\n".as_bytes(),
        &day,
    );
    reads("2028-1-1,元日".as_bytes(), &day);
    reads("月日,名称\n\n 2028/01/01 ,\"元日\",\n,,\n".as_bytes(), &day);
    reads(
        "2028/1/1,\"元日, \"\"新年\"\"\"".as_bytes(),
        &[("2028-01-01", "元日, \"新年\"")],
    );
    reads(
        "2028/1/10,成人の日\n2028/1/1,元日".as_bytes(),
        &[day[0], ("2028-01-10", "成人の日")],
    );
}

#[test]
fn tells_all_problems_with_their_lines() {
    let text = "日,名\n2028/2/30,幻の日\n2028/1/1,元日\n明日,何か\n2028/1/2,\n2028/01/01,元日\n1954/1/1,元日\n2028/1/3\n";
    let expected = [
        (2, NoSuchDate("2028/2/30".into())),
        (4, NotADate("明日".into())),
        (5, NoName),
        (
            6,
            Duplicate {
                on: on("2028-01-01"),
                first_line: 3,
            },
        ),
        (7, YearOutOfRange(1954)),
        (8, NoName),
    ];
    refuses(text.as_bytes(), &expected);
    refuses(&encoding_rs::SHIFT_JIS.encode(text).0, &expected);
}

#[test]
fn a_wrong_first_line_is_no_header() {
    refuses(
        "2028/13/1,元日\n".as_bytes(),
        &[(1, NoSuchDate("2028/13/1".into()))],
    );
    refuses(
        "20280101,元日\n".as_bytes(),
        &[(1, NotADate("20280101".into()))],
    );
    refuses(
        "2028/1/1/1,元日\n".as_bytes(),
        &[(1, NotADate("2028/1/1/1".into()))],
    );
}

#[test]
fn an_empty_file_is_a_problem() {
    refuses(b"", &[(1, Empty)]);
    refuses(
        "国民の祝日・休日月日,国民の祝日・休日名称\r\n".as_bytes(),
        &[(1, Empty)],
    );
}

#[test]
fn what_cannot_be_decoded_is_a_problem() {
    refuses(b"date,name\n2028/1/1,\xFF\xFF\n", &[(2, Undecodable)]);
    let utf16: Vec<u8> = "2028/1/1,元日\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    refuses(&utf16, &[(1, Undecodable)]);
}
