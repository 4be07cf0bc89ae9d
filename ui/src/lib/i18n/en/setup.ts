import type { setup as source } from "../ja/setup";
import type { Same } from "../same";

export const setup: Same<typeof source> = {};
