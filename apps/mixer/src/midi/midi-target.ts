import type { ParameterHandle } from "@headroom/sdk/view";
import type { Runtime } from "../app/runtime.js";
import { LinkedHandle } from "../engine/linked-handle.js";
import { type SendControlName, SEND_CONTROLS, STRIP_CONTROLS, type StripControlName } from "../engine/strip-controls.js";
import { findInsert } from "../session/find-insert.js";
import { findSend } from "../session/find-send.js";
import type { MidiMapping } from "./midi-mapping.js";

type Place = Pick<MidiMapping, "owner" | "control">;

/** Where a control of the session is; `undefined` for one that is no part of it. */
export function placeOfControl({ handles }: Pick<Runtime, "handles">, handle: ParameterHandle): Place | undefined {
  return handles.placeOf(handle instanceof LinkedHandle ? handle.own : handle);
}

/** The control at a place; `undefined` while its strip, send, VCA, insert or plugin is not there. */
export function controlOfPlace({ document, handles, plugins }: Pick<Runtime, "document" | "handles" | "plugins">, { owner, control }: Place): ParameterHandle | undefined {
  const session = document.snapshot();
  if (session.strips[owner]) {
    if (control === "/monitor") return handles.monitorLevel();
    return Object.hasOwn(STRIP_CONTROLS, control) ? handles.strip(owner, control as StripControlName) : undefined;
  }
  if (session.vcas[owner]) return handles.vca(owner);
  if (findSend(session, owner)) return Object.hasOwn(SEND_CONTROLS, control) ? handles.send(owner, control as SendControlName) : undefined;
  const insert = findInsert(session, owner)?.insert;
  if (!insert) return undefined;
  if (control === "/mix") return handles.mix(owner);
  const params = plugins.descriptor(insert.plugin)?.params ?? {};
  const [id, spec] = Object.entries(params).find(([name, { kind, ...rest }]) => (control === "/bypass" ? kind === "toggle" && "bypass" in rest : name === control)) ?? [];
  return id !== undefined && spec ? handles.parameter(owner, id, spec) : undefined;
}
