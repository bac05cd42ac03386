import type { TransportInstance } from "tone";
import { watchProperty } from "./watch-property.js";

/**
 * Tone keeps its place and its loop in ticks, so a new tempo moves both in seconds. This keeps the seconds and
 * moves the ticks, for songs whose audio is not stretched.
 * @returns the undo.
 */
export function keepSecondsAtTempoChange(transport: TransportInstance): () => void {
  return watchProperty(transport.bpm, "value", (set) => {
    const now = transport.now();
    const seconds = transport.getSecondsAtTime(now);
    const { loopStart, loopEnd } = transport;
    set();
    transport.setTicksAtTime((seconds * transport.PPQ * transport.bpm.value) / 60, now);
    transport.setLoopPoints(loopStart, loopEnd);
  });
}
