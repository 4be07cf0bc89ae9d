import { backend } from "$lib/backend/backend";
import type { Density, Language, LocalSettings, Theme } from "$lib/backend/bindings";
import { language } from "$lib/i18n/language.svelte";
import { toasts } from "$lib/toasts/toasts.svelte";

/** What the address asks for, for this run only: it wins over the settings and is never saved. */
export interface Asked {
  theme?: Theme;
  language?: Language;
}

/** Reads `?theme=dark&lang=en`. */
export function readAsked(search: string): Asked {
  const query = new URLSearchParams(search);
  const theme = query.get("theme");
  const lang = query.get("lang");
  return {
    theme: theme === "light" || theme === "dark" || theme === "system" ? theme : undefined,
    language: lang === "ja" || lang === "en" ? lang : undefined,
  };
}

/** How large everything can be, in per cent. */
export const ZOOMS = [100, 110, 125, 150, 175, 200];

/** How the window looks on this desktop: theme, language, height of rows, size of everything. */
class Preferences {
  theme = $state<Theme>("system");
  density = $state<Density>("comfortable");
  zoom = $state(100);
  #asked: Asked = {};
  #local: LocalSettings | null = null;
  readonly #dark = window.matchMedia("(prefers-color-scheme: dark)");

  /** Begins with what the address asks for. */
  begin(asked: Asked): () => void {
    this.#asked = asked;
    this.#apply(asked.theme ?? "system", asked.language ?? "ja", "comfortable");
    const follow = () => this.#apply(this.theme, language.current, this.density);
    this.#dark.addEventListener("change", follow);
    return () => this.#dark.removeEventListener("change", follow);
  }

  /** Takes the settings as the core has them. */
  take(local: LocalSettings): void {
    this.#local = local;
    const { theme, language: chosen, density } = local;
    this.zoom = local.zoomPercent;
    this.#apply(this.#asked.theme ?? theme, this.#asked.language ?? chosen, density);
  }

  /** Reads the settings. */
  async read(): Promise<void> {
    this.take((await backend().settings()).local);
  }

  /** Changes and saves: what was chosen by hand holds from now on, whatever the address asked for. */
  async change(
    change: Partial<Pick<LocalSettings, "theme" | "language" | "density" | "zoomPercent">>,
  ): Promise<void> {
    if (change.theme) this.#asked.theme = undefined;
    if (change.language) this.#asked.language = undefined;
    this.#apply(
      change.theme ?? this.theme,
      change.language ?? language.current,
      change.density ?? this.density,
    );
    this.zoom = change.zoomPercent ?? this.zoom;
    if (!this.#local) return;
    this.#local = { ...this.#local, ...change };
    await backend()
      .saveLocalSettings(this.#local)
      .catch((thrown: unknown) => toasts.failed(thrown));
  }

  /** Makes everything larger by steps or, with a negative number, smaller. */
  async zoomBy(steps: number): Promise<void> {
    const at = ZOOMS.filter((percent) => percent <= this.zoom).length - 1;
    const zoomPercent = ZOOMS[Math.min(Math.max(0, at + steps), ZOOMS.length - 1)];
    if (zoomPercent !== this.zoom) await this.change({ zoomPercent });
  }

  #apply(theme: Theme, chosen: Language, density: Density): void {
    this.theme = theme;
    this.density = density;
    language.set(chosen);
    const dark = theme === "dark" || (theme === "system" && this.#dark.matches);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
    document.documentElement.dataset.density = density;
  }
}

/** The preferences of the window. */
export const preferences = new Preferences();
