// Notes each notification that the core sends the window: when it came, when its first reminder was due, both in
// milliseconds since 1970, and how many reminders it stands for.
window.__rung = [];
const { invoke, transformCallback } = window.__TAURI_INTERNALS__;
const handler = transformCallback(({ payload }) => {
  const first = (payload.first ?? payload.signs).map(({ at }) => Date.parse(at)).sort((a, b) => a - b)[0];
  window.__rung.push([Date.now(), first, payload.count ?? payload.signs.length]);
});
invoke("plugin:event|listen", { event: "reminded", target: { kind: "Any" }, handler });
