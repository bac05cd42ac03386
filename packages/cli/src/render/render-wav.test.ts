import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findPlugin } from "../plugin/find-plugin.js";
import { bundlePlugin, bundleScripts, pluginCode, writePlugin } from "../plugin/scripts-harness.js";
import { makeWav, temporaryFile, temporaryFolder } from "../wav/wav-harness.js";
import { WavReader } from "../wav/wav-reader.js";
import { renderWav, type RenderOptions } from "./render-wav.js";

const FRAMES = 20_000;
const noise = (seed: number) => Array.from({ length: FRAMES }, (_, n) => Math.fround(Math.sin(seed + n * n) / 2));
const stereo = [noise(1), noise(2)];

let scripts: URL;
beforeAll(() => {
  scripts = bundleScripts();
});

async function render(code: string, options: RenderOptions = {}, samples: readonly (readonly number[])[] = stereo) {
  const output = path.join(temporaryFolder(), "out.wav");
  const input = temporaryFile(makeWav({ type: "f32", samples }));
  const rendered = await renderWav(findPlugin(writePlugin(code), "/"), input, output, { scripts, ...options }).catch((error: unknown) => {
    // What failed leaves nothing behind.
    expect(readdirSync(path.dirname(output))).toEqual([]);
    throw error;
  });
  const reader = new WavReader(output, FRAMES * 2);
  const frames = reader.next();
  reader.close();
  return { ...rendered, output: reader.channels.map((channel) => channel.subarray(0, frames)) };
}

const DELAY = (latency: number) => ({
  before: `const lines = []; let at = 0;`,
  processor: `latency: ${latency}, process({ input, output, frames }) {
    for (let c = 0; c < 2; c++) lines[c] ??= new Float32Array(${latency});
    for (let i = 0; i < frames; i++) { for (let c = 0; c < output.length; c++) { output[c][i] = lines[c][at]; lines[c][at] = input[c][i]; } at = (at + 1) % ${latency}; }
  }`,
});

describe("renderWav", () => {
  it("renders as the plugin does, with values as people write them", async () => {
    const { output, frames, latency } = await render(pluginCode(), { settings: ["gain=-20 dB"] });
    expect([frames, latency]).toEqual([FRAMES, 0]);
    stereo.forEach((channel, c) => channel.forEach((x, i) => expect(output[c]![i]).toBeCloseTo(x / 10, 6)));
  });

  it.each([1, 7, 128, 1024])("takes the latency out, in blocks of %i", async (blockFrames) => {
    const { output, latency } = await render(pluginCode(DELAY(9001)), { blockFrames });
    expect(latency).toBe(9001);
    expect(output).toEqual(stereo.map((channel) => Float32Array.from(channel)));
  });

  it("leaves it in where that is asked for", async () => {
    const { output } = await render(pluginCode(DELAY(50)), { raw: true });
    expect(output[0]).toHaveLength(FRAMES);
    expect(output[0]!.subarray(0, 50).every((x) => x === 0)).toBe(true);
    expect(output[0]!.subarray(50)).toEqual(Float32Array.from(stereo[0]!.slice(0, -50)));
  });

  it("renders mono as mono where the plugin takes it, else into both sides", async () => {
    const mono = await render(pluginCode({ statement: `io: { main: ["mono", "stereo"] },` }), {}, [stereo[0]!]);
    expect(mono.output).toEqual([Float32Array.from(stereo[0]!)]);
    const both = await render(pluginCode(), {}, [stereo[0]!]);
    expect(both.output).toEqual([Float32Array.from(stereo[0]!), Float32Array.from(stereo[0]!)]);
  });

  it("gives a plugin its stored values and data, brought up to date; settings come after them", async () => {
    const code = pluginCode({
      statement: `state: { version: 3, migrate: { 1: (s) => ({ old: s.scale }), 2: (s) => ({ scale: s.old * 2 }) } },`,
      before: "let scale = 1;",
      processor: `restore: (data) => { scale = data.scale; }, process(context) { gain(context); for (const o of context.output) for (let i = 0; i < context.frames; i++) o[i] *= scale; }`,
    });
    const state = { params: { gain: 12 }, state: { version: 1, data: { scale: 4 } } };
    const { output } = await render(code, { state, settings: ["gain=0"] });
    expect(output[0]).toEqual(Float32Array.from(stereo[0]!, (x) => x * 8));
    await expect(render(code, { state: { params: {}, state: { version: 4, data: {} } } })).rejects.toThrow("The state is of version 4, and Test plugin 1.0.0 knows up to 3; use a newer one.");
  });

  it("counts what is no number, and tells of a latency that changed", async () => {
    const { invalid, latency, latencyAtEnd } = await render(
      pluginCode({ processor: `get latency() { return this.now; }, now: 3, process({ output, frames }) { this.now = 5; for (const o of output) o.fill(NaN, 0, frames); }` }),
    );
    expect([invalid, latency, latencyAtEnd]).toEqual([2 * FRAMES, 3, 5]);
  });

  it("renders the project's own plugins", async () => {
    const output = path.join(temporaryFolder(), "out.wav");
    const input = temporaryFile(makeWav({ type: "f32", samples: stereo }));
    await renderWav(findPlugin(bundlePlugin("gain-trim"), "/"), input, output, { scripts, settings: ["swap=on"] });
    const reader = new WavReader(output, FRAMES);
    reader.next();
    reader.close();
    expect(reader.channels).toEqual([...stereo].reverse().map((channel) => Float32Array.from(channel)));
  });
});

describe("a plugin that fails", () => {
  it.each<[sentence: string, code: string]>([
    ["Test plugin failed: out of ideas", pluginCode({ processor: `process() { throw new Error("out of ideas"); }` })],
    ["could not be loaded: It has no default export; export default definePlugin({ … }).", "export const plugin = 1;"],
    ["could not be loaded: Unexpected end of input", "export default {"],
    [`could not be loaded: It imports "node:fs"; a plugin is one self-contained module`, `import fs from "node:fs"; export default fs;`],
    ["states a wrong contract.", "export default {};"],
    ["could not be loaded: fetch is not defined", `fetch("https://example.com"); ${pluginCode()}`],
    ["could not be loaded: process is not defined", `process.exit(0); ${pluginCode()}`],
    ["could not be loaded: Code generation from strings disallowed", `new Function("return 1")(); ${pluginCode()}`],
    [`could not be loaded: A plugin loads nothing while it runs; "node:child_process"`, `await import("node:child_process"); ${pluginCode()}`],
  ])("%s", async (sentence, code) => {
    await expect(render(code)).rejects.toThrow(sentence);
  });

  it.each([
    ["gave no sign of life for 1 s and was ended while it was loaded.", `for (;;); ${pluginCode()}`],
    ["Test plugin gave no sign of life for 1 s and was ended; nothing was written.", pluginCode({ processor: "process() { for (;;); }" })],
    ["gave no sign of life for 1 s and was ended while it was loaded.", `await new Promise(() => {}); ${pluginCode()}`],
  ])("%s", async (sentence, code) => {
    await expect(render(code, { silenceMs: 1000 })).rejects.toThrow(sentence);
  });

  it("takes its memory and its process with it, and nothing else", { timeout: 120_000 }, async () => {
    await expect(render(pluginCode({ processor: "process() { const all = []; for (;;) all.push(new Array(1e6).fill(0.5)); }" }), { silenceMs: 60_000 })).rejects.toThrow("took more than 1024 MiB of memory");
  });

  it.each([
    ["the way from an array to Node", `context.output[0].constructor.constructor("return process")()`],
    ["the way from the parameters to Node", `context.params.gain.constructor.constructor("return process")()`],
    ["the way from an error to Node", `(() => { try { null.x; } catch (e) { e.constructor.constructor("return process")(); } })()`],
  ])("finds %s closed", async (_, expression) => {
    await expect(render(pluginCode({ processor: `process(context) { ${expression}; }` }))).rejects.toThrow("Code generation from strings disallowed");
  });

  it("meets no object of the outside, whatever it changes of the language", async () => {
    const code = pluginCode({
      before: `
        let met = 0;
        const look = (x) => { if (x !== null && typeof x === "object" && Object.getPrototypeOf(x) !== null && !(x instanceof Object)) met++; };
        for (const of of [Array, Array.prototype, Object, JSON, Map.prototype, Set.prototype, Promise.prototype, Object.getPrototypeOf(Float32Array.prototype)]) {
          for (const key of Object.getOwnPropertyNames(of)) {
            const { value, writable } = Object.getOwnPropertyDescriptor(of, key);
            if (typeof value !== "function" || !writable || ["constructor", "getPrototypeOf"].includes(key)) continue;
            of[key] = function (...args) { look(this); for (let i = 0; i < args.length; i++) look(args[i]); return Reflect.apply(value, this, args); };
          }
        }`,
      processor: `process(context) { gain(context); look(context); if (met > 0) throw new Error("met " + met + " objects of the outside"); }`,
    });
    expect((await render(code)).invalid).toBe(0);
  });
});
