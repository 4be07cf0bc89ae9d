const BARLESS = "data-barless";

/**
 * Takes away the scroll bars of everything behind the newest dialog, and gives them back where none is open: WebKit draws
 * overlay bars over a modal dialog. Bars that take room stay, so that nothing moves.
 */
export function takeBarsAway(): void {
  document.querySelectorAll(`[${BARLESS}]`).forEach((it) => it.removeAttribute(BARLESS));
  const dialog = [...document.querySelectorAll("dialog[open]")].at(-1);
  if (!dialog) return;
  const behind = [...document.body.querySelectorAll<HTMLElement>("*")].filter((it) => !dialog.contains(it));
  // All are measured before the first is changed: each change would have the page laid out again.
  behind.filter(hasOverlayBar).forEach((it) => it.setAttribute(BARLESS, ""));
}

function hasOverlayBar(it: HTMLElement): boolean {
  if (it.scrollHeight <= it.clientHeight) return false;
  const { overflowY, borderLeftWidth, borderRightWidth } = getComputedStyle(it);
  const room = it.offsetWidth - it.clientWidth - parseFloat(borderLeftWidth) - parseFloat(borderRightWidth);
  return (overflowY === "auto" || overflowY === "scroll") && Math.round(room) === 0;
}
