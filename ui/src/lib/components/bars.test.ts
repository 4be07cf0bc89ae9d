import { afterEach, expect, it } from "vitest";
import { takeBarsAway } from "./bars";

/** A box of 100 pixels whose content is so high, and whose bar takes so much room. */
function box(parent: HTMLElement, content: number, room = 0): HTMLElement {
  const made = document.createElement("div");
  const sizes = { scrollHeight: content, clientHeight: 100, offsetWidth: 200, clientWidth: 200 - room };
  for (const [name, value] of Object.entries(sizes)) Object.defineProperty(made, name, { value });
  made.style.cssText = "overflow-y: auto; border: 0px solid";
  parent.append(made);
  return made;
}

function openDialog(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.setAttribute("open", "");
  document.body.append(dialog);
  return dialog;
}

const barless = () => [...document.querySelectorAll("[data-barless]")];

afterEach(() => document.body.replaceChildren());

it("takes the bars behind the newest dialog that take no room, and gives them back after the last", () => {
  const list = box(document.body, 500);
  box(document.body, 90);
  box(document.body, 500, 15);
  const first = openDialog();
  const inFirst = box(first, 500);
  takeBarsAway();
  expect(barless()).toEqual([list]);
  const second = openDialog();
  box(second, 500);
  takeBarsAway();
  expect(barless()).toEqual([list, inFirst]);
  second.remove();
  takeBarsAway();
  expect(barless()).toEqual([list]);
  first.remove();
  takeBarsAway();
  expect(barless()).toEqual([]);
});
