// Scrolls the queue from its top, by `step` pixels a frame or, where that is 0, to places that a simple generator with
// `seed` gives. Looks at each frame as it is about to be painted.
//
// The place is changed in a task of its own, as the system's scrolling does: changed in the frame's own callback, it
// would be painted before the page hears of it.
const [step, most, seed, done] = arguments;
const grid = document.querySelector("[role=grid]");
const HEAD = grid.querySelector(".head").getBoundingClientRect().height;
const ROW = grid.querySelector("[id^=row-]").getBoundingClientRect().height;
const total = Number(grid.getAttribute("aria-rowcount")) - 1;
const end = grid.scrollHeight - grid.clientHeight;
const frames = [];
const blank = [];
const held = [];
/** Of each frame: the page's own work from the scroll event on, and the layout after it. */
const work = [];
const layout = [];
let begun = null;
grid.addEventListener("scroll", () => (begun ??= performance.now()), { capture: true });

let state = seed;
const random = () => {
  state = (state * 1664525 + 1013904223) % 4294967296;
  return state / 4294967296;
};
const channel = new MessageChannel();
channel.port1.onmessage = () => {
  grid.scrollTop = step > 0 ? Math.min(end, grid.scrollTop + step) : Math.round(random() * end);
};

/** How many rows' height of what is in sight no row covers, and how far the first row in sight is from its place. */
function look() {
  const box = grid.getBoundingClientRect();
  const [top, bottom] = [box.top + HEAD, box.top + grid.clientHeight];
  let covered = 0;
  let nearest = null;
  for (const row of grid.querySelectorAll("[id^=row-]")) {
    const { top: rowTop, bottom: rowBottom } = row.getBoundingClientRect();
    const part = Math.min(bottom, rowBottom) - Math.max(top, rowTop);
    if (part <= 0) continue;
    covered += part;
    if (nearest === null || rowTop < nearest.top) nearest = { top: rowTop, index: Number(row.ariaRowIndex ?? row.getAttribute("aria-rowindex")) - 2 };
  }
  blank.push(Math.max(0, Math.round((bottom - top - covered) / ROW - 0.02)));
  const wanted = (grid.scrollTop + (nearest ? nearest.top - top : 0)) / ROW;
  held.push(nearest === null ? 0 : Math.abs(Math.round(nearest.index - wanted)));
}

let last = null;
function frame() {
  const now = performance.now();
  if (last !== null) {
    frames.push(now - last);
    work.push(begun === null ? 0 : now - begun);
    begun = null;
    look();
    layout.push(performance.now() - now);
  }
  last = now;
  const over = most ? frames.length >= most : grid.scrollTop >= end - 1 && frames.length > 2;
  if (over) {
    done({ frames, work, layout, blank, held, total });
    return;
  }
  channel.port2.postMessage(null);
  requestAnimationFrame(frame);
}
grid.scrollTop = 0;
setTimeout(() => requestAnimationFrame(frame), 1000);
