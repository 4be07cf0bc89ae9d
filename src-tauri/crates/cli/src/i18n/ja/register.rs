use desk::{AskerFound, RegisterProblemCode as Code};
use inquiry::Asker;
use policy::{Eligibility, EligibilityReason as Reason, Role};

use crate::i18n::register::RegisterTold;

pub(super) const TOLD: RegisterTold = RegisterTold {
    problem,
    other_line: |line| format!("{line} 行目と比べてください"),
    imported: |it| {
        format!(
            "契約：追加 {} 件・変更 {} 件。人：追加 {} 名・変更 {} 名・変更なし {} 名",
            it.new_contracts,
            it.changed_contracts,
            it.new_people,
            it.changed_people,
            it.unchanged_people
        )
    },
    refused: |count| format!("問題が {count} 件あるため、何も取り込みません。"),
    eligibility: |it| match it {
        Eligibility::Eligible => "資格あり",
        Eligibility::NotEligible => "資格なし",
        Eligibility::ToBeChecked => "要確認",
    },
    reason: |it| match it {
        Reason::Entitled => "役割と、必要な場合はサポートオプションがある",
        Reason::NoRole => "必要な役割がない",
        Reason::NoOption => "サポートオプションがない",
        Reason::RolesUnknown => "役割がわからない",
        Reason::OptionUnknown => "サポートオプションの有無がわからない",
        Reason::NoRule => "ポリシーに定めがない",
    },
    found: |it| match it {
        AskerFound::ByAddress => "メールアドレスで照合",
        AskerFound::Chosen => "担当者が選択",
        AskerFound::Unregistered => "未登録（担当者が確認）",
        AskerFound::Unknown => "顧客台帳に該当なし",
        AskerFound::Several => "複数の契約に該当",
    },
    asked_by: |it| match it {
        Asker::ByAddress => "問合せの人をメールアドレスで照合",
        Asker::Person(_) => "問合せの人を顧客台帳から選択",
        Asker::Unregistered => "問合せの人を未登録と確認",
    },
    role: |it| match it {
        Role::SystemAdministrator => "CLOMO システム管理者",
        Role::ProductAdministrator => "製品の管理者",
        Role::NamedAtApplication => "申込時の管理者",
        Role::OptionHolder => "サポートオプション保有者",
    },
    heads_eligibility: "問合せ資格",
    heads_roles: "役割",
    heads_option: "オプション",
    heads_validity: "契約期間",
    heads_people: "人数",
    heads_draft: "返信の案",
    answer: |it| match it {
        Some(true) => "有",
        Some(false) => "無",
        None => "不明",
    },
    no_phone: "トライアルの電話は対象外です。フォームかメールを案内してください（§1）。",
    empty: "該当する契約はありません。`ichiji customers import` で取り込めます。",
};

const fn problem(code: Code) -> &'static str {
    match code {
        Code::Undecodable => "文字コードが UTF-8・UTF-16・CP932 のどれでもありません",
        Code::Empty => "行がありません",
        Code::TooLarge => "大きすぎます（5 万行・4 MiB まで）",
        Code::BrokenRow => "行を読み取れません",
        Code::UnknownColumn => "知らない列です",
        Code::DoubleColumn => "同じ意味の列が二つあります",
        Code::MissingColumn => "必要な列がありません",
        Code::Missing => "値がありません",
        Code::UnknownProduct => "知らない製品です",
        Code::UnknownPlan => "知らないプランです（§1）",
        Code::UnknownRole => "知らない役割です（§12）",
        Code::NotYesOrNo => "有無を読み取れません",
        Code::NotADate => "日付の形ではありません",
        Code::NoSuchDate => "存在しない日付です",
        Code::EndsBeforeStart => "終了日が開始日より前です",
        Code::NotAnAddress => "メールアドレスの形ではありません",
        Code::DuplicatePerson => "同じ契約に同じメールアドレスの人がいます",
        Code::DuplicateContract => "その番号の契約はすでにあります",
        Code::TermsDiffer => "同じ契約の別の行と内容が違います",
        Code::NoOptions => "この契約の製品にサポートオプションはありません（§1）",
        Code::OptionNotAdministrator => "システム管理者でない人にオプションは付けられません（§12）",
        Code::TooManyOptions => "オプションは基本契約ごとの上限に達しています（§12）",
    }
}
