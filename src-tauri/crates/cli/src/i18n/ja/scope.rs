use policy::{Scope, ScopeSubject, StatusPageStep};

use crate::i18n::scope::ScopeTold;

pub(super) const TOLD: ScopeTold = ScopeTold {
    scope: |it| match it {
        Scope::In => "対象内",
        Scope::Out => "対象外",
        Scope::ToBeChecked => "要確認",
    },
    subject: |it| match it {
        ScopeSubject::Contract => "契約",
        ScopeSubject::Kind => "種別",
        ScopeSubject::ProductVersion => "製品のバージョン",
        ScopeSubject::Os => "OS のバージョン",
        ScopeSubject::BetaInformation => "ベータ版の OS（情報として承る）",
        ScopeSubject::Beta => "ベータ版の OS",
        ScopeSubject::Device => "端末",
        ScopeSubject::Language => "言語",
        ScopeSubject::Outside => "対象外の内容",
    },
    heads: "サポート範囲",
    suggested: "本文からの候補",
    step: |it| match it {
        StatusPageStep::Checked => "ステータスページを確認",
        StatusPageStep::Posted => "ステータスページに掲載",
        StatusPageStep::Updated => "掲載内容を更新",
        StatusPageStep::Restored => "復旧を掲載",
    },
    level_found: |level| format!("判定の質問の結果：{level}（§17）"),
    ticked: |step, done| {
        if done {
            format!("{step}：済み")
        } else {
            format!("{step}：済みを取り消し")
        }
    },
    answered: "サポート範囲の確認を記録",
};
