use crate::i18n::Said;

pub(super) const ERRORS: &[Said] = &[
    Said {
        code: "usage",
        sentence: "指定に誤りがあります：{detail}",
        hint: "`ichiji --help` で使い方を確認できます。",
    },
    Said {
        code: "actor-missing",
        sentence: "だれの操作かが指定されていません。",
        hint: "`--actor 名前` を付けるか、環境変数 ICHIJI_ACTOR に名前を設定してください。",
    },
    Said {
        code: "message-missing",
        sentence: "状況の変化によるレベル変更には、その連絡の指定が必要です。",
        hint: "`--message ID` で指定してください。ID は `ichiji show {inquiry} --json` で確認できます。",
    },
    Said {
        code: "called-off",
        sentence: "中止しました。書きかけの分は残っていません。前からあったものはそのままです。",
        hint: "",
    },
    Said {
        code: "no-record",
        sentence: "{path} に記録がありません。",
        hint: "`--data-dir` または ICHIJI_DATA_DIR を確認してください。記録は、ウィンドウを開くか、`import`・`new`・`sample` を実行すると作られます。",
    },
    Said {
        code: "no-data-dir",
        sentence: "この環境には既定のデータフォルダーがありません。",
        hint: "`--data-dir フォルダー` で指定してください。",
    },
    Said {
        code: "unreadable-file",
        sentence: "{path} を読めません：{detail}",
        hint: "名前と権限を確認してください。",
    },
    Said {
        code: "unwritable-file",
        sentence: "{path} に書き込めません：{detail}",
        hint: "フォルダーの権限と空き、ほかのプログラムで開いていないかを確認してください。元のファイルはそのままです。",
    },
    Said {
        code: "output",
        sentence: "結果を書き出せません：{detail}",
        hint: "記録への操作は済んでいる場合があります。`ichiji show` で確認してください。",
    },
    Said {
        code: "unexpected",
        sentence: "予期しない問題が起きました（{code}）：{detail}",
        hint: "記録はそのまま残っています。もう一度お試しください。",
    },
    Said {
        code: "no-such-inquiry",
        sentence: "問合せ {inquiry} は見つかりません。",
        hint: "番号は `ichiji queue` や `ichiji search` で確認できます。",
    },
    Said {
        code: "no-such-product",
        sentence: "製品 {product} のポリシーがありません。",
        hint: "`ichiji policy list` で製品を確認できます。",
    },
    Said {
        code: "no-such-contract",
        sentence: "契約 {contract} は顧客台帳にありません。",
        hint: "`ichiji customers list` で契約を確認できます。",
    },
    Said {
        code: "no-such-person",
        sentence: "その人は顧客台帳にいません：{person}",
        hint: "`ichiji customers show 契約番号` で人の ID を確認できます。",
    },
    Said {
        code: "register-problems",
        sentence: "内容に問題が {count} 件あります。何も変更していません。",
        hint: "{detail}",
    },
    Said {
        code: "answers-lead-nowhere",
        sentence: "その答えでは、レベルが決まりません。",
        hint: "`ichiji assist 番号` で、次の質問と答えの番号を確認できます。",
    },
    Said {
        code: "overrule-reason-missing",
        sentence: "{number}：質問の結果と違うレベルにするには、理由が必要です（§17）。",
        hint: "`--note` に理由を書いてください。",
    },
    Said {
        code: "no-outage",
        sentence: "{number}：影響レベルがサービス障害ではありません（§17）。",
        hint: "",
    },
    Said {
        code: "level-missing",
        sentence: "{number}：一次回答の記録には影響レベルが必要です（§17）。",
        hint: "先に `ichiji level {number} レベル` で決めてください。",
    },
    Said {
        code: "receipt-is-no-response",
        sentence: "{number}：受付確認は一次回答に含まれません（§18）。",
        hint: "`--kind answer`・`question`・`out-of-scope` のいずれかで記録してください。",
    },
    Said {
        code: "response-out-of-range",
        sentence: "{number}：回答の時刻は、受付（{earliest}）から今（{latest}）までの間で指定してください。",
        hint: "`--at` を確認してください。",
    },
    Said {
        code: "reason-missing",
        sentence: "{number}：5 分より前の回答を記録するには、理由が必要です。",
        hint: "`--why 理由` を付けてください。",
    },
    Said {
        code: "already-answered",
        sentence: "{number}：一次回答はすでに記録されています。",
        hint: "`ichiji show {number}` で確認できます。",
    },
    Said {
        code: "not-answered",
        sentence: "{number}：一次回答がまだありません。",
        hint: "先に `ichiji respond {number}` で記録してください。",
    },
    Said {
        code: "already-ended",
        sentence: "{number} はすでに終了しています。",
        hint: "自分が終了した直後なら `ichiji undo` で元に戻せます。",
    },
    Said {
        code: "ending-missing",
        sentence: "{number}：一次回答なしで完了にするには、終了の種類が必要です。",
        hint: "`ichiji end {number} --as 種類 --why 理由` を使ってください。",
    },
    Said {
        code: "hold-reason-missing",
        sentence: "{number}：保留には理由が必要です。",
        hint: "`--why 理由` を付けてください。",
    },
    Said {
        code: "no-such-message",
        sentence: "{number}：この連絡は、問合せに含まれていません。",
        hint: "`ichiji show {number} --json` で連絡の ID を確認してください。",
    },
    Said {
        code: "only-message",
        sentence: "{number}：ただ一つの連絡は分けられません。",
        hint: "",
    },
    Said {
        code: "not-from-customer",
        sentence: "{number}：状況の変化の根拠にできるのは、お客様からの連絡だけです。",
        hint: "お客様からの連絡を `--message` で指定してください。",
    },
    Said {
        code: "level-reason-missing",
        sentence: "{number}：レベルの変更には、二つの理由のどちらかが必要です。",
        hint: "前の判定の訂正なら `--why wrong-before`、状況の変化なら `--why situation-changed --message ID` を付けてください。",
    },
    Said {
        code: "nothing-to-change",
        sentence: "{number}：すでにそのとおりです。何も変わっていません。",
        hint: "",
    },
    Said {
        code: "not-missed",
        sentence: "{number}：一次回答は遅れていません。原因を記録できるのは、目安または期限を過ぎたものだけです。",
        hint: "",
    },
    Said {
        code: "no-such-obligation",
        sentence: "期限事項 {obligation} は見つかりません。",
        hint: "`ichiji obligations list` で確認してください。",
    },
    Said {
        code: "obligation-refused",
        sentence: "{number} 記録できません：{problems}。",
        hint: "",
    },
    Said {
        code: "not-own",
        sentence: "元に戻せるのは、自分の操作だけです。",
        hint: "その操作をした人の名前を `--actor` で指定していますか。",
    },
    Said {
        code: "intake",
        sentence: "{number}：ファイルからの取り込みは元に戻せません。",
        hint: "問合せでない場合は、一次回答なしで終了できます：`ichiji end {number} --as not-an-inquiry --why 理由`",
    },
    Said {
        code: "changed-since",
        sentence: "{number} はその後、{by} が同じところを変えたため、元に戻せません。",
        hint: "`ichiji show {number}` の履歴を確認して、改めて変更してください。",
    },
    Said {
        code: "signed-off",
        sentence: "{number} を含む報告は {by} が承認済みで、その数値が変わるため、元に戻せません。何も変わっていません。",
        hint: "{by} に承認の取り消し（`ichiji undo`）を依頼するか、訂正を新しい操作として記録してください。報告には差分として表示されます。",
    },
    Said {
        code: "nothing-to-undo",
        sentence: "元に戻せる操作はありません。",
        hint: "操作した人の名前を `--actor` で指定していますか。",
    },
    Said {
        code: "merge-into-itself",
        sentence: "{number} を自分自身にまとめることはできません。",
        hint: "",
    },
    Said {
        code: "merge-into-later",
        sentence: "{earlier} のほうが先に届いています。",
        hint: "{later} を {earlier} にまとめてください。",
    },
    Said {
        code: "receipt-in-future",
        sentence: "受付の時刻に未来は指定できません。",
        hint: "`--received-at` を確認してください。",
    },
    Said {
        code: "empty-name",
        sentence: "名前・件名・本文・理由のいずれかが空です。",
        hint: "空白でない文字を指定してください。",
    },
    Said {
        code: "no-such-table",
        sentence: "{table} という表はありません。",
        hint: "docs/cli.md の report にある表の名前を指定してください。",
    },
    Said {
        code: "nothing-named",
        sentence: "問合せが指定されていません。",
        hint: "番号（A-1042 など）を指定してください。",
    },
    Said {
        code: "setting-out-of-range",
        sentence: "設定 {setting} の値が範囲を外れています。",
        hint: "",
    },
    Said {
        code: "pack-problems",
        sentence: "ポリシーに問題が {count} 件あります。\n{detail}",
        hint: "`ichiji policy check ファイル` で確認できます。",
    },
    Said {
        code: "pack-clash",
        sentence: "{product} の版 {version} または同じ適用開始日の版が、すでに記録にあります。",
        hint: "版の名前と適用開始日を変えてください。",
    },
    Said {
        code: "calendar-problems",
        sentence: "営業日カレンダーに問題が {count} 件あります。\n{detail}",
        hint: "",
    },
    Said {
        code: "table-problems",
        sentence: "表に問題が {count} 件あるため、何も変えていません。\n{detail}",
        hint: "直してからもう一度指定してください。",
    },
    Said {
        code: "calendar-edit-problems",
        sentence: "カレンダーの変更のうち {count} 件ができないため、何も変えていません。\n{detail}",
        hint: "休業日は `ichiji calendar show` で確認できます。",
    },
    Said {
        code: "sign-off-of-customers",
        sentence: "お客様を指定した期間は承認できません。お客様の名前は消去できるためです。",
        hint: "`--customer` を外してください。",
    },
    Said {
        code: "period-reversed",
        sentence: "期間 {from}〜{to} は終わりが始まりより前です。",
        hint: "始まりと終わりを入れ替えてください。",
    },
    Said {
        code: "holiday-problems",
        sentence: "祝日の一覧に問題が {count} 件あります。何も取り込んでいません。\n{detail}",
        hint: "内閣府が公表する CSV をそのまま指定してください。",
    },
    Said {
        code: "file-too-large",
        sentence: "{path} は大きすぎます（上限 {most} MiB）",
        hint: "何も取り込んでいません。ファイルの選び間違いではないか確認してください。",
    },
    Said {
        code: "cannot-evaluate",
        sentence: "期限を計算できません：{detail}",
        hint: "受付の時刻を確認してください。",
    },
    Said {
        code: "out-of-range",
        sentence: "カレンダーが扱うのは 1955〜2100 年です。",
        hint: "年または時刻を確認してください。",
    },
    Said {
        code: "damaged-data",
        sentence: "端末に保存した設定などが壊れています：{detail}",
        hint: "`ichiji verify` で記録を確認してください。",
    },
    Said {
        code: "already-open",
        sentence: "この記録はウィンドウで開かれています。",
        hint: "ウィンドウを閉じてから、もう一度実行してください。",
    },
    Said {
        code: "in-use",
        sentence: "ほかのプログラムがこの記録を使っています。",
        hint: "ウィンドウやほかのコマンドが終わってから、もう一度実行してください。",
    },
    Said {
        code: "newer-schema",
        sentence: "新しいバージョンの Ichiji で書かれた記録です。記録には触れていません。",
        hint: "Ichiji を更新してください。",
    },
    Said {
        code: "damaged",
        sentence: "記録が壊れています：{detail}",
        hint: "削除はしていません。`ichiji restore バックアップ` で復元してください。",
    },
    Said {
        code: "read-only",
        sentence: "データフォルダーに書き込めません。変更は保存されていません。",
        hint: "フォルダーの権限を確認してください。",
    },
    Said {
        code: "network-drive",
        sentence: "ネットワークドライブには記録を置けません：{detail}",
        hint: "この端末のフォルダーを `--data-dir` で指定してください。",
    },
    Said {
        code: "disk-full",
        sentence: "ディスクの空きがありません。変更は保存されていません。",
        hint: "空きを作ってから、もう一度実行してください。",
    },
    Said {
        code: "busy",
        sentence: "ほかのプログラムの書き込みが長く続いています。",
        hint: "少し待ってから、もう一度実行してください。",
    },
    Said {
        code: "event-unreadable",
        sentence: "記録の一部を読めません：{detail}",
        hint: "`ichiji verify` で確認し、バックアップから復元してください。",
    },
    Said {
        code: "raw-missing",
        sentence: "受信したままの原文がないか、変わっています：{detail}",
        hint: "`ichiji verify` で確認し、バックアップから復元してください。",
    },
    Said {
        code: "no-device",
        sentence: "この記録には端末の記号を割り当てられません。",
        hint: "",
    },
    Said {
        code: "exists",
        sentence: "すでに同じ名前のものがあります：{detail}",
        hint: "まだないフォルダーを指定してください。",
    },
    Said {
        code: "not-a-backup",
        sentence: "バックアップではありません：{detail}",
        hint: "`ichiji backup` が作ったフォルダーを指定してください。",
    },
    Said {
        code: "backup-unsound",
        sentence: "バックアップに問題があるため、何も変えていません：{detail}",
        hint: "ほかのバックアップを使ってください。",
    },
    Said {
        code: "file",
        sentence: "ファイルを読み書きできません：{detail}",
        hint: "権限と空きを確認してください。",
    },
    Said {
        code: "json",
        sentence: "記録の内容を読み書きできません：{detail}",
        hint: "`ichiji verify` で確認してください。",
    },
    Said {
        code: "sqlite",
        sentence: "記録を読み書きできません：{detail}",
        hint: "変更は保存されていません。ディスクの空きと状態を確かめてから、`ichiji verify` で確認してください。",
    },
];
