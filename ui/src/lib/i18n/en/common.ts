import type { common as source } from "../ja/common";
import type { Same } from "../same";

export const common: Same<typeof source> = {
  product: "Ichiji",
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  remove: "Remove",
  back: "Back",
  retry: "Read again",
  undo: "Undo",
  loading: "Loading",
  all: "All",
  none: "None",
  optional: "optional",
  required: "required",
  more: "More actions",
  yes: "Yes",
  no: "No",
};
