/** Stands for what is not known yet. */
export const BLANK = "＿＿＿＿";

interface Named {
  from: string;
  until: string;
  reason: string;
  products: string[];
}

/** The notice of a phone suspension: for customers, and in Japanese only. */
export const suspensionNotice = ({ from, until, reason, products }: Named) =>
  `件名：サポート窓口 電話受付休止のお知らせ

お客様各位

平素より当社サービスをご利用いただき、誠にありがとうございます。
下記の期間、サポート窓口の電話受付を休止いたします。

■ 休止期間：${from} 〜 ${until}
■ 理由：${reason}
■ 対象製品：${products.join("、") || BLANK}

期間中も、管理画面の問合せフォームとメールは通常どおり受け付けております。
ご不便をおかけいたしますが、ご理解とご協力をお願いいたします。`;
