/// <reference types="vite/client" />
import { createMemoryHost } from "@headroom/ui";
import "@headroom/ui/styles.css";
import { eqParams, eqReadouts } from "../params.js";
import { eqResponseDb } from "../response.js";
import { SPECTRUM_FREQUENCIES } from "../spectrum.js";
import view from "../view.js";
import { EqModel } from "./bands/eqModel.js";

/** What happened to the parameters, oldest first: "band1.gain begin", "band1.gain 3", "band1.gain end". */
export const events: string[] = [];

export const memory = createMemoryHost({ params: eqParams, readouts: eqReadouts }, (id) => ({
  onBegin: () => events.push(`${id} begin`),
  onSet: (number) => events.push(`${id} ${number}`),
  onEnd: () => events.push(`${id} end`),
}));

document.documentElement.lang = "en";
document.documentElement.dataset["theme"] = "dark";
document.body.style.cssText = "margin:0;background:var(--hr-bg)";
const element = document.createElement("main");
element.style.cssText = `width:${view.size.width}px;height:${view.size.height}px`;
document.body.append(element);

let undo = view.mount(element, memory.host);

export function unmount(): void {
  undo();
}

/** Closes the view and opens another of the same equalizer. */
export function mountAgain(): void {
  undo();
  undo = view.mount(element, memory.host);
}

/** Sets parameters by id. */
export function set(values: Readonly<Record<string, unknown>>): void {
  const params = memory.host.params as unknown as Readonly<Record<string, { set(value: unknown): void } | undefined>>;
  for (const [id, value] of Object.entries(values)) params[id]?.set(value);
}

export function resize(width: number, height: number): void {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/**
 * Writes one spectrum as a song might have it: a bass and its overtones, a beat, air. The spectrum after is the one
 * before through the equalizer.
 * @param seconds - of the song.
 */
export function play(seconds: number): void {
  const { spectrumIn, spectrumOut, output, dynamics, autoGain } = memory.levels;
  const response = new Float64Array(SPECTRUM_FREQUENCIES.length);
  eqResponseDb(new EqModel(memory.host).values, memory.host.sampleRate, SPECTRUM_FREQUENCIES, response, { dynamicsDb: dynamics });
  const beat = Math.exp(-6 * (seconds % 0.5));
  const hat = Math.exp(-18 * ((seconds + 0.25) % 0.5));
  const root = [55, 55, 65.4, 49][Math.floor(seconds / 2) % 4] ?? 55;
  SPECTRUM_FREQUENCIES.forEach((hz, i) => {
    const octaves = Math.log2(hz / 1000);
    const bed = -52 - 4.4 * octaves - (hz < 40 ? 20 * Math.log2(40 / hz) : 0) - (hz > 15_000 ? 30 * Math.log2(hz / 15_000) : 0);
    let power = 10 ** (bed / 10);
    for (let n = 1; n <= 24; n++) power += 10 ** ((-18 - 3.4 * Math.log2(n) * 2 - ((hz / root - n) / (0.012 * n + 0.02)) ** 2) / 10);
    power += beat * 10 ** ((-14 - (12 * Math.log2(hz / 62)) ** 2 / 6) / 10) + hat * 10 ** ((-46 - (4 * Math.log2(hz / 9000)) ** 2) / 10);
    const flicker = 2.5 * Math.sin(i * 12.9898 + seconds * 31) + 2 * Math.sin(i * 4.1 - seconds * 17);
    spectrumIn[i] = 10 * Math.log10(power) + flicker;
    spectrumOut[i] = (spectrumIn[i] ?? 0) + (response[i] ?? 0);
  });
  output.set([-8 + 5 * beat, -9 + 5 * beat]);
  dynamics.forEach((_, band) => (dynamics[band] = -7 * beat * (0.6 + 0.4 * Math.sin(band))));
  autoGain.fill(-1.8);
}
