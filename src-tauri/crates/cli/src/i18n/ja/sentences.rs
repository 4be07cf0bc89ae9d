use desk::Unproven;
use inquiry::{Ending, InquiryEvent, Response};
use policy::{Allowance, Step};

use crate::shape::history::Naming;
use crate::tongue::Tongue;
use crate::word::EndWord;

pub(super) fn step(step: &Step, tongue: &Tongue) -> String {
    let field = &tongue.words.field;
    let moment = |at: &business_time::Instant| tongue.moment(*at);
    match step {
        Step::Received { at } => format!("{} の受付", moment(at)),
        Step::ReckonedFromChange { at } => {
            format!("状況の変化を伝えた {} の連絡から計算", moment(at))
        }
        Step::StartsAtOpening { at } => format!("次の営業開始 {} から計算", moment(at)),
        Step::SkippedDays { days } => {
            let days: Vec<String> = days
                .iter()
                .map(|it| format!("{} {}", tongue.day(it.on), (field.closed)(&it.because)))
                .collect();
            format!("営業日でないため除外：{}", days.join("、"))
        }
        Step::Allowance {
            level,
            said,
            target,
            ..
        } => {
            format!(
                "{} → {}（目安 {}）",
                (field.level)(*level),
                allowance(*said),
                moment(target)
            )
        }
        Step::TriageAim { business, at } => {
            format!(
                "レベル未判定 → 判定目安は営業時間で {} 分（{}）",
                business.as_secs() / 60,
                moment(at)
            )
        }
        Step::CarriedOver { from, to } => {
            format!(
                "{} の営業時間に収まらず、{} に持ち越し",
                tongue.day(*from),
                tongue.day(*to)
            )
        }
        Step::LimitIsTarget => "当日中に収まるため、期限は目安と同じ".to_owned(),
        Step::LimitIsClose { at, .. } => format!(
            "翌営業日以降に収まるため、期限はその日の営業終了 {}",
            moment(at)
        ),
        Step::WholeDays {
            business_days, at, ..
        } => {
            format!(
                "起点の翌日から {business_days} 営業日目の営業終了 {} が期限",
                moment(at)
            )
        }
        Step::Responded {
            at,
            verdict: Some(verdict),
        } => {
            format!("{} に一次回答（{}）", moment(at), (field.verdict)(*verdict))
        }
        Step::Responded { at, verdict: None } => format!("{} に一次回答", moment(at)),
        Step::Ended { at } => format!("{} に一次回答なしで終了", moment(at)),
        Step::OverOutOfHours { since } => {
            format!(
                "{} に達した後は営業時間外のため、超過は 0:00（営業終了後）",
                moment(since)
            )
        }
        Step::Provisional { year } => {
            format!("{year} 年の祝日は計算による予定。公表後に変わる可能性あり")
        }
    }
}

/// Says an allowance as the pack does.
fn allowance(said: Allowance) -> String {
    match said {
        Allowance::BusinessHours(hours) => format!("{hours} 営業時間"),
        Allowance::BusinessDays(days) => format!("{days} 営業日"),
    }
}

pub(super) fn history(event: &InquiryEvent, naming: &Naming<'_>) -> String {
    let (tongue, field) = (naming.tongue, &naming.tongue.words.field);
    match event {
        InquiryEvent::Received(it) => {
            format!(
                "{}で受付 {}",
                (field.channel)(it.channel),
                tongue.moment(it.received_at)
            )
        }
        InquiryEvent::MessageAdded(it) => {
            format!(
                "{} の連絡を追加（{}）",
                naming.from(it),
                tongue.moment(it.at)
            )
        }
        InquiryEvent::MessageSplitOff { to, .. } => {
            format!("連絡を別の問合せ {} に分割", naming.number(*to))
        }
        InquiryEvent::LevelSet {
            level,
            reason,
            note,
        } => {
            let (level, reason) = ((field.level)(*level), (field.reason)(reason));
            format!(
                "影響レベルを「{level}」に（{reason}）{}",
                after(&naming.optional(note.as_ref()))
            )
        }
        InquiryEvent::KindSet(kind) => format!("種別を「{}」に", (field.kind)(*kind)),
        InquiryEvent::ProductSet(product) => format!("製品を「{}」に訂正", tongue.product(product)),
        InquiryEvent::PlanSet(plan) => format!("プランを「{}」に訂正", (field.plan)(*plan)),
        InquiryEvent::SubjectSet(text) => format!("件名を「{}」に変更", naming.words(text)),
        InquiryEvent::LevelFound { level, .. } => {
            let words = naming.tongue.words;
            (words.scope.level_found)((words.field.level)(*level))
        }
        InquiryEvent::StatusPageTicked { step, done } => {
            let told = &naming.tongue.words.scope;
            (told.ticked)((told.step)(*step), *done)
        }
        InquiryEvent::HandedOver { handed_over: true } => "有償サポートへ引き継ぎ".to_owned(),
        InquiryEvent::HandedOver { handed_over: false } => {
            "有償サポートへの引き継ぎを取り消し".to_owned()
        }
        InquiryEvent::ScopeAnswered(_) => naming.tongue.words.scope.answered.to_owned(),
        InquiryEvent::AskedBy(asker) => (naming.tongue.words.register.asked_by)(*asker).to_owned(),
        InquiryEvent::CustomerSet(text) => {
            format!("お客様情報を更新{}", because(&naming.customer(text)))
        }
        InquiryEvent::Assigned(Some(to)) => format!("担当を {to} に"),
        InquiryEvent::Assigned(None) => "担当を未割当に".to_owned(),
        InquiryEvent::StatusSet { status, reason } => {
            let reason = because(&naming.optional(reason.as_ref()));
            format!("状態を「{}」に{reason}", (field.status)(*status))
        }
        InquiryEvent::ReceiptConfirmed { at } => {
            format!(
                "受付確認を送信 {}（一次回答に含まれません）",
                tongue.moment(*at)
            )
        }
        InquiryEvent::FirstResponded { response, .. } => {
            format!("一次回答を記録：{}", responded(response, naming))
        }
        InquiryEvent::Replied(response) => format!("返信を記録：{}", responded(response, naming)),
        InquiryEvent::Ended { ending, reason } => {
            format!(
                "一次回答なしで終了：{}{}",
                ended(ending, naming),
                because(&naming.words(reason))
            )
        }
        InquiryEvent::CauseSet { cause, note } => format!(
            "超過の原因を「{}」に{}",
            (field.cause)(*cause),
            because(&naming.optional(note.as_ref()))
        ),
        InquiryEvent::NoteAdded(text) => format!("社内メモ：{}", naming.words(text)),
        InquiryEvent::NextContactSet { at: Some(at), note } => {
            format!(
                "次回連絡予定 {}{}",
                tongue.moment(*at),
                because(&naming.optional(note.as_ref()))
            )
        }
        InquiryEvent::NextContactSet { at: None, .. } => "次回連絡予定を取り消し".to_owned(),
        InquiryEvent::Linked { to, relation } => {
            format!(
                "{} と関連付け（{}）",
                naming.number(*to),
                (field.relation)(*relation)
            )
        }
        InquiryEvent::Undone { .. } => "操作を元に戻した".to_owned(),
    }
}

fn responded(response: &Response, naming: &Naming<'_>) -> String {
    let kind = (naming.tongue.words.field.response)(response.kind);
    let why = because(&naming.optional(response.why.as_ref()));
    format!("{kind} {}{why}", naming.tongue.moment(response.at))
}

fn ended(ending: &Ending, naming: &Naming<'_>) -> String {
    let word = naming.tongue.words.field.ending;
    match ending {
        Ending::NotAnInquiry => word(EndWord::NotAnInquiry).to_owned(),
        Ending::Duplicate { of: Some(of) } => {
            format!("{} {}", word(EndWord::Duplicate), naming.number(*of))
        }
        Ending::Duplicate { of: None } => word(EndWord::Duplicate).to_owned(),
        Ending::Withdrawn => word(EndWord::Withdrawn).to_owned(),
    }
}

fn because(reason: &str) -> String {
    if reason.is_empty() {
        String::new()
    } else {
        format!("（{reason}）")
    }
}

fn after(note: &str) -> String {
    if note.is_empty() {
        String::new()
    } else {
        format!("：{note}")
    }
}

pub(super) fn unproven(unproven: &Unproven, tongue: &Tongue) -> String {
    match unproven {
        Unproven::NoHeadKept => {
            "証明できないこと：控えがまだないため、記録全体が書き直されていないことは示せません。バックアップすると控えが残ります。"
                .to_owned()
        }
        Unproven::AfterKeptHead { kept_seq, kept_at, last_seq, .. } => format!(
            "証明できないこと：{} の控え（{kept_seq} 件目）より後、{last_seq} 件目までが書き直されていないこと。",
            tongue.moment(*kept_at)
        ),
        Unproven::ErasedTexts { count } => {
            format!("証明できないこと：消去された文面 {count} 件の元の内容。")
        }
    }
}
