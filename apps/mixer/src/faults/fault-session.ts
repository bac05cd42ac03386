import type { AudioData } from "@headroom/engine";
import { createSession, createStrip, emptySlots, MASTER_ID, type Insert, type Session } from "@headroom/session";
import { allocateSamples } from "../audio/shared-audio.js";
import { EQ_ID, GAIN_ID } from "../plugins/built-in.js";
import { RATE, RUN_SECONDS } from "./run-length.js";

/** The channel on which things go wrong: alone at the left. The seven others are alone at the right. */
export const FAULT_STRIP = "fault";
const OTHERS = ["Drums", "Bass", "Keys", "Guitar", "Strings", "Voice", "Choir"];
const COLORS = ["#d8705a", "#5a9fd8", "#6fbf8a", "#c9a24f", "#a98bd8", "#57b6b6", "#d48bb0", "#8fa3bd"];

/** A tone in which a gap or a step is seen at once, and what else is in a mix: noise and a tone for each channel. */
const TONE = { hz: 110, amplitude: 0.5 };
const OTHER = { hz: 130, noise: 0.03, amplitude: 0.04 };

const insert = (id: string, plugin: string, params: Insert["params"] = {}): Insert => ({ id, plugin, version: "1.0.0", bypass: false, mix: 1, params });
const slots = (...inserts: Insert[]) => [...inserts, ...emptySlots().slice(inserts.length)];

/** Eight channels with inserts. The faulty one is put in by each run, in the second slot of the first channel. */
export function faultSession(): Session {
  const seconds = RUN_SECONDS + 1;
  const clip = (id: string) => ({ id: `clip-${id}`, audio: id, startSeconds: 0, offsetSeconds: 0, lengthSeconds: seconds, gainDb: 0 });
  const fault = createStrip("channel", { id: FAULT_STRIP, name: "Fault", color: COLORS[0] ?? "", pan: -1, clips: [clip(FAULT_STRIP)], inserts: [insert("before", GAIN_ID), null, insert("after", EQ_ID), ...emptySlots().slice(3)] });
  const others = OTHERS.map((name, i) => {
    const eq = insert(`eq-${name}`, EQ_ID, { "band3.enabled": true, "band3.gain": 3 });
    return createStrip("channel", { id: name, name, color: COLORS[i + 1] ?? "", pan: 1, clips: [clip(name)], inserts: i < 2 ? slots(eq, insert(`trim-${name}`, GAIN_ID, { gain: -3 })) : slots(eq) });
  });
  const strips = [createStrip("master", { id: MASTER_ID }), fault, ...others];
  return createSession({
    name: "Faults",
    sampleRate: RATE,
    strips: Object.fromEntries(strips.map((strip) => [strip.id, strip])),
    order: [FAULT_STRIP, ...OTHERS],
    audio: Object.fromEntries([FAULT_STRIP, ...OTHERS].map((key) => [key, { name: key, sampleRate: RATE, channels: 2, frames: seconds * RATE }])),
  });
}

/** What the channels play, by key. The same at every call. */
export function faultAudio(): ReadonlyMap<string, AudioData> {
  const frames = (RUN_SECONDS + 1) * RATE;
  let state = 1;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
  const audio = (sample: (i: number) => number): AudioData => {
    const samples = new Float32Array(allocateSamples(frames * 4));
    for (let i = 0; i < frames; i++) samples[i] = sample(i);
    return { sampleRate: RATE, channels: [samples, samples] };
  };
  const sine = (hz: number, i: number) => Math.sin((2 * Math.PI * hz * i) / RATE);
  return new Map([
    [FAULT_STRIP, audio((i) => TONE.amplitude * sine(TONE.hz, i))],
    ...OTHERS.map((name, n) => [name, audio((i) => OTHER.noise * noise() + OTHER.amplitude * sine(OTHER.hz * (n + 1), i))] as const),
  ]);
}
