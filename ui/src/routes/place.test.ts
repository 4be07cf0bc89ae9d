import { expect, it } from "vitest";
import { readPlace, writePlace } from "./place";

it.each([
  ["", { page: "queue", part: "open", params: {} }],
  ["#/queue", { page: "queue", part: "open", params: {} }],
  ["#/queue/needs-level?inquiry=1", { page: "queue", part: "needs-level", params: { inquiry: "1" } }],
  ["#/settings/calendar", { page: "settings", part: "calendar", params: {} }],
  ["#settings", { page: "settings", part: "", params: {} }],
  ["#/nowhere/at?all=1", { page: "queue", part: "open", params: {} }],
])("reads %s", (hash, place) => {
  expect(readPlace(hash)).toEqual(place);
});

it("writes what it reads, and leaves empty parameters out", () => {
  const place = {
    page: "queue",
    part: "open",
    params: { saved: "Harmony の質問", band: "late,breach" },
  } as const;
  const written = writePlace({ ...place, params: { ...place.params, inquiry: "" } });
  expect(readPlace(written)).toEqual(place);
});
