import { bands } from "./ja/bands";
import { calendar } from "./ja/calendar";
import { changes } from "./ja/changes";
import { common } from "./ja/common";
import { customers } from "./ja/customers";
import { dialogs } from "./ja/dialogs";
import { endings } from "./ja/endings";
import { errors } from "./ja/errors";
import { frame } from "./ja/frame";
import { imports } from "./ja/imports";
import { inquiry } from "./ja/inquiry";
import { keys } from "./ja/keys";
import { obligations } from "./ja/obligations";
import { phone } from "./ja/phone";
import { policies } from "./ja/policies";
import { problems } from "./ja/problems";
import { products } from "./ja/products";
import { queue } from "./ja/queue";
import { reports } from "./ja/reports";
import { respond } from "./ja/respond";
import { scope } from "./ja/scope";
import { settings } from "./ja/settings";
import { setup } from "./ja/setup";
import { signs } from "./ja/signs";
import { suspension } from "./ja/suspension";
import { systems } from "./ja/systems";
import { today } from "./ja/today";
import { words } from "./ja/words";
import type { Same } from "./same";

/** Japanese, the source: a key is added here first. */
export const ja = {
  bands,
  calendar,
  changes,
  common,
  customers,
  dialogs,
  endings,
  errors,
  frame,
  imports,
  inquiry,
  keys,
  obligations,
  phone,
  policies,
  problems,
  products,
  queue,
  reports,
  respond,
  scope,
  settings,
  setup,
  signs,
  suspension,
  systems,
  today,
  words,
};

/** All words of the window. */
export type Catalogue = Same<typeof ja>;
