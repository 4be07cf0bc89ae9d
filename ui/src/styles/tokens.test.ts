import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contrast } from "../tests/contrast";

const css = readFileSync("src/styles/tokens.css", "utf8");

/** The tokens of a block: those of the light theme, or those that the dark theme puts in their place. */
function tokens(selector: string): Record<string, string> {
  const from = css.indexOf(`${selector} {`);
  const block = css.slice(from, css.indexOf("\n}", from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

const light = tokens(":root");
const THEMES = { light, dark: { ...light, ...tokens(':root[data-theme="dark"]') } };

const GROUNDS = ["bg", "surface", "sunken"];
const TEXT: [string, string[]][] = [
  ["text", [...GROUNDS, "accent-soft", "note-bg", "wait-bg"]],
  ["muted", [...GROUNDS, "accent-soft", "note-bg", "wait-bg"]],
  ["accent", ["surface", "accent-soft"]],
  ["accent-on", ["accent"]],
  ["ink-on", ["ink"]],
  ["breach", [...GROUNDS, "accent-soft"]],
  ["breach-on", ["breach"]],
  ["late", [...GROUNDS, "accent-soft", "late-bg"]],
  ["urgent", [...GROUNDS, "accent-soft", "urgent-bg"]],
  ["soon", [...GROUNDS, "accent-soft", "soon-bg"]],
  ["fine", [...GROUNDS, "accent-soft", "fine-bg"]],
  ["wait", [...GROUNDS, "accent-soft", "wait-bg"]],
  ["ok", [...GROUNDS, "accent-soft"]],
];
const MARKS: [string, string[]][] = [
  ["urgent-mark", [...GROUNDS, "accent-soft", "urgent-bg"]],
  ["soon-mark", [...GROUNDS, "accent-soft", "soon-bg"]],
  ["fine-mark", [...GROUNDS, "accent-soft", "fine-bg"]],
  ["line-strong", [...GROUNDS, "accent-soft"]],
  ["accent", [...GROUNDS, "accent-soft"]],
];

describe.each(Object.entries(THEMES))("the %s theme", (_, theme) => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));
  const of = (name: string) => {
    const colour = theme[name];
    if (!colour) throw new Error(`no token ${name}`);
    return colour;
  };

  it.each(pairs(TEXT))("lets text in %s be read on %s", (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(MARKS))("lets marks in %s be seen on %s", (front, back) => {
    expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(3);
  });
});
