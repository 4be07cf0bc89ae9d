import type { phone as source } from "../ja/phone";
import type { Same } from "../same";

export const phone: Same<typeof source> = {};
