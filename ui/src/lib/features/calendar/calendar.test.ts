import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { fakeBackend } from "$lib/backend/fake/fake";
import { PREVIEWED } from "$lib/backend/fake/rules";
import { drawn, openWindow } from "../../../tests/window";
import { lastQuarter } from "./quarter";
import { weekLines } from "./week";

const openDay = () => screen.findByRole("button", { name: /^2026\/11\/25\(水\) 営業日 9:30–17:30/ });

describe("the calendar page", () => {
  it("shows the year with what closes each day", async () => {
    await openWindow("#/calendar");
    expect(screen.getByRole("button", { name: /11\/3\(火\) 祝日 文化の日/ })).toBeVisible();
    expect(screen.getByRole("button", { name: /11\/6\(金\) 休業日 創立記念日/ })).toBeVisible();
    expect(screen.getByRole("button", { name: /11\/7\(土\) 営業しない曜日/ })).toBeVisible();
    expect(screen.getByText("営業日 244 日")).toBeVisible();
  });

  it("marks a year whose holidays are computed", async () => {
    const { user } = await openWindow("#/calendar");
    await user.click(screen.getByRole("button", { name: "次の年" }));
    await user.click(screen.getByRole("button", { name: "次の年" }));
    await drawn();
    expect(screen.getByTitle(/まだ公表されていません/)).toBeVisible();
  });

  it("closes a day after a look at what that does", async () => {
    const { core, user } = await openWindow("#/calendar");
    await user.click(await openDay());
    const dialog = await screen.findByRole("dialog", { name: /2026\/11\/25\(水\) を休業日にする/ });
    expect(dialog).toHaveTextContent("未回答 12 件のうち、2 件の期限が動きます。");
    expect(within(dialog).getByRole("list", { name: "動く期限" })).toHaveTextContent("目安超過になる");
    await user.type(within(dialog).getByLabelText("名前（任意）"), "創立記念日");
    await user.click(within(dialog).getByRole("button", { name: "適用する" }));
    await drawn();
    const applied = core.calls.find(([name]) => name === "applyChange");
    const edit = { edit: "close", on: "2026-11-25", name: "創立記念日" };
    expect(applied?.[1]).toEqual([{ kind: "calendar", edits: [edit] }]);
    expect(screen.getByText(/を休業日にしました/)).toBeVisible();
  });

  it("is walked by the arrows, and gives a closing day up by Enter", async () => {
    const { user } = await openWindow("#/calendar");
    screen.getByRole("button", { name: /11\/24\(火\)/ }).focus();
    await user.keyboard("{ArrowUp}{ArrowUp}{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}");
    expect(document.activeElement).toHaveAttribute("data-day", "2026-11-06");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("dialog", { name: /2026\/11\/6\(金\) の休業日を取り消す/ })).toBeVisible();
  });

  it("applies nothing that has problems, and tells all of them", async () => {
    const core = fakeBackend();
    core.backend.previewChange = async () => ({
      problems: [
        { code: "not-a-date", line: 3, place: "2026-1", suggestion: null },
        { code: "no-closing-day", line: null, place: "2026-11-05", suggestion: "2026-11-06" },
      ],
      preview: null,
    });
    const { user } = await openWindow("#/calendar", core);
    await user.click(await openDay());
    const dialog = await screen.findByRole("dialog");
    await drawn();
    expect(within(dialog).getByRole("alert")).toHaveTextContent("3 行目 日付ではありません：2026-1");
    expect(within(dialog).getByRole("alert")).toHaveTextContent("候補：2026-11-06");
    expect(within(dialog).queryByRole("button", { name: "適用する" })).toBeNull();
  });

  it("takes a dropped list of holidays for the calendar, not for the intake", async () => {
    const { core } = await openWindow("#/calendar");
    core.drag({ kind: "dropped", paths: ["syukujitsu.csv"] });
    await drawn();
    expect(await screen.findByRole("dialog", { name: "祝日の一覧を取り込む" })).toBeVisible();
    expect(core.calls.find(([name]) => name === "previewChange")?.[1]).toEqual([
      { kind: "holidays", path: "syukujitsu.csv" },
    ]);
    expect(core.calls.some(([name]) => name === "importFiles")).toBe(false);
  });

  it("judges the last quarter by other hours", async () => {
    const { user } = await openWindow("#/calendar");
    await user.click(screen.getByRole("button", { name: "過去で試算…" }));
    const dialog = await screen.findByRole("dialog", { name: "過去で試算" });
    expect(within(dialog).getByLabelText("最初の日")).toHaveValue("2026-07-01");
    await user.click(within(dialog).getByRole("button", { name: "計算する" }));
    await drawn();
    expect(
      within(dialog).getByRole("row", { name: "期限以内（ポリシー遵守率） 96.0 % 97.1 %" }),
    ).toBeVisible();
  });
});

describe("quarters and weeks", () => {
  it("takes the quarter before, over the turn of the year, too", () => {
    expect(lastQuarter("2026-11-24")).toEqual(["2026-07-01", "2026-09-30"]);
    expect(lastQuarter("2027-02-01")).toEqual(["2026-10-01", "2026-12-31"]);
  });

  it("joins days with the same hours", () => {
    const hours = [["09:30-17:30"], ["09:30-17:30"], [], ["10:00-12:00"], ["10:00-12:00"], [], []];
    expect(weekLines(hours, ["月", "火", "水", "木", "金", "土", "日"]).map(({ days }) => days)).toEqual([
      "月–火",
      "水",
      "木–金",
      "土–日",
    ]);
  });
});

it("the fake preview lists what it counts", () => {
  expect(PREVIEWED.preview?.deadlines).toHaveLength(PREVIEWED.preview?.moved ?? 0);
});
