import { barSeconds } from "../transport/time-text.js";
import type { Snap } from "./timeline-settings.js";

/** Of a step by key where nothing snaps, and of a fine one. */
const FREE_SECONDS = 0.01;
const FINE_SECONDS = 0.001;

/** Seconds between two lines that edits snap to; 0 where they do not. */
export function gridSeconds(snap: Snap, tempo: number): number {
  const beat = 60 / tempo;
  switch (snap) {
    case "off":
      return 0;
    case "bar":
      return barSeconds(tempo);
    case "beat":
      return beat;
    case "half beat":
      return beat / 2;
    case "quarter beat":
      return beat / 4;
    case "second":
      return 1;
    case "tenth":
      return 0.1;
  }
}

/** The nearest line of a grid; not before the song's start. @param step - 0: the time itself. */
export function snapTo(seconds: number, step: number): number {
  return Math.max(0, step > 0 ? Math.round(seconds / step) * step : seconds);
}

/** The next line in a direction, as a key goes there: from between two lines to the nearer one. */
export function stepTo(seconds: number, direction: number, step: number, fine: boolean): number {
  if (fine || step <= 0) return Math.max(0, seconds + direction * (fine ? FINE_SECONDS : FREE_SECONDS));
  // A hair off a line counts as on it.
  const line = seconds / step + direction * 1e-6;
  return Math.max(0, (direction > 0 ? Math.floor(line) + 1 : Math.ceil(line) - 1) * step);
}
