import axe from "axe-core";
import { describe, expect, it } from "vitest";
import { drawn, openWindow } from "./window";

/** Rules that need real layout or colours; contrast is checked by the tokens' own test. */
const WITHOUT_LAYOUT = { "color-contrast": { enabled: false }, region: { enabled: false } };

async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: WITHOUT_LAYOUT });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

describe("the window is accessible", () => {
  it.each([
    ["queue", "#/queue/open", ""],
    ["grouped queue", "#/queue/open?group=1", ""],
    ["several selected", "#/queue/open", "jxjx"],
    ["empty view", "#/queue/open?level=outage&product=deep-instinct", ""],
    ["palette", "#/queue/open", "/"],
    ["change of a level", "#/queue/open", "j4"],
    ["key sheet", "#/queue/open", "?"],
    ["reminders", "#/queue/open", "gb"],
    ["what could not be read", "#/refused", ""],
    ["an inquiry", "#/queue/open?inquiry=inquiry-1042", ""],
    ["a first response", "#/queue/open?inquiry=inquiry-1042&do=respond", ""],
    ["phone form", "#/phone", ""],
    ["deadlines", "#/deadlines", "j"],
    ["done dialog", "#/deadlines", "jd"],
    ["incidents", "#/incidents", ""],
    ["maintenance and changes", "#/changes", ""],
    ["phone suspension", "#/suspension", ""],
    ["report", "#/reports", ""],
    ["inquiries behind a figure", "#/reports?part=late", ""],
    ["settings", "#/settings", ""],
    ["set-up", "#/setup", ""],
  ])("%s", async (_, hash, keys) => {
    const { user } = await openWindow(hash);
    if (keys) await user.keyboard(keys);
    await drawn();
    expect(await faults()).toEqual([]);
  });
});
