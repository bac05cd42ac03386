import { createEngine, type MixerEngine } from "@headroom/engine";
import * as Tone from "tone";
import { adoptContext, connectTone, connectTransport } from "./index.js";

type Session = Parameters<MixerEngine["update"]>[0];
type Strip = Session["strips"][string];

const SAMPLE_RATE = 48_000;
/** The song is a ramp that tells its own frame: sample n of the file is n / 2²⁴, exact in float32. */
const RAMP = 2 ** 24;

/** What this test takes of the session package, on which the adapter does not depend. */
interface SessionModule {
  createSession(fields: Partial<Session>): Session;
  createStrip(kind: Strip["kind"], fields: Partial<Strip> & { readonly id: string }): Strip;
}

/** The real engine with a song that is a ramp, commanded by the real transport. */
export async function start() {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE });
  const engine = await createEngine({ context, hosting: "inline" });
  engine.node.connect(context.destination);
  await context.resume();
  adoptContext(Tone, context);
  const transport = Tone.getTransport();
  connectTransport(transport, engine.playhead, context);

  const frames = 30 * SAMPLE_RATE;
  const ramp = new Float32Array(new SharedArrayBuffer(frames * 4));
  for (let frame = 0; frame < frames; frame += 1) ramp[frame] = frame / RAMP;
  engine.addAudio("ramp", { sampleRate: SAMPLE_RATE, channels: [ramp, ramp] });
  const clip = { id: "clip", audio: "ramp", startSeconds: 0, offsetSeconds: 0, lengthSeconds: 30, gainDb: 0 };
  const url = "/packages/session/dist/index.js";
  const { createSession, createStrip } = (await import(url)) as SessionModule;
  const strips = [createStrip("master", { id: "master" }), createStrip("channel", { id: "song", clips: [clip] }), createStrip("channel", { id: "live" })];
  engine.update(createSession({
    sampleRate: SAMPLE_RATE,
    strips: Object.fromEntries(strips.map((strip) => [strip.id, strip])),
    order: ["song", "live"],
    audio: { ramp: { name: "ramp.wav", sampleRate: SAMPLE_RATE, channels: 2, frames } },
  }));
  const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  await wait(0.5);

  /** Records from a context time on. @returns how far the song heard is from Tone's clock, in frames, at each frame. */
  const record = async (fromTime: number, seconds: number) => {
    const from = Math.ceil(engine.frameAt(fromTime) / 128) * 128;
    const latency = engine.status().latencyFrames;
    const [left = new Float32Array()] = engine.capture(Math.round(seconds * SAMPLE_RATE), from + latency);
    await wait(fromTime - context.currentTime + seconds + 0.4);
    const firstFrame = from + Math.round(fromTime * SAMPLE_RATE) - engine.frameAt(fromTime);
    return Array.from(left, (sample, at) => sample * RAMP - transport.getSecondsAtTime((firstFrame + at) / SAMPLE_RATE) * SAMPLE_RATE);
  };
  return { context, engine, transport, wait, record };
}

export { connectTone, Tone };
