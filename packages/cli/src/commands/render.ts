import { availableParallelism } from "node:os";
import path from "node:path";
import process from "node:process";
import type { Normalization } from "@headroom/engine/offline";
import { SessionError } from "@headroom/session";
import { ExitCode, UsageError, type Command } from "../command-line/command.js";
import { parseArguments } from "../command-line/parse-arguments.js";
import { PluginNotFoundError } from "../plugin/find-plugin.js";
import { PluginError } from "../plugin/load-plugin.js";
import type { SessionOrder, SessionResult } from "../plugin/protocol.js";
import { openSession } from "../session/open-session.js";
import { renderRange } from "../session/render-range.js";
import { renderSessionFiles } from "../session/render-session-files.js";
import { sessionPlugins } from "../session/session-plugins.js";
import { stemFiles } from "../session/stem-files.js";
import { ProgressBar } from "../terminal/progress-bar.js";

const BITS = new Map<string, SessionOrder["file"]["bitDepth"]>([["16", 16], ["24", 24], ["32f", "32f"]]);

const OPTIONS = {
  output: { type: "string", short: "o" },
  stems: { type: "string" },
  strip: { type: "string", multiple: true },
  range: { type: "string" },
  tail: { type: "string" },
  bits: { type: "string", default: "24" },
  rate: { type: "string" },
  peak: { type: "string" },
  lufs: { type: "string" },
  dither: { type: "boolean" },
  "no-dither": { type: "boolean" },
  plugin: { type: "string", multiple: true },
  json: { type: "boolean", default: false },
} as const;

export const render: Command = {
  summary: "renders a session to WAV files",
  help: `headroom render SESSION [-o MIX.wav] [--stems FOLDER] […]

Renders a session as the mixer does, to the bit, on all cores. SESSION is a session file (.headroom) or a folder of the same.
Plugins run in a process that can reach the session and the files to write, and nothing else.

  -o, --output FILE    the mix
  --stems FOLDER       a file for each strip that feeds the master: together they are what the master hears
  --strip NAME         a stem of this strip instead, behind its fader; may be repeated
  --range START-END    a part of the song, in seconds or minutes: 0:10-1:02.5; else the whole song
  --tail SECONDS       what still rings after the end; 2 for a whole song, 0 for a range
  --bits 16|24|32f     24 unless given; 32f is floating point
  --rate HZ            sample rate of the files; the session's unless given
  --peak=DB            bring the mix to this peak, as in --peak=-1; stems are moved by the same gain
  --lufs=LUFS          bring the mix to this loudness, as in --lufs=-14
  --dither             dither 24 bits; 16 bits are dithered unless --no-dither
  --plugin PLUGIN      a plugin that the session uses: a bundle, a folder or a package; may be repeated
  --json               tell the result as JSON

Exit code: 0, 1 where the session, a plugin or a file failed, 2 where a value or the command line is wrong.
`,
  async run(args, { out, err }) {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [name, ...more] = positionals;
    if (name === undefined || more.length > 0) throw new UsageError("render needs one session file or folder.");
    if (values.output === undefined && values.stems === undefined) throw new UsageError("render needs somewhere to write: -o MIX.wav, --stems FOLDER, or both.");
    const bar = new ProgressBar(err, path.basename(name));
    try {
      const opened = openSession(name);
      const { session } = opened;
      const order: SessionOrder = {
        session,
        source: opened.source,
        bundles: await sessionPlugins(session, opened, values.plugin ?? [], process.cwd()),
        range: wholeRange(renderRange(session, values.range, values.tail), name),
        file: fileOrder(values, session.sampleRate),
        mix: values.output === undefined ? undefined : path.resolve(values.output),
        stems: values.stems === undefined ? [] : stemFiles(session, values.strip ?? []).map((stem) => ({ strip: stem.strip, file: path.resolve(values.stems ?? "", stem.name) })),
        threads: availableParallelism(),
      };
      const result = await renderSessionFiles(order, opened.reads, { onProgress: (done) => bar.update(done) });
      bar.close();
      for (const sentence of result.warnings) err.write(`${sentence}\n`);
      out.write(values.json ? `${JSON.stringify(facts(order, result))}\n` : report(order, result));
      return ExitCode.done;
    } catch (error) {
      if (!(error instanceof SessionError || error instanceof PluginError || error instanceof PluginNotFoundError)) throw error;
      bar.close();
      err.write(`${error.message}\n`);
      return ExitCode.failed;
    } finally {
      bar.close();
    }
  },
};

function wholeRange(range: SessionOrder["range"], name: string): SessionOrder["range"] {
  if (range.endSeconds > range.startSeconds) return range;
  throw new SessionError(`${name} has no clips, so there is nothing to render; give a --range for silence.`);
}

interface FileValues {
  readonly bits: string;
  readonly rate?: string | undefined;
  readonly peak?: string | undefined;
  readonly lufs?: string | undefined;
  readonly dither?: boolean | undefined;
  readonly "no-dither"?: boolean | undefined;
}

function fileOrder(values: FileValues, renderedRate: number): SessionOrder["file"] {
  const bitDepth = BITS.get(values.bits);
  if (bitDepth === undefined) throw new UsageError(`${values.bits} bits cannot be; choose 16, 24 or 32f.`);
  if (values.peak !== undefined && values.lufs !== undefined) throw new UsageError("A mix has one level: give --peak or --lufs, not both.");
  const normalize: Normalization | undefined =
    values.peak !== undefined ? { peakDb: within(values.peak, "peak", -100, 24) } : values.lufs !== undefined ? { lufs: within(values.lufs, "loudness", -100, 24) } : undefined;
  const sampleRate = values.rate === undefined ? renderedRate : within(values.rate, "sample rate", 8000, 384_000);
  if (!Number.isInteger(sampleRate)) throw new UsageError(`A sample rate of ${values.rate ?? ""} cannot be; give whole hertz.`);
  const dither = values["no-dither"] === true ? false : (values.dither ?? bitDepth === 16);
  return { renderedRate, sampleRate, bitDepth, dither, normalize };
}

function within(text: string, what: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= least && number <= most)) throw new UsageError(`A ${what} of "${text}" cannot be; give a number from ${least} to ${most}.`);
  return number;
}

function facts({ mix, stems, file, session }: SessionOrder, { frames, peak, clipped, lufs, gainDb, seconds, warnings }: SessionResult) {
  const durationSeconds = frames / file.sampleRate;
  return {
    mix: mix ?? null,
    stems: stems.map((stem) => ({ strip: session.strips[stem.strip]?.name ?? stem.strip, file: stem.file })),
    sampleRate: file.sampleRate, bits: file.bitDepth, durationSeconds, frames,
    // JSON has no −∞.
    peakDbfs: peak > 0 ? 20 * Math.log10(peak) : null, integratedLufs: lufs > -120 ? lufs : null,
    gainDb, clippedSamples: clipped, seconds, timesRealTime: durationSeconds / seconds, warnings,
  };
}

function report(order: SessionOrder, result: SessionResult): string {
  const { durationSeconds, peakDbfs, integratedLufs, timesRealTime, clippedSamples } = facts(order, result);
  const level = (value: number | null, unit: string) => (value === null ? "silence" : `${value.toFixed(1).replace("-", "−")} ${unit}`);
  const clips = clippedSamples === 0 ? "" : `; ${clippedSamples} samples over full scale`;
  const head = `${durationSeconds.toFixed(2)} s, ${order.file.sampleRate / 1000} kHz, ${order.file.bitDepth === "32f" ? "32-bit float" : `${order.file.bitDepth} bit`}`;
  const files = [...(order.mix === undefined ? [] : [order.mix]), ...order.stems.map(({ file }) => file)].map((file) => `${path.relative(process.cwd(), file)}\n`);
  return `${files.join("")}${head}; peak ${level(peakDbfs, "dBFS")}, ${level(integratedLufs, "LUFS")}${clips}; ${timesRealTime.toFixed(0)} × real time\n`;
}
