import { refusedObligation } from "../refused_obligation";
import { obligations } from "./obligations";

type Params = Record<string, string>;

/** What hinders the writing of a file, and what to do about it. */
const UNWRITABLE: Record<string, string> = {
  forbidden: "権限がありません。別のフォルダーを選んでください。",
  "disk-full": "ディスクの空きがありません。空きを作るか、別の場所を選んでください。",
  "in-use": "ほかのプログラムで開かれています。閉じてから、もう一度書き出してください。",
  "no-folder": "フォルダーが見つかりません。別の場所を選んでください。",
};

export const errors = {
  unknown: (code: string) =>
    `操作できませんでした（${code}）。記録はそのまま残っています。もう一度お試しください。`,
  said: {
    unexpected: (_: Params) =>
      "予期しない問題が起きました。記録はそのまま残っています。もう一度お試しください。",
    no_such_inquiry: (_: Params) => "この問合せは見つかりません。一覧から選び直してください。",
    no_such_product: (_: Params) => "この製品のポリシーがありません。製品を選び直してください。",
    no_such_contract: (_: Params) => "この契約は顧客台帳にありません。一覧から選び直してください。",
    no_such_person: (_: Params) => "この人は顧客台帳にいません。選び直してください。",
    register_problems: ({ count = "" }: Params) =>
      `内容に ${count} 件の問題があります。何も変わっていません。`,
    answers_lead_nowhere: (_: Params) => "その答えでは、レベルが決まりません。最初から答え直してください。",
    overrule_reason_missing: (_: Params) => "質問の結果と違うレベルにするには、理由が必要です。",
    no_outage: (_: Params) => "影響レベルがサービス障害ではありません。",
    level_missing: (_: Params) => "一次回答の記録には影響レベルが必要です。1〜4 で決めてください。",
    level_reason_missing: (_: Params) => "レベルの変更には理由が必要です。",
    receipt_is_no_response: (_: Params) => "受付確認は一次回答に含まれません（§18）。",
    response_out_of_range: (_: Params) => "回答の時刻は、受付から今までの間で指定してください。",
    reason_missing: (_: Params) => "5 分より前の回答を記録するには、理由が必要です。",
    already_answered: (_: Params) =>
      "一次回答はすでに記録されています。続けて回答したときは「返信」で記録してください。",
    not_answered: (_: Params) => "一次回答がまだありません。先に一次回答を記録してください。",
    already_ended: (_: Params) =>
      "この問合せはすでに終了しています。終了を取り消すには「元に戻す」を使ってください。",
    ending_missing: (_: Params) => "一次回答なしで完了にするには、終了の種類を選んでください。",
    hold_reason_missing: (_: Params) => "保留には理由が必要です。",
    no_such_message: (_: Params) => "この連絡は、問合せに含まれていません。",
    only_message: (_: Params) => "ただ一つの連絡は分けられません。",
    not_from_customer: (_: Params) => "状況の変化の根拠にできるのは、お客様からの連絡だけです。",
    nothing_to_change: (_: Params) => "すでにそのとおりです。何も変わっていません。",
    not_missed: (_: Params) => "一次回答は遅れていません。原因は、目安または期限を過ぎたものに記録します。",
    sign_off_of_customers: (_: Params) =>
      "お客様を指定した期間は承認できません。お客様の絞り込みを外してください。",
    no_such_obligation: (_: Params) => "この期限事項は見つかりません。一覧から選び直してください。",
    obligation_refused: ({ problems = "" }: Params) => refusedObligation(obligations, problems),
    not_own: (_: Params) => "元に戻せるのは、自分の操作だけです。",
    intake: (_: Params) => "ファイルからの取り込みは元に戻せません。一次回答なしで終了してください。",
    changed_since: (_: Params) => "ほかの人が同じところを変えたため、元に戻せません。",
    signed_off: ({ by = "" }: Params) =>
      `この操作を含む報告は ${by} が承認済みで、その数値が変わるため、元に戻せません。承認の取り消しを依頼するか、訂正を新しい操作として記録してください（報告に差分として表示されます）。`,
    nothing_to_undo: (_: Params) => "元に戻せる操作はありません。",
    merge_into_itself: (_: Params) => "問合せを自分自身にまとめることはできません。",
    merge_into_later: ({ earlier = "", later = "" }: Params) =>
      `${earlier} のほうが先に届いています。${later} を ${earlier} にまとめてください。`,
    receipt_in_future: (_: Params) => "受付の時刻に未来は指定できません。",
    empty_name: (_: Params) => "名前または本文が空です。",
    nothing_named: (_: Params) => "先に問合せを選んでください。",
    setting_out_of_range: (_: Params) => "設定の値が範囲を外れています。",
    read_only: (_: Params) =>
      "データフォルダーに書き込めません。変更は保存されていません。フォルダーの権限を確認してください。",
    disk_full: (_: Params) =>
      "ディスクの空きがありません。変更は保存されていません。空きを作ってから、もう一度お試しください。",
    busy: (_: Params) => "ほかの処理が記録を使っています。少し待ってから、もう一度お試しください。",
    in_use: (_: Params) => "ほかの処理が記録を使っています。少し待ってから、もう一度お試しください。",
    already_open: (_: Params) =>
      "この記録は別のウィンドウで開かれています。そのウィンドウを使うか、閉じてから開き直してください。",
    newer_schema: (_: Params) =>
      "新しいバージョンの Ichiji で書かれた記録です。記録には触れていません。Ichiji を更新してください。",
    damaged: (_: Params) =>
      "記録が壊れていたため、脇に移しました。削除はしていません。バックアップから復元してください。",
    network_drive: (_: Params) =>
      "ネットワークドライブには記録を置けません。この端末のフォルダーを選んでください。",
    pack_problems: ({ count = "" }: Params) =>
      `ポリシーに ${count} 件の問題があります。何も変わっていません。`,
    pack_clash: ({ version = "" }: Params) => `${version} 版は、別の内容ですでに登録されています。`,
    calendar_problems: ({ count = "" }: Params) =>
      `営業日カレンダーに ${count} 件の問題があります。何も変わっていません。`,
    table_problems: ({ count = "" }: Params) => `表に ${count} 件の問題があるため、何も変えていません。`,
    calendar_edit_problems: ({ count = "" }: Params) =>
      `カレンダーの変更のうち ${count} 件ができないため、何も変えていません。`,
    period_reversed: (_: Params) => "期間の終わりが始まりより前です。入れ替えてください。",
    holiday_problems: ({ count = "" }: Params) =>
      `祝日の一覧に ${count} 件の問題があります。何も変わっていません。内閣府の CSV か確認してください。`,
    unreadable_file: ({ path = "" }: Params) =>
      `${path} を読めません。名前と権限、文字コード（UTF-8）を確認してください。`,
    unwritable_file: ({ path = "", cause = "", detail = "" }: Params) =>
      `${path} に書き込めません。${UNWRITABLE[cause] ?? `（${detail}）`}元のファイルはそのままです。`,
    no_such_table: ({ table = "" }: Params) => `レポートに ${table} という表はありません。`,
    file_too_large: ({ path = "", most = "" }: Params) =>
      `${path} は大きすぎます（上限 ${most} MiB）。何も取り込んでいません。ファイルの選び間違いではないか確認してください。`,
    cannot_evaluate: (_: Params) => "期限を計算できません。製品と受付時刻を確認してください。",
    out_of_range: (_: Params) => "営業日カレンダーの範囲（1955〜2100 年）を外れています。",
    damaged_data: (_: Params) => "保存されている設定の一部を読めません。問合せの記録は無事です。",
    event_unreadable: (_: Params) => "記録の一部を読めません。設定から記録を検査してください。",
    raw_missing: (_: Params) =>
      "元のメールが見つからないか、内容が変わっています。設定から記録を検査してください。",
    no_device: (_: Params) => "この記録には端末の番号がありません。",
    exists: (_: Params) => "同じ名前のものがすでにあります。別の場所を選んでください。",
    not_a_backup: (_: Params) => "このフォルダーはバックアップではありません。",
    backup_unsound: (_: Params) => "バックアップに問題があるため、復元していません。今の記録はそのままです。",
    file: (_: Params) => "ファイルを読み書きできません。場所と権限を確認してください。",
    json: (_: Params) => "内部の形式を読めません。記録はそのまま残っています。",
    sqlite: (_: Params) =>
      "記録を読み書きできません。変更は保存されていません。ディスクの空きを確かめてから、もう一度お試しください。",
    malformed: (_: Params) => "入力の形式が正しくありません。",
    outside: ({ problem = "" }: Params) => `システムの機能を使えませんでした。記録は無事です。（${problem}）`,
    intake_not_readable: (_: Params) => "ファイルを開けません。権限を確認してください。",
    intake_symlink: (_: Params) => "リンクは読みません。元のファイルを取り込んでください。",
    intake_empty: (_: Params) => "内容が空です。",
    intake_too_large: (_: Params) => "大きすぎます。",
    intake_unknown_kind: (_: Params) =>
      "対応していない形式です。.eml・.mbox・CSV・JSON Lines を取り込めます。",
    intake_unknown_encoding: (_: Params) =>
      "文字コードを判別できません。UTF-8 か CP932 で保存し直してください。",
    intake_no_columns: (_: Params) => "件名または本文の列が見つかりません。",
    intake_broken_row: ({ line = "" }: Params) => `${line} 行目が壊れています。`,
    intake_empty_row: ({ line = "" }: Params) => `${line} 行目に件名も本文もありません。`,
    intake_bad_instant: ({ line = "" }: Params) => `${line} 行目の受付日時を読めません。`,
    intake_not_mail: (_: Params) => "メールとして読めません。",
    intake_too_complex: (_: Params) => "メールの構造が複雑すぎます。",
    intake_no_thread: (_: Params) => "自社からのメールですが、対応する問合せがありません。",
    intake_bad_response: (_: Params) =>
      "一次回答日時が読めないか、受付より前・現在より後です。表を直して取り込み直してください。",
    intake_no_level: (_: Params) =>
      "一次回答があるのに影響レベルがありません（§17）。レベルの列を加えて取り込み直してください。",
    intake_no_product: (_: Params) => "製品を判断できません。製品を選んで取り込み直してください。",
  },
};
