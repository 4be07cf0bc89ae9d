import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { route } from "$routes/route.svelte";
import { useBackend } from "$lib/backend/backend";
import { fakeBackend } from "$lib/backend/fake/fake";
import { dialogs } from "$lib/components/dialogs.svelte";
import { language } from "$lib/i18n/language.svelte";
import { frame } from "$lib/queries/frame.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";
import App from "../App.svelte";

/** Lets everything that was asked of the fake core come back and be drawn. */
export async function drawn(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await Promise.resolve();
    await tick();
  }
}

/** Opens the whole window on a fake core, at an address. */
export async function openWindow(hash = "#/queue/open", core = fakeBackend()) {
  localStorage.clear();
  dialogs.stack = [];
  toasts.list = [];
  frame.query.forget();
  language.set("ja");
  history.replaceState(null, "", hash);
  route.place = { page: "queue", part: "open", params: {} };
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  useBackend(core.backend);
  const view = render(App);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
  await drawn();
  await drawn();
  return { core, user: userEvent.setup(), ...view };
}
