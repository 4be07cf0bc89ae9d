import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { route } from "$routes/route.svelte";
import { fakeBackend } from "$lib/backend/fake/fake";
import { REPORT_VIEW } from "$lib/backend/fake/report";
import { drawn, openWindow } from "../../../tests/window";

const picture = () => within(screen.getByRole("figure", { name: "目安超過・期限超過の原因別" }));

describe("the picture of causes", () => {
  it("has a bar for each cause and one for what nobody named, as long as their counts", async () => {
    await openWindow("#/reports");
    const bars = picture().getAllByRole("listitem");
    expect(bars.map((it) => it.textContent?.replace(/\s+/g, " ").trim())).toEqual([
      "件数過多 3",
      "原因未記入 1",
    ]);
    const widths = bars.map((it) => it.querySelector("i")?.style.width);
    expect(widths.map((it) => Math.round(parseFloat(it ?? "")))).toEqual([100, 33]);
  });

  it("says its numbers in words and as a table", async () => {
    const { user } = await openWindow("#/reports");
    const figure = screen.getByRole("figure", { name: "目安超過・期限超過の原因別" });
    expect(figure).toHaveAccessibleDescription("件数過多 3 · 原因未記入 1");
    await user.click(picture().getByRole("button", { name: "表で見る" }));
    const row = picture().getByRole("row", { name: /件数過多/ });
    expect(within(row).getAllByRole("cell")[0]).toHaveTextContent("3");
  });

  it("opens what was missed for that cause, with cause and note in the list", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(picture().getByRole("button", { name: /^件数過多/ }));
    await drawn();
    const slice = { kind: "group", dimension: "cause", key: "volume" };
    const [, given] = core.calls.filter(([name]) => name === "reportBehind").at(-1) ?? [];
    expect(given?.slice(1)).toEqual(["missed", slice, 0]);
    const heading = screen.getByRole("heading", { level: 1, name: /目安超過・期限超過の問合せ · 件数過多/ });
    const list = within(heading.closest("main")!);
    expect(list.getByRole("columnheader", { name: "原因" })).toBeInTheDocument();
    const [, named, unnamed] = list.getAllByRole("row");
    expect(within(named!).getByTitle("電話が続いた")).toHaveTextContent("件数過多 電話が続いた");
    expect(unnamed).toHaveTextContent("原因未記入");
  });

  it("is not drawn where nothing was missed", async () => {
    const core = fakeBackend();
    const tables = REPORT_VIEW.tables.map((it) => (it.name === "by_cause" ? { ...it, rows: [] } : it));
    core.backend.reportPage = async () => ({ ...REPORT_VIEW, tables });
    await openWindow("#/reports", core);
    expect(screen.queryByRole("figure", { name: "目安超過・期限超過の原因別" })).toBeNull();
  });
});

describe("the list of inquiries behind a figure", () => {
  it("tells causes only of what was missed", async () => {
    await openWindow("#/reports?part=answered");
    const heading = screen.getByRole("heading", { level: 1, name: /一次回答済/ });
    const list = within(heading.closest("main")!);
    expect(list.queryByRole("columnheader", { name: "原因" })).toBeNull();
  });
});

describe("the other obligations of a period", () => {
  it("open behind each count, with due time, who did it and the verdict, and one beside the list", async () => {
    const { core, user } = await openWindow("#/reports");
    await user.click(screen.getByRole("button", { name: "一次回答以外の期限事項" }));
    const count = screen.getByRole("button", {
      name: "電話休止の通知（§15）・遅れて完了 1：期限事項を見る",
    });
    await user.click(count);
    await drawn();
    const [, given] = core.calls.filter(([name]) => name === "reportObligations").at(-1) ?? [];
    expect(given?.slice(1)).toEqual(["suspension", "clock_missed"]);
    const heading = screen.getByRole("heading", { level: 1, name: /電話休止の通知（§15） · 遅れて完了/ });
    expect(heading).toHaveFocus();
    const [, row] = within(heading.closest("main")!).getAllByRole("row");
    for (const told of ["11/20(金)", "11/23(月) 10:00", "鈴木", "遅れて完了"]) {
      expect(row).toHaveTextContent(told);
    }
    await user.keyboard("j");
    await drawn();
    expect(route.param("obligation")).toBe("obligation-1");
    expect(screen.getByRole("article")).toHaveTextContent("設備の点検");
    await user.keyboard("{Escape}");
    await drawn();
    expect(route.param("obligation")).toBe("");
    expect(route.param("kind")).toBe("suspension");
  });
});
