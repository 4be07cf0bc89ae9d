import { describe, expect, it } from "vitest";
import { readMoment, writeMoment } from "./moments";

const ZONE = "Asia/Tokyo";
const NOW = "2026-11-24T02:06:00Z";

function check(text: string, expected: string | null) {
  expect(readMoment(text, NOW, ZONE)).toBe(expected);
}

describe("instants as people type them", () => {
  it.each([
    ["10:45", "2026-11-24T01:45:00.000Z"],
    ["1045", "2026-11-24T01:45:00.000Z"],
    ["9:05", "2026-11-24T00:05:00.000Z"],
    ["11/20 17:00", "2026-11-20T08:00:00.000Z"],
    ["11月20日 17:00", "2026-11-20T08:00:00.000Z"],
    ["11/20(金) 17:00", "2026-11-20T08:00:00.000Z"],
    ["2025-12-31 23:59", "2025-12-31T14:59:00.000Z"],
    ["２０２６／１１／２０　１７：００", "2026-11-20T08:00:00.000Z"],
  ])("%s", (text, expected) => check(text, expected));

  it.each(["", "soon", "25:00", "10:61", "2/30 10:00", "13/1 10:00", "11/20"])("%s is none", (text) =>
    check(text, null),
  );

  it("reads what it wrote", () => {
    expect(writeMoment(NOW, ZONE)).toBe("2026/11/24 11:06");
    check(writeMoment(NOW, ZONE), new Date(NOW).toISOString());
  });
});
