import type { MixerEngine } from "@headroom/engine";
import type { LaneTarget } from "@headroom/session";

/** Moves what a lane moves, at once and without the session. @param value - in the lane's unit. */
export function hearTarget(engine: MixerEngine | undefined, target: LaneTarget, value: number): void {
  if (target.kind === "parameter") engine?.setParameter(target.insert, target.parameter, value);
  else if (target.kind === "insert") engine?.setInsertControl(target.insert, target.control, value);
  else if (target.control === "mute") engine?.setStripControl(target.strip, "audible", 1 - value);
  else engine?.setStripControl(target.strip, target.control, value);
}
