use crate::i18n::sign_off::SignOffTold;

pub(super) const TOLD: SignOffTold = SignOffTold {
    heads: |by, at| format!("{at} に {by} が承認"),
    unchanged: "承認後の変更はありません。",
    came_in: "集計に加わった",
    fell_out: "集計から外れた",
    by: |by, at| format!("（{by} {at}）"),
    published: |what, label| {
        let name = match what {
            "pack_published" => "ポリシー",
            "calendar_published" => "営業日カレンダー",
            _ => "祝日",
        };
        format!("{name} {label} を公開")
    },
    none: "承認された期間はありません。",
};
