import { afterEach, describe, expect, it } from "vitest";
import { happened } from "$lib/features/inquiry/happened";
import { explain } from "$lib/features/inquiry/explanation";
import { TROUBLES, troubleOf } from "$lib/features/trouble/trouble";
import { en } from "$lib/i18n/en";
import { ja } from "$lib/i18n/ja";
import { language } from "$lib/i18n/language.svelte";
import { errorCodes, figureWords, historyCodes, repairCodes, stepCodes } from "./program_codes";

const CATALOGUES = Object.entries({ ja, en });
const snake = (codes: string[]) => codes.map((code) => code.replaceAll("-", "_"));
const missing = (codes: string[], words: object) => snake(codes).filter((code) => !(code in words));

afterEach(() => language.set("ja"));

describe.each(CATALOGUES)("every code of the program has its sentence: %s", (catalogue, words) => {
  it("steps of an explanation", () => {
    expect(stepCodes().length).toBeGreaterThan(10);
    expect(missing(stepCodes(), words.inquiry.steps)).toEqual([]);
  });

  it("what happened to an inquiry", () => {
    expect(historyCodes().length).toBeGreaterThan(18);
    expect(missing(historyCodes(), words.inquiry.happened)).toEqual([]);
  });

  it.each(["The desk", "The record", "What intake refuses"])("errors of: %s", (heading) => {
    expect(errorCodes(heading).length).toBeGreaterThan(8);
    expect(missing(errorCodes(heading), words.errors.said)).toEqual([]);
  });

  it("errors of the window's own", () => {
    expect(missing(["malformed", "outside", "unexpected"], words.errors.said)).toEqual([]);
  });

  it("what checking the record finds", () => {
    expect(missing(errorCodes("What `verify` finds"), words.settings.verifyProblem)).toEqual([]);
  });

  it("figures of a report, the same as in its files", () => {
    const figures = figureWords(catalogue as "ja" | "en");
    expect(Object.keys(figures).length).toBeGreaterThan(20);
    expect(words.reports.figure).toEqual(figures);
  });

  it("what was mended to read a mail", () => {
    expect(repairCodes().length).toBeGreaterThan(10);
    expect(missing(repairCodes(), words.inquiry.repairs)).toEqual([]);
  });
});

describe.each(["ja", "en"] as const)("sentences are written out: %s", (chosen) => {
  const AT = "2026-11-24T02:30:00Z";

  it.each(stepCodes())("step %s", (code) => {
    language.set(chosen);
    const params = {
      level: "outage",
      unit: "hours",
      count: "2",
      minutes: "60",
      from: "2026-11-24",
      to: "2026-11-25",
      on: "2026-11-25",
      days: "2",
      verdict: "late",
      year: "2031",
    };
    const step = { code, clause: 14, calendar: false, instants: { at: AT, target: AT }, params, days: [] };
    const [line] = explain([step], "clomo");
    expect(line?.mark).toBe("§14");
    expect(line?.text).not.toMatch(/undefined|^$|outage|2026-11/);
    expect(line?.text).not.toBe(code);
  });

  it.each(historyCodes())("history %s", (what) => {
    language.set(chosen);
    const kind = what === "kind-set" ? "usage" : "answer";
    const params = {
      at: AT,
      channel: "mail",
      from: "山田",
      to: "A-1042",
      level: "outage",
      why: "first",
      note: "",
      kind,
      who: "person",
      step: "posted",
      cause: "volume",
      done: "true",
      pack: "clomo 2020-04-01",
      product: "clomo",
      plan: "trial",
      subject: "件名",
      customer: "例示商事",
      status: "on-hold",
      reason: "調査",
      ending: "duplicate",
      of: "A-1001",
      text: "メモ",
      relation: "split-from",
    };
    const said = happened({ what, params }, "clomo");
    expect(said).not.toMatch(/undefined|^$|on-hold|split-from|2026-11/);
    expect(said).not.toBe(what);
  });

  it("a record that does not open, whatever its code", () => {
    language.set(chosen);
    for (const code of [...TROUBLES, "sqlite"]) {
      expect(Object.values(troubleOf(code)).every((sentence) => sentence.length > 8)).toBe(true);
    }
    expect(troubleOf("already-open")).toEqual(troubleOf("already_open"));
  });
});
