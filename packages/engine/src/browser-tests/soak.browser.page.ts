import type { MixerEngine } from "@headroom/engine";
import { createStrip, SessionDocument } from "@headroom/session";
import { allRunning, channel, insert, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, wait } from "./engine.browser.page.js";
import { ANCHOR, Dice, editAtRandom } from "./soak-edits.js";

const CHANNELS = 8;
const HOP = 4096;
const FILE_SECONDS = 10;
const HOUR_SECONDS = 3600;
/** Of the channel that is never edited, and of each of the others. */
const ANCHOR_AMPLITUDE = 0.1;
const AMPLITUDE = 0.04;
/** Frames of a window that holds more than a cycle of the lowest tone. */
const WINDOW = 1024;

/** What was heard in some seconds, and what was done meanwhile. */
export interface Stretch {
  /** Edits by name, in order, with the song's second. */
  readonly edits: readonly string[];
  readonly dropouts: number;
  readonly finite: boolean;
  /** Largest second difference of the master, and where: frames from the stretch's first. */
  readonly bend: number;
  readonly bendAt: number;
  /** Peak of the quietest window. */
  readonly quietest: number;
  readonly errors: readonly string[];
}

interface Running {
  readonly engine: MixerEngine;
  readonly context: AudioContext;
  readonly document: SessionDocument;
  readonly dice: Dice;
  readonly errors: string[];
}

let running: Running | undefined;

/**
 * Starts eight channels of slow tones over two buses, and one channel that no edit touches.
 * @returns the largest second difference that edits may make: twice a channel's level within a quantum, in which the dry
 * signal takes the place of a chain, beside the tones' own.
 */
export async function start(seed: number): Promise<{ readonly mostBend: number; readonly leastPeak: number }> {
  const { engine, context } = await startEngine({ hop: HOP });
  const errors: string[] = [];
  engine.onNotice(({ severity, text }) => severity === "error" && errors.push(text));
  engine.addAudio(ANCHOR, tone(110, ANCHOR_AMPLITUDE));
  for (let n = 0; n < CHANNELS; n++) engine.addAudio(`tone${n}`, tone(60 + 20 * n, AMPLITUDE));
  const looped = (id: string) => ({ id: `clip-${id}`, audio: id, startSeconds: 0, offsetSeconds: 0, lengthSeconds: HOUR_SECONDS, gainDb: 0, loop: { startSeconds: 0, endSeconds: FILE_SECONDS } });
  const strips = Array.from({ length: CHANNELS }, (_, n) => channel(`tone${n}`, { clips: [looped(`tone${n}`)], ...(n < 4 && { inserts: slots(insert(`first${n}`, TRIM)) }) }));
  const session = sessionOf([channel(ANCHOR, { clips: [looped(ANCHOR)], soloSafe: true }), ...strips, ...["one", "two"].map((id) => createStrip("bus", { id, name: id }))]);
  const audio = Object.fromEntries([ANCHOR, ...Array.from({ length: CHANNELS }, (_, n) => `tone${n}`)].map((key) => [key, { name: key, sampleRate: SAMPLE_RATE, channels: 2, frames: FILE_SECONDS * SAMPLE_RATE }]));
  const document = new SessionDocument({ ...session, audio });
  engine.update(document.snapshot());
  await allRunning(engine, session);
  document.subscribe(() => engine.update(document.snapshot()));
  running = { engine, context, document, dice: new Dice(seed), errors };
  engine.playhead.play(0);
  await wait(1);
  return { mostBend: (2 * 2 * AMPLITUDE) / 128, leastPeak: ANCHOR_AMPLITUDE / 2 };
}

/** Plays on for some seconds, with so many edits a second, and looks at every sample of the master. */
export async function soak(seconds: number, editsPerSecond: number): Promise<Stretch> {
  if (!running) throw new Error("Nothing plays; call start() first.");
  const { engine, document, dice, errors } = running;
  const before = engine.status().dropouts;
  const from = engine.status().quanta * 128 + SAMPLE_RATE / 10;
  const frames = Math.round(seconds * SAMPLE_RATE);
  const output = engine.capture(frames, from);
  const edits: string[] = [];
  const said = errors.length;
  while (engine.status().quanta * 128 < from + frames) {
    await wait(dice.between(0.5, 1.5) / editsPerSecond);
    const second = engine.playhead.seconds();
    edits.push(`${second.toFixed(2)} ${editAtRandom(document, dice, second)}`);
  }
  await until(() => engine.status().quanta * 128 > from + frames + 256, "the recording is full");
  return { edits, dropouts: engine.status().dropouts - before, ...looked(output), errors: errors.slice(said) };
}

/** What is going on, for a report. */
export function figures() {
  if (!running) throw new Error("Nothing plays; call start() first.");
  const { strips, lanes } = running.document.snapshot();
  const all = Object.values(strips);
  const { load, workers, hop } = running.engine.status();
  return { strips: all.length, inserts: all.flatMap(({ inserts }) => inserts.filter(Boolean)).length, lanes: Object.keys(lanes).length, load, workers, hop };
}

export async function stop(): Promise<void> {
  await running?.engine.dispose();
  await running?.context.close();
  running = undefined;
}

function looked(output: readonly Float32Array[]): Pick<Stretch, "finite" | "bend" | "bendAt" | "quietest"> {
  let bend = 0;
  let bendAt = 0;
  let finite = true;
  let quietest = Infinity;
  for (const samples of output) {
    let peak = 0;
    for (let i = 2; i < samples.length; i++) {
      const now = samples[i] ?? 0;
      const change = Math.abs(now - 2 * (samples[i - 1] ?? 0) + (samples[i - 2] ?? 0));
      if (change > bend) {
        bend = change;
        bendAt = i;
      }
      finite &&= Number.isFinite(now);
      peak = Math.max(peak, Math.abs(now));
      if (i % WINDOW !== WINDOW - 1) continue;
      quietest = Math.min(quietest, peak);
      peak = 0;
    }
  }
  return { finite, bend, bendAt, quietest };
}

/** A tone of whole cycles, so that its loop has no seam. */
function tone(hz: number, amplitude: number): { sampleRate: number; channels: Float32Array[] } {
  const frames = FILE_SECONDS * SAMPLE_RATE;
  const samples = new Float32Array(new SharedArrayBuffer(frames * 4));
  for (let i = 0; i < frames; i++) samples[i] = amplitude * Math.sin((2 * Math.PI * hz * i) / SAMPLE_RATE);
  return { sampleRate: SAMPLE_RATE, channels: [samples, samples] };
}
