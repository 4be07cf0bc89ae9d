// Notes for each key how many milliseconds pass until what it did has been painted: the frame after the one in whose
// callback the page is seen to have changed. What a key does is read off the row that the keys are at and the rows.
const PATIENCE = 2000;
window.__keys = { times: [], levels: [], missed: 0 };

function shown() {
  const grid = document.querySelector("[role=grid]");
  if (!grid) return "";
  return `${grid.getAttribute("aria-activedescendant")} ${grid.getAttribute("aria-rowcount")}`;
}

addEventListener(
  "keydown",
  (event) => {
    const begun = Math.min(performance.now(), event.timeStamp || Infinity);
    const before = shown();
    const watch = () => {
      if (shown() !== before) {
        requestAnimationFrame(() => window.__keys.times.push(performance.now() - begun));
      } else if (performance.now() - begun > PATIENCE) {
        window.__keys.missed++;
      } else {
        requestAnimationFrame(watch);
      }
    };
    requestAnimationFrame(watch);
  },
  { capture: true },
);
