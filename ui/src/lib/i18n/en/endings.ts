import type { endings as source } from "../ja/endings";
import type { Same } from "../same";

export const endings: Same<typeof source> = {};
