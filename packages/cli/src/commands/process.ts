import process from "node:process";
import { ExitCode, UsageError, type Command } from "../command-line/command.js";
import { parseArguments } from "../command-line/parse-arguments.js";
import { findPlugin, PluginNotFoundError } from "../plugin/find-plugin.js";
import { PluginError } from "../plugin/load-plugin.js";
import { readStateFile } from "../plugin/state-file.js";
import { renderWav, type Rendered } from "../render/render-wav.js";
import { ProgressBar } from "../terminal/progress-bar.js";
import { WavError } from "../wav/wav-format.js";

const MOST_BLOCK_FRAMES = 1024;

export const processFile: Command = {
  summary: "renders a WAV file through a plugin",
  help: `headroom process PLUGIN IN.wav OUT.wav [--set ID=VALUE]… [--state FILE.json] [--block FRAMES] [--raw]

Renders IN.wav through PLUGIN to OUT.wav: 32-bit floating point, of the same length, without the plugin's latency.
PLUGIN is a built bundle, a plugin's folder, an installed package or one of Headroom's own, such as parametric-eq. It runs
in a process that can reach these two files and nothing else, and is ended when it hangs.

  --set ID=VALUE     a parameter, as people write it: gain=-6, cutoff=1k2, "type=low shelf", invert=on; may be repeated
  --state FILE.json  values and the plugin's own data, as an insert of a session holds them; --set comes after it
  --block FRAMES     most frames that the plugin gets at once, 1 to ${MOST_BLOCK_FRAMES}; 128 unless given
  --raw              leave the latency in

Exit code: 0, 1 where the file or the plugin failed, 2 where a value or the command line is wrong.
`,
  async run(args, { out, err }) {
    const { values, positionals } = parseArguments(args, {
      set: { type: "string", multiple: true, default: [] },
      state: { type: "string" },
      block: { type: "string", default: "128" },
      raw: { type: "boolean", default: false },
    });
    const [name, input, output, ...more] = positionals;
    if (name === undefined || input === undefined || output === undefined || more.length > 0) {
      throw new UsageError("process needs a plugin, a WAV file to read and one to write.");
    }
    const blockFrames = Number(values.block);
    if (!Number.isInteger(blockFrames) || blockFrames < 1 || blockFrames > MOST_BLOCK_FRAMES) {
      throw new UsageError(`A block of ${values.block} frames cannot be; give a whole number from 1 to ${MOST_BLOCK_FRAMES}.`);
    }
    const bar = new ProgressBar(err, input);
    try {
      const options = { settings: values.set, blockFrames, raw: values.raw, onProgress: (done: number) => bar.update(done) };
      const state = values.state === undefined ? {} : { state: readStateFile(values.state) };
      const rendered = await renderWav(findPlugin(name, process.cwd()), input, output, { ...options, ...state });
      bar.close();
      for (const sentence of warnings(rendered, input)) err.write(`${sentence}\n`);
      out.write(`${report(rendered, output, values.raw)}\n`);
      return ExitCode.done;
    } catch (error) {
      if (!(error instanceof WavError || error instanceof PluginError || error instanceof PluginNotFoundError)) throw error;
      err.write(`${error.message}\n`);
      return ExitCode.failed;
    } finally {
      bar.close();
    }
  },
};

function report({ plugin, frames, sampleRate, channels, latency, seconds }: Rendered, output: string, raw: boolean): string {
  const length = frames / sampleRate;
  const removed = latency === 0 ? "no latency" : `${latency} frames of latency ${raw ? "left in" : "removed"}`;
  const kind = channels === 1 ? "mono" : "stereo";
  return `${output}: ${length.toFixed(2)} s, ${kind}, ${sampleRate / 1000} kHz, by ${plugin.name} ${plugin.version}; ${removed}; ${(length / seconds).toFixed(0)} × real time`;
}

function warnings({ plugin, latency, latencyAtEnd, invalid, missingFrames, sampleRate }: Rendered, input: string): string[] {
  const all = [];
  if (missingFrames > 0) all.push(`${input} ends early: ${(missingFrames / sampleRate).toFixed(2)} s that it promises are not there.`);
  if (latencyAtEnd !== latency) all.push(`${plugin.name} changed its latency from ${latency} to ${latencyAtEnd} frames on the way; the output is aligned to the first.`);
  if (invalid > 0) all.push(`${plugin.name} gave ${invalid} samples that are no finite numbers; a host would have played the dry signal instead.`);
  return all;
}
