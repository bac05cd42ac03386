import type { MixerEngine } from "@headroom/engine";
import type { Session } from "@headroom/session";
import { allRunning, programme, SAMPLE_RATE, startEngine, until } from "./engine.browser.page.js";
import { bundleUrl } from "./faulty-plugin.js";

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

interface Take<Seen> {
  /** What was heard, from the song's first frame on. */
  readonly audio: readonly Float32Array[];
  /** The same seconds as a bounce. */
  readonly bounced: readonly Float32Array[];
  readonly latencyFrames: number;
  readonly dropouts: number;
  readonly seen: Seen;
}

/**
 * Plays a session of the audio "song" with one plugin, isolated and inline, and bounces it.
 * @param look - at the engine once it was heard.
 * @returns both takes, and how far all that should be the same is so.
 */
export async function sameEverywhere<Seen>(session: Session, bundle: string, seconds: number, look: (engine: MixerEngine) => Seen) {
  const isolated = await hearAndBounce(session, bundle, "isolated", seconds, look);
  const inline = await hearAndBounce(session, bundle, "inline", seconds, look);
  const compared = {
    inline: compare(isolated.audio, inline.audio),
    bounce: compare(isolated.audio, isolated.bounced),
    bounceInline: compare(isolated.bounced, inline.bounced),
    latencies: [isolated.latencyFrames, inline.latencyFrames],
    dropouts: isolated.dropouts,
  };
  return { isolated, inline, compared };
}

function hearAndBounce<Seen>(session: Session, bundle: string, hosting: "isolated" | "inline", seconds: number, look: (engine: MixerEngine) => Seen): Promise<Take<Seen>> {
  return withoutDropouts(async () => {
    const { engine, context } = await startEngine({ hosting, hop: 8192 }, []);
    await engine.registerPlugin({ url: bundleUrl(bundle), trusted: true });
    engine.addAudio("song", programme(5, 1));
    engine.update(session);
    await allRunning(engine, session);
    const audio = await record(engine, context, seconds);
    engine.playhead.stop();
    const { latencyFrames, dropouts } = engine.status();
    const seen = look(engine);
    const { wav, frames } = await engine.bounce({ startSeconds: 0, endSeconds: seconds, bitDepth: "32f" });
    const data = new DataView(await wav.arrayBuffer(), 58);
    const bounced = [0, 1].map((c) => Float32Array.from({ length: frames }, (_, i) => data.getFloat32((i * 2 + c) * 4, true)));
    await engine.dispose();
    await context.close();
    return { audio, bounced, latencyFrames, dropouts, seen };
  });
}
