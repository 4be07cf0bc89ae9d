import { screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import { fakeBackend } from "$lib/backend/fake/fake";
import { freshRows } from "$lib/backend/fake/rows";
import { drawn, openWindow } from "../../../tests/window";
import { route } from "$routes/route.svelte";

const rows = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1);
const current = () => screen.getByRole("grid").getAttribute("aria-activedescendant");
const lastCall = (core: ReturnType<typeof fakeBackend>, name: string) =>
  core.calls.filter(([called]) => called === name).at(-1)?.[1];

afterEach(() => {
  history.replaceState(null, "", "#/queue/open");
});

describe("the queue", () => {
  it("shows what is open by time left, each with shape, time and word", async () => {
    await openWindow();
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("未回答すべて 23");
    const [first, second] = rows();
    expect(first).toHaveTextContent(/−2:06.*11\/20\(金\) 17:00.*期限超過.*主要機能不全.*例示工業/);
    expect(second).toHaveTextContent(/−0:06.*期限 17:30.*目安超過・期限内/);
    expect(first?.querySelector("svg")?.dataset.shape).toBe("square");
    expect(second?.querySelector("svg")?.dataset.shape).toBe("triangle");
    expect(rows()[2]).toHaveTextContent("レベル未判定");
  });

  it("is walked through, opened and left by keys", async () => {
    const { user } = await openWindow();
    await user.keyboard("jjj");
    expect(current()).toBe("row-inquiry-1047");
    await user.keyboard("k{Enter}");
    expect(route.param("inquiry")).toBe("inquiry-1029");
    await user.keyboard("j");
    expect(route.param("inquiry")).toBe("inquiry-1047");
    await user.keyboard("{Escape}");
    expect(route.param("inquiry")).toBe("");
    expect(current()).toBe("row-inquiry-1047");
  });

  it("decides a level by its key, at once where none was decided", async () => {
    const { user, core } = await openWindow();
    await user.keyboard("jjj1");
    await drawn();
    expect(lastCall(core, "setLevel")).toEqual([
      { inquiries: ["inquiry-1047"], level: "outage", why: "first", message: null, note: null },
    ]);
    expect(screen.getByRole("status")).toHaveTextContent("影響レベルを「サービス障害」にしました");
    expect(rows()[2]).toHaveTextContent("サービス障害");
  });

  it("asks why a level changes that was decided before", async () => {
    const { user, core } = await openWindow();
    await user.keyboard("j4");
    await drawn();
    const dialog = screen.getByRole("dialog", { name: "影響レベルの変更" });
    await user.click(within(dialog).getByRole("radio", { name: /状況が変わった/ }));
    await user.click(within(dialog).getByRole("button", { name: "レベルを変更" }));
    await drawn();
    expect(lastCall(core, "setLevel")).toEqual([
      {
        inquiries: ["inquiry-1021"],
        level: "question",
        why: "situation-changed",
        message: "message-2",
        note: null,
      },
    ]);
  });

  it("takes an inquiry, and takes that back", async () => {
    const { user, core } = await openWindow();
    await user.keyboard("ja");
    await drawn();
    expect(lastCall(core, "assign")).toEqual([["inquiry-1021"], "佐藤"]);
    await user.click(screen.getByRole("button", { name: "元に戻す" }));
    expect(lastCall(core, "undo")).toEqual([]);
  });

  it("works on several together", async () => {
    const { user, core } = await openWindow();
    await user.keyboard("jxjxA");
    await drawn();
    expect(screen.getByRole("toolbar")).toHaveTextContent("2 件を選択中");
    const field = screen.getByRole("combobox", { name: "担当を決める" });
    await user.type(field, "田中{Enter}");
    await drawn();
    expect(lastCall(core, "assign")).toEqual([["inquiry-1021", "inquiry-1029"], "田中"]);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("toolbar")).toBeNull();
  });

  it("keeps its row when the core tells of a change", async () => {
    const { user, core } = await openWindow();
    await user.keyboard("jj");
    core.rows().reverse();
    core.emit("changed", { inquiries: [], everything: false });
    await drawn();
    expect(current()).toBe("row-inquiry-1029");
  });

  it("narrows by a filter in the address and tells how to get out of it", async () => {
    const { user } = await openWindow("#/queue/open?level=outage&product=deep-instinct");
    expect(screen.getByText("条件に合う問合せはありません")).toBeVisible();
    const [clear] = screen.getAllByRole("button", { name: "絞り込みをすべて解除" });
    if (clear) await user.click(clear);
    await drawn();
    expect(rows().length).toBeGreaterThan(10);
  });

  it("draws only what is in sight, however many there are", async () => {
    const [pattern] = freshRows();
    const thousand = Array.from({ length: 1000 }, (_, index) => ({ ...pattern!, id: `many-${index}` }));
    const { user } = await openWindow("#/queue/open", fakeBackend(thousand));
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "1001");
    expect(rows().length).toBeLessThan(40);
    await user.keyboard("{End}");
    await drawn();
    expect(current()).toBe("row-many-999");
  });

  it("keeps its place on the screen when rows above go", async () => {
    const { core } = await openWindow();
    const grid = screen.getByRole("grid");
    grid.scrollTop = 320;
    grid.dispatchEvent(new Event("scroll"));
    await drawn();
    const gone = { inquiries: ["inquiry-1021", "inquiry-1029"], duplicateOf: null, reason: "" };
    await core.backend.endInquiries({ ...gone, ending: "withdrawn" });
    await drawn();
    expect(grid.scrollTop).toBe(220);
  });

  it("groups by band", async () => {
    await openWindow("#/queue/late?group=1");
    const headings = within(screen.getByRole("grid")).getAllByRole("rowheader");
    expect(headings.map((heading) => heading.textContent.replace(/\s+/g, " ").trim())).toEqual([
      "期限超過 1",
      "目安超過・期限内 1",
    ]);
  });

  it("says what to do where a view is empty", async () => {
    await openWindow("#/queue/open", fakeBackend([]));
    expect(screen.getByText("未回答の問合せはありません")).toBeVisible();
    expect(screen.getAllByRole("button", { name: /電話を記録/ })).toHaveLength(2);
  });
});
