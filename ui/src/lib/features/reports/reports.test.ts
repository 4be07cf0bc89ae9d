import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { route } from "$routes/route.svelte";
import { BackendError } from "$lib/backend/backend";
import type { ExportedEvidence } from "$lib/backend/bindings";
import { fakeBackend } from "$lib/backend/fake/fake";
import { REPORT_VIEW } from "$lib/backend/fake/report";
import { drawn, openWindow } from "../../../tests/window";

/** A button that can be used: what lies under something else cannot. */
function named(name: string | RegExp): HTMLElement {
  const [found, ...others] = screen
    .getAllByRole("button", { name })
    .filter((it) => it.closest("[inert]") === null);
  if (!found || others.length > 0) throw new Error(`not one, but ${others.length + 1}: ${name}`);
  return found;
}

function asked(core: ReturnType<typeof fakeBackend>) {
  return core.calls.filter(([name]) => name === "reportPage").map(([, [selection]]) => selection);
}

/** Goes back as the window does, and lets it hear of that. */
async function back() {
  const gone = new Promise((resolve) => window.addEventListener("popstate", resolve, { once: true }));
  history.back();
  await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 50))]);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  await drawn();
}

describe("the report page", () => {
  it("tells the share of kept policies against goal and period before, and how few answers there are", async () => {
    const view = { ...REPORT_VIEW, small: 30 };
    const core = fakeBackend();
    core.backend.reportPage = async () => view;
    await openWindow("#/reports", core);
    const headline = screen.getByRole("region", { name: "ポリシー遵守率" });
    expect(headline).toHaveTextContent("92.0%");
    expect(headline).toHaveTextContent("目標まで 3.0 ポイント");
    expect(headline).toHaveTextContent("25 件中 23 件");
    expect(headline).toHaveTextContent("前の期間 95.0%");
    expect(headline).toHaveTextContent("−3.0 ポイント");
    expect(screen.getByText(/回答が 24 件と少ない/)).toBeInTheDocument();
    expect(screen.getByText("集計の基準:").parentElement).toHaveTextContent("受付日");
  });

  it("is narrowed down from the menu, shows that as chips, and takes them off again", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(named("絞り込む"));
    await user.click(screen.getByRole("menuitemcheckbox", { name: "質問" }));
    await drawn();
    expect(asked(core).at(-1)).toMatchObject({ levels: ["question"], by: "receipt" });
    await user.click(named("絞り込みを外す：影響レベル: 質問"));
    await drawn();
    expect(asked(core).at(-1)).toMatchObject({ levels: [] });
    expect(screen.queryByRole("button", { name: "すべて外す" })).toBeNull();
  });

  it("is narrowed down to a customer that is searched for", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(named("絞り込む"));
    await user.click(screen.getByRole("menuitem", { name: "お客様を選ぶ…" }));
    await user.type(screen.getByRole("combobox"), "見本");
    await drawn();
    await user.keyboard("{Enter}");
    await drawn();
    expect(asked(core).at(-1)).toMatchObject({ customers: ["見本物流"] });
  });

  it("moves by keys, and takes other days from a menu and by entering them", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.keyboard("[[");
    await drawn();
    expect(asked(core).at(-1)).toMatchObject({ period: { from: "2026-10-01", to: "2026-10-31" } });
    await user.click(named(/^期間：/));
    await user.click(screen.getByRole("menuitem", { name: "期間を指定…" }));
    const [first, last] = [screen.getByLabelText("最初の日"), screen.getByLabelText("最後の日")];
    await user.clear(first);
    await user.type(first, "2026-11-20");
    await user.clear(last);
    await user.type(last, "2026-11-19{Enter}");
    expect(last).toHaveAccessibleDescription(/最後の日が最初の日より前/);
    await user.clear(last);
    await user.type(last, "2026-11-24{Enter}");
    await drawn();
    expect(asked(core).at(-1)).toMatchObject({ period: { from: "2026-11-20", to: "2026-11-24" } });
  });

  it("opens the inquiries behind a figure and one of them, and comes back to the same figure", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(named("目安超過・期限内 3：問合せを見る"));
    await drawn();
    expect(core.calls).toContainEqual([
      "reportBehind",
      [expect.objectContaining({ by: "receipt" }), "late", null, 0],
    ]);
    expect(screen.getByRole("heading", { level: 1, name: /目安超過・期限内/ })).toHaveFocus();
    await user.click(named("A-1042"));
    await drawn();
    expect(route.param("inquiry")).toBe("inquiry-1042");
    await back();
    expect(route.param("inquiry")).toBe("");
    expect(named("A-1042")).toHaveFocus();
    await back();
    expect(route.param("part")).toBe("");
    expect(named("目安超過・期限内 3：問合せを見る")).toHaveFocus();
  });

  it("steps back by Escape: from the list, then by one filter each, and only then from the page", async () => {
    const { core, user } = await openWindow("#/queue/open");
    route.go("reports", "", { levels: '["question"]', channels: '["mail","phone"]' });
    await drawn();
    await user.click(named(/^目安超過・期限内 3/));
    await drawn();
    const escape = async () => {
      const moved = new Promise((resolve) => window.addEventListener("popstate", resolve, { once: true }));
      await user.keyboard("{Escape}");
      await Promise.race([moved, new Promise((resolve) => setTimeout(resolve, 50))]);
      window.dispatchEvent(new HashChangeEvent("hashchange"));
      await drawn();
    };
    await escape();
    expect([route.param("part"), route.param("channels")]).toEqual(["", '["mail","phone"]']);
    for (const left of [{ channels: ["mail"] }, { channels: [] }, { levels: [] }]) {
      await escape();
      expect(asked(core).at(-1)).toMatchObject(left);
      expect(route.place.page).toBe("reports");
    }
    await escape();
    expect(route.place.page).toBe("queue");
  });

  it("goes on by keys from inquiry to inquiry, and decides on the one that is open", async () => {
    const { user } = await openWindow("#/reports?part=missed");
    await user.keyboard("jj");
    await drawn();
    expect(route.param("inquiry")).toBe("inquiry-1029");
    await user.keyboard("k");
    expect(route.param("inquiry")).toBe("inquiry-1042");
    await user.keyboard("A");
    await drawn();
    expect(screen.getByRole("dialog")).toHaveAccessibleName("担当を決める");
    await user.keyboard("{Escape}");
    await user.keyboard("r");
    await drawn();
    expect(route.param("do")).toBe("reply");
  });

  it("shows each picture as a table, whose numbers open the same inquiries", async () => {
    const { core, user } = await openWindow("#/reports");
    const picture = screen.getByRole("figure", { name: "受付の曜日と時間帯" });
    expect(picture).toHaveAccessibleDescription(/最も多いのは月曜 9 時台の 5 件/);
    await user.click(within(picture).getByRole("button", { name: "表で見る" }));
    await user.click(within(picture).getByRole("button", { name: /^月・9 5/ }));
    await drawn();
    const [, given] = core.calls.filter(([name]) => name === "reportBehind").at(-1) ?? [];
    expect(given?.slice(1)).toEqual(["received", { kind: "hour", weekday: 0, hour: 9 }, 0]);
  });

  it("has one stop of the Tab key in a heat map, and arrows between its counts", async () => {
    const { user } = await openWindow("#/reports");
    const picture = screen.getByRole("figure", { name: "受付の曜日と時間帯" });
    const stops = within(picture)
      .getAllByRole("button", { name: /時台/ })
      .filter((it) => it.tabIndex === 0);
    expect(stops).toHaveLength(1);
    stops[0]?.focus();
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(within(picture).getByRole("button", { name: /^火・10 時台/ })).toHaveFocus();
  });

  it("says what to do where a period is empty", async () => {
    const core = fakeBackend();
    core.backend.reportPage = async () => ({ ...REPORT_VIEW, inquiries: 0 });
    const { user } = await openWindow('#/reports?levels=["outage"]', core);
    expect(screen.getByText("この期間の問合せはありません")).toBeInTheDocument();
    const offers = screen.getAllByRole("button", { name: "すべて外す" });
    await user.click(offers.at(-1)!);
    await drawn();
    expect(route.param("levels")).toBe("");
  });
});

describe("an export", () => {
  it("shows how far it is, is called off, and says that there is no file", async () => {
    const core = fakeBackend();
    let end = (_: { path: string; inquiries: number | null }): void => undefined;
    core.backend.exportReport = () => new Promise((resolve) => (end = resolve));
    const { user } = await openWindow("#/reports", core);
    await user.click(named("書き出す"));
    await user.click(screen.getByRole("menuitem", { name: "XLSX（表とグラフ）" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    core.emit("reportProgress", { done: 0, of: 0 });
    await drawn();
    expect(screen.getByRole("dialog")).toHaveTextContent("集計しています");
    core.emit("reportProgress", { done: 1000, of: 3000 });
    await drawn();
    expect(screen.getByRole("progressbar")).toHaveAttribute("value", "1000");
    expect(screen.getByRole("dialog")).toHaveTextContent("3,000 件中 1,000 件");
    await user.click(named("中止"));
    expect(core.calls).toContainEqual(["cancelExport", []]);
    end({ path: "~/x.xlsx", inquiries: null });
    await drawn();
    expect(screen.getByRole("dialog")).toHaveTextContent("ファイルは作られていません");
  });

  it("tells where the file lies, in the language of the window", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(named("書き出す"));
    await user.click(screen.getByRole("menuitem", { name: "影響レベル別" }));
    await drawn();
    expect(core.calls).toContainEqual(["exportReport", [expect.anything(), "csv", "by_level", "ja"]]);
    expect(screen.getByRole("dialog")).toHaveTextContent("~/ichiji-report-2026-11.csv");
  });

  it.each([
    ["in-use", "ほかのプログラムで開かれています"],
    ["forbidden", "権限がありません"],
    ["disk-full", "ディスクの空きがありません"],
    ["no-folder", "フォルダーが見つかりません"],
    ["other", "（quota）"],
  ])("says in words why a file cannot be written: %s", async (cause, words) => {
    const core = fakeBackend();
    const params = { path: "~/x.pdf", cause, detail: "quota" };
    core.backend.exportReport = async () => {
      core.emit("reportProgress", { done: 0, of: 0 });
      await drawn();
      throw new BackendError({ code: "unwritable-file", params });
    };
    const { user } = await openWindow("#/reports", core);
    await user.click(named("書き出す"));
    await user.click(screen.getByRole("menuitem", { name: "PDF（印刷・提出用）" }));
    await drawn();
    await drawn();
    const alert = within(screen.getByRole("dialog")).getByRole("alert");
    expect(alert).toHaveTextContent("~/x.pdf に書き込めません。");
    expect(alert).toHaveTextContent(words);
    expect(alert).toHaveTextContent("元のファイルはそのままです。");
  });

  it("of evidence shows how far it is, too, and is called off", async () => {
    const core = fakeBackend();
    let end = (_: ExportedEvidence): void => undefined;
    core.backend.exportEvidence = () => new Promise((resolve) => (end = resolve));
    const { user } = await openWindow("#/reports", core);
    await user.click(named("書き出す"));
    await user.click(screen.getByRole("menuitem", { name: "証拠をフォルダーに…" }));
    await user.click(named("フォルダーを選ぶ…"));
    core.emit("reportProgress", { done: 0, of: 0 });
    await drawn();
    core.emit("reportProgress", { done: 1000, of: 4000 });
    await drawn();
    expect(screen.getByRole("progressbar")).toHaveAttribute("value", "1000");
    await user.keyboard("{Escape}");
    expect(core.calls).toContainEqual(["cancelExport", []]);
    end({ path: "~/ichiji-evidence", written: null });
    await drawn();
    expect(screen.getByRole("dialog")).toHaveTextContent("証拠は作成していません");
  });

  it("of evidence hides people unless asked otherwise, and gives the hash to keep", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(named("書き出す"));
    await user.click(screen.getByRole("menuitem", { name: "証拠をフォルダーに…" }));
    await user.click(named("フォルダーを選ぶ…"));
    await drawn();
    expect(core.calls).toContainEqual(["exportEvidence", [expect.anything(), false]]);
    expect(screen.getByRole("dialog")).toHaveTextContent("0f".repeat(32));
  });
});
