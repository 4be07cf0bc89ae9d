/**
 * Tells whether a key belongs to a Japanese conversion, as the Enter that confirms one does.
 * Every key handler asks this first. Some web views end the composition before the key comes; then it has code 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Tells whether keys write text where the event happened. */
export function isTyping(event: KeyboardEvent): boolean {
  const at = event.target;
  if (!(at instanceof HTMLElement)) return false;
  if (at.isContentEditable || at instanceof HTMLTextAreaElement || at instanceof HTMLSelectElement)
    return true;
  return at instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(at.type);
}
