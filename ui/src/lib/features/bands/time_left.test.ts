import { describe, expect, it } from "vitest";
import type { Band, QueueRow } from "$lib/backend/bindings";
import { freshRows } from "$lib/backend/fake/rows";
import { BANDS, LOOKS } from "./looks";
import { timeLeft } from "./time_left";

const TARGET = "2026-11-24T02:00:00Z";
const LIMIT = "2026-11-24T08:30:00Z";

function row(band: Band, more: Partial<QueueRow> = {}): QueueRow {
  const [pattern] = freshRows();
  return {
    ...pattern!,
    band,
    target: TARGET,
    limit: LIMIT,
    businessLeftS: -360,
    businessLeftToLimitS: 900,
    ...more,
  };
}

describe("what the chip of a row tells", () => {
  it.each<[Band, number, string, string]>([
    ["breach", 900, LIMIT, "limit"],
    ["late", -360, LIMIT, "limit"],
    ["urgent", -360, TARGET, "target"],
    ["waiting", -360, TARGET, "target"],
  ])("in band %s counts %d to %s", (band, seconds, at, about) => {
    expect(timeLeft(row(band))).toMatchObject({ seconds, at, about, runs: true });
  });

  it("is the time taken once it is answered, and that stands still", () => {
    const answered = row("answered", { businessTakenS: 4320, answeredAt: TARGET });
    expect(timeLeft(answered)).toMatchObject({ seconds: 4320, at: TARGET, runs: false });
  });

  it("says where all of what is over ran after closing", () => {
    expect(timeLeft(row("late", { businessLeftS: 0 })).afterClosing).toBe(true);
    expect(timeLeft(row("late")).afterClosing).toBe(false);
    expect(timeLeft(row("urgent", { businessLeftS: 0 })).afterClosing).toBe(false);
  });
});

it("gives every band a shape of its own", () => {
  expect(new Set(BANDS.map((band) => LOOKS[band].shape)).size).toBe(BANDS.length);
});
