import { describe, expect, it } from "vitest";
import type { InquiryView, QueueRow } from "$lib/backend/bindings";
import { fakeBackend } from "$lib/backend/fake/fake";
import { viewOf } from "$lib/backend/fake/inquiry";
import { freshRows } from "$lib/backend/fake/rows";
import { verdictAt, verdictWord } from "$lib/features/inquiry/verdict";
import { Answer, type AnswerProblem } from "./answer.svelte";
import { inserted } from "./templates";

const NOW = "2026-11-24T11:06:00+09:00";
const ZONE = "Asia/Tokyo";

function viewWith(change: Partial<QueueRow>): InquiryView {
  const row = freshRows().find(({ number }) => number === "A-1042")!;
  return viewOf({ ...row, ...change });
}

function answerWith(change: Partial<Answer> = {}) {
  const core = fakeBackend();
  return { core, answer: Object.assign(new Answer(core.backend, "inquiry-1042", ZONE), change) };
}

function check(change: Partial<Answer>, row: Partial<QueueRow>, expected: AnswerProblem[]) {
  expect(answerWith(change).answer.problems(viewWith(row), NOW)).toEqual(expected);
}

describe("what is missing of a response", () => {
  it("nothing, where it leaves now and the level is decided", () => check({}, {}, []));
  it("the level, where nobody has decided it", () => check({}, { level: null }, ["level"]));
  it("no level for word of the receipt", () => check({ kind: "receipt" }, { level: null }, []));
  it("no level for a later reply", () => check({}, { level: null, answeredAt: NOW }, []));
  it("an instant that can be read", () => check({ when: "earlier", atField: "just now" }, {}, ["atMissing"]));
  it("one that has come", () => check({ when: "earlier", atField: "11:07" }, {}, ["future"]));
  it("one after the receipt", () =>
    check({ when: "earlier", atField: "11/22 18:02", why: "x" }, {}, ["beforeReceipt"]));
  it("the receipt's own minute is after it", () =>
    check({ when: "earlier", atField: "11/22 18:03", why: "x" }, {}, []));
  it("no reason within five minutes", () => check({ when: "earlier", atField: "11:01" }, {}, []));
  it("a reason beyond them", () => check({ when: "earlier", atField: "11:00" }, {}, ["why"]));
  it("blanks are no reason", () => check({ when: "earlier", atField: "10:00", why: "　" }, {}, ["why"]));
  it("an inquiry that has not ended", () => check({}, { ended: "withdrawn" }, ["ended"]));
});

describe("the verdict that it will have", () => {
  const row = { target: "2026-11-24T11:30:00+09:00", limit: "2026-11-24T17:30:00+09:00" };

  it.each([
    ["11:30:00", "in-time"],
    ["11:30:01", "late"],
    ["17:30:00", "late"],
    ["17:30:01", "breach"],
  ])("at %s: %s", (time, verdict) => {
    expect(verdictAt(`2026-11-24T${time}+09:00`, row)).toBe(verdict);
  });

  it("says the business time taken where it leaves now", () => {
    const { answer } = answerWith();
    const view = viewWith(row);
    expect(answer.outlook(view, NOW, 24 * 60)).toEqual({ verdict: "in-time", takenS: 96 * 60 });
  });

  it("is none for word of the receipt and for later replies", () => {
    expect(answerWith({ kind: "receipt" }).answer.outlook(viewWith({}), NOW, 0)).toBeNull();
    expect(answerWith().answer.outlook(viewWith({ answeredAt: NOW }), NOW, 0)).toBeNull();
  });

  it("is reckoned for a level that is chosen in the form", async () => {
    const { answer, core } = answerWith();
    const view = viewWith({ level: null });
    expect(answer.outlook(view, NOW, 0)).toBeNull();
    await answer.reckon(view, "outage");
    expect(core.calls.at(-1)).toEqual([
      "previewDeadline",
      [{ product: "clomo", receivedAt: view.row.receivedAt, level: "outage" }],
    ]);
    expect(answer.outlook(view, NOW, 0)?.verdict).toBe("in-time");
  });

  it("is worded with the time", () => {
    const left = { businessLeftS: -80 * 60, businessLeftToLimitS: -20 * 60 };
    expect(verdictWord({ verdict: "in-time", businessTakenS: 4320 }, left)).toBe("一次回答済（1:12 で回答）");
    expect(verdictWord({ verdict: "late", businessTakenS: 0 }, left)).toBe("目安超過・期限内（−1:20）");
    expect(verdictWord({ verdict: "breach", businessTakenS: 0 }, left)).toBe("期限超過（−0:20）");
  });
});

describe("recording", () => {
  it("decides the level first, then records, then drops the draft", async () => {
    const { answer, core } = answerWith({ text: " 再起動してください。 " });
    const view = viewWith({ level: null });
    await answer.reckon(view, "minor");
    await answer.record(view, NOW);
    expect(core.calls.map(([name]) => name)).toEqual(["previewDeadline", "setLevel", "respond", "keepDraft"]);
    expect(core.calls[2]?.[1]).toEqual([
      view.row.id,
      { kind: "answer", at: null, text: "再起動してください。", why: null, message: null },
    ]);
  });

  it("keeps a draft and brings it back", async () => {
    const { answer, core } = answerWith({ text: "途中" });
    answer.keep();
    await answer.end();
    const again = new Answer(core.backend, "inquiry-1042", ZONE);
    await again.restore();
    expect(again.text).toBe("途中");
  });
});

it("puts a template where the cursor is, or in place of nothing", () => {
  expect(inserted("ab", "X", 1, 1)).toBe("aXb");
  expect(inserted("abc", "X", 1, 2)).toBe("aXc");
  expect(inserted("  ", "X", 0, 0)).toBe("X");
});
