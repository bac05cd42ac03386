import type { Monitor, Send, Session, Strip } from "@headroom/session";
import type { MonitorControl, SendControl, StripControl } from "../api.js";
import type { Heard } from "../graph/heard.js";
import type { VcaSum } from "../graph/vca-groups.js";

/** What a session says of it beside its strips. */
export interface ControlSurroundings {
  readonly session: Session;
  readonly heard: Heard;
  readonly vcas: ReadonlyMap<string, VcaSum>;
}

/** A strip's controls as a session sets them. */
export function stripControls(strip: Strip, { session, heard, vcas }: ControlSurroundings): Record<StripControl, number> {
  const { trimDb, pan, width, faderDb, panLawDb } = strip;
  const [panLeft, panRight] = strip.dualPan;
  return {
    trimDb, pan, width, faderDb, panLeft, panRight,
    invertLeft: flag(strip.invert[0]),
    invertRight: flag(strip.invert[1]),
    swap: flag(strip.swap),
    audible: flag(heard.strips.has(strip.id)),
    dualPan: flag(strip.panMode === "dual"),
    panLawDb: panLawDb ?? session.panLawDb,
    vcaDb: vcas.get(strip.id)?.faderDb ?? 0,
    outputOpen: flag(heard.outputs.has(strip.id)),
  };
}

/** A send's controls as a session sets them. It pans by the law of its strip. */
export function sendControls({ id, levelDb, pan }: Send, strip: Strip, { session, heard }: ControlSurroundings): Record<SendControl, number> {
  return { levelDb, pan, panLawDb: strip.panLawDb ?? session.panLawDb, open: flag(heard.sends.has(id)) };
}

export function monitorControls({ levelDb, dim, dimDb, mono, mute, swap, sides }: Monitor): Record<MonitorControl, number> {
  return { levelDb, dimDb: dim ? dimDb : 0, mono: flag(mono), mute: flag(mute), swap: flag(swap), side: { left: -1, both: 0, right: 1 }[sides] };
}

function flag(on: boolean): number {
  return on ? 1 : 0;
}
