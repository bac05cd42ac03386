/// <reference types="vite/client" />
import { attachCanvas } from "../canvas/attachCanvas.js";
import type { Drawing } from "../canvas/attachCanvas.js";
import "../styles/index.css";
import { drawPiano } from "./drawPiano.js";
import { drawResponse, drawResponseRange } from "./drawResponse.js";
import { frequencyToX } from "./frequencyScale.js";
import { midiToFrequency } from "./note.js";
import { SpectrumHeatmap } from "./spectrumHeatmap.js";

const WIDTH = 900;
const HEIGHT = 100;
const SPAN = { lowHz: 10, highHz: 30_000 };

document.documentElement.dataset["theme"] = "dark";

/** Draws something and reads pixels of it: red, green, blue, opacity. */
async function pixels(draw: (drawing: Drawing) => void, places: readonly (readonly [x: number, y: number])[]): Promise<number[][]> {
  const canvas = document.createElement("canvas");
  canvas.style.cssText = `display:block;width:${WIDTH}px;height:${HEIGHT}px`;
  document.body.append(canvas);
  await new Promise<void>((done) => {
    attachCanvas(canvas, (drawing) => {
      draw(drawing);
      done();
    }, false);
  });
  const context = canvas.getContext("2d");
  return places.map(([x, y]) => [...(context?.getImageData(Math.round(x), y, 1, 1).data ?? [])]);
}

/** Colours at the middle of keys near their top, where black ones are. */
export async function keys(midis: readonly number[]): Promise<number[][]> {
  return await pixels((drawing) => drawPiano(drawing, SPAN), midis.map((midi) => [frequencyToX(midiToFrequency(midi), WIDTH, SPAN), 20]));
}

const LOUD = [-20, -20, -20, -20];
const SILENT = [-150, -150, -150, -150];
const FREQUENCIES = [10, 10 * 3000 ** (1 / 3), 10 * 3000 ** (2 / 3), 30_000];

/** Opacity in the middle of each of four rows of a heatmap, from the top, after these spectra. */
export async function heat(spectra: readonly ("loud" | "silent")[]): Promise<number[]> {
  const heatmap = new SpectrumHeatmap(FREQUENCIES, 4);
  for (const spectrum of spectra) heatmap.push(spectrum === "loud" ? LOUD : SILENT);
  const rows = await pixels((drawing) => heatmap.draw(drawing, { span: SPAN, tiltDbPerOctave: 0 }), [12, 37, 62, 87].map((y) => [450, y]));
  return rows.map(([, , , opacity = 0]) => opacity);
}

/** Opacity above 0 dB at places of a bump that is drawn from its first point to its last that is not 0. */
export async function bump(xs: readonly number[], y: number): Promise<number[]> {
  const responseDb = Float64Array.from({ length: WIDTH + 1 }, (_, x) => (x > 300 && x < 600 ? 6 : 0));
  const drawn = await pixels(
    (drawing) => drawResponse(drawing, responseDb, { rangeDb: 12, color: "#fff", lineWidth: 2, fill: 0.5, leastDb: 0.1 }),
    xs.map((x) => [x, y]),
  );
  return drawn.map(([, , , opacity = 0]) => opacity);
}

/** Opacity between and outside two flat responses of 0 and 6 dB. */
export async function between(ys: readonly number[]): Promise<number[]> {
  const flat = (db: number) => new Float64Array(10).fill(db);
  const drawn = await pixels((drawing) => drawResponseRange(drawing, flat(0), flat(6), { rangeDb: 12, color: "#fff", fill: 1 }), ys.map((y) => [450, y]));
  return drawn.map(([, , , opacity = 0]) => opacity);
}
