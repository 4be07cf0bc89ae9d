use business_time::{ClosedBecause, HolidaySource};
use chrono::{Datelike, NaiveDate};
use desk::intake::Field;
use inquiry::{LevelReason, Relation, Status};
use policy::{
    Band, Cause, Channel, DayLimit, ImpactLevel, InquiryKind, ResponseKind, SupportPlan, Verdict,
};

use crate::i18n::FieldWords;
use crate::word::EndWord;

pub(super) const FIELD: FieldWords = FieldWords {
    level: |it| match it {
        ImpactLevel::Outage => "サービス障害",
        ImpactLevel::Serious => "主要機能不全",
        ImpactLevel::Minor => "軽微な不具合",
        ImpactLevel::Question => "質問",
    },
    no_level: "レベル未判定",
    band: |it| match it {
        Band::Breach => "期限超過",
        Band::Late => "目安超過",
        Band::Urgent => "期限間近",
        Band::Soon => "注意",
        Band::Fine => "余裕あり",
        Band::Waiting => "営業開始待ち",
        Band::Answered => "一次回答済",
        Band::Ended => "終了",
    },
    status: |it| match it {
        Status::New => "未対応",
        Status::InProgress => "対応中",
        Status::WaitingForCustomer => "お客様返信待ち",
        Status::OnHold => "保留",
        Status::Completed => "完了",
    },
    channel: |it| match it {
        Channel::Form => "フォーム",
        Channel::Mail => "メール",
        Channel::Phone => "電話",
    },
    plan: |it| match it {
        SupportPlan::Standard => "標準",
        SupportPlan::Trial => "トライアル",
    },
    kind: |it| match it {
        InquiryKind::Usage => "設定・使い方",
        InquiryKind::Specification => "仕様の確認",
        InquiryKind::Troubleshooting => "不具合・障害の調査",
        InquiryKind::Installation => "アプリの導入・更新",
        InquiryKind::PlatformIntegration => "OS 事業者のサービスとの連携",
        InquiryKind::FeedbackOrRequest => "不具合報告・要望",
        InquiryKind::Other => "その他",
    },
    response: |it| match it {
        ResponseKind::Answer => "回答・解決方法",
        ResponseKind::Question => "切り分けの質問",
        ResponseKind::OutOfScope => "対象外の連絡",
        ResponseKind::Receipt => "受付確認（一次回答に含まれません）",
    },
    ending: |it| match it {
        EndWord::NotAnInquiry => "問合せではない",
        EndWord::Duplicate => "重複",
        EndWord::Withdrawn => "取り下げ",
    },
    verdict: |it| match it {
        Verdict::InTime => "目安内",
        Verdict::Late => "目安超過・期限内",
        Verdict::Breach => "期限超過",
    },
    cause: |it| match it {
        Cause::LateTriage => "判定の遅れ",
        Cause::WrongLevel => "レベル誤り",
        Cause::WaitingOnVendor => "ベンダー待ち",
        Cause::Volume => "件数過多",
        Cause::Absence => "担当不在",
        Cause::CalendarError => "カレンダー誤り",
        Cause::SystemOutage => "システム障害",
        Cause::Other => "その他",
    },
    relation: |it| match it {
        Relation::Related => "関連",
        Relation::Follows => "続きの元",
        Relation::FollowedBy => "続き",
        Relation::SplitFrom => "分割元",
        Relation::SplitInto => "分割先",
        Relation::Absorbed => "まとめた問合せ",
        Relation::MergedInto => "まとめ先",
        Relation::SameOutage => "同じ障害",
    },
    reason: |it| match it {
        LevelReason::First => "初回の判定",
        LevelReason::WrongBefore => "前の判定の訂正",
        LevelReason::SituationChanged { .. } => "状況の変化",
    },
    day_limit: |it| match it {
        DayLimit::Carried => "持ち越した営業日の営業終了",
        DayLimit::WholeDays => "起点の翌日から数えた営業日の営業終了",
    },
    source: |it| match it {
        HolidaySource::Shipped => "内閣府の公表による祝日（付属）",
        HolidaySource::Computed => "計算による祝日（予定）",
        HolidaySource::Imported => "取り込んだ祝日",
    },
    closed: |it| match it {
        ClosedBecause::Weekday => "定休日".to_owned(),
        ClosedBecause::NationalHoliday {
            name,
            provisional: false,
        } => name.clone(),
        ClosedBecause::NationalHoliday {
            name,
            provisional: true,
        } => format!("{name}（予定）"),
        ClosedBecause::ClosingDay { name } => name.clone().unwrap_or_else(|| "休業日".to_owned()),
        ClosedBecause::Override => "臨時休業".to_owned(),
    },
    column: |it| match it {
        Field::ReceivedAt => "受付日時",
        Field::Subject => "件名",
        Field::Text => "本文",
        Field::Company => "会社名",
        Field::Person => "お名前",
        Field::PersonKana => "フリガナ",
        Field::Address => "メールアドレス",
        Field::Phone => "電話番号",
        Field::CallbackPhone => "折り返し先",
        Field::CallbackWish => "折り返し希望時間",
        Field::Contract => "契約番号",
        Field::Product => "製品",
        Field::Plan => "プラン",
        Field::Channel => "経路",
        Field::Level => "影響レベル",
        Field::Kind => "種別",
        Field::RespondedAt => "一次回答日時",
        Field::ResponseKind => "回答の種類",
        Field::Assignee => "担当",
        Field::MessageId => "メッセージ ID",
        Field::InReplyTo => "返信先の ID",
    },
    unassigned: "未割当",
    needs_reply: "要返信",
    sample: "サンプル",
    unproven: "受付時刻は送信者の申告",
    provisional: "祝日（予定）",
    after_the_fact: "事後の記録",
    erased: "（消去済み）",
};

const WEEKDAYS: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];

pub(super) fn day(on: NaiveDate, with_year: bool) -> String {
    let index = on.weekday().num_days_from_monday() as usize;
    let weekday = WEEKDAYS.get(index).copied().unwrap_or_default();
    let year = if with_year {
        format!("{}/", on.year())
    } else {
        String::new()
    };
    format!("{year}{}/{}({weekday})", on.month(), on.day())
}
