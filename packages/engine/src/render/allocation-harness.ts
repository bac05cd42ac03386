/// <reference types="node" />
import { Session, type HeapProfiler } from "node:inspector";
import { createSend, createSession, createStrip, emptySlots, MASTER_ID, type Lane, type LaneControl, type Session as SessionDocument, type Strip } from "@headroom/session";
import { CONTROLS, MONITOR_CONTROLS, SEND_CONTROLS } from "../shared/engine-memory.js";
import { QUANTUM } from "../shared/quantum.js";
import { TransportTarget } from "../shared/transport.js";
import { lane, LaneHarness, laneSession } from "./lane-harness.js";
import { MixHarness } from "./mix-harness.js";

function richSession(): SessionDocument {
  const slots = (id: string) => {
    const inserts = [0, 64, 300].map((latency) => ({ id: `${id}-${latency}`, plugin: `delay${latency}`, version: "1.0.0", bypass: false, mix: 1, params: {} }));
    return [...inserts, ...emptySlots().slice(inserts.length)];
  };
  const channels = Array.from({ length: 8 }, (_, i) => {
    const id = `c${i}`;
    const clip = { id, audio: "song", startSeconds: i / 100, offsetSeconds: 0, lengthSeconds: 1, gainDb: -i };
    const sends = i < 4 ? [createSend("bus", { id: `${id}>`, preFader: i % 2 === 0, levelDb: -i, pan: i / 8 })] : [];
    return createStrip("channel", {
      id, clips: [clip], inserts: slots(id), slotsBeforeFader: i % 4, output: i % 2 === 0 ? "bus" : MASTER_ID, sends, swap: i === 3,
      pan: i / 8, width: i === 7 ? 1 : 1.5, panMode: i === 5 ? "dual" : "balance", panLawDb: -3, delaySeconds: i / 1000, solo: i === 6,
    });
  });
  const strips: Strip[] = [createStrip("master", { id: MASTER_ID, inserts: slots(MASTER_ID) }), createStrip("bus", { id: "bus", inserts: slots("bus") }), ...channels];
  return createSession({ strips: Object.fromEntries(strips.map((strip) => [strip.id, strip])), order: ["bus", ...channels.map(({ id }) => id)], solo: { listen: "after fader", exclusive: false, sources: true, sends: true } });
}

/** Bytes that a function and what it calls allocate: estimated by sampling. */
function allocated(action: () => void): number {
  const inspector = new Session();
  inspector.connect();
  inspector.post("HeapProfiler.startSampling", { samplingInterval: 64, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true });
  action();
  let bytes = 0;
  const add = ({ callFrame, selfSize, children }: HeapProfiler.SamplingHeapProfileNode, inside: boolean): void => {
    const here = inside || callFrame.functionName === action.name;
    if (here) bytes += selfSize;
    for (const child of children) add(child, here);
  };
  inspector.post("HeapProfiler.stopSampling", (_, { profile }) => {
    add(profile.head, false);
  });
  inspector.disconnect();
  return bytes;
}

const QUANTA = 1000;
/** Commands and moving controls cost a few bytes each; an object for each quantum would be 16 or more. */
const MOST_BYTES = 12;

/** Bytes that rendering a quantum allocates, once the code is compiled: the least of several stretches. */
export function bytesAQuantum(): number {
  const samples = Float32Array.from({ length: 48_000 }, (_, i) => Math.sin(i / 10) / 8);
  const harness = new MixHarness(new Map([["song", { left: samples, right: samples }]]));
  harness.monitored = true;
  harness.update(richSession());
  harness.transport.push(0, TransportTarget.loopEnd, 40_000, 0);
  harness.transport.push(0, TransportTarget.play, 0, 0);
  const controls = new Float32Array(harness.memory.controls);
  const [fader, pan] = [CONTROLS.indexOf("faderDb"), CONTROLS.indexOf("pan") + CONTROLS.length];
  const sends = new Float32Array(harness.memory.sends);
  const monitor = new Float32Array(harness.memory.monitor);
  const [level, mono] = [SEND_CONTROLS.indexOf("levelDb"), MONITOR_CONTROLS.indexOf("mono")];
  const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
  const inputs: never[] = [];
  const render = () => {
    for (let i = 0; i < QUANTA; i++) {
      controls[fader] = (i & 16) === 0 ? 0 : -6;
      controls[pan] = (i >> 5) / 64;
      sends[level] = -(i >> 6);
      monitor[mono] = (i & 128) === 0 ? 0 : 1;
      if ((i & 255) === 0) harness.transport.push(0, TransportTarget.seek, i, 0);
      harness.renderer.render(inputs, left, right);
    }
  };
  for (let i = 0; i < 20; i++) render();
  // The compiler's own choices (a number put in a box) come and go; what the code allocates is there every time.
  let least = Infinity;
  for (let i = 0; i < 8 && least >= MOST_BYTES; i++) least = Math.min(least, allocated(render) / QUANTA);
  return least;
}

/** Waves of many points: for five controls of a strip, or for four of its inserts. */
function wavingLanes(of: "strip" | "inserts"): Record<string, Lane> {
  const wave = (least: number, most: number) =>
    Array.from({ length: 400 }, (_, i) => ({ seconds: i / 200, value: least + (most - least) * (0.5 + 0.5 * Math.sin(i)), curve: (i % 3) / 3 }));
  const strip = (control: LaneControl, least: number, most: number) => lane({ kind: "strip", strip: "a", control }, wave(least, most));
  const parameter = (insert: string, id: string, least: number, most: number) => lane({ kind: "parameter", insert, parameter: id }, wave(least, most));
  if (of === "strip") return { ...strip("faderDb", -40, 0), ...strip("pan", -1, 1), ...strip("width", 0, 2), ...strip("trimDb", -6, 6), ...strip("mute", 0, 1) };
  return {
    ...parameter("0", "gain", -20, 0), ...parameter("0", "tone", 100, 1000), ...parameter("1", "gain", -20, 0),
    ...lane({ kind: "insert", insert: "1", control: "mix" }, wave(0, 1)),
  };
}

/** Bytes that rendering a quantum of one strip with two inserts and lanes that never rest allocates: the least of several stretches. */
export function bytesAQuantumOfLanes(of: "strip" | "inserts"): number {
  const samples = Float32Array.from({ length: 96_000 }, (_, i) => Math.sin(i / 10) / 8);
  const harness = new LaneHarness(laneSession([0, 64], wavingLanes(of)), "inline", { left: samples, right: samples });
  harness.transport.push(0, TransportTarget.loopEnd, 90_000, 0);
  harness.transport.push(0, TransportTarget.play, 0, 0);
  const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
  const inputs: never[] = [];
  const render = () => {
    for (let i = 0; i < QUANTA; i++) harness.renderer.render(inputs, left, right);
  };
  for (let i = 0; i < 4; i++) render();
  let least = Infinity;
  for (let i = 0; i < 8 && least >= MOST_BYTES; i++) least = Math.min(least, allocated(render) / QUANTA);
  return least;
}

/** Bytes of one small object, measured in the same way. */
export function bytesOfAnObject(): number {
  const kept: unknown[] = [null];
  const make = () => {
    for (let i = 0; i < QUANTA; i++) kept[0] = { i };
  };
  return allocated(make) / QUANTA;
}
