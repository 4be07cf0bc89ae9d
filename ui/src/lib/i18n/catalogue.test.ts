import { describe, expect, it } from "vitest";
import { en } from "./en";
import { ja } from "./ja";

type Words = { [key: string]: unknown };

/** Every word with its path, functions told from texts by what they take. */
function flat(words: Words, path = ""): Map<string, unknown> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "object" && value !== null
        ? [...flat(value as Words, `${path}${key}.`)]
        : [[`${path}${key}`, value] as [string, unknown]],
    ),
  );
}

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Names that are the same in every language. */
const OWN_NAMES = ["words.language.ja"];

describe("the two catalogues", () => {
  const source = flat(ja);
  const translation = flat(en);

  it("have the same keys", () => {
    expect([...translation.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it("have a word at every key", () => {
    for (const [path, word] of [...source, ...translation]) expect(word, path).not.toBe("");
  });

  it("are in one language each", () => {
    for (const [path, word] of translation) {
      if (typeof word === "string" && !OWN_NAMES.includes(path)) expect(word, path).not.toMatch(JAPANESE);
    }
  });
});
