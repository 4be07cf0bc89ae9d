import type {
  Changed,
  commands,
  ImportProgress,
  IpcError,
  Opened,
  Reminded,
  ReportProgress,
} from "./bindings";

type Commands = typeof commands;
type Answer<K extends keyof Commands> = Extract<Awaited<ReturnType<Commands[K]>>, { status: "ok" }>["data"];

/** What the core tells by itself. */
export type CoreEvents = {
  changed: Changed;
  importProgress: ImportProgress;
  opened: Opened;
  reminded: Reminded;
  reportProgress: ReportProgress;
};

/** What files do over the window. */
export type FileDrag = { kind: "over" } | { kind: "left" } | { kind: "dropped"; paths: string[] };

type Stop = () => void;

/** The core as the window sees it: every command, throwing a `BackendError` where the core refuses. */
export type Backend = {
  [K in keyof Commands]: (...given: Parameters<Commands[K]>) => Promise<Answer<K>>;
} & {
  on<K extends keyof CoreEvents>(event: K, told: (payload: CoreEvents[K]) => void): Stop;
  onFileDrag(told: (drag: FileDrag) => void): Stop;
};

/** A refusal of the core: a stable code and what its sentence needs. */
export class BackendError extends Error {
  readonly code: string;
  readonly params: Record<string, string>;

  constructor({ code, params }: IpcError) {
    super(code);
    this.name = "BackendError";
    this.code = code;
    this.params = params;
  }

  /** Makes one of whatever was thrown, so that nothing fails without a word. */
  static from(thrown: unknown): BackendError {
    if (thrown instanceof BackendError) return thrown;
    return new BackendError({ code: "unexpected", params: { detail: String(thrown) } });
  }
}

let current: Backend | null = null;

/** Chooses the core; done once before the first component, and by each test. */
export function useBackend(chosen: Backend): void {
  current = chosen;
}

/** The core. */
export function backend(): Backend {
  if (!current) throw new Error("no backend was chosen");
  return current;
}
