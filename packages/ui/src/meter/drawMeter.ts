import type { Drawing } from "../canvas/attachCanvas.js";
import type { Palette } from "../canvas/palette.js";
import { meterTravel } from "./meterScale.js";

/** One channel's levels as they are drawn, dBFS. */
export interface MeterBar {
  peakDb: number;
  rmsDb: number;
  holdDb: number;
}

const SCALE_WIDTH = 20;
const SCALE_MARKS = [6, 0, -6, -12, -18, -24, -30, -40, -50, -60] as const;
const REFERENCE_DB = -18;
const BAR_GAP = 2;

/** Draws meters side by side. It keeps what depends on size and theme alone from one frame to the next. */
export class MeterDrawing {
  #gradient: CanvasGradient | undefined;
  #height = 0;
  #palette: Palette | undefined;

  /** Device pixels of what was drawn last: levels that move less leave the picture as it is. */
  readonly #drawn: number[] = [];

  /** Whether the bars differ from those last asked about by a pixel. */
  moved({ height, scale }: Drawing, bars: readonly MeterBar[]): boolean {
    let moved = false;
    for (let i = 0; i < bars.length; i++) {
      const bar = bars[i];
      if (!bar) continue;
      moved = this.#keep(3 * i, meterTravel(bar.peakDb) * height * scale) || moved;
      moved = this.#keep(3 * i + 1, meterTravel(bar.rmsDb) * height * scale) || moved;
      moved = this.#keep(3 * i + 2, meterTravel(bar.holdDb) * height * scale) || moved;
    }
    return moved;
  }

  #keep(index: number, position: number): boolean {
    const pixel = Math.round(position);
    if (this.#drawn[index] === pixel) return false;
    this.#drawn[index] = pixel;
    return true;
  }

  draw(drawing: Drawing, bars: readonly MeterBar[], showScale: boolean): void {
    const { context, width, height, palette } = drawing;
    const left = showScale ? SCALE_WIDTH : 0;
    const barWidth = (width - left - BAR_GAP * (bars.length - 1)) / bars.length;
    const gradient = this.#gradientFor(drawing);
    for (let i = 0; i < bars.length; i++) {
      const bar = bars[i];
      if (bar) drawBar(context, palette, gradient, bar, left + i * (barWidth + BAR_GAP), barWidth, height);
    }
    const y = yOf(REFERENCE_DB, height);
    context.fillStyle = palette["meter-mark"];
    context.fillRect(left, y, width - left, 1);
    if (showScale) drawScale(context, palette, height);
  }

  #gradientFor({ context, height, palette }: Drawing): CanvasGradient {
    if (this.#gradient && this.#height === height && this.#palette === palette) return this.#gradient;
    const gradient = context.createLinearGradient(0, height, 0, 0);
    gradient.addColorStop(0, palette["meter-ok"]);
    gradient.addColorStop(meterTravel(-12), palette["meter-ok"]);
    gradient.addColorStop(meterTravel(-3), palette["meter-hot"]);
    gradient.addColorStop(meterTravel(-0.01), palette["meter-hot"]);
    gradient.addColorStop(meterTravel(0), palette["meter-clip"]);
    gradient.addColorStop(1, palette["meter-clip"]);
    this.#gradient = gradient;
    this.#height = height;
    this.#palette = palette;
    return gradient;
  }
}

function yOf(levelDb: number, height: number): number {
  return Math.round(height * (1 - meterTravel(levelDb)));
}

function drawBar(
  context: CanvasRenderingContext2D,
  palette: Palette,
  gradient: CanvasGradient,
  bar: MeterBar,
  x: number,
  width: number,
  height: number,
): void {
  context.fillStyle = palette.well;
  context.fillRect(x, 0, width, height);
  const peakY = height * (1 - meterTravel(bar.peakDb));
  const rmsY = height * (1 - meterTravel(bar.rmsDb));
  context.fillStyle = gradient;
  context.globalAlpha = 0.5;
  context.fillRect(x, peakY, width, height - peakY);
  context.globalAlpha = 1;
  context.fillRect(x, rmsY, width, height - rmsY);
  if (bar.holdDb > -70) {
    context.fillStyle = bar.holdDb >= 0 ? palette["meter-clip"] : bar.holdDb > -6 ? palette["meter-hot"] : palette["text-2"];
    context.fillRect(x, Math.max(0, yOf(bar.holdDb, height) - 1), width, 1.5);
  }
}

function drawScale(context: CanvasRenderingContext2D, palette: Palette, height: number): void {
  context.font = `10px ${palette.font}`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  let lastY = Number.NEGATIVE_INFINITY;
  for (const mark of SCALE_MARKS) {
    const y = yOf(mark, height);
    if (y - lastY < 13 && mark !== 0) continue;
    lastY = y;
    context.fillStyle = mark === REFERENCE_DB || mark === 0 ? palette["text-2"] : palette["text-3"];
    context.fillText(mark > 0 ? `+${mark}` : String(Math.abs(mark)), SCALE_WIDTH - 4, Math.min(height - 5, Math.max(5, y)));
  }
}
