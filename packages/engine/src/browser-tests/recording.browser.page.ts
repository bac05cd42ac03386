import type { MixerEngine } from "@headroom/engine";
import { SAMPLE_RATE, until } from "./engine.browser.page.js";

/** Plays from the song's start and records `seconds` of the output, from the first frame that the song reaches. */
export async function record(engine: MixerEngine, context: AudioContext, seconds: number, before?: (songStart: number) => void): Promise<readonly Float32Array[]> {
  // A start on a quantum's edge, so that the recording begins at the song's first frame.
  const start = Math.ceil((engine.frameAt(context.currentTime) + 0.3 * SAMPLE_RATE) / 128) * 128;
  const time = context.currentTime + (start - engine.frameAt(context.currentTime)) / SAMPLE_RATE;
  const latency = engine.status().latencyFrames;
  const output = engine.capture(seconds * SAMPLE_RATE, start + latency);
  before?.(start);
  engine.playhead.play(0, time);
  await until(() => engine.status().quanta * 128 > start + latency + seconds * SAMPLE_RATE + 256, "the recording is full", seconds + 10);
  return output;
}

/** Takes it again when the machine was too busy for the workers: samples are compared here, not speed. */
export async function withoutDropouts<T extends { readonly dropouts: number }>(take: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const result = await take();
    if (result.dropouts === 0 || tries === 4) return result;
  }
}

/** Frames in which two recordings differ, and the largest difference. */
export function compare(a: readonly Float32Array[], b: readonly Float32Array[]): { frames: number; differing: number; most: number; peak: number } {
  const frames = Math.min(a[0]?.length ?? 0, b[0]?.length ?? 0);
  let differing = 0;
  let most = 0;
  let peak = 0;
  for (let c = 0; c < 2; c++) {
    for (let i = 0; i < frames; i++) {
      const x = a[c]?.[i] ?? 0;
      const y = b[c]?.[i] ?? 0;
      if (x !== y) differing += 1;
      most = Math.max(most, Math.abs(x - y));
      peak = Math.max(peak, Math.abs(x));
    }
  }
  return { frames, differing, most, peak };
}
