import { createEngine, type AudioData, type EngineOptions, type HostingMode, type MixerEngine } from "@headroom/engine";
import { createSession, createStrip, emptySlots, MASTER_ID, type Insert, type Session, type Strip } from "@headroom/session";

/** What the engine's browser tests work with: the built engine, real plugins, real time. */

export const EQ = "dev.headroom.parametric-eq";
export const TRIM = "dev.headroom.gain-trim";
export const METER = "dev.headroom.meter";
const PLUGINS = ["parametric-eq", "gain-trim", "meter"].map((name) => `/plugins/${name}/dist/processor.js`);
export const SAMPLE_RATE = 48_000;

/** An engine with plugins, unless others are named the first-party ones, connected to the speakers. */
export async function startEngine(options: Partial<EngineOptions> = {}, plugins: readonly string[] = PLUGINS): Promise<{ engine: MixerEngine; context: AudioContext }> {
  const context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: "interactive" });
  const engine = await createEngine({ context, ...options });
  await Promise.all(plugins.map((url) => engine.registerPlugin({ url, trusted: true })));
  engine.node.connect(context.destination);
  await context.resume();
  return { engine, context };
}

export function insert(id: string, plugin: string, params: Insert["params"] = {}): Insert {
  return { id, plugin, version: "1.0.0", bypass: false, mix: 1, params };
}

/** Slots that begin with these inserts. */
export function slots(...inserts: Insert[]): Strip["inserts"] {
  return [...inserts, ...emptySlots().slice(inserts.length)];
}

/** A channel that plays one file from the song's start. */
export function channel(id: string, fields: Partial<Strip> = {}, audio = id, seconds = 60): Strip {
  const clip = { id: `clip-${id}`, audio, startSeconds: 0, offsetSeconds: 0, lengthSeconds: seconds, gainDb: 0 };
  return createStrip("channel", { id, name: id, clips: [clip], ...fields });
}

export function sessionOf(strips: readonly Strip[], master: Partial<Strip> = {}): Session {
  return createSession({
    sampleRate: SAMPLE_RATE,
    strips: Object.fromEntries([createStrip("master", { id: MASTER_ID, ...master }), ...strips].map((strip) => [strip.id, strip])),
    order: strips.map(({ id }) => id),
  });
}

/** Stereo noise and tones in shared memory: a programme with something in every band, the same at every call. */
export function programme(seconds: number, seed: number): { sampleRate: number; channels: Float32Array[] } {
  const frames = Math.round(seconds * SAMPLE_RATE);
  let state = seed * 2_654_435_761 + 1;
  const noise = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return state / 2 ** 31;
  };
  const channels = [0, 1].map((c) => {
    const samples = new Float32Array(new SharedArrayBuffer(frames * 4));
    for (let i = 0; i < frames; i++) {
      samples[i] = 0.1 * noise() + 0.15 * Math.sin((2 * Math.PI * (110 * seed + c) * i) / SAMPLE_RATE);
    }
    return samples;
  });
  return { sampleRate: SAMPLE_RATE, channels };
}

/** Waits until a condition holds. Throws after `seconds`. */
export async function until(condition: () => boolean, what: string, seconds = 10): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`After ${seconds} s still not: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Resolves once every insert of the session runs and the plan that holds them all is in use. */
export async function allRunning(engine: MixerEngine, session: Session): Promise<void> {
  const ids = Object.values(session.strips).flatMap(({ inserts }) => inserts.flatMap((slot) => (slot ? [slot.id] : [])));
  await until(() => ids.every((id) => engine.insertStatus(id)?.state === "running"), "all inserts run", 20);
  await wait(0.4);
}

/** Plays audio files through a session in an engine of its own, which is gone afterwards. @param audio - by key. */
export async function withSession<T>(hosting: HostingMode, session: Session, audio: Readonly<Record<string, AudioData>>, use: (engine: MixerEngine, context: AudioContext) => Promise<T>): Promise<T> {
  // A hop that no load of the machine exceeds: what is compared is samples, not speed.
  const { engine, context } = await startEngine({ hosting, hop: 8192 });
  for (const [key, data] of Object.entries(audio)) engine.addAudio(key, data);
  engine.update(session);
  await allRunning(engine, session);
  try {
    return await use(engine, context);
  } finally {
    await engine.dispose();
    await context.close();
  }
}
