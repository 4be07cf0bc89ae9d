import { screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, it } from "vitest";
import { BackendError } from "$lib/backend/backend";
import type { Written } from "$lib/backend/bindings";
import { fakeBackend } from "$lib/backend/fake/fake";
import { freshRows } from "$lib/backend/fake/rows";
import { drawn, openWindow } from "../../../tests/window";
import { route } from "$routes/route.svelte";

const rows = () => within(screen.getByRole("grid")).getAllByRole("row").slice(1);
const current = () => screen.getByRole("grid").getAttribute("aria-activedescendant");
const lastCall = (core: ReturnType<typeof fakeBackend>, name: string) =>
  core.calls.filter(([called]) => called === name).at(-1)?.[1];

/** Lets the core's answer to a command wait until it is given or refused. */
function held(core: ReturnType<typeof fakeBackend>, name: "setLevel" | "assign") {
  const plain = core.backend[name] as (...given: unknown[]) => Promise<Written>;
  let end: (answer: Promise<void>) => void = () => undefined;
  const gone = new Promise<void>((resolve) => (end = resolve));
  core.backend[name] = async (...given: unknown[]) => {
    await gone;
    return plain(...given);
  };
  return { give: () => end(Promise.resolve()), refuse: (error: BackendError) => end(Promise.reject(error)) };
}

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

  it("shows a chosen level at once, marked until the core has answered", async () => {
    const core = fakeBackend();
    const answer = held(core, "setLevel");
    const { user } = await openWindow("#/queue/open", core);
    await user.keyboard("jjj1");
    const cell = () => rows()[2]?.querySelector(".level");
    expect(cell()).toHaveTextContent("サービス障害 記録中");
    expect(cell()).toHaveAttribute("aria-busy", "true");
    expect(rows()[2]).toHaveTextContent("11:20");
    expect(screen.getByRole("status")).not.toHaveTextContent("サービス障害");
    answer.give();
    await drawn();
    await drawn();
    expect(cell()).toHaveTextContent(/^サービス障害$/);
    expect(cell()).not.toHaveAttribute("aria-busy");
    expect(screen.getByRole("status")).toHaveTextContent("影響レベルを「サービス障害」にしました");
  });

  it("takes a chosen level back where the core refuses it, and says why", async () => {
    const core = fakeBackend();
    const answer = held(core, "setLevel");
    const { user } = await openWindow("#/queue/open", core);
    await user.keyboard("jjj1");
    answer.refuse(new BackendError({ code: "busy", params: {} }));
    await drawn();
    expect(rows()[2]?.querySelector(".level")).toHaveTextContent(/^レベル未判定$/);
    expect(rows()[2]?.querySelector("[aria-busy]")).toBeNull();
    expect(screen.getByRole("alert")).toBeVisible();
  });

  it("waits with the next key for an inquiry until its level was recorded", async () => {
    const core = fakeBackend();
    const answer = held(core, "setLevel");
    const { user } = await openWindow("#/queue/open", core);
    await user.keyboard("jjj12");
    await drawn();
    expect(screen.queryByRole("dialog")).toBeNull();
    answer.give();
    await drawn();
    await drawn();
    expect(screen.getByRole("dialog", { name: "影響レベルの変更" })).toHaveTextContent("サービス障害");
    expect(core.calls.filter(([name]) => name === "setLevel")).toHaveLength(1);
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
    core.emit("changed", { inquiries: [], everything: false, operations: [] });
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
