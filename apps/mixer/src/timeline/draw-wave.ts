import { type Clip, type Fade, fadeGain, placeInFile } from "@headroom/session";
import type { Drawing } from "@headroom/ui";
import { type Peaks, type Range, readRange } from "./peaks.js";

/** A clip as a lane draws it: without an outline as long as its audio is not there. */
export type DrawnClip = Clip & { readonly peaks: Peaks | undefined };

/** The part of the song that a canvas shows: the pixels of it left of the canvas, and its scale. */
export interface Stretch {
  readonly left: number;
  readonly pixelsPerSecond: number;
}

const CLIP_OPACITY = 0.14;
const MUTED_OPACITY = 0.35;
const range: Range = { low: 0, high: 0 };

/** Draws a clip: one line from the lowest to the highest sample for each device pixel, with its gain and fades. */
export function drawClip(drawing: Drawing, clip: DrawnClip, color: string, stretch: Stretch): void {
  const { context, width, height } = drawing;
  const left = clip.startSeconds * stretch.pixelsPerSecond - stretch.left;
  const right = left + clip.lengthSeconds * stretch.pixelsPerSecond - 1;
  if (right < 0 || left > width) return;
  context.fillStyle = color;
  context.globalAlpha = CLIP_OPACITY;
  context.beginPath();
  // Far outside, corners are no more to be seen and numbers grow beyond what a canvas draws.
  const from = Math.max(-10, left);
  context.roundRect(from, 1, Math.max(2, Math.min(width + 10, right) - from), height - 2, 3);
  context.fill();
  context.globalAlpha = clip.mute ? MUTED_OPACITY : 1;
  if (clip.peaks) drawWave(drawing, clip, clip.peaks, { left, right, pixelsPerSecond: stretch.pixelsPerSecond });
  drawFade(drawing, clip.fadeIn, left, 1, stretch.pixelsPerSecond);
  drawFade(drawing, clip.fadeOut, right, -1, stretch.pixelsPerSecond);
  context.globalAlpha = 1;
}

function drawWave({ context, width, height, scale }: Drawing, clip: Clip, peaks: Peaks, place: { left: number; right: number; pixelsPerSecond: number }): void {
  const { left, right, pixelsPerSecond } = place;
  const half = height / 2;
  const reach = (half - 2) * 10 ** (clip.gainDb / 20);
  const step = 1 / scale;
  const frames = (step / pixelsPerSecond) * peaks.sampleRate;
  for (let x = Math.max(0, left); x < Math.min(right, width); x += step) {
    const seconds = (x - left) / pixelsPerSecond;
    const from = Math.floor(placeInFile(clip, seconds) * peaks.sampleRate);
    // One frame more, so that neighbouring lines touch where there are few frames in each.
    readRange(peaks, from, from + Math.ceil(frames) + 1, range);
    const gain = reach * gainAt(clip, seconds);
    const top = Math.max(1, half - range.high * gain);
    const bottom = Math.min(height - 1, half - range.low * gain);
    context.fillRect(x, top, step, Math.max(step, bottom - top));
  }
}

/** Gain of a clip's fades so many seconds after its start. */
function gainAt({ fadeIn, fadeOut, lengthSeconds }: Clip, seconds: number): number {
  const first = fadeIn ? fadeGain(fadeIn.shape, seconds / fadeIn.seconds) : 1;
  return first * (fadeOut ? fadeGain(fadeOut.shape, (lengthSeconds - seconds) / fadeOut.seconds) : 1);
}

/** The course of a fade from an edge inwards. @param direction - 1 from the left edge, −1 from the right one. */
function drawFade({ context, width, height, palette }: Drawing, fade: Fade | undefined, edge: number, direction: 1 | -1, pixelsPerSecond: number): void {
  const pixels = (fade?.seconds ?? 0) * pixelsPerSecond;
  if (!fade || pixels < 2) return;
  context.beginPath();
  const first = Math.max(0, direction > 0 ? -edge : edge - width);
  const last = Math.min(pixels, direction > 0 ? width - edge : edge);
  for (let x = first; x <= last + 1; x++) {
    context.lineTo(edge + direction * x, height - 2 - (height - 4) * fadeGain(fade.shape, x / pixels));
  }
  context.strokeStyle = palette.text;
  context.globalAlpha *= 0.7;
  context.stroke();
  context.globalAlpha /= 0.7;
}
