import { beforeEach, describe, expect, it, vi } from "vitest";
import { capOf } from "./caps";
import { Commands, type Command } from "./commands.svelte";

function press(
  commands: Commands,
  key: string,
  init: KeyboardEventInit & { keyCode?: number } = {},
  target: HTMLElement = document.body,
) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  if (init.keyCode) Object.defineProperty(event, "keyCode", { value: init.keyCode });
  Object.defineProperty(event, "target", { value: target });
  commands.handle(event);
  return event;
}

describe("the commands", () => {
  let commands: Commands;
  const run = vi.fn();
  const command = (keys: string[], more: Partial<Command> = {}): Command => ({
    id: keys.join(),
    group: "work",
    label: () => keys.join(),
    keys,
    run: () => run(keys[0]),
    ...more,
  });
  const field = document.createElement("input");

  beforeEach(() => {
    run.mockClear();
    commands = new Commands();
  });

  it("runs the command of a key and keeps the key from anything else", () => {
    commands.add([command(["j", "ArrowDown"])]);
    expect(press(commands, "j").defaultPrevented).toBe(true);
    press(commands, "ArrowDown");
    press(commands, "y");
    expect(run).toHaveBeenCalledTimes(2);
  });

  it.each([
    ["while it is composed", { isComposing: true }],
    ["where the web view only gives the code of a conversion", { keyCode: 229 }],
  ])("leaves Japanese input alone %s", (_, init) => {
    commands.add([command(["Enter"], { whileTyping: true }), command(["a"])]);
    press(commands, "Enter", init);
    press(commands, "a", init);
    expect(run).not.toHaveBeenCalled();
  });

  it("leaves text alone, except for the commands that also act while typing", () => {
    commands.add([command(["a"]), command(["1"]), command(["mod+k"], { whileTyping: true })]);
    press(commands, "a", {}, field);
    press(commands, "1", {}, document.createElement("textarea"));
    press(commands, "a", {}, document.createElement("select"));
    expect(run).not.toHaveBeenCalled();
    press(commands, "k", { ctrlKey: true }, field);
    press(commands, "K", { metaKey: true }, field);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("tells a from A and plain keys from those with Ctrl", () => {
    commands.add([command(["a"]), command(["A"])]);
    press(commands, "A", { shiftKey: true });
    press(commands, "a", { ctrlKey: true });
    expect(run.mock.calls).toEqual([["A"]]);
  });

  it("takes a letter after g as a way to go, and forgets g after a while", () => {
    commands.add([command(["g a"]), command(["a"])]);
    press(commands, "g");
    press(commands, "a");
    expect(run.mock.calls).toEqual([["g a"]]);
    const early = press(commands, "g");
    vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(early.timeStamp + 5000);
    press(commands, "a");
    vi.restoreAllMocks();
    expect(run.mock.calls).toEqual([["g a"], ["a"]]);
  });

  it("gives the newest layer the key, and shuts the others out while a dialog is open", () => {
    commands.add([command(["x"]), command(["y"])]);
    const close = commands.add([command(["x"], { run: () => run("dialog") })], true);
    press(commands, "x");
    press(commands, "y");
    close();
    press(commands, "y");
    expect(run.mock.calls).toEqual([["dialog"], ["y"]]);
  });

  it("offers and runs only what can be done now", () => {
    commands.add([command(["m"], { when: () => false })]);
    press(commands, "m");
    expect(run).not.toHaveBeenCalled();
    expect(commands.possible).toEqual([]);
  });

  it("leaves Enter and arrows to the button or menu that has the focus", () => {
    commands.add([command(["Enter"]), command(["ArrowDown"]), command(["j"])]);
    const button = document.createElement("button");
    press(commands, "Enter", {}, button);
    press(commands, "ArrowDown", {}, button);
    expect(run).not.toHaveBeenCalled();
    press(commands, "j", {}, button);
    expect(run).toHaveBeenCalledOnce();
  });
});

it.each([
  ["mod+k", false, "Ctrl K"],
  ["mod+k", true, "⌘K"],
  ["g o", false, "g o"],
  ["ArrowDown", false, "↓"],
  ["Escape", false, "Esc"],
])("shows %s as a key cap", (name, mac, cap) => {
  expect(capOf(name, mac)).toBe(cap);
});
