import { describe, expect, it } from "vitest";
import { moved, monthOf, presetDays, presetOf } from "./period";

/** A Tuesday after a holiday Monday. */
const TODAY = "2026-11-24";

describe("periods", () => {
  it.each([
    ["thisMonth", "2026-11-01", "2026-11-30"],
    ["lastMonth", "2026-10-01", "2026-10-31"],
    ["lastQuarter", "2026-07-01", "2026-09-30"],
    ["thisWeek", "2026-11-23", "2026-11-29"],
  ] as const)("%s", (preset, from, to) => {
    expect(presetDays(preset, TODAY)).toEqual({ from, to });
    expect(presetOf({ from, to }, TODAY)).toBe(preset);
  });

  it("begin a week on Monday, on a Sunday too, and a year with the month before", () => {
    expect(presetDays("thisWeek", "2026-11-29")).toEqual({ from: "2026-11-23", to: "2026-11-29" });
    expect(presetDays("lastMonth", "2026-01-15")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
    expect(presetOf({ from: "2026-11-02", to: "2026-11-24" }, TODAY)).toBeNull();
  });

  it.each([
    [{ from: "2026-03-01", to: "2026-03-31" }, -1, { from: "2026-02-01", to: "2026-02-28" }],
    [{ from: "2026-07-01", to: "2026-09-30" }, 1, { from: "2026-10-01", to: "2026-12-31" }],
    [{ from: "2026-11-16", to: "2026-11-22" }, -1, { from: "2026-11-09", to: "2026-11-15" }],
    [{ from: "2026-11-24", to: "2026-11-24" }, 1, { from: "2026-11-25", to: "2026-11-25" }],
  ] as const)("move by months or by days: %o %i", (period, way, next) => {
    expect(moved(period, way)).toEqual(next);
  });

  it("are told by their month only where they are one", () => {
    expect(monthOf({ from: "2026-02-01", to: "2026-02-28" })).toBe("2026-02");
    expect(monthOf({ from: "2026-02-01", to: "2026-02-27" })).toBeNull();
    expect(monthOf({ from: "2026-02-01", to: "2026-03-31" })).toBeNull();
  });
});
