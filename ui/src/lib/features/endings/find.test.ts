import { expect, it } from "vitest";
import { fakeBackend } from "$lib/backend/fake/fake";
import { freshRows } from "$lib/backend/fake/rows";
import { earliest, found } from "./find";

it("finds by number, also in wide letters, without those that cannot be meant", async () => {
  const { backend } = fakeBackend();
  const numbers = async (words: string, without: string[] = []) =>
    (await found(backend, words, without)).map(({ number }) => number);
  expect(await numbers("Ａ-１０４２")).toEqual(["A-1042"]);
  expect(await numbers("A-1042", ["inquiry-1042"])).toEqual([]);
});

it("offers the inquiry that came first as the one that stays", () => {
  const rows = freshRows().filter(({ number }) => ["A-1042", "A-1047"].includes(number));
  expect(earliest(rows)?.number).toBe("A-1042");
  expect(earliest([])).toBeUndefined();
});
