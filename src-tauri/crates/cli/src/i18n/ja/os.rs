use policy::{OsReason, OsVerdict};

use super::super::OsTold;

pub(super) const TOLD: OsTold = OsTold {
    verdict: |verdict| match verdict {
        OsVerdict::Supported => "サポート対象",
        OsVerdict::Unsupported => "サポート対象外",
        OsVerdict::ToBeChecked => "要確認",
    },
    newest: "当日の最新バージョン：",
    last: "同じ世代の当日の最終バージョン：",
    ends: "サポートが切れる日：",
    presumed: "サポート開始日が未登録のため、動作確認の目安の日を開始日とみなしています。",
    after_table: |until| {
        format!("表は {until} までのため、より新しいバージョンがあるかもしれません。")
    },
};

pub(super) fn reason(reason: OsReason) -> &'static str {
    match reason {
        OsReason::LastOfGeneration => "対象となる世代の最終バージョンです。",
        OsReason::NotTheLast => "同じ世代に、より新しいバージョンがあります。",
        OsReason::GenerationDropped => {
            "新しい世代が対象になったため、この世代は対象から外れています。"
        }
        OsReason::GenerationMayBeDropped => {
            "新しい世代のサポートが始まっているかどうかで変わりますが、開始日が登録されていません。"
        }
        OsReason::NotYetSupported => "この世代のサポートはまだ始まっていません。",
        OsReason::SupportNotRecorded => "新しい世代で、サポート開始日が登録されていません。",
        OsReason::NotPublished => "その日にはまだ公開されていません。",
        OsReason::Beta => "ベータ版です。",
        OsReason::Withdrawn => "このバージョンのサポートは、判断により終了しています。",
        OsReason::NotInTable => "表にないバージョンです。",
        OsReason::NoTable => "この OS のバージョンは表に登録されていません。",
        OsReason::NotForProduct => "この製品の対象ではない OS です。",
        OsReason::RequirementNotMet => "製品の求めるバージョンより古いものです。",
        OsReason::RequirementUnknown => {
            "世代の条件は満たしていますが、製品自体のシステム要件が登録されていません。"
        }
        OsReason::NoRule => "ポリシーに、対象 OS の定めが登録されていません。",
    }
}
