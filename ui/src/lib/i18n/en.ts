import { bands } from "./en/bands";
import { calendar } from "./en/calendar";
import { changes } from "./en/changes";
import { common } from "./en/common";
import { customers } from "./en/customers";
import { dialogs } from "./en/dialogs";
import { endings } from "./en/endings";
import { errors } from "./en/errors";
import { frame } from "./en/frame";
import { imports } from "./en/imports";
import { inquiry } from "./en/inquiry";
import { keys } from "./en/keys";
import { obligations } from "./en/obligations";
import { phone } from "./en/phone";
import { policies } from "./en/policies";
import { problems } from "./en/problems";
import { products } from "./en/products";
import { queue } from "./en/queue";
import { reports } from "./en/reports";
import { respond } from "./en/respond";
import { scope } from "./en/scope";
import { settings } from "./en/settings";
import { setup } from "./en/setup";
import { signs } from "./en/signs";
import { suspension } from "./en/suspension";
import { systems } from "./en/systems";
import { today } from "./en/today";
import { words } from "./en/words";
import type { Catalogue } from "./ja";

/** English. A missing key is a type error. */
export const en: Catalogue = {
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
