const CAPS: Record<string, string> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  PageDown: "PgDn",
  PageUp: "PgUp",
  Space: "Space",
};

/** Whether the keyboard has ⌘ where others have Ctrl. */
export function hasCommandKey(platform = navigator.platform): boolean {
  return /Mac|iPhone|iPad/.test(platform);
}

/** The key that is held with another: letters stand on caps as capitals. */
const held = (key: string) => (key.length === 1 ? key.toUpperCase() : (CAPS[key] ?? key));

/** What a key cap shows: `mod+k` → `Ctrl K`, `g o` → `g o`, `ArrowDown` → `↓`. */
export function capOf(name: string, mac = hasCommandKey()): string {
  const caps = name.split(" ").map((key) => {
    if (key.startsWith("mod+")) return `${mac ? "⌘" : "Ctrl "}${held(key.slice("mod+".length))}`;
    return CAPS[key] ?? key;
  });
  return caps.join(" ");
}
