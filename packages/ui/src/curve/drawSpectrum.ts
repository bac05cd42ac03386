import type { Drawing } from "../canvas/attachCanvas.js";
import { AUDIBLE, frequencyToX } from "./frequencyScale.js";
import type { FrequencySpan } from "./frequencyScale.js";

export interface SpectrumOptions {
  /** Hz of each point, rising. */
  readonly frequenciesHz: ArrayLike<number>;
  readonly color: string;
  /** Opacity of the area below the line at its top; 0 for a line alone. */
  readonly fill: number;
  /** Opacity of the line. */
  readonly line: number;
  readonly span?: FrequencySpan;
  /** dBFS at the bottom and at the top. Default −96 and 0. */
  readonly floorDb?: number;
  readonly ceilingDb?: number;
  /** Lifts the display by this much for each octave above 1 kHz. Default 3: pink noise lies flat. */
  readonly tiltDbPerOctave?: number;
}

/** Draws levels over frequency as a line with the area below it filled. Levels are dBFS, one for each point. */
export function drawSpectrum({ context, width, height }: Drawing, levels: ArrayLike<number>, options: SpectrumOptions): void {
  const { frequenciesHz, color, fill, line, span = AUDIBLE, floorDb = -96, ceilingDb = 0, tiltDbPerOctave = 3 } = options;
  const count = Math.min(levels.length, frequenciesHz.length);
  const below = height + 2;
  if (count === 0) return;
  context.beginPath();
  let x = 0;
  for (let i = 0; i < count; i++) {
    const hz = frequenciesHz[i] ?? 0;
    const level = (levels[i] ?? floorDb) + tiltDbPerOctave * Math.log2(hz / 1000);
    x = frequencyToX(hz, width, span);
    const y = level > floorDb ? height * (1 - (level - floorDb) / (ceilingDb - floorDb)) : below;
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.globalAlpha = line;
  context.stroke();
  if (fill > 0) {
    context.lineTo(x, below);
    context.lineTo(frequencyToX(frequenciesHz[0] ?? span.lowHz, width, span), below);
    context.closePath();
    context.fillStyle = color;
    context.globalAlpha = fill;
    context.fill();
  }
  context.globalAlpha = 1;
}
