import { expect, it } from "vitest";
import { businessTime, taken } from "./durations";

it.each([
  [8040, "2:14"],
  [0, "0:00"],
  [1, "0:01"],
  [60, "0:01"],
  [1435, "0:24"],
  [-4800, "−1:20"],
  [-390, "−0:06"],
  [-20, "−0:00"],
  [-59, "−0:00"],
  [-60, "−0:01"],
  [360_000, "100:00"],
])("writes %d s of business time left as %s", (seconds, written) => {
  expect(businessTime(seconds)).toBe(written);
});

it.each([
  [4320, "1:12"],
  [4379, "1:12"],
  [59, "0:00"],
  [-5, "0:00"],
])("writes %d s taken as %s", (seconds, written) => {
  expect(taken(seconds)).toBe(written);
});
