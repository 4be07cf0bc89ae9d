import { onDestroy } from "svelte";
import { isComposing, isTyping } from "./composing";

/** Where a command stands in the key sheet and the palette. */
export type CommandGroup = "move" | "work" | "views" | "window";

/** Something that can be done by key or from the palette. */
export interface Command {
  /** Names it, for tests and as a key of lists. */
  id: string;
  group: CommandGroup;
  /** What it does, in the language of the window. */
  label: () => string;
  /** Its keys: `j`, `ArrowDown`, `mod+k` (Ctrl or ⌘), `g o` (one after the other). */
  keys?: string[];
  /** Whether it can be done now; a command that cannot is neither run nor offered. */
  when?: () => boolean;
  /** Whether it also acts while typing, as Escape and Ctrl K do. */
  whileTyping?: boolean;
  /** Whether the palette leaves it out, as with moving. */
  onlyKeys?: boolean;
  run: () => void;
}

const SEQUENCE_MS = 1500;
const OWN_KEYS = new Set(["Enter", " ", "ArrowUp", "ArrowDown", "Home", "End"]);

/** The key of an event as commands write it; `A` is told from `a`, other keys do not look at Shift. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key === " " ? "Space" : event.key;
  if (event.ctrlKey || event.metaKey) return `mod+${key.toLowerCase()}`;
  return event.altKey ? `alt+${key}` : key;
}

/** The commands of what is on the screen. What came last, as a dialog's, comes first. */
export class Commands {
  // No state: one screen gives way to another within one change, where a state would be read as it was before it.
  #layers: { commands: Command[]; modal: boolean }[] = [];
  #prefix: { key: string; at: number } | null = null;

  /** Adds commands until it is stopped; a modal layer shuts out all before it. */
  add(commands: Command[], modal = false): () => void {
    const layer = { commands, modal };
    this.#layers = [...this.#layers, layer];
    return () => {
      this.#layers = this.#layers.filter((other) => other !== layer);
    };
  }

  /** Everything that the layers offer, the first first. */
  get all(): Command[] {
    return this.#layers.flatMap(({ commands }) => commands);
  }

  /** Everything that can be done now. */
  get possible(): Command[] {
    return this.all.filter((command) => command.when?.() ?? true);
  }

  /** Runs the command of a key; tells whether there was one. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || isComposing(event)) return false;
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return false;
    const typing = isTyping(event);
    const command = this.#find(this.#pressed(event, typing), event, typing);
    if (!command) return false;
    event.preventDefault();
    this.#prefix = null;
    command.run();
    return true;
  }

  /** The spellings that a key may have now, with what was pressed before it first. */
  #pressed(event: KeyboardEvent, typing: boolean): string[] {
    const key = keyOf(event);
    const before = this.#prefix && event.timeStamp - this.#prefix.at < SEQUENCE_MS ? this.#prefix.key : null;
    this.#prefix = typing ? null : { key, at: event.timeStamp };
    return before ? [`${before} ${key}`, key] : [key];
  }

  #find(pressed: string[], event: KeyboardEvent, typing: boolean): Command | undefined {
    for (const key of pressed) {
      for (const { commands, modal } of [...this.#layers].reverse()) {
        const found = commands.find(
          (command) =>
            command.keys?.includes(key) &&
            (!typing || command.whileTyping) &&
            !(OWN_KEYS.has(event.key) && ownsKey(event.target)) &&
            (command.when?.() ?? true),
        );
        if (found) return found;
        if (modal) break;
      }
    }
    return undefined;
  }
}

/** Buttons, links, boxes and menus use Enter, Space and arrows themselves. */
function ownsKey(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("button, a, summary, input, [role=menu], [role=listbox]") !== null
  );
}

/** The commands of the window. */
export const commands = new Commands();

/** Adds commands for as long as the component lives. */
export function useCommands(list: Command[], options: { modal?: boolean } = {}): void {
  onDestroy(commands.add(list, options.modal));
}
