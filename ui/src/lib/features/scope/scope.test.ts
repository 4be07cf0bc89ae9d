import { screen, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { SCOPE } from "$lib/backend/fake/scope";
import { drawn, openWindow } from "../../../tests/window";
import { changes, checklistOf } from "./checklist";

async function faults(): Promise<string[]> {
  const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

describe("the checklist of the scope", () => {
  it("sends what was changed, and nothing else", () => {
    const before = checklistOf(SCOPE);
    expect(changes(before, { ...before })).toEqual([]);
    const after = {
      ...before,
      contract: "no",
      part: "",
      system: "ios",
      version: " 18.7 ",
      consulting: "yes",
    };
    expect(changes(before, after)).toEqual([
      { about: "contract", answer: "no" },
      { about: "part", answer: "" },
      { about: "consulting", answer: "yes" },
      { about: "os", answer: "ios 18.7" },
    ]);
    const named = checklistOf({ ...SCOPE, answers: { os: "windows-11 24H2" } });
    expect([named.system, named.version]).toEqual(["windows-11", "24H2"]);
    expect(changes(named, { ...named, system: "none" })).toEqual([{ about: "os", answer: "none" }]);
  });

  it("shows the findings with their clauses, and takes answers", async () => {
    const { user, core } = await openWindow("#/queue/open?inquiry=inquiry-1042");
    const card = screen.getByRole("region", { name: "サポート範囲" });
    expect(card).toHaveTextContent("本文から：iOS 9.3");
    expect(card).toHaveTextContent("OS のバージョン · 提供終了・旧版の製品、古い OS・ベータ版 OS §8");
    await user.click(within(card).getByRole("button", { name: "確認する…" }));
    await drawn();
    expect(await faults()).toEqual([]);
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("checkbox", { name: "使い方・設定を超える相談" }));
    await user.click(dialog.getByRole("button", { name: "保存" }));
    await drawn();
    const given = ["inquiry-1042", [{ about: "consulting", answer: "yes" }]];
    expect(core.calls).toContainEqual(["answerScope", given]);
  });
});

describe("the level assistant", () => {
  it("is answered by keys alone, and overruled only with a reason", async () => {
    const { user, core } = await openWindow("#/queue/open");
    await user.keyboard("jl");
    await drawn();
    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveTextContent("どのような内容ですか");
    expect(dialog).toHaveTextContent("使えない本文からの候補");
    expect(await faults()).toEqual([]);
    await user.keyboard("2");
    await drawn();
    await user.keyboard("{Backspace}");
    await drawn();
    expect(dialog).toHaveTextContent("どのような内容ですか");
    await user.keyboard("2");
    await drawn();
    await user.keyboard("2");
    await drawn();
    expect(dialog).toHaveTextContent("結果：サービス障害（§17）");
    expect(await faults()).toEqual([]);
    await user.click(within(dialog).getByRole("radio", { name: "軽微な不具合" }));
    await user.click(within(dialog).getByRole("button", { name: "このレベルに決める" }));
    expect(within(dialog).getByLabelText("別のレベルにする理由")).toHaveAccessibleDescription(
      "理由を入力してください。",
    );
    await user.type(within(dialog).getByLabelText("別のレベルにする理由"), "1 台だけ{Enter}");
    await drawn();
    const decided = core.calls.find(([name]) => name === "assistLevel")?.[1];
    expect(decided).toMatchObject([{ answers: [1, 1], level: "minor", note: "1 台だけ" }]);
  });
});

describe("an outage", () => {
  it("shows who ticked what when, and ticks", async () => {
    const { user, core } = await openWindow("#/queue/open?inquiry=inquiry-1042");
    const card = screen.queryByRole("region", { name: "障害の対応" });
    expect(card).not.toBeNull();
    expect(card).toHaveTextContent("ステータスページに掲載佐藤");
    await user.click(within(card!).getByRole("checkbox", { name: /掲載内容を更新/ }));
    expect(core.calls).toContainEqual(["tickStatusPage", ["inquiry-1042", "updated", true]]);
  });
});
