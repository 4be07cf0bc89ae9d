import type { ProductAnswer, ProductTable } from "../bindings";

/** A table with one of each, and a device that was taken off the list. */
export const PRODUCT_TABLE: ProductTable = {
  version: "2026-11-01",
  today: "2026-11-24",
  releases: [
    { product: "clomo", app: "MDM Agent", platform: "ios", version: "5.2.0", publishedOn: "2026-10-12" },
    { product: "clomo", app: "MDM Agent", platform: "android", version: "5.1.9", publishedOn: "2026-09-28" },
  ],
  devices: [
    { product: "clomo", model: "見本フォン EX-10", also: ["EX-10"], since: "2025-04-01", until: null },
    { product: "clomo", model: "見本タブ T1", also: [], since: "2024-04-01", until: "2026-04-01" },
  ],
  documents: [
    {
      product: "clomo",
      title: "初期化の手順",
      url: "https://support.example.jp/clomo/reset",
      tags: ["初期化"],
    },
  ],
};

/** An old version. */
export const PRODUCT_ANSWER: ProductAnswer = {
  verdict: "unsupported",
  reason: "newer-published",
  clause: 7,
  newest: "5.2.0",
  suggestion: null,
};
