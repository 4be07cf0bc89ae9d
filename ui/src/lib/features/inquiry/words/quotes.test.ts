import { describe, expect, it } from "vitest";
import { pageOf, sizeOf } from "../html_page";
import { partsOf } from "./quotes";

function check(text: string, expected: [boolean, string][]) {
  expect(partsOf(text).map(({ quoted, text: part }) => [quoted, part])).toEqual(expected);
}

describe("quotes", () => {
  it("are told from the sender's own words", () => {
    check("はい。\n\n> いかがですか。\n> ご確認ください。\n\nよろしくお願いします。", [
      [false, "はい。"],
      [true, "> いかがですか。\n> ご確認ください。"],
      [false, "よろしくお願いします。"],
    ]);
  });

  it("take the line with them that says whose they are", () => {
    check("OK.\nOn Tue, 24 Nov 2026, Support wrote:\n> Hello", [
      [false, "OK."],
      [true, "On Tue, 24 Nov 2026, Support wrote:\n> Hello"],
    ]);
    check("了解です。\n2026年11月24日(火) 10:12 サポート <support@example.jp>:\n> 本文", [
      [false, "了解です。"],
      [true, "2026年11月24日(火) 10:12 サポート <support@example.jp>:\n> 本文"],
    ]);
  });

  it("are all that stands under an original message", () => {
    check("承知しました。\r\n-----Original Message-----\r\nFrom: support\r\n本文", [
      [false, "承知しました。"],
      [true, "-----Original Message-----\nFrom: support\n本文"],
    ]);
  });

  it("are not made of arrows within a sentence", () => {
    check("設定 > ネットワーク > Wi-Fi を開きました", [[false, "設定 > ネットワーク > Wi-Fi を開きました"]]);
  });

  it("leave nothing of a message without words", () => check("\n \n", []));
});

describe("the page of a message", () => {
  it("may load nothing, and its links lead nowhere", () => {
    const page = pageOf('<p>x</p><a href="https://example.jp/">here</a>');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/script-src|href=/);
    expect(page).toContain("<p>x</p>");
  });
});

it.each([
  [999, "999 B"],
  [182_430, "182 KB"],
  [5_250_000, "5.3 MB"],
])("writes %i bytes as %s", (bytes, written) => expect(sizeOf(bytes)).toBe(written));

describe("texts made to be slow", () => {
  const million = 1_000_000;

  it("are parted in linear time", () => {
    for (const text of [
      `a${" ".repeat(million)}b`,
      `2026年 xxxx <${"@".repeat(million)}`,
      `On ${" wrote:x".repeat(million / 8)}`,
      "-".repeat(million),
      `${"\n".repeat(million)}x`,
    ]) {
      expect(partsOf(text)).toHaveLength(1);
    }
  });

  it("make no more parts than a person unfolds", () => {
    const parts = partsOf("> a\nb\n".repeat(100_000));
    expect(parts).toHaveLength(200);
    expect(parts.map(({ text }) => text).join("\n")).toHaveLength("> a\nb\n".length * 100_000 - 1);
  });
});

describe("the page of a message", () => {
  it("leads nowhere and takes nothing out of the text", () => {
    const page = pageOf('<a href="https://evil.example" target="_top">x</a>&lt;a href="y"&gt;');
    expect(page).toContain('<a>x</a>&lt;a href="y"&gt;');
    expect(page).not.toContain("evil.example");
  });
});
