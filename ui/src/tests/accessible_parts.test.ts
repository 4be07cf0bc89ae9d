import { render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { BackendError } from "$lib/backend/backend";
import { SECTIONS } from "$lib/features/settings/sections";
import TroubleScreen from "$lib/features/trouble/TroubleScreen.svelte";
import { drawn, openWindow } from "./window";

const WITHOUT_LAYOUT = { "color-contrast": { enabled: false }, region: { enabled: false } };

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: WITHOUT_LAYOUT });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

describe("the parts of the window are accessible", () => {
  it.each(SECTIONS)("settings: %s", async (section) => {
    await openWindow(`#/settings/${section}`);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ["編集", "お客様情報を編集"],
    ["end", "一次回答なしで終了…"],
    ["merge", "ほかの問合せにまとめる…"],
    ["link", "関連付ける…"],
  ])("dialog of an inquiry: %s", async (_, name) => {
    const { user } = await openWindow("#/queue/open?inquiry=inquiry-1042");
    if (name.endsWith("…")) await user.click(screen.getAllByRole("button", { name: "その他の操作" })[0]!);
    await user.click(screen.getByRole(name.endsWith("…") ? "menuitem" : "button", { name }));
    await drawn();
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    expect(await faults()).toEqual([]);
  });

  it.each([1, 2, 3])("set-up: step %i further", async (steps) => {
    const { user } = await openWindow("#/setup");
    await user.type(screen.getByLabelText("名前"), "佐藤");
    for (let step = 0; step < steps; step++) await user.click(screen.getByRole("button", { name: "次へ" }));
    await drawn();
    expect(await faults()).toEqual([]);
  });

  it("a record that does not open", async () => {
    const error = new BackendError({ code: "read_only", params: { detail: "x" } });
    render(TroubleScreen, { error });
    expect(screen.getByRole("alert")).toHaveTextContent("データフォルダーに書き込めません。");
    expect(await faults()).toEqual([]);
  });
});

describe("the first start", () => {
  it("needs a name, and gives everything to the core at its end", async () => {
    const { user, core } = await openWindow("#/setup");
    await user.click(screen.getByRole("button", { name: "次へ" }));
    expect(screen.getByLabelText("名前")).toHaveAccessibleDescription("名前を入力してください。");
    await user.type(screen.getByLabelText("名前"), "佐藤（例）{Enter}");
    await user.click(screen.getByRole("button", { name: "次へ" }));
    await user.type(screen.getByLabelText(/送信元アドレス/), "support@example.jp");
    await user.click(screen.getByRole("button", { name: "次へ" }));
    await user.click(screen.getByRole("radio", { name: /空の状態/ }));
    await user.click(screen.getByRole("button", { name: "はじめる" }));
    await drawn();
    const [, given] = core.calls.find(([name]) => name === "finishSetUp") ?? [];
    expect(given).toMatchObject([{ name: "佐藤（例）", role: "agent" }, ["support@example.jp"], false]);
  });
});
