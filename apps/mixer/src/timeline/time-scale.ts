import type { Session } from "@headroom/session";
import { barSeconds } from "../transport/time-text.js";

/** Bars shown of a song that has none yet. */
const FEWEST_BARS = 16;

/** Seconds at which the last clip ends; 0 for an empty song. */
export function songEnd(session: Session): number {
  let end = 0;
  for (const strip of Object.values(session.strips)) {
    for (const clip of strip.clips) end = Math.max(end, clip.startSeconds + clip.lengthSeconds);
  }
  return end;
}

/** Seconds that the timeline shows: the song up to the next whole bar, and a bar more. */
export function shownSeconds(session: Session): number {
  const bar = barSeconds(session.tempo);
  const bars = Math.ceil(songEnd(session) / bar - 1e-6);
  return Math.max(bars === 0 ? FEWEST_BARS : 0, bars + 1) * bar;
}
