import type { inquiry as source } from "../ja/inquiry";
import type { Same } from "../same";

export const inquiry: Same<typeof source> = {};
