import type { SessionDocument } from "@headroom/session";
import { attempt } from "../session/attempt.js";
import { findInsert } from "../session/find-insert.js";
import { insertId } from "./listening-session.js";
import type { ListeningPlugin } from "./listening-settings.js";

/** Lets the song be heard with a plugin or without it. A plugin that changes nothing is always there, so that its view moves. */
export function compare(document: SessionDocument, plugin: ListeningPlugin, isWith: boolean): void {
  if (plugin.isHeard) attempt(() => document.inserts.setBypass(insertId(plugin), !isWith));
}

/** From with to without, or back. */
export function toggleCompared(document: SessionDocument, plugin: ListeningPlugin): void {
  compare(document, plugin, findInsert(document.snapshot(), insertId(plugin))?.insert.bypass === true);
}
