import { describe, expect, it } from "vitest";
import type { QueueRequest } from "$lib/backend/bindings";
import {
  isDownward,
  narrows,
  readQuestion,
  sortParams,
  toggled,
  writeQuestion,
  type Question,
} from "./question";

const usual = readQuestion("open", {});

describe("the question in the address", () => {
  it("is everything open by target where the address says nothing", () => {
    expect(usual).toMatchObject({ view: "open", sort: "target", descending: false, groupByBand: false });
    expect(narrows(usual.filter)).toBe(false);
    expect(Object.values(writeQuestion(usual)).every((value) => value === "")).toBe(true);
  });

  it("comes back as it was written", () => {
    const question: Question = {
      view: "late",
      filter: {
        products: ["clomo", "harmony-mobile"],
        levels: ["outage"],
        channels: ["mail", "phone"],
        bands: ["breach"],
        statuses: ["on-hold"],
        assignees: ["山田, 太郎"],
      } satisfies QueueRequest["filter"],
      sort: "received",
      descending: true,
      groupByBand: true,
    };
    expect(readQuestion("late", writeQuestion(question))).toEqual(question);
  });

  it("falls back where the address names what is not there", () => {
    expect(readQuestion("nonsense", { sort: "colour" })).toEqual(usual);
  });
});

it("puts a value into the filter and takes it out again", () => {
  const once = toggled({}, "bands", "late");
  expect(once).toEqual({ bands: ["late"] });
  expect(toggled(once, "bands", "late")).toEqual({ bands: [] });
});

it("begins with the newest answer, and with the earliest of everything else", () => {
  const answered = readQuestion("answered", {});
  expect(isDownward(usual)).toBe(false);
  expect(isDownward(answered)).toBe(true);
  expect(isDownward({ ...answered, descending: true })).toBe(false);
  expect(isDownward({ ...answered, sort: "received" })).toBe(false);
});

it("turns the order round at the second click on a column", () => {
  expect(sortParams(usual, "received")).toMatchObject({ sort: "received", descending: "" });
  expect(sortParams(usual, "target")).toMatchObject({ sort: "", descending: "1" });
});
