import { describe, expect, it } from "vitest";
import { HEADING, Layout } from "./layout";

const ROW = 50;

describe("rows without groups", () => {
  const layout = new Layout(1000, ROW);

  it("stand one under the other", () => {
    expect(layout.height).toBe(1000 * ROW);
    expect(layout.topOf(10)).toBe(500);
    expect(layout.rowAt(499)).toBe(9);
  });

  it("are revealed with as little movement as needed", () => {
    expect(layout.reveal(3, 0, 400)).toBe(0);
    expect(layout.reveal(9, 0, 400)).toBe(100);
    expect(layout.reveal(1, 300, 400)).toBe(50);
  });
});

describe("rows in groups", () => {
  const layout = new Layout(5, ROW, [
    { band: "late", count: 2 },
    { band: "fine", count: 3 },
  ]);

  it("have a heading over each group", () => {
    expect(layout.headings.map(({ top }) => top)).toEqual([0, HEADING + 2 * ROW]);
    expect(layout.height).toBe(5 * ROW + 2 * HEADING);
    expect([0, 1, 2].map((index) => layout.topOf(index))).toEqual([
      HEADING,
      HEADING + ROW,
      2 * HEADING + 2 * ROW,
    ]);
  });

  it("are found by their height, headings counting to the row after them", () => {
    for (let index = 0; index < 5; index++) expect(layout.rowAt(layout.topOf(index))).toBe(index);
    expect(layout.rowAt(0)).toBe(0);
    expect(layout.rowAt(HEADING + 2 * ROW + 5)).toBe(2);
  });

  it("show their heading with the first row", () => {
    expect(layout.reveal(2, 400, 200)).toBe(HEADING + 2 * ROW);
  });
});
