import { screen, within } from "@testing-library/svelte";
import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { problemText } from "./problems";
import { drawn, openWindow } from "../../../tests/window";

async function faults(): Promise<string[]> {
  const rules = { "color-contrast": { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

describe("the register of customers", () => {
  it("lists the contracts, narrows them down and shows one with its people", async () => {
    const { user } = await openWindow("#/customers");
    expect(screen.getAllByRole("row")).toHaveLength(3);
    expect(await faults()).toEqual([]);
    await user.type(screen.getByRole("searchbox", { name: /絞り込む/ }), "物流");
    await drawn();
    expect(screen.getAllByRole("row")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: "C-20482" }));
    await drawn();
    const detail = screen.getByRole("region", { name: "C-20482" });
    expect(detail).toHaveTextContent("役割は不明");
    expect(await faults()).toEqual([]);
  });

  it("says at the field that a sixth option is refused, and keeps what was typed", async () => {
    const { user, core } = await openWindow("#/customers?contract=contract-1");
    await user.click(screen.getByRole("button", { name: "人を登録" }));
    await drawn();
    const dialog = within(screen.getByRole("dialog"));
    await user.type(dialog.getByLabelText("氏名"), "六人目");
    await user.click(dialog.getByRole("radio", { name: "有" }));
    await user.click(dialog.getByRole("checkbox", { name: "CLOMO システム管理者" }));
    expect(await faults()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "保存" }));
    await drawn();
    expect(dialog.getByRole("alert")).toHaveTextContent("上限に達しています（§12）");
    expect(dialog.getByLabelText("氏名")).toHaveValue("六人目");
    const [, given] = core.calls.find(([name]) => name === "setPerson") ?? [];
    expect(given).toMatchObject(["contract-1", null, { roles: "system-administrator", option: "yes" }]);
  });

  it("shows all problems of a table, each with its place, and offers no import", async () => {
    const { user } = await openWindow("#/customers");
    await user.click(screen.getByRole("button", { name: "CSV を取り込む…" }));
    await drawn();
    const dialog = screen.getByRole("dialog");
    expect(dialog).toHaveTextContent("1 行目");
    expect(dialog).toHaveTextContent("存在しない日付です · 2026-02-28 ではありませんか");
    expect(within(dialog).queryByRole("button", { name: "取り込む" })).toBeNull();
    expect(await faults()).toEqual([]);
  });

  it("names a code that it does not know", () => {
    const problem = { line: 2, column: "a", code: "new", value: "", suggestion: null, otherLine: 4 };
    expect(problemText(problem)).toBe("new · 4 行目と比べてください");
  });
});

describe("who asks", () => {
  it("is told with its reason, and chosen from the register", async () => {
    const { user, core } = await openWindow("#/queue/open?inquiry=inquiry-1042");
    const asker = screen.getByRole("group", { name: "問合せ資格" });
    expect(asker).toHaveTextContent("§12 役割がわかりません · 顧客台帳に該当なし");
    await user.click(within(asker).getByRole("button", { name: "人を選ぶ…" }));
    await drawn();
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /管理者 2/ }));
    expect(core.calls).toContainEqual(["setAsker", ["inquiry-1042", "person-2", false]]);
  });

  it("is answered beginning with the reply that fits", async () => {
    const { user } = await openWindow("#/queue/open?inquiry=inquiry-1042");
    await user.click(screen.getByRole("button", { name: "返信の案" }));
    await drawn();
    expect(screen.getByRole("textbox", { name: /回答の内容/ })).toHaveValue(
      "例示商事\n山田 太郎 様\n\nご契約番号をお知らせください。",
    );
    expect(screen.getByRole("radio", { name: /切り分け/ })).toBeChecked();
  });
});
