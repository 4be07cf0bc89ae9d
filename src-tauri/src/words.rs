//! The sentences that leave the program without the window: notifications and the tray, in Japanese and English.

use desk::Language;

/// The words of one language.
#[derive(Copy, Clone, Debug)]
pub struct Words {
    /// The button that opens an inquiry.
    pub open: &'static str,
    /// The button that silences its reminders for a while.
    pub snooze: &'static str,
    /// Tray: show the window.
    pub show_window: &'static str,
    /// Tray: record a call.
    pub record_call: &'static str,
    /// Tray: what is due first.
    pub open_first: &'static str,
    /// Tray: silence all reminders.
    pub do_not_disturb: &'static str,
    /// Tray: end the program.
    pub quit: &'static str,
    /// The test notification's first line.
    pub test_title: &'static str,
    /// Its text.
    pub test_body: &'static str,
    /// Several reminders at once.
    pub several: fn(count: usize) -> String,
    /// Several that were missed.
    pub missed: fn(count: usize) -> String,
    /// A share of the allowance is left.
    pub share_left: fn(percent: u8) -> String,
    /// Some business minutes are left.
    pub business_left: fn(minutes: u32) -> String,
    /// The target is reached.
    pub target: &'static str,
    /// The limit is reached.
    pub limit: &'static str,
    /// An obligation is due.
    pub due: &'static str,
    /// A share of the time to an obligation's due instant is left.
    pub share_left_to_due: fn(percent: u8) -> String,
    /// Some minutes to an obligation's due instant are left.
    pub minutes_left_to_due: fn(minutes: u32) -> String,
    /// How the day begins: what came in, what is due before noon, what carried over.
    pub digest: fn(came_in: usize, morning: usize, carried: usize) -> String,
    /// Heads it.
    pub digest_title: &'static str,
    /// The next contact is due.
    pub next_contact: &'static str,
    /// The tray's line: how many are open, and the worst band with its count.
    pub tray: fn(open: u32, late: u32) -> String,
    /// The window's title.
    pub title: &'static str,
}

/// Gives the words of a language.
#[must_use]
pub const fn words(language: Language) -> &'static Words {
    match language {
        Language::Ja => &JA,
        Language::En => &EN,
    }
}

const JA: Words = Words {
    open: "開く",
    snooze: "15分後に再通知",
    show_window: "ウィンドウを表示",
    record_call: "電話を記録",
    open_first: "期限が最も近い問合せを開く",
    do_not_disturb: "通知を止める",
    quit: "Ichiji を終了",
    test_title: "Ichiji のテスト通知",
    test_body: "通知はこのように表示されます。",
    several: |count| format!("{count} 件の期限が近づいています"),
    missed: |count| format!("不在の間に {count} 件の通知がありました"),
    share_left: |percent| format!("回答目安まで残り {percent}%"),
    business_left: |minutes| format!("回答目安まで残り {minutes} 営業分"),
    target: "回答目安の時刻です",
    limit: "回答期限の時刻です",
    due: "期限の時刻です",
    share_left_to_due: |percent| format!("期限まで残り {percent}%"),
    minutes_left_to_due: |minutes| format!("期限まで残り {minutes} 分"),
    digest: |came_in, morning, carried| {
        format!("営業時間外の受付 {came_in} 件・午前中の目安 {morning} 件・持ち越し {carried} 件")
    },
    digest_title: "今日の始まり",
    next_contact: "次回連絡の予定時刻です",
    tray: |open, late| {
        if late > 0 {
            format!("Ichiji — 未回答 {open} 件・超過 {late} 件")
        } else {
            format!("Ichiji — 未回答 {open} 件")
        }
    },
    title: "Ichiji — 一次回答の約束を守る",
};

const EN: Words = Words {
    open: "Open",
    snooze: "Remind in 15 minutes",
    show_window: "Show window",
    record_call: "Record a call",
    open_first: "Open what is due first",
    do_not_disturb: "Do not disturb",
    quit: "Quit Ichiji",
    test_title: "Ichiji test notification",
    test_body: "This is how notifications look.",
    several: |count| format!("{count} deadlines are coming due"),
    missed: |count| format!("{count} reminders came while you were away"),
    share_left: |percent| format!("{percent}% of the time to the target left"),
    business_left: |minutes| format!("{minutes} business minutes to the target"),
    target: "The target is reached",
    limit: "The limit is reached",
    due: "It is due",
    share_left_to_due: |percent| format!("{percent}% of the time until it is due left"),
    minutes_left_to_due: |minutes| format!("{minutes} minutes until it is due"),
    digest: |came_in, morning, carried| {
        format!("{came_in} came in out of hours, {morning} due before noon, {carried} carried over")
    },
    digest_title: "The day begins",
    next_contact: "The next contact is due",
    tray: |open, late| {
        if late > 0 {
            format!("Ichiji — {open} open, {late} over")
        } else {
            format!("Ichiji — {open} open")
        }
    },
    title: "Ichiji — first responses in time",
};
