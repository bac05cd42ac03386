import { allRunning, channel, insert, programme, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, wait } from "./engine.browser.page.js";
import { HOSTILE, SCRIBBLING_BUNDLE, TRYING_BUNDLE, WRONG_BUNDLES } from "./hostile-processor.js";

const source = (name: string, bundle: string) => ({ url: name, bundle });

/** What became of everything that a hostile processor tries when it is loaded, by name. */
export async function attempts(site: string) {
  const { engine, context } = await startEngine();
  const { presets } = await engine.registerPlugin(source("trying.js", TRYING_BUNDLE.replaceAll("SITE", site)));
  await engine.dispose();
  await context.close();
  return { results: presets.map(({ name }) => name), polluted: Object.keys(Object.prototype) };
}

/** What is said of each bundle that goes wrong, while a mix plays beside it. */
export async function wrongBundles() {
  const { engine, context } = await startEngine({ hop: 8192 });
  const session = sessionOf([channel("a", { inserts: slots(insert("trim", TRIM)) })]);
  engine.addAudio("a", programme(60, 1));
  engine.update(session);
  await allRunning(engine, session);
  engine.playhead.play(0);
  const said: Record<string, string> = {};
  for (const [index, [name, bundle]] of Object.entries(WRONG_BUNDLES).entries()) {
    const id = `${HOSTILE}${index}`;
    try {
      await engine.registerPlugin(source(`${name}.js`, bundle.replace(HOSTILE, id)));
      engine.update(sessionOf([channel("a", { inserts: slots(insert("trim", TRIM)) }), channel("b", { inserts: slots(insert("bad", id)) })]));
      await until(() => !["loading", "running"].includes(engine.insertStatus("bad")?.state ?? "loading"), "it is given up", 15);
      said[name] = engine.insertStatus("bad")?.reason ?? "";
    } catch (error) {
      said[name] = error instanceof Error ? error.message : String(error);
    }
  }
  const playing = engine.insertStatus("trim")?.state;
  const before = engine.playhead.seconds();
  await wait(0.3);
  const result = { said, playing, moved: engine.playhead.seconds() - before, polluted: Object.keys(Object.prototype) };
  await engine.dispose();
  await context.close();
  return result;
}

/** Plays two channels, one of them through a bypassed insert, and records the master. */
async function recordBeside(plugin: string, bundle?: string) {
  const { engine, context } = await startEngine({ hop: 8192 });
  if (bundle !== undefined) await engine.registerPlugin(source("scribbling.js", bundle));
  const bypassed = { ...insert("x", plugin), bypass: true };
  const session = sessionOf([channel("a", { inserts: slots(insert("before", TRIM, { gain: -3 }), bypassed, insert("after", TRIM, { gain: 2 })) }), channel("b", { inserts: slots(insert("beside", TRIM, { pan: 20 })) })]);
  for (const id of ["a", "b"]) engine.addAudio(id, programme(8, id.charCodeAt(0)));
  engine.update(session);
  await allRunning(engine, session);
  const start = Math.ceil((engine.frameAt(context.currentTime) + 0.3 * SAMPLE_RATE) / 128) * 128;
  const { latencyFrames } = engine.status();
  const output = engine.capture(2 * SAMPLE_RATE, start + latencyFrames);
  engine.playhead.play(0, context.currentTime + (start - engine.frameAt(context.currentTime)) / SAMPLE_RATE);
  await until(() => engine.status().quanta * 128 > start + latencyFrames + 2 * SAMPLE_RATE + 256, "the recording is full", 12);
  const result = { output, dropouts: engine.status().dropouts, states: ["before", "x", "after", "beside"].map((id) => engine.insertStatus(id)?.state) };
  await engine.dispose();
  await context.close();
  return result;
}

/** Takes it again when the machine was too busy for the workers: samples are compared here, not speed. */
async function withoutDropouts(plugin: string, bundle?: string) {
  for (let tries = 1; ; tries++) {
    const result = await recordBeside(plugin, bundle);
    if (result.dropouts === 0 || tries === 4) return result;
  }
}

/** Rule: an insert that is bypassed leaves the master as it is to the bit, whatever its processor does to memory. */
export async function scribbling() {
  const clean = await withoutDropouts(TRIM);
  const scribbled = await withoutDropouts(HOSTILE, SCRIBBLING_BUNDLE);
  let differing = 0;
  let peak = 0;
  for (let c = 0; c < 2; c++) {
    const expected = clean.output[c] ?? new Float32Array();
    scribbled.output[c]?.forEach((sample, i) => {
      if (sample !== expected[i]) differing += 1;
      peak = Math.max(peak, Math.abs(sample));
    });
  }
  return { differing, peak, dropouts: [clean.dropouts, scribbled.dropouts], states: scribbled.states };
}
