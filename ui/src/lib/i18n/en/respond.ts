import type { respond as source } from "../ja/respond";
import type { Same } from "../same";

export const respond: Same<typeof source> = {};
