import type { MidiMapping } from "./midi-mapping.js";
import { PITCH_BEND } from "./midi-message.js";

/** A controller as people read it: "Controller 7, channel 1". */
export function controllerText({ channel, controller }: Pick<MidiMapping, "channel" | "controller">): string {
  return `${controller === PITCH_BEND ? "Pitch bend" : `Controller ${controller}`}, channel ${channel + 1}`;
}
