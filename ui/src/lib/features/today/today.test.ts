import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { fakeBackend } from "$lib/backend/fake/fake";
import { TODAY } from "$lib/backend/fake/today";
import { route } from "$routes/route.svelte";
import { drawn, openWindow } from "../../../tests/window";
import { handOver } from "./hand_over";

describe("the day", () => {
  it("tells what to answer in which order, and that it cannot all be done", async () => {
    await openWindow("#/today", fakeBackend());
    const due = within(screen.getByRole("region", { name: "営業終了までに回答するもの" }));
    expect(due.getByText(/間に合わない見込み/)).toBeInTheDocument();
    const rows = due.getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getByRole("button").textContent)).toEqual(["A-1042", "A-1047"]);
    expect(rows[1]).toHaveTextContent("一人では間に合わない");
    expect(rows[1]).toHaveTextContent("仮定");
  });

  it("opens an inquiry by its number", async () => {
    const { user } = await openWindow("#/today", fakeBackend());
    const due = within(screen.getByRole("region", { name: "営業終了までに回答するもの" }));
    await user.click(due.getByRole("button", { name: "A-1042" }));
    await drawn();
    expect(route.place.page).toBe("queue");
    expect(route.param("inquiry")).toBe("inquiry-1042");
  });

  it("hands over what is open by limit, with a remark that is not kept", async () => {
    const { user } = await openWindow("#/today", fakeBackend());
    const note = within(screen.getByRole("region", { name: "申し送り" }));
    await user.type(note.getByLabelText("補足"), "電話を待つ");
    expect(handOver(TODAY, "電話を待つ").split("\n")).toEqual(expect.arrayContaining(["補足", "電話を待つ"]));
    expect(note.getByText(/A-1042.*期限 11\/24/s)).toHaveTextContent("電話を待つ");
  });

  it("prints the note alone, an inquiry a paragraph, outside of the boxes that scroll", async () => {
    const { user, unmount } = await openWindow("#/today", fakeBackend());
    await user.type(screen.getByLabelText("補足"), "電話を待つ");
    const paper = document.body.querySelector(":scope > .paper");
    const told = [...(paper?.children ?? [])].map((it) => it.textContent ?? "");
    expect(told.map((it) => it.split(" ")[0])).toEqual([
      "申し送り（11/24(火)",
      "A-1042",
      "A-1047",
      "補足\n電話を待つ",
    ]);
    unmount();
    expect(document.body.querySelector(".paper")).toBeNull();
  });
});
