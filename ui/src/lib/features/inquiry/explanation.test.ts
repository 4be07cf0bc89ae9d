import { afterEach, beforeEach, expect, it } from "vitest";
import type { SkippedDay, Step } from "$lib/backend/bindings";
import { FRAME } from "$lib/backend/fake/centre";
import { centre } from "$lib/format/centre.svelte";
import { language } from "$lib/i18n/language.svelte";
import { explain } from "./explanation";

const step = (code: string, more: Partial<Step> = {}): Step => ({
  code,
  clause: null,
  calendar: false,
  instants: {},
  params: {},
  days: [],
  ...more,
});
const day = (
  on: string,
  because: SkippedDay["because"],
  name: string | null = null,
  provisional = false,
) => ({
  on,
  because,
  name,
  provisional,
});

beforeEach(() => centre.hear(FRAME.clock));
afterEach(() => language.set("ja"));

it("joins a receipt out of hours with the opening that follows it", () => {
  const lines = explain(
    [
      step("received", { clause: 14, instants: { at: "2026-11-22T09:03:00Z" } }),
      step("starts-at-opening", { clause: 14, instants: { at: "2026-11-24T00:30:00Z" } }),
      step("allowance", { clause: 17, params: { level: "outage", unit: "hours", count: "2" } }),
    ],
    "clomo",
  );
  expect(lines).toEqual([
    { mark: "§14", text: "11/22(日) 18:03 の受付 → 11/24(火) 9:30 の営業開始から" },
    { mark: "§17", text: "サービス障害 → 2 営業時間" },
  ]);
});

it("puts days together that follow one another for the same reason", () => {
  const days = [
    day("2026-11-21", "weekday"),
    day("2026-11-22", "weekday"),
    day("2026-11-23", "national-holiday", "勤労感謝の日"),
    day("2026-12-29", "closing-day", "年末年始"),
    day("2026-12-30", "closing-day", "年末年始"),
    day("2026-12-31", "closing-day", "年末年始"),
  ];
  const [line] = explain([step("skipped-days", { calendar: true, days })], "clomo");
  expect(line).toEqual({
    mark: "暦",
    text: "11/21(土)〜11/22(日) 土日、11/23(月) 勤労感謝の日、12/29(火)〜12/31(木) 年末年始 を除外",
  });
});

it("marks holidays that are only computed, in either language", () => {
  const days = [day("2031-01-01", "national-holiday", "元日", true)];
  expect(explain([step("skipped-days", { days })], "clomo")[0]?.text).toBe("1/1(水) 元日（予定） を除外");
  language.set("en");
  expect(explain([step("skipped-days", { days })], "clomo")[0]?.text).toContain("provisional");
});

it("shows a code that it has no sentence for rather than nothing", () => {
  expect(explain([step("tea-break")], "clomo")[0]?.text).toBe("tea-break");
});
