import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import type { ImportReport, LocalSettings } from "$lib/backend/bindings";
import { fakeBackend } from "$lib/backend/fake/fake";
import { at } from "$lib/backend/fake/centre";
import { drawn, openWindow } from "../../../tests/window";
import { route } from "$routes/route.svelte";

describe("the frame", () => {
  it("tells how long the centre is open, and where the work is kept", async () => {
    await openWindow();
    const bar = screen.getByRole("banner");
    expect(bar).toHaveTextContent("営業中 営業終了まで 6:24");
    expect(bar).toHaveTextContent("この端末のみ · 未送信 0");
  });

  it("names the next opening with its date out of hours, when time stands still", async () => {
    const core = fakeBackend();
    const clock = {
      now: at("11-20 18:00"),
      open: false,
      until: at("11-24 09:30"),
      leftS: 0,
      timeZone: "Asia/Tokyo",
    };
    core.changeFrame({ clock });
    await openWindow("#/queue/open", core);
    expect(screen.getByRole("banner")).toHaveTextContent("営業時間外 次の営業開始 11/24(火) 9:30");
    expect(screen.getByTitle("営業時間外のため停止中")).toHaveTextContent("停止中");
  });

  it("has the views with their counts, and the saved ones", async () => {
    await openWindow();
    const nav = screen.getByRole("navigation");
    expect(within(nav).getByRole("link", { name: "未回答すべて 23" })).toHaveAttribute(
      "aria-current",
      "page",
    );
    const saved = within(nav).getByRole("link", { name: /Harmony の質問/ });
    expect(saved.getAttribute("href")).toContain("product=harmony-mobile");
  });

  it("goes to views by g and a letter", async () => {
    const { user } = await openWindow();
    await user.keyboard("gl");
    expect(route.place.part).toBe("needs-level");
    await user.keyboard("gs");
    expect(route.place.page).toBe("settings");
  });

  it("finds commands and inquiries in one palette", async () => {
    const { user } = await openWindow();
    await user.keyboard("{Control>}k{/Control}");
    await drawn();
    const field = screen.getByRole("combobox");
    await user.type(field, "テーマ ダーク");
    expect(screen.getByRole("option", { name: /テーマ: ダーク/ })).toBeVisible();
    await user.clear(field);
    await user.type(field, "端末紛失");
    const found = await screen.findByRole("option", { name: /A-1047/ });
    await user.click(found);
    expect(route.param("inquiry")).toBe("inquiry-1047");
  });

  it("looks again in the palette once the search has caught up", async () => {
    const core = fakeBackend();
    const found = core.backend.search;
    core.changeFrame({ indexLag: 3 });
    core.backend.search = async () => [];
    const { user } = await openWindow(undefined, core);
    await user.keyboard("{Control>}k{/Control}");
    await drawn();
    await user.type(screen.getByRole("combobox"), "端末紛失");
    await drawn();
    expect(screen.queryByRole("option", { name: /A-1047/ })).toBeNull();
    core.backend.search = found;
    core.changeFrame({ indexLag: 0 });
    core.emit("changed", { inquiries: [], everything: false, operations: [] });
    expect(await screen.findByRole("option", { name: /A-1047/ })).toBeVisible();
  });

  it("changes the language of everything at run time", async () => {
    const { user } = await openWindow();
    await user.keyboard("/");
    await user.type(screen.getByRole("combobox"), "English{Enter}");
    await drawn();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("All open 23");
    expect(screen.getByRole("banner")).toHaveTextContent("Open closes in 6:24");
    expect(document.documentElement.lang).toBe("en");
  });

  it("makes everything larger and smaller by keys, within what the pages are made for", async () => {
    const { user, core } = await openWindow();
    const saved = () =>
      core.calls
        .filter(([name]) => name === "saveLocalSettings")
        .map(([, [local]]) => (local as LocalSettings).zoomPercent);
    for (const key of ["-", "=", "+", "+", "+", "+", "+", "0"])
      await user.keyboard(`{Control>}${key}{/Control}`);
    expect(saved()).toEqual([110, 125, 150, 175, 200, 100]);
  });

  it("keeps reminders in sight until they are put away", async () => {
    const { user, core } = await openWindow();
    await user.click(screen.getByRole("button", { name: "通知 2 件" }));
    const list = screen.getByRole("dialog", { name: "通知" });
    expect(list).toHaveTextContent("残り 25 %");
    const [away] = within(list).getAllByRole("button", { name: "片付ける" });
    if (away) await user.click(away);
    await drawn();
    expect(core.calls.some(([name]) => name === "putAwaySigns")).toBe(true);
    expect(screen.getByRole("button", { name: "通知 1 件" })).toBeVisible();
  });

  it("shows that notifications are silent, and lets them ring again", async () => {
    const core = fakeBackend();
    core.changeFrame({ doNotDisturb: true });
    const { user } = await openWindow("#/queue/open", core);
    await user.click(screen.getByRole("button", { name: "通知 2 件・通知を止めています" }));
    await user.click(screen.getByRole("button", { name: "通知を再開する" }));
    await drawn();
    const saved = core.calls.filter(([name]) => name === "saveLocalSettings").map(([, [local]]) => local);
    expect(saved).toMatchObject([{ doNotDisturb: false }]);
  });

  it("lists the newest reminders, counts the others, and puts all away at once", async () => {
    const core = fakeBackend();
    const frame = await core.backend.frame();
    core.backend.frame = async () => ({ ...frame, signCount: 20_000 });
    const { user } = await openWindow("#/queue/open", core);
    await user.click(screen.getByRole("button", { name: "通知 20000 件" }));
    const list = screen.getByRole("dialog", { name: "通知" });
    expect(list).toHaveTextContent("ほかに 19998 件あります");
    await user.click(within(list).getByRole("button", { name: "すべて片付ける" }));
    await drawn();
    expect(core.calls.some(([name]) => name === "putAwayAllSigns")).toBe(true);
    expect(screen.queryByRole("dialog", { name: "通知" })).toBeNull();
  });

  it("opens the inquiry of a notification that was clicked", async () => {
    const { core } = await openWindow();
    core.emit("opened", { inquiry: "inquiry-1051", obligation: null });
    expect(route.param("inquiry")).toBe("inquiry-1051");
  });

  it("shows what dropped files would bring before anything is written", async () => {
    const { user, core } = await openWindow();
    core.drag({ kind: "over" });
    await drawn();
    expect(screen.getByText("ここに放すと取り込みます")).toBeVisible();
    core.drag({ kind: "dropped", paths: ["a.mbox"] });
    await drawn();
    const dialog = screen.getByRole("dialog", { name: "取り込む前の確認" });
    expect(dialog).toHaveTextContent("新しい問合せ 12");
    await user.click(within(dialog).getByRole("button", { name: "取り込む" }));
    await drawn();
    const imports = core.calls.filter(([name]) => name === "importFiles");
    expect(imports.map(([, given]) => given)).toEqual([
      [["a.mbox"], null, true],
      [["a.mbox"], null, false],
    ]);
    expect(screen.getByRole("dialog", { name: "取り込みが終わりました" })).toBeVisible();
  });

  it("shows how far an import of chosen files is, and stops it", async () => {
    const core = fakeBackend();
    let finish: (report: ImportReport | null) => void = () => undefined;
    core.backend.chooseAndImport = () => new Promise((resolve) => (finish = resolve));
    const { user } = await openWindow("#/queue/open", core);
    await user.click(screen.getByRole("button", { name: "ファイルを取り込む" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    core.emit("importProgress", { done: 3, of: 40 });
    await drawn();
    core.emit("importProgress", { done: 4, of: 40 });
    await drawn();
    expect(screen.getByRole("dialog")).toHaveTextContent("40 件中 4 件");
    await user.click(screen.getByRole("button", { name: "中止" }));
    expect(core.calls.some(([name]) => name === "cancelImport")).toBe(true);
    finish({ ...(await core.backend.importFiles([], null, false)), cancelled: true });
    await drawn();
    expect(screen.getByRole("dialog", { name: "取り込みを中止しました" })).toBeVisible();
  });

  it("tells the core once that the first rows are painted", async () => {
    const { core } = await openWindow();
    await expect.poll(() => core.calls.filter(([name]) => name === "windowReady").length).toBe(1);
  });
});
