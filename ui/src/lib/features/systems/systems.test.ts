import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { fakeBackend } from "$lib/backend/fake/fake";
import { drawn, openWindow } from "../../../tests/window";

describe("the page of systems", () => {
  it("answers whether a version is supported, and why", async () => {
    const { core, user } = await openWindow("#/systems");
    const form = screen.getByRole("region", { name: "対応の確認" });
    await user.type(within(form).getByLabelText("バージョン"), "26.5");
    await user.click(within(form).getByRole("button", { name: "確認する" }));
    await drawn();
    expect(within(form).getByRole("status")).toHaveTextContent(
      "要確認 新しい世代で、サポート開始日が未登録です。",
    );
    expect(within(form).getByRole("status")).toHaveTextContent("表は 2026-08-17 までです。");
    const asked = core.calls.find(([name]) => name === "checkOs");
    expect(asked?.[1]).toEqual([{ product: "clomo", os: "ios", version: "26.5", on: "2026-11-24" }]);
  });

  it("enters a release after a look at what that does", async () => {
    const { core, user } = await openWindow("#/systems/ios");
    await user.click(screen.getByRole("button", { name: "リリースを登録…" }));
    const form = await screen.findByRole("dialog", { name: /リリースを登録：iOS/ });
    await user.type(within(form).getByLabelText("バージョン"), "27");
    await user.click(within(form).getByRole("button", { name: "変わる内容を確認…" }));
    await drawn();
    const look = await screen.findByRole("dialog", { name: "リリースを登録" });
    expect(look).toHaveTextContent("ios 27 (2026-09-14)");
    await user.click(within(look).getByRole("button", { name: "適用する" }));
    await drawn();
    const made = core.calls.find(([name]) => name === "changeOsTable");
    expect(made?.[1]).toMatchObject([
      { kind: "release", os: "ios", version: "27", releasedOn: "2026-11-24" },
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("tells all problems of a dropped table, and applies nothing", async () => {
    const core = fakeBackend();
    const nothing = { added: [], removed: [], supported: [], withdrawn: [], restored: [] };
    core.backend.previewOsTable = async () => ({
      ...nothing,
      problems: [
        { code: "gap", line: 12, place: "generations[1].after", suggestion: "18" },
        { code: "bad-date", line: 20, place: "generations[2].releases[0].released_on", suggestion: null },
      ],
    });
    await openWindow("#/systems", core);
    core.drag({ kind: "dropped", paths: ["os.toml"] });
    await drawn();
    const dialog = await screen.findByRole("dialog", { name: "表を取り込む" });
    await drawn();
    expect(within(dialog).getByRole("alert")).toHaveTextContent("12 行目 前の世代が抜けているか");
    expect(within(dialog).getByRole("alert")).toHaveTextContent("20 行目 日付 YYYY-MM-DD ではありません");
    expect(within(dialog).queryByRole("button", { name: "適用する" })).toBeNull();
  });
});
