//! The words by which tables and forms name plan, channel, level and kind.

use policy::{Channel, ImpactLevel, InquiryKind, ResponseKind, SupportPlan};
use unicode_normalization::UnicodeNormalization;

fn plain(word: &str) -> String {
    word.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|it| !it.is_whitespace() && !matches!(it, '_' | '-'))
        .collect()
}

/// Finds the value whose list holds a word.
fn find<T: Copy>(word: &str, lists: &[(T, &[&str])]) -> Option<T> {
    let word = plain(word);
    lists
        .iter()
        .find(|(_, words)| words.iter().any(|it| plain(it) == word))
        .map(|(value, _)| *value)
}

/// Reads a support plan (§1).
pub(super) fn plan(word: &str) -> Option<SupportPlan> {
    find(
        word,
        &[
            (
                SupportPlan::Standard,
                &["standard", "標準", "標準サポート", "本契約", "有償"],
            ),
            (
                SupportPlan::Trial,
                &[
                    "trial",
                    "トライアル",
                    "トライアルサポート",
                    "試用",
                    "お試し",
                ],
            ),
        ],
    )
}

/// Reads a channel (§13).
pub(super) fn channel(word: &str) -> Option<Channel> {
    find(
        word,
        &[
            (
                Channel::Form,
                &[
                    "form",
                    "web",
                    "webform",
                    "フォーム",
                    "webフォーム",
                    "ウェブ",
                    "問合せフォーム",
                ],
            ),
            (
                Channel::Mail,
                &["mail", "email", "メール", "eメール", "電子メール"],
            ),
            (
                Channel::Phone,
                &["phone", "tel", "telephone", "call", "電話", "お電話"],
            ),
        ],
    )
}

/// Reads what a first response was (§18); word of the receipt is none.
pub(super) fn response_kind(word: &str) -> Option<ResponseKind> {
    find(
        word,
        &[
            (
                ResponseKind::Answer,
                &["answer", "回答", "解決", "一次回答"],
            ),
            (
                ResponseKind::Question,
                &["question", "質問", "切り分け", "切り分けの質問", "確認"],
            ),
            (
                ResponseKind::OutOfScope,
                &["out-of-scope", "対象外", "対象外の連絡", "サポート対象外"],
            ),
        ],
    )
}

/// Reads an impact level (§17).
pub(super) fn level(word: &str) -> Option<ImpactLevel> {
    find(
        word,
        &[
            (ImpactLevel::Outage, &["outage", "サービス障害", "障害"]),
            (ImpactLevel::Serious, &["serious", "主要機能不全", "重大"]),
            (ImpactLevel::Minor, &["minor", "軽微な不具合", "軽微"]),
            (ImpactLevel::Question, &["question", "質問"]),
        ],
    )
}

/// Reads a kind of inquiry (§16).
pub(super) fn kind(word: &str) -> Option<InquiryKind> {
    find(
        word,
        &[
            (
                InquiryKind::Usage,
                &[
                    "usage",
                    "設定・使い方",
                    "使い方",
                    "設定",
                    "設定や使い方",
                    "操作方法",
                ],
            ),
            (
                InquiryKind::Specification,
                &[
                    "specification",
                    "仕様の確認",
                    "仕様",
                    "仕様確認",
                    "製品仕様",
                ],
            ),
            (
                InquiryKind::Troubleshooting,
                &[
                    "troubleshooting",
                    "不具合・障害の調査",
                    "不具合",
                    "障害の原因特定",
                    "トラブルシューティング",
                ],
            ),
            (
                InquiryKind::Installation,
                &[
                    "installation",
                    "アプリの導入・更新",
                    "CLOMO アプリの導入・更新",
                    "D-Client の導入・更新",
                    "Protect アプリの導入・更新",
                    "導入",
                    "インストール",
                    "アップグレード",
                ],
            ),
            (
                InquiryKind::PlatformIntegration,
                &[
                    "platformintegration",
                    "OS 事業者のサービスとの連携",
                    "連携",
                    "プラットフォーム連携",
                ],
            ),
            (
                InquiryKind::FeedbackOrRequest,
                &[
                    "feedbackorrequest",
                    "不具合報告・要望",
                    "要望",
                    "機能要望",
                    "改善要望",
                ],
            ),
            (InquiryKind::Other, &["other", "その他", "契約"]),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_read_by_its_own_spelling() {
        for it in SupportPlan::ALL {
            assert_eq!(plan(it.as_str()), Some(*it));
        }
        for it in Channel::ALL {
            assert_eq!(channel(it.as_str()), Some(*it));
        }
        for it in ImpactLevel::ALL {
            assert_eq!(level(it.as_str()), Some(*it));
        }
        for it in InquiryKind::ALL {
            assert_eq!(kind(it.as_str()), Some(*it));
        }
    }

    #[test]
    fn a_kind_is_read_by_the_name_that_its_pack_gives_it() {
        for pack in policy::Pack::shipped() {
            for it in &pack.content().kinds {
                assert_eq!(kind(&it.name.ja), Some(it.id), "{}", it.name.ja);
            }
        }
    }

    #[test]
    fn words_come_in_any_width_and_case() {
        assert_eq!(channel(" Ｗｅｂ フォーム "), Some(Channel::Form));
        assert_eq!(plan("ﾄﾗｲｱﾙ"), Some(SupportPlan::Trial));
        assert_eq!(level("サービス障害"), Some(ImpactLevel::Outage));
        assert_eq!(kind("天気"), None);
    }
}
