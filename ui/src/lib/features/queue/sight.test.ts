import { describe, expect, it } from "vitest";
import { freshRows } from "$lib/backend/fake/rows";
import { Sight, type PlacedRow } from "./sight";

const [row] = freshRows();
const there = (index: number): PlacedRow => ({ index, row: row ?? null, top: index * 50 });
const missing = (index: number): PlacedRow => ({ index, row: null, top: index * 50 });

describe("what is drawn", () => {
  it("is what is in sight, once it is there", () => {
    const sight = new Sight();
    expect(sight.draw([there(0)], 0, true)).toEqual([there(0)]);
    expect(sight.draw([there(9)], 450, true)).toEqual([there(9)]);
  });

  it("stays on the screen until the rows of the new place have come", () => {
    const sight = new Sight();
    sight.draw([there(0), there(1)], 10, true);
    const held = sight.draw([missing(100)], 5010, false);
    expect(held.map(({ index, top }) => [index, top])).toEqual([
      [0, 5000],
      [1, 5050],
    ]);
    expect(sight.draw([there(100)], 5010, true)).toEqual([there(100)]);
  });

  it("is empty lines only where nothing was ever drawn", () => {
    expect(new Sight().draw([missing(0)], 0, false)).toEqual([missing(0)]);
  });

  it("keeps each row in its elements while it stays, and lends those of rows that left", () => {
    const sight = new Sight();
    const drawn = (from: number, count: number) => {
      const rows = Array.from({ length: count }, (_, at) => there(from + at));
      return sight.draw(rows, from * 50, true).map(({ index }) => sight.slotOf(index, 4));
    };
    expect(drawn(10, 4)).toEqual([0, 1, 2, 3]);
    expect(drawn(11, 4)).toEqual([1, 2, 3, 0]);
    expect(drawn(9, 4)).toEqual([3, 0, 1, 2]);
    expect(drawn(50, 4)).toEqual([0, 1, 2, 3]);
    expect(drawn(7, 3)).toEqual([0, 1, 2]);
  });
});
