import type { Component } from "svelte";

type Close<R> = (result?: R) => void;

/** A dialog that is open. */
export interface OpenDialog {
  id: number;
  component: Component<Record<string, unknown>>;
  props: Record<string, unknown>;
  close: Close<unknown>;
}

class Dialogs {
  stack = $state.raw<OpenDialog[]>([]);
  #next = 1;

  /**
   * Opens a dialog; gives what it closes with, or nothing where it was left.
   * The component gets its props and `close`, and draws itself in the kit's `Dialog`.
   */
  open<P extends Record<string, unknown>, R>(
    component: Component<P & { close: Close<R> }>,
    props: P,
  ): Promise<R | undefined> {
    return new Promise((resolve) => {
      const id = this.#next++;
      const close: Close<unknown> = (result) => {
        this.stack = this.stack.filter((dialog) => dialog.id !== id);
        resolve(result as R | undefined);
      };
      this.stack = [...this.stack, { id, component: component as OpenDialog["component"], props, close }];
    });
  }
}

/** The dialogs of the window. */
export const dialogs = new Dialogs();
