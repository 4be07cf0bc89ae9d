import { mount } from "svelte";
import { useBackend } from "$lib/backend/backend";
import { tauriBackend } from "$lib/backend/tauri";
import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/base.css";

/** The fake core is for looking at the window in a browser; a build for release has none of it. */
async function chooseBackend() {
  if (!import.meta.env.DEV || !new URLSearchParams(location.search).has("fake")) return tauriBackend();
  const { fakeBackend } = await import("$lib/backend/fake/fake");
  return fakeBackend().backend;
}

const target = document.getElementById("app");
if (target) {
  useBackend(await chooseBackend());
  mount(App, { target });
}
