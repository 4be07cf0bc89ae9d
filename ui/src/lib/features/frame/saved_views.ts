import { route } from "$routes/route.svelte";
import { backend } from "$lib/backend/backend";
import { confirm } from "$lib/components/confirm";
import { t } from "$lib/i18n/language.svelte";
import { refresh } from "$lib/queries/query.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

/** Asks once, then removes a saved view from this desktop. */
export async function removeView(name: string): Promise<void> {
  const sure = await confirm({
    title: t().frame.removeViewAsk(name),
    text: t().frame.removeViewWhy,
    action: t().common.remove,
    grave: true,
  });
  if (!sure) return;
  try {
    await backend().removeView(name);
    await refresh("frame");
    route.change({ saved: null }, { replace: true });
    toasts.say(t().frame.viewRemoved(name));
  } catch (thrown) {
    toasts.failed(thrown);
  }
}
