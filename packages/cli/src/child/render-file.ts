import type { RenderOrder, RenderResult } from "../plugin/protocol.js";
import type { RealmInstance } from "../realm/realm-api.js";
import { WavReader } from "../wav/wav-reader.js";
import { WavWriter } from "../wav/wav-writer.js";
import type { PluginRealm } from "./plugin-realm.js";

/** Frames from one read to the next: many blocks, since each costs a call of the system. */
const CHUNK_FRAMES = 8192;
/** Seconds of audio from one sign of life to the next. */
const REPORT_SECONDS = 1;
/** As the engine takes it, in frames: ten seconds at 48 kHz. */
const MOST_LATENCY = 480_000;

/**
 * Renders a file through a plugin, from disk to disk. The output is as long as the input; unless the order is raw, it is
 * earlier by the latency that the plugin declares at the start.
 */
export function renderFile(realm: PluginRealm, order: RenderOrder, onProgress: (done: number) => void): RenderResult {
  const started = performance.now();
  const { blockFrames, channels } = order;
  const reader = new WavReader(order.input, CHUNK_FRAMES);
  try {
    const { sampleRate, frames: length, promisedFrames } = reader.format;
    const data = order.state && realm.api.migrate(order.state.version, order.state.data);
    const instance = realm.api.create(sampleRate, blockFrames, channels, true, JSON.stringify(order.params), data);
    const latency = frameCount(instance.latency());
    const writer = new WavWriter(order.output, { sampleRate, channels, frames: length });
    // Mono into a plugin that takes stereo goes into both sides.
    const input = Array.from({ length: channels }, (_, c) => reader.channels[c] ?? reader.channels[0] ?? new Float32Array(CHUNK_FRAMES));
    const output = input.map(() => new Float32Array(CHUNK_FRAMES));
    let skip = order.raw ? 0 : latency;
    let written = 0;
    let invalid = 0;
    try {
      for (let report = 0; written < length; ) {
        const heard = reader.next();
        // Behind the end of the file comes the silence that pushes out what the latency holds back.
        const frames = heard || Math.min(CHUNK_FRAMES, skip + length - written);
        for (const channel of input) channel.fill(0, heard, frames);
        processChunk(instance, input, output, frames, blockFrames);
        const start = Math.min(skip, frames);
        skip -= start;
        for (const channel of output) invalid += countInvalid(channel, start, frames);
        writer.write(output, start, frames);
        written += frames - start;
        if (written < report) continue;
        onProgress(written / length);
        report = written + REPORT_SECONDS * sampleRate;
      }
    } finally {
      writer.close();
    }
    const latencyAtEnd = frameCount(instance.latency());
    const seconds = (performance.now() - started) / 1000;
    return { sampleRate, channels, frames: length, latency, latencyAtEnd, invalid, seconds, missingFrames: promisedFrames - length };
  } finally {
    reader.close();
  }
}

/** Runs the instance over a chunk, block by block. */
function processChunk(instance: RealmInstance, input: readonly Float32Array[], output: readonly Float32Array[], length: number, blockFrames: number): void {
  for (let at = 0; at < length; at += blockFrames) {
    const frames = Math.min(blockFrames, length - at);
    for (let c = 0; c < input.length; c++) copy(input[c], at, instance.input[c], 0, frames);
    instance.process(frames);
    for (let c = 0; c < output.length; c++) copy(instance.output[c], 0, output[c], at, frames);
  }
}

/** Number by number: the methods of the realm's arrays are the plugin's to change. */
function copy(from: Float32Array | undefined, start: number, to: Float32Array | undefined, at: number, frames: number): void {
  if (!from || !to) return;
  for (let i = 0; i < frames; i++) to[at + i] = from[start + i] ?? 0;
}

function countInvalid(samples: Float32Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) if (!Number.isFinite(samples[i])) count++;
  return count;
}

/** A latency as a plugin says it, which may be anything. */
function frameCount(latency: unknown): number {
  return typeof latency === "number" ? Math.min(Math.max(0, Math.round(latency)) || 0, MOST_LATENCY) : 0;
}
