import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { fakeBackend } from "$lib/backend/fake/fake";
import { drawn, openWindow } from "../../../tests/window";

describe("the page of apps, devices and documents", () => {
  it("answers whether a version of an app is the newest, and why", async () => {
    const { core, user } = await openWindow("#/products");
    const form = screen.getByRole("region", { name: "対応の確認" });
    await user.type(within(form).getByLabelText("アプリ"), "MDM Agent");
    await user.type(within(form).getByLabelText("バージョン"), "5.1.0");
    await user.click(within(form).getByRole("button", { name: "確認する" }));
    await drawn();
    const answer = within(form).getByRole("status");
    expect(answer).toHaveTextContent("対象外 より新しい版が公開されています。 §7 その日の最新版 5.2.0");
    const asked = core.calls.find(([name]) => name === "checkApp");
    const question = {
      product: "clomo",
      app: "MDM Agent",
      platform: "ios",
      version: "5.1.0",
      on: "2026-11-24",
    };
    expect(asked?.[1]).toEqual([question]);
  });

  it("enters a device with its other names", async () => {
    const { core, user } = await openWindow("#/products/devices");
    await user.click(screen.getByRole("button", { name: "端末を登録…" }));
    const form = await screen.findByRole("dialog", { name: "端末を登録" });
    await user.type(within(form).getByLabelText("端末"), "見本フォン EX-20");
    await user.type(within(form).getByLabelText(/別名/u), "EX-20、ＥＸ２０");
    await user.click(within(form).getByRole("button", { name: "登録する" }));
    await drawn();
    const made = core.calls.find(([name]) => name === "changeProductTable");
    const device = {
      product: "clomo",
      model: "見本フォン EX-20",
      also: ["EX-20", "ＥＸ２０"],
      since: "2026-11-24",
      until: null,
    };
    expect(made?.[1]).toEqual([{ kind: "verify", device }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("shows a device that was taken off the list as such, and offers that for the others", async () => {
    const { core, user } = await openWindow("#/products/devices");
    const table = screen.getByRole("table");
    expect(within(table).getByRole("row", { name: /見本タブ T1/u })).toHaveTextContent("2026-04-01");
    expect(within(table).queryByRole("button", { name: /見本タブ T1/u })).toBeNull();
    await user.click(within(table).getByRole("button", { name: "一覧から外す… 見本フォン EX-10" }));
    const form = await screen.findByRole("dialog", { name: "見本フォン EX-10 を一覧から外す" });
    await user.click(within(form).getByRole("button", { name: "登録する" }));
    await drawn();
    const made = core.calls.find(([name]) => name === "changeProductTable");
    expect(made?.[1]).toEqual([
      { kind: "unlist", product: "clomo", model: "見本フォン EX-10", on: "2026-11-24" },
    ]);
  });

  it("tells all problems of an entry, and writes nothing", async () => {
    const core = fakeBackend();
    core.backend.previewProductTable = async () => ({
      problems: [{ code: "bad-url", line: 30, place: "documents[1].url", suggestion: null }],
      added: [],
      removed: [],
    });
    const { user } = await openWindow("#/products/documents", core);
    await user.click(screen.getByRole("button", { name: "資料を登録…" }));
    const form = await screen.findByRole("dialog", { name: "資料を登録" });
    await user.click(within(form).getByRole("button", { name: "登録する" }));
    expect(within(form).getAllByText("入力してください。")).toHaveLength(2);
    await user.type(within(form).getByLabelText("題名"), "手順");
    await user.type(within(form).getByLabelText("アドレス"), "手順書");
    await user.click(within(form).getByRole("button", { name: "登録する" }));
    await drawn();
    expect(within(form).getByRole("alert")).toHaveTextContent("ブラウザーで開けるアドレス");
    expect(core.calls.some(([name]) => name === "changeProductTable")).toBe(false);
  });

  it("looks at a dropped table before it is taken in", async () => {
    const core = fakeBackend();
    await openWindow("#/products", core);
    core.drag({ kind: "dropped", paths: ["products.toml"] });
    await drawn();
    const dialog = await screen.findByRole("dialog", { name: "製品の表を取り込む" });
    await drawn();
    expect(dialog).toHaveTextContent("MDM Agent 5.3.0 (ios, 2026-11-24)");
    within(dialog).getByRole("button", { name: "適用する" }).click();
    await drawn();
    const made = core.calls.find(([name]) => name === "changeProductTable");
    expect(made?.[1]).toEqual([{ kind: "table", path: "products.toml" }]);
  });
});
