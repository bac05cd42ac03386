import type { Clip } from "@headroom/session";
import type { Drawing } from "@headroom/ui";
import type { Peaks } from "./peaks.js";

/** A clip as a lane draws it: without an outline as long as its audio is not there. */
export type DrawnClip = Clip & { readonly peaks: Peaks | undefined };

const CLIP_OPACITY = 0.14;

/** Draws a lane's clips: one line from the lowest to the highest sample for each device pixel. */
export function drawWave(drawing: Drawing, clips: readonly DrawnClip[], color: string, pixelsPerSecond: number): void {
  drawing.context.fillStyle = color;
  for (const clip of clips) drawClip(drawing, clip, pixelsPerSecond);
}

function drawClip({ context, width, height, scale }: Drawing, clip: DrawnClip, pixelsPerSecond: number): void {
  const left = clip.startSeconds * pixelsPerSecond;
  const right = left + clip.lengthSeconds * pixelsPerSecond - 1;
  context.globalAlpha = CLIP_OPACITY;
  context.beginPath();
  context.roundRect(left, 1, Math.max(2, right - left), height - 2, 3);
  context.fill();
  context.globalAlpha = 1;
  if (!clip.peaks) return;
  const { values, perSecond } = clip.peaks;
  const gain = 10 ** (clip.gainDb / 20);
  const half = height / 2;
  const reach = (half - 2) * gain;
  const step = 1 / scale;
  for (let x = Math.max(0, left); x < Math.min(right, width); x += step) {
    const second = (x - left) / pixelsPerSecond + clip.offsetSeconds;
    const from = Math.floor(second * perSecond);
    const to = Math.max(from + 1, Math.ceil((second + step / pixelsPerSecond) * perSecond));
    let low = 0;
    let high = 0;
    for (let pair = from; pair < to; pair++) {
      low = Math.min(low, values[2 * pair] ?? 0);
      high = Math.max(high, values[2 * pair + 1] ?? 0);
    }
    const top = Math.max(1, half - high * reach);
    const bottom = Math.min(height - 1, half - low * reach);
    context.fillRect(x, top, step, Math.max(step, bottom - top));
  }
}
