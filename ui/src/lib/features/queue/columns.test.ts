import { expect, it } from "vitest";
import { COLUMNS, fitting, tracksOf } from "./columns";

it.each([
  ["all of them in a wide window", 1084, [...COLUMNS]],
  ["those of the picture beside an inquiry", 677, ["time", "level", "subject", "channel", "assignee"]],
  ["those that matter most in the smallest window", 533, ["time", "level", "subject", "assignee"]],
  ["time and subject however narrow it gets", 200, ["time", "subject"]],
])("shows %s", (_, width, columns) => {
  expect(fitting(width, [], "ja", false)).toEqual(columns);
});

it("keeps who has it in the smallest window in English too", () => {
  expect(fitting(533, [], "en", false)).toContain("assignee");
});

it("leaves out what is hidden by hand, which makes room for others", () => {
  expect(fitting(677, ["channel", "level"], "ja", false)).toEqual(["time", "subject", "status", "assignee"]);
});

it("gives the subject what is left, and marks a place of their own", () => {
  expect(tracksOf(["time", "subject"], "ja", true)).toBe("28px 178px minmax(140px, 1fr)");
});

it("makes room for the boxes of marked rows", () => {
  expect(fitting(540, [], "ja", false)).toContain("assignee");
  expect(fitting(524, [], "ja", true)).not.toContain("assignee");
});
