import type { Clip } from "@headroom/session";
import type { ClipHandleName } from "./clip-forms.js";

/** Pixels to either side of an edge or handle that count as on it. */
const REACH = 6;
/** The gain's handle: half its width, and its height at the clip's upper edge. */
export const GAIN_HALF = 13;
export const GAIN_HEIGHT = 8;
/** Narrower clips have no handle for the gain. */
export const GAIN_LEAST_WIDTH = 70;

/** A place on a clip in pixels. */
export interface ClipPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the gain's handle is. */
  readonly gainX: number;
}

/** What a pointer takes hold of: at the upper half of an edge its fade, at the lower half the edge itself; else the clip. */
export function clipPartAt({ x, y, width, height, gainX }: ClipPlace, clip: Clip, pixelsPerSecond: number): ClipHandleName | "clip" {
  const reach = Math.min(REACH, width / 4);
  if (width >= GAIN_LEAST_WIDTH && y <= GAIN_HEIGHT && Math.abs(x - gainX) <= GAIN_HALF) return "gain";
  if (y <= height / 2) {
    if (Math.abs(x - (clip.fadeIn?.seconds ?? 0) * pixelsPerSecond) <= reach) return "fadeIn";
    if (Math.abs(width - x - (clip.fadeOut?.seconds ?? 0) * pixelsPerSecond) <= reach) return "fadeOut";
  }
  if (x <= reach) return "start";
  return width - x <= reach ? "end" : "clip";
}

/** Where on a clip its gain's handle is: in the middle of what is in sight of it. @param left - of the clip's edge. */
export function gainPlace(left: number, width: number, viewWidth: number): number {
  return (Math.max(0, -left) + Math.min(width, viewWidth - left)) / 2;
}
