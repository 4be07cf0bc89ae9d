import { route } from "$routes/route.svelte";
import type { Language, Theme, View } from "$lib/backend/bindings";
import { dialogs } from "$lib/components/dialogs.svelte";
import { importChosen } from "$lib/features/imports/import";
import KeySheet from "$lib/features/keys/KeySheet.svelte";
import Palette from "$lib/features/palette/Palette.svelte";
import { VIEWS } from "$lib/features/queue/question";
import { language, t } from "$lib/i18n/language.svelte";
import { commands, type Command } from "$lib/keys/commands.svelte";
import { preferences } from "$lib/preferences/preferences.svelte";
import { undo } from "$lib/toasts/perform";

/** The letter after `g` that goes to a view. */
const LETTERS: Record<View, string> = {
  mine: "m",
  unassigned: "u",
  open: "o",
  "needs-level": "l",
  late: "t",
  "needs-reply": "w",
  answered: "a",
};

/** The pages of the obligations, with the letter after `g`. */
const OBLIGATION_PAGES = [
  ["deadlines", "d"],
  ["suspension", "p"],
  ["incidents", "i"],
  ["changes", "e"],
] as const;

const THEMES: Theme[] = ["system", "light", "dark"];
const LANGUAGES: Language[] = ["ja", "en"];

/** Opens the palette on what can be done now. */
export function openPalette(): void {
  void dialogs.open(Palette, { commands: [...commands.possible] });
}

/** What can be done everywhere. */
export function windowCommands(): Command[] {
  return [...doing(), ...going(), ...looking()];
}

function doing(): Command[] {
  return [
    {
      id: "palette",
      group: "window",
      keys: ["mod+k"],
      label: () => t().keys.palette,
      whileTyping: true,
      onlyKeys: true,
      run: openPalette,
    },
    {
      id: "search",
      group: "window",
      keys: ["/"],
      label: () => t().keys.search,
      onlyKeys: true,
      run: openPalette,
    },
    { id: "phone", group: "work", keys: ["n"], label: () => t().keys.phone, run: () => route.go("phone") },
    { id: "undo", group: "work", keys: ["u"], label: () => t().keys.undo, run: () => void undo() },
    { id: "import", group: "window", label: () => t().keys.import, run: () => void importChosen() },
    {
      id: "sheet",
      group: "window",
      keys: ["?"],
      label: () => t().keys.sheet,
      run: () => void dialogs.open(KeySheet, { commands: [...commands.possible] }),
    },
  ];
}

function going(): Command[] {
  const views = VIEWS.map((view): Command => ({
    id: `go-${view}`,
    group: "views",
    keys: [`g ${LETTERS[view]}`],
    label: () => t().keys.goTo(t().frame.view[view]),
    run: () => route.go("queue", view),
  }));
  return [
    ...views,
    ...OBLIGATION_PAGES.map(([page, letter]): Command => ({
      id: `go-${page}`,
      group: "views",
      keys: [`g ${letter}`],
      label: () => t().keys.goTo(t().obligations.page[page]),
      run: () => route.go(page),
    })),
    {
      id: "go-today",
      group: "views",
      keys: ["g h"],
      label: () => t().keys.goTo(t().today.title),
      run: () => route.go("today"),
    },
    {
      id: "go-reports",
      group: "views",
      keys: ["g r"],
      label: () => t().keys.goTo(t().reports.title),
      run: () => route.go("reports"),
    },
    {
      id: "go-customers",
      group: "views",
      keys: ["g c"],
      label: () => t().keys.goTo(t().frame.customers),
      run: () => route.go("customers"),
    },
    {
      id: "go-calendar",
      group: "views",
      keys: ["g k"],
      label: () => t().keys.goTo(t().frame.calendar),
      run: () => route.go("calendar"),
    },
    {
      id: "go-policies",
      group: "views",
      keys: ["g p"],
      label: () => t().keys.goTo(t().frame.policies),
      run: () => route.go("policies"),
    },
    {
      id: "go-systems",
      group: "views",
      keys: ["g v"],
      label: () => t().keys.goTo(t().frame.systems),
      run: () => route.go("systems"),
    },
    {
      id: "go-products",
      group: "views",
      keys: ["g e"],
      label: () => t().keys.goTo(t().frame.products),
      run: () => route.go("products"),
    },
    {
      id: "go-settings",
      group: "views",
      keys: ["g s"],
      label: () => t().keys.goTo(t().frame.settings),
      run: () => route.go("settings"),
    },
  ];
}

function zooming(id: string, keys: string[], label: () => string, zoom: () => Promise<void>): Command {
  return { id, group: "window", keys, label, whileTyping: true, run: () => void zoom() };
}

function looking(): Command[] {
  return [
    ...THEMES.map((theme): Command => ({
      id: `theme-${theme}`,
      group: "window",
      label: () => t().keys.theme(t().words.theme[theme]),
      when: () => preferences.theme !== theme,
      run: () => void preferences.change({ theme }),
    })),
    zooming(
      "zoom-in",
      ["mod++", "mod+="],
      () => t().keys.zoomIn,
      () => preferences.zoomBy(1),
    ),
    zooming(
      "zoom-out",
      ["mod+-"],
      () => t().keys.zoomOut,
      () => preferences.zoomBy(-1),
    ),
    zooming(
      "zoom-usual",
      ["mod+0"],
      () => t().keys.zoomUsual,
      () => preferences.change({ zoomPercent: 100 }),
    ),
    ...LANGUAGES.map((chosen): Command => ({
      id: `language-${chosen}`,
      group: "window",
      label: () => t().keys.language(t().words.language[chosen]),
      when: () => language.current !== chosen,
      run: () => void preferences.change({ language: chosen }),
    })),
  ];
}
