import { getCurrentWebview } from "@tauri-apps/api/webview";
import { BackendError, type Backend, type FileDrag } from "./backend";
import { commands, events, type IpcError } from "./bindings";

type Outcome = { status: "ok"; data: unknown } | { status: "error"; error: IpcError };

/** The real core, behind the generated commands. */
export function tauriBackend(): Backend {
  const wrapped = Object.entries(commands).map(([name, call]) => [name, throwing(call as never)]);
  return {
    ...(Object.fromEntries(wrapped) as Backend),
    on(event, told) {
      const listening = events[event].listen(({ payload }) => told(payload as never));
      return () => void listening.then((stop) => stop());
    },
    onFileDrag(told) {
      const listening = getCurrentWebview().onDragDropEvent(({ payload }) => {
        const drag = readDrag(payload);
        if (drag) told(drag);
      });
      return () => void listening.then((stop) => stop());
    },
  };
}

function throwing(call: (...given: unknown[]) => Promise<Outcome>) {
  return async (...given: unknown[]) => {
    const outcome = await call(...given);
    if (outcome.status === "error") throw new BackendError(outcome.error);
    return outcome.data;
  };
}

function readDrag(payload: { type: string; paths?: string[] }): FileDrag | null {
  if (payload.type === "enter" && payload.paths?.length) return { kind: "over" };
  if (payload.type === "drop" && payload.paths?.length) return { kind: "dropped", paths: payload.paths };
  return payload.type === "leave" || payload.type === "drop" ? { kind: "left" } : null;
}
