use desk::intake::RefusalCode;
use desk::{Difference, VerifyProblem};
use policy::PackProblemCode;

pub(super) const fn refusal(code: RefusalCode) -> &'static str {
    match code {
        RefusalCode::NotReadable => "ファイルを開けません",
        RefusalCode::Symlink => "シンボリックリンクはたどりません",
        RefusalCode::Empty => "内容が空です",
        RefusalCode::TooLarge => "大きすぎます",
        RefusalCode::UnknownKind => "対応していない形式です",
        RefusalCode::UnknownEncoding => "文字コードがわかりません",
        RefusalCode::NoColumns => "件名や本文の列がありません",
        RefusalCode::BrokenRow => "行が壊れています",
        RefusalCode::EmptyRow => "件名も本文もありません",
        RefusalCode::BadInstant => "受付日時を読めません",
        RefusalCode::NotMail => "メールとして読めません",
        RefusalCode::TooComplex => "構造が複雑すぎます",
        RefusalCode::NoThread => "送信済みメールですが、もとの問合せが見つかりません",
        RefusalCode::BadResponse => "一次回答日時が読めないか、受付より前・現在より後です",
        RefusalCode::NoLevel => "一次回答があるのに影響レベルがありません",
        RefusalCode::NoProduct => "製品のポリシーがありません",
    }
}

pub(super) const fn problem(problem: &VerifyProblem) -> &'static str {
    match problem {
        VerifyProblem::FileDamaged { .. } => "ファイルが壊れています",
        VerifyProblem::EventMissing { .. } => "出来事が欠けています",
        VerifyProblem::EventAltered { .. } => "出来事が書き換えられています",
        VerifyProblem::ChainBroken { .. } => "出来事のつながりが切れています",
        VerifyProblem::EventUnreadable { .. } => "出来事を読めません",
        VerifyProblem::EventMislabelled { .. } => "出来事の見出しが内容と違います",
        VerifyProblem::HeadDiffers { .. } => "記録の末尾が控えと違います",
        VerifyProblem::TextAltered { .. } => "文面が書き換えられています",
        VerifyProblem::TextMissing { .. } => "文面が欠けています",
        VerifyProblem::RawAltered { .. } => "受信原文が書き換えられています",
        VerifyProblem::RawMissing { .. } => "受信原文が欠けています",
        VerifyProblem::ProjectionDiffers { .. } => "一覧の内容が記録と違います",
        VerifyProblem::IndexDiffers { .. } => "検索の索引が記録と違います",
        VerifyProblem::RegisterDiffers { .. } => "顧客台帳の一覧が記録と違います",
    }
}

pub(super) const fn pack_problem(code: PackProblemCode) -> &'static str {
    match code {
        PackProblemCode::Syntax => "TOML として読めません",
        PackProblemCode::UnknownKey => "このキーはありません",
        PackProblemCode::MissingKey => "必要なキーがありません",
        PackProblemCode::WrongType => "値の種類が違います",
        PackProblemCode::Empty => "値が空です",
        PackProblemCode::UnknownWord => "この言葉は使えません",
        PackProblemCode::BadId => "使えない文字があります",
        PackProblemCode::BadDate => "日付（YYYY-MM-DD）ではありません",
        PackProblemCode::BadTime => "時間（HH:MM-HH:MM）ではありません",
        PackProblemCode::BadNumber => "正の整数ではないか、大きすぎます",
        PackProblemCode::BadUrl => "ブラウザーで開けるアドレス（https://…）ではありません",
        PackProblemCode::Duplicate => "同じものがすでにあります",
        PackProblemCode::MissingEntry => "項目が足りません",
        PackProblemCode::OneUnit => "日・週・月のどれか一つの単位で書いてください",
        PackProblemCode::HoursOrDays => "時間か日数のどちらか一つだけを書いてください",
        PackProblemCode::LevelOrder => "軽いレベルより遅くなっています",
        PackProblemCode::HoursReversed => "終わりが始まりより前です",
        PackProblemCode::ChannelNotOffered => "このポリシーにない経路です",
        PackProblemCode::GenerationsOrAsIn => {
            "generations か as_in のどちらか一つだけを書いてください"
        }
        PackProblemCode::QuestionOrLevel => "question か level のどちらか一つだけを書いてください",
        PackProblemCode::NeverAsked => "どの回答からもたどり着けない質問です",
        PackProblemCode::AsksInCircles => "前の質問に戻る回答があります",
        PackProblemCode::Gap => "直前の世代が抜けているか、順序が違います",
        PackProblemCode::NotOfGeneration => "この世代のバージョンではありません",
        PackProblemCode::VersionOrder => "古いバージョンより前にあるか、公開日が前後しています",
        PackProblemCode::NotInTable => "表にないバージョンです",
        PackProblemCode::UnknownPath => "この場所には値がありません",
    }
}

/// What recomputing a report found.
pub(super) fn difference(difference: &Difference) -> &'static str {
    match difference {
        Difference::LineUnreadable { .. } => "証拠の行が読めません",
        Difference::EventAltered { .. } => "イベントが書き換えられています",
        Difference::ChainBroken { .. } => "前のイベントとつながりません",
        Difference::HeadDiffers { .. } => "記録の末尾が記載と異なります",
        Difference::SignOffDiffers { .. } => {
            "承認された数値が、それ以前のイベントから計算した数値と異なります"
        }
        Difference::SignedHeadsDiffer { .. } => {
            "承認に記されたチェーンの末尾が、その直前のものと異なります"
        }
        Difference::HashDiffers => "イベント全体のハッシュが記載と異なります",
        Difference::VersionDiffers { .. } => "ポリシーまたはカレンダーの版がイベントと異なります",
        Difference::NotRecomputable { .. } => "この記録からは判定と数値を計算し直せません",
        Difference::VerdictDiffers { .. } => "判定し直すと記載と異なります",
        Difference::FigureDiffers { .. } => "集計し直すと記載と異なります",
    }
}
