// Notes for each key how many milliseconds pass until what it did has been painted: the frame after the one in whose
// callback the page is seen to have changed. What a key does is read off the row that the keys are at, and off what
// opened over or beside the rows. `answers` has when all of it was there that the core had to be asked for.
const PATIENCE = 2000;
const isNew = !window.__keys;
window.__keys ??= { times: [], answers: [] };

/** What is on the screen; nothing while the row of the keys is on its way there. */
function shown() {
  const grid = document.querySelector("[role=grid]");
  const at = grid?.getAttribute("aria-activedescendant");
  const row = at ? document.getElementById(at) : null;
  if (at && !row) return null;
  const opened = [...document.querySelectorAll("aside, dialog[open], [role=toolbar]")];
  const over = opened.map((it) => `${it.tagName} ${it.querySelectorAll("textarea").length}`);
  const head = document.querySelector("h1")?.textContent;
  return [at, grid?.getAttribute("aria-rowcount"), row?.className, row?.textContent, head, ...over].join("\n");
}

const WAITING = "[aria-busy=true], .skeleton, aside [role=status][aria-label]";
const isWaiting = () => document.querySelector(WAITING) !== null;

/** Keys that have not shown all of what they did. */
let waiting = [];

/** Looks once a frame, for all keys together. */
function look() {
  const [now, complete] = [shown(), !isWaiting()];
  waiting = waiting.filter((key) => {
    const { begun, before } = key;
    const changed = now !== null && now !== before;
    if (changed && !key.seen) {
      key.seen = true;
      requestAnimationFrame(() => window.__keys.times.push(performance.now() - begun));
    }
    if (changed && complete) {
      requestAnimationFrame(() => window.__keys.answers.push(performance.now() - begun));
      return false;
    }
    return performance.now() - begun < PATIENCE;
  });
  if (waiting.length > 0) requestAnimationFrame(look);
}

function onkeydown(event) {
  // The first of two keys, and those that are held while another is pressed, do nothing by themselves.
  if (["g", "Shift", "Control"].includes(event.key)) return;
  const begun = Math.min(performance.now(), event.timeStamp || Infinity);
  if (waiting.length === 0) requestAnimationFrame(look);
  waiting.push({ begun, before: shown(), seen: false });
}
if (isNew) addEventListener("keydown", onkeydown, { capture: true });
