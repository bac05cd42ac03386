import { pluginCode } from "../plugin/scripts-harness.js";

/** A plugin with one fault, and the checks that must find it: these and no others. */
export interface Broken {
  readonly fault: string;
  readonly code: string;
  readonly fails: readonly string[];
  /** What the first of them says of it. */
  readonly says: string;
  readonly silenceMs?: number;
}

const copy = `for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i];`;
/** One number more, "amount", on its way from 0 to 1. */
const amount = (extra = "") => `params: { gain: { kind: "decibels", unit: "dB", taper: "linear", min: -60, max: 12, default: 0, smoothMs: 20 }, amount: { kind: "float", unit: "", taper: "linear", min: 0, max: 1, default: 0.5, smoothMs: 20 ${extra} } },`;
const choice = (options: string) => `params: { gain: { kind: "decibels", unit: "dB", taper: "linear", min: -60, max: 12, default: 0, smoothMs: 20 }, mode: { kind: "choice", options: ${options}, default: "a" } },`;
/** A processor with variables of its own: the body of its factory. */
const made = (body: string) => `export const unused = 0; ${pluginCode().replace("processor: (context) => ({ process: gain })", `processor: (context) => { ${body} }`)}`;
const delay = (says: number, does: number) =>
  made(`const lines = [0, 1].map(() => new Float32Array(${does})); let at = 0;
    return { latency: ${says}, tail: 0.01, reset() { at = 0; for (const line of lines) line.fill(0); }, process({ input, output, frames }) {
      for (let i = 0; i < frames; i++) { for (let c = 0; c < output.length; c++) { output[c][i] = lines[c][at]; lines[c][at] = input[c][i]; } at = (at + 1) % ${does}; }
    } };`);
/** A filter of one pole that adds its ringing to the input. */
const pole = (coefficient: string, extra = "reset() { last.fill(0); },") =>
  made(`const last = new Float64Array(2); return { ${extra} process({ input, output, params, frames, position }) {
    for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) { last[c] = last[c] * (${coefficient}) + 0.001 * input[c][i]; output[c][i] = input[c][i] + last[c]; }
  } };`);
const state = (body: string, statement = "") => pluginCode({ statement }).replace("processor: (context) => ({ process: gain })", `processor: (context) => { let scale = 1; const process = (context) => { gain(context); for (const o of context.output) for (let i = 0; i < context.frames; i++) o[i] *= scale; }; ${body} }`);

export const BROKEN: readonly Broken[] = [
  { fault: "no default export", code: "export const plugin = {};", fails: ["load.module"], says: "It has no default export" },
  { fault: "a syntax error", code: "export default {{", fails: ["load.module"], says: "The bundle does not run in the sandbox: " },
  { fault: "imports Node", code: `import "node:fs"; ${pluginCode()}`, fails: ["load.module"], says: `It imports "node:fs"` },
  { fault: "fetches while it loads", code: `await fetch("https://example.com/license"); ${pluginCode()}`, fails: ["load.module"], says: "fetch is not defined" },
  { fault: "an endless loop while it loads", code: `for (;;); ${pluginCode()}`, fails: ["load.module"], says: "gave no sign of life", silenceMs: 2000 },
  { fault: "loads slowly", code: `let x = 1; for (let i = 0; i < 2.5e9; i++) x = Math.imul(x ^ i, 1664525); ${pluginCode()}`, fails: ["load.time"], says: "ms of processor time; 1000 are allowed", silenceMs: 60_000 },
  { fault: "registers itself once for all", code: `if (globalThis.acme) throw new Error("already registered"); globalThis.acme = true; ${pluginCode()}`, fails: ["load.again"], says: "already registered" },
  { fault: "a name that is new each time", code: pluginCode({ statement: `name: "Test " + Math.random(),` }), fails: ["load.again"], says: "states something else" },
  { fault: "a wrong id and a wrong range", code: pluginCode({ statement: `id: "gain", params: { gain: { kind: "decibels", unit: "dB", taper: "linear", min: 3, max: -3, default: 0, smoothMs: 20 } },` }), fails: ["contract.statement"], says: `"id" is "gain"; write a reverse domain name` },
  { fault: "a function among its parameters", code: pluginCode({ statement: amount(", format: (x) => x + ' %'") }), fails: ["contract.plain"], says: "something else than plain data" },
  { fault: "a limit that is no number in a file", code: pluginCode({ statement: amount(", max: Infinity") }), fails: ["contract.plain"], says: "something else than plain data" },
  { fault: "an unknown feature", code: pluginCode({ statement: `features: ["loudener"],` }), fails: ["contract.features"], says: `The feature "loudener" is not known` },
  { fault: "an unknown layout", code: pluginCode({ statement: `io: { main: ["quad"] },` }), fails: ["contract.statement"], says: `"main" in "io" is` },
  { fault: "a layout twice", code: pluginCode({ statement: `io: { main: ["stereo", "mono", "stereo"] },` }), fails: ["contract.layouts"], says: `"main" in "io" lists stereo, mono, stereo; list each layout once.` },
  { fault: "a preset of a parameter that is gone", code: pluginCode({ statement: `presets: [{ name: "Loud", values: { volume: 3 } }],` }), fails: ["contract.presets"], says: `sets "volume", which is no parameter` },
  { fault: "a preset out of range", code: pluginCode({ statement: `presets: [{ name: "Loud", values: { gain: 30 } }],` }), fails: ["contract.presets"], says: `sets "gain" to 30, which is no value of it` },
  { fault: "options that read alike", code: pluginCode({ statement: choice(`["a", "low-cut", "Low Cut"]`) }), fails: ["params.text"], says: `mode at "Low Cut" is shown as "Low Cut", which is read back as Low cut` },
  { fault: "a range too fine for its text", code: pluginCode({ statement: amount(", max: 0.001, default: 0.0005") }), fails: ["params.text"], says: `amount at 0.0005 is shown as "0.00", which is read back as 0.00, another value (0)` },
  { fault: "throws when it is made", code: made(`throw new Error("no licence");`), fails: ["instance.create"], says: "It threw “no licence”" },
  { fault: "a latency that is no number of frames", code: pluginCode({ processor: `process: gain, latency: -12.5` }), fails: ["instance.latency"], says: "It says its latency is -12.5" },
  { fault: "a tail that is no number", code: pluginCode({ processor: `process: gain, tail: NaN` }), fails: ["instance.tail"], says: "It says its tail is NaN" },
  { fault: "throws while it plays", code: pluginCode({ processor: `process({ position }) { if (position > 9000) throw new Error("out of range"); }` }), fails: ["audio.runs"], says: "It threw “out of range”" },
  { fault: "has no process", code: pluginCode({ processor: `run: gain` }), fails: ["audio.runs"], says: "process is not a function" },
  { fault: "an endless loop while it plays", code: pluginCode({ processor: `process({ position }) { while (position > 9000); }` }), fails: ["audio.runs"], says: "gave no sign of life", silenceMs: 2000 },
  { fault: "plays stereo only, and says mono", code: pluginCode({ statement: `io: { main: ["stereo", "mono"] },`, processor: `process({ input, output, frames }) { for (let i = 0; i < frames; i++) { output[0][i] = input[0][i]; output[1][i] = input[1][i]; } }` }), fails: ["audio.runs"], says: "Cannot read properties of undefined" },
  { fault: "NaN of silence", code: pluginCode({ processor: `process({ input, output, frames }) { for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * (input[c][i] / input[c][i]); }` }), fails: ["audio.finite"], says: "Playing silence, it gives NaN at frame 0" },
  { fault: "an unstable filter", code: pole("1.0003"), fails: ["audio.bounded", "tail.declared"], says: "a filter or a feedback path is not stable" },
  { fault: "subnormal numbers", code: pole("0.99"), fails: ["audio.subnormal"], says: "samples are subnormal numbers" },
  { fault: "noise of its own", code: made(`let s = 1; return { reset() { s = 1; }, process({ input, output, frames }) { for (let i = 0; i < frames; i++) { s = (Math.imul(s, 1664525) + 1013904223) | 0; for (let c = 0; c < output.length; c++) output[c][i] = input[c][i] + s * 1e-14; } } };`), fails: ["audio.silence"], says: "Playing silence, its output peaks at" },
  { fault: "leaves silence unwritten", code: pluginCode({ processor: `process({ input, output, frames }) { for (let c = 0; c < output.length; c++) for (let i = 0; i < frames - 1; i++) output[c][i] = input[c][i]; }` }), fails: ["audio.complete", "blocks.sizes"], says: "leaves samples of its output unwritten" },
  { fault: "writes past its block", code: pluginCode({ processor: `process({ input, output }) { for (let c = 0; c < output.length; c++) output[c].set(input[c]); }` }), fails: ["audio.bounds"], says: "writes into its output beyond the block" },
  { fault: "changes its input", code: pluginCode({ processor: `process({ input, output, frames }) { ${copy} for (const i of input) i.fill(0, 0, frames); }` }), fails: ["audio.input"], says: "changes its input" },
  { fault: "random numbers", code: pluginCode({ processor: `process({ input, output, frames }) { for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * (1 + 1e-3 * Math.random()); }` }), fails: ["audio.repeatable"], says: "Two new instances give other samples" },
  { fault: "counts in blocks", code: made(`let blocks = 0; return { reset() { blocks = 0; }, process({ input, output, frames }) { blocks++; for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * (1 + 0.1 * Math.sin(blocks / 20)); } };`), fails: ["blocks.sizes"], says: "count in frames of the stream, not in calls" },
  { fault: "tables for one sample rate", code: made(`if (context.sampleRate > 96000) throw new RangeError("no table for " + context.sampleRate); return { process: gain };`), fails: ["rates.all"], says: "At 176400 Hz it throws “no table for 176400”" },
  { fault: "a latency that it has not", code: pluginCode({ processor: `process: gain, latency: 128` }), fails: ["latency.declared"], says: "It says its latency is 128 frames, and the output comes 0 frames late at 44100 Hz; say 0, or delay by 128." },
  { fault: "a latency that it hides", code: delay(0, 64), fails: ["latency.declared"], says: "It says its latency is 0 frames, and the output comes 64 frames late" },
  { fault: "a latency that a switch changes in silence", code: pluginCode({ statement: choice(`["a", "b"]`) }).replace("processor: (context) => ({ process: gain })", `processor: (context) => { const lines = [0, 1].map(() => new Float32Array(32)); let at = 0; return { reset() { at = 0; for (const l of lines) l.fill(0); }, process(context) { gain(context); const { input, output, params, frames } = context; const late = params.mode.value === "b"; for (let i = 0; i < frames; i++) { for (let c = 0; c < output.length; c++) { if (late) output[c][i] = lines[c][at]; lines[c][at] = input[c][i]; } at = (at + 1) % 32; } } }; }`), fails: ["latency.switched"], says: `the output comes 32 frames late with {"mode":"b"}` },
  { fault: "a tail that is too short", code: pole("Math.abs(last[c]) < 1e-30 ? 0 : 0.99998", "tail: 0.01, reset() { last.fill(0); },"), fails: ["tail.declared"], says: "0.01 s after the sound has ended, as long as its tail is said to be, the output is only" },
  { fault: "instances that share a line", code: `const line = new Float32Array(2); ${pluginCode({ processor: `reset() { line.fill(0); }, process({ input, output, frames }) { for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) { output[c][i] = input[c][i] + 0.1 * line[c]; line[c] = input[c][i]; } }` }).replace("processor: (context) => (", "processor: (context) => line.fill(0) && (")}`, fails: ["instance.apart"], says: "gives other samples while a second one plays" },
  { fault: "throws on reset", code: pluginCode({ processor: `process: gain, reset() { this.lines.fill(0); }` }), fails: ["instance.reset"], says: "It threw “Cannot read properties of undefined" },
  { fault: "a reset that forgets half", code: pole("Math.abs(last[c]) < 1e-30 ? 0 : 0.9", "reset() { last[0] = 0; },"), fails: ["instance.reset"], says: "reset() must forget all audio" },
  { fault: "keeps what was released", code: `const all = []; ${pluginCode().replace("processor: (context) => (", "processor: (context) => all.push(new Float64Array(30000).fill(1)) && (")}`, fails: ["instance.leak"], says: "instances that were made and released left 23" },
  { fault: "divides by a parameter", code: pluginCode({ statement: amount(), processor: `process(context) { gain(context); const { input, output, params, frames } = context; for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * params.amount.values[i] / params.amount.values[i]; }` }), fails: ["params.extremes"], says: "With amount at 0.00, the output is no finite number" },
  { fault: "a setting that breaks it", code: pluginCode({ statement: amount(", automatable: false"), processor: `process(context) { gain(context); const { output, params, frames } = context; if (params.amount.value > 0.8 && params.amount.value < 0.9) for (const o of output) o.fill(NaN, 0, frames); }` }), fails: ["params.fuzz"], says: "the output is no finite number" },
  { fault: "follows parameters by the block", code: pluginCode({ processor: `process({ input, output, params, frames }) { for (let c = 0; c < output.length; c++) for (let i = 0; i < frames; i++) output[c][i] = input[c][i] * params.gain.gain; }` }), fails: ["params.automation", "params.zipper"], says: "follow values, not value" },
  { fault: "a parameter without smoothing", code: pluginCode({ statement: amount(", smoothMs: 0"), processor: `process(context) { gain(context); const { output, params, frames } = context; for (const o of output) for (let i = 0; i < frames; i++) o[i] *= params.amount.values[i]; }` }), fails: ["params.zipper"], says: "Moving amount by a tenth of its travel makes a step of" },
  { fault: "state that does not come back", code: state(`scale = 0.5; return { process, save: () => ({ scale, table: new Float32Array(4).fill(scale) }), restore(data) { if (!(data && typeof data.scale === "number" && Math.abs(data.scale) < 10)) throw new TypeError("no state"); scale = data.scale * 0.99; } };`), fails: ["state.comes-back"], says: "given back to restore(), is not what save() gives then" },
  { fault: "state that JSON cannot hold", code: state(`const map = new Map([["scale", 1]]); return { process, save: () => ({ map }), restore(data) { map.set("scale", data.map.get("scale")); } };`), fails: ["state.comes-back"], says: "data.map.get is not a function" },
  { fault: "damaged state that makes NaN", code: state(`return { process, save: () => ({ scale }), restore(data) { scale = data?.scale; } };`), fails: ["state.garbage"], says: "After restore(" },
  { fault: "older state that is lost", code: state(`return { process, save: () => ({ scale }), restore(data) { if (!(data && typeof data.scale === "number" && Math.abs(data.scale) < 10)) throw new TypeError("no state"); scale = data.scale; } };`, `state: { version: 3, migrate: { 2: (s) => s } },`), fails: ["state.migrations"], says: `there is no "migrate[1]"` },
  { fault: "an array cut in every block", code: pluginCode({ processor: `process(context) { gain(context); this.kept = context.output[0].subarray(0, context.frames); }` }), fails: ["realtime.allocation"], says: "bytes in subarray" },
  { fault: "an object while a parameter moves", code: pluginCode({ processor: `process(context) { gain(context); if (context.params.gain.moving) this.kept = { now: context.position }; }` }), fails: ["realtime.allocation-moving"], says: "objects a block while its parameters move" },
  { fault: "reads the clock", code: pluginCode({ processor: `process(context) { gain(context); this.now = Date.now(); }` }), fails: ["realtime.clock"], says: "It reads the clock while it processes" },
  { fault: "writes to the console", code: pluginCode({ processor: `process(context) { gain(context); if (context.position % 4096 === 0) console.log("still here"); }` }), fails: ["realtime.console"], says: "It writes to the console while it processes" },
  { fault: "waits", code: pluginCode({ before: "const cell = new Int32Array(new SharedArrayBuffer(4));", processor: `process(context) { gain(context); if (context.position === 1280) Atomics.wait(cell, 0, 0, 1); }` }), fails: ["realtime.wait"], says: "It waits (Atomics.wait) while it processes" },
  { fault: "slower than the sound", code: pluginCode({ processor: `process(context) { gain(context); let x = 0; if (context.position >= 24000 && context.input[0][0] !== 0) for (let i = 0; i < 6e6; i++) x = Math.imul(x ^ i, 1664525); this.x = x; }` }), fails: ["realtime.load"], says: "longer than it lasts: no host can play it", silenceMs: 60_000 },
];
