import { screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { drawn, openWindow } from "../../../tests/window";

describe("the policies page", () => {
  it("shows the version in force, clause by clause", async () => {
    await openWindow("#/policies");
    expect(screen.getByText("Enterprise 版アプリの提供：3 営業日以内")).toBeVisible();
    expect(screen.getByText("サービス障害：2 営業時間以内")).toBeVisible();
  });

  it("shows a version to come when it is chosen", async () => {
    const { user } = await openWindow("#/policies");
    await user.click(screen.getByRole("button", { name: "2027/4/1(木) から" }));
    expect(screen.getByText("1 営業日は 7 営業時間として数える")).toBeVisible();
    expect(screen.queryByText("サービス障害：2 営業時間以内")).toBeNull();
  });

  it("looks at a dropped version before it is published", async () => {
    const { core } = await openWindow("#/policies");
    core.drag({ kind: "dropped", paths: ["clomo-2027.toml"] });
    await drawn();
    expect(await screen.findByRole("dialog", { name: "ポリシーの版を取り込む" })).toBeVisible();
    const looked = core.calls.find(([name]) => name === "previewChange");
    expect(looked?.[1]).toEqual([{ kind: "pack", path: "clomo-2027.toml" }]);
  });
});
