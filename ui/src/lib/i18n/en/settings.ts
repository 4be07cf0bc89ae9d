import type { settings as source } from "../ja/settings";
import type { Same } from "../same";

export const settings: Same<typeof source> = {};
