import type { Deadline, InquiryView, QueueRow } from "../bindings";
import { at, NOW } from "./centre";
import { ASKER } from "./customers";
import { SCOPE, STATUS_PAGE } from "./scope";

/** The deadline card of a row, with the explanation that the picture of A-1042 shows. */
export function deadlineOf(row: QueueRow): Deadline {
  return {
    start: row.start,
    target: row.target,
    limit: row.limit,
    aim: row.aim,
    provisional: row.provisional,
    allowanceS: row.level === "outage" ? 7200 : 14_400,
    pack: row.productName,
    packVersion: "2020-04-01",
    calendarVersion: "2026-01-01",
    steps: [
      {
        code: "received",
        clause: 14,
        calendar: false,
        instants: { at: row.receivedAt },
        params: {},
        days: [],
      },
      {
        code: "starts-at-opening",
        clause: 14,
        calendar: false,
        instants: { at: row.start },
        params: {},
        days: [],
      },
      {
        code: "skipped-days",
        clause: null,
        calendar: true,
        instants: {},
        params: {},
        days: [{ on: "2026-11-23", because: "national-holiday", name: "勤労感謝の日", provisional: false }],
      },
      {
        code: "allowance",
        clause: 17,
        calendar: false,
        instants: { target: row.target },
        params: { level: row.level ?? "question", unit: "hours", count: "2" },
        days: [],
      },
      {
        code: "limit-is-target",
        clause: 18,
        calendar: false,
        instants: { at: row.limit },
        params: {},
        days: [],
      },
    ],
    line: {
      from: at("11-22 16:00"),
      to: at("11-24 19:00"),
      open: [{ from: at("11-24 09:30"), to: at("11-24 17:30") }],
    },
  };
}

/** An inquiry as the core would give it. */
export function viewOf(row: QueueRow): InquiryView {
  return {
    row,
    asOf: NOW,
    customer: {
      company: "例示商事",
      person: "山田 太郎",
      personKana: "ヤマダ タロウ",
      address: "yamada@shoji.example.jp",
      phone: "03-0000-0042",
      callbackPhone: "",
      callbackWish: "14 時以降",
      contract: "C-20481",
    },
    asker: ASKER,
    scope: SCOPE,
    statusPage: row.level === "outage" ? STATUS_PAGE : null,
    handedOverAt: null,
    drafts: [
      { topic: "asker", kind: "question", text: "例示商事\n山田 太郎 様\n\nご契約番号をお知らせください。" },
    ],
    kind: "troubleshooting",
    level: row.level
      ? {
          level: row.level,
          reason: "first",
          reckonedFrom: row.receivedAt,
          note: null,
          by: "佐藤",
          at: at("11-24 09:41"),
        }
      : null,
    deadline: deadlineOf(row),
    messages: [
      {
        id: "message-1",
        incoming: true,
        at: row.receivedAt,
        unproven: false,
        fromName: "山田 太郎",
        fromAddress: "yamada@shoji.example.jp",
        to: ["support@support.example.jp"],
        cc: [],
        subject: row.subject,
        text: "本日 17 時頃から、全拠点の管理者が管理画面にログインできません。再起動とブラウザの変更は試しました。至急ご確認をお願いいたします。",
        html: null,
        links: [],
        blockedRemote: 0,
        attachments: [{ name: "ログイン画面.png", mediaType: "image/png", size: 182_430 }],
        repairs: [],
        sameIdOtherContent: false,
        erased: false,
      },
      {
        id: "message-2",
        incoming: true,
        at: at("11-24 10:12"),
        unproven: false,
        fromName: "山田 太郎",
        fromAddress: "yamada@shoji.example.jp",
        to: ["support@support.example.jp"],
        cc: ["joho@shoji.example.jp"],
        subject: `Re: ${row.subject}`,
        text: "支店でも同じ状況です。",
        html: "<p>支店でも<strong>同じ状況</strong>です。</p>",
        links: [{ text: "状況の一覧", href: "https://shoji.example.jp/status" }],
        blockedRemote: 2,
        attachments: [],
        repairs: ["charset_alias"],
        sameIdOtherContent: false,
        erased: false,
      },
    ],
    notes: [{ text: "認証基盤の担当に確認中。", by: "佐藤", at: at("11-24 09:50") }],
    nextContactNote: null,
    statusReason: null,
    responses: [],
    missed: row.band === "late" || row.band === "breach",
    cause: null,
    ended: null,
    receiptConfirmedAt: at("11-24 09:33"),
    proposal: null,
    links: [{ id: "inquiry-1047", number: "A-1047", subject: "至急: 端末紛失の件", relation: "related" }],
    history: [
      {
        at: at("11-24 09:41"),
        by: "佐藤",
        what: "level-set",
        params: { level: row.level ?? "question" },
        undone: false,
      },
      { at: at("11-24 09:40"), by: "佐藤", what: "assigned", params: { to: "佐藤" }, undone: false },
      { at: row.receivedAt, by: "取り込み", what: "received", params: {}, undone: false },
    ],
  };
}
