import { screen, within } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import { route } from "$routes/route.svelte";
import { BackendError } from "$lib/backend/backend";
import { fakeBackend } from "$lib/backend/fake/fake";
import { SIGNED } from "$lib/backend/fake/report";
import type { SignOffView } from "$lib/backend/bindings";
import { language } from "$lib/i18n/language.svelte";
import { drawn, openWindow } from "../../../tests/window";

const card = () => within(screen.getByRole("region", { name: "承認" }));

async function openWith(...signed: SignOffView[]) {
  const core = fakeBackend();
  core.backend.signOffs = async () => signed;
  return openWindow("#/reports", core);
}

describe("the sign-off card", () => {
  it("says that nobody has signed yet, signs with a note, and empties the field only then", async () => {
    const core = fakeBackend();
    let signed: SignOffView[] = [];
    core.backend.signOffs = async () => signed;
    const { user } = await openWindow("#/reports", core);
    expect(card().getByText(/まだ承認されていません/)).toBeInTheDocument();
    const note = card().getByLabelText(/補足/);
    await user.type(note, "  月次の確認 ");
    const sign = core.backend.signOff;
    core.backend.signOff = async () => {
      throw new BackendError({ code: "busy", params: {} });
    };
    await user.click(card().getByRole("button", { name: "この期間を承認する" }));
    await drawn();
    expect(note).toHaveValue("  月次の確認 ");
    core.backend.signOff = async (selection, words) => {
      signed = [{ ...SIGNED, changed: 0, changes: [], published: [] }];
      return sign(selection, words);
    };
    await user.click(card().getByRole("button", { name: "この期間を承認する" }));
    await drawn();
    const [, given] = core.calls.filter(([name]) => name === "signOff").at(-1) ?? [];
    const november = { from: "2026-11-01", to: "2026-11-30" };
    expect(given).toEqual([expect.objectContaining({ period: november, customers: [] }), "月次の確認"]);
    expect(note).toHaveValue("");
    expect(card().getByText(/田中 が承認/)).toBeInTheDocument();
    expect(card().getByText("承認後の変更はありません。")).toBeInTheDocument();
  });

  it("tells who signed, the share then and now, and each difference with who made it", async () => {
    const { user } = await openWith(SIGNED);
    expect(card().getByText("11/24(火) 10:00 に 田中 が承認")).toBeInTheDocument();
    expect(card().getByText("ポリシー遵守率 92.0% → 現在 88.5%")).toBeInTheDocument();
    expect(card().getByText("月次の確認")).toBeInTheDocument();
    expect(card().getByText("承認後の変更 4 件")).toBeInTheDocument();
    const [changed, came, published] = card().getAllByRole("listitem");
    expect(changed).toHaveTextContent("影響レベル 質問 → サービス障害");
    expect(changed).toHaveTextContent("判定 目安内 → 期限超過");
    expect(changed).toHaveTextContent("「翌営業日以降への繰越」から外れた");
    expect(within(changed!).getByText("鈴木 11/24(火) 10:30")).toBeInTheDocument();
    expect(came).toHaveTextContent(/A-1029\s*集計に加わった/);
    expect(published).toHaveTextContent("営業日カレンダー 2026-11-24 を公開");
    expect(card().getByText("ほか 1 件")).toBeInTheDocument();
    await user.click(within(changed!).getByRole("button", { name: "A-1042" }));
    await drawn();
    expect(route.param("inquiry")).toBe("inquiry-1042");
  });

  it("says the same in English", async () => {
    await openWith({ ...SIGNED, note: null });
    language.set("en");
    await drawn();
    const said = screen.getByRole("region", { name: "Sign-off" });
    expect(said).toHaveTextContent("92.0%");
    expect(said).toHaveTextContent("Level Question → Outage");
    expect(said).not.toHaveTextContent(/[ぁ-ん]/);
  });

  it("takes back what was signed by its operation", async () => {
    const { core, user } = await openWith(SIGNED);
    await user.click(card().getByRole("button", { name: "承認を取り消す" }));
    await drawn();
    expect(core.calls).toContainEqual(["takeBackSignOff", ["operation-signed"]]);
  });

  it("signs nothing off that is narrowed down to customers, and says why", async () => {
    const core = fakeBackend();
    const { user } = await openWindow('#/reports?customers=["例示商事"]', core);
    const button = card().getByRole("button", { name: /この期間を承認する/ });
    expect(button).toHaveAccessibleDescription(/名前は消去できるため/);
    await user.click(button);
    await user.type(card().getByLabelText(/補足/), "x{Enter}");
    await drawn();
    expect(core.calls.filter(([name]) => name === "signOff")).toEqual([]);
  });
});
