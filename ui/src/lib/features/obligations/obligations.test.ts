import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { MatterKind } from "$lib/backend/bindings";
import { OBLIGATIONS } from "$lib/backend/fake/obligations";
import { route } from "$routes/route.svelte";
import { drawn, openWindow } from "../../../tests/window";
import { ObligationDraft, type Problems } from "./draft.svelte";
import { explainClock } from "./explanation";
import { noticeOf } from "./notice";

const NOW = "2026-11-24T02:06:30.500Z";

describe("what is missing of an obligation", () => {
  const check = (kind: MatterKind, change: Partial<ObligationDraft>, expected: (keyof Problems)[]) => {
    const draft = new ObligationDraft(kind, NOW, "Asia/Tokyo");
    draft.products = ["clomo"];
    draft.text.title = "例示";
    Object.assign(draft, change);
    expect(Object.keys(draft.problems)).toEqual(expected);
  };

  it("nothing beyond product and title", () => check("incident", {}, []));
  it("a product", () => check("incident", { products: [] }, ["products"]));
  it("a time that can be read", () => check("incident", { at: "昨日" }, ["at"]));
  it("one that has come", () => check("incident", { at: "11/24 12:00" }, ["at"]));
  it("a date of a change", () => check("change", { on: "2027/02/30" }, ["on"]));
  it("a reason for an exception", () =>
    check("change", { on: "2027/04/01", exception: "safety" }, ["reason"]));
  it("a reason for an emergency", () =>
    check("maintenance", { from: "11/25 1:00", until: "11/25 5:00", isEmergency: true }, ["reason"]));
  it("an end after the beginning", () =>
    check("maintenance", { from: "11/25 5:00", until: "11/25 1:00" }, ["until"]));
  it("all of it at once", () => check("suspension", { at: "" }, ["at", "from", "until", "reason"]));
});

it("a draft of a known obligation says what is known", () => {
  const [known] = OBLIGATIONS;
  const draft = new ObligationDraft("suspension", NOW, "Asia/Tokyo", known);
  expect(draft.problems).toEqual({});
  expect(draft.matter).toEqual({
    kind: "suspension",
    plannedAt: "2026-11-24T01:00:00.000Z",
    from: "2026-11-27T01:00:00.000Z",
    until: "2026-11-27T06:00:00.000Z",
  });
});

it("a clock explains itself by its clause", () => {
  expect(explainClock(OBLIGATIONS[0]!)).toEqual([
    { mark: "§15", text: "11/27(金) に開始予定" },
    { mark: "§15", text: "1 週間前までに通知 → 11/20(金) が期限" },
  ]);
});

describe("the deadlines", () => {
  it("stand in the rail with their count, and in a list by how near they are", async () => {
    await openWindow("#/deadlines");
    const nav = screen.getByRole("navigation", { name: "ビューと画面" });
    expect(within(nav).getByRole("link", { name: "期限 2" })).toHaveAttribute("aria-current", "page");
    const [, first, second] = within(screen.getByRole("table")).getAllByRole("row");
    expect(first).toHaveTextContent("4 日超過");
    expect(first).toHaveTextContent("期限超過");
    expect(second).toHaveTextContent("1:24");
    expect(second).toHaveTextContent("まもなく");
  });

  it("are walked through, explained and done by keys", async () => {
    const { core, user } = await openWindow("#/deadlines");
    await user.keyboard("j");
    await drawn();
    expect(route.param("obligation")).toBe("obligation-1");
    expect(screen.getByRole("list", { name: "期限の根拠" })).toHaveTextContent("1 週間前までに通知");
    await user.keyboard("jd");
    await drawn();
    expect(screen.getByRole("dialog")).toHaveTextContent("A-1066");
    await user.keyboard("{Enter}");
    await drawn();
    expect(core.calls.find(([name]) => name === "fulfilObligation")?.[1]).toEqual([
      "obligation-2",
      null,
      "佐藤",
    ]);
  });

  it("take a reason to be withdrawn", async () => {
    const { core, user } = await openWindow("#/deadlines");
    await user.keyboard("jx");
    await drawn();
    await user.keyboard("{Enter}");
    await drawn();
    expect(screen.getByText("理由を入力してください。")).toBeVisible();
    await user.keyboard("誤って登録{Enter}");
    await drawn();
    expect(core.calls.find(([name]) => name === "withdrawObligation")?.[1]).toEqual([
      "obligation-1",
      "誤って登録",
    ]);
  });
});

it("an incident is recorded with everything that is missing said at once", async () => {
  const { core, user } = await openWindow("#/incidents");
  await user.click(screen.getByRole("button", { name: "インシデントの通知を記録" }));
  await drawn();
  await user.click(screen.getByRole("button", { name: "保存" }));
  await drawn();
  expect(screen.getByText("件名を入力してください。")).toBeVisible();
  expect(screen.getByText("製品を選んでください。")).toBeVisible();
  await user.type(screen.getByLabelText("件名"), "不審な通信");
  await user.click(screen.getByLabelText("CLOMO MDM"));
  await user.click(screen.getByLabelText("あり"));
  await user.click(screen.getByRole("button", { name: "保存" }));
  await drawn();
  const [request] = core.calls.find(([name]) => name === "openObligation")?.[1] as [Record<string, unknown>];
  expect(request.products).toEqual(["clomo"]);
  expect(request.matter).toMatchObject({ kind: "incident", affected: "yes" });
});

describe("the notice", () => {
  const write = (kind: MatterKind, entered: Partial<ObligationDraft>, detail = "") => {
    const draft = new ObligationDraft(kind, NOW, "Asia/Tokyo");
    draft.text.title = "データベースの更新";
    draft.text.detail = detail;
    Object.assign(draft, entered);
    return noticeOf(draft, ["CLOMO MDM"], "Asia/Tokyo");
  };

  it("of maintenance tells when and what stops (§5)", () => {
    const notice = write("maintenance", { from: "11/28 22:00", until: "11/29 2:00" });
    expect(notice).toContain("■ 日時：11/28(土) 22:00 〜 11/29(日) 2:00");
    expect(notice).toContain("■ 内容：データベースの更新");
    expect(notice).toContain("作業中はサービスを停止");
    expect(notice).not.toContain("緊急");
  });

  it("of emergency maintenance asks for the reason, and leaves blanks for what is not known", () => {
    const notice = write("maintenance", { isHeavy: false, isEmergency: true });
    expect(notice).toContain("件名：緊急メンテナンスのお知らせ");
    expect(notice).toContain("■ 日時：＿＿＿＿ 〜 ＿＿＿＿");
    expect(notice).toContain("■ 緊急に行う理由：＿＿＿＿");
    expect(notice).toContain("サービスは継続して");
  });

  it("of an incident tells what is known so far (§20)", () => {
    const notice = write("incident", { at: "11/24 10:40", incident: "malware" }, "調査中です。");
    expect(notice).toContain("■ 検知日時：11/24(火) 10:40");
    expect(notice).toContain("■ 種類：マルウェアへの感染");
    expect(notice).toContain("■ 現在わかっていること：調査中です。");
  });

  it("is none for other kinds", () => {
    expect(write("enterprise-app", {})).toBe("");
  });
});
