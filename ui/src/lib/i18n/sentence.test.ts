import { afterEach, expect, it } from "vitest";
import { language } from "./language.svelte";
import { sentenceOf } from "./sentence";

afterEach(() => language.set("ja"));

it("says what happened in the language of the window, with what it needs", () => {
  const refusal = { code: "merge-into-later", params: { earlier: "A-1001", later: "A-1002" } };
  expect(sentenceOf(refusal)).toBe("A-1001 のほうが先に届いています。A-1002 を A-1001 にまとめてください。");
  language.set("en");
  expect(sentenceOf(refusal)).toBe("A-1001 came first. Merge A-1002 into A-1001 instead.");
});

it("names a code that it does not know, and that nothing is lost", () => {
  expect(sentenceOf({ code: "tea-spilt", params: {} })).toMatch(/tea-spilt.*記録はそのまま/);
});
