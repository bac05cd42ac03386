import type { Drawing } from "../canvas/attachCanvas.js";
import { AUDIBLE, frequencyToX, gainToY } from "./frequencyScale.js";
import type { FrequencySpan } from "./frequencyScale.js";

export interface GridOptions {
  /** dB at the top; the bottom is its negative. */
  readonly rangeDb: number;
  readonly span?: FrequencySpan;
  /** Whether frequencies and gains are written. Default true. */
  readonly labels?: boolean;
  /** Where the gains are written. Default "right". */
  readonly gainSide?: "left" | "right";
}

const LABELLED: ReadonlySet<number> = new Set([20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000]);
const EDGE = 4;

/** Lines at 1…9 times each power of ten hertz and at round decibels, with their numbers. */
export function drawGrid({ context, width, height, palette }: Drawing, options: GridOptions): void {
  const { rangeDb, span = AUDIBLE, labels = true, gainSide = "right" } = options;
  context.font = `10px ${palette.font}`;
  for (let decade = 10; decade < span.highHz; decade *= 10) {
    for (let lead = 1; lead <= 9; lead++) {
      const hz = decade * lead;
      if (hz <= span.lowHz || hz >= span.highHz) continue;
      const x = Math.round(frequencyToX(hz, width, span));
      context.fillStyle = lead === 1 ? palette["grid-strong"] : palette.grid;
      context.fillRect(x, 0, 1, height);
    }
  }
  const step = gridStep(rangeDb);
  for (let db = -Math.ceil(rangeDb / step) * step; db <= rangeDb; db += step) {
    const y = Math.round(gainToY(db, height, rangeDb));
    context.fillStyle = db === 0 ? palette["line-strong"] : palette.grid;
    context.fillRect(0, y, width, 1);
    if (!labels || Math.abs(db) >= rangeDb) continue;
    context.fillStyle = db === 0 ? palette["text-2"] : palette["text-3"];
    context.textAlign = gainSide;
    context.textBaseline = "bottom";
    context.fillText(db > 0 ? `+${db}` : String(db).replace("-", "−"), gainSide === "left" ? EDGE : width - EDGE, y - 1);
  }
  if (!labels) return;
  context.fillStyle = palette["text-3"];
  context.textBaseline = "bottom";
  for (const hz of LABELLED) {
    if (hz < span.lowHz || hz > span.highHz) continue;
    const x = frequencyToX(hz, width, span);
    context.textAlign = hz === span.lowHz ? "left" : hz === span.highHz ? "right" : "center";
    context.fillText(hz >= 1000 ? `${hz / 1000}k` : String(hz), Math.min(width - EDGE, Math.max(EDGE, x)), height - EDGE);
  }
}

function gridStep(rangeDb: number): number {
  return rangeDb <= 3 ? 1 : rangeDb <= 6 ? 2 : rangeDb <= 12 ? 3 : rangeDb <= 24 ? 6 : 10;
}
