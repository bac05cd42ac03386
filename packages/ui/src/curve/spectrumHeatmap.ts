import type { Drawing } from "../canvas/attachCanvas.js";
import type { Palette } from "../canvas/palette.js";
import { AUDIBLE, frequencyToX } from "./frequencyScale.js";
import type { FrequencySpan } from "./frequencyScale.js";
import { HEAT_STEPS, heatColors } from "./heatColors.js";

export interface HeatmapOptions {
  readonly span?: FrequencySpan;
  /** dBFS that has no colour, and that has the last. Default −96 and 0. */
  readonly floorDb?: number;
  readonly ceilingDb?: number;
  /** Lifts the display by this much for each octave above 1 kHz. Default 3: pink noise has one colour. */
  readonly tiltDbPerOctave?: number;
}

/**
 * A spectrum over time as colours: the newest at the bottom, rising. It keeps the last spectra as levels, so that theme
 * and options may change under it. `@mainThread`
 */
export class SpectrumHeatmap {
  readonly #frequenciesHz: ArrayLike<number>;
  readonly #octaves: Float32Array;
  readonly #rows: number;
  readonly #levels: Float32Array;
  readonly #pixels: ImageData;
  readonly #image: OffscreenCanvas;
  readonly #context: OffscreenCanvasRenderingContext2D | null;
  /** Row that the next spectrum goes to; the ring's oldest. */
  #next = 0;
  /** Spectra that are not in the image yet. */
  #fresh = 0;
  #palette: Palette | undefined;
  #colors: Uint8ClampedArray = new Uint8ClampedArray(4 * HEAT_STEPS);
  #floorDb = Number.NaN;
  #ceilingDb = Number.NaN;
  #tilt = Number.NaN;

  /**
   * @param frequenciesHz - of the spectra's points, evenly spaced on a logarithmic scale.
   * @param rows - how many spectra are kept; as many fill the height.
   */
  constructor(frequenciesHz: ArrayLike<number>, rows: number) {
    const points = frequenciesHz.length;
    this.#frequenciesHz = frequenciesHz;
    this.#octaves = Float32Array.from(frequenciesHz, (hz) => Math.log2(hz / 1000));
    this.#rows = rows;
    this.#levels = new Float32Array(points * rows).fill(-Infinity);
    this.#pixels = new ImageData(points, rows);
    this.#image = new OffscreenCanvas(points, rows);
    this.#context = this.#image.getContext("2d");
  }

  /** Takes the next spectrum. @param levels - dBFS, one a frequency. */
  push(levels: ArrayLike<number>): void {
    const points = this.#octaves.length;
    const at = this.#next * points;
    for (let i = 0; i < points; i++) this.#levels[at + i] = levels[i] ?? -Infinity;
    this.#next = (this.#next + 1) % this.#rows;
    this.#fresh = Math.min(this.#rows, this.#fresh + 1);
  }

  /** Forgets all spectra. */
  clear(): void {
    this.#levels.fill(-Infinity);
    this.#fresh = this.#rows;
  }

  draw(drawing: Drawing, options: HeatmapOptions = {}): void {
    const { context, width, height, palette } = drawing;
    const { span = AUDIBLE, floorDb = -96, ceilingDb = 0, tiltDbPerOctave = 3 } = options;
    if (palette !== this.#palette) this.#colors = heatColors(palette);
    const isOld = palette !== this.#palette || floorDb !== this.#floorDb || ceilingDb !== this.#ceilingDb || tiltDbPerOctave !== this.#tilt;
    this.#palette = palette;
    this.#floorDb = floorDb;
    this.#ceilingDb = ceilingDb;
    this.#tilt = tiltDbPerOctave;
    this.#paint(isOld ? this.#rows : this.#fresh);
    this.#fresh = 0;

    const points = this.#octaves.length;
    const left = frequencyToX(this.#frequenciesHz[0] ?? span.lowHz, width, span);
    const right = frequencyToX(this.#frequenciesHz[points - 1] ?? span.highHz, width, span);
    const rowHeight = height / this.#rows;
    const older = this.#rows - this.#next;
    context.imageSmoothingEnabled = true;
    if (older > 0) context.drawImage(this.#image, 0, this.#next, points, older, left, 0, right - left, older * rowHeight);
    if (this.#next > 0) context.drawImage(this.#image, 0, 0, points, this.#next, left, older * rowHeight, right - left, this.#next * rowHeight);
  }

  /** Colours the last `count` spectra. */
  #paint(count: number): void {
    const points = this.#octaves.length;
    for (let n = 1; n <= count; n++) {
      const row = (this.#next - n + this.#rows) % this.#rows;
      this.#colorRow(row * points);
      this.#context?.putImageData(this.#pixels, 0, 0, 0, row, points, 1);
    }
  }

  #colorRow(start: number): void {
    const { data } = this.#pixels;
    const steps = (HEAT_STEPS - 1) / (this.#ceilingDb - this.#floorDb);
    for (let i = 0; i < this.#octaves.length; i++) {
      const level = (this.#levels[start + i] ?? -Infinity) + this.#tilt * (this.#octaves[i] ?? 0);
      const step = Math.round(Math.min(HEAT_STEPS - 1, Math.max(0, (level - this.#floorDb) * steps)));
      for (let channel = 0; channel < 4; channel++) data[4 * (start + i) + channel] = this.#colors[4 * step + channel] ?? 0;
    }
  }
}
