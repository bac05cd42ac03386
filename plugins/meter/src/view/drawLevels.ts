import type { Drawing, Palette } from "@headroom/ui";
import type { LevelScale } from "./levelScale.js";

/** One channel's levels as they are drawn, as the scale reads them. */
export interface LevelBar {
  peak: number;
  average: number;
  truePeak: number;
  hold: number;
  /** Highest true peak. */
  highest: number;
}

const SCALE_WIDTH = 26;
const GAP = 3;
const LEAST_MARK_DISTANCE = 12;

/** Draws level bars side by side with their scale. Keeps the colours of one size, theme and scale. */
export class LevelDrawing {
  #gradient: CanvasGradient | undefined;
  #height = 0;
  #palette: Palette | undefined;
  #scale: LevelScale | undefined;
  #drawn = "";

  /** Whether anything differs by a pixel from what was last asked about. */
  moved({ height, scale: density }: Drawing, bars: readonly LevelBar[], scale: LevelScale, limit: number): boolean {
    const pixel = (reading: number) => Math.round(scale.travel(reading) * height * density);
    const drawn = `${scale.offsetDb} ${pixel(limit)} ${bars.map((bar) => Object.values(bar).map(pixel).join(" ")).join(" ")}`;
    if (drawn === this.#drawn) return false;
    this.#drawn = drawn;
    return true;
  }

  /** @param limit - the true-peak limit, as the scale reads it. */
  draw(drawing: Drawing, bars: readonly LevelBar[], scale: LevelScale, limit: number): void {
    const { context, width, height, palette } = drawing;
    const gradient = this.#gradientFor(drawing, scale);
    const barWidth = (width - SCALE_WIDTH - GAP * (bars.length - 1)) / bars.length;
    const yOf = (reading: number) => height * (1 - scale.travel(reading));
    bars.forEach((bar, n) => {
      const x = SCALE_WIDTH + n * (barWidth + GAP);
      context.fillStyle = palette.well;
      context.fillRect(x, 0, barWidth, height);
      context.fillStyle = gradient;
      context.globalAlpha = 0.38;
      context.fillRect(x, yOf(bar.peak), barWidth, height);
      context.globalAlpha = 1;
      context.fillRect(x, yOf(bar.average), barWidth, height);
      const shows = (reading: number) => scale.travel(reading) > 0;
      if (shows(bar.truePeak)) line(context, palette.text, x, yOf(bar.truePeak), barWidth, 1);
      if (shows(bar.hold)) line(context, bar.hold >= scale.offsetDb ? palette["meter-clip"] : palette["text-2"], x, yOf(bar.hold), barWidth, 2);
      if (shows(bar.highest)) pointer(context, bar.highest > limit ? palette["meter-clip"] : palette["text-2"], x + barWidth, yOf(bar.highest));
    });
    drawLimit(drawing, yOf(limit));
    drawScale(drawing, scale, yOf);
  }

  #gradientFor({ context, height, palette }: Drawing, scale: LevelScale): CanvasGradient {
    if (this.#gradient && this.#height === height && this.#palette === palette && this.#scale === scale) return this.#gradient;
    const gradient = context.createLinearGradient(0, height, 0, 0);
    const warm = scale.travel(scale.warmFrom);
    const red = scale.travel(scale.redFrom);
    gradient.addColorStop(0, palette["meter-ok"]);
    gradient.addColorStop(scale.blends ? scale.travel(scale.warmFrom - 9) : warm, palette["meter-ok"]);
    gradient.addColorStop(warm, palette["meter-hot"]);
    gradient.addColorStop(red, palette["meter-hot"]);
    gradient.addColorStop(red, palette["meter-clip"]);
    gradient.addColorStop(1, palette["meter-clip"]);
    this.#height = height;
    this.#palette = palette;
    this.#scale = scale;
    return (this.#gradient = gradient);
  }
}

function line(context: CanvasRenderingContext2D, color: string, x: number, y: number, width: number, thickness: number): void {
  context.fillStyle = color;
  context.fillRect(x, Math.round(y), width, thickness);
}

/** A small triangle at a bar's right edge. */
function pointer(context: CanvasRenderingContext2D, color: string, x: number, y: number): void {
  context.fillStyle = color;
  context.beginPath();
  context.moveTo(x - 6, y);
  context.lineTo(x, y - 4);
  context.lineTo(x, y + 4);
  context.fill();
}

function drawLimit({ context, width, palette }: Drawing, y: number): void {
  context.strokeStyle = palette.accent;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  context.moveTo(SCALE_WIDTH, Math.round(y) + 0.5);
  context.lineTo(width, Math.round(y) + 0.5);
  context.stroke();
  context.setLineDash([]);
}

function drawScale({ context, height, palette }: Drawing, { marks }: LevelScale, yOf: (reading: number) => number): void {
  context.font = `10px ${palette.font}`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  const taken: number[] = [];
  for (const reading of marks) {
    const y = Math.round(yOf(reading));
    if (taken.some((other) => Math.abs(other - y) < LEAST_MARK_DISTANCE)) continue;
    taken.push(y);
    context.fillStyle = palette["line-strong"];
    context.fillRect(SCALE_WIDTH - 5, Math.min(height - 1, y), 4, 1);
    context.fillStyle = reading === 0 ? palette.text : palette["text-3"];
    context.fillText(reading > 0 ? `+${reading}` : String(reading).replace("-", "−"), SCALE_WIDTH - 7, Math.min(height - 5, Math.max(6, y)));
  }
}
