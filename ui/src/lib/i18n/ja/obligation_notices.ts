import type { IncidentKind } from "$lib/backend/bindings";
import { BLANK } from "./suspension_notice";

interface Work {
  title: string;
  from: string;
  until: string;
  detail: string;
  products: string[];
  isHeavy: boolean;
  isEmergency: boolean;
  reason: string;
}

interface Happened {
  title: string;
  detectedAt: string;
  incident: IncidentKind;
  detail: string;
  products: string[];
}

const said = (text: string) => text.trim() || BLANK;
const listed = (products: string[]) => products.join("、") || BLANK;

/** The notice of maintenance (§5): for customers, and in Japanese only. */
export const maintenanceNotice = (work: Work) =>
  `件名：${work.isEmergency ? "緊急メンテナンス" : "メンテナンス"}のお知らせ

お客様各位

平素より当社サービスをご利用いただき、誠にありがとうございます。
下記のとおり${work.isEmergency ? "緊急の" : ""}メンテナンスを行います。

■ 対象製品：${listed(work.products)}
■ 内容：${said(work.title)}
■ 日時：${work.from} 〜 ${work.until}
■ 影響：${work.isHeavy ? "作業中はサービスを停止、または大きく制限いたします。" : "サービスは継続してご利用いただけます。"}${
    work.isEmergency ? `\n■ 緊急に行う理由：${said(work.reason)}` : ""
  }

${said(work.detail)}

ご不便をおかけいたしますが、ご理解とご協力をお願いいたします。`;

const KINDS: Record<IncidentKind, string> = {
  "information-harmed": "重要な情報の漏えい・滅失・毀損のおそれ",
  malware: "マルウェアへの感染",
  other: "情報セキュリティ上の事故",
};

/** The first notice of an incident (§20): what is known so far, for the customers who are affected. */
export const incidentNotice = ({ title, detectedAt, incident, detail, products }: Happened) =>
  `件名：【重要】セキュリティインシデントに関するご連絡（第一報）

お客様各位

当社サービスにおいて、下記の事象を確認いたしました。ご心配をおかけし、深くお詫び申し上げます。

■ 対象製品：${listed(products)}
■ 検知日時：${detectedAt}
■ 種類：${KINDS[incident]}
■ 概要：${said(title)}
■ 現在わかっていること：${said(detail)}
■ お客様にお願いしたいこと：${BLANK}
■ 次のご連絡：${BLANK}

調査を続けており、わかり次第あらためてご連絡いたします。`;
