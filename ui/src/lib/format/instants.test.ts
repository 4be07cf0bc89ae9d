import { describe, expect, it } from "vitest";
import { civilDate, dayAndTime, fromField, sameDay, short, timeOfDay, toField, type Shown } from "./instants";

const JA: Shown = { language: "ja", timeZone: "Asia/Tokyo" };
const EN: Shown = { language: "en", timeZone: "Asia/Tokyo" };
const NOW = "2026-11-24T02:06:00Z";

describe("an instant", () => {
  it.each([
    ["2026-11-24T00:30:00Z", "11/24(火) 9:30", "Tue 24 Nov 9:30"],
    ["2026-11-22T09:03:00Z", "11/22(日) 18:03", "Sun 22 Nov 18:03"],
    ["2026-11-23T15:00:00Z", "11/24(火) 0:00", "Tue 24 Nov 0:00"],
    ["2027-01-04T00:30:00Z", "2027/1/4(月) 9:30", "Mon 4 Jan 2027 9:30"],
  ])("%s is %s and %s", (at, ja, en) => {
    expect(dayAndTime(at, JA, NOW)).toBe(ja);
    expect(dayAndTime(at, EN, NOW)).toBe(en);
  });

  it("is the time alone where it is today at the centre", () => {
    expect(short("2026-11-24T02:30:00Z", NOW, JA)).toBe("11:30");
    expect(short("2026-11-23T14:59:00Z", NOW, JA)).toBe("11/23(月) 23:59");
  });

  it("follows the centre's zone, whatever the desktop's", () => {
    expect(timeOfDay(NOW, JA)).toBe("11:06");
    expect(timeOfDay(NOW, { ...JA, timeZone: "Europe/Berlin" })).toBe("3:06");
    expect(sameDay("2026-11-24T14:00:00Z", "2026-11-24T16:00:00Z", JA)).toBe(false);
  });
});

it("writes a civil date without any zone", () => {
  expect(civilDate("2026-11-23", "ja")).toBe("11/23(月)");
  expect(civilDate("2026-11-23", "en")).toBe("Mon 23 Nov");
});

describe("a field for day and time", () => {
  it.each([
    ["2026-11-24T02:06:00.000Z", "2026-11-24T11:06", "Asia/Tokyo"],
    ["2026-07-01T10:00:00.000Z", "2026-07-01T12:00", "Europe/Berlin"],
    ["2026-03-29T01:30:00.000Z", "2026-03-29T03:30", "Europe/Berlin"],
    ["2026-10-25T02:30:00.000Z", "2026-10-25T03:30", "Europe/Berlin"],
  ])("shows %s as %s in %s and reads it back", (at, field, zone) => {
    expect(toField(at, zone)).toBe(field);
    expect(fromField(field, zone)).toBe(at);
  });

  it("gives nothing for what is no time", () => {
    expect(fromField("", "Asia/Tokyo")).toBeNull();
  });
});
