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

/** What a key cap shows: `mod+k` → `Ctrl K`, `g o` → `g o`, `ArrowDown` → `↓`. */
export function capOf(name: string, mac = hasCommandKey()): string {
  const caps = name.split(" ").map((key) => {
    if (key.startsWith("mod+")) return `${mac ? "⌘" : "Ctrl "}${key.slice("mod+".length).toUpperCase()}`;
    return CAPS[key] ?? key;
  });
  return caps.join(" ");
}
