import { describe, expect, it } from "vitest";
import type { ReportTable } from "$lib/backend/bindings";
import { REPORT_VIEW } from "$lib/backend/fake/report";
import { behindCell } from "./behind";
import { nextCount, strength } from "./heat";
import { cleared, readSelection, toggled, writeSelection } from "./selection";
import { tableOf } from "./shown";
import { trendOf } from "./trend";

const TODAY = "2026-11-24";

describe("what is selected", () => {
  it("stands in the address and comes back the same, nobody and no level included", () => {
    let selection = readSelection({}, TODAY);
    expect(selection.period).toEqual({ from: "2026-11-01", to: "2026-11-30" });
    for (const [name, value] of [
      ["products", "clomo"],
      ["levels", "question"],
      ["levels", null],
      ["channels", "mail"],
      ["agents", null],
      ["agents", "佐藤, 花子"],
      ["customers", '例示"商事'],
    ] as const) {
      selection = toggled(selection, name, value);
    }
    selection = { ...selection, by: "due" };
    expect(readSelection(writeSelection(selection), TODAY)).toEqual(selection);
    expect(toggled(selection, "agents", null).agents).toEqual(["佐藤, 花子"]);
    expect(cleared(selection)).toEqual({ ...readSelection({}, TODAY), by: "due" });
  });

  it.each<Record<string, string>>([
    { from: "2026-11-31", to: "2026-12-01" },
    { from: "2026-11-30", to: "2026-11-01" },
    { from: "2026-11-01" },
    { levels: "[", agents: "7", channels: '["fax", 3]' },
  ])("is this month, and all, where the address is of no use: %o", (params) => {
    expect(readSelection(params, TODAY)).toEqual(readSelection({}, TODAY));
  });
});

function table(name: string): ReportTable {
  const found = tableOf(REPORT_VIEW, name);
  if (!found) throw new Error(name);
  return found;
}

describe("what lies behind a cell", () => {
  it("is what its row and column say", () => {
    const slice = { kind: "group", dimension: "level", key: "question" };
    expect(behindCell(table("by_level"), 1, 2)).toEqual({ part: "broken", slice });
    expect(behindCell(table("figures"), 5, 1)).toEqual({ part: "late", slice: null });
    expect(behindCell(table("receipts"), 2, 11)).toEqual({
      part: "received",
      slice: { kind: "hour", weekday: 2, hour: 10 },
    });
    expect(behindCell(table("distribution"), 0, 3)).toEqual({
      part: "answered",
      slice: { kind: "bucket", level: "serious", place: 2 },
    });
  });

  it("is nothing behind names, counts of none, and the period before", () => {
    expect(behindCell(table("by_level"), 0, 0)).toBeNull();
    expect(behindCell(table("by_level"), 0, 3)).toBeNull();
    expect(behindCell(table("by_customer"), 1, 2)).toBeNull();
    expect(behindCell(table("figures"), 5, 2)).toBeNull();
  });
});

describe("pictures", () => {
  it("keep the goal off the foot and break the line at a week without answers", () => {
    const trend = trendOf(table("by_week"), 950, 400, 100);
    expect(trend.low).toBe(600);
    expect(trend.weeks.map(({ x }) => x)).toEqual([50, 150, 250, 350]);
    expect(trend.weeks[0]?.y).toBeNull();
    expect(trend.lines).toEqual(["150.0,25.0 250.0,50.0 350.0,75.0"]);
    expect(trend.goalY).toBeCloseTo(12.5);
    expect(trend.weeks[3]?.bar).toBeCloseTo(42);
  });

  it("move from count to count by the arrow keys", () => {
    const heat = table("receipts");
    expect(nextCount(heat, 0, 10, "ArrowRight")).toEqual({ row: 0, column: 11 });
    expect(nextCount(heat, 0, 10, "ArrowLeft")).toBeNull();
    expect(nextCount(heat, 0, 12, "ArrowDown")).toEqual({ row: 1, column: 12 });
    expect(nextCount(heat, 4, 10, "ArrowDown")).toBeNull();
    expect(nextCount(heat, 0, 10, "Enter")).toBeNull();
    expect([1, 5, 6, 10, 20].map((count) => strength(count, 20))).toEqual([1, 1, 2, 2, 4]);
  });
});
