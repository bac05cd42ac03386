import { createStrip } from "@headroom/session";
import { LoadedWorker } from "../hosting/loaded-worker.js";
import { PluginLibrary } from "../hosting/plugin-library.js";
import { PluginWorkerHost } from "../hosting/plugin-worker-host.js";
import { allRunning, channel, insert, programme, SAMPLE_RATE, sessionOf, slots, startEngine, TRIM, until, wait } from "./engine.browser.page.js";

const ID = "test.headroom.reloaded";
const WORKER = "/packages/engine/dist/realtime/plugin-worker.js";

/** A plugin that multiplies, keeps as its own data how often it was taken over and whether it has heard anything, and has a parameter more when `more`. */
function bundle(version: string, gain: number, more = false): string {
  const number = (initial: number) => `{ kind: "float", unit: "", min: 0, max: 2, default: ${initial}, taper: "linear", smoothMs: 0 }`;
  return `let made = 0;
export default {
  id: "${ID}", name: "Reloaded", vendor: "Headroom tests", version: "${version}", features: ["utility"],
  params: { ${more ? `shift: ${number(0)}, ` : ""}level: ${number(1)} }, readouts: { generation: { kind: "level", unit: "" } },
  processor: () => {
    let generation = 1;
    let heard = false;
    return {
      process({ input, output, params, readouts, frames }) {
        for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * ${gain} * params.level.value;
        heard = true;
        readouts.generation.set(generation);
      },
      save: () => ({ generation, heard }),
      restore: (data) => { generation = data.generation + 1; },
    };
  },
};`;
}

const source = (text: string) => ({ url: "reloaded.js", bundle: text });

/** Counts this page's workers from now on. */
function countWorkers() {
  const NativeWorker = Worker;
  const count = { made: 0, ended: 0 };
  globalThis.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      count.made += 1;
    }

    override terminate(): void {
      super.terminate();
      count.ended += 1;
    }
  };
  return { count, stop: () => void (globalThis.Worker = NativeWorker) };
}

/**
 * Rule: a new bundle takes its place in inserts that play, with parameters and data, and without a gap; one that does
 * not start leaves the old one where it is.
 */
export async function reload() {
  const { engine, context } = await startEngine({ hop: 4096 });
  const { count, stop } = countWorkers();
  let plans = 0;
  const { port } = engine.node;
  const post = port.postMessage.bind(port) as (message: unknown) => void;
  port.postMessage = (message: { readonly type: string }) => {
    if (message.type === "plan") plans += 1;
    post(message);
  };
  const notices: string[] = [];
  engine.onNotice(({ text }) => notices.push(text));
  await engine.registerPlugin(source(bundle("1.0.0", 1)));
  const sine = programme(30, 1);
  for (const samples of sine.channels) for (let i = 0; i < samples.length; i++) samples[i] = 0.5 * Math.sin((2 * Math.PI * 110 * i) / SAMPLE_RATE);
  engine.addAudio("a", sine);
  const session = sessionOf([channel("a", { inserts: slots(insert("trim", TRIM), insert("re", ID, { level: 0.5 })) }), createStrip("bus", { id: "bus", name: "Bus" })]);
  engine.update(session);
  await allRunning(engine, session);
  engine.playhead.play(0);
  await wait(1);
  const take = async (change: () => Promise<unknown>) => {
    const from = engine.status().quanta * 128;
    const output = engine.capture(3 * SAMPLE_RATE, from);
    await wait(0.2);
    const before = { ...count, plans };
    const outcome = await change().then(() => "done", (error: unknown) => String(error));
    await until(() => engine.status().quanta * 128 > from + 3.2 * SAMPLE_RATE, "the recording is full", 10);
    // One that leaves ends once it has been heard.
    const workers = { made: count.made - before.made, ended: count.ended - before.ended };
    const left = output[0] ?? new Float32Array();
    let step = 0;
    for (let i = 1; i < left.length; i++) step = Math.max(step, Math.abs((left[i] ?? 0) - (left[i - 1] ?? 0)));
    const levels: number[] = [];
    for (let i = 0; i + 512 <= left.length; i += 256) levels.push(left.subarray(i, i + 512).reduce((most, x) => Math.max(most, Math.abs(x)), 0));
    return { outcome, workers, plans: plans - before.plans, step, quietest: Math.min(...levels), loudest: Math.max(...levels), first: levels[0], last: levels.at(-1), generation: engine.readouts("re")?.read("generation")[0] };
  };
  const same = await take(() => engine.registerPlugin(source(bundle("1.0.0", 1))));
  const changed = await take(() => engine.registerPlugin(source(bundle("1.1.0", 0.8, true))));
  const broken = await take(() => engine.registerPlugin(source(bundle("1.2.0", 1).replace("let generation = 1;", `throw new Error("no start");`))));
  // Who is asked takes longer than a worker waits for its insert.
  const pondered = await take(() => engine.registerPlugin({ ...source(bundle("1.3.0", 0.6, true)), accept: () => new Promise((resolve) => setTimeout(resolve, 1500)) }));
  engine.removePlugin(ID);
  await wait(0.5);
  const removed = engine.insertStatus("re");
  const result = { same, changed, broken, pondered, removed, notices, stepOf: (2 * Math.PI * 110) / SAMPLE_RATE };
  await engine.dispose();
  await context.close();
  stop();
  return result;
}

/** Rule: a worker that has run a bundle serves one insert, of that bundle. */
export async function loadedWorker() {
  const text = bundle("1.0.0", 1);
  const { count, stop } = countWorkers();
  const free = await LoadedWorker.load(new PluginWorkerHost(WORKER, "free"), text);
  const ofAnother = free.take(bundle("1.0.1", 1));
  const taken = free.take(text);
  const again = free.take(text);
  free.end();
  const endedWhileUsed = count.ended;
  const answered = (await taken?.api.ping()) ?? 0;
  taken?.end();
  const unused = await LoadedWorker.load(new PluginWorkerHost(WORKER, "unused"), text);
  unused.end();
  const afterEnd = unused.take(text);
  const failing = await LoadedWorker.load(new PluginWorkerHost(WORKER, "broken"), `throw new Error("no start");`).then(() => "loaded", (error: unknown) => String(error));
  stop();
  return { ofAnother: ofAnother !== undefined, taken: taken !== undefined, again: again !== undefined, afterEnd: afterEnd !== undefined, endedWhileUsed, answered, failing, count };
}

/** Rule: a worker that was started for the bundle to come is the one that describes it, once, with its sandbox closed. */
export async function expectedBundle() {
  const { count, stop } = countWorkers();
  const library = new PluginLibrary(WORKER, () => undefined);
  library.expect();
  library.expect();
  const expected = count.made;
  const first = await library.register(source(bundle("1.0.0", 1)));
  const used = count.made;
  const second = await library.register(source(bundle("1.0.1", 1)));
  const unexpected = count.made;
  library.expect();
  library.dispose();
  for (const { loaded } of [first, second]) loaded.end();
  stop();
  return { made: [expected, used, unexpected], ended: count.ended, versions: [first, second].map(({ descriptor }) => descriptor.version), kept: first.loaded.result.sandbox.kept };
}
