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
    transport.setTicksAtTime(whole((seconds * transport.PPQ * transport.bpm.value) / 60), now);
    transport.setLoopPoints(loopStart, loopEnd);
  });
}

/** Without the error of floating point, which Tone would round up to the next tick: 768.0000000001 is 768. */
function whole(ticks: number): number {
  const nearest = Math.round(ticks);
  return Math.abs(ticks - nearest) < 1e-6 ? nearest : ticks;
}
