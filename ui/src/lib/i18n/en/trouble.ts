import type { trouble as source } from "../ja/trouble";
import type { Same } from "../same";

/** What stands in place of the window when the record cannot be opened. */
export const trouble: Same<typeof source> = {
  title: "The record could not be opened",
  safe: "What is safe",
  toDo: "What to do",
  folder: "Data folder",
  code: "Code",
  detail: "Detail",
  copy: "Copy code and detail",
  openFolder: "Open the folder",
  what: {
    already_open: "Another window has this record open.",
    in_use: "Another program is using this record.",
    busy: "Another program has been writing for a long time.",
    newer_schema: "A newer version of Ichiji wrote this record.",
    damaged: "The file of the record is damaged.",
    read_only: "The data folder cannot be written to.",
    network_drive: "The data folder lies on a network drive.",
    disk_full: "The disk is full.",
    event_unreadable: "A part of the record cannot be read.",
    raw_missing: "Some of the imported originals are missing or altered.",
    other: "Something went wrong while opening the record.",
  },
  unharmed: {
    already_open: "The record is whole and in use in the other window.",
    in_use: "The record was not touched.",
    busy: "The record was not touched.",
    newer_schema: "The record was not touched. The newer Ichiji opens it as it is.",
    damaged: "The damaged file was moved aside, not deleted.",
    read_only: "All that was recorded so far is still there.",
    network_drive: "The record was not touched.",
    disk_full: "All that was recorded so far is still there.",
    event_unreadable: "The record was not touched.",
    raw_missing: "The record was not touched.",
    other: "The record was not touched.",
  },
  remedy: {
    already_open: "Change to the other window. To use this one, close both and start again.",
    in_use: "Wait until the other work (a restore, an upgrade) is done, then start again.",
    busy: "Wait a moment, then read it again.",
    newer_schema: "Update Ichiji to the newest version.",
    damaged:
      "Restore a backup with the command ichiji restore. Without one, show this page to your administrator.",
    read_only: "Check the folder’s permissions. Another place can be given with --data-dir at the start.",
    network_drive: "Move it to a folder on this desktop’s disk and give that with --data-dir at the start.",
    disk_full: "Make room on the disk, then start again.",
    event_unreadable: "Check it with the command ichiji verify and restore a backup.",
    raw_missing: "Check it with the command ichiji verify and restore a backup.",
    other: "If it happens again, tell your administrator the code and the detail.",
  },
};
