import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { BackendError } from "$lib/backend/backend";
import type { InquiryView } from "$lib/backend/bindings";
import { fakeBackend } from "$lib/backend/fake/fake";
import { at } from "$lib/backend/fake/centre";
import { route } from "$routes/route.svelte";
import { drawn, openWindow } from "../../../tests/window";

/** Opens an inquiry of the fake core, changed as the test needs it. */
async function openInquiry(number: number, change: (view: InquiryView) => Partial<InquiryView> = () => ({})) {
  const core = fakeBackend();
  const plain = core.backend.inquiry;
  core.backend.inquiry = async (id) => {
    const view = await plain(id);
    return { ...view, ...change(view) };
  };
  const opened = await openWindow(`#/queue/open?inquiry=inquiry-${number}`, core);
  const panel = within(screen.getByRole("complementary", { name: "問合せの詳細" }));
  const called = (name: string) => core.calls.filter(([call]) => call === name).at(-1)?.[1];
  return { ...opened, panel, called };
}

describe("an inquiry", () => {
  it("gives way to the next one when that is there, after a moment in any case", async () => {
    const { core, user, panel } = await openInquiry(1021);
    const busy = () => screen.getByRole("complementary").querySelector(".panel")?.getAttribute("aria-busy");
    const title = () => panel.queryByRole("heading", { level: 2 })?.textContent.trim();
    const before = title();
    const plain = core.backend.inquiry;
    const ends: (() => void)[] = [];
    core.backend.inquiry = async (id) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      return plain(id);
    };
    await user.keyboard("j");
    expect([title(), busy()]).toEqual([before, "true"]);
    ends.shift()?.();
    await drawn();
    expect(title()).not.toBe(before);
    expect(busy()).toBeNull();
    await user.keyboard("j");
    expect(busy()).toBe("true");
    expect(await panel.findByRole("status", { name: "読み込み中" })).toBeVisible();
    expect(title()).toBeUndefined();
  });

  it("does not stand for one that cannot be read", async () => {
    const { core, user, panel } = await openInquiry(1021);
    core.backend.inquiry = () => Promise.reject(new BackendError({ code: "busy", params: {} }));
    await user.keyboard("j");
    await drawn();
    expect(panel.getByText("問合せを読み込めませんでした")).toBeVisible();
    expect(panel.queryByRole("heading", { level: 2 })).toBeNull();
  });

  it("tells who asks, by when, and from which clauses that comes", async () => {
    const { panel } = await openInquiry(1042);
    expect(panel.getByRole("button", { name: "全拠点で管理画面にログインできない" })).toBeInTheDocument();
    expect(panel.getByText("ヤマダ タロウ")).toBeInTheDocument();
    const why = within(panel.getByRole("list", { name: "期限の根拠" }));
    expect(why.getAllByRole("listitem").map((line) => line.textContent)).toEqual([
      "§1411/22(日) 18:03 の受付 → 11/24(火) 9:30 の営業開始から",
      "暦11/23(月) 勤労感謝の日 を除外",
      "§17サービス障害 → 2 営業時間",
      "§18当日中に収まるため、期限は目安と同じ",
    ]);
    expect(panel.getByText("残り 0:24")).toBeInTheDocument();
  });

  it("shows HTML only in a frame that runs and loads nothing", async () => {
    const { panel, user } = await openInquiry(1042);
    await user.click(panel.getByRole("button", { name: "HTML" }));
    const frame = panel.getByTitle<HTMLIFrameElement>("山田 太郎 からの連絡（HTML）");
    expect(frame).toHaveAttribute("sandbox", "");
    expect(frame.getAttribute("srcdoc")).toContain("default-src 'none'");
    expect(panel.getByText("外部の画像 2 件は読み込んでいません")).toBeInTheDocument();
    expect(panel.queryByRole("link")).toBeNull();
  });

  it("keeps words that run from right to left from turning what stands beside them", async () => {
    const attachments = [{ name: "שלום.pdf", mediaType: "application/pdf", size: 1 }];
    const { panel } = await openInquiry(1042, (view) => ({
      customer: { ...view.customer, company: "שלום 1042" },
      messages: view.messages.map((it) => ({ ...it, attachments })),
    }));
    for (const text of ["שלום 1042", "שלום.pdf"]) expect(panel.getAllByText(text)[0]?.tagName).toBe("BDI");
  });

  it("rewrites its subject in place, and leaves it as it was on Escape", async () => {
    const { panel, user, called } = await openInquiry(1042);
    const subject = () => panel.getByTitle("件名を編集");
    await user.click(subject());
    await user.keyboard("別の件名{Escape}");
    expect(called("setSubject")).toBeUndefined();
    await user.click(subject());
    await user.keyboard("別の件名{Enter}");
    await drawn();
    expect(called("setSubject")).toEqual(["inquiry-1042", "別の件名"]);
    expect(route.param("inquiry")).toBe("inquiry-1042");
  });

  it("is put on hold only with a reason", async () => {
    const { panel, user, called } = await openInquiry(1042);
    await user.click(panel.getByRole("button", { name: "状態" }));
    await user.click(panel.getByRole("menuitemradio", { name: "保留…" }));
    const dialog = within(screen.getByRole("dialog", { name: "A-1042 保留にする" }));
    await user.click(dialog.getByRole("button", { name: "保留にする" }));
    expect(dialog.getByLabelText("保留の理由")).toHaveAccessibleDescription("理由を入力してください。");
    await user.type(dialog.getByLabelText("保留の理由"), "開発元に確認中{Enter}");
    await drawn();
    expect(called("setStatus")).toEqual([["inquiry-1042"], "on-hold", "開発元に確認中"]);
  });

  it("asks how it ends when it is completed without a first response", async () => {
    const { panel, user, called } = await openInquiry(1042);
    await user.click(panel.getByRole("button", { name: "状態" }));
    await user.click(panel.getByRole("menuitemradio", { name: "完了" }));
    const dialog = within(screen.getByRole("dialog", { name: "一次回答なしで終了" }));
    await user.click(dialog.getByRole("radio", { name: /重複/ }));
    await user.type(dialog.getByLabelText(/理由/), "同じ内容");
    await user.click(dialog.getByRole("button", { name: "終了する" }));
    expect(called("endInquiries")).toBeUndefined();
    await user.type(dialog.getByRole("combobox", { name: "元の問合せ" }), "A-1047");
    await drawn();
    await user.keyboard("{Enter}");
    await user.click(dialog.getByRole("button", { name: "終了する" }));
    await drawn();
    expect(called("endInquiries")).toEqual([
      { inquiries: ["inquiry-1042"], ending: "duplicate", duplicateOf: "inquiry-1047", reason: "同じ内容" },
    ]);
  });

  it("records our own mail as the first response with one key, once the level is decided", async () => {
    const proposal = { message: "message-9", at: at("11-24 10:30") };
    const undecided = await openInquiry(1047, () => ({ proposal }));
    await undecided.user.keyboard("p");
    expect(undecided.called("respond")).toBeUndefined();
    undecided.unmount();
    const { user, called } = await openInquiry(1042, () => ({ proposal }));
    await user.keyboard("p");
    await drawn();
    expect(called("respond")).toEqual([
      "inquiry-1042",
      { kind: "answer", at: proposal.at, text: null, why: null, message: "message-9" },
    ]);
  });

  it("keeps internal notes apart from what is sent", async () => {
    const { panel, user, called } = await openInquiry(1042);
    const notes = within(panel.getByRole("region", { name: "社内メモ" }));
    expect(notes.getByText("お客様には送られません")).toBeInTheDocument();
    await user.keyboard("m");
    await user.keyboard("確認済み{Control>}{Enter}{/Control}");
    await drawn();
    expect(called("addNote")).toEqual(["inquiry-1042", "確認済み"]);
  });

  it("asks why a target was missed, of what missed it only", async () => {
    const kept = await openInquiry(1042);
    expect(kept.panel.queryByRole("region", { name: "超過の原因" })).toBeNull();
    kept.unmount();
    const { panel, user, called } = await openInquiry(1042, () => ({ missed: true }));
    expect(panel.getByRole("region", { name: "超過の原因" })).toHaveTextContent("まだ記録されていません");
    await user.keyboard("c");
    const dialog = within(screen.getByRole("dialog", { name: /超過の原因/ }));
    await user.click(dialog.getByRole("radio", { name: "ベンダー待ち" }));
    await user.type(dialog.getByLabelText(/補足/), "回答待ち");
    await user.click(dialog.getByRole("button", { name: "保存" }));
    await drawn();
    expect(called("setCause")).toEqual(["inquiry-1042", "waiting-on-vendor", "回答待ち"]);
  });

  it("strikes out what was taken back", async () => {
    const history = [
      {
        at: at("11-24 09:41"),
        by: "佐藤",
        what: "level-set",
        params: { level: "minor", why: "first" },
        undone: true,
      },
    ];
    const { panel } = await openInquiry(1042, () => ({ history }));
    const entry = panel.getByText("影響レベルを「軽微な不具合」に（初回の判定）").closest("li");
    expect(entry).toHaveClass("undone");
    expect(entry).toHaveTextContent("取り消し済み");
  });

  it("splits a message off, but not the only one", async () => {
    const { panel, user, called } = await openInquiry(1042);
    const thread = within(panel.getByRole("region", { name: "連絡" }));
    await user.click(thread.getByRole("button", { name: "その他の操作" }));
    await user.click(thread.getByRole("menuitem", { name: "別の問合せに分ける…" }));
    await user.click(screen.getByRole("button", { name: "分ける" }));
    await drawn();
    expect(called("split")).toEqual(["inquiry-1042", "message-2"]);
  });

  it("is handed over to paid support, and that is taken back", async () => {
    const { panel, user, called } = await openInquiry(1042);
    await user.click(panel.getAllByRole("button", { name: "その他の操作" })[0]!);
    await user.click(screen.getByRole("menuitem", { name: "有償サポートへ引き継いだと記録" }));
    await drawn();
    expect(called("handOver")).toEqual([["inquiry-1042"], true]);
  });

  it("that was handed over says so", async () => {
    const { panel, user, called } = await openInquiry(1042, () => ({ handedOverAt: at("11-24 10:30") }));
    expect(panel.getByText("有償へ引継済")).toBeInTheDocument();
    await user.click(panel.getAllByRole("button", { name: "その他の操作" })[0]!);
    await user.click(screen.getByRole("menuitem", { name: "有償サポートへの引き継ぎを取り消す" }));
    await drawn();
    expect(called("handOver")).toEqual([["inquiry-1042"], false]);
  });
});

describe("recording a first response", () => {
  it("is done by keys alone and says its verdict before", async () => {
    const { user, called } = await openInquiry(1042);
    await user.keyboard("f");
    await drawn();
    expect(screen.getByRole("form", { name: "一次回答を記録" })).toHaveTextContent("判定 目安内 1:36 で回答");
    await user.keyboard("{ArrowDown}{Control>}{Enter}{/Control}");
    await drawn();
    expect(called("respond")).toEqual([
      "inquiry-1042",
      { kind: "question", at: null, text: null, why: null, message: null },
    ]);
    expect(route.param("do")).toBe("");
  });

  it("says of word of the receipt that the clock keeps running", async () => {
    const { user } = await openInquiry(1042);
    await user.keyboard("f");
    await drawn();
    await user.click(screen.getByRole("radio", { name: /受付確認のみ/ }));
    const form = screen.getByRole("form", { name: "一次回答を記録" });
    expect(form).toHaveTextContent("時計は動き続けます");
    expect(form).toHaveTextContent("一次回答にはなりません");
  });

  it("asks for the level in the same form", async () => {
    const { user, called } = await openInquiry(1047);
    await user.keyboard("f");
    await drawn();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(called("respond")).toBeUndefined();
    expect(screen.getByRole("alert")).toHaveTextContent("影響レベルを選んでください。");
    await user.click(screen.getByRole("radio", { name: "軽微な不具合" }));
    await user.keyboard("{Control>}{Enter}{/Control}");
    await drawn();
    expect(called("setLevel")).toMatchObject([{ level: "minor", why: "first" }]);
    expect(called("respond")).toBeDefined();
  });

  it("puts a template in, with what it counts as", async () => {
    const { user } = await openInquiry(1042);
    await user.keyboard("r");
    await drawn();
    await user.click(screen.getByRole("button", { name: "定型文" }));
    await user.click(screen.getByRole("menuitem", { name: "切り分け" }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/回答の内容/).value).toMatch(/^山田 太郎 様/);
    expect(screen.getByRole("radio", { name: /切り分けの質問/ })).toBeChecked();
  });
});
