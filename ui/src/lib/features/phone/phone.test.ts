import { screen } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import type { NewInquiry } from "$lib/backend/bindings";
import { FRAME } from "$lib/backend/fake/centre";
import { fakeBackend } from "$lib/backend/fake/fake";
import { drawn, openWindow } from "../../../tests/window";
import { Call, type CallProblem } from "./call.svelte";

const NOW = "2026-11-24T02:06:30.500Z";

function newCall(change: Partial<Call["typed"]> = {}) {
  const core = fakeBackend();
  const call = new Call(core.backend, NOW, "Asia/Tokyo");
  Object.assign(call.typed, change);
  return { core, call };
}

describe("what is missing of a call", () => {
  const check = (change: Partial<Call["typed"]>, startField: string | null, expected: CallProblem[]) => {
    const { call } = newCall({ product: "clomo", text: "x", ...change });
    if (startField !== null) call.startField = startField;
    expect(call.problems(NOW)).toEqual(expected);
  };

  it("nothing beyond product and words", () => check({}, null, []));
  it("the product", () => check({ product: "" }, null, ["product"]));
  it("the words", () => check({ text: " \n" }, null, ["text"]));
  it("a level where an answer was given", () => check({ answer: "answer" }, null, ["level"]));
  it("no more with both", () => check({ answer: "answer", level: "minor" }, null, []));
  it("a start that can be read", () => check({}, "earlier", ["startMissing"]));
  it("one that has come", () => check({}, "11:30", ["startInFuture"]));
});

describe("a call", () => {
  it("begins to the second while nobody corrects it", () => {
    const { call } = newCall();
    expect(call.startedAt).toBe(NOW);
    call.startField = "10:58";
    expect(call.startedAt).toBe("2026-11-24T01:58:00.000Z");
  });

  it("takes its subject from the first line, and calls back where a time is wished", () => {
    const { call } = newCall({
      text: "ログインできない\n朝から。",
      number: "03-0000-0000",
      wish: "14 時以降",
    });
    const request = call.request("佐藤");
    expect(request.subject).toBe("ログインできない");
    expect(request.text).toBe("ログインできない\n朝から。");
    expect(request.customer.callbackPhone).toBe("03-0000-0000");
    expect(request.assignee).toBe("佐藤");
  });

  it("records the answer given on it in the same step", () => {
    const { call } = newCall({ answer: "question", answerText: "再現手順を伺った", level: "minor" });
    expect(call.request("佐藤").answer).toEqual({
      kind: "question",
      at: null,
      text: "再現手順を伺った",
      why: null,
      message: null,
    });
  });

  it("is kept when the form is left and comes back with its own start", async () => {
    const { call, core } = newCall({ company: "例示商事" });
    call.keep();
    await call.end();
    const again = new Call(core.backend, "2026-11-24T03:00:00Z", "Asia/Tokyo");
    await again.restore();
    expect(again.typed.company).toBe("例示商事");
    expect(again.startedAt).toBe(NOW);
    expect(again.restored).toBe(true);
  });

  it("asks for the deadline once the typing rests", async () => {
    vi.useFakeTimers();
    const { call, core } = newCall({ product: "clomo" });
    for (let key = 0; key < 5; key++) call.previewSoon();
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect(core.calls.filter(([name]) => name === "previewDeadline")).toHaveLength(1);
    expect(call.preview).not.toBeNull();
  });
});

/** Counts the keys beside the text: a chord is one press of each of its keys. */
const KEYS = [
  "n",
  "c",
  "{Tab}",
  "{Tab}",
  "{Tab}",
  "{Tab}",
  "{Alt>}",
  "1",
  "{/Alt}",
  "{Control>}",
  "{Enter}",
  "{/Control}",
];
const presses = KEYS.filter((key) => !key.startsWith("{/")).length;

describe("the phone form", () => {
  it("records a call by keys alone, with at most 25 beside the text", async () => {
    const { user, core } = await openWindow("#/queue/open");
    const [open, product, toCompany, toPerson, toNumber, toText, ...rest] = KEYS;
    await user.keyboard(open!);
    await drawn();
    await user.keyboard(product! + toCompany!);
    await user.keyboard(`例示商事${toPerson}山田${toNumber}03-0000-0042${toText}ログインできない`);
    await user.keyboard(rest.map((key) => (key === "1" ? "[Digit1]" : key)).join(""));
    await drawn();
    const [, given] = core.calls.find(([name]) => name === "recordInquiry") ?? [];
    const request = given?.[0] as NewInquiry;
    expect(request).toMatchObject({
      product: "clomo",
      channel: "phone",
      level: "outage",
      subject: "ログインできない",
      customer: { company: "例示商事", person: "山田", phone: "03-0000-0042" },
      assignee: FRAME.me,
    });
    expect(presses).toBeLessThanOrEqual(25);
    expect(screen.getByText("受付番号")).toBeInTheDocument();
    expect(screen.getByText(/^A-\d+$/)).toBeInTheDocument();
  });

  it("goes on with Enter, and says what is missing at its field", async () => {
    const { user, core } = await openWindow("#/phone");
    await user.keyboard("2{Enter}例示商事{Enter}");
    expect(screen.getByLabelText("お名前")).toHaveFocus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await drawn();
    expect(core.calls.some(([name]) => name === "recordInquiry")).toBe(false);
    expect(screen.getByLabelText(/件名・お話の内容/)).toHaveAccessibleDescription(
      "件名・お話の内容を入力してください。",
    );
  });

  it("warns of a trial and records it all the same", async () => {
    const { user, core } = await openWindow("#/phone");
    await user.keyboard("1");
    await user.click(screen.getByRole("radio", { name: "トライアル" }));
    expect(screen.getByText(/電話サポートの対象外/)).toBeInTheDocument();
    await user.type(screen.getByLabelText(/件名・お話の内容/), "使い方");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await drawn();
    expect(core.calls.find(([name]) => name === "recordInquiry")?.[1]?.[0]).toMatchObject({ plan: "trial" });
  });

  it("leaves the Enter of a conversion alone", async () => {
    await openWindow("#/phone");
    const company = screen.getByLabelText("会社");
    company.focus();
    company.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    expect(company).toHaveFocus();
  });
});
