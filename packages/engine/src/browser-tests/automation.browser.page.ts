import { laneKey, type Lane, type LanePoint, type LaneTarget } from "@headroom/session";
import type { MixerEngine } from "@headroom/engine";
import { allRunning, channel, EQ, insert, programme, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, withSession } from "./engine.browser.page.js";
import { compare, record, withoutDropouts } from "./recording.browser.page.js";

/**
 * Frames after which a processor that began with the song is where one is that rested at the lanes' values before. Until
 * then the two differ by less than the last bit of 24.
 */
const SETTLED = 1024;

/** A wave of points over five seconds, straight, bent and held. */
function wave(target: LaneTarget, least: number, most: number, everySeconds: number): Record<string, Lane> {
  const points: LanePoint[] = Array.from({ length: Math.ceil(5 / everySeconds) }, (_, i) => ({
    seconds: i * everySeconds, value: least + ((most - least) * ((i * 7) % 10)) / 9, curve: [0, 0.5, -0.7][i % 3] ?? 0, ...(i % 4 === 3 && { hold: true }),
  }));
  return { [laneKey(target)]: { target, mode: "play", points } };
}

const strip = (id: string, control: "faderDb" | "pan" | "width" | "mute") => ({ kind: "strip", strip: id, control }) as const;
const parameter = (id: string, name: string) => ({ kind: "parameter", insert: id, parameter: name }) as const;

/** Two channels whose faders, pans and plugins move all the time, and a clip with fades and a loop. */
function movingSession() {
  const busy = { "band2.enabled": true, "band2.frequency": 800, "band2.gain": -9 };
  const session = sessionOf([
    channel("a", { inserts: slots(insert("eq", EQ, busy), insert("trim", TRIM)) }, "song"),
    channel("b", {
      inserts: slots(insert("trim2", TRIM, { gain: -3 })),
      clips: [{
        id: "b", audio: "song", startSeconds: 0.25, offsetSeconds: 0.1, lengthSeconds: 3, gainDb: -3,
        fadeIn: { seconds: 0.5, shape: "s" }, fadeOut: { seconds: 1, shape: "equal-power" }, loop: { startSeconds: 0.2, endSeconds: 0.9 },
      }],
    }),
  ]);
  return {
    ...session,
    lanes: {
      ...wave(strip("a", "faderDb"), -40, 0, 0.11), ...wave(strip("a", "pan"), -1, 1, 0.23), ...wave(strip("b", "width"), 0, 2, 0.31),
      ...wave(strip("b", "mute"), 0, 1, 0.47), ...wave(strip("master", "faderDb"), -6, 0, 0.19),
      ...wave(parameter("eq", "band2.frequency"), 100, 9000, 0.13), ...wave(parameter("eq", "band2.gain"), -12, 12, 0.17),
      ...wave(parameter("trim", "gain"), -12, 0, 0.07), ...wave({ kind: "insert", insert: "trim", control: "mix" }, 0, 1, 0.29),
      ...wave({ kind: "insert", insert: "eq", control: "bypass" }, 0, 1, 0.61),
    },
  };
}

function withEngine<T>(hosting: "isolated" | "inline", use: (engine: MixerEngine, context: AudioContext) => Promise<T>): Promise<T> {
  return withSession(hosting, movingSession(), { song: programme(5, 1) }, use);
}

/** Rule: a bounce of an automated mix equals the captured real-time master bit for bit, once its processors have settled. */
export async function automatedBounceEqualsCapture(seconds: number) {
  return withoutDropouts(() => withEngine("isolated", async (engine, context) => {
    const audio = await record(engine, context, seconds);
    engine.playhead.stop();
    const { wav, frames } = await engine.bounce({ startSeconds: 0, endSeconds: seconds, bitDepth: "32f" });
    const data = new DataView(await wav.arrayBuffer(), 58);
    const bounced = [0, 1].map((c) => Float32Array.from({ length: frames }, (_, i) => data.getFloat32((i * 2 + c) * 4, true)));
    const after = (sides: readonly Float32Array[]) => sides.map((side) => side.subarray(SETTLED));
    return { ...compare(after(audio), after(bounced)), start: compare(audio, bounced).most, dropouts: engine.status().dropouts };
  }));
}

/** Rule: isolated equals inline bit for bit while lanes play, the song loops and is moved. */
export async function automatedIsolatedEqualsInline(seconds: number) {
  const run = (hosting: "isolated" | "inline") =>
    withoutDropouts(() => withEngine(hosting, async (engine, context) => {
      engine.playhead.setLoop({ enabled: true, startSeconds: 0.4, endSeconds: 1.3 });
      const audio = await record(engine, context, seconds);
      // Stops, and goes on elsewhere, on frames that both runs share.
      const start = Math.ceil((engine.frameAt(context.currentTime) + 0.3 * SAMPLE_RATE) / 128) * 128;
      const time = (frames: number) => context.currentTime + (start + frames - engine.frameAt(context.currentTime)) / SAMPLE_RATE;
      const { latencyFrames } = engine.status();
      const second = engine.capture(seconds * SAMPLE_RATE, start + latencyFrames);
      engine.playhead.stop(0.7, time(-9600));
      engine.playhead.play(undefined, time(0));
      engine.playhead.pause(time(24_000));
      engine.playhead.play(0.123, time(30_000));
      await until(() => engine.status().quanta * 128 > start + latencyFrames + seconds * SAMPLE_RATE + 256, "the recording is full", seconds + 10);
      return { first: audio, second, dropouts: engine.status().dropouts };
    }));
  const isolated = await run("isolated");
  const inline = await run("inline");
  return { first: compare(isolated.first, inline.first), second: compare(isolated.second, inline.second), dropouts: isolated.dropouts };
}

/** Rule: a hand that holds what a lane moves is heard, and the lane again when it lets go; edits of lanes are heard while playing. */
export async function handsAndEdits() {
  const { engine, context } = await startEngine({ hop: 4096 });
  const song = programme(30, 1);
  for (const samples of song.channels) samples.fill(0.5);
  engine.addAudio("song", song);
  const notices: string[] = [];
  engine.onNotice(({ text }) => notices.push(text));
  const flat = (target: LaneTarget, value: number) => ({ [laneKey(target)]: { target, mode: "play" as const, points: [{ seconds: 0, value, curve: 0 }] } });
  const gain = parameter("trim", "gain");
  const fader = strip("a", "faderDb");
  const base = sessionOf([channel("a", { inserts: slots(insert("trim", TRIM)) }, "song")]);
  const session = { ...base, lanes: { ...flat(gain, -20), ...flat(fader, -20), ...flat(parameter("trim", "taste"), 1) } };
  engine.update(session);
  await allRunning(engine, session);
  engine.playhead.play(0);
  const reading = { peak: new Float32Array(2), rms: new Float32Array(2), max: new Float32Array(2), clips: 0 };
  const level = async () => {
    // The meter's RMS falls with 300 ms.
    await new Promise((resolve) => setTimeout(resolve, 4500));
    engine.readMeter("a", "output", reading);
    return 20 * Math.log10((reading.rms[0] ?? 0) / 0.5);
  };
  const levels = [await level()];
  const [letFader, letGain] = [engine.hold(fader), engine.hold(gain)];
  engine.setStripControl("a", "faderDb", 0);
  engine.setParameter("trim", "gain", -6);
  levels.push(await level());
  letFader();
  letGain();
  levels.push(await level());
  engine.update({ ...session, lanes: flat(gain, -3) });
  levels.push(await level());
  await engine.dispose();
  await context.close();
  return { levels, notices };
}
