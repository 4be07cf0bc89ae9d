//! A report to write.

use std::collections::BTreeMap;
use std::sync::Arc;

use business_time::{
    BusinessCalendar, BusinessDuration, CalendarVersion, Holidays, Instant, WallDuration,
};
use inquiry::{Actor, InquiryId, Outline, OutlinedResponse, PersonalId};
use policy::{
    Cause, Channel, Facts, ImpactLevel, PackLibrary, ResponseKind, SupportPlan, Thresholds,
    evaluate,
};
use report::{Entry, Period, Rulebook, assess};
use report_files::{Language, Reader};
use uuid::Uuid;

/// The tables with the names of their sheets.
pub const TABLES: [(&str, &str); 14] = [
    ("figures", "指標"),
    ("by_level", "影響レベル別"),
    ("by_product", "製品別"),
    ("by_channel", "経路別"),
    ("by_agent", "担当別"),
    ("by_customer", "お客様別"),
    ("by_cause", "目安超過・期限超過の原因別"),
    ("by_week", "週別の推移"),
    ("distribution", "回答までの営業時間の分布"),
    ("receipts", "受付の曜日と時間帯"),
    ("breaches", "期限超過の曜日と時間帯"),
    ("sign_offs", "承認"),
    ("missed", "目安超過・期限超過の問合せ"),
    ("inquiries", "問合せ一覧"),
];

/// Gives the codes of a table's columns, in their order.
pub fn columns(table: &str) -> Vec<String> {
    let named = |codes: &str| codes.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let figures = "received answered within_limit within_target late breached open_past_target taken_n taken_median \
                   taken_p90 taken_p95 overrun_total";
    match table {
        "figures" => named("figure value before"),
        "by_week" => named(&format!("week {figures} goal")),
        "distribution" => {
            named("level up_to_25 up_to_50 up_to_75 up_to_100 up_to_150 up_to_200 beyond")
        }
        "receipts" | "breaches" => {
            let hours = (0..24).map(|it| format!("hour_{it:02}"));
            ["weekday".to_owned()].into_iter().chain(hours).collect()
        }
        "missed" | "inquiries" => named(
            "number product level channel customer agent received_at target limit answered_at standing \
             business_taken overrun cause",
        ),
        "sign_offs" => named("signed_by signed_at within_limit changes_since"),
        by => named(&format!("{} {figures}", &by[3..])),
    }
}

pub fn period() -> Period {
    Period {
        from: "2026-11-01".parse().unwrap(),
        to: "2026-11-30".parse().unwrap(),
    }
}

pub fn reader(language: Language) -> Reader {
    let products = [("clomo", "CLOMO"), ("deep-instinct", "Deep Instinct")];
    Reader {
        language,
        zone: "Asia/Tokyo".parse().unwrap(),
        products: products
            .map(|(id, name)| (id.parse().unwrap(), name.to_owned()))
            .into_iter()
            .collect(),
    }
}

/// Makes entries of October and November, of which every second or so is late.
pub fn entries(count: usize) -> Vec<Entry> {
    let packs = PackLibrary::shipped();
    let version = CalendarVersion::standard();
    let calendar = BusinessCalendar::compile(&[version], &Holidays::shipped()).unwrap();
    let calendars = BTreeMap::new();
    let rules = Rulebook {
        packs: &packs,
        calendar: &calendar,
        calendars: &calendars,
    };
    let customers = ["例示商事", "見本物流", "=HYPERLINK(0)", ""];
    let one = |n: usize| {
        let outline = outline(n, &packs, &calendar);
        assess(outline, customers[n % 4].into(), &rules)
    };
    (0..count).map(one).collect()
}

fn outline(n: usize, packs: &PackLibrary, calendar: &BusinessCalendar) -> Outline {
    let begin = Instant::parse("2026-10-25T00:00:00+09:00").unwrap();
    let minutes = i64::try_from(n * 7919 % (32 * 24 * 60)).unwrap();
    let received_at = begin.plus_wall(WallDuration::from_minutes(minutes));
    let level = ImpactLevel::ALL[n % 4];
    let product = ["clomo", "deep-instinct"][n % 2];
    let level = (n % 11 != 5).then_some(level);
    Outline {
        id: InquiryId::new(Uuid::from_u128(n as u128)),
        number: format!("A-{}", 10_000 + n).parse().unwrap(),
        product: product.parse().unwrap(),
        plan: SupportPlan::Standard,
        channel: Channel::ALL[n % 3],
        received_at,
        reckoned_from: received_at,
        level,
        level_was_wrong: n.is_multiple_of(13),
        situation_changed: n.is_multiple_of(17),
        cause: (!n.is_multiple_of(3)).then(|| Cause::ALL[n % Cause::ALL.len()]),
        taken_up_at: Some(received_at),
        assignee: (!n.is_multiple_of(5)).then(|| Actor::new("佐藤")),
        customer: PersonalId::new(Uuid::nil()),
        response: level
            .filter(|_| n % 7 != 3)
            .map(|level| responded(n, level, received_at, packs, calendar)),
        ended: None,
        brought_back: n.is_multiple_of(19),
        sample: false,
    }
}

fn responded(
    n: usize,
    level: ImpactLevel,
    received_at: Instant,
    packs: &PackLibrary,
    calendar: &BusinessCalendar,
) -> OutlinedResponse {
    let minutes = i64::try_from(n * 104_729 % 4_000).unwrap();
    let at = received_at.plus_wall(WallDuration::from_minutes(minutes));
    let facts = Facts {
        level: Some(level),
        responded_at: Some(at),
        ..Facts::received(received_at)
    };
    let pack = &packs.versions_of("clomo")[0];
    let judged = evaluate(pack, calendar, &Thresholds::default(), &facts, at).unwrap();
    OutlinedResponse {
        at,
        by: Actor::new("鈴木"),
        kind: ResponseKind::ALL[n % 3],
        after_the_fact: n.is_multiple_of(23),
        verdict: judged.verdict.unwrap(),
        target: judged.target,
        limit: judged.limit,
        business_taken: judged.business_taken.unwrap_or(BusinessDuration::ZERO),
        calendar: Arc::default(),
    }
}
