import type { Drawing } from "../canvas/attachCanvas.js";
import { gainToY } from "./frequencyScale.js";

export interface ResponseOptions {
  /** dB at the top; the bottom is its negative. */
  readonly rangeDb: number;
  readonly color: string;
  readonly lineWidth: number;
  /** Opacity of the area between the curve and 0 dB. Default 0. */
  readonly fill?: number;
  /** Opacity of the line. Default 1. */
  readonly line?: number;
}

/** Draws a response, dB at points evenly spaced on the canvas from its left edge to its right. */
export function drawResponse({ context, width, height }: Drawing, responseDb: ArrayLike<number>, options: ResponseOptions): void {
  const { rangeDb, color, lineWidth, fill = 0, line = 1 } = options;
  const last = responseDb.length - 1;
  if (last < 1) return;
  context.beginPath();
  for (let i = 0; i <= last; i++) {
    // A notch goes to −∞: far outside is enough, and finite.
    const gainDb = Math.min(200, Math.max(-200, responseDb[i] ?? 0));
    const x = (i / last) * width;
    const y = gainToY(gainDb, height, rangeDb);
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.lineJoin = "round";
  context.globalAlpha = line;
  context.stroke();
  if (fill > 0) {
    context.lineTo(width, height / 2);
    context.lineTo(0, height / 2);
    context.closePath();
    context.fillStyle = color;
    context.globalAlpha = fill;
    context.fill();
  }
  context.globalAlpha = 1;
}
