import type { Clip } from "@headroom/session";
import type { Drawing } from "@headroom/ui";
import { GAIN_HALF, GAIN_HEIGHT, GAIN_LEAST_WIDTH, gainPlace } from "./clip-hit.js";
import type { Stretch } from "./draw-wave.js";

/** Half the side of a fade's handle. */
const HANDLE = 3.5;

/** Draws the frame and handles of the selected clip: fades at its upper corners, gain in the middle. */
export function drawHandles({ context, width, height, palette }: Drawing, clip: Clip, { left: scrolled, pixelsPerSecond }: Stretch): void {
  const left = clip.startSeconds * pixelsPerSecond - scrolled;
  const clipWidth = clip.lengthSeconds * pixelsPerSecond - 1;
  const from = Math.max(-10, left);
  context.strokeStyle = palette.text;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(from + 0.5, 1.5, Math.max(2, Math.min(width + 10, left + clipWidth) - from) - 1, height - 3, 3);
  context.stroke();
  context.fillStyle = palette.text;
  for (const x of [left + (clip.fadeIn?.seconds ?? 0) * pixelsPerSecond, left + clipWidth - (clip.fadeOut?.seconds ?? 0) * pixelsPerSecond]) {
    context.fillRect(Math.max(left, Math.min(left + clipWidth - 2 * HANDLE, x - HANDLE)), 1, 2 * HANDLE, 2 * HANDLE);
  }
  if (clipWidth < GAIN_LEAST_WIDTH) return;
  const gainX = left + gainPlace(left, clipWidth, width);
  const text = `${clip.gainDb > 0 ? "+" : ""}${clip.gainDb.toFixed(1).replace("-", "−")} dB`;
  context.font = `10px ${palette.font}`;
  const half = clip.gainDb === 0 ? GAIN_HALF : Math.max(GAIN_HALF, context.measureText(text).width / 2 + 5);
  context.beginPath();
  context.roundRect(gainX - half, 1, 2 * half, clip.gainDb === 0 ? GAIN_HEIGHT - 3 : 13, 2);
  context.fill();
  if (clip.gainDb === 0) return;
  context.fillStyle = palette.bg;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, gainX, 8);
  context.textAlign = "start";
}
