import { screen } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { at } from "$lib/backend/fake/centre";
import { fakeBackend } from "$lib/backend/fake/fake";
import { route } from "$routes/route.svelte";
import { drawn, openWindow } from "../../../tests/window";
import { noticeText } from "./notice";

/** A window while phone intake is suspended. */
function suspended() {
  const core = fakeBackend();
  const suspension = {
    products: ["clomo"],
    from: at("11-24 10:00"),
    until: at("11-24 15:00"),
    reason: "設備の点検",
  };
  core.changeFrame({ phoneLine: { suspended: suspension, next: null } });
  return core;
}

describe("the notice", () => {
  const filled = {
    from: at("11-27 10:00"),
    until: at("11-27 15:00"),
    reason: "設備の点検",
    products: ["CLOMO MDM"],
    timeZone: "Asia/Tokyo",
  };

  it("is filled in with what is planned", () => {
    const text = noticeText(filled);
    expect(text).toContain("■ 休止期間：11/27(金) 10:00 〜 11/27(金) 15:00");
    expect(text).toContain("■ 理由：設備の点検");
    expect(text).toContain("■ 対象製品：CLOMO MDM");
  });

  it("leaves blanks for what is not known", () => {
    const text = noticeText({ ...filled, from: null, reason: " ", products: [] });
    expect(text.match(/＿＿＿＿/g)).toHaveLength(3);
  });
});

describe("planning a suspension", () => {
  it("says at once that the notice is too late, and takes the plan all the same", async () => {
    const { core, user } = await openWindow("#/suspension");
    await user.type(screen.getByLabelText("開始"), "11/27 10:00");
    await user.type(screen.getByLabelText("終了"), "11/27 15:00");
    await drawn();
    expect(screen.getByRole("alert")).toHaveTextContent("1 週間前の通知に間に合いません（§15）");
    await user.click(screen.getByRole("button", { name: "遅れを承知で登録する" }));
    await drawn();
    expect(screen.getByText("理由を入力してください。")).toBeVisible();
    await user.type(screen.getByLabelText("理由"), "設備の点検");
    await user.click(screen.getByRole("button", { name: "遅れを承知で登録する" }));
    await drawn();
    const [request] = core.calls.find(([name]) => name === "openObligation")?.[1] as [
      { products: string[]; text: { notice: string } },
    ];
    expect(request.products).toEqual(["clomo", "deep-instinct", "harmony-mobile"]);
    expect(request.text.notice).toContain("■ 理由：設備の点検");
  });
});

describe("while phone intake is suspended", () => {
  it("everybody sees it, wherever they are", async () => {
    await openWindow("#/settings", suspended());
    expect(screen.getByText("電話受付を休止しています（15:00 まで）")).toBeVisible();
    expect(screen.getByRole("banner")).toHaveTextContent("電話休止中 〜15:00");
  });

  it("the phone form is closed with its reason and the way out, and a call is logged in one line", async () => {
    const { core, user } = await openWindow("#/phone", suspended());
    expect(screen.getByRole("heading", { name: "電話受付は休止中です" })).toBeVisible();
    expect(screen.getByText(/管理画面の問合せフォーム/)).toBeVisible();
    await user.type(screen.getByLabelText("会社・お名前・用件"), "例示商事 山田様 ログインの件{Enter}");
    await drawn();
    const [call] = core.calls.find(([name]) => name === "recordInquiry")?.[1] as [Record<string, unknown>];
    expect(call).toMatchObject({
      channel: "phone",
      subject: "例示商事 山田様 ログインの件",
      product: "clomo",
    });
    await user.click(screen.getByRole("button", { name: "通常の電話の画面を使う" }));
    await drawn();
    expect(screen.getByRole("form", { name: "電話を記録" })).toBeVisible();
  });

  it("the queue begins with who called before, and leads to the usual one", async () => {
    const { user } = await openWindow("#/queue/open", suspended());
    const mentioning = screen.getByRole("region", { name: "先に電話したとの記載があるもの" });
    expect(mentioning).toHaveTextContent("A-");
    await user.click(screen.getByRole("button", { name: "通常の一覧を表示" }));
    await drawn();
    expect(route.param("usual")).toBe("1");
    expect(screen.queryByRole("heading", { name: "休止中のトリアージ" })).toBeNull();
  });
});
