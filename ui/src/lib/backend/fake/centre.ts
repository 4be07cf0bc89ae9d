import type { Frame, Level, Localised, Product, Settings } from "../bindings";

const HOUR_S = 3600;

/** An instant of 2026 in Tokyo: `11-24 09:30`. */
export function at(text: string): string {
  return `2026-${text.replace(" ", "T")}:00+09:00`;
}

/** The fake's now, at which it stands still. */
export const NOW = at("11-24 11:06");

export const PRODUCT_NAMES: Record<string, Localised> = {
  clomo: { ja: "CLOMO MDM", en: "CLOMO MDM" },
  "deep-instinct": { ja: "Deep Instinct", en: "Deep Instinct" },
  "harmony-mobile": { ja: "Harmony Mobile", en: "Harmony Mobile" },
};

const LEVELS: [Level, string, string, number][] = [
  ["outage", "サービス障害", "Outage", 2],
  ["serious", "主要機能不全", "Serious", 4],
  ["minor", "軽微な不具合", "Minor", 8],
  ["question", "質問", "Question", 16],
];

const products: Product[] = Object.entries(PRODUCT_NAMES).map(([id, name]) => ({
  id,
  name,
  version: "2020-04-01",
  levels: LEVELS.map(([level, ja, en, hours]) => ({ level, label: { ja, en }, allowanceS: hours * HOUR_S })),
  kinds: [
    { kind: "usage", label: { ja: "使い方", en: "Usage" } },
    { kind: "specification", label: { ja: "仕様", en: "Specification" } },
    { kind: "troubleshooting", label: { ja: "障害の原因特定", en: "Cause of a fault" } },
    { kind: "installation", label: { ja: "導入・設定", en: "Installation, settings" } },
    { kind: "platform-integration", label: { ja: "OS・他社サービス連携", en: "OS, other services" } },
    { kind: "feedback-or-request", label: { ja: "意見・要望", en: "Feedback, request" } },
    { kind: "other", label: { ja: "その他", en: "Other" } },
  ],
}));

export const FRAME: Frame = {
  me: "佐藤",
  role: "agent",
  counts: { mine: 0, unassigned: 0, open: 0, needsLevel: 0, late: 0, answered: 0, needsReply: 0 },
  savedViews: [
    {
      name: "Harmony の質問",
      view: "open",
      filter: { products: ["harmony-mobile"], levels: ["question"] },
      sort: "target",
      descending: false,
      groupByBand: false,
      hiddenColumns: [],
      count: 2,
    },
  ],
  clock: { now: NOW, open: true, until: at("11-24 17:30"), leftS: 384 * 60, timeZone: "Asia/Tokyo" },
  worst: "breach",
  agents: ["佐藤", "鈴木", "田中"],
  products,
  hasSample: false,
  firstStart: false,
  refused: 1,
  unsent: 0,
  indexLag: 0,
  signs: [
    {
      id: "sign-1",
      inquiry: "inquiry-1042",
      obligation: null,
      number: "A-1042",
      subject: "全拠点で管理画面にログインできない",
      threshold: { kind: "share-left", percent: 25 },
      at: at("11-24 11:00"),
      dueAt: at("11-24 11:30"),
    },
    {
      id: "sign-2",
      inquiry: "inquiry-1029",
      obligation: null,
      number: "A-1029",
      subject: "プロファイル配布が一部の端末で失敗する",
      threshold: { kind: "target" },
      at: at("11-24 11:00"),
      dueAt: at("11-24 11:00"),
    },
  ],
  signCount: 2,
  doNotDisturb: false,
  obligations: { open: 2, overdue: 1 },
  phoneLine: { suspended: null, next: null },
  debug: true,
};

const usual = { sharesLeft: [50, 25, 10], minutesLeft: [], atTarget: true, atLimit: true };

export const SETTINGS: Settings = {
  local: {
    name: "佐藤",
    role: "agent",
    language: "ja",
    theme: "light",
    density: "comfortable",
    zoomPercent: 100,
    watchedFolder: null,
    doNotDisturb: false,
    sound: true,
    nativeNotifications: true,
    openingDigest: true,
    away: [],
  },
  shared: {
    ownAddresses: ["@support.example.jp"],
    urgentPercent: 25,
    urgentMinutes: 30,
    soonPercent: 50,
    triageAimMinutes: 60,
    reminders: { usual, outage: null, serious: null, minor: null, question: null },
  },
  dataFolder: "~/.local/share/ichiji",
  version: "0.1.0",
};
